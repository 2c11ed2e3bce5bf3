// Use cases: log in, refresh, log out, see and end sessions.
#pragma once
#include <optional>
#include <string>
#include <variant>

#include "user/app/passkeys.hpp"
#include "user/app/session_opening.hpp"

namespace gelora::user {

struct Credentials {
  std::string email_key;
  std::string password;
  Place place;
  bool known_device = false;
  std::string totp, recovery_code;       // empty: not given
  std::optional<PasskeyAnswer> passkey;  // instead of a code
};

struct InvalidCredentials {};
struct EmailUnverified {};
struct TotpRequired {
  std::optional<PasskeyRequest> passkey;  // what a passkey could answer instead of a code, when the account has one
};
struct TotpInvalid {};  // wrong, or used before
using LogInOutcome = std::variant<LoggedIn, InvalidCredentials, EmailUnverified, TotpRequired, TotpInvalid, TooBusy>;

Task<LogInOutcome> log_in(App& app, Credentials credentials);

// The refresh token is missing, not ours, of an ended session, or was used before.
struct NotLoggedIn {};
using RefreshOutcome = std::variant<LoggedIn, NotLoggedIn>;

Task<RefreshOutcome> refresh_session(App& app, std::string refresh_token, Place place);

struct LoggedOut {};
using LogOutOutcome = std::variant<LoggedOut, NotLoggedIn>;

// By the refresh token, or else by the session of an access token. A session that has ended already is logged out too.
Task<LogOutOutcome> log_out(App& app, std::string refresh_token, std::shared_ptr<const auth::Caller> caller);

struct NoSuchSession {};
using RevokeOutcome = std::variant<LoggedOut, NoSuchSession>;

Task<RevokeOutcome> revoke_session(App& app, SessionId id, UserId owner);
// All but the one that asks.
Task<LoggedOut> revoke_other_sessions(App& app, UserId owner, SessionId kept);

}  // namespace gelora::user
