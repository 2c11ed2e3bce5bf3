#include "user/app/log_in.hpp"

#include "user/app/mails.hpp"
#include "user/app/second_factor.hpp"
#include "user/storage/accounts.hpp"
#include "user/storage/registrations.hpp"
#include "user/storage/sessions.hpp"

namespace gelora::user {
namespace {

Task<> refuse(App& app, const std::optional<StoredAccount>& stored, std::string event) {
  AuditEvent refused{std::move(event), stored ? stored->account.id : UserId{}, {}, 0, ""};
  co_await app.audit(std::move(refused), app.clock.now());
}

// A refresh token from the past was shown: somebody has a copy. Whoever of the two is the owner has to log in again, and is told.
Task<> end_copied_session(App& app, mysql::Connection& db, Session session, Instant now) {
  const auto owner = co_await find_account(db, session.user);
  if (owner) {
    auto message = session_copied_mail(owner->account, app.public_url);
    co_await mail::put(db, app.ids.next(now), std::move(message), now);
  }
  AuditEvent event{"refresh_token_replayed", session.user, {}, 0, "session=" + session.id.text()};
  co_await app.audit(db, std::move(event), now);
  co_await end_session(db, session.id, session.user, now);
}

Task<bool> end_one(App& app, SessionId id, UserId owner, std::string event) {
  const Instant now = app.clock.now();
  auto body = [&app, id, owner, event, now](mysql::Connection& db) -> Task<bool> {
    const bool ended = co_await end_session(db, id, owner, now);
    if (!ended) co_return false;
    AuditEvent done{event, owner, owner, 0, "session=" + id.text()};
    co_await app.audit(db, std::move(done), now);
    co_return true;
  };
  const bool ended = co_await app.pool.transaction(body);
  if (ended) app.revocations.nudge();
  co_return ended;
}

}  // namespace

Task<LogInOutcome> log_in(App& app, Credentials credentials) {
  const Instant now = app.clock.now();
  auto stored = co_await find_account_by_email(app.pool, credentials.email_key);
  const auto pending = co_await newest_registration_hash(app.pool, credentials.email_key, now);
  // One hash is compared in every case: the account's, else that of a registration that waits, else nobody's.
  const std::string expected = stored ? stored->password_hash : pending.value_or("");
  const auto right = co_await app.hasher.verify(std::move(credentials.password), expected);
  if (!right) co_return TooBusy{};
  if (!*right) {
    co_await refuse(app, stored, "log_in_refused");
    co_return InvalidCredentials{};
  }
  if (!stored) co_return EmailUnverified{};
  SecondFactorAnswer given{std::move(credentials.totp), std::move(credentials.recovery_code), std::move(credentials.passkey)};
  const auto check = co_await check_second_factor(app, stored->account.id, std::move(given));
  if (check == SecondFactorCheck::missing) {
    auto passkey = co_await ask_for_passkey(app, stored->account.id);
    co_return TotpRequired{std::move(passkey)};
  }
  if (check == SecondFactorCheck::wrong) {
    co_await refuse(app, stored, "second_factor_refused");
    co_return TotpInvalid{};
  }
  const bool strong = check != SecondFactorCheck::none;
  Opening opening{std::move(credentials.place), stored->password_hash, credentials.known_device, strong,
                  std::string{way_of(check)}};
  auto opened = co_await open_session(app, stored->account.id, std::move(opening), now);
  if (!opened) co_return InvalidCredentials{};
  co_return std::move(*opened);
}

Task<RefreshOutcome> refresh_session(App& app, std::string refresh_token, Place place) {
  const auto claimed = RefreshTokens::parse(refresh_token);
  if (!claimed) co_return NotLoggedIn{};
  const Instant now = app.clock.now();
  struct Found {
    std::optional<Session> session;
    Rotation rotation = SessionOver{};
  };
  auto body = [&app, claimed = *claimed, refresh_token, place, now](mysql::Connection& db) -> Task<Found> {
    Found found;
    found.session = co_await lock_session(db, claimed.session);
    if (!found.session || !app.refresh_tokens.proves(refresh_token, *found.session)) co_return Found{};
    found.rotation = rotate(*found.session, claimed.generation, now);
    if (const auto* rotated = std::get_if<Rotated>(&found.rotation))
      co_await move_on(db, found.session->id, *rotated, place, now);
    if (std::holds_alternative<Replayed>(found.rotation)) co_await end_copied_session(app, db, *found.session, now);
    co_return found;
  };
  const Found found = co_await app.pool.transaction(body);
  if (std::holds_alternative<Replayed>(found.rotation)) {
    app.revocations.nudge();
    app.mails.nudge();
  }
  if (std::holds_alternative<SessionOver>(found.rotation) || std::holds_alternative<Replayed>(found.rotation))
    co_return NotLoggedIn{};
  auto stored = co_await find_account(app.pool, found.session->user);
  if (!stored) co_return NotLoggedIn{};
  const auto* rotated = std::get_if<Rotated>(&found.rotation);
  const auto generation = rotated != nullptr ? rotated->generation : found.session->generation;
  const auto expires_at = rotated != nullptr ? rotated->expires_at : found.session->expires_at;
  co_return co_await tokens_for(app, std::move(*stored), *found.session, generation, expires_at, now);
}

Task<LogOutOutcome> log_out(App& app, std::string refresh_token, std::shared_ptr<const auth::Caller> caller) {
  std::optional<Session> session;
  if (const auto claimed = RefreshTokens::parse(refresh_token)) {
    session = co_await find_session(app.pool, claimed->session);
    if (session && !app.refresh_tokens.proves(refresh_token, *session)) session.reset();
  }
  if (!session && !caller) co_return NotLoggedIn{};
  const SessionId id = session ? session->id : caller->session;
  const UserId owner = session ? session->user : caller->user;
  co_await end_one(app, id, owner, "logged_out");
  co_return LoggedOut{};
}

Task<RevokeOutcome> revoke_session(App& app, SessionId id, UserId owner) {
  const bool ended = co_await end_one(app, id, owner, "session_revoked");
  if (!ended) co_return NoSuchSession{};
  co_return LoggedOut{};
}

Task<LoggedOut> revoke_other_sessions(App& app, UserId owner, SessionId kept) {
  const Instant now = app.clock.now();
  auto body = [&app, owner, kept, now](mysql::Connection& db) -> Task<> {
    AuditEvent event{"other_sessions_revoked", owner, owner, 0, "kept=" + kept.text()};
    co_await app.audit(db, std::move(event), now);
    co_await end_sessions_of(db, owner, kept, now);
  };
  co_await app.pool.transaction(body);
  app.revocations.nudge();
  co_return LoggedOut{};
}

}  // namespace gelora::user
