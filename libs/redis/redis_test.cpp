#include <gtest/gtest.h>

#include "loop/run.hpp"
#include "redis/buckets.hpp"

namespace gelora::redis {
namespace {

using namespace std::chrono_literals;

constexpr Bucket three_a_minute{3, 20s};

TEST(TakeToken, GivesTheBurstAndThenOneAfterAnother) {
  base::Instant full_at{}, now{1'800'000'000'000'000};
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(take_token(full_at, three_a_minute, now)) << i;
  EXPECT_EQ(take_token(full_at, three_a_minute, now), base::Duration{20s});
  EXPECT_EQ(take_token(full_at, three_a_minute, now + 15s), base::Duration{5s});
  EXPECT_FALSE(take_token(full_at, three_a_minute, now + 20s));
  EXPECT_TRUE(take_token(full_at, three_a_minute, now + 20s));
}

TEST(TakeToken, RefusalsCostNothing) {
  base::Instant full_at{}, now{1'800'000'000'000'000};
  for (int i = 0; i < 100; ++i) take_token(full_at, three_a_minute, now);
  EXPECT_FALSE(take_token(full_at, three_a_minute, now + 20s));
}

TEST(TakeToken, ABucketIsNeverFullerThanItsBurst) {
  base::Instant full_at{}, now{1'800'000'000'000'000};
  take_token(full_at, three_a_minute, now);
  now = now + 24h;
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(take_token(full_at, three_a_minute, now)) << i;
  EXPECT_TRUE(take_token(full_at, three_a_minute, now));
}

TEST(Buckets, CountHereWhileRedisIsAway) {
  loop::Loop loop;
  Client client(loop, {"/nowhere/redis.sock", "", 0});
  Buckets buckets(client);
  int given = 0;
  auto work = [&]() -> Task<> {
    const base::Instant now{1'800'000'000'000'000};
    for (int i = 0; i < 5; ++i) {
      const auto wait = co_await buckets.take("door", three_a_minute, now);
      if (!wait) ++given;
    }
  };
  EXPECT_EQ(loop::run_once(loop, work), 0);
  EXPECT_EQ(given, 3);
}

}  // namespace
}  // namespace gelora::redis
