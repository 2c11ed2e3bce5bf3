// pretix's seating plans, after its seating-plan.schema.json: zones → rows → seats, each placed within what it is in; what has a
// price is the category of a seat, as our zone; its zones are our sections.
#include <algorithm>
#include <boost/json/array.hpp>
#include <map>
#include <set>

#include "booking/app/plan_document.hpp"
#include "booking/app/plan_reader.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr std::string_view colours[] = {"#b3124e", "#0f8b8d", "#5b3f9e", "#c05a00", "#2f6f3e", "#1d4e89", "#8a4b00", "#6b2737"};
constexpr double usual_pitch = 25;  // of pretix's plans, in pixels

PlanPoint operator+(PlanPoint a, PlanPoint b) { return {a.x + b.x, a.y + b.y}; }

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

bool is_stage(const std::string& text) {
  const std::string small = lower(text);
  for (const std::string_view word : {"stage", "panggung", "b\u00fchne", "buehne"}) {
    if (small.find(word) != std::string::npos) return true;
  }
  return false;
}

class PretixReader {
 public:
  explicit PretixReader(ReadPlan& into) : plan_(into.plan), foreign_(into.foreign), read_(into.unreadable) {}

  void run(const json::object& document) {
    const DocumentPlace root;
    plan_.name = read_.text(document, root, "name");
    categories(read_.list(document, root, "categories"), {&root, "categories"});
    const auto& zones = read_.list(document, root, "zones");
    const DocumentPlace at{&root, "zones"};
    for (std::size_t i = 0; i < zones.size(); ++i) {
      const DocumentPlace here{&at, {}, i};
      if (const auto* one = read_.object(zones[i], here)) zone(*one, here, i);
    }
    const double margin = std::max(seat_pitch(plan_), 1.0) * 0.8;
    for (auto& section : plan_.sections) section.outline = outline_around(section.rows, margin);
    if (const auto* size = document.if_contains("size"); size != nullptr && size->is_object()) {
      plan_.width = read_.number(size->get_object(), {&root, "size"}, "width");
      plan_.height = read_.number(size->get_object(), {&root, "size"}, "height");
    } else {
      fit();
    }
    if (plan_.stage.empty()) stand_stage_before_all();
  }

 private:
  struct Found {
    PlanSection section;
    std::vector<ForeignRow> rows;
  };

  PlanPoint position(const json::object& from, const DocumentPlace& at, bool needed) {
    if (!needed && !from.contains("position")) return {};
    const auto* object = read_.object(from, at, "position");
    if (object == nullptr) return {NAN, NAN};
    const DocumentPlace here{&at, "position"};
    return {read_.number(*object, here, "x"), read_.number(*object, here, "y")};
  }

