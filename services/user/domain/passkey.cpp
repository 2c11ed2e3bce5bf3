#include "user/domain/passkey.hpp"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>
#include <sodium.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <memory>

#include "base/encoding.hpp"
#include "seal/seals.hpp"

namespace gelora::user {
namespace {

// WebAuthn, section 6.1: the hash of the relying party's id, then the flags, then the counter.
constexpr std::size_t flags_at = 32, shortest_authenticator_data = 37;
constexpr unsigned char user_present = 0x01, user_verified = 0x04, has_attested_credential = 0x40;
constexpr std::size_t longest_credential_id = 1023;
constexpr std::size_t challenge_head = 8 + 16, challenge_mac = 16;

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::array<unsigned char, 32> sha256(std::string_view text) {
  std::array<unsigned char, 32> hash{};
  crypto_hash_sha256(hash.data(), bytes(text), text.size());
  return hash;
}

// Whether CBOR (RFC 8949) promises no more than it holds, and nests little: libcbor takes memory for as many items as a head says
// there are, before it looks for them. Definite lengths only, as CTAP2's canonical form has them.
bool is_modest_cbor(std::string_view data) {
  std::uint64_t wanted[8] = {};  // items that are still to come, by depth; at the outermost any number follows each other
  std::size_t depth = 0;
  for (std::size_t at = 0; at < data.size();) {
    const auto first = static_cast<unsigned char>(data[at++]);
    const unsigned major = first >> 5, low = first & 31;
    std::uint64_t value = low;
    if (low > 27) return false;
    if (low >= 24) {
      const std::size_t width = std::size_t{1} << (low - 24);
      if (data.size() - at < width) return false;
      value = 0;
      for (std::size_t i = 0; i < width; ++i) value = value << 8 | static_cast<unsigned char>(data[at++]);
    }
    const std::uint64_t left = data.size() - at;
    if (depth > 0) --wanted[depth];
    if (major == 2 || major == 3) {
      if (value > left) return false;
      at += static_cast<std::size_t>(value);
    } else if (major == 4 || major == 5) {
      if (value > left || depth + 1 == std::size(wanted)) return false;
      wanted[++depth] = major == 4 ? value : 2 * value;
    } else if (major == 6) {
      return false;  // no tag has a meaning here
    }
    while (depth > 0 && wanted[depth] == 0) --depth;
  }
  return depth == 0;
}

// What follows the fixed part: with a credential its id and key, with or without extensions.
bool is_modest(std::string_view authenticator_data) {
  auto rest = authenticator_data.substr(shortest_authenticator_data);
  if ((static_cast<unsigned char>(authenticator_data[flags_at]) & has_attested_credential) == 0) return is_modest_cbor(rest);
  constexpr std::size_t id_size_at = 16, id_at = 18;  // after the authenticator's AAGUID
  if (rest.size() < id_at) return false;
  const std::size_t id_size = static_cast<std::size_t>(static_cast<unsigned char>(rest[id_size_at])) << 8 |
                              static_cast<unsigned char>(rest[id_size_at + 1]);
  return rest.size() - id_at >= id_size && is_modest_cbor(rest.substr(id_at + id_size));
}

bool is_for(const RelyingParty& us, std::string_view authenticator_data, unsigned char flags) {
  if (authenticator_data.size() < shortest_authenticator_data) return false;
  const auto hash = sha256(us.id);
  if (sodium_memcmp(hash.data(), authenticator_data.data(), hash.size()) != 0) return false;
  return (static_cast<unsigned char>(authenticator_data[flags_at]) & flags) == flags && is_modest(authenticator_data);
}

std::string_view member(const boost::json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string_view{value->get_string()} : std::string_view{};
}

struct Free {
  void operator()(fido_cred_t* one) const { fido_cred_free(&one); }
  void operator()(fido_assert_t* one) const { fido_assert_free(&one); }
  void operator()(es256_pk_t* one) const { es256_pk_free(&one); }
  void operator()(eddsa_pk_t* one) const { eddsa_pk_free(&one); }
  void operator()(rs256_pk_t* one) const { rs256_pk_free(&one); }
};
template <class T>
using Fido = std::unique_ptr<T, Free>;

// The key of the data, if it is one of `algorithm`.
std::optional<PasskeyKey> read_key(std::string_view authenticator_data, int algorithm) {
  const Fido<fido_cred_t> credential(fido_cred_new());
  if (!credential || fido_cred_set_type(credential.get(), algorithm) != FIDO_OK) return std::nullopt;
  if (fido_cred_set_authdata_raw(credential.get(), bytes(authenticator_data), authenticator_data.size()) != FIDO_OK)
    return std::nullopt;
  const auto* id = fido_cred_id_ptr(credential.get());
  const auto* key = fido_cred_pubkey_ptr(credential.get());
  const std::size_t id_size = fido_cred_id_len(credential.get());
  if (id == nullptr || key == nullptr || id_size == 0 || id_size > longest_credential_id) return std::nullopt;
  return PasskeyKey{{reinterpret_cast<const char*>(id), id_size},
                    algorithm,
                    {reinterpret_cast<const char*>(key), fido_cred_pubkey_len(credential.get())},
                    fido_cred_sigcount(credential.get())};
}

template <class Key>
bool verifies(const fido_assert_t* assertion, const PasskeyKey& key, Fido<Key> public_key,
              int (*from)(Key*, const void*, std::size_t)) {
  return public_key && from(public_key.get(), key.public_key.data(), key.public_key.size()) == FIDO_OK &&
         fido_assert_verify(assertion, 0, key.algorithm, public_key.get()) == FIDO_OK;
}

bool verifies(const fido_assert_t* assertion, const PasskeyKey& key) {
  switch (key.algorithm) {
    case COSE_ES256: return verifies(assertion, key, Fido<es256_pk_t>(es256_pk_new()), es256_pk_from_ptr);
    case COSE_EDDSA: return verifies(assertion, key, Fido<eddsa_pk_t>(eddsa_pk_new()), eddsa_pk_from_ptr);
    case COSE_RS256: return verifies(assertion, key, Fido<rs256_pk_t>(rs256_pk_new()), rs256_pk_from_ptr);
    default: return false;
  }
}

}  // namespace

RelyingParty RelyingParty::of(std::string_view public_url) {
  std::string_view host = public_url.substr(public_url.find("://") + 3);
  if (const auto colon = host.rfind(':'); colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos)
    host = host.substr(0, colon);
  return {std::string{host}, std::string{public_url}};
}

std::optional<std::string> challenge_of(std::string_view client_data_json, Ceremony ceremony, const RelyingParty& us) {
  boost::system::error_code error;
  const boost::json::value value = boost::json::parse(client_data_json, error);
  const auto* data = error ? nullptr : value.if_object();
  if (data == nullptr) return std::nullopt;
  if (member(*data, "type") != (ceremony == Ceremony::create ? "webauthn.create" : "webauthn.get")) return std::nullopt;
  if (member(*data, "origin") != us.origin) return std::nullopt;
  const auto* cross = data->if_contains("crossOrigin");
  if (cross != nullptr && !(cross->is_bool() && !cross->get_bool())) return std::nullopt;
  return base::from_base64url(member(*data, "challenge"));
}

std::optional<PasskeyKey> read_new_passkey(const PasskeyCreated& created, const RelyingParty& us) {
  if (!is_for(us, created.authenticator_data, user_present | user_verified | has_attested_credential)) return std::nullopt;
  for (const int algorithm : passkey_algorithms)
    if (auto key = read_key(created.authenticator_data, algorithm)) return key;
  return std::nullopt;
}

std::optional<std::uint32_t> verify_passkey(const PasskeyAnswer& answer, const PasskeyKey& key, const RelyingParty& us) {
  if (!is_for(us, answer.authenticator_data, user_present | user_verified)) return std::nullopt;
  const Fido<fido_assert_t> assertion(fido_assert_new());
  const auto hash = sha256(answer.client_data_json);
  const auto* data = bytes(answer.authenticator_data);
  const auto* signature = bytes(answer.signature);
  auto* one = assertion.get();
  if (one == nullptr || fido_assert_set_clientdata_hash(one, hash.data(), hash.size()) != FIDO_OK ||
      fido_assert_set_rp(one, us.id.c_str()) != FIDO_OK || fido_assert_set_count(one, 1) != FIDO_OK ||
      fido_assert_set_authdata_raw(one, 0, data, answer.authenticator_data.size()) != FIDO_OK ||
      fido_assert_set_sig(one, 0, signature, answer.signature.size()) != FIDO_OK ||
      fido_assert_set_up(one, FIDO_OPT_TRUE) != FIDO_OK || fido_assert_set_uv(one, FIDO_OPT_TRUE) != FIDO_OK ||
      !verifies(one, key)) {
    return std::nullopt;
  }
  const std::uint32_t count = fido_assert_sigcount(one, 0);
  if ((count != 0 || key.sign_count != 0) && count <= key.sign_count) return std::nullopt;  // section 7.2, step 21: a copy
  return count;
}

Challenges::Challenges(std::string_view key_material) : key_(seal::derived_key(key_material, "gelora passkey challenge 1")) {}

std::string Challenges::mac_of(std::string_view head, std::string_view purpose) const {
  const std::string proven = std::string{head} + std::string{purpose};
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
  crypto_auth_hmacsha256(mac.data(), bytes(proven), proven.size(), key_.data());
  return {reinterpret_cast<const char*>(mac.data()), challenge_mac};
}

std::string Challenges::make(std::string_view purpose, std::string_view random_16, Instant now) const {
  const std::int64_t end = (now + challenge_lifetime).us;
  std::string head;
  for (int shift = 56; shift >= 0; shift -= 8) head += static_cast<char>(static_cast<std::uint64_t>(end) >> shift & 0xff);
  head += random_16.substr(0, 16);
  return head + mac_of(head, purpose);
}

std::optional<Instant> Challenges::check(std::string_view challenge, std::string_view purpose, Instant now) const {
  if (challenge.size() != challenge_head + challenge_mac) return std::nullopt;
  const auto head = challenge.substr(0, challenge_head);
  const std::string mac = mac_of(head, purpose);
  if (sodium_memcmp(mac.data(), challenge.data() + challenge_head, mac.size()) != 0) return std::nullopt;
  std::uint64_t end = 0;
  for (std::size_t i = 0; i < 8; ++i) end = end << 8 | static_cast<unsigned char>(head[i]);
  const Instant until{static_cast<std::int64_t>(end)};
  return until > now ? std::optional{until} : std::nullopt;
}

}  // namespace gelora::user
