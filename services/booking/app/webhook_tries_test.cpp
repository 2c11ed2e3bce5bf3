#include "booking/app/webhook_tries.hpp"

#include <gtest/gtest.h>

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;
using base::Duration, base::Instant;

constexpr std::uint64_t house = 1, other = 2;

TEST(WebhookTries, TenAreFreeThenOneInSixSeconds) {
  WebhookTries tries(true);
  const Instant now{1'800'000'000'000'000};
  for (int i = 0; i < 10; ++i) EXPECT_FALSE(tries.take(house, now)) << i;
  EXPECT_EQ(tries.take(house, now), Duration{6s});
  EXPECT_FALSE(tries.take(other, now));
  EXPECT_FALSE(tries.take(house, now + 6s));
  EXPECT_TRUE(tries.take(house, now + 6s));
}

TEST(WebhookTries, NobodyWaitsWhereLimitsAreOff) {
  WebhookTries tries(false);
  for (int i = 0; i < 50; ++i) EXPECT_FALSE(tries.take(house, {}));
}

}  // namespace
}  // namespace gelora::booking
