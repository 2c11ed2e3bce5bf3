// Gates: what they scan. For whoever works for the show's organisation in any role, its machines, and an admin; everybody else is
// told that there is nothing here.
#include "booking/app/check_in.hpp"

#include <boost/json/array.hpp>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "booking/storage/gates.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr std::size_t most_scans = 500;  // of one batch
constexpr std::size_t longest_code = 200, longest_gate = 40, longest_scan_id = 64;

bool is_scan_id(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

struct ToldScan {
  ScanWish wish;
  std::optional<Instant> at;  // believed; none: in the future, or too long ago
  bool future = false;
};

std::optional<ToldScan> read_scan(http::ObjectReader& reader, Instant now) {
  auto code = reader.optional_text("code", 1, longest_code);
  const auto by_hand = reader.optional_id("ticket_id");
  if (reader.has("code") == reader.has("ticket_id")) reader.fault("code", "is needed, or ticket_id, and not both");
  auto gate = reader.text("gate", 1, longest_gate);
  auto id = reader.text("scan_id", 1, longest_scan_id);
  if (id && !is_scan_id(*id)) reader.fault("scan_id", "may have visible ASCII characters only");
  if (gate) gate = std::string{trimmed(*gate)};
  if (gate && gate->empty()) reader.fault("gate", "must not be blank");
  ToldScan told;
  const auto direction = reader.optional_text("direction", 1, 10);
  if (direction == "out") told.wish.direction = Direction::out;
  else if (direction && direction != "in") reader.fault("direction", "must be in or out");
  std::optional<Instant> said;
  if (const auto text = reader.optional_text("scanned_at", 1, 40)) {
    said = parse_rfc3339(*text);
    if (!said) reader.fault("scanned_at", "must be a time as in RFC 3339");
  }
  if (!(code || by_hand) || !gate || !id) return std::nullopt;
  told.at = believed_time(said, now);
  told.future = said > now;
  if (code) told.wish.code = std::move(*code);
  if (by_hand) told.wish.by_hand = TicketId{*by_hand};
  told.wish.gate = std::move(*gate);
  told.wish.id = std::move(*id);
  if (told.at) told.wish.at = *told.at;
  return told;
}

// One that came late, with what the gate did by itself.
struct LateScan {
  ToldScan told;
  std::string said;  // when it was
};

std::variant<std::vector<LateScan>, Answer> read_batch(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto* list = reader.array("scans", 1, most_scans);
  reader.unknown_members();
  std::vector<LateScan> scans;
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const std::string pointer = "/scans/" + std::to_string(i);
    const auto* object = (*list)[i].if_object();
    if (object == nullptr) {
      faults.add(pointer, "must be an object");
      continue;
    }
    http::ObjectReader one(*object, pointer, faults);
    if (!one.has("scanned_at")) one.fault("scanned_at", "is missing");
    auto told = read_scan(one, request.now);
    const bool let_in = one.optional_boolean("let_in").value_or(false);
    if (told) told->wish.let_in = let_in;
    one.unknown_members();
    if (!told || !one.has("scanned_at")) continue;
    const auto* said = (*object).at("scanned_at").if_string();
    scans.push_back({std::move(*told), said == nullptr ? std::string{} : std::string{*said}});
  }
  if (!faults.none()) return faults.problem();
  return scans;
}

GateKeeper keeper_of(const Request& request) { return {request.caller->user.value, request.caller->machine}; }

using People = std::map<TicketId, PersonAtGate>;

json::object scan_json(const ScanDecision& decision, const Show& show, const People& people) {
  const auto& [result, refusal] = decision.verdict;
  json::object out{{"result", name_of(result)}};
  if (refusal != ScanRefusal::none) out["reason"] = name_of(refusal);
  const bool is_void = refusal == ScanRefusal::voided;
  if (decision.since != Instant{}) out[is_void ? "void_since" : "first_admitted_at"] = to_rfc3339(decision.since);
  if (!decision.gate.empty()) out["first_gate"] = decision.gate;
  const auto found = people.find(decision.ticket);
  if (found == people.end()) return out;
  const PersonAtGate& person = found->second;
  const auto zone = show.hall->layout.zone_of(person.place);
  out["ticket_id"] = decision.ticket.text();
  out["seat"] = show.hall->full_label(person.place);
  out["zone"] = show.hall->zones[zone].name;
  out["kind"] = show.hall->layout.zones[zone].standing ? "standing" : "seated";
  // of a refused one the gate is told where the place is, and no name
  out["name"] = result == ScanResult::refused ? std::string{} : person.name;
  return out;
}

Task<std::shared_ptr<const People>> people_of(Api& api, ShowId show, const Scanned& scanned) {
  std::vector<std::uint64_t> ids;
  for (const auto& one : scanned.decisions) {
    if (one.ticket) ids.push_back(one.ticket.value);
  }
  if (ids.empty()) co_return std::make_shared<const People>();
  co_return co_await api.people_at_gates.find(show, std::move(ids));
}

}  // namespace

std::shared_ptr<const Show> guarded_show(const Api& api, const Request& request) {
  const auto id = parse_id_as<ShowId>(request.params[0]);
  if (!id) return nullptr;
  const auto found = api.app.shows.find(*id);
  if (found == api.app.shows.end()) return nullptr;
  const auto& caller = *request.caller;
  return !caller.role_at(found->second->organisation, found->second->id.value).empty() || caller.has_role("admin") ? found->second
                                                                                                                   : nullptr;
}

Task<Answer> create_check_in(Api& api, Request& request) {
  const auto show = guarded_show(api, request);
  if (!show) co_return nothing_here();
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  auto told = read_scan(reader, request.now);
  if (told && !told->at) reader.fault("scanned_at", told->future ? "is in the future" : "is more than 24 hours ago");
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  std::vector<ScanWish> wishes;
  wishes.push_back(std::move(told->wish));
  const auto scanned = co_await check_in(api.app, api.signer, show, keeper_of(request), std::move(wishes));
  const auto people = co_await people_of(api, show->id, scanned);
  Answer answer = http::json_answer(http::to_text(scan_json(scanned.decisions.front(), *show, *people)));
  answer.outcome = name_of(scanned.decisions.front().verdict.result);
  co_return answer;
}

Task<Answer> create_check_ins(Api& api, Request& request) {
  const auto show = guarded_show(api, request);
  if (!show) co_return nothing_here();
  auto read = read_batch(request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& scans = std::get<std::vector<LateScan>>(read);
  std::vector<ScanWish> wishes;
  for (const auto& one : scans) {
    if (one.told.at) wishes.push_back(one.told.wish);
  }
  const auto scanned = co_await check_in(api.app, api.signer, show, keeper_of(request), std::move(wishes));
  const auto people = co_await people_of(api, show->id, scanned);
  json::array results;
  std::size_t conflicts = 0;
  auto next = scanned.decisions.begin();
  for (const auto& one : scans) {
    const ScanDecision decision =
        one.told.at ? *next++ : ScanDecision{{ScanResult::refused, ScanRefusal::wrong_time}, {}, {}, {}};
    const bool conflict = one.told.wish.let_in && decision.verdict.result != ScanResult::admitted;
    conflicts += conflict;
    json::object result = scan_json(decision, *show, *people);
    result["scan_id"] = one.told.wish.id;
    result["scanned_at"] = one.said;
    result["conflict"] = conflict;
    results.push_back(std::move(result));
  }
  co_return http::json_answer(http::to_text(json::object{{"results", std::move(results)}, {"conflicts", conflicts}}));
}

}  // namespace gelora::booking
