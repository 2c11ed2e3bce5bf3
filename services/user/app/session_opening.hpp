// What every way of logging in ends with: a session, its tokens, and a mail when the device is a new one.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "user/app/app.hpp"
#include "user/storage/accounts.hpp"
#include "user/storage/sessions.hpp"

namespace gelora::user {

struct LoggedIn {
  Account account;
  std::vector<Organisation> organisations;
  bool second_factor_needed = false;  // the token has no roles of staff until the session is opened with a second factor
  std::string access_token;
  Duration expires_in;
  std::string refresh_token;
  Duration refresh_expires_in;
  std::string device_token;  // for a device that was not known; empty: nothing new
};

// `known_device`: a cookie proved that this account logged in there before. `checked_hash`: the password was found right by this
// hash (empty: no password was asked for).
struct Opening {
  Place place;
  std::string checked_hash;
  bool known_device = false;
  bool second_factor = false;
  std::string way;  // "password", "totp", "recovery_code", "passkey"
};
// Nothing when the account has gone, or has another password, since it was looked at.
Task<std::optional<LoggedIn>> open_session(App& app, UserId user, Opening opening, Instant now);

// Tokens for a session that is there.
Task<LoggedIn> tokens_for(App& app, StoredAccount stored, Session session, std::uint32_t generation, Instant expires_at,
                          Instant now);

}  // namespace gelora::user
