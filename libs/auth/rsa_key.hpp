// An RSA key that signs JWTs for others than us (RS256): what Google asks for.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace gelora::auth {

class RsaKey {
 public:
  // From a private key in PEM; throws std::runtime_error for anything else, and for fewer than 2048 bits. `kid` is what the
  // others call it.
  RsaKey(const std::string& pem, std::string kid);

  // Compact JWS over `claims` (JSON text).
  std::string sign(std::string_view claims) const;

 private:
  struct Release {
    void operator()(void* jwk) const;
  };
  std::unique_ptr<void, Release> jwk_;
  std::string kid_;
};

}  // namespace gelora::auth
