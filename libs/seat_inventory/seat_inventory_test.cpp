#include "seat_inventory/seat_inventory.hpp"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <random>
#include <set>

namespace gelora::seat_inventory {
namespace {

using namespace std::chrono_literals;

constexpr Instant start{1'900'000'000'000'000};

// Zone 0: rows of 10 and 8 seats (0…9, 10…17); zone 1: a row of 6 (18…23); zone 2: 5 standing places (24…28).
Layout small_hall() {
  return number({{.standing = false}, {.standing = false}, {.standing = true, .capacity = 5}},
                {{.count = 10, .zone = 0, .section = 0, .rank = 1, .focus = 4.5},
                 {.count = 8, .zone = 0, .section = 0, .rank = 2, .focus = 3.5},
                 {.count = 6, .zone = 1, .section = 1, .rank = 3, .focus = 2.5}});
}

struct SeatInventoryTest : testing::Test {
  Layout hall = small_hall();
  SeatInventory seats{hall};
  Instant deadline = start + 10min;
  std::uint64_t next_id = 1;

  HoldOutcome hold(std::uint64_t fan, Selection selection, std::uint32_t limit = 0) {
    return seats.hold(HoldId{next_id++}, UserId{fan}, selection, deadline, limit);
  }
  static std::vector<SeatNo> places(const HoldOutcome& outcome) { return std::get<Held>(outcome).places; }
  BestAvailable best(std::uint32_t quantity) { return {{true, false, false}, quantity}; }
  void TearDown() override { seats.check(); }
};

TEST_F(SeatInventoryTest, HoldsChosenSeatsAndRefusesThemToTheNext) {
  EXPECT_EQ(places(hold(1, ChosenSeats{{3, 4}})), (std::vector<SeatNo>{3, 4}));
  EXPECT_EQ(std::get<SeatsTaken>(hold(2, ChosenSeats{{4, 5}})).places, (std::vector<SeatNo>{4}));
  EXPECT_EQ(seats.map().at(5), SeatState::available);
  EXPECT_EQ(seats.map().available(0), 16u);
}

TEST_F(SeatInventoryTest, ReleaseAndExpiryFreeTheSeats) {
  hold(1, ChosenSeats{{3}});
  hold(2, ChosenSeats{{4}});
  EXPECT_TRUE(seats.release(HoldId{1}));
  EXPECT_FALSE(seats.release(HoldId{1}));
  EXPECT_TRUE(seats.overdue(deadline - 1us).empty());
  EXPECT_EQ(seats.overdue(deadline), std::vector<HoldId>{HoldId{2}});
  seats.release(HoldId{2});
  EXPECT_TRUE(std::holds_alternative<Held>(hold(3, ChosenSeats{{3, 4}})));
}

TEST_F(SeatInventoryTest, SomePlacesOfAClaimAreGivenBackAndTheLastEndsIt) {
  hold(1, ChosenSeats{{3, 4, 5}});
  seats.sell(HoldId{1});
  EXPECT_FALSE(seats.give_back(HoldId{1}, std::vector<SeatNo>{}));
  EXPECT_FALSE(seats.give_back(HoldId{1}, std::vector<SeatNo>{3, 9}));
  EXPECT_FALSE(seats.give_back(HoldId{1}, std::vector<SeatNo>{3, 3}));
  EXPECT_FALSE(seats.give_back(HoldId{2}, std::vector<SeatNo>{3}));
  EXPECT_TRUE(seats.give_back(HoldId{1}, std::vector<SeatNo>{4}));
  EXPECT_EQ(seats.find(HoldId{1})->places, (std::vector<SeatNo>{3, 5}));
  EXPECT_EQ(seats.map().at(4), SeatState::available);
  EXPECT_EQ(seats.places_of(UserId{1}), 2u);
  EXPECT_TRUE(seats.give_back(HoldId{1}, std::vector<SeatNo>{5, 3}));
  EXPECT_EQ(seats.find(HoldId{1}), nullptr);
  EXPECT_EQ(seats.places_of(UserId{1}), 0u);
}

TEST_F(SeatInventoryTest, ABookingMovesTheDeadlineAndASaleEndsIt) {
  hold(1, ChosenSeats{{3}});
  EXPECT_TRUE(seats.book(HoldId{1}, deadline + 15min));
  EXPECT_FALSE(seats.book(HoldId{1}, deadline + 15min));
  EXPECT_TRUE(seats.overdue(deadline + 1min).empty());
  EXPECT_TRUE(seats.sell(HoldId{1}));
  EXPECT_TRUE(seats.overdue(deadline + 24h).empty());
  EXPECT_EQ(seats.map().at(3), SeatState::sold);
}

TEST_F(SeatInventoryTest, ABookingThatEndsWhenItsHoldWouldHaveIsOverdueOnce) {
  hold(1, ChosenSeats{{3}});
  EXPECT_TRUE(seats.book(HoldId{1}, deadline));
  EXPECT_EQ(seats.overdue(deadline), std::vector<HoldId>{HoldId{1}});
}

TEST_F(SeatInventoryTest, RefusesWhatIsNotAPlace) {
  for (const auto& bad : {ChosenSeats{{}}, ChosenSeats{{24}}, ChosenSeats{{1, 1}}, ChosenSeats{{0xffffffff}}}) {
    EXPECT_TRUE(std::holds_alternative<UnknownPlaces>(hold(1, bad)));
  }
  for (const auto& bad :
       {StandingPlaces{{{0, 1}}}, StandingPlaces{{{9, 1}}}, StandingPlaces{{{2, 0}}}, StandingPlaces{{{2, 1}, {2, 1}}}}) {
    EXPECT_TRUE(std::holds_alternative<UnknownPlaces>(hold(1, bad)));
  }
}

TEST_F(SeatInventoryTest, CountsAPersonsPlacesAgainstTheLimit) {
  hold(1, ChosenSeats{{0, 1, 2}}, 4);
  const auto refused = std::get<TooManyTickets>(hold(1, StandingPlaces{{{2, 2}}}, 4));
  EXPECT_EQ(refused.limit, 4u);
  EXPECT_EQ(refused.already, 3u);
  EXPECT_TRUE(std::holds_alternative<Held>(hold(1, StandingPlaces{{{2, 1}}}, 4)));
}

TEST_F(SeatInventoryTest, StandingPlacesRunOutAndComeBack) {
  const auto first = places(hold(1, StandingPlaces{{{2, 3}}}));
  EXPECT_EQ(first, (std::vector<SeatNo>{24, 25, 26}));
  EXPECT_EQ(std::get<NotEnoughSeats>(hold(2, StandingPlaces{{{2, 3}}})).available, 2u);
  seats.release(HoldId{1});
  EXPECT_EQ(places(hold(3, StandingPlaces{{{2, 5}}})).size(), 5u);
}

TEST_F(SeatInventoryTest, APlaceThatCameBackIsGivenOnce) {
  seats.restore(HoldId{1}, {UserId{1}, Phase::held, deadline, {24}});
  next_id = 2;
  seats.release(HoldId{1});
  EXPECT_EQ(places(hold(2, StandingPlaces{{{2, 3}}})), (std::vector<SeatNo>{24, 25, 26}));
  seats.release(HoldId{2});
  seats.set_blocked(24, true);
  seats.set_blocked(24, false);
  EXPECT_EQ(places(hold(3, StandingPlaces{{{2, 3}}})), (std::vector<SeatNo>{24, 25, 26}));
}

TEST_F(SeatInventoryTest, BestAvailableTakesTheMiddleOfTheBestRow) {
  EXPECT_EQ(places(hold(1, best(2))), (std::vector<SeatNo>{4, 5}));
  EXPECT_EQ(places(hold(2, best(2))), (std::vector<SeatNo>{2, 3}));
}

TEST_F(SeatInventoryTest, BestAvailableLeavesNoSingleSeatWhereItCan) {
  hold(1, ChosenSeats{{3, 4, 5, 6, 7, 8, 9}});  // free in the first row: 0 1 2
  EXPECT_EQ(places(hold(2, best(2))), (std::vector<SeatNo>{13, 14}));
}

TEST_F(SeatInventoryTest, BestAvailableFallsBackToTwoRowsAndSaysSo) {
  hold(1, ChosenSeats{{0, 1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17}});
  const auto held = std::get<Held>(hold(2, best(4)));
  EXPECT_EQ(held.placement, Placement::two_rows);
  EXPECT_EQ(held.places, (std::vector<SeatNo>{3, 4, 13, 14}));
}

TEST_F(SeatInventoryTest, BestAvailableSaysHowManyAreLeft) {
  hold(1, ChosenSeats{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}});
  EXPECT_EQ(std::get<NotEnoughSeats>(hold(2, best(3))).available, 2u);
}

TEST_F(SeatInventoryTest, ASoldClaimLeavesSeatsForOthers) {
  hold(1, ChosenSeats{{3, 4}});
  const auto pairs = [](std::vector<std::pair<SeatNo, SeatNo>> all) { return all; };
  EXPECT_FALSE(seats.move(HoldId{1}, pairs({{3, 7}})));  // only held
  ASSERT_TRUE(seats.sell(HoldId{1}));
  hold(2, ChosenSeats{{5}});
  EXPECT_FALSE(seats.move(HoldId{1}, pairs({{3, 5}})));
  EXPECT_FALSE(seats.move(HoldId{1}, pairs({{3, 7}, {4, 7}})));
  EXPECT_FALSE(seats.move(HoldId{1}, pairs({{3, 7}, {6, 8}})));
  EXPECT_FALSE(seats.move(HoldId{1}, pairs({{3, 24}})));
  EXPECT_TRUE(seats.move(HoldId{1}, pairs({{4, 8}, {3, 7}})));
  EXPECT_EQ(seats.find(HoldId{1})->places, (std::vector<SeatNo>{7, 8}));
  EXPECT_EQ(places(hold(3, ChosenSeats{{3, 4}})), (std::vector<SeatNo>{3, 4}));
}

TEST_F(SeatInventoryTest, BlockedSeatsAreNotSold) {
  EXPECT_TRUE(seats.set_blocked(3, true));
  EXPECT_EQ(std::get<SeatsTaken>(hold(1, ChosenSeats{{3}})).places, std::vector<SeatNo>{3});
  EXPECT_TRUE(seats.set_blocked(3, false));
  EXPECT_TRUE(std::holds_alternative<Held>(hold(1, ChosenSeats{{3}})));
  EXPECT_FALSE(seats.set_blocked(3, true));
}

// The same rules, written the obvious way: a map from place to claim and linear searches.
class ObviousTwin {
 public:
  explicit ObviousTwin(const Layout& layout) : layout_(layout) {}

