#include "booking/app/code_guesses.hpp"

#include <gtest/gtest.h>

#include "booking/app/promo.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr UserId guesser{1}, other{2};

TEST(CodeGuesses, TwentyAreFreeThenOneInThreeMinutes) {
  CodeGuesses guesses(true);
  Instant now{1'800'000'000'000'000};
  for (int i = 0; i < 20; ++i) {
    EXPECT_FALSE(guesses.wait(guesser, now)) << i;
    guesses.missed(guesser, now);
  }
  EXPECT_EQ(guesses.wait(guesser, now), Duration{3min});
  EXPECT_FALSE(guesses.wait(other, now));
  now = now + 3min;
  EXPECT_FALSE(guesses.wait(guesser, now));
  guesses.missed(guesser, now);
  EXPECT_TRUE(guesses.wait(guesser, now));
}

TEST(CodeGuesses, NobodyWaitsWhereLimitsAreOff) {
  CodeGuesses guesses(false);
  for (int i = 0; i < 50; ++i) guesses.missed(guesser, {});
  EXPECT_FALSE(guesses.wait(guesser, {}));
}

TEST(PromoCode, IsOfLettersDigitsAndTwoSigns) {
  for (const std::string_view good : {"EARLY10", "a-b_c", "7"}) EXPECT_TRUE(is_promo_code(good)) << good;
  for (const std::string_view bad : {"", "DISKON–10", "🎉", "a b", "12345678901234567890123456789012345678901"})
    EXPECT_FALSE(is_promo_code(bad)) << bad;
}

}  // namespace
}  // namespace gelora::booking
