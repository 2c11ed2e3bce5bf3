#include "booking/app/hold_wish.hpp"

#include <gtest/gtest.h>

namespace gelora::booking {
namespace {

constexpr ZoneId tribun{1}, festival{2}, elsewhere{3};

Show a_show(bool with_seats = true) {
  auto hall = std::make_shared<Hall>();
  Show show;
  if (with_seats) {
    hall->layout = seats::number({{.standing = false}, {.standing = true, .capacity = 4}}, {{.count = 8, .zone = 0}});
    show.zones = {{tribun, {1'000, {}}, {}}, {festival, {500, {}}, {}}};
  } else {
    hall->layout = seats::number({{.standing = true, .capacity = 4}}, {});
    show.zones = {{festival, {500, {}}, {}}};
  }
  show.hall = hall;
  return show;
}

HoldWish seats_of(std::vector<seats::SeatNo> seat_nos) { return {std::move(seat_nos), {}, {}}; }
HoldWish best_of(std::optional<ZoneId> zone) { return {{}, HoldWish::Best{zone, 2, {}}, {}}; }
HoldWish standing_in(std::vector<std::pair<ZoneId, std::uint32_t>> zones) { return {{}, {}, std::move(zones)}; }

using Faults = std::vector<FaultAt>;

TEST(HoldWish, WhatTheShowHasIsFine) {
  for (const auto& wish : {seats_of({0, 7}), best_of({}), best_of(tribun), standing_in({{festival, 2}})}) {
    EXPECT_EQ(faults_of(wish, a_show()), Faults{});
  }
}

TEST(HoldWish, NamesEachSeatThatIsWrong) {
  const Faults expected{{WishFault::no_such_seat, 1}, {WishFault::seat_twice, 2}, {WishFault::no_such_seat, 3}};
  EXPECT_EQ(faults_of(seats_of({3, 8, 3, UINT32_MAX}), a_show()), expected);
}

TEST(HoldWish, NamesEachZoneThatIsWrong) {
  const Faults expected{{WishFault::zone_has_seats, 0}, {WishFault::zone_twice, 2}, {WishFault::no_such_zone, 3}};
  EXPECT_EQ(faults_of(standing_in({{tribun, 1}, {festival, 1}, {festival, 1}, {elsewhere, 1}}), a_show()), expected);
  EXPECT_EQ(faults_of(best_of(elsewhere), a_show()), Faults{{WishFault::no_such_zone}});
}

TEST(HoldWish, TheBestSeatsNeedSeats) {
  EXPECT_EQ(faults_of(best_of(festival), a_show()), Faults{{WishFault::zone_is_standing}});
  EXPECT_EQ(faults_of(best_of({}), a_show(false)), Faults{{WishFault::standing_only}});
}

}  // namespace
}  // namespace gelora::booking
