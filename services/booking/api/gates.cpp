// Gates: what a telephone needs to know without a network, how many came, and who somebody is that has no code at hand.
#include <boost/json/array.hpp>

#include "base/encoding.hpp"
#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "booking/storage/gates.hpp"
#include "http/body.hpp"
#include "mail/mime.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr std::size_t tickets_a_page = 2'000, most_tickets_a_page = 5'000;
constexpr std::size_t shortest_search = 2, longest_search = 100, most_seats_found = 8;

// "Ayu L." of "Ayu Lestari": enough to see whether somebody has the ticket of somebody else.
std::string short_name(std::string_view name) {
  const auto first = name.substr(0, name.find(' '));
  const auto last = name.rfind(' ');
  std::string text{first};
  if (last != std::string_view::npos && last + 1 < name.size()) {
    text += ' ';
    text += mail::first_characters(name.substr(last + 1), 1);
    text += '.';
  }
  return text;
}

json::value time_or_null(const std::optional<Admission>& admission) {
  if (!admission) return nullptr;
  return json::value(to_rfc3339(admission->first_at));
}

// [ticket id, status, zone (by its index in `zones`), place, name, first admission, whether inside, gate of the first admission]
json::array row_json(const GateListRow& row, const Show& show) {
  const Hall& hall = *show.hall;
  json::value gate = nullptr;
  if (row.admission) gate = row.admission->gate;
  return {
      row.place.ticket.text(), name_of(row.status),         hall.layout.zone_of(row.seat_no),       hall.full_label(row.seat_no),
      short_name(row.name),    time_or_null(row.admission), row.admission && row.admission->inside, std::move(gate)};
}

// "VERSION.TICKET", or nothing for the begin.
std::optional<GateListPlace> place_of(const std::string& text) {
  const auto dot = text.find('.');
  if (dot == std::string::npos) return std::nullopt;
  const std::string_view view = text, version = view.substr(0, dot), ticket = view.substr(dot + 1);
  const auto at = version == "0" ? std::optional<std::uint64_t>{0} : parse_id(version);
  const auto id = parse_id_as<TicketId>(ticket);
  if (!at || !id) return std::nullopt;
  return GateListPlace{*at, *id};
}

json::array zones_json(const Show& show) {
  json::array zones;
  for (std::size_t i = 0; i < show.zones.size(); ++i)
    zones.push_back({{"id", show.zones[i].id.text()}, {"name", show.hall->zones[i].name}});
  return zones;
}

json::array gates_json(const Show& show) {
  json::array gates;
  for (const auto& [name, leads_to] : show.gates)
    gates.push_back({{"name", name}, {"zones", json::array(leads_to.begin(), leads_to.end())}});
  return gates;
}

bool same_text(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

json::object attendee_json(const Attendee& person, const Show& show) {
  const Hall& hall = *show.hall;
  json::value gate = nullptr;
  if (person.admission) gate = person.admission->gate;
  return {{"ticket_id", person.id.text()},
          {"reference", person.reference},
          {"name", person.name},
          {"seat", hall.full_label(person.seat_no)},
          {"zone", hall.zones[hall.layout.zone_of(person.seat_no)].name},
          {"status", name_of(person.status)},
          {"first_admitted_at", time_or_null(person.admission)},
          {"first_gate", std::move(gate)},
          {"inside", person.admission && person.admission->inside}};
}

json::object conflict_json(const ScanConflict& one, const Show& show) {
  json::object out{{"scan_id", one.id},
                   {"gate", one.gate},
                   {"scanned_at", to_rfc3339(one.scanned_at)},
                   {"received_at", to_rfc3339(one.received_at)},
                   {"by", std::to_string(one.by)},
                   {"by_machine", one.by_machine},
                   {"result", name_of(one.verdict.result)}};
  if (one.verdict.refusal != ScanRefusal::none) out["reason"] = name_of(one.verdict.refusal);
  const bool is_void = one.verdict.refusal == ScanRefusal::voided;
  if (one.since != Instant{}) out[is_void ? "void_since" : "first_admitted_at"] = to_rfc3339(one.since);
  if (!one.first_gate.empty()) out["first_gate"] = one.first_gate;
  if (!one.place) return out;
  out["ticket_id"] = one.ticket.text();
  out["seat"] = show.hall->full_label(*one.place);
  out["name"] = one.name;
  out["booking_id"] = one.booking.text();
  out["reference"] = one.reference;
  return out;
}

// "RECEIVED SCAN", of the last of a page.
std::optional<ConflictPlace> conflict_place_of(std::string_view cursor) {
  const auto space = cursor.find(' ');
  const auto at = parse_id(cursor.substr(0, space));
  if (!at || space == std::string_view::npos || cursor.size() > 100) return std::nullopt;
  return ConflictPlace{Instant{static_cast<std::int64_t>(*at)}, std::string{cursor.substr(space + 1)}};
}

}  // namespace

