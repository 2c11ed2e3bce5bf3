#include "user/domain/tokens.hpp"

#include <sodium.h>

#include "base/encoding.hpp"
#include "seal/seals.hpp"

namespace gelora::user {
namespace {

constexpr std::size_t head_bytes = 12, mac_bytes = crypto_auth_hmacsha256_BYTES;

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string head_of(SessionId session, std::uint32_t generation) {
  std::string head;
  for (int shift = 56; shift >= 0; shift -= 8) head += static_cast<char>(session.value >> shift & 0xff);
  for (int shift = 24; shift >= 0; shift -= 8) head += static_cast<char>(generation >> shift & 0xff);
  return head;
}

}  // namespace

std::string hash_of_link_token(std::string_view token) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), bytes(token), token.size());
  return base::to_hex(hash);
}

RefreshTokens::RefreshTokens(std::string_view key_material) : key_(seal::derived_key(key_material, "gelora refresh token 1")) {}

std::string RefreshTokens::make(const Session& session, std::uint32_t generation) const {
  std::string token = head_of(session.id, generation);
  const std::string proven = token + session.secret;
  std::array<unsigned char, mac_bytes> mac{};
  crypto_auth_hmacsha256(mac.data(), bytes(proven), proven.size(), key_.data());
  token.append(mac.begin(), mac.end());
  return base::to_base64url(base::as_bytes(token));
}

std::optional<RefreshToken> RefreshTokens::parse(std::string_view token) {
  if (token.size() > 100) return std::nullopt;
  const auto raw = base::from_base64url(token);
  if (!raw || raw->size() != head_bytes + mac_bytes) return std::nullopt;
  RefreshToken parsed;
  for (std::size_t i = 0; i < 8; ++i) parsed.session.value = parsed.session.value << 8 | static_cast<unsigned char>((*raw)[i]);
  for (std::size_t i = 8; i < 12; ++i) parsed.generation = parsed.generation << 8 | static_cast<unsigned char>((*raw)[i]);
  if (parsed.session.value == 0 || parsed.session.value > static_cast<std::uint64_t>(INT64_MAX)) return std::nullopt;
  return parsed;
}

bool RefreshTokens::proves(std::string_view token, const Session& session) const {
  const auto parsed = parse(token);
  if (!parsed || parsed->session != session.id) return false;
  const std::string genuine = make(session, parsed->generation);
  return genuine.size() == token.size() && sodium_memcmp(genuine.data(), token.data(), token.size()) == 0;
}

}  // namespace gelora::user
