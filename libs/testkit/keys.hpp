// Keys for tests, made anew each time.
#pragma once
#include <string>

namespace gelora::testkit {

struct KeyPair {
  std::string private_pem;  // PKCS#8
  std::string public_pem;
};

// `curve` is one of OpenSSL's names.
KeyPair make_ec_key(const char* curve = "P-256");
KeyPair make_ed25519_key();

}  // namespace gelora::testkit
