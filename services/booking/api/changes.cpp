// What an organisation's people changed. For its owners and managers; managers of single shows are told of these. Everybody else
// is told that there is nothing here.
#include <boost/json.hpp>
#include <charconv>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "booking/app/changed_fields.hpp"
#include "booking/storage/drafts.hpp"
#include "booking/storage/trail.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr Instant always{INT64_MAX};

// "1767258000000000.c.123", "1767258000000000.d.7.42"
std::string cursor_of(const TrailPlace& place) {
  std::string cursor = std::to_string(place.at.us) + (place.deed ? ".d." : ".c.") + std::to_string(place.id);
  if (place.deed) cursor += "." + std::to_string(place.version);
  return cursor;
}

// Eats a number up to a point or the end.
std::optional<std::uint64_t> number_of(std::string_view& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number > INT64_MAX) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (!text.empty() && text.front() != '.') return std::nullopt;
  if (!text.empty()) text.remove_prefix(1);
  return number;
}

std::optional<TrailPlace> place_of(std::string_view cursor) {
  const auto at = number_of(cursor);
  if (!at || cursor.size() < 3 || cursor[1] != '.' || (cursor[0] != 'c' && cursor[0] != 'd')) return std::nullopt;
  TrailPlace place{Instant{static_cast<std::int64_t>(*at)}, cursor[0] == 'd'};
  cursor.remove_prefix(2);
  const auto id = number_of(cursor);
  const auto version = place.deed ? number_of(cursor) : std::optional<std::uint64_t>{0};
  if (!id || !version || !cursor.empty()) return std::nullopt;
  place.id = *id;
  place.version = *version;
  return place;
}

// Of what the caller may see at all; nothing when that is nothing.
std::optional<TrailWish> rights_of(const Request& request) {
  const auto id = parse_id(request.params[0]);
  const auto* work = id ? request.caller->work_for(*id) : nullptr;
  if (work == nullptr || (work->role != "owner" && work->role != "manager")) return std::nullopt;
  TrailWish wish;
  wish.organisation = *id;
  if (work->shows.empty()) return wish;
  wish.shows.emplace();
  for (const auto show : work->shows) wish.shows->push_back({show});
  return wish;
}

std::optional<Answer> read_filters(const Request& request, TrailWish& wish) {
  http::FieldFaults faults;
  const auto given = [&request](std::string_view name) {
    const auto text = request.query_value(name);
    return text && !text->empty() ? text : std::nullopt;
  };
  if (const auto show = given("show_id")) {
    const ShowId id{parse_id(*show).value_or(0)};
    if (!id) faults.add("/query/show_id", "must be an id");
    const bool theirs = !wish.shows || std::find(wish.shows->begin(), wish.shows->end(), id) != wish.shows->end();
    wish.shows = theirs ? std::vector{id} : std::vector<ShowId>{};
  }
  if (const auto topic = given("topic")) {
    wish.topic = topic_named(*topic);
    if (!wish.topic) faults.add("/query/topic", "is no topic of changes");
  }
  if (const auto by = given("by")) {
    wish.by = {parse_id(*by).value_or(0)};
    if (!wish.by) faults.add("/query/by", "must be an id");
  }
  wish.from = time_wish(request, "from", faults).value_or(Instant{});
  wish.until = time_wish(request, "to", faults).value_or(always);
  if (request.query_value("to").value_or("").size() == 10)
    wish.until = wish.until + std::chrono::seconds{1};  // a day counts whole
  if (const auto cursor = given("cursor")) {
    wish.after = place_of(*cursor);
    if (!wish.after) faults.add("/query/cursor", "is not one of ours");
  }
  if (const auto limit = given("limit")) {
    std::string_view text = *limit;
    wish.limit = number_of(text).value_or(0);
    if (wish.limit < 1 || wish.limit > 100) faults.add("/query/limit", "must be between 1 and 100");
  }
  if (faults.none()) return std::nullopt;
  return faults.problem();
}

using Names = std::map<std::string, std::string>;

Task<Names> names_of_zones(Api& api, ShowId show) {
  Names names;
  const auto known = co_await zones_of_show(api.app.pool, show);
  if (known.zones.empty()) co_return names;
  const auto hall = co_await find_hall(api.app.pool, api.app.halls, known.plan);
  for (std::size_t i = 0; hall && i < known.zones.size() && i < hall->zones.size(); ++i)
    names[known.zones[i].text()] = hall->zones[i].name;
  co_return names;
}

