// How a show sells, for its organisation's owners and managers, and an admin.
#include "booking/storage/sales.hpp"
#include "booking/storage/house_seats.hpp"

#include <boost/json/array.hpp>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "http/body.hpp"
#include "l10n/dates.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr std::int64_t most_points = 150;

// How far the zone's clock is ahead of UTC.
Duration east_of(Instant now, const std::string& zone) {
  const Instant minute{now.us - now.us % 60'000'000};
  return l10n::instant_of(l10n::wall_clock(minute, zone), "UTC").value_or(minute) - minute;
}

json::object places_json(const SoldPlaces& places, Currency currency) {
  return {{"sold", places.sold},
          {"value", to_json(Money{places.sold_minor, currency})},
          {"returned", places.returned},
          {"returned_value", to_json(Money{places.returned_minor, currency})}};
}

}  // namespace

Task<Answer> get_sales(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  const auto* venue = api.pages.venue_of(show->id);
  const Duration east = venue == nullptr ? Duration{} : east_of(request.now, venue->timezone);
  const Sales sales = co_await read_sales(api.app.pool, show, most_points, east);
  const auto groups = co_await house_groups(api.app.pool, show->id, request.now);
  std::vector<std::uint64_t> house(show->zones.size());
  std::uint64_t all_house = 0;
  for (const auto& group : groups) {
    for (const auto place : group.places) ++house[show->hall->layout.zone_of(place)];
    all_house += group.places.size();
  }
  SoldPlaces total;
  json::array zones, timeline;
  for (std::size_t i = 0; i < sales.zones.size(); ++i) {
    const auto& one = sales.zones[i];
    total.sold += one.sold;
    total.sold_minor += one.sold_minor;
    total.returned += one.returned;
    total.returned_minor += one.returned_minor;
    json::object zone = places_json(one, show->currency);
    zone["id"] = show->zones[i].id.text();
    zone["name"] = show->hall->zones[i].name;
    zone["colour"] = show->hall->zones[i].colour;
    zone["capacity"] = show->capacity_of(i);
    zone["house"] = house[i];
    zones.push_back(std::move(zone));
  }
  for (const auto& point : sales.timeline) {
    json::object one = places_json(point.places, show->currency);
    one["from"] = to_rfc3339(point.from);
    timeline.push_back(std::move(one));
  }
  json::object out{{"show_id", show->id.text()},
                   {"version", sales.version},
                   {"capacity", show->capacity()},
                   {"house", all_house},
                   {"total", places_json(total, show->currency)},
                   {"funnel", {{"held", sales.held}, {"booked", sales.booked}, {"paid", sales.paid}}},
                   {"zones", std::move(zones)},
                   {"point_s", sales.width.count() / 1'000'000},
                   {"timeline", std::move(timeline)}};
  co_return http::json_answer(http::to_text(out));
}

}  // namespace gelora::booking
