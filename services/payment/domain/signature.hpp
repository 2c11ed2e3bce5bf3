// Webhook signatures. Stripe's scheme, and the sandbox bank's: header "t=<unix seconds>,v1=<hex>", v1 = HMAC-SHA-256(secret,
// "<t>.<raw body>"). Several v1 may be there while a secret is being changed; other schemes (v0) are not looked at.
#pragma once
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace gelora::payment {

std::string hmac_sha256_hex(std::string_view secret, std::string_view text);
std::string sha512_hex(std::string_view text);
// In a time that does not tell how much of it is right.
bool same_text(std::string_view a, std::string_view b);

std::string sign_webhook(std::string_view secret, std::string_view body, base::Instant now);

// Constant time in the signature; refuses a time more than 300 s away from now.
bool verify_webhook(std::string_view secret, std::string_view header, std::string_view body, base::Instant now);

}  // namespace gelora::payment
