// What organisers do with a show: its rules, its promo codes, calling it off. For its organisation's owners and managers, and an
// admin; of drafts, owners and managers of the whole organisation. Everybody else is told that there is nothing here.
#include <boost/json/array.hpp>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "booking/app/promo.hpp"
#include "booking/storage/drafts.hpp"
#include "booking/storage/selling_rules.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr std::int64_t dearest_place = 1'000'000'000'000;  // minor units

constexpr auto code_shape = "may have letters, digits, - and _ only";

constexpr http::ProblemType code_taken{409, "promo-code-taken", "This show has such a code already"};

json::object rules_json(const Show& show) {
  json::value refund = nullptr;
  if (show.refund_rule) {
    refund = json::object{{"before_start_s", show.refund_rule->before_start.count() / 1'000'000},
                          {"keeps_fees", show.refund_rule->keeps_fees}};
  }
  json::value presale = nullptr;
  if (show.presale) presale = json::object{{"opens_at", to_rfc3339(show.presale->opens_at)}, {"code", show.presale->code}};
  json::array zones;
  for (std::size_t i = 0; i < show.zones.size(); ++i) {
    const ShowZone& zone = show.zones[i];
    json::value own_rate = nullptr;
    if (zone.tax_bp) own_rate = *zone.tax_bp;
    zones.push_back({{"id", zone.id.text()},
                     {"name", show.hall->zones[i].name},
                     {"price", to_json(zone.price)},
                     {"fee", to_json(zone.fee)},
                     {"tax_bp", std::move(own_rate)}});
  }
  json::array gates;
  for (const auto& [name, leads_to] : show.gates) {
    json::array ids;
    for (const auto zone : leads_to) ids.emplace_back(show.zones[zone].id.text());
    gates.push_back({{"name", name}, {"zone_ids", std::move(ids)}});
  }
  return {{"show_id", show.id.text()},           {"tax", {{"rate_bp", show.tax.rate_bp}, {"included", show.tax.included}}},
          {"refund_rule", std::move(refund)},    {"presale", std::move(presale)},
          {"ticket_codes", name_of(show.codes)}, {"reentry", show.reentry ? "allowed" : "none"},
          {"gates", std::move(gates)},           {"zones", std::move(zones)}};
}

std::optional<std::size_t> zone_by_id(const Show& show, std::uint64_t id) {
  const auto found = std::find_if(show.zones.begin(), show.zones.end(), [id](const auto& zone) { return zone.id.value == id; });
  if (found == show.zones.end()) return std::nullopt;
  return static_cast<std::size_t>(found - show.zones.begin());
}

// One zone of a change: {"id", "price_minor"?, "fee_minor"?, "tax_bp"?}.
void read_terms(const json::object& object, const std::string& pointer, const Show& show, http::FieldFaults& faults,
                SellingRules& rules) {
  http::ObjectReader reader(object, pointer, faults);
  const auto id = reader.id("id");
  ZoneTerms terms;
  terms.price = reader.optional_integer("price_minor", 0, dearest_place);
  terms.fee = reader.optional_integer("fee_minor", 0, dearest_place);
  if (reader.has("tax_bp") && reader.is_null("tax_bp")) terms.tax_bp.emplace();
  else if (const auto rate = reader.optional_integer("tax_bp", 0, basis_points)) terms.tax_bp = static_cast<std::uint32_t>(*rate);
  reader.unknown_members();
  if (!id) return;
  const auto zone = zone_by_id(show, *id);
  if (!zone) return reader.fault("id", "this show has no such zone");
  const bool twice = std::any_of(rules.zones.begin(), rules.zones.end(), [&](const auto& one) { return one.zone == *zone; });
  if (twice) return reader.fault("id", "stands here twice");
  terms.zone = *zone;
  rules.zones.push_back(terms);
}

