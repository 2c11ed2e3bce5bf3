#include "auth/rsa_key.hpp"

#include <cjose/cjose.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <stdexcept>

#include "auth/jws.hpp"

namespace gelora::auth {
namespace {

using Pkey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

Pkey read_private(const std::string& pem) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
  // without a question at the terminal for a passphrase
  return {PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, const_cast<char*>("")), EVP_PKEY_free};
}

std::string number_of(EVP_PKEY* key, const char* name) {
  BIGNUM* raw = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &raw) != 1) throw std::runtime_error("not a usable RSA key");
  const std::unique_ptr<BIGNUM, decltype(&BN_clear_free)> number(raw, BN_clear_free);
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(raw)), '\0');
  BN_bn2bin(raw, reinterpret_cast<unsigned char*>(bytes.data()));
  return bytes;
}

}  // namespace

void RsaKey::Release::operator()(void* jwk) const { cjose_jwk_release(static_cast<cjose_jwk_t*>(jwk)); }

RsaKey::RsaKey(const std::string& pem, std::string kid) : kid_(std::move(kid)) {
  const Pkey key = read_private(pem);
  if (!key) throw std::runtime_error("not a private key in PEM without a passphrase");
  if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA) throw std::runtime_error("not an RSA key");
  if (EVP_PKEY_get_bits(key.get()) < 2048) throw std::runtime_error("an RSA key of fewer than 2048 bits");
  const char* const names[] = {OSSL_PKEY_PARAM_RSA_E,         OSSL_PKEY_PARAM_RSA_N,           OSSL_PKEY_PARAM_RSA_D,
                               OSSL_PKEY_PARAM_RSA_FACTOR1,   OSSL_PKEY_PARAM_RSA_FACTOR2,     OSSL_PKEY_PARAM_RSA_EXPONENT1,
                               OSSL_PKEY_PARAM_RSA_EXPONENT2, OSSL_PKEY_PARAM_RSA_COEFFICIENT1};
  std::string numbers[8];
  for (int i = 0; i < 8; ++i) numbers[i] = number_of(key.get(), names[i]);
  const auto at = [&numbers](int i) { return reinterpret_cast<uint8_t*>(numbers[i].data()); };
  cjose_jwk_rsa_keyspec spec{at(0), numbers[0].size(), at(1), numbers[1].size(), at(2), numbers[2].size(),
                             at(3), numbers[3].size(), at(4), numbers[4].size(), at(5), numbers[5].size(),
                             at(6), numbers[6].size(), at(7), numbers[7].size()};
  cjose_err error{};
  jwk_.reset(cjose_jwk_create_RSA_spec(&spec, &error));
  if (!jwk_) throw std::runtime_error(std::string{"not a usable key: "} + error.message);
}

std::string RsaKey::sign(std::string_view claims) const { return sign_jwt(jwk_.get(), CJOSE_HDR_ALG_RS256, kid_, claims); }

}  // namespace gelora::auth
