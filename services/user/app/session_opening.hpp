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

// `known_device`: a cookie proved that this account logged in there before.
struct Opening {
  Place place;
  bool known_device = false;
  bool second_factor = false;
  std::string way;  // "password", "totp", "recovery_code", "passkey"
};
Task<LoggedIn> open_session(App& app, StoredAccount stored, Opening opening, Instant now);

// Tokens for a session that is there.
Task<LoggedIn> tokens_for(App& app, StoredAccount stored, Session session, std::uint32_t generation, Instant expires_at,
                          Instant now);

}  // namespace gelora::user