// One gate that does not lead everywhere: {"name", "zone_ids"}.
void read_gate(const json::object& object, const std::string& pointer, const Show& show, http::FieldFaults& faults,
               SellingRules& rules) {
  http::ObjectReader reader(object, pointer, faults);
  const auto name = reader.text("name", 1, 40);
  const auto* list = reader.array("zone_ids", 1, 200);
  reader.unknown_members();
  std::vector<seats::ZoneIndex> zones;
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const auto& one = (*list)[i];
    const auto id = one.is_string() ? parse_id(std::string_view{one.get_string()}) : std::nullopt;
    const auto zone = id ? zone_by_id(show, *id) : std::nullopt;
    const bool fresh = zone && std::find(zones.begin(), zones.end(), *zone) == zones.end();
    if (fresh) zones.push_back(static_cast<seats::ZoneIndex>(*zone));
    else faults.add(pointer + "/zone_ids/" + std::to_string(i), zone ? "stands here twice" : "this show has no such zone");
  }
  if (!name) return;
  if (trimmed(*name) != *name || name->empty()) return reader.fault("name", "must not begin or end with a space");
  if (!rules.gates->emplace(*name, std::move(zones)).second) reader.fault("name", "stands here twice");
}

std::optional<Instant> read_time(http::ObjectReader& reader, const char* name) {
  const auto text = reader.optional_text(name, 1, 40);
  if (!text) return std::nullopt;
  const auto at = parse_rfc3339(*text);
  if (!at) reader.fault(name, "must be a time as in RFC 3339");
  return at;
}

// {"opens_at", "code"}: who may buy before everybody may.
void read_presale(const json::object& object, const Show& show, http::FieldFaults& faults, SellingRules& rules) {
  http::ObjectReader reader(object, "/presale", faults);
  if (!reader.has("opens_at")) reader.fault("opens_at", "is missing");
  const auto opens_at = read_time(reader, "opens_at");
  auto code = reader.text("code", 4, 40);
  reader.unknown_members();
  if (opens_at && *opens_at >= show.opens_at) reader.fault("opens_at", "must be before the sale opens");
  if (code && !is_promo_code(*code)) reader.fault("code", code_shape);
  if (opens_at && code) rules.presale = Presale{*opens_at, std::move(*code)};
}

std::variant<SellingRules, Answer> read_rules(const Request& request, const Show& show) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  SellingRules rules;
  if (reader.has("tax")) {
    if (const auto* object = reader.object("tax")) {
      http::ObjectReader tax(*object, "/tax", faults);
      const auto rate = tax.integer("rate_bp", 0, basis_points);
      const auto included = tax.optional_boolean("included");
      tax.unknown_members();
      if (rate) rules.tax = Tax{static_cast<std::uint32_t>(*rate), included.value_or(true)};
    }
  }
  if (reader.has("refund_rule") && reader.is_null("refund_rule")) {
    rules.refund_rule.emplace();
  } else if (reader.has("refund_rule")) {
    if (const auto* object = reader.object("refund_rule")) {
      http::ObjectReader rule(*object, "/refund_rule", faults);
      const auto before = rule.integer("before_start_s", 0, 366 * 86'400);
      const auto keeps = rule.optional_boolean("keeps_fees");
      rule.unknown_members();
      if (before) rules.refund_rule = RefundRule{std::chrono::seconds{*before}, keeps.value_or(false)};
    }
  }
  if (reader.has("presale") && reader.is_null("presale")) {
    rules.presale.emplace();
  } else if (reader.has("presale")) {
    if (const auto* object = reader.object("presale")) read_presale(*object, show, faults, rules);
  }
  if (const auto name = reader.optional_text("ticket_codes", 1, 30)) {
    rules.codes = ticket_codes_of(*name);
    if (!rules.codes) reader.fault("ticket_codes", "must be fixed, rotating or rotating_or_printed");
  }
  if (const auto reentry = reader.optional_text("reentry", 1, 10)) {
    rules.reentry = *reentry == "allowed";
    if (*reentry != "allowed" && *reentry != "none") reader.fault("reentry", "must be none or allowed");
  }
  if (reader.has("gates")) {
    const auto* list = reader.array("gates", 0, 50);
    rules.gates.emplace();
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
      const std::string pointer = "/gates/" + std::to_string(i);
      if (const auto* object = (*list)[i].if_object()) read_gate(*object, pointer, show, faults, rules);
      else faults.add(pointer, "must be an object");
    }
  }
  if (reader.has("zones")) {
    const auto* list = reader.array("zones", 0, 200);
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
      const std::string pointer = "/zones/" + std::to_string(i);
      if (const auto* object = (*list)[i].if_object()) read_terms(*object, pointer, show, faults, rules);
      else faults.add(pointer, "must be an object");
    }
  }
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return rules;
}

