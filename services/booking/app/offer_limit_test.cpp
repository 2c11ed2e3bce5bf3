#include "booking/app/offer_limit.hpp"

#include <gtest/gtest.h>

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr Instant noon{1'795'348'800'000'000};
constexpr UserId ayu{1}, bima{2};

bool offer(OfferLimit& limit, UserId user, Instant now) {
  auto taken = limit.take(user, now);
  auto* place = std::get_if<OfferLimit::Place>(&taken);
  if (place != nullptr) place->keep();
  return place != nullptr;
}

TEST(OfferLimit, TwentyAnHourForEachPerson) {
  OfferLimit limit(true);
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(offer(limit, ayu, noon + 1min * i));
  EXPECT_EQ(std::get<Duration>(limit.take(ayu, noon + 20min)), 40min);
  EXPECT_TRUE(offer(limit, bima, noon + 20min));
  EXPECT_TRUE(offer(limit, ayu, noon + 60min));
  EXPECT_FALSE(offer(limit, ayu, noon + 60min));
}

TEST(OfferLimit, WhatWasRefusedDoesNotCount) {
  OfferLimit limit(true);
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(std::holds_alternative<OfferLimit::Place>(limit.take(ayu, noon)));
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(offer(limit, ayu, noon));
  EXPECT_FALSE(offer(limit, ayu, noon));
}

TEST(OfferLimit, CanBeOff) {
  OfferLimit limit(false);
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(offer(limit, ayu, noon));
}

}  // namespace
}  // namespace gelora::booking
