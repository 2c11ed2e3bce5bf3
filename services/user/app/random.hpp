// Secrets out of the system's random numbers.
#pragma once
#include <string>

namespace gelora::user {

// 256 bits, for a link.
std::string new_link_token();
// 256 bits in hex, for a session.
std::string new_session_secret();

}  // namespace gelora::user
