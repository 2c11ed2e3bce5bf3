#include "user/app/change_account.hpp"

#include "user/app/mails.hpp"
#include "user/storage/accounts.hpp"
#include "user/storage/machines.hpp"
#include "user/storage/organisations.hpp"
#include "user/storage/revocations.hpp"
#include "user/storage/sessions.hpp"

namespace gelora::user {
namespace {

// What whoever goes could come back by (keys they made, invitations they sent), and what nobody could take back any more:
// machines and invitations of organisations for which nobody else works. The machines' tokens are still to be revoked.
Task<std::vector<MachineId>> take_back_all(mysql::Connection& db, UserId member) {
  std::vector<MachineId> closed;
  const auto stored = co_await find_account(db, member);
  if (!stored) co_return closed;
  for (const auto& one : stored->memberships) {
    co_await drop_invitations_by(db, one.organisation, member);
    const auto keys = co_await keys_by(db, one.organisation, member);
    for (const auto key : keys) {
      co_await delete_machine(db, key);
      closed.push_back(key);
    }
  }
  const auto organisations = co_await organisations_of_one(db, member);
  for (const auto organisation : organisations) {
    co_await drop_invitations(db, organisation);
    const auto machines = co_await machines_of(db, organisation);
    for (const auto machine : machines) {
      co_await delete_machine(db, machine);
      closed.push_back(machine);
    }
  }
  co_return closed;
}

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
  auto body = [&app, id, by = caller->user, name = account->name, locale = account->locale,
               now = app.clock.now()](mysql::Connection& db) -> Task<> {
    co_await change_profile(db, id, name, locale);
    AuditEvent event{"account_changed", id, by, 0, ""};
    co_await app.audit(db, std::move(event), now);
  };
  co_await app.pool.transaction(body);
  co_return std::move(*account);
}

Task<PasswordChangeOutcome> set_password(App& app, UserId id, std::shared_ptr<const auth::Caller> caller, PasswordChange change) {
  if (caller->user != id) co_return NoSuchAccount{};  // not an admin either: nobody knows the password of another
  const auto stored = co_await find_account(app.pool, id);
  if (!stored) co_return NoSuchAccount{};
  const auto right = co_await app.hasher.verify(std::move(change.current), stored->password_hash);
  if (!right) co_return TooBusy{};
  if (!*right) co_return CurrentPasswordIsWrong{};
  if (auto refused =
          check_password(change.wanted, password_context(stored->account, stored->is_staff(), app.fewest_password_characters)))
    co_return std::move(*refused);
  auto password_hash = co_await app.hasher.hash(std::move(change.wanted));
  if (!password_hash) co_return TooBusy{};
  const Instant now = app.clock.now();
  auto body = [&app, account = stored->account, kept = caller->session, password_hash = *password_hash,
               now](mysql::Connection& db) -> Task<> {
    co_await change_password(db, account.id, password_hash);
    co_await mail::put(db, app.ids.next(now), password_changed_mail(account, app.public_url), now);
    AuditEvent event{"password_changed", account.id, account.id, 0, ""};
    co_await app.audit(db, std::move(event), now);
    co_await end_sessions_of(db, account.id, kept, now);
  };
  co_await app.pool.transaction(body);
  app.mails.nudge();
  app.revocations.nudge();
  co_return NewPasswordSet{};
}

Task<EraseOutcome> erase(App& app, UserId id, std::shared_ptr<const auth::Caller> caller) {
  auto outcome = co_await read_account(app, id, caller);
  auto* account = std::get_if<Account>(&outcome);
  if (account == nullptr) co_return NoSuchAccount{};
  const Instant now = app.clock.now();
  const auto session = co_await find_session(app.pool, caller->session);
  if (!session || session->created_at + recent_log_in <= now) co_return LogInAgain{};
  auto body = [&app, account = *account, by = caller->user, now](mysql::Connection& db) -> Task<EraseOutcome> {
    // Nobody logs in, joins, leaves or hands over meanwhile: addresses, then users, then organisations are locked, here as
    // elsewhere.
    co_await lock_address(db, account.email.key, now);
    co_await lock_user(db, account.id);
    co_await lock_organisations_of(db, account.id);
    const auto alone = co_await count_owned_alone(db, account.id);
    if (alone > 0) co_return OwnsAlone{};
    const auto machines = co_await take_back_all(db, account.id);
    const bool erased = co_await erase_account(db, account);
    if (!erased) co_return NoSuchAccount{};
    co_await mail::put(db, app.ids.next(now), account_erased_mail(account, app.public_url), now);
    boost::json::object data{{"user_id", account.id.text()}};
    co_await outbox::put(db, app.ids.next(now), "booking-service", "user.erased", std::move(data), now);
    AuditEvent event{"account_erased", account.id, by, 0, ""};
    co_await app.audit(db, std::move(event), now);
    for (const auto machine : machines) co_await put_revocation(db, SessionId{machine.value}, now);
    co_await put_end_of_user(db, account.id, now);
    co_return AccountErased{};
  };
  const auto done = co_await app.pool.transaction(body);
  if (!std::holds_alternative<AccountErased>(done)) co_return done;
  app.mails.nudge();
  app.events.nudge();
  app.revocations.nudge();
  co_return AccountErased{};
}

}  // namespace gelora::user
