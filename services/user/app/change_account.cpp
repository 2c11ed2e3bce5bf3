#include "user/app/change_account.hpp"

#include "telemetry/log.hpp"
#include "user/storage/accounts.hpp"

namespace gelora::user {
namespace {

bool may_see(const auth::Caller& caller, UserId id) { return caller.user == id || caller.has_role("admin"); }

}  // namespace

Task<AccountOutcome> read_account(App& app, UserId id, std::shared_ptr<const auth::Caller> caller) {
  if (!may_see(*caller, id)) co_return NoSuchAccount{};
  auto stored = co_await find_account(app.pool, id);
  if (!stored) co_return NoSuchAccount{};
  co_return std::move(stored->account);
}

Task<AccountOutcome> change_account(App& app, UserId id, std::shared_ptr<const auth::Caller> caller, AccountChange change) {
  auto outcome = co_await read_account(app, id, caller);
  auto* account = std::get_if<Account>(&outcome);
  if (account == nullptr) co_return NoSuchAccount{};
  if (change.name) account->name = *change.name;
  if (change.locale) account->locale = *change.locale;
  auto body = [id, name = account->name, locale = account->locale](mysql::Connection& db) -> Task<> {
    co_await change_profile(db, id, name, locale);
  };
  co_await app.pool.transaction(body);
  telemetry::info("audit", {{"event", "account_changed"}, {"user", id.text()}, {"by", caller->user.text()}});
  co_return std::move(*account);
}

}  // namespace gelora::user
