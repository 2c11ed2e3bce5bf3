#include "payment/domain/signature.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "stripe_webhook_vectors.hpp"

namespace gelora::payment {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

constexpr base::Instant now{1'900'000'000'000'000};
constexpr std::string_view secret = "test_secret";

json::value vectors() { return json::parse(stripe_webhook_vectors[0].text); }
std::string text_of(const json::value& value, const char* name) { return std::string{value.at(name).as_string()}; }

TEST(StripeSignature, IsWhatStripePublishes) {
  const auto all = vectors();
  for (const auto& one : all.at("hmac").as_array()) {
    EXPECT_EQ(hmac_sha256_hex(text_of(one, "secret"), text_of(one, "payload")), text_of(one, "hex")) << text_of(one, "payload");
  }
}

TEST(StripeSignature, TakesAndRefusesWhatStripesOwnLibraryDoes) {
  const std::string body = R"({"id":"evt_1","object":"event"})";
  const auto header = sign_webhook(secret, body, now);
  EXPECT_TRUE(verify_webhook(secret, header, body, now));
  EXPECT_TRUE(verify_webhook(secret, header + ",v1=potato", body, now));
  EXPECT_FALSE(verify_webhook(secret, "bad_header", body, now));
  EXPECT_FALSE(verify_webhook(secret, "", body, now));
  auto only_v0 = header;
  only_v0.replace(only_v0.find("v1="), 3, "v0=");
  EXPECT_FALSE(verify_webhook(secret, only_v0, body, now));
  EXPECT_FALSE(verify_webhook(secret, header.substr(0, header.find(',')) + ",v1=bad_signature", body, now));
  EXPECT_FALSE(verify_webhook(secret, header, body, now + 301s));
  EXPECT_FALSE(verify_webhook(secret, header, R"({"id":"evt_2","object":"event"})", now));
  EXPECT_FALSE(verify_webhook(secret, header, R"({ "id": "evt_1", "object": "event" })", now));
  EXPECT_FALSE(verify_webhook(secret, header, "", now));
}

// FIPS 180-2, appendix C.1
TEST(Sha512, IsThatOfTheStandard) {
  EXPECT_EQ(
      sha512_hex("abc"),
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94f"
      "a54ca49f");
}

TEST(SameText, ComparesLengthAndBytes) {
  EXPECT_TRUE(same_text("abc", "abc"));
  EXPECT_TRUE(same_text("", ""));
  EXPECT_FALSE(same_text("abc", "abd"));
  EXPECT_FALSE(same_text("abc", "ab"));
}

}  // namespace
}  // namespace gelora::payment
