// Bodies of organisers' concerts and shows: every fault at once.
#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "booking/api/drafts.hpp"
#include "booking/api/problems.hpp"
#include "l10n/dates.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr std::int64_t dearest_place = 1'000'000'000'000;  // minor units
constexpr std::size_t most_dates = 60;
constexpr std::int64_t longest_before_start_s = 366 * 86'400;

constexpr http::ProblemType if_match_missing{428, "if-match-missing", "Say which version you changed"};

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

void read_description(http::ObjectReader& reader, http::FieldFaults& faults, ConcertDraft& concert) {
  if (!reader.has("description")) return;
  const auto* object = reader.object("description");
  if (object == nullptr) return;
  http::ObjectReader both(*object, "/description", faults);
  const auto id = both.optional_text("id", 0, 4000), en = both.optional_text("en", 0, 4000);
  both.unknown_members();
  concert.description = json::serialize(json::object{{"id", id.value_or("")}, {"en", en.value_or("")}});
}

void read_colours(http::ObjectReader& reader, http::FieldFaults& faults, ConcertDraft& concert) {
  if (!reader.has("colours")) return;
  const auto* list = reader.array("colours", 3, 3);
  if (list == nullptr) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto* text = (*list)[i].if_string();
    if (text == nullptr || !is_colour(*text)) faults.add("/colours/" + std::to_string(i), "must be a colour as in #1b1464");
  }
  concert.colours = json::serialize(*list);
}

// A time of the venue's wall clock.
std::optional<Instant> local_time(const json::value& value, const std::string& pointer, const std::string& zone,
                                  http::FieldFaults& faults) {
  const auto* text = value.if_string();
  const auto at = text == nullptr ? std::nullopt : l10n::instant_of(std::string{*text}, zone);
  if (!at) faults.add(pointer, "must be a time of the venue's clock as in 2027-03-06T19:30");
  return at;
}

std::optional<Instant> optional_local_time(http::ObjectReader& reader, const char* name, const std::string& zone,
                                           http::FieldFaults& faults) {
  const auto text = reader.optional_text(name, 1, 40);
  return text ? local_time(json::value(*text), reader.pointer_of(name), zone, faults) : std::nullopt;
}

std::vector<Instant> read_dates(http::ObjectReader& reader, const std::string& zone, Instant now, http::FieldFaults& faults) {
  std::vector<Instant> dates;
  const auto* list = reader.array("dates", 1, most_dates);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const std::string pointer = "/dates/" + std::to_string(i);
    const auto at = local_time((*list)[i], pointer, zone, faults);
    if (!at) continue;
    if (*at <= now) faults.add(pointer, "must be in the future");
    if (std::find(dates.begin(), dates.end(), *at) != dates.end()) faults.add(pointer, "stands here twice");
    dates.push_back(*at);
  }
  return dates;
}

// [{"zone_no", "price_minor", "fee_minor"}]; of those that `terms` has prices for already, some may be named.
void read_prices(http::ObjectReader& reader, http::FieldFaults& faults, const Hall& hall, ShowTerms& terms) {
  const std::size_t count = hall.layout.zones.size();
  const bool all = terms.zones.size() != count;
  if (all) terms.zones.assign(count, {});
  if (!all && !reader.has("zones")) return;
  std::vector<bool> named(count, false);
  const auto* list = reader.array("zones", 0, 200);
  if (list == nullptr) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string pointer = "/zones/" + std::to_string(i);
    const auto* object = (*list)[i].if_object();
    if (object == nullptr) {
      faults.add(pointer, "must be an object");
      continue;
    }
    http::ObjectReader one(*object, pointer, faults);
    const auto zone_no = one.integer("zone_no", 0, static_cast<std::int64_t>(count) - 1);
    const auto price = one.integer("price_minor", 0, dearest_place), fee = one.integer("fee_minor", 0, dearest_place);
    one.unknown_members();
    if (!zone_no || !price || !fee) continue;
    const auto zone = static_cast<std::size_t>(*zone_no);
    if (named[zone]) one.fault("zone_no", "stands here twice");
    named[zone] = true;
    terms.zones[zone] = {*price, *fee};
  }
  for (std::size_t i = 0; all && i < count; ++i) {
    if (!named[i]) faults.add("/zones", "lacks the price of zone " + std::to_string(i));
  }
}

