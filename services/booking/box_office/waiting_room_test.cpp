#include "booking/box_office/waiting_room.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr Instant opening{1'800'000'000'000'000};

WaitingRoomRules rules_of(std::uint32_t shoppers) {
  WaitingRoomRules rules{shoppers, 10min, 1h};
  rules.seed.fill(7);
  return rules;
}

Mark mark_of(std::uint64_t number) {
  Mark mark{};
  for (std::size_t i = 0; i < 8; ++i) mark[i] = static_cast<std::uint8_t>(number >> (8 * i));
  return mark;
}

void enter(WaitingRoom& room, std::uint64_t user, Instant at = opening - 1min) { room.enter({user}, mark_of(user), at); }

RoomState state_of(const WaitingRoom& room, std::uint64_t user, Instant now) { return room.place_of({user}, 10min, now).state; }
std::uint32_t number_of(const WaitingRoom& room, std::uint64_t user) { return room.place_of({user}, 10min, opening).number; }

TEST(WaitingRoom, DrawsThoseWhoAreThereAndLinesUpTheRestBehindThem) {
  WaitingRoom room;
  const auto rules = rules_of(10);
  for (std::uint64_t user = 1; user <= 50; ++user) enter(room, user);
  EXPECT_EQ(state_of(room, 1, opening), RoomState::gathering);
  EXPECT_EQ(state_of(room, 99, opening), RoomState::none);
  room.draw(rules.seed);
  enter(room, 51, opening + 1s);
  enter(room, 52, opening + 1s);
  EXPECT_EQ(number_of(room, 51), 51u);
  EXPECT_EQ(number_of(room, 52), 52u);
  std::vector<bool> seen(51);
  bool as_they_came = true;
  for (std::uint64_t user = 1; user <= 50; ++user) {
    const auto number = number_of(room, user);
    ASSERT_TRUE(number >= 1 && number <= 50 && !seen[number]);
    seen[number] = true;
    as_they_came = as_they_came && number == user;
  }
  EXPECT_FALSE(as_they_came);
}

