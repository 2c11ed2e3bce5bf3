#include "booking/api/seating_json.hpp"

#include <boost/json/parse.hpp>
#include <cmath>

namespace gelora::booking {
namespace {

namespace json = boost::json;

using RowWriter = json::object (*)(const json::value& row, seats::SeatNo first);

bool has_mark(const json::value& seat, std::string_view mark) {
  return seat.as_array().size() > 3 && seat.at(3).as_string() == mark;
}

json::object row_of_seats(const json::value& row, seats::SeatNo first) {
  const std::string name{row.at("name").as_string()};
  json::array list;
  for (const auto& seat : row.at("seats").as_array()) {
    json::object one{
        {"seat_no", first++}, {"label", name + "-" + std::string{seat.at(0).as_string()}}, {"x", seat.at(1)}, {"y", seat.at(2)}};
    if (has_mark(seat, "accessible")) one["accessible"] = true;
    if (has_mark(seat, "companion")) one["companion"] = true;
    list.push_back(std::move(one));
  }
  return {{"name", name}, {"seats", std::move(list)}};
}

// What a coordinate has beyond thousandths cannot be seen; whole steps add up without an error.
std::int64_t thousandths(const json::value& coordinate) { return std::llround(coordinate.to_number<double>() * 1000); }

json::value from_thousandths(std::int64_t step) {
  if (step % 1000 == 0) return step / 1000;
  return static_cast<double>(step) / 1000;
}

json::array steps(const json::array& row_seats, std::size_t axis) {
  json::array list;
  std::int64_t before = 0;
  for (const auto& seat : row_seats) {
    const std::int64_t at = thousandths(seat.at(axis));
    list.push_back(from_thousandths(at - before));
    before = at;
  }
  return list;
}

json::object row_of_steps(const json::value& row, seats::SeatNo first) {
  const auto& row_seats = row.at("seats").as_array();
  json::array labels, accessible, companion;
  bool counted = true;
  for (std::size_t i = 0; i < row_seats.size(); ++i) {
    const auto& label = row_seats[i].at(0).as_string();
    counted = counted && label == std::to_string(i + 1);
    labels.push_back(label);
    if (has_mark(row_seats[i], "accessible")) accessible.push_back(i);
    if (has_mark(row_seats[i], "companion")) companion.push_back(i);
  }
  json::object one{{"name", row.at("name")}, {"first", first}, {"x", steps(row_seats, 1)}, {"y", steps(row_seats, 2)}};
  if (!counted) one["labels"] = std::move(labels);
  if (!accessible.empty()) one["accessible"] = std::move(accessible);
  if (!companion.empty()) one["companion"] = std::move(companion);
  return one;
}

// The sections of a zone; `next` goes on through the seat numbers in the order of build_hall().
json::array sections_of(const json::value& plan, std::string_view zone_key, seats::SeatNo& next, RowWriter write) {
  json::array sections;
  for (const auto& section : plan.at("sections").as_array()) {
    if (section.at("zone").as_string() != zone_key) continue;
    json::array rows;
    for (const auto& row : section.at("rows").as_array()) {
      rows.push_back(write(row, next));
      next += static_cast<seats::SeatNo>(row.at("seats").as_array().size());
    }
    sections.push_back({{"name", section.at("name")}, {"outline", section.at("outline")}, {"rows", std::move(rows)}});
  }
  return sections;
}

}  // namespace

json::object seating_json(const Show& show, SeatingForm form) {
  const Hall& hall = *show.hall;
  const RowWriter write = form == SeatingForm::seats ? row_of_seats : row_of_steps;
  const json::value plan = json::parse(hall.document);
  json::array zones;
  seats::SeatNo next = 0;
  const auto& plan_zones = plan.at("zones").as_array();
  for (std::size_t i = 0; i < plan_zones.size(); ++i) {
    const auto& zone = plan_zones[i];
    json::object one{{"id", show.zones[i].id.text()},
                     {"name", zone.at("name")},
                     {"kind", zone.at("kind")},
                     {"colour", zone.at("colour")},
                     {"capacity", hall.layout.zones[i].capacity}};
    if (zone.as_object().contains("shape")) one["shape"] = zone.at("shape");
    one["sections"] = sections_of(plan, zone.at("key").as_string(), next, write);
    zones.push_back(std::move(one));
  }
  json::object seating{{"show_id", show.id.text()},
                       {"width", plan.at("width")},
                       {"height", plan.at("height")},
                       {"stage", plan.at("stage")},
                       {"zones", std::move(zones)}};
  if (const auto* texts = plan.as_object().if_contains("texts")) seating["texts"] = *texts;
  return seating;
}

}  // namespace gelora::booking
