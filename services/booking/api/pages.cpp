#include "booking/api/pages.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "booking/api/json.hpp"

namespace gelora::booking {
namespace json = boost::json;

namespace {

constexpr std::string_view short_cache = "public, max-age=1, stale-while-revalidate=5";
constexpr std::string_view long_cache = "public, max-age=86400, immutable";
constexpr std::size_t first_page_size = 24;

// The widest that there is; narrower ones are beside it.
json::value poster_url(const ConcertText& concert) {
  if (concert.poster.empty()) return nullptr;
  return json::string("/posters/" + concert.poster + "-1600.jpg");
}

json::object venue_json(const VenueText& venue) {
  return {{"id", venue.id.text()},
          {"name", venue.name},
          {"city", venue.city},
          {"timezone", venue.timezone},
          {"address", venue.address}};
}

json::object sale_json(const Show& show, SaleStatus status) {
  json::value presale = nullptr;
  if (show.presale && show.presale->opens_at < show.opens_at) presale = to_rfc3339(show.presale->opens_at);
  return {{"opens_at", to_rfc3339(show.opens_at)},
          {"closes_at", to_rfc3339(show.closes_at)},
          {"status", name_of(status)},
          {"presale_opens_at", std::move(presale)}};
}

json::value refund_json(const Show& show) {
  if (!show.refund_rule) return nullptr;
  return json::object{{"until", to_rfc3339(show.starts_at - show.refund_rule->before_start)},
                      {"keeps_fees", show.refund_rule->keeps_fees}};
}

json::value room_json(const Show& show) {
  if (!show.has_room()) return nullptr;
  return json::object{{"gathers_at", to_rfc3339(show.opens_at - show.room->gathers)}};
}

Money price_from(const Show& show) {
  Money lowest = show.zones.front().price;
  for (const auto& zone : show.zones) {
    if (zone.price.amount_minor < lowest.amount_minor) lowest = zone.price;
  }
  return lowest;
}

// The best of its shows, as a buyer sees it.
int rank_of(SaleStatus status) {
  switch (status) {
    case SaleStatus::on_sale: return 0;
    case SaleStatus::upcoming: return 1;
    case SaleStatus::sold_out: return 2;
    case SaleStatus::postponed: return 3;
    case SaleStatus::closed: return 4;
    case SaleStatus::cancelled: return 5;
  }
  return 6;
}

std::shared_ptr<const http::PreparedSet> tagged(std::string_view body, std::string_view cache) {
  return http::prepare_set(body, http::tag_of(body), cache);
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

void Pages::load(std::vector<ConcertText> concerts, std::vector<ListedShow> listed,
                 const std::vector<std::shared_ptr<const Show>>& shows, Instant now) {
  const auto before = std::exchange(shows_, {});
  concerts_.clear();
  by_name_.clear();
  std::unordered_map<ShowId, std::shared_ptr<const Show>> by_id;
  for (const auto& show : shows) by_id[show->id] = show;
  std::unordered_map<ConcertId, std::vector<ShowId>> of_concert;
  for (auto& one : listed) {
    const auto found = by_id.find(one.id);
    if (found == by_id.end()) continue;
    of_concert[one.concert].push_back(one.id);
    const auto old = before.find(one.id);
    const bool same_hall = old != before.end() && old->second.show->hall == found->second->hall;
    shows_[one.id] = {found->second, std::move(one.venue), {}, false, nullptr, same_hall ? old->second.seating : Seatings{}};
  }
  for (auto& text : concerts) {
    const auto found = of_concert.find(text.id);
    if (found == of_concert.end()) continue;
    concerts_.push_back({std::move(text), std::move(found->second), {}, {}, {}, nullptr});
  }
  std::sort(concerts_.begin(), concerts_.end(), [this](const Concert& a, const Concert& b) {
    return shows_.at(a.shows.front()).show->starts_at < shows_.at(b.shows.front()).show->starts_at;
  });
  for (std::size_t i = 0; i < concerts_.size(); ++i) {
    by_name_[concerts_[i].text.id.text()] = i;
    by_name_[concerts_[i].text.slug] = i;
  }
  first_page_.reset();
  refresh(now);
}

void Pages::refresh(Instant now) {
  bool any = first_page_ == nullptr;
  for (auto& concert : concerts_) {
    bool touched = concert.answer == nullptr;
    for (const ShowId id : concert.shows) {
      Entry& entry = shows_.at(id);
      const std::uint64_t free = free_places_(id);
      const SaleStatus status = sale_status(*entry.show, now, free);
      const bool few_left = status == SaleStatus::on_sale && free * 10 < entry.show->capacity();
      if (entry.answer && status == entry.status && few_left == entry.few_left) continue;
      entry.status = status;
      entry.few_left = few_left;
      touched = true;
    }
    if (!touched) continue;
    any = true;
    build_concert(concert);
    for (const ShowId id : concert.shows) build_show(shows_.at(id));
  }
  if (any) first_page_ = tagged(search({{}, {}, {}, {}, 0, first_page_size}), short_cache);
}

std::string Pages::show_card(const Entry& entry) const {
  return json::serialize(json::object{{"id", entry.show->id.text()},
                                      {"starts_at", to_rfc3339(entry.show->starts_at)},
                                      {"venue", venue_json(entry.venue)},
                                      {"sale", sale_json(*entry.show, entry.status)},
                                      {"price_from", to_json(price_from(*entry.show))},
                                      {"capacity", entry.show->capacity()},
                                      {"few_left", entry.few_left}});
}

void Pages::build_concert(Concert& concert) {
  const Entry& first = shows_.at(concert.shows.front());
  concert.status = first.status;
  Money lowest = price_from(*first.show);
  Instant opens_at = first.show->opens_at;
  std::string cards;
  for (const ShowId id : concert.shows) {
    const Entry& entry = shows_.at(id);
    if (rank_of(entry.status) < rank_of(concert.status)) concert.status = entry.status;
    if (price_from(*entry.show).amount_minor < lowest.amount_minor) lowest = price_from(*entry.show);
    opens_at = std::min(opens_at, entry.show->opens_at);
    if (!cards.empty()) cards += ',';
    cards += show_card(entry);
  }
  const bool few_left =
      std::any_of(concert.shows.begin(), concert.shows.end(), [this](ShowId id) { return shows_.at(id).few_left; });
  const ConcertText& text = concert.text;
  concert.card = json::serialize(json::object{{"id", text.id.text()},
                                              {"slug", text.slug},
                                              {"title", text.title},
                                              {"artist", text.artist},
                                              {"genre", text.genre},
                                              {"description", json::parse(text.description)},
                                              {"colours", json::parse(text.colours)},
                                              {"poster_seed", text.poster_seed},
                                              {"poster_url", poster_url(text)},
                                              {"city", text.city},
                                              {"venue", first.venue.name},
                                              {"first_show_at", to_rfc3339(first.show->starts_at)},
                                              {"opens_at", to_rfc3339(opens_at)},
                                              {"few_left", few_left},
                                              {"price_from", to_json(lowest)},
                                              {"status", name_of(concert.status)}});
  concert.folded = folded(text.title + "\n" + text.artist + "\n" + text.city + "\n" + first.venue.name + "\n" + text.genre);
  std::string body = concert.card;
  body.pop_back();
  body += ",\"shows\":[" + cards + "]}";
  concert.answer = tagged(body, short_cache);
}

void Pages::build_show(Entry& entry) {
  const Show& show = *entry.show;
  const ConcertText& concert = concerts_[by_name_.at(show.concert.text())].text;
  json::array zones;
  for (std::size_t i = 0; i < show.zones.size(); ++i) {
    const auto& place = show.hall->layout.zones[i];
    const Tax tax = show.tax_of(show.zones[i]);
    zones.push_back({{"id", show.zones[i].id.text()},
                     {"name", show.hall->zones[i].name},
                     {"kind", place.standing ? "standing" : "seated"},
                     {"colour", show.hall->zones[i].colour},
                     {"price", to_json(show.zones[i].price)},
                     {"fee", to_json(show.zones[i].fee)},
                     {"tax", {{"rate_bp", tax.rate_bp}, {"included", tax.included}}},
                     {"capacity", show.capacity_of(i)}});
  }
  entry.answer = tagged(json::serialize(json::object{{"id", show.id.text()},
                                                     {"concert",
                                                      {{"id", concert.id.text()},
                                                       {"slug", concert.slug},
                                                       {"title", concert.title},
                                                       {"artist", concert.artist},
                                                       {"colours", json::parse(concert.colours)},
                                                       {"poster_seed", concert.poster_seed},
                                                       {"poster_url", poster_url(concert)}}},
                                                     {"venue", venue_json(entry.venue)},
                                                     {"starts_at", to_rfc3339(show.starts_at)},
                                                     {"sale", sale_json(show, entry.status)},
                                                     {"currency", show.currency.text()},
                                                     {"max_tickets_per_user", show.max_tickets},
                                                     {"waiting_room", room_json(show)},
                                                     {"refund_rule", refund_json(show)},
                                                     {"zones", std::move(zones)}}),
                        short_cache);
}

std::string Pages::search(const Search& search) const {
  std::string items;
  std::size_t position = 0, found = 0;
  std::string next = "null";
  for (const auto& concert : concerts_) {
    ++position;
    if (position <= search.after) continue;
    if (!search.city.empty() && folded(concert.text.city) != search.city) continue;
    if (!search.text.empty() && concert.folded.find(search.text) == std::string::npos) continue;
    bool in_time = !search.from && !search.to;
    for (const ShowId id : concert.shows) {
      const Instant at = shows_.at(id).show->starts_at;
      in_time = in_time || ((!search.from || at >= *search.from) && (!search.to || at <= *search.to));
    }
    if (!in_time) continue;
    if (found == search.limit) {
      next = '"' + std::to_string(position - 1) + '"';
      break;
    }
    if (found++ > 0) items += ',';
    items += concert.card;
  }
  return "{\"items\":[" + items + "],\"next_cursor\":" + next + "}";
}

const http::PreparedSet* Pages::concert(std::string_view id_or_slug) const {
  const auto found = by_name_.find(std::string{id_or_slug});
  return found == by_name_.end() ? nullptr : concerts_[found->second].answer.get();
}

const http::PreparedSet* Pages::show(ShowId id) const {
  const auto found = shows_.find(id);
  return found == shows_.end() ? nullptr : found->second.answer.get();
}

const http::PreparedSet* Pages::seating(ShowId id, SeatingForm form) {
  const auto found = shows_.find(id);
  if (found == shows_.end()) return nullptr;
  auto& kept = found->second.seating[static_cast<std::size_t>(form)];
  if (!kept) kept = tagged(json::serialize(seating_json(*found->second.show, form)), long_cache);
  return kept.get();
}

std::vector<Pages::Listed> Pages::shows_of(std::uint64_t organisation) const {
  std::vector<Listed> found;
  for (const auto& concert : concerts_) {
    if (concert.text.organisation != organisation) continue;
    for (const ShowId id : concert.shows) {
      const Entry& entry = shows_.at(id);
      found.push_back({entry.show.get(), &concert.text, &entry.venue, entry.status, free_places_(id)});
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::pair{a.show->starts_at, a.show->id.value} < std::pair{b.show->starts_at, b.show->id.value};
  });
  return found;
}

std::optional<Pages::Shared> Pages::shared(std::string_view id_or_slug) const {
  const auto found = by_name_.find(std::string{id_or_slug});
  if (found == by_name_.end()) return std::nullopt;
  const Concert& concert = concerts_[found->second];
  const Entry &first = shows_.at(concert.shows.front()), &last = shows_.at(concert.shows.back());
  Shared shared{&concert.text, first.show.get(), last.show.get(), &first.venue, &last.venue, {}};
  for (const ShowId id : concert.shows) {
    const std::string& city = shows_.at(id).venue.city;
    if (std::find(shared.cities.begin(), shared.cities.end(), city) == shared.cities.end()) shared.cities.push_back(city);
  }
  return shared;
}

std::vector<std::string> Pages::slugs() const {
  std::vector<std::string> all;
  for (const auto& concert : concerts_) all.push_back(concert.text.slug);
  return all;
}

const ConcertText* Pages::concert_of(ShowId id) const {
  const auto found = shows_.find(id);
  if (found == shows_.end()) return nullptr;
  return &concerts_[by_name_.at(found->second.show->concert.text())].text;
}

const VenueText* Pages::venue_of(ShowId id) const {
  const auto found = shows_.find(id);
  return found == shows_.end() ? nullptr : &found->second.venue;
}

std::shared_ptr<const Show> Pages::find(ShowId id) const {
  const auto found = shows_.find(id);
  return found == shows_.end() ? nullptr : found->second.show;
}

}  // namespace gelora::booking