TEST(WaitingRoom, CallsInOrderAndNoMoreThanMayChoose) {
  WaitingRoom room;
  const auto rules = rules_of(10);
  for (std::uint64_t user = 1; user <= 50; ++user) enter(room, user);
  room.draw(rules.seed);
  Instant now = opening;
  for (int second = 0; second < 60; ++second, now = now + 1s) room.call(rules, 1'000, false, now);
  EXPECT_EQ(room.through(), 10u);
  for (std::uint64_t user = 1; user <= 50; ++user)
    EXPECT_EQ(room.has_turn({user}, rules.turn, now), number_of(room, user) <= 10) << user;
}

TEST(WaitingRoom, WhoHasBoughtMakesRoomForTheNext) {
  WaitingRoom room;
  const auto rules = rules_of(1);
  enter(room, 1);
  enter(room, 2);
  room.draw(rules.seed);
  ASSERT_TRUE(room.call(rules, 100, false, opening));
  const std::uint64_t first = number_of(room, 1) == 1 ? 1 : 2, second = 3 - first;
  EXPECT_FALSE(room.call(rules, 100, false, opening + 1s));
  room.began({first});
  EXPECT_NE(room.leave({first}), 0u);
  ASSERT_TRUE(room.call(rules, 100, false, opening + 2s));
  EXPECT_TRUE(room.has_turn({second}, rules.turn, opening + 2s));
  EXPECT_EQ(state_of(room, first, opening + 2s), RoomState::none);
}

TEST(WaitingRoom, ATurnEndsByItselfAndOneEntersAgainAtTheEnd) {
  WaitingRoom room;
  const auto rules = rules_of(1);
  enter(room, 1);
  room.draw(rules.seed);
  room.call(rules, 100, false, opening);
  EXPECT_TRUE(room.has_turn({1}, rules.turn, opening + 10min - 1s));
  EXPECT_EQ(state_of(room, 1, opening + 10min), RoomState::ended);
  enter(room, 2, opening + 9min);
  enter(room, 1, opening + 11min);
  EXPECT_EQ(number_of(room, 2), 2u);
  EXPECT_EQ(number_of(room, 1), 3u);
  EXPECT_EQ(state_of(room, 1, opening + 11min), RoomState::waiting);
}

TEST(WaitingRoom, WhoIsCalledAndDoesNotComeKeepsNobodyWaitingForLongAndHasTheirTurnAllTheSame) {
  WaitingRoom room;
  const auto rules = rules_of(1);
  enter(room, 1);
  enter(room, 2);
  room.draw(rules.seed);
  room.call(rules, 100, false, opening);
  EXPECT_FALSE(room.call(rules, 100, false, opening + 2min - 1s));
  EXPECT_TRUE(room.call(rules, 100, false, opening + 2min));
  EXPECT_TRUE(room.has_turn({1}, rules.turn, opening + 3min));
  EXPECT_TRUE(room.has_turn({2}, rules.turn, opening + 3min));
}

TEST(WaitingRoom, ThoseWhoLeftArePassedOver) {
  WaitingRoom room;
  const auto rules = rules_of(1);
  for (std::uint64_t user = 1; user <= 20; ++user) enter(room, user);
  for (std::uint64_t user = 1; user <= 19; ++user) room.leave({user});
  room.draw(rules.seed);
  EXPECT_TRUE(room.call(rules, 100, false, opening));
  EXPECT_TRUE(room.has_turn({20}, rules.turn, opening));
}

TEST(WaitingRoom, NobodyIsCalledWhenNothingIsFree) {
  WaitingRoom room;
  const auto rules = rules_of(10);
  for (std::uint64_t user = 1; user <= 50; ++user) enter(room, user);
  room.draw(rules.seed);
  EXPECT_FALSE(room.call(rules, 0, false, opening));
  // one place is left: one person, until it is taken or they have gone
  EXPECT_EQ(room.call(rules, 1, false, opening + 1s)->through, 1u);
  EXPECT_FALSE(room.call(rules, 1, false, opening + 2s));
}

TEST(WaitingRoom, ThePaceHalvesUnderStrainAndGrowsWithoutIt) {
  WaitingRoom room;
  const auto rules = rules_of(10'000);
  for (std::uint64_t user = 1; user <= 20'000; ++user) enter(room, user);
  room.draw(rules.seed);
  auto called = [&, before = 0u, second = 0](bool strained) mutable {
    room.call(rules, 1'000'000, strained, opening + second++ * Duration{1s});
    return room.through() - std::exchange(before, room.through());
  };
  EXPECT_EQ(called(false), 1'000u);
  EXPECT_EQ(called(false), 1'250u);
  EXPECT_EQ(called(true), 625u);
  EXPECT_EQ(called(true), 312u);
  EXPECT_EQ(called(false), 390u);
}

TEST(WaitingRoom, IsTheSameWhenItIsReadAgain) {
  std::mt19937 random(5);
  for (int round = 0; round < 50; ++round) {
    const auto rules = rules_of(1 + random() % 20);
    WaitingRoom room;
    StoredRoom stored;
    Instant now = opening - 30s;
    std::uint64_t people = 0;
    for (int second = 0; second < 120; ++second, now = now + 10s) {
      for (std::uint64_t i = random() % 5; i > 0; --i) {
        const std::uint64_t user = random() % 3 == 0 && people > 0 ? 1 + random() % people : ++people;
        const auto state = state_of(room, user, now);
        if (state != RoomState::none && state != RoomState::ended) continue;
        const auto before = room.place_of({user}, 10min, now);
        if (before.state == RoomState::ended) {
          for (auto& one : stored.entries)
            if (one.user.value == user) one.user = {};
        }
        const Mark mark = mark_of(stored.entries.size());
        EXPECT_EQ(room.enter({user}, mark, now), stored.entries.size() + 1);
        stored.entries.push_back({{user}, mark, now});
      }
      if (people > 0 && random() % 4 == 0) {
        const std::uint64_t user = 1 + random() % people;
        if (const auto arrival = room.leave({user}); arrival != 0) stored.entries[arrival - 1].user = {};
      }
      if (!room.is_drawn() && now >= opening) {
        stored.drawn = room.arrived();
        room.draw(rules.seed);
      }
      if (const auto call = room.call(rules, 100, false, now)) stored.calls.push_back(*call);
      const WaitingRoom again(stored, rules.seed);
      ASSERT_EQ(again.through(), room.through());
      for (std::uint64_t user = 1; user <= people; ++user) {
        const auto here = room.place_of({user}, rules.turn, now), there = again.place_of({user}, rules.turn, now);
        ASSERT_EQ(here.state, there.state) << user;
        ASSERT_EQ(here.number, there.number) << user;
        ASSERT_EQ(here.turn_ends_at, there.turn_ends_at) << user;
      }
    }
  }
}

// 200,000 people and 5,000 places: nobody is called after all are gone, and how long it was said to take from a tenth of the way
// on was nearly right.
TEST(WaitingRoom, AStadiumFullOfPeopleAndOneHallOfPlaces) {
  WaitingRoom room;
  const auto rules = rules_of(500);
  constexpr std::uint32_t people = 200'000;
  for (std::uint64_t user = 1; user <= people; ++user) enter(room, user);
  room.draw(rules.seed);
  std::vector<std::uint64_t> user_of(people + 1);
  for (std::uint64_t user = 1; user <= people; ++user) user_of[number_of(room, user)] = user;
  std::mt19937 random(9);
  std::uint64_t free = 5'000, called_for_nothing = 0, bought = 0;
  std::multimap<Instant, std::uint64_t> choosing;  // until when
  std::uint32_t called = 0;
  std::vector<std::pair<Instant, std::uint32_t>> through_at;
  Instant now = opening, sold_out{};
  for (int second = 0; second < 7'200 && free > 0; ++second, now = now + 1s) {
    if (room.call(rules, free, false, now)) {
      while (called < room.through()) {
        const std::uint64_t user = user_of[++called];
        if (random() % 10 == 0) continue;  // does not come
        room.began({user});
        choosing.emplace(now + Duration{20s} + Duration{1s} * (random() % 160), user);
      }
    }
    through_at.emplace_back(now, room.through());
    while (!choosing.empty() && choosing.begin()->first <= now) {
      const std::uint64_t user = choosing.begin()->second;
      choosing.erase(choosing.begin());
      const std::uint64_t wanted = 1 + random() % 4;
      if (free == 0) {
        ++called_for_nothing;
        continue;
      }
      const auto taken = std::min(free, wanted);
      free -= taken;
      ++bought;
      room.placed({user}, taken);
      room.leave({user});
    }
  }
  sold_out = now;
  ASSERT_EQ(free, 0u);
  const std::uint32_t through = room.through();
  for (int second = 0; second < 600; ++second, now = now + 1s) EXPECT_FALSE(room.call(rules, 0, false, now));
  EXPECT_EQ(room.through(), through);
  called_for_nothing += choosing.size();
  EXPECT_LT(called_for_nothing, bought / 10) << "of " << bought;
  // The wait that was told at a tenth of the way, by the pace until then, for who is called at eight tenths.
  const auto at = [&](double part) {
    for (const auto& [when, upto] : through_at)
      if (upto >= part * through) return std::pair{when, upto};
    return through_at.back();
  };
  const auto [early, early_no] = at(0.3);
  const auto [late, late_no] = at(0.8);
  const double pace = static_cast<double>(early_no) / static_cast<double>((early - opening).count());
  const double told = (late_no - early_no) / pace, took = static_cast<double>((late - early).count());
  RecordProperty("told_s", static_cast<int>(told / 1e6));
  RecordProperty("took_s", static_cast<int>(took / 1e6));
  EXPECT_LT(std::abs(told - took) / took, 0.5) << told / 1e6 << " s were told, " << took / 1e6 << " s it took";
  EXPECT_LT((sold_out - opening) / 1s, 3'600);
}

}  // namespace
}  // namespace gelora::booking
