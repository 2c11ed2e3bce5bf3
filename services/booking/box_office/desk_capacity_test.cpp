#include <gtest/gtest.h>

#include "booking/box_office/desk.hpp"
#include "booking/box_office/waitlist.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr Instant now{1'800'000'000'000'000};
constexpr seats::ZoneIndex tribune = 0, festival = 1;  // 4 seats; 10 places, of which the first is number 4

std::shared_ptr<Show> a_show() {
  auto hall = std::make_shared<Hall>();
  hall->layout = seats::number({{.standing = false}, {.standing = true, .capacity = 10}}, {{.count = 4, .zone = tribune}});
  hall->zones = {{"Tribun", "#112233"}, {"Festival", "#332211"}};
  hall->row_names = {"A"};
  for (int i = 1; i <= 4; ++i) hall->seat_labels.push_back("A-" + std::to_string(i));
  auto show = std::make_shared<Show>();
  show->id = {7};
  show->hall = hall;
  show->opens_at = now - 1h;
  show->closes_at = show->starts_at = now + 48h;
  show->hold_ttl = 10min;
  show->pay_ttl = 15min;
  show->zones = {{ZoneId{1}, {1'000, {}}, {50, {}}, {}}, {ZoneId{2}, {500, {}}, {10, {}}, {}}};
  return show;
}

struct DeskCapacity : ::testing::Test {
  static constexpr UserId organiser{77};
  std::shared_ptr<Show> show = a_show();
  base::IdGenerator ids{1};
  std::uint64_t last_id = 0;
  std::unique_ptr<Desk> desk = opened({});

  std::unique_ptr<Desk> opened(std::vector<StoredShow::StoredHold> holds) {
    StoredShow stored;
    stored.show = show;
    stored.holds = std::move(holds);
    return std::make_unique<Desk>(std::move(stored), ids, true);
  }
  static std::shared_ptr<const Hall> without_seats() {
    auto hall = std::make_shared<Hall>();
    hall->layout = seats::number({{.standing = true, .capacity = 10}}, {});
    hall->zones = {{"Festival", "#332211"}};
    return hall;
  }
  static StoredShow::StoredHold live(std::uint64_t id, std::vector<seats::SeatNo> places, bool sold) {
    StoredShow::StoredHold hold;
    hold.row = {{id},
                {7},
                {id},
                sold ? HoldStatus::booked : HoldStatus::active,
                seats::Placement::together,
                now,
                now + 10min,
                std::move(places),
                {}};
    hold.row.intent.key[0] = static_cast<std::uint8_t>(id);
    hold.live = true;
    hold.sold = sold;
    return hold;
  }
  template <class Command>
  auto ask(const Command& command, Batch* into = nullptr) {
    Batch unseen;
    Batch& batch = into == nullptr ? unseen : *into;
    batch.at = now;
    return desk->decide(command, batch, now);
  }
  PlaceHoldOutcome hold(std::uint32_t quantity, std::optional<Kept> kept = {}) {
    PlaceHold command;
    command.id = {++last_id + 1'000};
    command.user = {kept ? 0 : last_id};
    seats::StandingPlaces places;
    places.quantities.emplace_back(festival, quantity);
    command.selection = std::move(places);
    command.intent.key[1] = static_cast<std::uint8_t>(last_id);
    command.kept = std::move(kept);
    return ask(command);
  }
  bool holds(std::uint32_t quantity) { return std::holds_alternative<HoldGranted>(hold(quantity)); }
  SetCapacityOutcome set(std::uint32_t capacity, std::uint32_t was, Batch* into = nullptr) {
    return ask(SetCapacity{festival, capacity, was, organiser}, into);
  }
  void becomes(std::uint32_t capacity) {
    ASSERT_TRUE(std::holds_alternative<CapacitySet>(set(capacity, desk->counts_of(festival).capacity)));
  }
  void TearDown() override { desk->inventory().check(); }
};

TEST_F(DeskCapacity, GoesDownToWhatIsTakenAndNoFurther) {
  ASSERT_TRUE(holds(3));
  ASSERT_TRUE(std::holds_alternative<HoldGranted>(hold(2, Kept{"Sponsor", organiser})));
  BookHold book;
  book.id = {100};
  book.hold = {1'001};
  book.user = {1};
  ASSERT_TRUE(std::holds_alternative<Booked>(ask(book)));
  ASSERT_TRUE(std::holds_alternative<BookingConfirmed>(ask(ConfirmBooking{{100}, {5, {6}}, {1'530, {}}})));
  ASSERT_TRUE(holds(1));
  Batch batch;
  const auto refused = set(5, 10, &batch);
  ASSERT_TRUE(std::holds_alternative<CapacityBelowSold>(refused));
  const ZoneCounts counts = std::get<CapacityBelowSold>(refused).now;
  EXPECT_EQ(counts.sold, 3u);
  EXPECT_EQ(counts.held, 1u);
  EXPECT_EQ(counts.house, 2u);
  EXPECT_EQ(counts.free, 4u);
  EXPECT_EQ(counts.capacity, 10u);
  EXPECT_TRUE(batch.empty());

  const auto done = set(6, 10, &batch);
  ASSERT_TRUE(std::holds_alternative<CapacitySet>(done));
  EXPECT_EQ(std::get<CapacitySet>(done).now.free, 0u);
  ASSERT_EQ(batch.capacities.size(), 1u);
  EXPECT_EQ(batch.capacities.front().zone, festival);
  EXPECT_EQ(batch.capacities.front().capacity, 6u);
  ASSERT_EQ(batch.journal.size(), 1u);
  EXPECT_EQ(batch.journal.front().kind, JournalKind::capacity_set);
  EXPECT_EQ(batch.journal.front().user, organiser);
  EXPECT_EQ(batch.journal.front().places, (std::vector<seats::SeatNo>{festival, 10, 6}));
  ASSERT_EQ(batch.deeds.size(), 1u);
  EXPECT_EQ(batch.deeds.front().detail, R"({"places":[],"zone_id":"2","zone":"Festival","before":10,"after":6})");
  EXPECT_TRUE(batch.claims.empty());
}

TEST_F(DeskCapacity, WhatIsBlockedIsHandedOutToNobody) {
  becomes(4);
  EXPECT_FALSE(holds(5));
  EXPECT_FALSE(std::holds_alternative<HoldGranted>(hold(5, Kept{"Sponsor", organiser})));
  EXPECT_EQ(free_by_zone(*desk), (std::vector<std::uint32_t>{4, 4}));
  EXPECT_EQ(desk->counts().places, (std::array<std::size_t, 4>{8, 0, 0, 6}));
  ASSERT_TRUE(holds(3));
  const auto few = hold(2);
  ASSERT_TRUE(std::holds_alternative<seats::NotEnoughSeats>(few));
  EXPECT_EQ(std::get<seats::NotEnoughSeats>(few).available, 1u);
  ASSERT_TRUE(holds(1));
  EXPECT_FALSE(holds(1));
  ask(ReleaseHold{{1'003}, {3}});  // of the three
  EXPECT_TRUE(holds(3));
  EXPECT_FALSE(holds(1));
}

TEST_F(DeskCapacity, TheSameAgainWritesNothingAndWhoSawAnotherNumberIsTold) {
  becomes(6);
  Batch batch;
  EXPECT_TRUE(std::holds_alternative<CapacitySet>(set(6, 10, &batch)));  // as whose answer was lost asks
  const auto other = set(5, 10, &batch);
  ASSERT_TRUE(std::holds_alternative<CapacityIsAnother>(other));
  EXPECT_EQ(std::get<CapacityIsAnother>(other).now.capacity, 6u);
  EXPECT_TRUE(batch.empty());
}

TEST_F(DeskCapacity, IsOfStandingZonesAndNotAboveTheirPlan) {
  for (const auto& [zone, capacity] : {std::pair{tribune, 2u}, {seats::ZoneIndex{2}, 2u}, {festival, 11u}})
    EXPECT_TRUE(std::holds_alternative<seats::UnknownPlaces>(ask(SetCapacity{zone, capacity, 10, organiser}))) << zone;
}

TEST_F(DeskCapacity, ARebuiltDeskKeepsItAlsoWhenTheLastPlacesAreSold) {
  show->zones[festival].capacity = 5;
  desk = opened({live(1, {12, 13}, true), live(2, {4}, false)});
  const ZoneCounts counts = desk->counts_of(festival);
  EXPECT_EQ(counts.capacity, 5u);
  EXPECT_EQ(counts.sold, 2u);
  EXPECT_EQ(counts.held, 1u);
  EXPECT_EQ(counts.free, 2u);
  EXPECT_TRUE(holds(2));
  EXPECT_FALSE(holds(1));
  becomes(10);
  EXPECT_TRUE(holds(5));
  EXPECT_FALSE(holds(1));
}

TEST_F(DeskCapacity, WhatIsTakenBeyondItStaysAndNothingIsAdded) {
  show->zones[festival].capacity = 1;  // as if somebody had written it by hand
  desk = opened({live(1, {4, 5, 6}, false)});
  EXPECT_EQ(desk->counts_of(festival).capacity, 3u);
  EXPECT_FALSE(holds(1));
}

TEST_F(DeskCapacity, RaisedItIsFreeForThoseWhoWait) {
  becomes(0);
  EXPECT_EQ(free_by_zone(*desk)[festival], 0u);
  becomes(7);
  EXPECT_EQ(free_by_zone(*desk)[festival], 7u);
}

TEST_F(DeskCapacity, TheRoomCallsNobodyForWhatIsBlocked) {
  auto with_room = std::make_shared<Show>(*show);
  with_room->hall = without_seats();
  with_room->zones.erase(with_room->zones.begin());
  with_room->zones.front().capacity = 0;
  with_room->opens_at = now;
  with_room->room = WaitingRoomRules{10, 10min, 2h};
  with_room->room->seed.fill(7);
  show = with_room;
  desk = opened({});
  EnterRoom enter;
  enter.user = {1};
  ASSERT_TRUE(std::holds_alternative<InRoom>(ask(enter)));
  Batch batch;
  batch.at = now;
  desk->decide(CallNext{}, batch, now);
  EXPECT_TRUE(batch.room_calls.empty());
  ASSERT_TRUE(std::holds_alternative<CapacitySet>(ask(SetCapacity{0, 5, 0, organiser})));
  desk->decide(CallNext{}, batch, now + 1s);
  EXPECT_EQ(batch.room_calls.size(), 1u);
}

TEST_F(DeskCapacity, TheCatalogueThatComesLaterChangesNothingOfIt) {
  becomes(2);
  auto read_before = std::make_shared<Show>(*show);
  read_before->revision = 1;
  desk->show_changed(read_before);
  EXPECT_EQ(desk->counts_of(festival).capacity, 2u);
  EXPECT_FALSE(holds(3));
}

}  // namespace
}  // namespace gelora::booking
