// Tokens in links and in the refresh cookie. Links carry 256 random bits, stored as a hash. A refresh token is not stored at all:
// it is session, generation and a MAC that only this service can make.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "user/domain/session.hpp"

namespace gelora::user {

// SHA-256 in hex: how the token of a link is stored.
std::string hash_of_link_token(std::string_view token);

struct RefreshToken {
  SessionId session;
  std::uint32_t generation = 0;
};

class RefreshTokens {
 public:
  // `key_material` is secret and stays the same as long as tokens are to be good.
  explicit RefreshTokens(std::string_view key_material);

  std::string make(const Session& session, std::uint32_t generation) const;
  // What the token says it is of; to be believed only after proves().
  static std::optional<RefreshToken> parse(std::string_view token);
  bool proves(std::string_view token, const Session& session) const;

 private:
  std::array<unsigned char, 32> key_;
};

}  // namespace gelora::user
