#include "payment/domain/signature.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <charconv>

#include "base/encoding.hpp"

namespace gelora::payment {
namespace {

constexpr std::int64_t tolerance_s = 300;

std::string hmac_hex(std::string_view secret, std::string_view text) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), reinterpret_cast<const unsigned char*>(text.data()),
       text.size(), digest, &size);
  return base::to_hex({digest, size});
}

std::string signed_text(std::string_view seconds, std::string_view body) {
  std::string text{seconds};
  text += '.';
  text += body;
  return text;
}

}  // namespace

std::string sign_webhook(std::string_view secret, std::string_view body, base::Instant now) {
  const std::string seconds = std::to_string(now.us / 1'000'000);
  return "t=" + seconds + ",v1=" + hmac_hex(secret, signed_text(seconds, body));
}

bool verify_webhook(std::string_view secret, std::string_view header, std::string_view body, base::Instant now) {
  if (secret.empty()) return false;
  std::string_view seconds;
  bool matches = false;
  std::string expected;
  while (!header.empty()) {
    const auto part = header.substr(0, header.find(','));
    header.remove_prefix(std::min(header.size(), part.size() + 1));
    if (part.starts_with("t=") && seconds.empty()) {
      seconds = part.substr(2);
      expected = hmac_hex(secret, signed_text(seconds, body));
    } else if (part.starts_with("v1=") && !expected.empty()) {
      const auto given = part.substr(3);
      matches =
          matches || (given.size() == expected.size() && CRYPTO_memcmp(given.data(), expected.data(), expected.size()) == 0);
    }
  }
  std::int64_t at_s = 0;
  const auto [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), at_s);
  if (seconds.empty() || error != std::errc{} || end != seconds.data() + seconds.size()) return false;
  const std::int64_t now_s = now.us / 1'000'000;
  return matches && at_s <= now_s + tolerance_s && at_s >= now_s - tolerance_s;
}

}  // namespace gelora::payment
