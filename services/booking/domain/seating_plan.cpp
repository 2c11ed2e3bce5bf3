#include "booking/domain/seating_plan.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace gelora::booking {
namespace {

constexpr std::size_t longest_name = 100, longest_label = 20;  // bytes
constexpr double nearest_possible = 0.001;

bool is_known(PlanPoint point) { return std::isfinite(point.x) && std::isfinite(point.y); }
double distance(PlanPoint a, PlanPoint b) { return std::hypot(a.x - b.x, a.y - b.y); }

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string at(std::string_view list, std::size_t index) { return '/' + std::string{list} + '/' + std::to_string(index); }

struct SeatPlace {
  std::size_t section, row, seat;
  std::string pointer() const { return at("sections", section) + at("rows", row) + at("seats", seat); }
};

class Check {
 public:
  Check(const SeatingPlan& plan, std::size_t most) : plan_(plan), most_(most) {}

  std::vector<PlanFault> run() {
    sides();
    for (std::size_t i = 0; i < plan_.zones.size() && !full(); ++i) zone(i);
    for (std::size_t i = 0; i < plan_.sections.size() && !full(); ++i) section(i);
    for (std::size_t i = 0; i < plan_.texts.size() && !full(); ++i) inside(at("texts", i) + "/at", plan_.texts[i].at);
    totals();
    if (!full()) overlaps();
    return std::move(faults_);
  }

 private:
  bool full() const { return faults_.size() >= most_; }
  void add(std::string pointer, std::string code, std::string message) {
    if (!full()) faults_.push_back({std::move(pointer), std::move(code), std::move(message)});
  }

  void text(const std::string& pointer, const std::string& value, std::size_t longest) {
    if (value.empty()) add(pointer, "empty-name", "must not be empty");
    else if (value.size() > longest) add(pointer, "out-of-range", "must have at most " + std::to_string(longest) + " bytes");
  }

  bool inside(const std::string& pointer, PlanPoint point) {
    if (!is_known(point) || !sides_known_) return true;
    if (point.x >= 0 && point.y >= 0 && point.x <= plan_.width && point.y <= plan_.height) return true;
    add(pointer, "outside-plan", "lies outside of the plan");
    return false;
  }

  void polygon(const std::string& pointer, const std::vector<PlanPoint>& points) {
    if (points.size() < 3) add(pointer, "no-shape", "must have three corners or more");
    for (const PlanPoint point : points) {
      if (!is_known(point) || (std::abs(point.x) <= longest_side && std::abs(point.y) <= longest_side)) continue;
      add(pointer, "out-of-range", "has a corner that is too far away");
      return;
    }
  }

  void sides() {
    text("/name", plan_.name, 200);
    const auto side = [this](const char* pointer, double value) {
      if (std::isfinite(value) && (value < 1 || value > longest_side)) {
        add(pointer, "out-of-range", "must be from 1 to 100000");
        sides_known_ = false;
      }
      if (!std::isfinite(value)) sides_known_ = false;
    };
    side("/width", plan_.width);
    side("/height", plan_.height);
    polygon("/stage/points", plan_.stage);
    if (plan_.zones.size() > most_plan_zones) add("/zones", "too-many-zones", "must be at most 200");
  }

  void zone(std::size_t i) {
    const PlanZone& zone = plan_.zones[i];
    const std::string pointer = at("zones", i);
    text(pointer + "/key", zone.key, longest_name);
    text(pointer + "/name", zone.name, longest_name);
    if (!is_colour(zone.colour)) add(pointer + "/colour", "not-a-colour", "must be a colour as in #1b1464");
    if (!zone.key.empty() && !zones_.emplace(zone.key, i).second)
      add(pointer + "/key", "duplicate-zone", "is another zone's key already");
    used_.push_back(zone.standing);
    if (!zone.standing) return;
    if (zone.capacity < 1 || zone.capacity > most_plan_places)
      add(pointer + "/capacity", "out-of-range", "must be from 1 to 1000000");
    polygon(pointer + "/shape", zone.shape);
  }

