// Passkeys: what a browser says with one, verified as Web Authentication Level 2 (W3C, 2021), sections 7.1 and 7.2, asks, by
// libfido2. Attestation is not asked for, so that what is left to verify of a new one is its origin, its challenge and its flags.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "user/domain/account.hpp"

namespace gelora::user {

// Us, towards browsers: "gelora.example" and "https://gelora.example".
struct RelyingParty {
  std::string id, origin;

  static RelyingParty of(std::string_view public_url);
};

inline constexpr int passkey_algorithms[] = {-7, -8, -257};  // COSE: ES256, EdDSA, RS256

// What is kept of a passkey to verify it.
struct PasskeyKey {
  std::string credential_id;  // raw, at most 1023 bytes
  int algorithm = 0;          // one of passkey_algorithms
  std::string public_key;     // as libfido2 has it
  std::uint32_t sign_count = 0;
};

// What navigator.credentials.create() gave; raw bytes from outside.
struct PasskeyCreated {
  std::string client_data_json, authenticator_data;
};
// What navigator.credentials.get() gave.
struct PasskeyAnswer {
  std::string credential_id, client_data_json, authenticator_data, signature;
};

// The challenge that the browser signed, when what it says of itself is right: the ceremony, our origin, not inside another's
// page. Whether we had given that challenge is for the caller to ask.
enum class Ceremony { create, get };
std::optional<std::string> challenge_of(std::string_view client_data_json, Ceremony ceremony, const RelyingParty& us);

// Nothing unless it was made for us, by a present and verified user, with a key that we can verify.
std::optional<PasskeyKey> read_new_passkey(const PasskeyCreated& created, const RelyingParty& us);

// The authenticator's counter, when the signature is the key's, made for us by a present and verified user, and the counter does
// not go back (one that stands at 0 does not count).
std::optional<std::uint32_t> verify_passkey(const PasskeyAnswer& answer, const PasskeyKey& key, const RelyingParty& us);

// Challenges that need not be remembered: each says until when and what for it is, and proves that we gave it.
class Challenges {
 public:
  explicit Challenges(std::string_view key_material);

  // `purpose` as it will be asked for: "log in", "add 42".
  std::string make(std::string_view purpose, std::string_view random_16, Instant now) const;
  // When it ends; nothing when we never gave it for this, or it has ended.
  std::optional<Instant> check(std::string_view challenge, std::string_view purpose, Instant now) const;

 private:
  std::string mac_of(std::string_view head, std::string_view purpose) const;
  std::array<unsigned char, 32> key_;
};

inline constexpr std::chrono::minutes challenge_lifetime{5};

}  // namespace gelora::user
