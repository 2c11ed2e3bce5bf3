#include "user/domain/totp.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>

#include "base/check.hpp"

namespace gelora::user {

std::string totp_code(std::string_view secret, std::uint64_t step, int digits) {
  CHECK(digits >= 6 && digits <= 8);
  std::array<unsigned char, 8> counter{};
  for (std::size_t i = 0; i < 8; ++i) counter[i] = static_cast<unsigned char>(step >> (56 - 8 * i));
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned size = 0;
  CHECK(HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(), mac.data(), &size) !=
        nullptr);
  const std::size_t offset = mac[size - 1] & 15;  // RFC 4226, section 5.3
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | mac[offset + i];
  number &= 0x7fffffff;
  std::string code(static_cast<std::size_t>(digits), '0');
  for (auto digit = code.rbegin(); digit != code.rend(); ++digit, number /= 10) *digit = static_cast<char>('0' + number % 10);
  return code;
}

std::uint64_t totp_step(base::Instant at) { return static_cast<std::uint64_t>(at.us / 30'000'000); }

std::optional<std::uint64_t> step_of_code(std::string_view secret, std::string_view code, base::Instant now) {
  const std::uint64_t current = totp_step(now);
  for (const std::uint64_t step : {current, current - 1, current + 1}) {
    const std::string right = totp_code(secret, step);
    if (right.size() == code.size() && sodium_memcmp(right.data(), code.data(), code.size()) == 0) return step;
  }
  return std::nullopt;
}

std::string to_base32(std::string_view bytes) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  const auto put = [&out](std::uint32_t five) { out += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[five & 31]; };
  for (const char c : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(c);
    for (count += 8; count >= 5; count -= 5) put(bits >> (count - 5));
  }
  if (count > 0) put(bits << (5 - count));
  return out;
}

std::string otpauth_uri(std::string_view secret, std::string_view email) {
  std::string label;
  for (const char c : email) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    if (plain) label += c;
    else label += {'%', "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4], "0123456789ABCDEF"[c & 15]};
  }
  return "otpauth://totp/Gelora:" + label + "?secret=" + to_base32(secret) + "&issuer=Gelora&algorithm=SHA1&digits=6&period=30";
}

std::optional<std::string> parse_recovery_code(std::string_view text) {
  std::string code;
  for (const char c : text) {
    if (c == '-' || c == ' ') continue;
    code += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (code.size() != 10 || code.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") != std::string::npos) return std::nullopt;
  code.insert(5, 1, '-');
  return code;
}

}  // namespace gelora::user
