#include "booking/app/hold_seats.hpp"

namespace gelora::booking {
namespace {

std::optional<seats::ZoneIndex> index_of(const Show& show, ZoneId id) {
  for (std::size_t i = 0; i < show.zones.size(); ++i) {
    if (show.zones[i].id == id) return static_cast<seats::ZoneIndex>(i);
  }
  return std::nullopt;
}

std::variant<seats::Selection, NoSuchZone> to_selection(const Show& show, const HoldWish& wish) {
  if (wish.best) {
    seats::BestAvailable best{std::vector<bool>(show.zones.size()), wish.best->quantity};
    if (wish.best->zone && !index_of(show, *wish.best->zone)) return NoSuchZone{*wish.best->zone};
    for (std::size_t i = 0; i < show.zones.size(); ++i) {
      const ShowZone& zone = show.zones[i];
      best.zones[i] = (!wish.best->zone || zone.id == *wish.best->zone) &&
                      (!wish.best->max_price_minor || zone.price.amount_minor <= *wish.best->max_price_minor);
    }
    return best;
  }
  if (!wish.standing.empty()) {
    seats::StandingPlaces places;
    for (const auto& [id, quantity] : wish.standing) {
      const auto index = index_of(show, id);
      if (!index) return NoSuchZone{id};
      places.quantities.emplace_back(*index, quantity);
    }
    return places;
  }
  return seats::ChosenSeats{wish.seat_nos};
}

}  // namespace

Task<HoldSeatsOutcome> hold_seats(App& app, ShowId id, UserId user, HoldWish wish, Intent intent, std::uint64_t network) {
  const auto found = app.shows.find(id);
  if (found == app.shows.end()) co_return NoSuchShow{};
  const auto show = found->second;
  auto selection = to_selection(*show, wish);
  if (const auto* unknown = std::get_if<NoSuchZone>(&selection)) co_return *unknown;
  PlaceHold command{app.ids.make<HoldId>(app.clock.now()), user, std::get<seats::Selection>(std::move(selection)), intent,
                    network};
  auto outcome = co_await app.box_office.submit(id, std::move(command));
  co_return std::visit(
      [&show](auto&& one) -> HoldSeatsOutcome {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, HoldGranted>) return GrantedAt{show, std::move(one)};
        else return std::move(one);
      },
      std::move(outcome));
}

}  // namespace gelora::booking
