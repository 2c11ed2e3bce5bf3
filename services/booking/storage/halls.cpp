#include "booking/storage/halls.hpp"

#include <boost/json/parse.hpp>
#include <cmath>
#include <unordered_map>

namespace gelora::booking {
namespace {

namespace json = boost::json;

// Far more than any hall has; the numbers of zones and places have to fit into their types.
constexpr std::uint64_t most_places = 20'000'000;
constexpr std::size_t most_zones = 1'000;

std::string string_of(const json::value& value) { return std::string{value.as_string()}; }

struct Point {
  double x = 0, y = 0;
};

Point centre_of(const json::array& points) {
  Point sum;
  for (const auto& point : points) {
    sum.x += point.at(0).to_number<double>();
    sum.y += point.at(1).to_number<double>();
  }
  const auto count = static_cast<double>(std::max<std::size_t>(points.size(), 1));
  return {sum.x / count, sum.y / count};
}

// The view from a seat: distance to the stage, in plan units.
double distance(const json::array& seat, Point stage) {
  return std::hypot(seat.at(1).to_number<double>() - stage.x, seat.at(2).to_number<double>() - stage.y);
}

}  // namespace

std::shared_ptr<const Hall> Halls::find(PlanId id) const {
  const auto found = halls_.find(id);
  return found == halls_.end() ? nullptr : found->second;
}

std::shared_ptr<const Hall> build_hall(PlanId id, std::string document) {
  boost::system::error_code error;
  const json::value plan = json::parse(document, error);
  if (error) throw BadPlan("the plan is not JSON: " + error.message());
  auto hall = std::make_shared<Hall>();
  hall->id = id;
  try {
    const Point stage = centre_of(plan.at("stage").at("points").as_array());
    std::vector<seats::Zone> zones;
    std::uint64_t places = 0;
    if (plan.at("zones").as_array().size() > most_zones) throw BadPlan("the plan has more than 1000 zones");
    std::unordered_map<std::string, seats::ZoneIndex> zone_of_key;
    for (const auto& zone : plan.at("zones").as_array()) {
      const bool standing = zone.at("kind").as_string() == "standing";
      zone_of_key[string_of(zone.at("key"))] = static_cast<seats::ZoneIndex>(zones.size());
      zones.push_back({standing, 0, standing ? zone.at("capacity").to_number<std::uint32_t>() : 0});
      places += zones.back().capacity;
      hall->zones.push_back({string_of(zone.at("name")), string_of(zone.at("colour"))});
    }
    std::vector<seats::Row> rows;
    std::uint32_t section_no = 0;
    // Numbers follow the order zone → section → row → seat, so that the seating answer and the numbers agree.
    for (seats::ZoneIndex zone = 0; zone < zones.size(); ++zone) {
      for (const auto& section : plan.at("sections").as_array()) {
        const std::string key = string_of(section.at("zone"));
        const auto found = zone_of_key.find(key);
        if (found == zone_of_key.end())
          throw BadPlan("section " + string_of(section.at("name")) + " names an unknown zone " + key);
        if (found->second != zone) continue;
        if (zones[zone].standing) throw BadPlan("section " + string_of(section.at("name")) + " names the standing zone " + key);
        for (const auto& row : section.at("rows").as_array()) {
          const auto& row_seats = row.at("seats").as_array();
          if (row_seats.empty())
            throw BadPlan("row " + string_of(row.at("name")) + " of " + string_of(section.at("name")) + " is empty");
          places += row_seats.size();
          seats::Row one{0, static_cast<std::uint32_t>(row_seats.size()), zone, section_no, 0, 0};
          double nearest = INFINITY;
          for (std::size_t i = 0; i < row_seats.size(); ++i) {
            const auto& seat = row_seats[i].as_array();
            const double away = distance(seat, stage);
            one.rank += away / static_cast<double>(row_seats.size());
            if (away < nearest) {
              nearest = away;
              one.focus = static_cast<double>(i);
            }
            hall->seat_labels.push_back(string_of(row.at("name")) + "-" + string_of(seat.at(0)));
          }
          rows.push_back(one);
          hall->row_names.push_back(string_of(section.at("name")) + " · " + string_of(row.at("name")));
        }
        ++section_no;
      }
    }
    if (places > most_places) throw BadPlan("the plan has more than 20000000 places");
    hall->layout = seats::number(std::move(zones), std::move(rows));
  } catch (const BadPlan&) {
    throw;
  } catch (const std::exception& fault) {
    throw BadPlan(std::string{"the plan lacks something: "} + fault.what());
  }
  hall->document = std::move(document);
  return hall;
}

}  // namespace gelora::booking
