// Texts that only we make: what was not made by us is nobody's, and breaks nothing.
#include "fuzz/fuzz.hpp"
#include "user/domain/known_device.hpp"
#include "user/domain/organisation.hpp"
#include "user/domain/passkey.hpp"
#include "user/domain/tokens.hpp"
#include "user/domain/totp.hpp"

using namespace gelora::user;

FUZZ(bytes) {
  static const KnownDevices devices("key");
  static const Challenges challenges("key");
  CHECK(!devices.knows(bytes, "a@b.example"));
  CHECK(!challenges.check(bytes, "log in", {0}));
  RefreshTokens::parse(bytes);
  if (const auto code = parse_gate_code(bytes)) {
    CHECK(code->size() == 14 && parse_gate_code(*code) == code);
  }
  if (const auto code = parse_recovery_code(bytes)) CHECK(code->size() == 11 && parse_recovery_code(*code) == code);
  if (const auto role = parse_role(bytes)) CHECK(name_of(*role) == bytes);
}