  void section(std::size_t i) {
    const PlanSection& section = plan_.sections[i];
    const std::string pointer = at("sections", i);
    text(pointer + "/name", section.name, longest_name);
    const auto zone = zones_.find(section.zone);
    if (zone == zones_.end())
      add(pointer + "/zone", "unknown-zone", "there is no zone \"" + section.zone.substr(0, longest_name) + '"');
    else if (plan_.zones[zone->second].standing)
      add(pointer + "/zone", "standing-zone", "is a standing zone, which has no seats");
    else used_[zone->second] = true;
    polygon(pointer + "/outline", section.outline);
    if (section.rows.empty()) add(pointer + "/rows", "empty-section", "has no row");
    for (std::size_t r = 0; r < section.rows.size() && !full(); ++r) row(section, i, r);
  }

  void row(const PlanSection& section, std::size_t i, std::size_t r) {
    const PlanRow& row = section.rows[r];
    const std::string pointer = at("sections", i) + at("rows", r);
    text(pointer + "/name", row.name, longest_label);
    if (row.seats.empty()) add(pointer + "/seats", "empty-row", "has no seat");
    seats_ += row.seats.size();
    bool told_of_place = false, told_of_pitch = false;
    for (std::size_t s = 0; s < row.seats.size() && !full(); ++s) {
      const PlanSeat& seat = row.seats[s];
      const SeatPlace place{i, r, s};
      if (seat.label.empty() || seat.label.size() > longest_label) text(place.pointer() + "/0", seat.label, longest_label);
      const auto [before, fresh] = ids_.try_emplace(section.name + '\n' + row.name + '\n' + seat.label, place);
      if (!fresh) add(place.pointer(), "duplicate-seat", "has the name of " + before->second.pointer());
      if (!told_of_place) told_of_place = !inside_plan(place, seat.at);
      if (s == 0 || told_of_pitch || !is_known(seat.at) || !is_known(row.seats[s - 1].at)) continue;
      told_of_pitch = distance(seat.at, row.seats[s - 1].at) < nearest_possible;
      if (told_of_pitch) add(pointer, "zero-pitch", "has seats one on top of the other");
    }
    if (told_of_pitch) flat_.insert(pointer);
  }

  bool inside_plan(const SeatPlace& place, PlanPoint point) {
    if (!is_known(point) || !sides_known_) return true;
    const bool in = point.x >= 0 && point.y >= 0 && point.x <= plan_.width && point.y <= plan_.height;
    return in || inside(place.pointer(), point);
  }

  void totals() {
    if (seats_ > most_plan_seats) add("/sections", "too-many-seats", "must have at most 100000 seats");
    if (places_of(plan_) > most_plan_places) add("/zones", "too-many-places", "must have at most 1000000 places");
    if (places_of(plan_) == 0) add("", "no-places", "has no place that can be sold");
    for (std::size_t i = 0; i < plan_.zones.size() && i < used_.size(); ++i) {
      if (!used_[i]) add(at("zones", i), "empty-zone", "has no seat");
    }
  }

  // Seats that are nearer than half the usual distance. A seat that is told of is not compared again, so that a cell never has
  // more than a few: the work grows with the seats alone.
  void overlaps() {
    const double nearest = std::max(seat_pitch(plan_) / 2, nearest_possible);
    std::unordered_map<std::uint64_t, std::vector<SeatPlace>> cells;
    for (std::size_t i = 0; i < plan_.sections.size(); ++i) {
      for (std::size_t r = 0; r < plan_.sections[i].rows.size(); ++r) {
        if (flat_.contains(at("sections", i) + at("rows", r))) continue;
        for (std::size_t s = 0; s < plan_.sections[i].rows[r].seats.size() && !full(); ++s) place(cells, {i, r, s}, nearest);
      }
    }
  }

  PlanPoint point_of(const SeatPlace& one) const { return plan_.sections[one.section].rows[one.row].seats[one.seat].at; }