json::object promo_json(const PromoCode& code, Currency currency) {
  json::array zones;
  for (const auto zone : code.zones) zones.emplace_back(zone.text());
  json::object out{{"id", std::to_string(code.id)},
                   {"code", code.code},
                   {"max_uses", code.max_uses},
                   {"per_person", code.per_person},
                   {"used", code.used},
                   {"starts_at", to_rfc3339(code.starts_at)},
                   {"ends_at", to_rfc3339(code.ends_at)},
                   {"zone_ids", std::move(zones)},
                   {"ended", code.ended}};
  if (code.kind == Discount::Kind::percent) out["percent_bp"] = code.value;
  else out["amount"] = to_json(Money{code.value, currency});
  return out;
}

// As the database has them: what is sold by follows a second later.
Task<Answer> rules_answer(Api& api, std::shared_ptr<const Show> show) {
  const auto now = co_await find_selling_rules(api.app.pool, *show, show->organisation);
  if (!now) co_return nothing_here();
  co_return http::json_answer(http::to_text(rules_json(*now)));
}

void read_zones(http::ObjectReader& reader, http::FieldFaults& faults, const Show& show, PromoCode& code) {
  if (!reader.has("zone_ids")) return;
  const auto* list = reader.array("zone_ids", 0, 200);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const auto& one = (*list)[i];
    const auto id = one.is_string() ? parse_id_as<ZoneId>(std::string_view{one.get_string()}) : std::nullopt;
    const bool known = id && std::any_of(show.zones.begin(), show.zones.end(), [&](const auto& zone) { return zone.id == *id; });
    if (known) code.zones.push_back(*id);
    else faults.add("/zone_ids/" + std::to_string(i), "this show has no such zone");
  }
}

std::variant<PromoCode, Answer> read_promo(const Request& request, const Show& show) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  PromoCode code;
  code.show = show.id;
  code.starts_at = request.now;
  code.ends_at = show.starts_at;
  if (auto text = reader.text("code", 3, 40)) code.code = std::move(*text);
  if (!code.code.empty() && !is_promo_code(code.code)) reader.fault("code", code_shape);
  const auto percent = reader.optional_integer("percent_bp", 1, basis_points);
  const auto amount = reader.optional_integer("amount_minor", 1, 1'000'000'000'000);
  if (reader.has("percent_bp") == reader.has("amount_minor")) faults.add("", "needs either percent_bp or amount_minor");
  code.kind = percent ? Discount::Kind::percent : Discount::Kind::fixed;
  code.value = percent ? *percent : amount.value_or(0);
  code.max_uses = static_cast<std::uint32_t>(reader.optional_integer("max_uses", 1, 1'000'000).value_or(1'000'000));
  code.per_person = static_cast<std::uint32_t>(reader.optional_integer("per_person", 1, 1'000'000).value_or(code.max_uses));
  if (const auto at = read_time(reader, "starts_at")) code.starts_at = *at;
  if (const auto at = read_time(reader, "ends_at")) code.ends_at = *at;
  if (code.ends_at <= code.starts_at) reader.fault("ends_at", "must be after starts_at");
  read_zones(reader, faults, show, code);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return code;
}

json::object cancellation_json(const CancellationProgress& progress) {
  const auto& job = progress.job;
  json::value finished = nullptr;
  if (job.done) finished = to_rfc3339(job.finished_at);
  return {{"show_id", job.show.text()},
          {"status", job.done ? "done" : "running"},
          {"reason", job.reason},
          {"bookings_total", job.bookings_total},
          {"bookings_done", job.bookings_done},
          {"refunds_pending", progress.refunds_pending},
          {"refunds_done", progress.refunds_done},
          {"started_at", to_rfc3339(job.started_at)},
          {"finished_at", std::move(finished)}};
}

