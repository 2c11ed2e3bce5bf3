// Use cases: log in, refresh, log out, see and end sessions.
#pragma once
#include <optional>
#include <string>
#include <variant>

#include "user/app/app.hpp"
#include "user/domain/session.hpp"

namespace gelora::user {

struct Credentials {
  std::string email_key;
  std::string password;
  std::string user_agent;
  std::string totp, recovery_code;  // empty: not given
};

struct LoggedIn {
  Account account;
  std::string access_token;
  Duration expires_in;
  std::string refresh_token;
  Duration refresh_expires_in;
};
struct InvalidCredentials {};
struct EmailUnverified {};
struct TotpRequired {};
struct TotpInvalid {};  // wrong, or used before
using LogInOutcome = std::variant<LoggedIn, InvalidCredentials, EmailUnverified, TotpRequired, TotpInvalid, TooBusy>;

Task<LogInOutcome> log_in(App& app, Credentials credentials);

// The refresh token is missing, not ours, of an ended session, or was used before.
struct NotLoggedIn {};
using RefreshOutcome = std::variant<LoggedIn, NotLoggedIn>;

Task<RefreshOutcome> refresh_session(App& app, std::string refresh_token);

struct LoggedOut {};
using LogOutOutcome = std::variant<LoggedOut, NotLoggedIn>;

// By the refresh token, or else by the session of an access token. A session that has ended already is logged out too.
Task<LogOutOutcome> log_out(App& app, std::string refresh_token, std::shared_ptr<const auth::Caller> caller);

struct NoSuchSession {};
using RevokeOutcome = std::variant<LoggedOut, NoSuchSession>;

Task<RevokeOutcome> revoke_session(App& app, SessionId id, UserId owner);

}  // namespace gelora::user
