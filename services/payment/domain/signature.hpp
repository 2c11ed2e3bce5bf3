// The sandbox bank's webhook signature: header "t=<unix seconds>,v1=<hex>", v1 = HMAC-SHA-256(secret, "<t>.<raw body>").
// The scheme is the one Stripe publishes. Several v1 may be there while a secret is being changed.
#pragma once
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace gelora::payment {

std::string sign_webhook(std::string_view secret, std::string_view body, base::Instant now);

// Constant time in the signature; refuses a time more than 300 s away from now.
bool verify_webhook(std::string_view secret, std::string_view header, std::string_view body, base::Instant now);

}  // namespace gelora::payment
