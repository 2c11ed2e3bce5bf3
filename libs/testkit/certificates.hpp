// Certificates for tests, made anew each time.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/time.hpp"

namespace gelora::testkit {

struct Certified {
  std::string certificate, key;  // PEM; the key in PKCS#8
};
struct CertificateWish {
  std::vector<std::pair<std::string, std::string>> subject;  // {"CN", "…"}, in this order
  base::Instant begins, ends;
  bool elliptic = false;  // else RSA of 2048 bits
};

// Signed by `issuer`, by its own key without one.
Certified make_certificate(const CertificateWish& wish, const Certified* issuer = nullptr);

}  // namespace gelora::testkit
