#include "booking/app/changed_fields.hpp"

#include <boost/json.hpp>
#include <set>

#include "base/time.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

using Names = std::map<std::string, std::string>;

const json::value nothing;
const json::object nobody;

const json::value& member(const json::object& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  return found == nullptr ? nothing : *found;
}

const json::object& object_of(const json::value& value) {
  const auto* object = value.if_object();
  return object == nullptr ? nobody : *object;
}

bool is_empty(const json::value& value) {
  return value.is_null() || (value.is_string() && value.get_string().empty()) || (value.is_array() && value.get_array().empty());
}

json::value named(const json::value& ids, const Names& zones) {
  const auto name = [&zones](const json::value& id) -> json::value {
    const auto* text = id.if_string();
    const auto found = zones.find(text == nullptr ? std::string{} : std::string{*text});
    if (found == zones.end()) return nullptr;
    return json::string(found->second);
  };
  if (!ids.is_array()) return name(ids);
  json::array names;
  for (const auto& id : ids.get_array()) {
    auto one = name(id);
    if (!one.is_null()) names.push_back(std::move(one));
  }
  return names;
}

void add(std::vector<ChangedField>& fields, std::string field, std::string of, json::value before, json::value after) {
  if (before == after || (is_empty(before) && is_empty(after))) return;
  fields.push_back({std::move(field), std::move(of), std::move(before), std::move(after)});
}

// Those that there are now; what a zone cost that is gone with its plan is not told.
void add_zones(std::vector<ChangedField>& fields, const json::value& before, const json::value& after, const Names& zones) {
  if (!after.is_array()) return;
  Names nameless;
  std::map<std::string, const json::object*> known;
  if (const auto* list = before.if_array()) {
    for (const auto& one : *list) known[std::string{object_of(one).at("id").as_string()}] = &object_of(one);
  }
  for (const auto& one : after.get_array()) {
    const auto& zone = object_of(one);
    const std::string id{zone.at("id").as_string()};
    const auto was = known.find(id);
    const auto name = zones.find(id);
    for (const auto& [key, value] : zone) {
      if (key == "id") continue;
      add(fields, std::string{key}, name == zones.end() ? std::string{} : name->second,
          was == known.end() ? nothing : member(*was->second, key), value);
    }
  }
}

void add_gates(std::vector<ChangedField>& fields, const json::object& before, const json::object& after, const Names& zones) {
  std::set<std::string> names;
  for (const auto& [name, leads_to] : before) names.insert(std::string{name});
  for (const auto& [name, leads_to] : after) names.insert(std::string{name});
  for (const auto& name : names) {
    const auto &was = member(before, name), &is = member(after, name);
    add(fields, "gate", name, was.is_null() ? nothing : named(was, zones), is.is_null() ? nothing : named(is, zones));
  }
}

// Entries of earlier releases have their times in microseconds.
bool is_old_time(std::string_view key, const json::value& value) { return key.ends_with("_us") && value.is_int64(); }
json::value time_of(const json::value& value) {
  if (!value.is_int64()) return nullptr;
  return json::string(base::to_rfc3339(base::Instant{value.get_int64()}));
}

void add_member(std::vector<ChangedField>& fields, std::string_view key, const json::value& was, const json::value& is,
                const Names& zones) {
  if (key == "zones") return add_zones(fields, was, is, zones);
  if (key == "gates") return add_gates(fields, object_of(was), object_of(is), zones);
  if (key == "zone_ids" || key == "zone_id")
    return add(fields, key == "zone_id" ? "zone" : "zones", {}, named(was, zones), named(is, zones));
  if (is_old_time(key, was) || is_old_time(key, is))
    return add(fields, std::string{key.substr(0, key.size() - 3)}, {}, time_of(was), time_of(is));
  add(fields, std::string{key}, {}, was, is);
}

std::string first_of(const json::value& words) {
  const auto* list = words.if_array();
  const auto& one = list != nullptr && !list->empty() ? list->front() : words;
  return one.is_string() ? std::string{one.get_string()} : std::string{};
}

bool is_told(std::string_view key, bool both) {
  if (key == "id" || key == "revision" || key.starts_with('_')) return false;
  return key != "name" || both;  // which thing it is, is told beside
}

}  // namespace

std::vector<ChangedField> changed_fields(const json::value& before, const json::value& after, const Names& zones) {
  const auto &was = object_of(before), &is = object_of(after);
  const bool both = before.is_object() && after.is_object();
  std::vector<ChangedField> fields;
  for (const auto& [key, value] : is) {
    if (is_told(key, both)) add_member(fields, key, member(was, key), value, zones);
  }
  for (const auto& [key, value] : was) {
    if (!is.contains(key) && is_told(key, both)) add_member(fields, key, value, nothing, zones);
  }
  return fields;
}

std::vector<ChangedField> changed_fields_of_deed(JournalKind kind, const json::object& detail) {
  const auto& places = member(detail, "places");
  switch (kind) {
    case JournalKind::kept: return {{"places", {}, nothing, places}};
    case JournalKind::let_go: return {{"places", {}, places, nothing}};
    case JournalKind::moved: return {{"places", {}, places, member(detail, "to")}};
    case JournalKind::renamed: return {{"attendee", first_of(places), member(detail, "before"), member(detail, "after")}};
    default: return {{"capacity", first_of(member(detail, "zone")), member(detail, "before"), member(detail, "after")}};
  }
}

std::string_view event_of(JournalKind deed) {
  switch (deed) {
    case JournalKind::kept: return "places_kept";
    case JournalKind::let_go: return "places_released";
    case JournalKind::moved: return "booking_moved";
    case JournalKind::renamed: return "ticket_renamed";
    default: return "capacity_changed";
  }
}

}  // namespace gelora::booking
