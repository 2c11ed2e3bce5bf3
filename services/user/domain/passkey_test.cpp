#include "user/domain/passkey.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

#include "base/encoding.hpp"
#include "user/domain/known_device.hpp"
#include "user/domain/organisation.hpp"

namespace gelora::user {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view random_16 = "0123456789abcdef";
constexpr base::Instant now{1'900'000'000'000'000};
const RelyingParty us = RelyingParty::of("http://localhost:8080");

TEST(RelyingParty, IsTheHostOfOurOrigin) {
  EXPECT_EQ(us.id, "localhost");
  EXPECT_EQ(RelyingParty::of("https://tiket.gelora.example").id, "tiket.gelora.example");
  EXPECT_EQ(RelyingParty::of("https://[::1]:8443").id, "[::1]");
}

TEST(Challenges, AreGoodForTheirPurposeAndFiveMinutes) {
  const Challenges ours("key"), others("another");
  const std::string challenge = ours.make("log in", random_16, now);
  EXPECT_EQ(ours.check(challenge, "log in", now), now + 5min);
  EXPECT_TRUE(ours.check(challenge, "log in", now + 299s));
  EXPECT_FALSE(ours.check(challenge, "log in", now + 300s));
  EXPECT_FALSE(ours.check(challenge, "add to 42", now));
  EXPECT_FALSE(others.check(challenge, "log in", now));
  for (std::size_t i = 0; i < challenge.size(); ++i) {
    std::string forged = challenge;
    forged[i] = static_cast<char>(forged[i] ^ 1);
    EXPECT_FALSE(ours.check(forged, "log in", now)) << i;
  }
  EXPECT_FALSE(ours.check(challenge.substr(1), "log in", now));
}

TEST(ChallengeOf, AsksForOurOriginAndTheRightCeremony) {
  const auto data = [](std::string_view type, std::string_view origin, std::string_view more) {
    return R"({"type":")" + std::string{type} + R"(","challenge":"YWJj","origin":")" + std::string{origin} + "\"" +
           std::string{more} + "}";
  };
  EXPECT_EQ(challenge_of(data("webauthn.get", us.origin, ""), Ceremony::get, us), "abc");
  EXPECT_EQ(challenge_of(data("webauthn.get", us.origin, R"(,"crossOrigin":false,"new":[1])"), Ceremony::get, us), "abc");
  EXPECT_FALSE(challenge_of(data("webauthn.get", us.origin, ""), Ceremony::create, us));
  EXPECT_FALSE(challenge_of(data("webauthn.get", "http://localhost", ""), Ceremony::get, us));
  EXPECT_FALSE(challenge_of(data("webauthn.get", us.origin, R"(,"crossOrigin":true)"), Ceremony::get, us));
  for (const std::string_view bad : {"", "[]", "null", "{}", R"({"type":7})"})
    EXPECT_FALSE(challenge_of(bad, Ceremony::get, us)) << bad;
}

// Found by fuzzing: a head that promises billions of items made libcbor ask for as much memory.
TEST(NewPasskey, PromisesNoMoreThanItHolds) {
  std::string data(32, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(data.data()), reinterpret_cast<const unsigned char*>(us.id.data()),
                     us.id.size());
  data += '\x45';
  data.append(4 + 16, '\0');        // counter, AAGUID
  data += std::string{"\0\1x", 3};  // a credential's id
  for (const std::string_view key :
       {"bbffffffffffffffff", "9a7fffffff", "5affffffff", "bf", "a1", "81818181818181818181", "c000"}) {
    const auto raw = base::from_hex(key);
    EXPECT_FALSE(read_new_passkey({"{}", data + *raw}, us)) << key;
  }
}

TEST(KnownDevice, IsKnownForItsAccountOnly) {
  const KnownDevices ours("key"), others("another");
  const std::string token = ours.make(random_16, "ayu@example.com");
  EXPECT_TRUE(ours.knows(token, "ayu@example.com"));
  EXPECT_FALSE(ours.knows(token, "budi@example.com"));
  EXPECT_FALSE(others.knows(token, "ayu@example.com"));
  EXPECT_FALSE(ours.knows("", "ayu@example.com"));
  EXPECT_FALSE(ours.knows(token + "A", "ayu@example.com"));
}

TEST(Role, SaysWhomOneMayGiveAndTake) {
  for (const Role role : {Role::owner, Role::manager, Role::box_office, Role::gate}) {
    EXPECT_TRUE(may_give({Role::owner, {}}, role));
    EXPECT_EQ(may_give({Role::manager, {}}, role), role == Role::box_office || role == Role::gate);
    EXPECT_FALSE(may_give({Role::box_office, {}}, role));
    EXPECT_FALSE(may_give({Role::gate, {}}, role));
    EXPECT_EQ(parse_role(name_of(role)), role);
  }
  EXPECT_FALSE(parse_role("admin"));
}

TEST(GateCode, IsReadHoweverItIsTyped) {
  for (const std::string_view typed : {"KQ7M-2XPD-3HTA", "kq7m2xpd3hta", " KQ7M 2XPD-3hta"})
    EXPECT_EQ(parse_gate_code(typed), "KQ7M-2XPD-3HTA");
  for (const std::string_view bad : {"", "KQ7M-2XPD", "KQ7M-2XPD-3HT1", "KQ7M-2XPD-3HTAA", "KQ7M_2XPD_3HTA"})
    EXPECT_FALSE(parse_gate_code(bad)) << bad;
}

}  // namespace
}  // namespace gelora::user
