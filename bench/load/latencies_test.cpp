#include "load/latencies.hpp"

#include <gtest/gtest.h>

namespace gelora::bench {
namespace {

TEST(Latencies, OfNothingIsZero) {
  EXPECT_EQ(Latencies{}.quantile(0.99), 0);
  EXPECT_EQ(Latencies{}.count(), 0u);
}

TEST(Latencies, GivesSmallValuesExactly) {
  Latencies latencies;
  for (int ns = 1; ns <= 100; ++ns) latencies.add(ns);
  EXPECT_EQ(latencies.quantile(0.5), 50);
  EXPECT_EQ(latencies.quantile(0.99), 99);
  EXPECT_EQ(latencies.quantile(1), 100);
}

TEST(Latencies, NeverFlattersAndIsNeverOffByMoreThanOnePartIn64) {
  for (std::int64_t ns = 1; ns < (std::int64_t{1} << 41); ns = ns * 21 / 20 + 1) {
    Latencies latencies;
    latencies.add(ns);
    latencies.add(std::int64_t{1} << 41);  // so that the bucket's end is not cut to the greatest value
    EXPECT_GE(latencies.quantile(0.5), ns);
    EXPECT_LE(latencies.quantile(0.5), ns + ns / 64 + 1);
  }
}

TEST(Latencies, TheTailIsThere) {
  Latencies latencies;
  for (int i = 0; i < 990; ++i) latencies.add(1'000);
  for (int i = 0; i < 10; ++i) latencies.add(1'000'000'000);
  EXPECT_LT(latencies.quantile(0.99), 1'100);
  EXPECT_GE(latencies.quantile(0.991), 1'000'000'000);
  EXPECT_EQ(latencies.max(), 1'000'000'000);
}

TEST(Latencies, TakesWhatIsOutOfRange) {
  Latencies latencies;
  latencies.add(-5);
  EXPECT_EQ(latencies.quantile(1), 0);
  latencies.add(INT64_MAX);
  EXPECT_GT(latencies.quantile(1), 4'000'000'000'000);
  EXPECT_EQ(latencies.count(), 2u);
}

}  // namespace
}  // namespace gelora::bench
