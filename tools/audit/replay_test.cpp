#include "replay.hpp"

#include <gmock/gmock.h>

namespace gelora::audit {
namespace {

using testing::HasSubstr;

Entry entry(std::uint64_t version, Kind kind, std::uint64_t hold, std::uint64_t booking, std::vector<std::uint32_t> places) {
  return {version, kind, hold, booking, 5, std::move(places)};
}

struct ReplayTest : testing::Test {
  Replay replay{10};
  void good(Entry one) {
    EXPECT_EQ(replay.take(one), "") << to_text(one);
    EXPECT_EQ(replay.check_sums(), "");
  }
  void bad(Entry one, const char* why) { EXPECT_THAT(replay.take(one), HasSubstr(why)) << to_text(one); }
};

TEST_F(ReplayTest, APurchaseAndAReleaseAddUp) {
  good(entry(1, Kind::held, 1, 0, {3, 4}));
  good(entry(2, Kind::booked, 1, 100, {3, 4}));
  good(entry(5, Kind::confirmed, 1, 100, {3, 4}));
  good(entry(6, Kind::held, 2, 0, {5}));
  good(entry(7, Kind::released, 2, 0, {5}));
  EXPECT_EQ(replay.sold(), 2u);
  EXPECT_EQ(replay.held(), 0u);
  EXPECT_EQ(replay.free(), 8u);
}

TEST_F(ReplayTest, FindsAPlaceGivenTwice) {
  good(entry(1, Kind::held, 1, 0, {3}));
  bad(entry(2, Kind::held, 2, 0, {3}), "belongs to hold 1");
}

TEST_F(ReplayTest, FindsWhatIsOutOfOrder) {
  good(entry(1, Kind::held, 1, 0, {3}));
  bad(entry(1, Kind::released, 1, 0, {3}), "not above");
  bad(entry(2, Kind::confirmed, 1, 100, {3}), "did not await");
  bad(entry(3, Kind::booked, 9, 100, {3}), "no such hold");
  bad(entry(4, Kind::held, 2, 0, {10}), "no place 10");
  bad(entry(5, Kind::released, 1, 0, {4}), "not the places");
}

TEST_F(ReplayTest, TicketsGivenBackOneByOneAddUp) {
  good(entry(1, Kind::held, 1, 0, {3, 4}));
  good(entry(2, Kind::booked, 1, 100, {3, 4}));
  good(entry(3, Kind::confirmed, 1, 100, {3, 4}));
  good(entry(4, Kind::frozen, 1, 100, {}));
  good(entry(5, Kind::restored, 1, 100, {}));
  good(entry(6, Kind::returned, 1, 100, {3}));
  EXPECT_EQ(replay.sold(), 1u);
  good(entry(7, Kind::held, 2, 0, {3}));
  good(entry(8, Kind::returned, 1, 100, {4}));
  EXPECT_EQ(replay.holds().at(1).stage, HoldStage::over);
  bad(entry(9, Kind::returned, 1, 100, {4}), "not sold");
}

TEST_F(ReplayTest, ATicketGoesFromOneToAnotherAndItsPlaceStaysWithTheBooking) {
  good(entry(1, Kind::held, 1, 0, {3, 4}));
  good(entry(2, Kind::booked, 1, 100, {3, 4}));
  bad(entry(3, Kind::offered, 1, 100, {}), "not sold");
  good(entry(4, Kind::confirmed, 1, 100, {3, 4}));
  EXPECT_EQ(replay.holder_of(3), 5u);
  good(entry(5, Kind::offered, 1, 100, {}));
  Entry given = entry(6, Kind::transferred, 1, 100, {3});
  given.user = 6;
  good(given);
  EXPECT_EQ(replay.holder_of(3), 6u);
  EXPECT_EQ(replay.holder_of(4), 5u);
  EXPECT_EQ(replay.transfers(), 1u);
  given.version = 7;
  bad(given, "already");
  given.version = 8;
  given.places = {5};
  bad(given, "not of this hold");
  good(entry(9, Kind::returned, 1, 100, {3}));
  EXPECT_EQ(replay.sold(), 1u);
  given.version = 10;
  given.places = {3};
  bad(given, "not of this hold");
}

TEST_F(ReplayTest, PaidLateMeansANewHoldOfTheSameBooking) {
  good(entry(1, Kind::held, 1, 0, {3}));
  good(entry(2, Kind::booked, 1, 100, {3}));
  bad(entry(3, Kind::resold, 2, 100, {4}), "had not expired");
  good(entry(4, Kind::booking_expired, 1, 100, {3}));
  good(entry(5, Kind::held, 3, 0, {3}));
  bad(entry(6, Kind::resold, 1, 100, {4}), "made before");
  good(entry(7, Kind::resold, 4, 100, {4}));
  EXPECT_EQ(replay.sold(), 1u);
  bad(entry(8, Kind::resold, 5, 100, {5}), "had not expired");
}

TEST_F(ReplayTest, NobodyComesInTwiceOrByATicketThatWasGivenBack) {
  good(entry(1, Kind::held, 1, 0, {3, 4}));
  bad(entry(2, Kind::admitted, 1, 0, {3}), "not sold");
  good(entry(3, Kind::booked, 1, 100, {3, 4}));
  good(entry(4, Kind::confirmed, 1, 100, {3, 4}));
  bad(entry(5, Kind::passed, 1, 100, {3}), "nobody had come in");
  good(entry(6, Kind::admitted, 1, 100, {3}));
  bad(entry(7, Kind::admitted, 1, 100, {3}), "had come in");
  good(entry(8, Kind::passed, 1, 100, {3}));
  good(entry(9, Kind::turned_away, 0, 0, {}));
  good(entry(10, Kind::returned, 1, 100, {4}));
  bad(entry(11, Kind::admitted, 1, 100, {4}), "not of this hold");
  EXPECT_EQ(replay.admissions(), 1u);
}

TEST_F(ReplayTest, HouseSeatsAreHeldUntilTheyAreLetGo) {
  good(entry(1, Kind::kept, 1, 0, {3, 4}));
  EXPECT_EQ(replay.held(), 2u);
  good(entry(3, Kind::let_go, 1, 0, {3}));
  EXPECT_EQ(replay.held(), 1u);
  good(entry(4, Kind::let_go, 1, 0, {4}));
  EXPECT_EQ(replay.holds().at(1).stage, HoldStage::over);
  bad(entry(5, Kind::let_go, 1, 0, {4}), "not kept");
  good(entry(6, Kind::held, 3, 0, {4}));
  bad(entry(7, Kind::let_go, 3, 0, {4}), "not kept");
  EXPECT_EQ(replay.deeds(), 5u);
}

TEST_F(ReplayTest, WhatIsSoldAtTheCounterWasLetGoBefore) {
  good(entry(1, Kind::kept, 1, 0, {3, 4}));
  bad(entry(2, Kind::sold_at_counter, 2, 100, {3}), "belongs to hold 1");
}

TEST_F(ReplayTest, ASaleAtTheCounterIsABookingOfNobodys) {
  good(entry(1, Kind::kept, 1, 0, {3, 4}));
  good(entry(2, Kind::let_go, 1, 0, {3}));
  good(entry(3, Kind::sold_at_counter, 2, 100, {3}));
  EXPECT_EQ(replay.sold(), 1u);
  EXPECT_EQ(replay.held(), 1u);
  EXPECT_EQ(replay.deeds(), 3u);
  Entry returned = entry(4, Kind::returned, 2, 100, {3});
  returned.user = 0;
  good(returned);
  bad(entry(5, Kind::sold_at_counter, 3, 100, {3}), "made before");
}

TEST_F(ReplayTest, WhoIsMovedLeavesTheOldPlace) {
  good(entry(1, Kind::held, 1, 0, {3, 4}));
  bad(entry(2, Kind::moved, 1, 0, {3, 5}), "not this booking's");
  good(entry(3, Kind::booked, 1, 100, {3, 4}));
  good(entry(4, Kind::confirmed, 1, 100, {3, 4}));
  Entry given = entry(5, Kind::transferred, 1, 100, {3});
  given.user = 6;
  good(given);
  good(entry(6, Kind::moved, 1, 100, {3, 5}));
  EXPECT_EQ(replay.holder_of(5), 6u);
  EXPECT_EQ(replay.holds().at(1).places, (std::vector<std::uint32_t>{5, 4}));
  bad(entry(7, Kind::moved, 1, 100, {3, 6}), "not of this hold");
  bad(entry(8, Kind::moved, 1, 100, {5, 4}), "belongs to hold 1");
  good(entry(9, Kind::admitted, 1, 100, {4}));
  bad(entry(10, Kind::moved, 1, 100, {4, 6}), "come in");
  EXPECT_EQ(replay.sold(), 2u);
}

TEST_F(ReplayTest, FindsAPlaceSoldLateThatIsSomebodyElses) {
  good(entry(1, Kind::held, 1, 0, {3}));
  good(entry(2, Kind::booked, 1, 100, {3}));
  good(entry(3, Kind::booking_expired, 1, 100, {3}));
  good(entry(4, Kind::held, 2, 0, {3}));
  bad(entry(5, Kind::resold, 4, 100, {3}), "belongs to hold 2");
}

TEST_F(ReplayTest, FindsAnEndThatComesTwice) {
  good(entry(1, Kind::held, 1, 0, {3}));
  good(entry(2, Kind::expired, 1, 0, {3}));
  bad(entry(3, Kind::expired, 1, 0, {3}), "not active");
  good(entry(4, Kind::held, 2, 0, {3}));
  good(entry(5, Kind::booked, 2, 100, {3}));
  good(entry(6, Kind::booking_expired, 2, 100, {3}));
  good(entry(7, Kind::refund_due, 2, 100, {}));
  bad(entry(8, Kind::cancelled, 2, 100, {3}), "did not await");
}

TEST_F(ReplayTest, AWaitingRoomIsDrawnOnceBeforeAnybodyIsCalled) {
  good(entry(1, Kind::entered_room, 0, 0, {}));
  bad(entry(2, Kind::called, 0, 0, {}), "nothing was drawn");
  good(entry(3, Kind::drawn, 0, 0, {}));
  bad(entry(4, Kind::drawn, 0, 0, {}), "made before");
  good(entry(5, Kind::called, 0, 0, {}));
  bad(entry(6, Kind::left_room, 0, 0, {3}), "has no places");
  good(entry(7, Kind::left_room, 0, 0, {}));
}

// Ten seats, and zone 1 with the places 10 to 13.
struct StandingTest : ReplayTest {
  StandingTest() { replay = Replay{14, {{1, 10, 4}}}; }
  static Entry set(std::uint64_t version, std::uint32_t was, std::uint32_t is, std::uint32_t zone = 1) {
    return {version, Kind::capacity_set, 0, 0, 77, {zone, was, is}};
  }
};

TEST_F(StandingTest, CapacitiesGoDownToWhatIsTakenAndUpAgain) {
  good(entry(1, Kind::held, 1, 0, {10, 12}));
  good(set(2, 4, 2));
  EXPECT_EQ(replay.blocked(), 2u);
  EXPECT_EQ(replay.free(), 10u);
  good(entry(3, Kind::released, 1, 0, {10, 12}));
  good(entry(4, Kind::held, 2, 0, {13, 11}));
  good(set(5, 2, 3));
  EXPECT_EQ(replay.check_capacity(1, 3), "");
  EXPECT_EQ(replay.deeds(), 2u);
}

TEST_F(StandingTest, FindsMoreThanTheZoneMayHave) {
  good(entry(1, Kind::kept, 1, 0, {10, 11, 12}));
  good(set(2, 4, 3));
  bad(entry(3, Kind::held, 2, 0, {13}), "may have 3");
}

TEST_F(StandingTest, FindsACapacityBelowWhatIsTaken) {
  good(entry(1, Kind::held, 1, 0, {10, 11, 12}));
  bad(set(2, 4, 2), "3 places are taken");
  bad(set(3, 2, 1), "were taken of 2");
}

TEST_F(StandingTest, FindsWhatNoEntryTells) {
  good(set(1, 4, 3));
  bad(set(2, 4, 2), "it was 3");
  EXPECT_THAT(replay.check_capacity(1, 4), HasSubstr("the journal says 3"));
  EXPECT_THAT(replay.check_capacity(0, 4), HasSubstr("has seats"));
  bad(set(3, 3, 5), "the plan has 4");
  bad(set(4, 4, 3, 0), "has seats");
}

TEST_F(StandingTest, AnOldNumberIsEnoughWhenItWasADraftInBetween) {
  good(entry(1, Kind::held, 1, 0, {10, 11, 12}));
  good(entry(2, Kind::released, 1, 0, {10, 11, 12}));
  good(set(3, 4, 3));
  replay.was_a_draft();
  good(set(4, 1, 2));
  EXPECT_EQ(replay.check_capacity(1, 2), "");
}

TEST_F(StandingTest, FindsThatItWasTooFewAllTheTime) {
  good(entry(1, Kind::held, 1, 0, {10, 11}));
  EXPECT_THAT(replay.check_capacity(1, 1), HasSubstr("2 of its 4 places were taken"));
}

}  // namespace
}  // namespace gelora::audit
