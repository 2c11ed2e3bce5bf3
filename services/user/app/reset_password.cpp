#include "user/app/reset_password.hpp"

#include "user/app/mails.hpp"
#include "user/app/random.hpp"
#include "user/storage/accounts.hpp"
#include "user/storage/registrations.hpp"
#include "user/storage/sessions.hpp"

namespace gelora::user {

using namespace std::chrono_literals;

Task<> ask_for_reset(App& app, Email email) {
  const std::string token = new_link_token();
  const Instant now = app.clock.now();
  auto body = [&app, email, token, now](mysql::Connection& db) -> Task<bool> {
    co_await lock_address(db, email.key, now);  // a write in either case: time tells as well
    const auto known = co_await find_account_by_email(db, email.key);
    if (!known) co_return false;
    co_await put_reset(db, known->account.id, hash_of_link_token(token), now, now + 1h);
    co_await mail::put(db, app.ids.next(now), password_reset_mail(known->account, app.public_url + "/reset?token=" + token), now);
    AuditEvent event{"password_reset_asked", known->account.id, {}, 0, ""};
    co_await app.audit(db, std::move(event), now);
    co_return true;
  };
  co_await app.pool.transaction(body);
  app.mails.nudge();
}

Task<ResetOutcome> reset_password(App& app, std::string token, std::string password) {
  const std::string token_hash = hash_of_link_token(token);
  const auto user = co_await find_reset(app.pool, token_hash, app.clock.now());
  if (!user) co_return TokenExpired{};
  const auto stored = co_await find_account(app.pool, *user);
  if (!stored) co_return TokenExpired{};
  if (auto refused =
          check_password(password, password_context(stored->account, stored->is_staff(), app.fewest_password_characters)))
    co_return std::move(*refused);
  auto password_hash = co_await app.hasher.hash(std::move(password));
  if (!password_hash) co_return TooBusy{};
  const Instant now = app.clock.now();
  auto body = [&app, account = stored->account, token_hash, password_hash = *password_hash,
               now](mysql::Connection& db) -> Task<bool> {
    const bool taken = co_await take_reset(db, account.id, token_hash, now);
    if (!taken) co_return false;
    co_await change_password(db, account.id, password_hash);
    co_await mail::put(db, app.ids.next(now), password_changed_mail(account, app.public_url), now);
    AuditEvent event{"password_reset", account.id, account.id, 0, ""};
    co_await app.audit(db, std::move(event), now);
    co_await end_sessions_of(db, account.id, std::nullopt, now);
    co_return true;
  };
  const bool changed = co_await app.pool.transaction(body);
  if (!changed) co_return TokenExpired{};
  app.mails.nudge();
  app.revocations.nudge();
  co_return PasswordChanged{};
}

}  // namespace gelora::user
