#include "testkit/keys.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>

namespace gelora::testkit {
namespace {

std::string drain(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  std::string text(data, static_cast<std::size_t>(size));
  BIO_free(bio);
  return text;
}

KeyPair to_pem(EVP_PKEY* key) {
  BIO* secret = BIO_new(BIO_s_mem());
  PEM_write_bio_PrivateKey(secret, key, nullptr, nullptr, 0, nullptr, nullptr);
  BIO* open = BIO_new(BIO_s_mem());
  PEM_write_bio_PUBKEY(open, key);
  EVP_PKEY_free(key);
  return {drain(secret), drain(open)};
}

}  // namespace

KeyPair make_ec_key(const char* curve) { return to_pem(EVP_EC_gen(curve)); }
KeyPair make_ed25519_key() { return to_pem(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")); }

}  // namespace gelora::testkit