std::vector<seats::SeatNo> seats_called(const Hall& hall, std::string_view text) {
  std::vector<seats::SeatNo> found;
  for (seats::SeatNo seat = 0; seat < hall.layout.seat_count() && found.size() < most_seats_found; ++seat) {
    const std::string& label = hall.seat_labels[seat];
    if (text.size() < label.size() || !same_text(text.substr(text.size() - label.size()), label)) continue;
    if (text.size() == label.size() || same_text(text, hall.full_label(seat))) found.push_back(seat);
  }
  return found;
}

Task<Answer> get_gate_list(Api& api, Request& request) {
  const auto show = guarded_show(api, request);
  if (!show) co_return nothing_here();
  http::FieldFaults faults;
  GateListPlace after;
  if (const auto cursor = request.query_value("after")) {
    const auto place = place_of(*cursor);
    if (place) after = *place;
    else faults.add("/after", "must be the `next` of an earlier answer");
  }
  std::size_t limit = tickets_a_page;
  if (const auto text = request.query_value("limit")) {
    const auto wanted = parse_id(*text);
    if (wanted && *wanted <= most_tickets_a_page) limit = *wanted;
    else faults.add("/limit", "must be from 1 to 5000");
  }
  if (!faults.none()) co_return faults.problem();

  const std::uint64_t version = co_await last_change_of_tickets(api.app.pool, show->id);
  const std::string etag = "\"g" + std::to_string(version) + "-" + std::to_string(show->revision) + "\"";
  if (const auto known = request.header("If-None-Match"); known == etag || known == "W/" + etag) {  // weak: the edge packed it
    Answer same;
    same.status = 304;
    same.headers.emplace_back("ETag", etag);
    same.headers.emplace_back("Cache-Control", "private, no-cache");
    co_return same;
  }
  const auto rows = co_await list_for_gates(api.app.pool, show->id, after, limit + 1);
  const bool more = rows.size() > limit;
  json::array tickets;
  for (std::size_t i = 0; i < rows.size() && i < limit; ++i) {
    tickets.push_back(row_json(rows[i], *show));
    after = rows[i].place;
  }
  json::object out{{"show_id", show->id.text()},
                   {"now", to_rfc3339(request.now)},
                   {"ticket_codes", name_of(show->codes)},
                   {"reentry", show->reentry ? "allowed" : "none"},
                   {"keys", json::parse(api.signer.public_keys()).at("keys")},
                   {"zones", zones_json(*show)},
                   {"gates", gates_json(*show)},
                   {"tickets", std::move(tickets)},
                   {"more", more},
                   {"next", std::to_string(after.version) + "." + after.ticket.text()}};
  if (!after.ticket) out["next"] = nullptr;
  if (show->codes != TicketCodes::fixed) out["rotation_key"] = to_base64url(api.signer.rotation_key(show->id));
  Answer answer = http::json_answer(http::to_text(out));
  answer.headers.emplace_back("ETag", etag);
  answer.headers.emplace_back("Cache-Control", "private, no-cache");
  co_return answer;
}

