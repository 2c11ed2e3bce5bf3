#include "booking/rehearsal/rehearsal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

// Three zones of `rows` rows each with twenty seats, and a standing one.
std::shared_ptr<Show> small_show(std::uint32_t rows = 10, std::uint32_t standing = 300) {
  auto hall = std::make_shared<Hall>();
  std::vector<seats::Row> all;
  for (std::uint32_t i = 0; i < 3 * rows; ++i) {
    const auto zone = static_cast<seats::ZoneIndex>(i / rows);
    all.push_back({.count = 20, .zone = zone, .section = zone, .rank = static_cast<double>(i), .focus = 9.5});
  }
  hall->layout = seats::number({{}, {}, {}, {.standing = true, .capacity = standing}}, all);
  hall->zones.resize(4);
  hall->row_names.resize(all.size());
  hall->seat_labels.resize(hall->layout.seat_count());
  auto show = std::make_shared<Show>();
  show->id = {1};
  show->hall = hall;
  show->currency = *Currency::parse("IDR");
  show->max_tickets = 4;
  show->hold_ttl = 10min;
  show->pay_ttl = 15min;
  for (std::uint64_t i = 1; i <= 4; ++i)
    show->zones.push_back({ZoneId{i}, {1'000'000, show->currency}, {50'000, show->currency}});
  return show;
}

std::shared_ptr<Show> with_room(std::uint32_t shoppers) {
  auto show = small_show();
  show->room = WaitingRoomRules{shoppers, 10min, 1h};
  return show;
}

Crowd of(std::uint32_t fans) { return {.fans = fans, .within = 30min}; }

bool advises(const std::vector<Advice>& all, Advice::About about) {
  return std::any_of(all.begin(), all.end(), [about](const Advice& one) { return one.about == about; });
}

void everything_adds_up(const Crowd& crowd, const Rehearsal& found) {
  EXPECT_EQ(found.served + found.found_none + found.not_called + found.missed_turn + found.changed_mind, crowd.fans);
  EXPECT_EQ(found.takings_minor, std::int64_t{found.tickets} * 1'050'000);
  EXPECT_LE(found.tickets, found.places);
  EXPECT_LE(found.tickets + found.places_lapsed, found.places_held);  // the others are held at the end
  EXPECT_LE(found.moments.size(), 120U);
  for (const auto& moment : found.moments) EXPECT_EQ(moment.free + moment.held + moment.sold, found.places);
  EXPECT_LE(found.wait_median, found.wait_p95);
  EXPECT_LE(found.answer_median, found.answer_p99);
}

TEST(Rehearsal, AFewFansAllGetWhatTheyWant) {
  const auto found = rehearse(*small_show(), {}, of(60));
  everything_adds_up(of(60), found);
  EXPECT_EQ(found.places, 900U);
  EXPECT_EQ(found.found_none, 0U);
  EXPECT_FALSE(found.sold_out);
  EXPECT_EQ(found.longest_queue, 0U);
}

TEST(Rehearsal, ManyFansBuyEverythingAndTakePlacesFromEachOther) {
  const auto show = small_show();
  const auto found = rehearse(*show, {}, of(5'000));
  everything_adds_up(of(5'000), found);
  EXPECT_EQ(found.tickets, 900U);
  ASSERT_TRUE(found.sold_out);
  EXPECT_LT(*found.sold_out, 2min);
  EXPECT_GT(found.clashes, found.holds);
  EXPECT_TRUE(advises(advice_on(*show, of(5'000), found), Advice::About::open_room));
}

TEST(Rehearsal, OfARoomOneTurnAfterTheOther) {
  const auto everybody = rehearse(*small_show(), {}, of(5'000));
  const auto show = with_room(45);
  const auto found = rehearse(*show, {}, of(5'000));
  everything_adds_up(of(5'000), found);
  EXPECT_EQ(found.tickets, 900U);
  EXPECT_LT(found.clashes, everybody.clashes / 10);
  EXPECT_GT(found.longest_queue, 4'000U);
  EXPECT_GT(found.not_called, 4'000U);
  EXPECT_GT(found.wait_p95, 1min);
  EXPECT_FALSE(advises(advice_on(*show, of(5'000), found), Advice::About::open_room));
}

TEST(Rehearsal, ARoomForTooFewIsSaidToBeOne) {
  const auto show = with_room(3);
  const auto found = rehearse(*show, {}, of(3'000));
  everything_adds_up(of(3'000), found);
  const auto advice = advice_on(*show, of(3'000), found);
  ASSERT_TRUE(advises(advice, Advice::About::more_shoppers));
  EXPECT_GT(advice.front().number, 3U);
}

TEST(Rehearsal, WhatIsTakenStaysSo) {
  const std::vector<seats::SeatNo> taken{0, 1, 2, 3, 620, 621};
  const auto found = rehearse(*small_show(), taken, of(5'000));
  everything_adds_up(of(5'000), found);
  EXPECT_EQ(found.places, 894U);
  EXPECT_EQ(found.tickets, 894U);
}

TEST(Rehearsal, AStandingZoneHasWhatItsOrganiserSays) {
  auto show = small_show();
  show->zones[3].capacity = 100;
  const auto found = rehearse(*show, {}, of(5'000));
  everything_adds_up(of(5'000), found);
  EXPECT_EQ(found.places, 700U);
  EXPECT_EQ(found.tickets, 700U);
}

TEST(Rehearsal, TheSameTwiceAndAnotherByAnotherSeed) {
  Crowd crowd = of(1'000);
  const auto one = rehearse(*with_room(50), {}, crowd), again = rehearse(*with_room(50), {}, crowd);
  EXPECT_EQ(one.served, again.served);
  EXPECT_EQ(one.clashes, again.clashes);
  EXPECT_EQ(one.answer_p99, again.answer_p99);
  crowd.seed = 2;
  EXPECT_NE(rehearse(*with_room(50), {}, crowd).lasted, one.lasted);
}

TEST(Rehearsal, WhoDoesNotPayLeavesPlacesToOthers) {
  const auto show = small_show();
  Crowd crowd = of(3'000);
  crowd.paying = 50;
  const auto found = rehearse(*show, {}, crowd);
  everything_adds_up(crowd, found);
  EXPECT_GT(found.places_lapsed, 300U);
  EXPECT_GT(found.tickets, 800U);  // the last to come back find nobody who is still there
  EXPECT_TRUE(advises(advice_on(*show, crowd, found), Advice::About::shorter_hold));
}

TEST(Rehearsal, AFreeShowIsSoldToWhoeverBooks) {
  auto show = small_show();
  for (auto& zone : show->zones) zone.price.amount_minor = zone.fee.amount_minor = 0;
  Crowd crowd = of(5'000);
  crowd.paying = 50;
  const auto found = rehearse(*show, {}, crowd);
  EXPECT_EQ(found.tickets, found.places);
  EXPECT_EQ(found.takings_minor, 0);
  EXPECT_EQ(found.moments.back().held, 0U);
}

TEST(Rehearsal, WhereNothingIsFreeNothingIsSold) {
  const auto show = small_show();
  std::vector<seats::SeatNo> all(show->hall->layout.place_count);
  std::iota(all.begin(), all.end(), 0);
  const auto found = rehearse(*show, all, of(200));
  everything_adds_up(of(200), found);
  EXPECT_EQ(found.tickets, 0U);
  EXPECT_FALSE(found.sold_out);
}

TEST(Rehearsal, OneFanAndOneTicketAPerson) {
  auto show = small_show(1, 1);
  show->max_tickets = 1;
  const auto one = rehearse(*show, {}, of(1));
  everything_adds_up(of(1), one);
  const auto many = rehearse(*show, {}, of(3'000));
  everything_adds_up(of(3'000), many);
  EXPECT_EQ(many.tickets, many.served);
  EXPECT_EQ(many.tickets, 61U);
}

TEST(Rehearsal, PlacesThatComeBackAreCountedOnce) {
  auto show = small_show();
  show->hold_ttl = 1min;
  Crowd crowd = of(400);
  crowd.paying = 30;
  const auto found = rehearse(*show, {}, crowd);
  everything_adds_up(crowd, found);
  EXPECT_FALSE(found.sold_out);
  EXPECT_GT(found.places_lapsed, 300U);
}

TEST(Rehearsal, ASlowMachineAnswersLate) {
  const auto show = small_show();
  const auto fast = rehearse(*show, {}, of(5'000));
  const auto slow = rehearse(*show, {}, of(5'000), {.pace = {400ms, 20ms, true}});
  everything_adds_up(of(5'000), slow);
  EXPECT_LT(fast.answer_p99, 10ms);
  EXPECT_GT(slow.answer_p99, 400ms);
}

}  // namespace
}  // namespace gelora::booking