  void categories(const json::array& list, const DocumentPlace& at) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const DocumentPlace here{&at, {}, i};
      const auto* one = read_.object(list[i], here);
      PlanZone zone;
      if (one != nullptr) {
        zone.key = zone.name = read_.text(*one, here, "name");
        zone.colour = lower(read_.text(*one, here, "color", false));
      }
      if (zone.colour.size() != 7) zone.colour = colours[i % std::size(colours)];
      plan_.zones.push_back(std::move(zone));
    }
  }

  void zone(const json::object& from, const DocumentPlace& at, std::size_t number) {
    std::string name = read_.text(from, at, "name", false);
    if (name.empty()) name = "Zone " + std::to_string(number + 1);
    const PlanPoint origin = position(from, at, true);
    std::map<std::string, Found> by_category;
    const auto& rows = read_.list(from, at, "rows");
    const DocumentPlace at_rows{&at, "rows"};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const DocumentPlace here{&at_rows, {}, i};
      if (const auto* one = read_.object(rows[i], here)) row(*one, here, origin, {number, i}, by_category);
    }
    for (auto& [category, found] : by_category) {
      auto& section = found.section;
      section.name = by_category.size() == 1 ? name : name + " " + category;
      section.zone = category;
      plan_.sections.push_back(std::move(section));
      foreign_.push_back(std::move(found.rows));
    }
    const auto& areas = read_.list(from, at, "areas", false);
    const DocumentPlace at_areas{&at, "areas"};
    for (std::size_t i = 0; i < areas.size(); ++i) {
      const DocumentPlace here{&at_areas, {}, i};
      if (const auto* one = read_.object(areas[i], here)) area(*one, here, origin);
    }
  }

  void row(const json::object& from, const DocumentPlace& at, PlanPoint zone_at, const ForeignRow& place,
           std::map<std::string, Found>& sections) {
    const std::string name = read_.text(from, at, "row_number");
    const PlanPoint origin = zone_at + position(from, at, false);
    const auto& seats = read_.list(from, at, "seats");
    const DocumentPlace at_seats{&at, "seats"};
    if (seats.empty()) read_.fault(at, "seats", "empty-row", "has no seat");
    std::map<std::string, std::pair<PlanRow, ForeignRow>> parts;
    for (std::size_t i = 0; i < seats.size(); ++i) {
      const DocumentPlace here{&at_seats, {}, i};
      const auto* one = read_.object(seats[i], here);
      if (one == nullptr) continue;
      const std::string guid = read_.text(*one, here, "seat_guid"), category = read_.text(*one, here, "category");
      if (!guid.empty() && !guids_.insert(guid).second)
        read_.fault(here, "seat_guid", "duplicate-seat", "is another seat's already");
      const bool known =
          std::any_of(plan_.zones.begin(), plan_.zones.end(), [&](const auto& zone) { return zone.key == category; });
      if (!known && !category.empty()) read_.fault(here, "category", "unknown-zone", "there is no such category");
      auto& [part, foreign] = parts.try_emplace(category, PlanRow{name, {}}, place).first->second;
      part.seats.push_back({read_.text(*one, here, "seat_number"), origin + position(*one, here, true)});
      foreign.seats.push_back(i);
    }
    for (auto& [category, part] : parts) {
      sections[category].section.rows.push_back(std::move(part.first));
      sections[category].rows.push_back(std::move(part.second));
    }
  }

  // Its text is under "text", by itself or in an object, as newer plans have it.
  static std::string area_text(const json::object& from) {
    const auto* value = from.if_contains("text");
    if (value != nullptr && value->is_object()) value = value->get_object().if_contains("text");
    return value != nullptr && value->is_string() ? std::string{value->get_string()} : "";
  }

  // The rectangle of an area: under "rectangle" in newer plans.
  static const json::object& size_of(const json::object& from) {
    const auto* rectangle = from.if_contains("rectangle");
    return rectangle != nullptr && rectangle->is_object() ? rectangle->get_object() : from;
  }

  void area(const json::object& from, const DocumentPlace& at, PlanPoint zone_at) {
    const PlanPoint corner = zone_at + position(from, at, true);
    const std::string text = area_text(from);
    const double width = read_.number(size_of(from), at, "width", false),
                 height = read_.number(size_of(from), at, "height", false);
    const bool rectangle = std::isfinite(width) && std::isfinite(height);
    if (rectangle && is_stage(text) && plan_.stage.empty()) {
      plan_.stage_label = text;
      plan_.stage = {corner, corner + PlanPoint{width, 0}, corner + PlanPoint{width, height}, corner + PlanPoint{0, height}};
    } else if (!text.empty()) {
      plan_.texts.push_back({text, rectangle ? corner + PlanPoint{width / 2, height / 2} : corner});
    }
  }

  void fit() {
    PlanPoint far{100, 100};
    for (const auto& section : plan_.sections) {
      for (const PlanPoint point : section.outline) far = {std::max(far.x, point.x), std::max(far.y, point.y)};
    }
    plan_.width = std::ceil(far.x) + usual_pitch;
    plan_.height = std::ceil(far.y) + usual_pitch;
  }

  void stand_stage_before_all() {
    const double width = std::isfinite(plan_.width) ? plan_.width : 100;
    plan_.stage_label = "Stage";
    plan_.stage = {{width * 0.3, 0}, {width * 0.7, 0}, {width * 0.7, usual_pitch}, {width * 0.3, usual_pitch}};
  }

  SeatingPlan& plan_;
  std::vector<std::vector<ForeignRow>>& foreign_;
  PlanReader read_;
  std::set<std::string> guids_;
};

