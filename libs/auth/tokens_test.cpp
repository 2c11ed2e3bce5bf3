#include "auth/tokens.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "testkit/keys.hpp"

namespace gelora::auth {
namespace {

using namespace std::chrono_literals;

using testkit::make_ec_key;

constexpr base::Instant now{1'900'000'000'000'000};

Caller fan() {
  Caller caller;
  caller.user = {42};
  caller.session = {7};
  caller.roles = {"customer"};
  caller.organisations = {{9, "gate"}};
  return caller;
}

struct AccessTokens : testing::Test {
  AccessTokenIssuer issuer{Key::from_pem(make_ec_key().private_pem), "gelora", 10min};
  AccessTokenVerifier verifier{"gelora"};
  AccessTokens() { EXPECT_TRUE(verifier.load_jwks(issuer.jwks())); }
};

TEST_F(AccessTokens, CarryWhoTheCallerIs) {
  const auto caller = verifier.verify(issuer.issue(fan(), now), now);
  ASSERT_TRUE(caller);
  EXPECT_EQ(caller->user, base::UserId{42});
  EXPECT_EQ(caller->session, base::SessionId{7});
  EXPECT_TRUE(caller->has_role("customer"));
  EXPECT_FALSE(caller->has_role("admin"));
  ASSERT_EQ(caller->organisations.size(), 1u);
  EXPECT_EQ(caller->organisations[0].role, "gate");
}

TEST_F(AccessTokens, CarryInWhichShowsSomebodyWorks) {
  Caller manager = fan();
  manager.organisations = {{9, "manager", {5, 6}}, {10, "owner"}};
  const auto caller = verifier.verify(issuer.issue(manager, now), now);
  ASSERT_TRUE(caller);
  EXPECT_EQ(caller->role_at(9, 5), "manager");
  EXPECT_EQ(caller->role_at(9, 7), "");
  EXPECT_EQ(caller->role_at(10, 7), "owner");
  EXPECT_EQ(caller->role_in(9), "") << "a role in some shows is none in the organisation";
  EXPECT_EQ(caller->role_in(10), "owner");
  EXPECT_EQ(caller->work_for(11), nullptr);
}

TEST_F(AccessTokens, EndAlsoWhenRemembered) {
  const auto token = issuer.issue(fan(), now);
  EXPECT_TRUE(verifier.verify(token, now));
  EXPECT_TRUE(verifier.verify(token, now + 599s));
  EXPECT_FALSE(verifier.verify(token, now + 600s));
}

TEST_F(AccessTokens, AnyFlippedCharacterIsRefused) {
  const auto token = issuer.issue(fan(), now);
  for (std::size_t i = 0; i < token.size(); i += 3) {
    auto forged = token;
    forged[i] = forged[i] == 'A' ? 'B' : 'A';
    if (forged == token) continue;
    EXPECT_FALSE(verifier.verify(forged, now)) << i;
  }
}

TEST_F(AccessTokens, OfAnotherKeyOrIssuerAreRefused) {
  const AccessTokenIssuer stranger{Key::from_pem(make_ec_key().private_pem), "gelora", 10min};
  EXPECT_FALSE(verifier.verify(stranger.issue(fan(), now), now));
  AccessTokenVerifier other{"somebody-else"};
  ASSERT_TRUE(other.load_jwks(issuer.jwks()));
  EXPECT_FALSE(other.verify(issuer.issue(fan(), now), now));
}

TEST_F(AccessTokens, AlgorithmNoneAndGarbageAreRefused) {
  // {"alg":"none"} . {"sub":"42"} .
  EXPECT_FALSE(verifier.verify("eyJhbGciOiJub25lIn0.eyJzdWIiOiI0MiJ9.", now));
  EXPECT_FALSE(verifier.verify("", now));
  EXPECT_FALSE(verifier.verify("...", now));
  EXPECT_FALSE(verifier.verify(std::string(100'000, 'a'), now));
}

TEST(AccessToken, WithATimeBeyondReckoningIsOfTheLastYearAtMost) {
  const auto pem = make_ec_key().private_pem;
  AccessTokenVerifier verifier{"gelora"};
  ASSERT_TRUE(verifier.load_jwks(AccessTokenIssuer(Key::from_pem(pem), "gelora", 10min).jwks()));
  const auto caller = verifier.verify(
      Key::from_pem(pem).sign(R"({"iss":"gelora","aud":"gelora","sub":"1","sid":"1","iat":0,"exp":9223372036854775807})"), now);
  ASSERT_TRUE(caller);
  EXPECT_EQ(base::to_rfc3339(caller->expires_at), "9999-12-31T23:59:59Z");
}

TEST(Key, OfAnotherCurveIsRefused) {
  EXPECT_THROW(Key::from_pem(make_ec_key("P-384").private_pem), std::runtime_error);
  EXPECT_THROW(Key::from_pem("nonsense"), std::runtime_error);
}

TEST(ServiceTokens, AreForOneAudienceAndSixtySeconds) {
  const auto dir = std::filesystem::temp_directory_path() / ("gelora-keys-" + std::to_string(::getpid()));
  std::filesystem::create_directories(dir);
  for (const std::string name : {"a", "b", "c"}) {
    const auto pem = make_ec_key();
    std::ofstream(dir / (name + ".key.pem")) << pem.private_pem;
    std::ofstream(dir / (name + ".pub.pem")) << pem.public_pem;
  }
  ServiceTokens a("a", dir, {"b"}), b("b", dir, {"a"}), c("c", dir, {"a", "b"});
  const auto token = a.issue("b", base::UserId{5}, now);
  const auto caller = b.verify(token, now);
  ASSERT_TRUE(caller);
  EXPECT_EQ(caller->service, "a");
  EXPECT_EQ(caller->user, base::UserId{5});
  EXPECT_FALSE(b.verify(token, now + 61s));
  EXPECT_FALSE(c.verify(token, now));                               // another audience
  EXPECT_FALSE(b.verify(c.issue("b", base::UserId{5}, now), now));  // not a peer of b
  // a life so long that its length overflows
  const auto forever = R"({"iss":"a","aud":"b","iat":-9223372036854775808,"exp":9223372036854775807})";
  std::ifstream pem(dir / "a.key.pem");
  const auto key = Key::from_pem({std::istreambuf_iterator<char>(pem), {}});
  EXPECT_FALSE(b.verify(key.sign(forever), now));
  std::filesystem::remove_all(dir);
}

}  // namespace
}  // namespace gelora::auth
