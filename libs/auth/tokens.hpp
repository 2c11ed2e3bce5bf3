// Tokens: ES256 JWTs (RFC 7519, JWS by cjose) for people, and short ones between services.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "auth/caller.hpp"
#include "auth/revocations.hpp"
#include "base/time.hpp"

namespace gelora::auth {

// An EC P-256 key, private or public. `kid` is its JWK thumbprint (RFC 7638).
class Key {
 public:
  // From PEM (PKCS#8, SEC1 or public key); throws std::runtime_error for anything else than P-256.
  static Key from_pem(const std::string& pem);
  // From one JSON Web Key; nothing when it is not a P-256 signature key.
  static std::optional<Key> from_jwk(std::string_view json);

  const std::string& kid() const { return kid_; }
  std::string public_jwk() const;  // JSON with kid, use, alg

  // Compact JWS over `claims` (JSON text). Needs the private part.
  std::string sign(std::string_view claims) const;
  // The claims, when the signature of the compact JWS is right; the header's alg must be ES256.
  std::optional<std::string> verify(std::string_view token) const;

 private:
  struct Deleter {
    void operator()(void* jwk) const;
  };
  Key(void* jwk, std::string kid) : jwk_(jwk), kid_(std::move(kid)) {}
  std::unique_ptr<void, Deleter> jwk_;
  std::string kid_;
};

// Finds a std::string by a view.
struct HashText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// The kid in a compact token's header; empty when there is none or the token is malformed.
std::string kid_of(std::string_view token);

// Issues access tokens (user-service only).
class AccessTokenIssuer {
 public:
  AccessTokenIssuer(Key key, std::string issuer, base::Duration lifetime)
      : key_(std::move(key)), issuer_(std::move(issuer)), lifetime_(lifetime) {}

  // The token ends `lifetime` after now, or at `caller.expires_at` when that is set and comes first.
  std::string issue(const Caller& caller, base::Instant now) const;
  base::Duration lifetime() const { return lifetime_; }
  std::string jwks() const;  // {"keys": [...]}

 private:
  Key key_;
  std::string issuer_;
  base::Duration lifetime_;
};

// Verifies access tokens. Verified ones are remembered until they expire: a signature costs ~60 µs, a look-up well below 1.
// One object a loop; not shared between threads.
class AccessTokenVerifier {
 public:
  explicit AccessTokenVerifier(std::string issuer) : issuer_(std::move(issuer)) {}

  // Replaces the keys by those of a JWK set. False, and nothing changes, when it holds no usable key.
  bool load_jwks(std::string_view json);
  bool has_keys() const { return !keys_.empty(); }

  // To be told of what ends before its time; until it has been heard, nobody can be trusted.
  Revocations& revocations() { return revocations_; }

  // Nobody when the token is malformed, not ours, not signed by a known key, out of time, or void.
  std::shared_ptr<const Caller> verify(std::string_view token, base::Instant now);

 private:
  std::shared_ptr<const Caller> read(std::string_view token, base::Instant now);

  std::string issuer_;
  Revocations revocations_;
  std::unordered_map<std::string, std::shared_ptr<const Key>> keys_;
  std::unordered_map<std::string, std::shared_ptr<const Caller>, HashText, std::equal_to<>> verified_;
};

// Tokens of one service towards the others: own key, the audience, at most 60 s, on whose behalf.
class ServiceTokens {
 public:
  // `keys_dir` holds <name>.key.pem of `self` and <peer>.pub.pem of each peer; throws when one is missing.
  ServiceTokens(std::string self, const std::string& keys_dir, const std::vector<std::string>& peers);

  // On nobody's behalf, the same token serves for 20 s. Not to be called from several threads.
  std::string issue(std::string_view audience, base::UserId on_behalf_of, base::Instant now);
  // A token that was found good is not checked again until it expires.
  std::optional<ServiceCaller> verify(std::string_view token, base::Instant now);

 private:
  struct Issued {
    std::string token;
    base::Instant at;
  };
  struct Verified {
    ServiceCaller caller;
    std::int64_t expires_s = 0;
  };
  std::unordered_map<std::string, Issued> issued_;                                 // by audience
  std::unordered_map<std::string, Verified, HashText, std::equal_to<>> verified_;  // by token
  std::string self_;
  std::unique_ptr<Key> key_;
  std::unordered_map<std::string, std::unique_ptr<Key>> peers_;
};

}  // namespace gelora::auth
