#include "wallet/apple_key.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs7.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <stdexcept>

namespace gelora::wallet {
namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

Bio reading(std::string_view text) { return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), BIO_free}; }

[[noreturn]] void refuse(const std::string& why) { throw std::runtime_error(why); }

X509* read_certificate(const std::string& pem, const char* what) {
  X509* found = PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr);
  if (found == nullptr) refuse(std::string{what} + " is no certificate in PEM");
  return found;
}

std::string entry_of(X509* certificate, int nid) {
  X509_NAME* subject = X509_get_subject_name(certificate);
  const int at = X509_NAME_get_index_by_NID(subject, nid, -1);
  if (at < 0) return {};
  unsigned char* text = nullptr;
  const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
  if (size < 0) return {};
  std::string entry(reinterpret_cast<char*>(text), static_cast<std::size_t>(size));
  OPENSSL_free(text);
  return entry;
}

base::Instant instant_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) refuse("a certificate's time cannot be read");
  return {static_cast<std::int64_t>(timegm(&parts)) * 1'000'000};
}

// Returns its end.
base::Instant check_time(X509* certificate, const char* what, base::Instant now) {
  const auto begins = instant_of(X509_get0_notBefore(certificate)), ends = instant_of(X509_get0_notAfter(certificate));
  if (now < begins) refuse(std::string{what} + " is not valid before " + base::to_rfc3339(begins));
  if (now >= ends) refuse(std::string{what} + " has expired at " + base::to_rfc3339(ends));
  return ends;
}

}  // namespace

void AppleKey::Free::operator()(X509* certificate) const { X509_free(certificate); }
void AppleKey::Free::operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }

AppleKey::AppleKey(const std::string& certificate, const std::string& key, const std::string& intermediate, base::Instant now)
    : certificate_(read_certificate(certificate, "the pass certificate")),
      intermediate_(read_certificate(intermediate, "Apple's intermediate")),
      key_(PEM_read_bio_PrivateKey(reading(key).get(), nullptr, nullptr, const_cast<char*>(""))) {
  if (!key_) refuse("the key is no private key in PEM without a passphrase");
  if (EVP_PKEY_get_base_id(key_.get()) != EVP_PKEY_RSA) refuse("the key is not an RSA key");
  if (X509_check_private_key(certificate_.get(), key_.get()) != 1) refuse("the key is not that of the pass certificate");
  if (X509_check_issued(intermediate_.get(), certificate_.get()) != X509_V_OK ||
      X509_verify(certificate_.get(), X509_get0_pubkey(intermediate_.get())) != 1)
    refuse("the pass certificate was not issued by that intermediate");
  ends_at_ = std::min(check_time(certificate_.get(), "the pass certificate", now),
                      check_time(intermediate_.get(), "Apple's intermediate", now));
  pass_type_ = entry_of(certificate_.get(), NID_userId);
  team_ = entry_of(certificate_.get(), NID_organizationalUnitName);
  if (!pass_type_.starts_with("pass.") || team_.empty())
    refuse("the certificate is not one of a pass type: its subject needs UID=pass.… and OU=<team>");
}

std::string AppleKey::sign(std::string_view text) const {
  const std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509)*)> more(sk_X509_new_null(),
                                                                        [](STACK_OF(X509) * all) { sk_X509_free(all); });
  sk_X509_push(more.get(), intermediate_.get());
  const std::unique_ptr<PKCS7, decltype(&PKCS7_free)> signature(
      PKCS7_sign(certificate_.get(), key_.get(), more.get(), reading(text).get(), PKCS7_DETACHED | PKCS7_BINARY), PKCS7_free);
  unsigned char* der = nullptr;
  const int size = signature ? i2d_PKCS7(signature.get(), &der) : -1;
  if (size <= 0) refuse("openssl cannot sign a pass");
  std::string bytes(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return bytes;
}

}  // namespace gelora::wallet
