// One-time codes of an authenticator app: TOTP (RFC 6238) with HMAC-SHA-1, 30 s and six digits, which every app knows.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace gelora::user {

inline constexpr std::size_t totp_secret_bytes = 20;  // as long as SHA-1's output, as RFC 4226 recommends

// The code of one step of 30 s (HOTP, RFC 4226). `digits` is 6 to 8.
std::string totp_code(std::string_view secret, std::uint64_t step, int digits = 6);
std::uint64_t totp_step(base::Instant at);
// The step that `code` is of, among the one of `now`, the one before and the one after; nothing when it is of none.
std::optional<std::uint64_t> step_of_code(std::string_view secret, std::string_view code, base::Instant now);

// RFC 4648 base 32 without padding: how apps take the secret from hand.
std::string to_base32(std::string_view bytes);
// otpauth://totp/Gelora:<email>?secret=…&issuer=Gelora, for the app's QR scanner.
std::string otpauth_uri(std::string_view secret, std::string_view email);

// A recovery code as it is typed, brought to the form in which it was shown ("abcde-fghjk"); nothing for anything else.
std::optional<std::string> parse_recovery_code(std::string_view text);

}  // namespace gelora::user