  bool hold(HoldId id, UserId owner, const std::vector<SeatNo>& places, Instant deadline, std::uint32_t limit) {
    std::uint32_t already = 0;
    for (const auto& [other, claim] : claims_)
      already += claim.owner == owner ? static_cast<std::uint32_t>(claim.places.size()) : 0;
    if (limit != 0 && already + places.size() > limit) return false;
    for (const SeatNo place : places) {
      if (taken(place)) return false;
    }
    claims_[id] = {owner, Phase::held, deadline, places};
    return true;
  }
  bool book(HoldId id, Instant deadline) {
    if (!claims_.contains(id) || claims_[id].phase != Phase::held) return false;
    claims_[id].phase = Phase::booked;
    claims_[id].deadline = deadline;
    return true;
  }
  bool sell(HoldId id) {
    if (!claims_.contains(id) || claims_[id].phase == Phase::sold) return false;
    claims_[id].phase = Phase::sold;
    return true;
  }
  bool release(HoldId id) { return claims_.erase(id) == 1; }
  bool set_blocked(SeatNo place, bool blocked) {
    if (blocked) return !taken(place) && blocked_.insert(place).second;
    return blocked_.erase(place) == 1;
  }
  std::set<HoldId> overdue(Instant now) const {
    std::set<HoldId> ids;
    for (const auto& [id, claim] : claims_) {
      if (claim.phase != Phase::sold && claim.deadline <= now) ids.insert(id);
    }
    return ids;
  }
  std::uint32_t free_in(ZoneIndex zone) const {
    std::uint32_t count = 0;
    for (SeatNo place = 0; place < layout_.place_count; ++place) count += layout_.zone_of(place) == zone && !taken(place);
    return count;
  }
  // As a process that starts anew reads it from the store.
  void rebuild(std::optional<SeatInventory>& engine) const {
    engine.emplace(layout_);
    for (const auto& [id, claim] : claims_) engine->restore(id, claim);
    for (const SeatNo place : blocked_) engine->set_blocked(place, true);
  }

