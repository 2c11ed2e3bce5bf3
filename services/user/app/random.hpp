// Secrets out of the system's random numbers.
#pragma once
#include <string>
#include <string_view>

namespace gelora::user {

// 256 bits, for a link.
std::string new_link_token();
// 256 bits in hex, for a session.
std::string new_session_secret();
// 128 bits, raw, for a challenge or the name of a device.
std::string random_16();
// "gelora_key_" or "gelora_gate_", and 256 bits.
std::string new_machine_secret(std::string_view kind);
// 60 bits as "KQ7M-2XPD-3HTA", to be typed at a gate.
std::string new_gate_code();
// 160 bits, raw, for an authenticator app.
std::string new_totp_secret();
// 50 bits as "abcde-fghjk", for the day on which the app is gone.
std::string new_recovery_code();

}  // namespace gelora::user
