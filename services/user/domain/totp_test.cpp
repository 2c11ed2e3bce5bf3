#include "user/domain/totp.hpp"

#include <gtest/gtest.h>

namespace gelora::user {
namespace {

constexpr std::string_view rfc_secret = "12345678901234567890";

TEST(Totp, GivesThePublishedCodes) {  // RFC 6238, appendix B, SHA-1
  const std::pair<std::int64_t, std::string_view> published[] = {
      {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
      {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"},
  };
  for (const auto& [seconds, code] : published) EXPECT_EQ(totp_code(rfc_secret, totp_step({seconds * 1'000'000}), 8), code);
}

TEST(Totp, TakesTheCodeOfThisStepAndOfItsNeighbours) {
  const base::Instant now{1'800'000'015'000'000};
  const std::uint64_t step = totp_step(now);
  for (const std::uint64_t near : {step - 1, step, step + 1})
    EXPECT_EQ(step_of_code(rfc_secret, totp_code(rfc_secret, near), now), near);
  for (const std::uint64_t far : {step - 2, step + 2}) EXPECT_FALSE(step_of_code(rfc_secret, totp_code(rfc_secret, far), now));
  for (const std::string_view bad : {"", "12345", "1234567", "abcdef"}) EXPECT_FALSE(step_of_code(rfc_secret, bad, now)) << bad;
}

TEST(Totp, WritesTheSecretAsAppsReadIt) {  // RFC 4648, section 10
  EXPECT_EQ(to_base32("foobar"), "MZXW6YTBOI");
  EXPECT_EQ(to_base32("fooba"), "MZXW6YTB");
  EXPECT_EQ(to_base32("f"), "MY");
  EXPECT_EQ(otpauth_uri("foobar", "a+b@c.id"),
            "otpauth://totp/Gelora:a%2Bb%40c.id?secret=MZXW6YTBOI&issuer=Gelora&algorithm=SHA1&digits=6&period=30");
}

TEST(RecoveryCode, IsReadHoweverItIsTyped) {
  for (const std::string_view typed : {"abcde-fgh27", "ABCDEFGH27", " abcde fgh27"})
    EXPECT_EQ(parse_recovery_code(typed), "abcde-fgh27");
  for (const std::string_view bad : {"", "abcde", "abcde-fgh01", "abcde-fgh277", "abcde_fgh27"})
    EXPECT_FALSE(parse_recovery_code(bad)) << bad;
}

}  // namespace
}  // namespace gelora::user
