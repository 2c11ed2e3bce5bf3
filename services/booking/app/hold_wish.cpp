#include "booking/app/hold_wish.hpp"

#include <algorithm>

namespace gelora::booking {
namespace {

bool is_standing(const Show& show, seats::ZoneIndex zone) { return show.hall->layout.zones[zone].standing; }

void check_seats(const HoldWish& wish, const Show& show, std::vector<FaultAt>& faults) {
  const auto begin = wish.seat_nos.begin();
  for (std::size_t i = 0; i < wish.seat_nos.size(); ++i) {
    const auto here = begin + static_cast<std::ptrdiff_t>(i);
    if (*here >= show.hall->layout.seat_count()) faults.push_back({WishFault::no_such_seat, i});
    else if (std::find(begin, here, *here) != here) faults.push_back({WishFault::seat_twice, i});
  }
}

void check_best(const HoldWish::Best& best, const Show& show, std::vector<FaultAt>& faults) {
  if (best.zone) {
    const auto zone = index_of(show, *best.zone);
    if (!zone) faults.push_back({WishFault::no_such_zone});
    else if (is_standing(show, *zone)) faults.push_back({WishFault::zone_is_standing});
  } else if (show.hall->layout.seat_count() == 0) {
    faults.push_back({WishFault::standing_only});
  }
}

void check_standing(const HoldWish& wish, const Show& show, std::vector<FaultAt>& faults) {
  for (std::size_t i = 0; i < wish.standing.size(); ++i) {
    const auto id = wish.standing[i].first;
    const auto zone = index_of(show, id);
    const auto same = [id](const auto& other) { return other.first == id; };
    const auto here = wish.standing.begin() + static_cast<std::ptrdiff_t>(i);
    if (!zone) faults.push_back({WishFault::no_such_zone, i});
    else if (!is_standing(show, *zone)) faults.push_back({WishFault::zone_has_seats, i});
    else if (std::any_of(wish.standing.begin(), here, same)) faults.push_back({WishFault::zone_twice, i});
  }
}

}  // namespace

std::vector<FaultAt> faults_of(const HoldWish& wish, const Show& show) {
  std::vector<FaultAt> faults;
  check_seats(wish, show, faults);
  if (wish.best) check_best(*wish.best, show, faults);
  check_standing(wish, show, faults);
  return faults;
}

seats::Selection to_selection(const Show& show, const HoldWish& wish) {
  if (wish.best) {
    seats::BestAvailable best{std::vector<bool>(show.zones.size()), wish.best->quantity};
    for (std::size_t i = 0; i < show.zones.size(); ++i) {
      const ShowZone& zone = show.zones[i];
      best.zones[i] = (!wish.best->zone || zone.id == *wish.best->zone) &&
                      (!wish.best->max_price_minor || zone.price.amount_minor <= *wish.best->max_price_minor);
    }
    return best;
  }
  if (!wish.standing.empty()) {
    seats::StandingPlaces places;
    for (const auto& [id, quantity] : wish.standing) places.quantities.emplace_back(*index_of(show, id), quantity);
    return places;
  }
  return seats::ChosenSeats{wish.seat_nos};
}

std::optional<seats::ZoneIndex> index_of(const Show& show, ZoneId id) {
  for (std::size_t i = 0; i < show.zones.size(); ++i) {
    if (show.zones[i].id == id) return static_cast<seats::ZoneIndex>(i);
  }
  return std::nullopt;
}

}  // namespace gelora::booking