// Entries of earlier releases are no JSON, some of them.
json::value parsed(const std::string& text) {
  boost::system::error_code fault;
  auto value = json::parse(text, fault);
  if (fault || !value.is_object()) return nullptr;
  return value;
}

std::string text_in(const json::value& object, std::string_view key) {
  const auto* members = object.if_object();
  const auto* found = members == nullptr ? nullptr : members->if_contains(key);
  return found != nullptr && found->is_string() ? std::string{found->get_string()} : std::string{};
}

json::value id_or_null(std::uint64_t id) {
  if (id == 0) return nullptr;
  return json::string(std::to_string(id));
}

json::array fields_json(std::vector<ChangedField> fields) {
  json::array list;
  for (auto& one : fields) {
    json::value of = nullptr;
    if (!one.of.empty()) of = one.of;
    list.push_back(
        {{"field", one.field}, {"of", std::move(of)}, {"before", std::move(one.before)}, {"after", std::move(one.after)}});
  }
  return list;
}

json::value show_json(const TrailEntry& entry, const json::value& known) {
  if (!entry.show) return nullptr;
  json::value starts_at = nullptr;
  if (entry.starts_at) starts_at = to_rfc3339(*entry.starts_at);
  else if (const auto text = text_in(known, "starts_at"); !text.empty()) starts_at = text;
  return json::object{{"id", entry.show.text()},
                      {"starts_at", std::move(starts_at)},
                      {"timezone", entry.timezone.empty() ? text_in(known, "_timezone") : entry.timezone},
                      {"venue", entry.venue},
                      {"exists", entry.starts_at.has_value()}};
}

json::object entry_json(const TrailEntry& entry, const Names& zones) {
  const auto before = parsed(entry.before), after = parsed(entry.after);
  const auto& known = after.is_null() ? before : after;
  std::string id = text_in(known, "id"), name = text_in(known, "name"), title = entry.title;
  if (title.empty()) title = text_in(known, "title");
  for (const auto* subject : {"subject_id", "subject_en"})  // of a message
    if (name.empty()) name = text_in(known, subject);
  std::vector<ChangedField> fields;
  if (entry.place.deed) {
    id = std::to_string(entry.thing);
    name = entry.called;
    if (after.is_object()) fields = changed_fields_of_deed(entry.kind, after.get_object());
  } else {
    fields = changed_fields(before, after, zones);
  }
  json::value concert = nullptr, subject = nullptr;
  if (entry.concert) concert = json::object{{"id", entry.concert.text()}, {"title", title}, {"exists", !entry.title.empty()}};
  if (!id.empty() && id != "0") subject = json::object{{"id", id}, {"name", name}};
  return {{"id", cursor_of(entry.place)},
          {"at", to_rfc3339(entry.place.at)},
          {"topic", name_of(entry.topic)},
          {"event", entry.place.deed ? event_of(entry.kind) : std::string_view{entry.event}},
          {"by", id_or_null(entry.by.value)},
          {"concert", std::move(concert)},
          {"show", show_json(entry, known)},
          {"subject", std::move(subject)},
          {"fields", fields_json(std::move(fields))}};
}

}  // namespace

Task<Answer> list_organisation_changes(Api& api, Request& request) {
  auto wish = rights_of(request);
  if (!wish) co_return nothing_here();
  if (auto refused = read_filters(request, *wish)) co_return std::move(*refused);
  const auto entries = co_await read_trail(api.app.pool, *wish);
  const std::size_t count = std::min(entries.size(), wish->limit);
  std::map<ShowId, Names> zones;
  std::set<UserId> people;
  json::array items;
  for (std::size_t i = 0; i < count; ++i) {
    const TrailEntry& entry = entries[i];
    if (entry.by) people.insert(entry.by);
    if (entry.show && !zones.contains(entry.show)) {
      auto names = co_await names_of_zones(api, entry.show);
      zones[entry.show] = std::move(names);
    }
    items.push_back(entry_json(entry, zones[entry.show]));
  }
  if (request.caller->machine) people.clear();  // a program is told no names of colleagues
  auto known = co_await people_json(api, std::move(people));
  json::value next = nullptr;
  if (entries.size() > count) next = cursor_of(entries[count - 1].place);
  co_return http::json_answer(
      http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", std::move(next)}, {"people", std::move(known)}}));
}

}  // namespace gelora::booking
