// Compact JWS (RFC 7515) by cjose.
#pragma once
#include <string>
#include <string_view>

namespace gelora::auth {

// A JWT over `claims` (JSON text). `jwk` is a cjose_jwk_t with a private part that fits the algorithm. Throws std::runtime_error.
std::string sign_jwt(void* jwk, const char* algorithm, const std::string& kid, std::string_view claims);

}  // namespace gelora::auth
