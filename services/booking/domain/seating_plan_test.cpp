#include "booking/domain/seating_plan.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace gelora::booking {
namespace {

PlanRow row_of(std::string name, double x, double y, int seats, double pitch = 10) {
  PlanRow row{std::move(name), {}};
  for (int i = 0; i < seats; ++i) row.seats.push_back({std::to_string(i + 1), {x + i * pitch, y}});
  return row;
}

SeatingPlan good_plan() {
  SeatingPlan plan;
  plan.name = "Aula";
  plan.width = 400;
  plan.height = 300;
  plan.stage = {{100, 0}, {200, 0}, {200, 20}, {100, 20}};
  plan.zones = {{"vip", "VIP", "#b3124e"}, {"lantai", "Lantai", "#0f8b8d", true, 50, {{0, 200}, {100, 200}, {100, 300}}}};
  plan.sections = {{"Tengah", "vip", {}, {row_of("A", 100, 50, 5), row_of("B", 100, 62, 5)}}};
  plan.sections[0].outline = outline_around(plan.sections[0].rows, 8);
  return plan;
}

// "code pointer" of each.
std::vector<std::string> told(const SeatingPlan& plan) {
  std::vector<std::string> out;
  for (const auto& fault : faults_of(plan)) out.push_back(fault.code + ' ' + fault.pointer);
  return out;
}
using Told = std::vector<std::string>;

TEST(FaultsOfPlan, FindsNoneInAGoodOne) {
  EXPECT_EQ(told(good_plan()), Told{});
  EXPECT_EQ(places_of(good_plan()), 60);
  EXPECT_EQ(seat_pitch(good_plan()), 10);
}

TEST(FaultsOfPlan, NamesEachWithItsPlace) {
  auto plan = good_plan();
  plan.width = 0;
  plan.zones[0].colour = "red";
  plan.zones.push_back({"vip", "Lagi", "#000000"});
  plan.zones[1].capacity = 0;
  plan.sections[0].rows[1].seats[3].label = "1";
  plan.sections.push_back({"Kiri", "tak-ada", plan.sections[0].outline, {{"A", {}}}});
  plan.sections.push_back({"", "lantai", {}, {}});
  EXPECT_EQ(told(plan),
            (Told{"out-of-range /width", "not-a-colour /zones/0/colour", "out-of-range /zones/1/capacity",
                  "duplicate-zone /zones/2/key", "duplicate-seat /sections/0/rows/1/seats/3", "unknown-zone /sections/1/zone",
                  "empty-row /sections/1/rows/0/seats", "empty-name /sections/2/name", "standing-zone /sections/2/zone",
                  "no-shape /sections/2/outline", "empty-section /sections/2/rows", "empty-zone /zones/2"}));
}

TEST(FaultsOfPlan, TellsOfSeatsThatLieOverEachOther) {
  auto plan = good_plan();
  plan.sections.push_back({"Kanan", "vip", plan.sections[0].outline, {row_of("A", 133, 51, 3)}});
  EXPECT_EQ(told(plan), (Told{"overlapping-seats /sections/1/rows/0/seats/0", "overlapping-seats /sections/1/rows/0/seats/1"}))
      << "and the third, beyond the block, does not";
  plan = good_plan();
  plan.sections[0].rows[0] = row_of("A", 100, 50, 4, 0);
  EXPECT_EQ(told(plan), (Told{"zero-pitch /sections/0/rows/0"}));
}

TEST(FaultsOfPlan, TellsOfSeatsOutsideOncePerRow) {
  auto plan = good_plan();
  plan.sections[0].rows.push_back(row_of("C", 395, 280, 4));
  EXPECT_EQ(told(plan), (Told{"outside-plan /sections/0/rows/2/seats/1"}));
}

TEST(FaultsOfPlan, StopsAtAHundred) {
  auto plan = good_plan();
  plan.sections[0].rows.clear();
  for (int i = 0; i < 300; ++i) plan.sections[0].rows.push_back({"", {}});
  EXPECT_EQ(faults_of(plan).size(), most_faults_told);
  EXPECT_EQ(faults_of(SeatingPlan{}).back().code, "no-places");
}

TEST(FaultsOfPlan, FindsTheOverlapsThatComparingAllPairsFinds) {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    auto plan = good_plan();
    std::uniform_real_distribution<double> x(0, 400), y(0, 300);
    PlanRow row{"Z", {}};
    for (int i = 0; i < 40; ++i) row.seats.push_back({std::to_string(i), {x(random), y(random)}});
    plan.sections[0].rows = {row_of("A", 10, 20, 30), row_of("B", 10, 32, 30), row};
    const double nearest = seat_pitch(plan) / 2;
    bool any = false;
    std::vector<PlanPoint> kept;
    for (const auto& one : plan.sections[0].rows) {
      for (const auto& seat : one.seats) {
        bool over = false;
        for (const auto& other : kept) over = over || std::hypot(seat.at.x - other.x, seat.at.y - other.y) < nearest;
        any = any || over;
        if (!over) kept.push_back(seat.at);
      }
    }
    const auto faults = faults_of(plan);
    const auto overlaps =
        std::count_if(faults.begin(), faults.end(), [](const auto& fault) { return fault.code == "overlapping-seats"; });
    EXPECT_EQ(static_cast<std::size_t>(overlaps), 100 - kept.size());
    EXPECT_EQ(any, overlaps > 0);
  }
}

TEST(OutlineAround, IsConvexAndHasAllSeatsInside) {
  const auto outline = outline_around({row_of("A", 0, 0, 10), row_of("B", 20, 10, 3)}, 5);
  ASSERT_GE(outline.size(), 4u);
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const auto a = outline[i], b = outline[(i + 1) % outline.size()];
    EXPECT_GT((b.x - a.x) * (5 - a.y) - (b.y - a.y) * (45 - a.x), 0);
  }
  EXPECT_TRUE(outline_around({}, 5).empty());
}

}  // namespace
}  // namespace gelora::booking
