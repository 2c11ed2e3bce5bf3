// What Apple Wallet believes a pass by: a pass type's certificate and key, and Apple's intermediate (WWDR) that issued it.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "base/time.hpp"

typedef struct x509_st X509;  // of openssl/types.h
typedef struct evp_pkey_st EVP_PKEY;

namespace gelora::wallet {

class AppleKey {
 public:
  // All in PEM, the key without a passphrase. Throws std::runtime_error that says what is wrong: not readable, not RSA, not one
  // pair, not issued by that intermediate, out of its time, not of a pass type.
  AppleKey(const std::string& certificate, const std::string& key, const std::string& intermediate, base::Instant now);

  // As they stand in the certificate: "pass.com.example.ticket", "A1B2C3D4E5".
  const std::string& pass_type() const { return pass_type_; }
  const std::string& team() const { return team_; }
  // From then on no phone takes what is signed.
  base::Instant ends_at() const { return ends_at_; }

  // A detached PKCS #7 signature in DER, with the certificate and the intermediate.
  std::string sign(std::string_view text) const;

 private:
  struct Free {
    void operator()(X509* certificate) const;
    void operator()(EVP_PKEY* key) const;
  };
  std::unique_ptr<X509, Free> certificate_, intermediate_;
  std::unique_ptr<EVP_PKEY, Free> key_;
  std::string pass_type_, team_;
  base::Instant ends_at_;
};

}  // namespace gelora::wallet
