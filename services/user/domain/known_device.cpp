#include "user/domain/known_device.hpp"

#include <sodium.h>

#include "base/encoding.hpp"
#include "seal/seals.hpp"

namespace gelora::user {
namespace {

constexpr std::size_t name_bytes = 16;

}  // namespace

KnownDevices::KnownDevices(std::string_view key_material) : key_(seal::derived_key(key_material, "gelora known device 1")) {}

std::string KnownDevices::make(std::string_view random_16, std::string_view email_key) const {
  std::string token{random_16.substr(0, name_bytes)};
  const std::string proven = token + std::string{email_key};
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
  crypto_auth_hmacsha256(mac.data(), reinterpret_cast<const unsigned char*>(proven.data()), proven.size(), key_.data());
  token.append(mac.begin(), mac.end());
  return base::to_base64url(base::as_bytes(token));
}

bool KnownDevices::knows(std::string_view token, std::string_view email_key) const {
  if (token.size() > 100) return false;
  const auto raw = base::from_base64url(token);
  if (!raw || raw->size() <= name_bytes) return false;
  const std::string genuine = make(raw->substr(0, name_bytes), email_key);
  return genuine.size() == token.size() && sodium_memcmp(genuine.data(), token.data(), token.size()) == 0;
}

}  // namespace gelora::user