 private:
  bool taken(SeatNo place) const {
    if (blocked_.contains(place)) return true;
    for (const auto& [id, claim] : claims_) {
      for (const SeatNo other : claim.places) {
        if (other == place) return true;
      }
    }
    return false;
  }
  const Layout& layout_;
  std::map<HoldId, Claim> claims_;
  std::set<SeatNo> blocked_;
};

TEST(SeatInventoryModel, AgreesWithItsObviousTwinOverRandomCommands) {
  const Layout hall = small_hall();
  std::mt19937_64 random(20261122);
  const auto any = [&](std::uint64_t below) { return random() % below; };
  for (int round = 0; round < 1000; ++round) {
    std::optional<SeatInventory> engine(std::in_place, hall);
    ObviousTwin twin(hall);
    Instant now = start;
    std::uint64_t next = 1;
    for (int step = 0; step < 1000; ++step) {
      const HoldId some{1 + any(next)};
      switch (any(9)) {
        case 0:
        case 1:
        case 2: {
          std::set<SeatNo> wanted;
          for (std::uint64_t i = 0; i <= any(4); ++i) wanted.insert(static_cast<SeatNo>(any(hall.seat_count())));
          const std::vector<SeatNo> places(wanted.begin(), wanted.end());
          const UserId fan{1 + any(6)};
          const HoldId id{next++};
          const auto outcome = engine->hold(id, fan, ChosenSeats{places}, now + 10min, 6);
          ASSERT_EQ(std::holds_alternative<Held>(outcome), twin.hold(id, fan, places, now + 10min, 6));
          break;
        }
        case 3: {  // the engine chooses; the twin must find the choice free
          const UserId fan{1 + any(6)};
          const HoldId id{next++};
          const auto quantity = static_cast<std::uint32_t>(1 + any(4));
          const bool standing = any(2) == 0;
          const Selection wish =
              standing ? Selection{StandingPlaces{{{2, quantity}}}} : Selection{BestAvailable{{true, true, false}, quantity}};
          const std::uint32_t free = standing ? twin.free_in(2) : twin.free_in(0) + twin.free_in(1);
          const auto outcome = engine->hold(id, fan, wish, now + 10min, 0);
          if (const auto* held = std::get_if<Held>(&outcome)) {
            ASSERT_EQ(held->places.size(), quantity);
            ASSERT_TRUE(twin.hold(id, fan, held->places, now + 10min, 0));
          } else {
            ASSERT_EQ(std::get<NotEnoughSeats>(outcome).available, free);
            ASSERT_LT(free, quantity);
          }
          break;
        }
        case 4: ASSERT_EQ(engine->book(some, now + 15min), twin.book(some, now + 15min)); break;
        case 5: ASSERT_EQ(engine->sell(some), twin.sell(some)); break;
        case 6: ASSERT_EQ(engine->release(some), twin.release(some)); break;
        case 7: {
          const auto place = static_cast<SeatNo>(any(hall.place_count));
          const bool blocked = any(2) == 0;
          ASSERT_EQ(engine->set_blocked(place, blocked), twin.set_blocked(place, blocked));
          break;
        }
        default: {
          now = now + std::chrono::minutes{any(8)};
          const auto due = engine->overdue(now);
          ASSERT_EQ(std::set<HoldId>(due.begin(), due.end()), twin.overdue(now));
          for (const HoldId id : due) {
            engine->release(id);
            twin.release(id);
          }
        }
      }
      if (step % 100 == 0) {
        const std::uint64_t state = engine->state_hash();
        engine->check();
        twin.rebuild(engine);
        ASSERT_EQ(engine->state_hash(), state);
      }
    }
  }
}

// Brute force: every run of `quantity` free seats in every row, scored as the documentation says.
TEST(BestAvailableModel, FindsWhatAnExhaustiveSearchFinds) {
  const Layout hall = small_hall();
  std::mt19937_64 random(7);
  for (int round = 0; round < 20'000; ++round) {
    SeatMap map(hall);
    for (SeatNo seat = 0; seat < hall.seat_count(); ++seat) {
      if (random() % 3 == 0) map.set(seat, SeatState::sold);
    }
    const auto quantity = static_cast<std::uint32_t>(1 + random() % 4);
    std::optional<std::tuple<int, double, double>> best;
    for (const Row& row : hall.rows) {
      for (std::uint32_t offset = 0; offset + quantity <= row.count; ++offset) {
        const auto free = [&](std::int64_t i) {
          return i >= 0 && i < row.count && map.at(row.first + static_cast<SeatNo>(i)) == SeatState::available;
        };
        bool all = true;
        for (std::uint32_t i = 0; i < quantity; ++i) all = all && free(offset + i);
        if (!all) continue;
        const std::int64_t left = std::int64_t{offset} - 1, right = std::int64_t{offset} + quantity;
        const int orphans = (free(left) && !free(left - 1)) + (free(right) && !free(right + 1));
        const std::tuple score{orphans, row.rank, std::abs(offset + (quantity - 1) / 2.0 - row.focus)};
        if (!best || score < *best) best = score;
      }
    }
    const auto party = best_available(hall, map, {true, true, false}, quantity);
    ASSERT_EQ(party && party->placement == Placement::together, best.has_value());
    if (!best) continue;
    const Row& row =
        *std::find_if(hall.rows.begin(), hall.rows.end(), [&](const Row& r) { return party->seats[0] < r.first + r.count; });
    const std::int64_t offset = party->seats[0] - row.first;
    const auto free = [&](std::int64_t i) {
      return i >= 0 && i < row.count && map.at(row.first + static_cast<SeatNo>(i)) == SeatState::available;
    };
    const int orphans = (free(offset - 1) && !free(offset - 2)) + (free(offset + quantity) && !free(offset + quantity + 1));
    ASSERT_EQ(std::tuple(orphans, row.rank, std::abs(static_cast<double>(offset) + (quantity - 1) / 2.0 - row.focus)), *best);
  }
}

}  // namespace
}  // namespace gelora::seat_inventory
