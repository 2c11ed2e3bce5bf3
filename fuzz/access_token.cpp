// Tokens of people and of services: whatever is sent is nobody, unless it was signed; whatever was signed does not break us.
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "auth/tokens.hpp"
#include "base/encoding.hpp"
#include "fuzz/fuzz.hpp"
#include "testkit/keys.hpp"

using namespace gelora;
using namespace gelora::auth;

namespace {

constexpr base::Instant now{1'900'000'000'000'000};

struct Keys {
  Keys() {
    const auto dir = std::filesystem::temp_directory_path() / ("gelora-fuzz-" + std::to_string(::getpid()));
    std::filesystem::create_directories(dir);
    for (const char* name : {"a", "b"}) {
      std::ofstream(dir / (std::string{name} + ".key.pem")) << pair.private_pem;
      std::ofstream(dir / (std::string{name} + ".pub.pem")) << pair.public_pem;
    }
    services = std::make_unique<ServiceTokens>("b", dir, std::vector<std::string>{"a"});
    std::filesystem::remove_all(dir);
    CHECK(verifier.load_jwks(AccessTokenIssuer(Key::from_pem(pair.private_pem), "gelora", std::chrono::minutes{10}).jwks()));
  }

  testkit::KeyPair pair = testkit::make_ec_key();
  Key key = Key::from_pem(pair.private_pem);
  AccessTokenVerifier verifier{"gelora"};
  std::unique_ptr<ServiceTokens> services;
};

}  // namespace

FUZZ(bytes) {
  static Keys& keys = *new Keys;
  std::string token;
  bool is_ours = false;
  switch (fuzz::choice(bytes) % 3) {
    case 0: token = bytes; break;  // anything
    case 1:                        // our header and a made-up rest
      token = base::to_base64url(base::as_bytes(R"({"alg":"ES256","kid":")" + keys.key.kid() + R"("})")) + '.';
      token += base::to_base64url(base::as_bytes(bytes)) + ".AAAA";
      break;
    default:  // claims that were signed
      token = keys.key.sign(bytes);
      is_ours = true;
  }
  CHECK(is_ours || !keys.key.verify(token));
  const auto caller = keys.verifier.verify(token, now);
  CHECK(is_ours || !caller);
  CHECK(!caller || (caller->user && caller->session && caller->expires_at > now));
  const auto service = keys.services->verify(token, now);
  CHECK(is_ours || !service);
  CHECK(!service || service->service == "a");
}