Task<Answer> list_conflicts(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  const auto page = page_of(request);
  if (const auto* refused = std::get_if<Answer>(&page)) co_return *refused;
  const std::size_t limit = std::get<PageWish>(page).limit;
  http::FieldFaults faults;
  ConflictPlace before;
  if (const auto cursor = request.query_value("before"); cursor && !cursor->empty()) {
    const auto place = conflict_place_of(*cursor);
    if (place) before = *place;
    else faults.add("/query/before", "must be the `next_cursor` of an earlier answer");
  }
  if (!faults.none()) co_return faults.problem();
  const auto conflicts = co_await read_conflicts(api.app.pool, show->id, std::move(before), limit + 1);
  std::set<UserId> people;
  json::array items;
  for (std::size_t i = 0; i < conflicts.size() && i < limit; ++i) {
    items.push_back(conflict_json(conflicts[i], *show));
    if (!conflicts[i].by_machine) people.insert({conflicts[i].by});
  }
  json::value next = nullptr;
  if (conflicts.size() > limit) next = std::to_string(conflicts[limit - 1].received_at.us) + ' ' + conflicts[limit - 1].id;
  auto known = co_await people_json(api, std::move(people));
  co_return http::json_answer(
      http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", std::move(next)}, {"people", std::move(known)}}));
}

Task<Answer> get_gate_counts(Api& api, Request& request) {
  const auto show = guarded_show(api, request);
  if (!show) co_return nothing_here();
  const auto counts = co_await count_at_gates(api.app.pool, show->id);
  const auto sold = api.feed.sold_places(show->id);
  std::vector<StoredGateCount> by_zone(show->zones.size());
  std::map<std::string, std::vector<StoredGateCount>> by_gate;
  for (const auto& one : counts) {
    auto& zone = by_zone.at(one.zone);
    zone.admitted += one.admitted;
    zone.entries += one.entries;
    zone.exits += one.exits;
    by_gate[one.gate].push_back(one);
  }
  const auto numbers = [](const StoredGateCount& one) {
    return json::object{{"admitted", one.admitted},
                        {"entries", one.entries},
                        {"exits", one.exits},
                        {"inside", static_cast<std::int64_t>(one.entries) - static_cast<std::int64_t>(one.exits)}};
  };
  json::array zones, gates;
  for (std::size_t i = 0; i < by_zone.size(); ++i) {
    json::object zone = numbers(by_zone[i]);
    zone["id"] = show->zones[i].id.text();
    zone["name"] = show->hall->zones[i].name;
    zone["sold"] = i < sold.size() ? sold[i] : 0;
    zones.push_back(std::move(zone));
  }
  for (const auto& [name, rows] : by_gate) {
    StoredGateCount all;
    json::array of_zones;
    for (const auto& one : rows) {
      all.admitted += one.admitted;
      all.entries += one.entries;
      all.exits += one.exits;
      json::object zone = numbers(one);
      zone.erase("inside");  // who went out by another gate was counted there
      zone["id"] = show->zones.at(one.zone).id.text();
      of_zones.push_back(std::move(zone));
    }
    json::object gate = numbers(all);
    gate.erase("inside");
    gate["name"] = name;
    gate["zones"] = std::move(of_zones);
    gates.push_back(std::move(gate));
  }
  co_return http::json_answer(http::to_text(json::object{
      {"show_id", show->id.text()}, {"now", to_rfc3339(request.now)}, {"zones", std::move(zones)}, {"gates", std::move(gates)}}));
}

Task<Answer> list_attendees(Api& api, Request& request) {
  const auto show = guarded_show(api, request);
  if (!show) co_return nothing_here();
  const auto page = page_of(request);
  if (const auto* refused = std::get_if<Answer>(&page)) co_return *refused;
  const auto& wanted = std::get<PageWish>(page);
  const std::string words{trimmed(request.query_value("q").value_or(""))};
  if (words.size() < shortest_search || words.size() > longest_search) {
    http::FieldFaults faults;
    faults.add("/q", "must have 2 to 100 characters");
    co_return faults.problem();
  }
  AttendeeWish wish{words, seats_called(*show->hall, words), wanted.cursor};
  const auto people = co_await find_attendees(api.app.pool, show->id, std::move(wish), wanted.limit + 1);
  co_return page_answer(people, wanted.limit, [&](const Attendee& one) { return attendee_json(one, *show); });
}

}  // namespace gelora::booking
