#include "user/app/random.hpp"

#include <sodium.h>

#include <array>

#include "base/encoding.hpp"
#include "user/domain/totp.hpp"

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

std::string random_16() {
  const auto bytes = random_bytes();
  return {reinterpret_cast<const char*>(bytes.data()), 16};
}

std::string new_machine_secret(std::string_view kind) {
  return "gelora_" + std::string{kind} + "_" + base::to_base64url(random_bytes());
}

std::string new_gate_code() {
  const auto bytes = random_bytes();
  std::string code;
  for (std::size_t i = 0; i < 12; ++i) {
    if (i % 4 == 0 && i > 0) code += '-';
    code += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[bytes[i] & 31];
  }
  return code;
}

std::string new_totp_secret() {
  const auto bytes = random_bytes();
  return {reinterpret_cast<const char*>(bytes.data()), totp_secret_bytes};
}

std::string new_recovery_code() {
  const auto bytes = random_bytes();
  std::string code;
  for (std::size_t i = 0; i < 10; ++i) code += "abcdefghijklmnopqrstuvwxyz234567"[bytes[i] & 31];
  code.insert(5, 1, '-');
  return code;
}

}  // namespace gelora::user
