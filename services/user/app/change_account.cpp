#include "user/app/change_account.hpp"

#include "telemetry/log.hpp"
#include "user/app/mails.hpp"
#include "user/storage/accounts.hpp"
#include "user/storage/sessions.hpp"

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

Task<PasswordChangeOutcome> set_password(App& app, UserId id, std::shared_ptr<const auth::Caller> caller, PasswordChange change) {
  if (caller->user != id) co_return NoSuchAccount{};  // not an admin either: nobody knows the password of another
  const auto stored = co_await find_account(app.pool, id);
  if (!stored) co_return NoSuchAccount{};
  const auto right = co_await app.hasher.verify(std::move(change.current), stored->password_hash);
  if (!right) co_return TooBusy{};
  if (!*right) co_return CurrentPasswordIsWrong{};
  if (auto refused = check_password(change.wanted, password_context(stored->account, app.fewest_password_characters)))
    co_return std::move(*refused);
  auto password_hash = co_await app.hasher.hash(std::move(change.wanted));
  if (!password_hash) co_return TooBusy{};
  const Instant now = app.clock.now();
  auto body = [&app, account = stored->account, kept = caller->session, password_hash = *password_hash,
               now](mysql::Connection& db) -> Task<> {
    co_await change_password(db, account.id, password_hash);
    co_await end_other_sessions_of(db, account.id, kept, now);
    co_await mail::put(db, app.ids.next(now), password_changed_mail(account, app.public_url), now);
  };
  co_await app.pool.transaction(body);
  app.mails.nudge();
  telemetry::info("audit", {{"event", "password_changed"}, {"user", id.text()}});
  co_return NewPasswordSet{};
}

Task<EraseOutcome> erase(App& app, UserId id, std::shared_ptr<const auth::Caller> caller) {
  auto outcome = co_await read_account(app, id, caller);
  auto* account = std::get_if<Account>(&outcome);
  if (account == nullptr) co_return NoSuchAccount{};
  const Instant now = app.clock.now();
  auto body = [&app, account = *account, now](mysql::Connection& db) -> Task<bool> {
    co_await lock_address(db, account.email.key, now);
    const bool erased = co_await erase_account(db, account);
    if (!erased) co_return false;
    co_await mail::put(db, app.ids.next(now), account_erased_mail(account, app.public_url), now);
    co_return true;
  };
  const bool erased = co_await app.pool.transaction(body);
  if (!erased) co_return NoSuchAccount{};
  app.mails.nudge();
  telemetry::info("audit", {{"event", "account_erased"}, {"user", id.text()}, {"by", caller->user.text()}});
  co_return AccountErased{};
}

}  // namespace gelora::user
