#include "booking/app/plan_document.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <charconv>

#include "booking/app/plan_reader.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

class OurReader {
 public:
  explicit OurReader(ReadPlan& into) : plan_(into.plan), read_(into.unreadable) {}

  void run(const json::object& document) {
    const DocumentPlace root;
    read_.only(document, root, {"key", "venue", "name", "width", "height", "stage", "zones", "sections", "texts", "editor"});
    plan_.name = read_.text(document, root, "name");
    plan_.width = read_.number(document, root, "width");
    plan_.height = read_.number(document, root, "height");
    if (const auto* stage = read_.object(document, root, "stage")) {
      const DocumentPlace at{&root, "stage"};
      read_.only(*stage, at, {"label", "points", "editor"});
      plan_.stage_label = read_.text(*stage, at, "label");
      plan_.stage = points(*stage, at, "points", true);
    }
    const DocumentPlace zones{&root, "zones"}, sections{&root, "sections"}, texts{&root, "texts"};
    each(read_.list(document, root, "zones"), zones,
         [this](const auto& one, const auto& at) { plan_.zones.push_back(zone(one, at)); });
    each(read_.list(document, root, "sections"), sections,
         [this](const auto& one, const auto& at) { plan_.sections.push_back(section(one, at)); });
    each(read_.list(document, root, "texts", false), texts,
         [this](const auto& one, const auto& at) { plan_.texts.push_back(words(one, at)); });
  }

 private:
  // A value that is no object still has its place in the list, as an empty one.
  template <class Take>
  void each(const json::array& list, const DocumentPlace& at, Take take) {
    static const json::object empty;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const DocumentPlace here{&at, {}, i};
      const auto* object = read_.object(list[i], here);
      take(object == nullptr ? empty : *object, here);
    }
  }

  PlanPoint point(const json::value& value, const DocumentPlace& at) {
    const auto* pair = value.if_array();
    if (pair == nullptr || pair->size() != 2) {
      read_.fault(at, "", "wrong-type", "must be [x, y]");
      return {NAN, NAN};
    }
    return {read_.number((*pair)[0], {&at, {}, 0}), read_.number((*pair)[1], {&at, {}, 1})};
  }

  std::vector<PlanPoint> points(const json::object& from, const DocumentPlace& at, std::string_view name, bool needed) {
    std::vector<PlanPoint> out;
    const auto& list = read_.list(from, at, name, needed);
    const DocumentPlace here{&at, name};
    for (std::size_t i = 0; i < list.size(); ++i) out.push_back(point(list[i], {&here, {}, i}));
    return out;
  }

  PlanZone zone(const json::object& from, const DocumentPlace& at) {
    read_.only(from, at, {"key", "name", "colour", "kind", "capacity", "shape", "editor"});
    PlanZone zone{read_.text(from, at, "key"), read_.text(from, at, "name"), read_.text(from, at, "colour")};
    const std::string kind = read_.text(from, at, "kind");
    zone.standing = kind == "standing";
    if (!kind.empty() && kind != "seated" && !zone.standing) read_.fault(at, "kind", "wrong-type", "must be seated or standing");
    if (!zone.standing) return zone;
    const auto* capacity = from.if_contains("capacity");
    if (capacity != nullptr && capacity->is_int64()) zone.capacity = capacity->get_int64();
    else read_.fault(at, "capacity", capacity == nullptr ? "missing" : "wrong-type", "must be a whole number");
    zone.shape = points(from, at, "shape", true);
    return zone;
  }

  PlanSection section(const json::object& from, const DocumentPlace& at) {
    read_.only(from, at, {"name", "zone", "outline", "rows", "editor"});
    PlanSection section{read_.text(from, at, "name"), read_.text(from, at, "zone"), points(from, at, "outline", true), {}};
    each(read_.list(from, at, "rows"), {&at, "rows"}, [this, &section](const auto& one, const auto& where) {
      read_.only(one, where, {"name", "seats"});
      PlanRow row{read_.text(one, where, "name"), {}};
      const DocumentPlace seats{&where, "seats"};
      const auto& list = read_.list(one, where, "seats");
      row.seats.reserve(list.size());
      for (std::size_t i = 0; i < list.size(); ++i) row.seats.push_back(seat(list[i], {&seats, {}, i}));
      section.rows.push_back(std::move(row));
    });
    return section;
  }

  PlanSeat seat(const json::value& value, const DocumentPlace& at) {
    const auto* parts = value.if_array();
    if (parts == nullptr || parts->size() < 3 || parts->size() > 4 || !(*parts)[0].is_string()) {
      read_.fault(at, "", "wrong-type", "must be [label, x, y] or [label, x, y, mark]");
      return {"?", {NAN, NAN}};
    }
    const auto& label = (*parts)[0].get_string();
    PlanSeat seat{{label.data(), label.size()},
                  {read_.number((*parts)[1], {&at, {}, 1}), read_.number((*parts)[2], {&at, {}, 2})}};
    if (parts->size() < 4) return seat;
    const auto* mark = (*parts)[3].if_string();
    if (mark != nullptr && *mark == "accessible") seat.mark = SeatMark::accessible;
    else if (mark != nullptr && *mark == "companion") seat.mark = SeatMark::companion;
    else read_.fault({&at, {}, 3}, "", "wrong-type", "must be accessible or companion");
    return seat;
  }

  PlanWords words(const json::object& from, const DocumentPlace& at) {
    read_.only(from, at, {"text", "at", "editor"});
    PlanWords words{read_.text(from, at, "text"), {NAN, NAN}};
    if (const auto* place = from.if_contains("at")) words.at = point(*place, {&at, "at"});
    else read_.fault(at, "at", "missing", "is missing");
    return words;
  }

  SeatingPlan& plan_;
  PlanReader read_;
};