void read_limits(http::ObjectReader& reader, ShowTerms& terms) {
  const auto number = [&reader](const char* name, std::int64_t low, std::int64_t high, std::uint32_t& value) {
    if (const auto read = reader.optional_integer(name, low, high)) value = static_cast<std::uint32_t>(*read);
  };
  number("max_tickets_per_user", 1, 100, terms.max_tickets);
  number("hold_ttl_s", 60, 3600, terms.hold_ttl_s);
  number("pay_ttl_s", 300, 86'400, terms.pay_ttl_s);
  if (const auto before = reader.optional_integer("closes_before_start_s", 0, longest_before_start_s))
    terms.closes_before_start = std::chrono::seconds{*before};
}

void read_currency(http::ObjectReader& reader, ShowTerms& terms) {
  const auto text = reader.optional_text("currency", 3, 3);
  if (!text) return;
  if (*text == "IDR" || *text == "USD") terms.currency = *Currency::parse(*text);
  else reader.fault("currency", "must be IDR or USD");
}

// The plan of the body, which is the organisation's or everybody's, or the one that `terms` has.
Task<std::shared_ptr<const Hall>> read_plan(Api& api, http::ObjectReader& reader, std::uint64_t organisation, ShowTerms& terms) {
  if (terms.plan.id.value == 0 || reader.has("plan_id")) {
    const auto id = reader.id("plan_id");
    if (!id) co_return nullptr;
    const auto found = co_await find_plan(api.app.pool, organisation, PlanId{*id});
    if (!found) {
      reader.fault("plan_id", "there is no such seating plan");
      co_return nullptr;
    }
    if (found->id != terms.plan.id) terms.zones.clear();
    terms.plan = *found;
  }
  co_return co_await find_hall(api.app.pool, api.app.halls, terms.plan.id);
}

void sale_must_fit(http::FieldFaults& faults, const ShowTerms& terms, Instant starts_at) {
  if (terms.opens_at < starts_at - terms.closes_before_start) return;
  const std::string pointer = "/opens_at_local";
  const auto& all = faults.all();
  const bool told = std::any_of(all.begin(), all.end(), [&pointer](const auto& one) { return one.first == pointer; });
  if (!told) faults.add(pointer, "must be before the sale closes");
}

}  // namespace

std::optional<Author> author_of(const Request& request) {
  const auto id = parse_id(request.params[0]);
  if (!id) return std::nullopt;
  const auto role = request.caller->role_in(*id);
  if (role != "owner" && role != "manager") return std::nullopt;
  return Author{request.caller->user, *id, request.now};
}

std::variant<std::uint64_t, Answer> base_version(const Request& request) {
  const auto tag = request.header("If-Match");
  if (tag.empty()) return http::problem(if_match_missing, "Send the ETag of what you changed as If-Match.");
  std::uint64_t version = UINT64_MAX;  // of another form: of no version that there is
  if (tag.size() > 2 && tag.front() == '"' && tag.back() == '"') {
    const auto [end, error] = std::from_chars(tag.data() + 1, tag.data() + tag.size() - 1, version);
    if (error != std::errc{} || end != tag.data() + tag.size() - 1) version = UINT64_MAX;
  }
  return version;
}

std::variant<ConcertDraft, Answer> read_concert(const Request& request, ConcertDraft known) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const bool is_new = known.title.empty();
  const auto words = [&reader, is_new](const char* name, std::size_t most, std::string& value) {
    if (auto read = is_new ? reader.text(name, 1, most) : reader.optional_text(name, 1, most)) value = std::move(*read);
  };
  words("title", 200, known.title);
  words("artist", 200, known.artist);
  words("genre", 100, known.genre);
  read_description(reader, faults, known);
  read_colours(reader, faults, known);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return known;
}

