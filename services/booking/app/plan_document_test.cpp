#include "booking/app/plan_document.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr auto ours = R"({"name": "Aula", "width": 400, "height": 300,
  "stage": {"label": "Panggung", "points": [[100, 0], [200, 0], [200, 20]]},
  "zones": [{"key": "vip", "name": "VIP", "kind": "seated", "colour": "#b3124e"},
            {"key": "lantai", "name": "Lantai", "kind": "standing", "colour": "#0f8b8d", "capacity": 50,
             "shape": [[0, 200], [100, 200], [100, 300.5]]}],
  "sections": [{"name": "Tengah", "zone": "vip", "outline": [[90, 40], [150, 40], [150, 70]],
    "rows": [{"name": "A", "seats": [["1", 100, 50, "accessible"], ["2", 110.25, 50, "companion"], ["3", 120, 50]]}]}],
  "texts": [{"text": "Pintu", "at": [10, 20]}]})";

constexpr auto pretix = R"({"name": "Teater", "size": {"width": 800, "height": 600},
  "categories": [{"name": "Balkon", "color": "#7F4A91"}, {"name": "Depan"}],
  "zones": [{"name": "Utama", "position": {"x": 100, "y": 50}, "rows": [
      {"row_number": "1", "position": {"x": 0, "y": 30}, "seats": [
        {"seat_guid": "a", "seat_number": "1", "position": {"x": 0, "y": 0}, "category": "Depan"},
        {"seat_guid": "b", "seat_number": "2", "position": {"x": 25, "y": 0}, "category": "Depan"}]},
      {"row_number": "2", "position": {"x": 0, "y": 60}, "seats": [
        {"seat_guid": "c", "seat_number": "1", "position": {"x": 0, "y": 0}, "category": "Depan"},
        {"seat_guid": "d", "seat_number": "2", "position": {"x": 25, "y": 0}, "category": "Balkon"}]}],
    "areas": [{"width": 200, "height": 20, "position": {"x": 10, "y": -40}, "text": "Stage", "color": "#000000"},
              {"width": 40, "height": 20, "position": {"x": 400, "y": 0}, "text": "Bar"}]}]})";

json::object parsed(std::string_view text) { return json::parse(text).as_object(); }

std::vector<std::string> told(const ReadPlan& read) {
  std::vector<std::string> out;
  for (const auto& fault : faults_of(read)) out.push_back(fault.code + ' ' + fault.pointer);
  return out;
}
using Told = std::vector<std::string>;

TEST(PlanDocument, OfOursIsTheSameAfterReadingAndWriting) {
  const auto read = read_plan(parsed(ours));
  EXPECT_EQ(told(read), Told{});
  EXPECT_EQ(to_document(read.plan), parsed(ours));
  EXPECT_FALSE(is_pretix_plan(parsed(ours)));
}

TEST(PlanDocument, OfPretixIsReadWithItsStageCategoriesAndWords) {
  ASSERT_TRUE(is_pretix_plan(parsed(pretix)));
  const auto read = read_pretix_plan(parsed(pretix));
  EXPECT_EQ(told(read), Told{});
  const auto& plan = read.plan;
  ASSERT_EQ(plan.sections.size(), 2u);
  EXPECT_EQ(plan.sections[0].name, "Utama Balkon");
  EXPECT_EQ(plan.sections[1].name, "Utama Depan");
  EXPECT_EQ(plan.sections[1].rows[1].seats[0].at.y, 110);
  EXPECT_EQ(plan.zones[0].colour, "#7f4a91");
  EXPECT_EQ(plan.stage_label, "Stage");
  EXPECT_EQ(plan.stage[0].y, 10);
  EXPECT_EQ(plan.texts[0].text, "Bar");
}

TEST(PlanDocument, GoesToPretixAndBackWithAllItsSeats) {
  const auto there = to_pretix_document(read_plan(parsed(ours)).plan);
  const auto back = read_pretix_plan(there);
  EXPECT_EQ(told(back), Told{});
  ASSERT_EQ(back.plan.sections.size(), 1u);
  EXPECT_EQ(back.plan.sections[0].name, "Tengah");
  EXPECT_EQ(back.plan.sections[0].rows[0].name, "A");
  EXPECT_EQ(back.plan.sections[0].rows[0].seats[1].label, "2");
  EXPECT_EQ(back.plan.stage_label, "Panggung");
  EXPECT_EQ(to_pretix_document(back.plan).at("zones").at(0).at("rows"), there.at("zones").at(0).at("rows"));
}

TEST(PlanDocument, OfOursIsToldWhatItLacks) {
  const auto read = read_plan(parsed(R"({"name": 3, "width": 100, "height": "x", "stage": {"points": [[1], [2, 3]]}, "colour": 1,
    "zones": [{"key": "a", "name": "A", "kind": "sitting", "colour": "#000000"}, 7],
    "sections": [{"name": "S", "zone": "a", "rows": [{"name": "1", "seats": [["1", 5, 5], ["1", 5, 5, "vip"], [1, 2, 3]]}]}]})"));
  EXPECT_EQ(told(read),
            (Told{"unknown-member /colour", "wrong-type /name", "wrong-type /height", "missing /stage/label",
                  "wrong-type /stage/points/0", "wrong-type /zones/0/kind", "wrong-type /zones/1", "missing /zones/1/key",
                  "missing /zones/1/name", "missing /zones/1/colour", "missing /zones/1/kind", "missing /sections/0/outline",
                  "wrong-type /sections/0/rows/0/seats/1/3", "wrong-type /sections/0/rows/0/seats/2", "no-shape /stage/points",
                  "duplicate-seat /sections/0/rows/0/seats/1", "zero-pitch /sections/0/rows/0"}));
}

TEST(PlanDocument, OfPretixIsToldItsFaultsInItsOwnWords) {
  auto broken = parsed(pretix);
  auto& rows = broken["zones"].at(0).as_object()["rows"].as_array();
  auto& seats = rows[1].as_object()["seats"].as_array();
  seats[0].as_object()["seat_guid"] = "a";
  seats[1].as_object()["category"] = "Loge";
  seats.push_back(seats[0]);
  seats[2].as_object()["seat_guid"] = "e";
  rows.push_back({{"row_number", "3"}, {"seats", json::array{}}});
  EXPECT_EQ(told(read_pretix_plan(broken)),
            (Told{"duplicate-seat /zones/0/rows/1/seats/0/seat_guid", "unknown-zone /zones/0/rows/1/seats/1/category",
                  "empty-row /zones/0/rows/2/seats", "duplicate-seat /zones/0/rows/1/seats/2", "zero-pitch /zones/0/rows/1",
                  "unknown-zone /zones/0", "empty-zone /categories/0"}));
}

TEST(PlanDocument, TellsAtMostAHundredFaults) {
  json::array sections;
  for (int i = 0; i < 300; ++i) sections.emplace_back(i);
  auto many = parsed(ours);
  many["sections"] = sections;
  EXPECT_EQ(faults_of(read_plan(many)).size(), most_faults_told);
}

}  // namespace
}  // namespace gelora::booking
