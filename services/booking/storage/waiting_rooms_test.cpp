#include "booking/storage/waiting_rooms.hpp"

#include <gtest/gtest.h>

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr Instant begin{1'800'000'000'000'000};

std::vector<StoredRoom::Call> calls(std::initializer_list<std::pair<int, std::uint32_t>> oldest_first) {
  std::vector<StoredRoom::Call> found;
  for (const auto& [second, through] : oldest_first) found.insert(found.begin(), {through, begin + Duration{1s} * second, 20});
  return found;
}

TEST(CalledPerMinute, IsNotSaidInTheFirstSeconds) {
  EXPECT_FALSE(called_per_minute({}, begin));
  EXPECT_FALSE(called_per_minute(calls({{0, 50}, {10, 80}}), begin + 19s));
}

TEST(CalledPerMinute, IsOfAllThatIsKnownAtFirst) {
  EXPECT_EQ(called_per_minute(calls({{0, 50}, {10, 100}, {20, 200}}), begin + 60s), 200u);
}

TEST(CalledPerMinute, IsOfTheLastTwoMinutesLater) {
  EXPECT_EQ(called_per_minute(calls({{0, 5'000}, {60, 6'000}, {130, 6'100}, {200, 6'200}}), begin + 240s), 100u);
}

TEST(CalledPerMinute, FallsToNothingWhenNobodyIsCalled) {
  EXPECT_EQ(called_per_minute(calls({{0, 50}, {10, 100}}), begin + 600s), 0u);
}

}  // namespace
}  // namespace gelora::booking
