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

using Free = std::vector<std::uint32_t>;

TEST(Waitlist, WhoTakesAnyZoneGetsSeatsBeforeStandingPlaces) {
  const auto show = show_of_three();
  EXPECT_FALSE(room_for(show, Free{1, 1, 5}, {}, 2)->zone);
  EXPECT_EQ(room_for(show, Free{1, 0, 5}, {}, 2)->zone, seats::ZoneIndex{2});
  EXPECT_FALSE(room_for(show, Free{1, 1, 1}, {}, 3));
}

TEST(Waitlist, WhoWantsAZoneGetsNoPlacesOfAnother) {
  const auto show = show_of_three();
  EXPECT_EQ(room_for(show, Free{2, 0, 0}, {1}, 2)->zone, seats::ZoneIndex{0});
  EXPECT_FALSE(room_for(show, Free{2, 9, 9}, {1}, 3));
  EXPECT_FALSE(room_for(show, Free{9, 9, 9}, {4}, 1));
}

TEST(Waitlist, KnowsTheLargestPartyThatHasRoom) {
  const auto show = show_of_three();
  EXPECT_EQ(most_for_one(show, Free{2, 1, 4}, {}), 4u);
  EXPECT_EQ(most_for_one(show, Free{4, 1, 4}, {}), 5u);
  EXPECT_EQ(most_for_one(show, Free{2, 1, 4}, {2}), 1u);
  EXPECT_EQ(most_for_one(show, Free{2, 1, 4}, {4}), 0u);
  for (std::uint32_t n : {1u, 2u, 3u, 4u, 5u}) EXPECT_EQ(room_for(show, Free{2, 1, 4}, {}, n).has_value(), n <= 4);
}

}  // namespace
}  // namespace gelora::booking
