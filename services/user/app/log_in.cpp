#include "user/app/log_in.hpp"

#include "telemetry/log.hpp"
#include "user/app/random.hpp"
#include "user/app/second_factor.hpp"
#include "user/storage/accounts.hpp"
#include "user/storage/registrations.hpp"
#include "user/storage/sessions.hpp"

namespace gelora::user {
namespace {

LoggedIn logged_in(const App& app, Account account, const Session& session, std::uint32_t generation, Instant expires_at,
                   Instant now) {
  const auth::Caller caller{account.id, session.id, {}, account.roles, {}};
  return {std::move(account), app.access_tokens.issue(caller, now), app.access_tokens.lifetime(),
          app.refresh_tokens.make(session, generation), expires_at - now};
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
    telemetry::info("audit", {{"event", "log_in_refused"}, {"user", stored ? stored->account.id.text() : "unknown"}});
    co_return InvalidCredentials{};
  }
  if (!stored) co_return EmailUnverified{};
  const auto check =
      co_await check_second_factor(app, stored->account.id, std::move(credentials.totp), std::move(credentials.recovery_code));
  if (check == SecondFactorCheck::missing) co_return TotpRequired{};
  if (check == SecondFactorCheck::wrong) {
    telemetry::info("audit", {{"event", "second_factor_refused"}, {"user", stored->account.id.text()}});
    co_return TotpInvalid{};
  }
  const Session session{app.ids.make<SessionId>(now), stored->account.id, new_session_secret(), 0, now, now,
                        session_end(now, now),        std::nullopt};
  co_await insert_session(app.pool, session, std::move(credentials.user_agent));
  telemetry::info("audit", {{"event", "logged_in"}, {"user", session.user.text()}, {"session", session.id.text()}});
  co_return logged_in(app, std::move(stored->account), session, session.generation, session.expires_at, now);
}

Task<RefreshOutcome> refresh_session(App& app, std::string refresh_token) {
  const auto claimed = RefreshTokens::parse(refresh_token);
  if (!claimed) co_return NotLoggedIn{};
  const Instant now = app.clock.now();
  struct Found {
    std::optional<Session> session;
    Rotation rotation = SessionOver{};
  };
  auto body = [&app, claimed = *claimed, refresh_token, now](mysql::Connection& db) -> Task<Found> {
    Found found;
    found.session = co_await lock_session(db, claimed.session);
    if (!found.session || !app.refresh_tokens.proves(refresh_token, *found.session)) co_return Found{};
    found.rotation = rotate(*found.session, claimed.generation, now);
    if (const auto* rotated = std::get_if<Rotated>(&found.rotation)) co_await move_on(db, found.session->id, *rotated, now);
    if (std::holds_alternative<Replayed>(found.rotation)) co_await end_session(db, found.session->id, found.session->user, now);
    co_return found;
  };
  const Found found = co_await app.pool.transaction(body);
  if (std::holds_alternative<Replayed>(found.rotation)) {
    telemetry::warn(
        "audit",
        {{"event", "refresh_token_replayed"}, {"user", found.session->user.text()}, {"session", found.session->id.text()}});
  }
  if (std::holds_alternative<SessionOver>(found.rotation) || std::holds_alternative<Replayed>(found.rotation))
    co_return NotLoggedIn{};
  auto stored = co_await find_account(app.pool, found.session->user);
  if (!stored) co_return NotLoggedIn{};
  const auto* rotated = std::get_if<Rotated>(&found.rotation);
  co_return logged_in(app, std::move(stored->account), *found.session,
                      rotated != nullptr ? rotated->generation : found.session->generation,
                      rotated != nullptr ? rotated->expires_at : found.session->expires_at, now);
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
  co_await end_session(app.pool, id, owner, app.clock.now());
  telemetry::info("audit", {{"event", "logged_out"}, {"user", owner.text()}, {"session", id.text()}});
  co_return LoggedOut{};
}

Task<RevokeOutcome> revoke_session(App& app, SessionId id, UserId owner) {
  const bool ended = co_await end_session(app.pool, id, owner, app.clock.now());
  if (!ended) co_return NoSuchSession{};
  telemetry::info("audit", {{"event", "session_revoked"}, {"user", owner.text()}, {"session", id.text()}});
  co_return LoggedOut{};
}

}  // namespace gelora::user
