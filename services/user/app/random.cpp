#include "user/app/random.hpp"

#include <sodium.h>

#include <array>

#include "base/encoding.hpp"

namespace gelora::user {
namespace {

std::array<unsigned char, 32> random_bytes() {
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

}  // namespace

std::string new_link_token() { return base::to_base64url(random_bytes()); }
std::string new_session_secret() { return base::to_hex(random_bytes()); }

}  // namespace gelora::user
