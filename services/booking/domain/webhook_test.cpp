#include "booking/domain/webhook.hpp"

#include <gtest/gtest.h>

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

std::array<std::uint8_t, 32> counted() {
  std::array<std::uint8_t, 32> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i);
  return bytes;
}

// The vector of docs/webhooks.md.
TEST(Webhook, IsSignedAsStandardWebhooksAre) {
  const auto secret = webhook_secret(counted());
  EXPECT_EQ(secret, "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  EXPECT_EQ(webhook_signature(secret, "7301444403200000901", 1'795'348'800, R"({"type":"webhook.test"})"),
            "v1,jg1RPKN4NA7o/FwjTJ9emdfWKgXghEnnOSUkFYG889E=");
}

TEST(Webhook, IsTriedForAboutThreeDays) {
  Duration least{}, most{};
  unsigned attempts = 1;
  for (; webhook_pause(attempts, 0); ++attempts) {
    EXPECT_LT(*webhook_pause(attempts, 0), *webhook_pause(attempts, 1));
    least += *webhook_pause(attempts, 0);
    most += *webhook_pause(attempts, 1);
  }
  EXPECT_EQ(attempts, 10u);
  EXPECT_GT(least, 48h);
  EXPECT_LT(most, 96h);
  EXPECT_EQ(*webhook_pause(1, 0.5), 5s);
  EXPECT_EQ(webhook_pause(0, 0.5), std::nullopt);
}

TEST(Webhook, ItsAddressIsToldWithoutItsQuery) {
  EXPECT_EQ(without_query("https://example.com:8443/a/b?token=secret?x"), "https://example.com:8443/a/b");
  EXPECT_EQ(without_query("https://example.com/a"), "https://example.com/a");
}

TEST(Webhook, KnowsItsEvents) {
  EXPECT_TRUE(is_webhook_event("ticket.admitted"));
  EXPECT_FALSE(is_webhook_event("webhook.test"));
  EXPECT_FALSE(is_webhook_event(""));
}

}  // namespace
}  // namespace gelora::booking
