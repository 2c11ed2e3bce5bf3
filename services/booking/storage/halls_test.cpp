#include "booking/storage/halls.hpp"

#include <gtest/gtest.h>

namespace gelora::booking {
namespace {

std::string plan(std::string_view zones, std::string_view sections = "") {
  return R"({"stage": {"points": [[50, 0]]}, "zones": [)" + std::string{zones} + R"(], "sections": [)" + std::string{sections} +
         "]}";
}

std::string standing(std::string_view key, std::string_view capacity) {
  return R"({"key": ")" + std::string{key} + R"(", "name": "Lantai", "colour": "#000000", "kind": "standing", "capacity": )" +
         std::string{capacity} + "}";
}

std::string why_refused(const std::string& document) {
  try {
    build_hall(PlanId{1}, document);
  } catch (const BadPlan& bad) {
    return bad.what();
  }
  return "";
}

TEST(BuildHall, NumbersSeatsFirstAndThenStandingPlaces) {
  const auto hall = build_hall(
      PlanId{1}, plan(standing("l", "3") + R"(, {"key": "v", "name": "VIP", "colour": "#ffffff", "kind": "seated"})",
                      R"({"name": "Tengah", "zone": "v", "rows": [{"name": "A", "seats": [["1", 40, 9], ["2", 50, 9]]}]})"));
  EXPECT_EQ(hall->layout.place_count, 5u);
  EXPECT_EQ(hall->full_label(1), "Tengah · A-2");
  EXPECT_EQ(hall->full_label(2), "Lantai");
  EXPECT_EQ(hall->layout.rows.at(0).focus, 1);
}

TEST(BuildHall, RefusesMorePlacesThanCanBeNumbered) {
  EXPECT_EQ(why_refused(plan(standing("a", "20000000"))), "");
  EXPECT_EQ(why_refused(plan(standing("a", "20000000") + "," + standing("b", "1"))), "the plan has more than 20000000 places");
  EXPECT_EQ(why_refused(plan(standing("a", "4294967295") + "," + standing("b", "2"))), "the plan has more than 20000000 places");
  std::string zones = standing("z", "1");
  for (int i = 0; i < 1000; ++i) zones += "," + standing("z", "1");
  EXPECT_EQ(why_refused(plan(zones)), "the plan has more than 1000 zones");
}

TEST(BuildHall, SaysWhatIsWrong) {
  EXPECT_EQ(why_refused(plan("", R"({"name": "Kiri", "zone": "x", "rows": []})")), "");
  EXPECT_EQ(why_refused(plan(standing("l", "3"), R"({"name": "Kiri", "zone": "x", "rows": []})")),
            "section Kiri names an unknown zone x");
  EXPECT_EQ(
      why_refused(plan(standing("l", "3"), R"({"name": "Kiri", "zone": "l", "rows": [{"name": "A", "seats": [["1", 0, 0]]}]})")),
      "section Kiri names the standing zone l");
  EXPECT_TRUE(why_refused(plan(standing("l", "-3"))).starts_with("the plan lacks something"));
  EXPECT_TRUE(why_refused("{").starts_with("the plan is not JSON"));
}

}  // namespace
}  // namespace gelora::booking