Task<std::variant<ShowWish, Answer>> read_new_shows(Api& api, Request& request, std::uint64_t organisation) {
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  ShowWish wish;
  wish.hall = co_await read_plan(api, reader, organisation, wish.terms);
  const std::string zone = wish.hall ? wish.terms.plan.venue.timezone : "Asia/Jakarta";
  wish.dates = read_dates(reader, zone, request.now, faults);
  read_limits(reader, wish.terms);
  read_currency(reader, wish.terms);
  wish.terms.opens_at = request.now;
  if (const auto opens_at = optional_local_time(reader, "opens_at_local", zone, faults)) wish.terms.opens_at = *opens_at;
  if (wish.hall) read_prices(reader, faults, *wish.hall, wish.terms);
  else reader.array("zones", 0, 200);
  reader.unknown_members();
  for (const Instant date : wish.dates) {
    if (date > request.now) sale_must_fit(faults, wish.terms, date);
  }
  if (!faults.none()) co_return faults.problem();
  co_return wish;
}

Task<std::variant<ShowDraft, Answer>> read_show_change(Api& api, Request& request, std::uint64_t organisation, ShowDraft known) {
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const PlanId plan = known.terms.plan.id;
  const Currency currency = known.terms.currency;
  const auto hall = co_await read_plan(api, reader, organisation, known.terms);
  const std::string zone = known.terms.plan.venue.timezone;
  read_limits(reader, known.terms);
  read_currency(reader, known.terms);
  if (known.was_published && known.terms.plan.id != plan)
    reader.fault("plan_id", "stays what it was when the show was published");
  if (known.was_published && known.terms.currency != currency)
    reader.fault("currency", "stays what it was when the show was published");
  if (const auto starts_at = optional_local_time(reader, "starts_at_local", zone, faults)) {
    if (known.published && *starts_at != known.starts_at)
      reader.fault("starts_at_local", "a published show is postponed instead");
    else if (*starts_at <= request.now) reader.fault("starts_at_local", "must be in the future");
    known.starts_at = *starts_at;
  }
  if (const auto opens_at = optional_local_time(reader, "opens_at_local", zone, faults)) known.terms.opens_at = *opens_at;
  if (hall) read_prices(reader, faults, *hall, known.terms);
  else reader.array("zones", 0, 200);
  reader.unknown_members();
  sale_must_fit(faults, known.terms, known.starts_at);
  if (reader.has("opens_at_local") && known.presale_opens_at && known.terms.opens_at <= *known.presale_opens_at)
    reader.fault("opens_at_local", "must be after the presale opens, at " + to_rfc3339(*known.presale_opens_at));
  if (!faults.none()) co_return faults.problem();
  co_return known;
}

std::variant<ShowWish, Answer> read_copies(const Request& request, const ShowDraft& original) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  ShowWish wish{original.terms, {}, nullptr};
  const std::string& zone = wish.terms.plan.venue.timezone;
  wish.dates = read_dates(reader, zone, request.now, faults);
  if (const auto opens_at = optional_local_time(reader, "opens_at_local", zone, faults)) wish.terms.opens_at = *opens_at;
  reader.unknown_members();
  for (const Instant date : wish.dates) {
    if (date > request.now) sale_must_fit(faults, wish.terms, date);
  }
  if (!faults.none()) return faults.problem();
  return wish;
}

std::variant<Instant, Answer> read_new_date(const Request& request, const ShowDraft& show) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  Instant to;
  if (const auto text = reader.text("starts_at_local", 1, 40)) {
    const auto at = local_time(json::value(*text), "/starts_at_local", show.terms.plan.venue.timezone, faults);
    if (at && *at <= request.now) reader.fault("starts_at_local", "must be in the future");
    if (at) to = *at;
    if (at && *at > request.now) sale_must_fit(faults, show.terms, to);
  }
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return to;
}

}  // namespace gelora::booking
