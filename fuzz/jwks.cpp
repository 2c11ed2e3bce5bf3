// The keys of access tokens, as another service tells them.
#include "auth/tokens.hpp"
#include "fuzz/fuzz.hpp"

using namespace gelora::auth;

FUZZ(bytes) {
  AccessTokenVerifier verifier("gelora");
  CHECK(verifier.load_jwks(bytes) == verifier.has_keys());
  if (const auto key = Key::from_jwk(bytes)) {
    const auto again = Key::from_jwk(key->public_jwk());
    CHECK(again && again->kid() == key->kid());
  }
}
