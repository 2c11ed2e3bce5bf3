#include "booking/domain/ticket_code.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sodium.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "base/encoding.hpp"

namespace gelora::booking {
namespace {

constexpr std::string_view fixed_prefix = "GT1.", rotating_prefix = "GT2.";
constexpr std::size_t payload_bytes = 21;

void append_big_endian(std::string& out, std::uint64_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xff);
}

std::uint64_t read_big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

RotationSecret hmac(const RotationSecret& key, std::string_view message) {
  RotationSecret out;
  crypto_auth_hmacsha256(out.data(), raw(message), message.size(), key.data());
  return out;
}

std::string eight_bytes(std::uint64_t value) {
  std::string out;
  append_big_endian(out, value, 8);
  return out;
}

std::string digits_of(const RotationSecret& secret, std::uint64_t step) {
  const RotationSecret mac = hmac(secret, eight_bytes(step));
  const std::size_t at = mac.back() & 0xf;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | mac[at + i];
  std::string digits = std::to_string((number & 0x7fffffff) % 100'000'000);
  return digits.insert(0, code_digits - digits.size(), '0');
}

std::uint64_t step_of(base::Instant now) { return static_cast<std::uint64_t>(now.us) / 1'000'000 / code_step_s; }

// Ids and place of a signed payload of this version.
std::variant<TicketClaim, CodeFault> read_signed(std::string_view text, char version, const unsigned char* public_key) {
  const auto bytes = base::from_base64url(text);
  if (!bytes || bytes->size() != payload_bytes + crypto_sign_BYTES || (*bytes)[0] != version) return CodeFault::unknown;
  if (crypto_sign_verify_detached(raw(*bytes) + payload_bytes, raw(*bytes), payload_bytes, public_key) != 0)
    return CodeFault::bad_signature;
  const std::string_view view = *bytes;
  return TicketClaim{{read_big_endian(view.substr(1, 8))},
                     {read_big_endian(view.substr(9, 8))},
                     static_cast<seat_inventory::SeatNo>(read_big_endian(view.substr(17, 4)))};
}

std::optional<TicketClaim> claim_of(const std::variant<TicketClaim, CodeFault>& found) {
  const auto* claim = std::get_if<TicketClaim>(&found);
  return claim == nullptr ? std::nullopt : std::optional{*claim};
}

std::string signed_payload(const TicketClaim& claim, char version, const unsigned char* secret_key) {
  std::string bytes;
  bytes += version;
  append_big_endian(bytes, claim.ticket.value, 8);
  append_big_endian(bytes, claim.show.value, 8);
  append_big_endian(bytes, claim.seat_no, 4);
  std::array<unsigned char, crypto_sign_BYTES> signature{};
  crypto_sign_detached(signature.data(), nullptr, raw(bytes), bytes.size(), secret_key);
  bytes.append(reinterpret_cast<const char*>(signature.data()), signature.size());
  return base::to_base64url(base::as_bytes(bytes));
}

constexpr std::array<std::string_view, 3> names{"fixed", "rotating", "rotating_or_printed"};

}  // namespace

std::string_view name_of(TicketCodes codes) { return names.at(static_cast<std::size_t>(codes)); }

std::optional<TicketCodes> ticket_codes_of(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<TicketCodes>(found - names.begin());
}

std::string rotation_digits(const RotationSecret& secret, base::Instant now) { return digits_of(secret, step_of(now)); }

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
  rotation_root_ = hmac(seed, "gelora ticket rotation 1");
  sodium_memzero(seed.data(), seed.size());
}

std::string TicketSigner::sign(const TicketClaim& claim) const {
  return std::string{fixed_prefix} + signed_payload(claim, '\1', secret_key_.data());
}

std::string TicketSigner::sign_rotating(const TicketClaim& claim) const {
  return std::string{rotating_prefix} + signed_payload(claim, '\2', secret_key_.data());
}

RotationSecret TicketSigner::rotation_key(base::ShowId show) const { return hmac(rotation_root_, eight_bytes(show.value)); }

RotationSecret TicketSigner::rotation_secret(const TicketClaim& claim) const {
  return hmac(rotation_key(claim.show), eight_bytes(claim.ticket.value));
}

std::optional<TicketClaim> TicketSigner::verify(std::string_view code) const {
  if (!code.starts_with(fixed_prefix)) return std::nullopt;
  return claim_of(read_signed(code.substr(fixed_prefix.size()), '\1', public_key_.data()));
}

std::optional<TicketClaim> TicketSigner::verify_rotating(std::string_view code, base::Instant now) const {
  return claim_of(read_rotating(code, now));
}

std::variant<TicketClaim, CodeFault> TicketSigner::read(std::string_view code, TicketCodes codes, base::Instant at) const {
  if (code.starts_with(rotating_prefix)) return read_rotating(code, at);
  if (!code.starts_with(fixed_prefix)) return CodeFault::unknown;
  auto found = read_signed(code.substr(fixed_prefix.size()), '\1', public_key_.data());
  if (codes == TicketCodes::rotating && std::holds_alternative<TicketClaim>(found)) return CodeFault::too_old;
  return found;
}

std::variant<TicketClaim, CodeFault> TicketSigner::read_rotating(std::string_view code, base::Instant now) const {
  const std::size_t dot = code.rfind('.');
  if (!code.starts_with(rotating_prefix) || dot < rotating_prefix.size()) return CodeFault::unknown;
  const auto found = read_signed(code.substr(rotating_prefix.size(), dot - rotating_prefix.size()), '\2', public_key_.data());
  const auto* claim = std::get_if<TicketClaim>(&found);
  if (claim == nullptr) return found;
  const std::string_view digits = code.substr(dot + 1);
  const RotationSecret secret = rotation_secret(*claim);
  const std::uint64_t step = step_of(now);
  bool good = false;
  for (const std::uint64_t beside : {step - 1, step, step + 1}) {
    const std::string wanted = digits_of(secret, beside);
    good |= wanted.size() == digits.size() && sodium_memcmp(wanted.data(), digits.data(), wanted.size()) == 0;
  }
  if (!good) return CodeFault::too_old;
  return found;
}

std::string TicketSigner::public_keys() const {
  const std::string x = base::to_base64url(public_key_);
  return R"({"keys":[{"kty":"OKP","crv":"Ed25519","use":"sig","kid":")" + x.substr(0, 8) + R"(","x":")" + x + R"("}]})";
}

}  // namespace gelora::booking