// Pixels are whole numbers there: what is drawn in other units is made larger.
class PretixWriter {
 public:
  explicit PretixWriter(const SeatingPlan& plan) : plan_(plan) {
    const double pitch = seat_pitch(plan);
    if (pitch > 0 && pitch < usual_pitch * 0.8) scale_ = std::min(std::ceil(usual_pitch / pitch), 1000.0);
    std::set<std::string> names;
    for (const auto& zone : plan.zones) names_differ_ = names_differ_ && names.insert(zone.name).second;
  }

  json::object run() {
    json::array categories, zones;
    for (const auto& zone : plan_.zones) {
      if (!zone.standing) categories.push_back({{"name", name_of(zone)}, {"color", zone.colour}});
    }
    for (std::size_t i = 0; i < plan_.sections.size(); ++i) zones.push_back(zone(plan_.sections[i], i));
    zones.push_back({{"name", plan_.stage_label}, {"position", whole({})}, {"rows", json::array{}}, {"areas", areas()}});
    return {{"name", plan_.name},
            {"size", {{"width", pixels(plan_.width)}, {"height", pixels(plan_.height)}}},
            {"categories", std::move(categories)},
            {"zones", std::move(zones)}};
  }

 private:
  std::int64_t pixels(double value) const { return std::llround(std::clamp(value, -longest_side, longest_side) * scale_); }
  json::object whole(PlanPoint point) const { return {{"x", pixels(point.x)}, {"y", pixels(point.y)}}; }

  // Names are what categories are found by: the keys where two zones have the same.
  const std::string& name_of(const PlanZone& zone) const { return names_differ_ ? zone.name : zone.key; }

  json::object zone(const PlanSection& section, std::size_t number) const {
    const auto found =
        std::find_if(plan_.zones.begin(), plan_.zones.end(), [&](const auto& one) { return one.key == section.zone; });
    const std::string category = found == plan_.zones.end() ? section.zone : name_of(*found);
    json::array rows;
    for (const auto& row : section.rows) {
      const std::string guid = std::to_string(number) + '-' + std::to_string(rows.size()) + '-';
      json::array seats;
      for (const auto& seat : row.seats) {
        seats.push_back({{"seat_guid", guid + std::to_string(seats.size())},
                         {"seat_number", seat.label},
                         {"position", whole(seat.at)},
                         {"category", category}});
      }
      rows.push_back({{"row_number", row.name}, {"position", whole({})}, {"seats", std::move(seats)}});
    }
    return {{"name", section.name}, {"position", whole({})}, {"rows", std::move(rows)}, {"areas", json::array{}}};
  }

  json::array areas() const {
    json::array out{area(plan_.stage, plan_.stage_label, "#17130e")};
    for (const auto& zone : plan_.zones) {
      if (zone.standing) out.push_back(area(zone.shape, zone.name + " (" + std::to_string(zone.capacity) + ")", zone.colour));
    }
    for (const auto& words : plan_.texts) out.push_back(area({words.at}, words.text, "#ffffff"));
    return out;
  }

  json::object area(const std::vector<PlanPoint>& points, const std::string& text, const std::string& colour) const {
    PlanPoint low{INFINITY, INFINITY}, high{-INFINITY, -INFINITY};
    for (const PlanPoint point : points) {
      low = {std::min(low.x, point.x), std::min(low.y, point.y)};
      high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    if (points.empty()) low = high = {};
    return {{"position", whole(low)},
            {"width", pixels(high.x) - pixels(low.x)},
            {"height", pixels(high.y) - pixels(low.y)},
            {"rotation", 0},
            {"color", colour},
            {"text", text}};
  }

  const SeatingPlan& plan_;
  double scale_ = 1;
  bool names_differ_ = true;
};

}  // namespace

ReadPlan read_pretix_plan(const json::object& document) {
  ReadPlan read;
  PretixReader(read).run(document);
  return read;
}

json::object to_pretix_document(const SeatingPlan& plan) { return PretixWriter(plan).run(); }

}  // namespace gelora::booking
