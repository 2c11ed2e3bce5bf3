#include "booking/domain/waitlist.hpp"

#include <gtest/gtest.h>

namespace gelora::booking {
namespace {

// Two seated zones (1, 2) and a standing one (3).
Show show_of_three() {
  auto hall = std::make_shared<Hall>();
  hall->layout.zones.resize(3);
  hall->layout.zones[2].standing = true;
  Show show;
  show.hall = hall;
  for (std::uint64_t id : {1, 2, 3}) show.zones.push_back({{id}, {}, {}});
  return show;
}

WaitlistEntry wish(std::uint64_t id, std::uint64_t zone, std::uint32_t quantity) {
  WaitlistEntry entry;
  entry.id = id;
  entry.zone = {zone};
  entry.quantity = quantity;
  return entry;
}

std::vector<std::uint64_t> served(std::vector<std::uint32_t> free, std::vector<WaitlistEntry> waiting) {
  std::vector<std::uint64_t> ids;
  for (const auto& one : serve_next(show_of_three(), std::move(free), waiting)) ids.push_back(waiting[one.entry].id);
  return ids;
}

using Ids = std::vector<std::uint64_t>;

TEST(Waitlist, ServesInOrderUntilNothingIsLeft) {
  EXPECT_EQ(served({4, 0, 0}, {wish(1, 1, 2), wish(2, 1, 2), wish(3, 1, 1)}), (Ids{1, 2}));
}

TEST(Waitlist, ServesASmallerPartyBeforeALargerOneThatDoesNotFit) {
  EXPECT_EQ(served({2, 0, 0}, {wish(1, 1, 3), wish(2, 1, 2)}), (Ids{2}));
}

TEST(Waitlist, GivesNobodyPlacesOfAnotherZone) { EXPECT_EQ(served({0, 2, 0}, {wish(1, 1, 1), wish(2, 2, 2)}), (Ids{2})); }

TEST(Waitlist, WhoTakesAnyZoneGetsSeatsBeforeStandingPlaces) {
  const auto show = show_of_three();
  EXPECT_FALSE(room_for(show, std::vector<std::uint32_t>{1, 1, 5}, {}, 2)->zone);
  EXPECT_EQ(room_for(show, std::vector<std::uint32_t>{1, 0, 5}, {}, 2)->zone, seats::ZoneIndex{2});
  EXPECT_FALSE(room_for(show, std::vector<std::uint32_t>{1, 1, 1}, {}, 3));
}

TEST(Waitlist, NeverPromisesAPlaceTwice) {
  EXPECT_EQ(served({1, 1, 0}, {wish(1, 0, 2), wish(2, 1, 1), wish(3, 2, 1)}), (Ids{1}));
  EXPECT_EQ(served({2, 1, 1}, {wish(1, 1, 1), wish(2, 0, 2), wish(3, 0, 1), wish(4, 0, 1)}), (Ids{1, 2, 3}));
}

}  // namespace
}  // namespace gelora::booking