  void place(std::unordered_map<std::uint64_t, std::vector<SeatPlace>>& cells, SeatPlace one, double nearest) {
    const PlanPoint point = point_of(one);
    if (!is_known(point) || std::abs(point.x) > longest_side || std::abs(point.y) > longest_side) return;
    const auto cell = [nearest](double value) { return static_cast<std::int64_t>(std::floor(value / nearest)); };
    const auto key = [](std::int64_t x, std::int64_t y) {
      return static_cast<std::uint64_t>(x) << 32 ^ static_cast<std::uint32_t>(y);
    };
    const std::int64_t x = cell(point.x), y = cell(point.y);
    for (std::int64_t dx = -1; dx <= 1; ++dx) {
      for (std::int64_t dy = -1; dy <= 1; ++dy) {
        const auto found = cells.find(key(x + dx, y + dy));
        if (found == cells.end()) continue;
        for (const SeatPlace& other : found->second) {
          if (distance(point, point_of(other)) >= nearest) continue;
          add(one.pointer(), "overlapping-seats", "lies over " + other.pointer());
          return;
        }
      }
    }
    cells[key(x, y)].push_back(one);
  }

  const SeatingPlan& plan_;
  std::size_t most_, seats_ = 0;
  bool sides_known_ = true;
  std::vector<PlanFault> faults_;
  std::unordered_map<std::string, std::size_t> zones_;
  std::vector<bool> used_;
  std::unordered_map<std::string, SeatPlace> ids_;
  std::unordered_set<std::string> flat_;  // rows that were told of as zero-pitch
};

double cross(PlanPoint o, PlanPoint a, PlanPoint b) { return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x); }

// One side of the hull, by Andrew's monotone chain.
void add_chain(std::vector<PlanPoint>& hull, const std::vector<PlanPoint>& points, bool forward) {
  const std::size_t from = hull.size();
  for (std::size_t i = 0; i < points.size(); ++i) {
    const PlanPoint point = forward ? points[i] : points[points.size() - 1 - i];
    while (hull.size() >= from + 2 && cross(hull[hull.size() - 2], hull.back(), point) <= 0) hull.pop_back();
    hull.push_back(point);
  }
  hull.pop_back();  // begins the other side
}

}  // namespace

std::vector<PlanFault> faults_of(const SeatingPlan& plan, std::size_t most) { return Check(plan, most).run(); }

std::int64_t places_of(const SeatingPlan& plan) {
  std::int64_t places = 0;
  for (const auto& zone : plan.zones) places += zone.standing ? std::clamp<std::int64_t>(zone.capacity, 0, most_plan_places) : 0;
  for (const auto& section : plan.sections) {
    for (const auto& row : section.rows) places += static_cast<std::int64_t>(row.seats.size());
  }
  return places;
}

double seat_pitch(const SeatingPlan& plan) {
  std::vector<double> distances;
  for (const auto& section : plan.sections) {
    for (const auto& row : section.rows) {
      for (std::size_t i = 1; i < row.seats.size(); ++i) {
        const double apart = distance(row.seats[i].at, row.seats[i - 1].at);
        if (std::isfinite(apart) && apart >= nearest_possible) distances.push_back(apart);
      }
    }
  }
  if (distances.empty()) return 0;
  const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
  std::nth_element(distances.begin(), middle, distances.end());
  return *middle;
}

std::vector<PlanPoint> outline_around(const std::vector<PlanRow>& rows, double margin) {
  std::vector<PlanPoint> points;
  for (const auto& row : rows) {
    for (const auto& seat : row.seats) {
      if (!is_known(seat.at)) continue;
      for (const double x : {-margin, margin}) {
        for (const double y : {-margin, margin}) points.push_back({seat.at.x + x, seat.at.y + y});
      }
    }
  }
  if (points.empty()) return points;
  std::sort(points.begin(), points.end(), [](PlanPoint a, PlanPoint b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
  std::vector<PlanPoint> hull;
  add_chain(hull, points, true);
  add_chain(hull, points, false);
  return hull;
}

}  // namespace gelora::booking
