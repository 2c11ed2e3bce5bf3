#include "user/app/session_opening.hpp"

#include "user/app/mails.hpp"
#include "user/app/random.hpp"
#include "user/storage/audit.hpp"
#include "user/storage/organisations.hpp"

namespace gelora::user {

Task<LoggedIn> tokens_for(App& app, StoredAccount stored, Session session, std::uint32_t generation, Instant expires_at,
                          Instant now) {
  LoggedIn out;
  out.second_factor_needed = app.staff_needs_second_factor && !session.second_factor && stored.is_staff();
  auth::Caller caller;
  caller.user = stored.account.id;
  caller.session = session.id;
  caller.generation = stored.generation;
  caller.second_factor = session.second_factor;
  caller.roles = out.second_factor_needed ? std::vector<std::string>{"customer"} : stored.account.roles;
  if (!out.second_factor_needed) {
    for (const auto& one : stored.memberships)
      caller.organisations.push_back({one.organisation.value, std::string{name_of(one.rights.role)}, one.rights.shows});
  }
  if (!stored.memberships.empty()) out.organisations = co_await list_organisations(app.pool, stored.account.id);
  out.access_token = app.access_tokens.issue(caller, now);
  out.expires_in = app.access_tokens.lifetime();
  out.refresh_token = app.refresh_tokens.make(session, generation);
  out.refresh_expires_in = expires_at - now;
  out.account = std::move(stored.account);
  co_return out;
}

Task<std::optional<LoggedIn>> open_session(App& app, UserId user, Opening opening, Instant now) {
  Session session;
  session.id = app.ids.make<SessionId>(now);
  session.user = user;
  session.secret = new_session_secret();
  session.created_at = session.rotated_at = now;
  session.expires_at = session_end(now, now);
  session.second_factor = opening.second_factor;
  auto body = [&app, session, opening, now](mysql::Connection& db) -> Task<std::optional<StoredAccount>> {
    // A password that is being changed is waited for: its change ends the sessions that it sees, and this one must be among them.
    co_await lock_user(db, session.user);
    auto stored = co_await find_account(db, session.user);
    if (!stored || (!opening.checked_hash.empty() && stored->password_hash != opening.checked_hash)) co_return std::nullopt;
    const bool been_here = co_await insert_session(db, session, opening.place);
    if (been_here && !opening.known_device) {
      auto message = new_device_mail(stored->account, app.public_url, opening.place, now);
      co_await mail::put(db, app.ids.next(now), std::move(message), now);
    }
    AuditEvent event{"logged_in", session.user, session.user, 0, "session=" + session.id.text() + " way=" + opening.way};
    co_await app.audit(db, std::move(event), now);
    co_await end_oldest_sessions(db, session.user, most_sessions, now);
    co_return stored;
  };
  auto stored = co_await app.pool.transaction(body);
  if (!stored) co_return std::nullopt;
  app.mails.nudge();
  std::string device_token;
  if (!opening.known_device) device_token = app.devices.make(random_16(), stored->account.email.key);
  auto out = co_await tokens_for(app, std::move(*stored), session, session.generation, session.expires_at, now);
  out.device_token = std::move(device_token);
  co_return out;
}

}  // namespace gelora::user