// As people write it: 12 and not 12.0, and nothing that cannot be seen.
json::value tidy(double number) {
  const double thousandths = std::round(number * 1000);
  if (std::abs(thousandths) < 1e15 && std::fmod(thousandths, 1000) == 0) return static_cast<std::int64_t>(thousandths / 1000);
  return thousandths / 1000;
}

json::array to_json(PlanPoint point) { return {tidy(point.x), tidy(point.y)}; }

json::array to_json(const std::vector<PlanPoint>& points) {
  json::array out;
  for (const PlanPoint point : points) out.push_back(to_json(point));
  return out;
}

json::array to_json(const PlanSeat& seat) {
  json::array out{seat.label, tidy(seat.at.x), tidy(seat.at.y)};
  if (seat.mark == SeatMark::accessible) out.emplace_back("accessible");
  if (seat.mark == SeatMark::companion) out.emplace_back("companion");
  return out;
}

}  // namespace

namespace {

// The number behind `name`, which `text` begins with then; it is cut off.
std::optional<std::size_t> cut_index(std::string_view& text, std::string_view name) {
  if (!text.starts_with(name)) return std::nullopt;
  std::size_t index = 0;
  const char* const begin = text.data() + name.size();
  const auto [end, error] = std::from_chars(begin, text.data() + text.size(), index);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return index;
}

// The same text, whose pointers into our document are those into the foreign one.
std::string in_foreign_words(const ReadPlan& read, std::string_view text) {
  const auto begin = std::min(text.find("/sections"), text.find("/zones"));
  if (begin == std::string_view::npos) return std::string{text};
  std::string out{text.substr(0, begin)};
  text.remove_prefix(begin);
  if (const auto zone = cut_index(text, "/zones/")) return out + "/categories/" + std::to_string(*zone) + std::string{text};
  const auto section = cut_index(text, "/sections/");
  const auto row = cut_index(text, "/rows/");
  const auto seat = cut_index(text, "/seats/");
  if (!section || *section >= read.foreign.size() || read.foreign[*section].empty()) return out + "/zones";
  const auto& rows = read.foreign[*section];
  const ForeignRow& at = rows[row && *row < rows.size() ? *row : 0];
  out += "/zones/" + std::to_string(at.zone);
  if (row) out += "/rows/" + std::to_string(at.row);
  if (seat && *seat < at.seats.size()) out += "/seats/" + std::to_string(at.seats[*seat]);
  return out;
}

}  // namespace

bool is_pretix_plan(const json::object& document) { return document.contains("categories") && !document.contains("sections"); }

ReadPlan read_plan(const json::object& document) {
  ReadPlan read;
  OurReader(read).run(document);
  return read;
}

std::vector<PlanFault> faults_of(const ReadPlan& read) {
  std::vector<PlanFault> all = read.unreadable;
  for (auto& fault : faults_of(read.plan, most_faults_told - std::min(all.size(), most_faults_told))) {
    if (!read.foreign.empty()) {
      fault.pointer = in_foreign_words(read, fault.pointer);
      fault.message = in_foreign_words(read, fault.message);
    }
    // what is missing was told as such
    const bool told = std::any_of(read.unreadable.begin(), read.unreadable.end(), [&fault](const auto& one) {
      return one.pointer == fault.pointer || (one.code == "missing" && fault.pointer.starts_with(one.pointer + '/'));
    });
    if (!told) all.push_back(std::move(fault));
  }
  return all;
}

json::object to_document(const SeatingPlan& plan) {
  json::array zones, sections, texts;
  for (const auto& zone : plan.zones) {
    json::object one{
        {"key", zone.key}, {"name", zone.name}, {"kind", zone.standing ? "standing" : "seated"}, {"colour", zone.colour}};
    if (zone.standing) {
      one["capacity"] = zone.capacity;
      one["shape"] = to_json(zone.shape);
    }
    zones.push_back(std::move(one));
  }
  for (const auto& section : plan.sections) {
    json::array rows;
    for (const auto& row : section.rows) {
      json::array seats;
      for (const auto& seat : row.seats) seats.push_back(to_json(seat));
      rows.push_back({{"name", row.name}, {"seats", std::move(seats)}});
    }
    sections.push_back(
        {{"name", section.name}, {"zone", section.zone}, {"outline", to_json(section.outline)}, {"rows", std::move(rows)}});
  }
  for (const auto& words : plan.texts) texts.push_back({{"text", words.text}, {"at", to_json(words.at)}});
  json::object document{{"name", plan.name},           {"width", tidy(plan.width)},
                        {"height", tidy(plan.height)}, {"stage", {{"label", plan.stage_label}, {"points", to_json(plan.stage)}}},
                        {"zones", std::move(zones)},   {"sections", std::move(sections)}};
  if (!texts.empty()) document["texts"] = std::move(texts);
  return document;
}

}  // namespace gelora::booking
