#include "testkit/certificates.hpp"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace gelora::testkit {
namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Pkey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

std::string text_of(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(size)};
}
Bio reading(const std::string& text) { return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), BIO_free}; }

}  // namespace

Certified make_certificate(const CertificateWish& wish, const Certified* issuer) {
  const Pkey key(wish.elliptic ? EVP_EC_gen("P-256") : EVP_RSA_gen(2048), EVP_PKEY_free);
  const Certificate made(X509_new(), X509_free);
  X509_set_version(made.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 7);
  ASN1_TIME_set(X509_getm_notBefore(made.get()), wish.begins.us / 1'000'000);
  ASN1_TIME_set(X509_getm_notAfter(made.get()), wish.ends.us / 1'000'000);
  for (const auto& [name, value] : wish.subject)
    X509_NAME_add_entry_by_txt(X509_get_subject_name(made.get()), name.c_str(), MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(value.c_str()), -1, -1, 0);
  X509_set_pubkey(made.get(), key.get());
  const Certificate parent(
      issuer == nullptr ? nullptr : PEM_read_bio_X509(reading(issuer->certificate).get(), nullptr, nullptr, nullptr), X509_free);
  const Pkey parent_key(
      issuer == nullptr ? nullptr : PEM_read_bio_PrivateKey(reading(issuer->key).get(), nullptr, nullptr, nullptr),
      EVP_PKEY_free);
  X509_set_issuer_name(made.get(), X509_get_subject_name(parent ? parent.get() : made.get()));
  X509_sign(made.get(), parent_key ? parent_key.get() : key.get(), EVP_sha256());
  const Bio certificate(BIO_new(BIO_s_mem()), BIO_free), secret(BIO_new(BIO_s_mem()), BIO_free);
  PEM_write_bio_X509(certificate.get(), made.get());
  PEM_write_bio_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  return {text_of(certificate.get()), text_of(secret.get())};
}

}  // namespace gelora::testkit
