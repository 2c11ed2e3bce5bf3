// A seating plan as it is drawn, and everything that is wrong with it. Knows neither JSON nor what is sold.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace gelora::booking {

struct PlanPoint {
  double x = 0, y = 0;
};

enum class SeatMark : std::uint8_t { none, accessible, companion };

struct PlanSeat {
  std::string label;
  PlanPoint at;
  SeatMark mark = SeatMark::none;
};

struct PlanRow {
  std::string name;
  std::vector<PlanSeat> seats;
};

struct PlanSection {
  std::string name, zone;  // the zone's key
  std::vector<PlanPoint> outline;
  std::vector<PlanRow> rows;
};

struct PlanZone {
  std::string key, name, colour;
  bool standing = false;
  std::int64_t capacity = 0;  // of a standing one
  std::vector<PlanPoint> shape{};
};

struct PlanWords {
  std::string text;
  PlanPoint at;
};

struct SeatingPlan {
  std::string name;
  double width = 0, height = 0;
  std::string stage_label;
  std::vector<PlanPoint> stage;
  std::vector<PlanZone> zones;
  std::vector<PlanSection> sections;
  std::vector<PlanWords> texts;
};

struct PlanFault {
  std::string pointer;  // where, as a JSON pointer into the document
  std::string code, message;
};

inline constexpr std::size_t most_faults_told = 100;
inline constexpr std::size_t most_plan_zones = 200;
inline constexpr std::size_t most_plan_seats = 100'000;
inline constexpr std::int64_t most_plan_places = 1'000'000;
inline constexpr double longest_side = 100'000;

// What keeps the plan from being used, in the order of the document, at most `most`. Coordinates that are no number are passed
// over: whoever read the document has told of them.
std::vector<PlanFault> faults_of(const SeatingPlan& plan, std::size_t most = most_faults_told);

std::int64_t places_of(const SeatingPlan& plan);

// The usual distance of neighbours in a row; 0 when no row has two seats apart.
double seat_pitch(const SeatingPlan& plan);

// The smallest convex polygon around all seats of the rows, `margin` away from them.
std::vector<PlanPoint> outline_around(const std::vector<PlanRow>& rows, double margin);

}  // namespace gelora::booking
