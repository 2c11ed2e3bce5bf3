#include "booking/box_office/lease_moves.hpp"

#include <gmock/gmock.h>

namespace gelora::booking {
namespace {

using testing::ElementsAre, testing::IsEmpty;

Lease lease(std::uint64_t show, std::string owner) { return {{show}, 1, std::move(owner), "http://there"}; }

TEST(LeaseMoves, OneInstanceTakesAllThatNobodyHas) {
  const Directory directory{{lease(1, ""), lease(2, ""), lease(3, "")}, 1};
  EXPECT_THAT(moves(directory, "a", {}).open, ElementsAre(ShowId{1}, ShowId{2}, ShowId{3}));
}

TEST(LeaseMoves, TwoShareThemAndNeitherTakesMore) {
  const Directory fresh{{lease(1, ""), lease(2, ""), lease(3, "")}, 2};
  EXPECT_THAT(moves(fresh, "a", {}).open, ElementsAre(ShowId{1}, ShowId{2}));
  const Directory rest{{lease(1, "a"), lease(2, "a"), lease(3, "")}, 2};
  EXPECT_THAT(moves(rest, "a", {{1}, {2}}).open, IsEmpty());
  EXPECT_THAT(moves(rest, "b", {}).open, ElementsAre(ShowId{3}));
}

TEST(LeaseMoves, TooManyAreHandedOverOneAtATime) {
  const Directory directory{{lease(1, "a"), lease(2, "a"), lease(3, "a"), lease(4, "a")}, 2};
  const auto next = moves(directory, "a", {{1}, {2}, {3}, {4}});
  EXPECT_THAT(next.hand_over, ElementsAre(ShowId{3}));
  EXPECT_THAT(next.open, IsEmpty());
  EXPECT_THAT(moves(directory, "b", {}).open, IsEmpty());
}

TEST(LeaseMoves, WhatIsNotInTheDirectoryAnyMoreIsDropped) {
  const Directory directory{{lease(1, "a")}, 1};
  EXPECT_THAT(moves(directory, "a", {{1}, {2}}).drop, ElementsAre(ShowId{2}));
}

TEST(LeaseMoves, WhatAnotherHasIsDroppedAndWhatIsOursIsOpened) {
  const Directory directory{{lease(1, "b"), lease(2, "a")}, 2};
  const auto next = moves(directory, "a", {{1}});
  EXPECT_THAT(next.drop, ElementsAre(ShowId{1}));
  EXPECT_THAT(next.open, ElementsAre(ShowId{2}));
}

}  // namespace
}  // namespace gelora::booking
