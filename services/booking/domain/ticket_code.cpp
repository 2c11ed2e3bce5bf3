#include "booking/domain/ticket_code.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sodium.h>

#include <memory>
#include <stdexcept>

#include "base/encoding.hpp"

namespace gelora::booking {
namespace {

constexpr std::string_view prefix = "GT1.";
constexpr std::size_t payload_bytes = 21;

void append_big_endian(std::string& out, std::uint64_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xff);
}

std::uint64_t read_big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

const unsigned char* raw(const std::string& bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

}  // namespace

TicketSigner::TicketSigner(const std::string& pem) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr),
                                                                EVP_PKEY_free);
  std::array<unsigned char, 32> seed{};
  std::size_t size = seed.size();
  if (!key || EVP_PKEY_id(key.get()) != EVP_PKEY_ED25519 || EVP_PKEY_get_raw_private_key(key.get(), seed.data(), &size) != 1 ||
      size != 32) {
    throw std::runtime_error("the ticket key is not an Ed25519 private key in PEM");
  }
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
  crypto_sign_seed_keypair(public_key_.data(), secret_key_.data(), seed.data());
  sodium_memzero(seed.data(), seed.size());
}

std::string TicketSigner::sign(const TicketClaim& claim) const {
  std::string bytes;
  bytes += '\1';
  append_big_endian(bytes, claim.ticket.value, 8);
  append_big_endian(bytes, claim.show.value, 8);
  append_big_endian(bytes, claim.seat_no, 4);
  std::array<unsigned char, crypto_sign_BYTES> signature{};
  crypto_sign_detached(signature.data(), nullptr, raw(bytes), bytes.size(), secret_key_.data());
  bytes.append(reinterpret_cast<const char*>(signature.data()), signature.size());
  return std::string{prefix} + base::to_base64url(base::as_bytes(bytes));
}

std::optional<TicketClaim> TicketSigner::verify(std::string_view code) const {
  if (!code.starts_with(prefix)) return std::nullopt;
  const auto bytes = base::from_base64url(code.substr(prefix.size()));
  if (!bytes || bytes->size() != payload_bytes + crypto_sign_BYTES || (*bytes)[0] != '\1') return std::nullopt;
  if (crypto_sign_verify_detached(raw(*bytes) + payload_bytes, raw(*bytes), payload_bytes, public_key_.data()) != 0)
    return std::nullopt;
  const std::string_view view = *bytes;
  return TicketClaim{{read_big_endian(view.substr(1, 8))},
                     {read_big_endian(view.substr(9, 8))},
                     static_cast<seat_inventory::SeatNo>(read_big_endian(view.substr(17, 4)))};
}

std::string TicketSigner::public_keys() const {
  const std::string x = base::to_base64url(public_key_);
  return R"({"keys":[{"kty":"OKP","crv":"Ed25519","use":"sig","kid":")" + x.substr(0, 8) + R"(","x":")" + x + R"("}]})";
}

}  // namespace gelora::booking
