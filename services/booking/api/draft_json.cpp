#include <boost/json/parse.hpp>

#include "booking/api/drafts.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "l10n/dates.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr http::ProblemType changed_type{412, "changed-meanwhile", "Somebody else saved this meanwhile"};

json::object zone_json(const Hall& hall, std::size_t zone_no) {
  const auto& place = hall.layout.zones[zone_no];
  return {{"zone_no", zone_no},
          {"name", hall.zones[zone_no].name},
          {"kind", place.standing ? "standing" : "seated"},
          {"colour", hall.zones[zone_no].colour},
          {"capacity", place.capacity}};
}

std::string_view state_name(ShowState state) {
  switch (state) {
    case ShowState::as_planned: return "as_planned";
    case ShowState::postponed: return "postponed";
    case ShowState::cancelled: return "cancelled";
  }
  return "";
}

bool has_words(const ConcertDraft& concert, std::string_view language) {
  const auto both = json::parse(concert.description);
  const auto* text = both.is_object() ? both.get_object().if_contains(language) : nullptr;
  return text != nullptr && text->is_string() && !text->get_string().empty();
}

}  // namespace

json::object venue_json(const VenueText& venue) {
  return {{"id", venue.id.text()},
          {"name", venue.name},
          {"city", venue.city},
          {"timezone", venue.timezone},
          {"address", venue.address}};
}

std::vector<std::string_view> missing(const ConcertDraft& concert, const ShowDraft& show, Instant now) {
  std::vector<std::string_view> lacks;
  if (!has_words(concert, "id")) lacks.push_back("description_id");
  if (!has_words(concert, "en")) lacks.push_back("description_en");
  if (show.starts_at <= now) lacks.push_back("starts_at");
  if (show.starts_at - show.terms.closes_before_start <= now) lacks.push_back("closes_at");
  if (show.state == ShowState::cancelled) lacks.push_back("cancelled");
  return lacks;
}

json::object plan_json(const PlanText& plan, const Hall& hall) {
  json::array zones;
  for (std::size_t i = 0; i < hall.zones.size(); ++i) zones.push_back(zone_json(hall, i));
  json::value version = nullptr;
  if (plan.version_no > 0) version = plan.version_no;
  return {{"id", plan.id.text()},
          {"name", plan.name},
          {"version_no", std::move(version)},
          {"venue", venue_json(plan.venue)},
          {"capacity", hall.layout.place_count},
          {"zones", std::move(zones)}};
}

json::object concert_json(const ConcertDraft& concert) {
  json::value poster = nullptr;
  if (!concert.poster.empty()) poster = json::string("/posters/" + concert.poster + "-1600.jpg");
  return {{"id", concert.id.text()},
          {"slug", concert.slug},
          {"status", concert.published > 0 ? "published" : "draft"},
          {"title", concert.title},
          {"artist", concert.artist},
          {"genre", concert.genre},
          {"description", json::parse(concert.description)},
          {"colours", json::parse(concert.colours)},
          {"poster_seed", concert.poster_seed},
          {"poster_url", std::move(poster)},
          {"shows", concert.shows},
          {"published_shows", concert.published},
          {"version", concert.version},
          {"updated_at", to_rfc3339(concert.updated_at)}};
}

json::object show_json(const ConcertDraft& concert, const ShowDraft& show, const Hall& hall, Instant now) {
  const ShowTerms& terms = show.terms;
  const std::string& zone = terms.plan.venue.timezone;
  const Instant closes_at = show.starts_at - terms.closes_before_start;
  json::array zones;
  for (std::size_t i = 0; i < hall.zones.size() && i < terms.zones.size(); ++i) {
    auto one = zone_json(hall, i);
    one["price"] = to_json(Money{terms.zones[i].price_minor, terms.currency});
    one["fee"] = to_json(Money{terms.zones[i].fee_minor, terms.currency});
    zones.push_back(std::move(one));
  }
  json::array lacks;
  for (const auto name : missing(concert, show, now)) lacks.emplace_back(name);
  return {{"id", show.id.text()},
          {"concert_id", show.concert.text()},
          {"status", show.published ? "published" : "draft"},
          {"state", state_name(show.state)},
          {"was_published", show.was_published},
          {"missing", std::move(lacks)},
          {"plan", {{"id", terms.plan.id.text()}, {"name", terms.plan.name}, {"capacity", hall.layout.place_count}}},
          {"venue", venue_json(terms.plan.venue)},
          {"starts_at", to_rfc3339(show.starts_at)},
          {"starts_at_local", l10n::wall_clock(show.starts_at, zone)},
          {"opens_at", to_rfc3339(terms.opens_at)},
          {"opens_at_local", l10n::wall_clock(terms.opens_at, zone)},
          {"closes_at", to_rfc3339(closes_at)},
          {"closes_before_start_s", terms.closes_before_start.count() / 1'000'000},
          {"currency", terms.currency.text()},
          {"max_tickets_per_user", terms.max_tickets},
          {"hold_ttl_s", terms.hold_ttl_s},
          {"pay_ttl_s", terms.pay_ttl_s},
          {"zones", std::move(zones)},
          {"version", show.version},
          {"updated_at", to_rfc3339(show.updated_at)}};
}

Answer removed_answer(Removed removed, const http::ProblemType& in_use, std::string_view why) {
  switch (removed) {
    case Removed::removed: return http::no_content();
    case Removed::not_there: return nothing_here();
    case Removed::in_use: return http::problem(in_use, std::string{why});
  }
  return nothing_here();
}

Answer versioned(const json::object& body, std::uint64_t version, unsigned status) {
  Answer answer = http::json_answer(http::to_text(body), status);
  answer.headers.emplace_back("ETag", '"' + std::to_string(version) + '"');
  answer.headers.emplace_back("Cache-Control", "no-store");
  return answer;
}

Answer changed_meanwhile(json::object current) {
  return http::problem(changed_type, "Look at what is there now, and decide.", {{"current", std::move(current)}});
}

Answer changed_meanwhile(json::object current, std::uint64_t version) {
  Answer answer = changed_meanwhile(std::move(current));
  answer.headers.emplace_back("ETag", '"' + std::to_string(version) + '"');
  return answer;
}

}  // namespace gelora::booking
