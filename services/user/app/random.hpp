// Secrets out of the system's random numbers.
#pragma once
#include <string>

namespace gelora::user {

// 256 bits, for a link.
std::string new_link_token();
// 256 bits in hex, for a session.
std::string new_session_secret();
// 160 bits, raw, for an authenticator app.
std::string new_totp_secret();
// 50 bits as "abcde-fghjk", for the day on which the app is gone.
std::string new_recovery_code();

}  // namespace gelora::user
