#include "auth/revocations.hpp"

#include <gtest/gtest.h>

namespace gelora::auth {
namespace {

using namespace std::chrono_literals;

Caller caller(std::uint64_t user, std::uint64_t session, std::uint32_t generation) {
  Caller one;
  one.user = {user};
  one.session = {session};
  one.generation = generation;
  return one;
}

TEST(Revocations, VoidASessionAndNoOther) {
  Revocations revocations;
  revocations.end_session({7});
  EXPECT_TRUE(revocations.voids(caller(1, 7, 0)));
  EXPECT_FALSE(revocations.voids(caller(1, 8, 0)));
}

TEST(Revocations, VoidTokensFromBeforeAChangeOfRights) {
  Revocations revocations;
  revocations.end_before({1}, 5);
  revocations.end_before({1}, 4);  // told late: the newest counts
  EXPECT_TRUE(revocations.voids(caller(1, 7, 4)));
  EXPECT_FALSE(revocations.voids(caller(1, 7, 5)));
  EXPECT_FALSE(revocations.voids(caller(2, 7, 0)));
}

TEST(Revocations, AreKeptAsLongAsTheirTokensLive) {
  Revocations revocations;
  Revocations::Steady now{1h};
  revocations.heard(now);
  now += 10min;
  revocations.heard(now);
  revocations.end_session({7});
  for (const auto end = now + 11min; now <= end; now += 30s) {
    revocations.heard(now);
    ASSERT_TRUE(revocations.voids(caller(1, 7, 0)));
  }
  now += 12min;
  revocations.heard(now);
  EXPECT_FALSE(revocations.voids(caller(1, 7, 0)));
}

TEST(Revocations, AreSilentAfterASecond) {
  Revocations revocations;
  const Revocations::Steady now{1h};
  EXPECT_TRUE(revocations.is_silent(now));
  revocations.heard(now);
  EXPECT_FALSE(revocations.is_silent(now + 1s));
  EXPECT_TRUE(revocations.is_silent(now + 1001ms));
}

}  // namespace
}  // namespace gelora::auth
