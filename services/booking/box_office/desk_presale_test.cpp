#include <gtest/gtest.h>

#include "booking/box_office/desk.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr Instant opening{1'800'000'000'000'000}, presale_opening = opening - 1h;

std::shared_ptr<Show> a_show() {
  auto hall = std::make_shared<Hall>();
  hall->layout = seats::number({{.standing = false}}, {{.count = 40, .zone = 0}});
  hall->zones = {{"VIP", "#112233"}};
  hall->row_names = {"A"};
  for (int i = 1; i <= 40; ++i) hall->seat_labels.push_back("A-" + std::to_string(i));
  auto show = std::make_shared<Show>();
  show->id = {7};
  show->hall = hall;
  show->opens_at = opening;
  show->closes_at = opening + 24h;
  show->starts_at = opening + 48h;
  show->max_tickets = 2;
  show->hold_ttl = 10min;
  show->pay_ttl = 15min;
  show->zones = {{ZoneId{1}, {1'000, {}}, {50, {}}, {}}};
  show->presale = Presale{presale_opening, "Fans_27-x"};
  return show;
}

class DeskPresale : public ::testing::Test {
 protected:
  explicit DeskPresale(std::shared_ptr<Show> show = a_show()) : desk(stored(std::move(show)), ids, true) {}

  static StoredShow stored(std::shared_ptr<Show> show) {
    StoredShow stored;
    stored.show = std::move(show);
    return stored;
  }
  PlaceHold wish(std::uint64_t user, std::string code) {
    PlaceHold command;
    command.id = {++holds};
    command.user = {user};
    command.selection = seats::ChosenSeats{{static_cast<seats::SeatNo>(holds - 1)}};
    command.intent.key[0] = static_cast<std::uint8_t>(holds);
    command.access_code = std::move(code);
    return command;
  }
  PlaceHoldOutcome hold(std::uint64_t user, std::string code, Instant now) {
    Batch batch;
    batch.at = now;
    return desk.decide(wish(user, std::move(code)), batch, now);
  }
  bool granted(std::uint64_t user, std::string code, Instant now) {
    return std::holds_alternative<HoldGranted>(hold(user, std::move(code), now));
  }

  base::IdGenerator ids{1};
  std::uint64_t holds = 0;
  Desk desk;
};

TEST_F(DeskPresale, LetsInWhoeverHasTheCodeAndNobodyElse) {
  EXPECT_TRUE(granted(1, "Fans_27-x", presale_opening));
  EXPECT_TRUE(granted(2, "fANS_27-X", opening - 1us));
  for (const std::string wrong : {"", "Fans_27", "Fans_27-xx", "Fans_27-y", "Fans-27-x"}) {
    const auto outcome = hold(3, wrong, presale_opening);
    const auto* early = std::get_if<SaleNotOpen>(&outcome);
    ASSERT_NE(early, nullptr) << wrong;
    EXPECT_EQ(early->opens_at, opening);
    EXPECT_TRUE(early->presale);
    EXPECT_EQ(early->wrong_code, !wrong.empty());
  }
}

TEST_F(DeskPresale, IsNotOnBeforeItOpensAndAsksNobodyAfterwards) {
  const auto early = hold(1, "Fans_27-x", presale_opening - 1us);
  ASSERT_TRUE(std::holds_alternative<SaleNotOpen>(early));
  EXPECT_FALSE(std::get<SaleNotOpen>(early).presale);
  EXPECT_FALSE(std::get<SaleNotOpen>(early).wrong_code);
  EXPECT_TRUE(granted(1, "", opening));
  EXPECT_TRUE(granted(2, "wrong", opening));
}

TEST_F(DeskPresale, KeepsTheLimitOfAPerson) {
  EXPECT_TRUE(granted(1, "Fans_27-x", presale_opening));
  EXPECT_TRUE(granted(1, "Fans_27-x", presale_opening));
  EXPECT_TRUE(std::holds_alternative<seats::TooManyTickets>(hold(1, "Fans_27-x", presale_opening)));
}

TEST_F(DeskPresale, OpensNothingForOffersAndChangesNothingForHouseSeats) {
  Batch batch;
  auto offer = wish(1, "Fans_27-x");
  offer.offered = true;
  EXPECT_TRUE(std::holds_alternative<SaleNotOpen>(desk.decide(offer, batch, presale_opening)));
  auto house = wish(0, "");
  house.kept = Kept{"Sponsor", {9}};
  EXPECT_TRUE(std::holds_alternative<HoldGranted>(desk.decide(house, batch, presale_opening)));
}

class DeskPresaleWithRoom : public DeskPresale {
 protected:
  DeskPresaleWithRoom() : DeskPresale(with_room()) {}
  static std::shared_ptr<Show> with_room() {
    auto show = a_show();
    show->room = WaitingRoomRules{10, 10min, 2h};
    show->room->seed.fill(7);
    return show;
  }
  RoomState state(std::uint64_t user, Instant now) {
    Batch batch;
    return std::get<InRoom>(desk.decide(LookIntoRoom{{user}}, batch, now)).place.state;
  }
};

TEST_F(DeskPresaleWithRoom, AsksForATurnOnlyOnceTheSaleIsOpen) {
  EXPECT_TRUE(granted(1, "Fans_27-x", presale_opening));
  EXPECT_TRUE(std::holds_alternative<NotYourTurn>(hold(2, "Fans_27-x", opening)));
}

TEST_F(DeskPresaleWithRoom, WhoBuysInItKeepsTheirPlaceInTheRoom) {
  Batch batch;
  batch.at = presale_opening;
  EnterRoom enter;
  enter.user = {1};
  ASSERT_TRUE(std::holds_alternative<InRoom>(desk.decide(enter, batch, presale_opening)));
  const auto outcome = hold(1, "Fans_27-x", presale_opening);
  ASSERT_TRUE(std::holds_alternative<HoldGranted>(outcome));
  BookHold book;
  book.id = {100};
  book.hold = std::get<HoldGranted>(outcome).id;
  book.user = {1};
  ASSERT_TRUE(std::holds_alternative<Booked>(desk.decide(book, batch, presale_opening + 1min)));
  EXPECT_TRUE(batch.room_left.empty());
  EXPECT_EQ(state(1, presale_opening + 1min), RoomState::gathering);
}

TEST_F(DeskPresaleWithRoom, WhatIsHeldInItSaysNothingOfTurns) {
  Batch batch;
  for (std::uint64_t user = 1; user <= 30; ++user) {
    EnterRoom enter;
    enter.user = {user};
    desk.decide(enter, batch, presale_opening);
    ASSERT_TRUE(granted(user, "Fans_27-x", presale_opening));
  }
  desk.decide(CallNext{}, batch, opening);
  ASSERT_EQ(batch.room_calls.size(), 1u);
  EXPECT_EQ(batch.room_calls.front().call.basket_tenths, 20u);  // as long as nothing is known
}

}  // namespace
}  // namespace gelora::booking