Task<Answer> progress_answer(Api& api, std::shared_ptr<const Show> show, unsigned status) {
  const auto progress = co_await find_cancellation(api.app.pool, show->id, show->organisation);
  if (!progress) co_return nothing_here();
  co_return http::json_answer(http::to_text(cancellation_json(*progress)), status);
}

}  // namespace

std::shared_ptr<const Show> managed_show(const Api& api, const Request& request) {
  const auto id = parse_id_as<ShowId>(request.params[0]);
  if (!id) return nullptr;
  const auto found = api.app.shows.find(*id);
  if (found == api.app.shows.end()) return nullptr;
  const auto& caller = *request.caller;
  const auto role = caller.role_at(found->second->organisation, found->second->id.value);
  return role == "owner" || role == "manager" || caller.has_role("admin") ? found->second : nullptr;
}

Task<std::shared_ptr<const Show>> managed_show_or_draft(Api& api, Request& request) {
  const auto sold = managed_show(api, request);
  if (sold) co_return sold;
  const auto id = parse_id_as<ShowId>(request.params[0]);
  if (!id) co_return nullptr;
  for (const auto& work : request.caller->organisations) {
    const auto role = request.caller->role_in(work.organisation);
    if (role != "owner" && role != "manager") continue;
    const auto written = co_await find_show_draft(api.app.pool, work.organisation, *id);
    if (!written || written->published) continue;
    const auto draft = co_await load_show(api.app.pool, api.app.halls, TimeLimits{}, *id);
    co_return draft;
  }
  co_return nullptr;
}

Task<Answer> get_selling_rules(Api& api, Request& request) {
  const auto show = co_await managed_show_or_draft(api, request);
  if (!show) co_return nothing_here();
  co_return co_await rules_answer(api, show);
}

Task<Answer> set_selling_rules(Api& api, Request& request) {
  const auto show = co_await managed_show_or_draft(api, request);
  if (!show) co_return nothing_here();
  auto read = read_rules(request, *show);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& rules = std::get<SellingRules>(read);
  const bool mine = co_await set_selling_rules(api.app.pool, api.app.ids, author_for(request, *show), show->id, std::move(rules));
  if (!mine) co_return nothing_here();
  co_return co_await rules_answer(api, show);
}

Task<Answer> list_promo_codes(Api& api, Request& request) {
  const auto show = co_await managed_show_or_draft(api, request);
  if (!show) co_return nothing_here();
  const auto codes = co_await list_promo_codes(api.app.pool, show->id, show->organisation);
  if (!codes) co_return nothing_here();
  json::array items;
  for (const auto& code : *codes) items.push_back(promo_json(code, show->currency));
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", nullptr}}));
}

Task<Answer> create_promo_code(Api& api, Request& request) {
  const auto show = co_await managed_show_or_draft(api, request);
  if (!show) co_return nothing_here();
  auto read = read_promo(request, *show);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& code = std::get<PromoCode>(read);
  code.id = api.app.ids.next(request.now);
  const auto made = co_await create_promo_code(api.app.pool, api.app.ids, author_for(request, *show), code, show->currency);
  if (made == PromoCreated::no_such_show) co_return nothing_here();
  if (made == PromoCreated::code_taken) co_return http::problem(code_taken, "Choose another code, or end the old one.");
  co_return http::json_answer(http::to_text(promo_json(code, show->currency)), 201);
}

Task<Answer> end_promo_code(Api& api, Request& request) {
  const auto show = co_await managed_show_or_draft(api, request);
  const auto id = parse_id(request.params[1]);
  if (!show || !id) co_return nothing_here();
  const bool ended = co_await end_promo_code(api.app.pool, api.app.ids, author_for(request, *show), show->id, *id);
  co_return ended ? http::no_content() : nothing_here();
}

Task<Answer> cancel_show(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  auto reason = reader.text("reason", 1, 300);
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  const auto job =
      co_await begin_cancellation(api.app.pool, api.app.ids, author_for(request, *show), show->id, std::move(*reason));
  if (!job) co_return nothing_here();
  co_return co_await progress_answer(api, show, 202);
}

Task<Answer> get_show_cancellation(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  co_return co_await progress_answer(api, show, 200);
}

}  // namespace gelora::booking
