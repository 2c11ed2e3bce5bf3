#include "booking/app/hold_seats.hpp"

namespace gelora::booking {
namespace {

// Of a wish without faults.
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

}  // namespace

Task<HoldSeatsOutcome> hold_seats(App& app, ShowId id, UserId user, HoldWish wish, Intent intent, std::uint64_t network) {
  const auto found = app.shows.find(id);
  if (found == app.shows.end()) co_return NoSuchShow{};
  const auto show = found->second;
  auto faults = faults_of(wish, *show);
  if (!faults.empty()) co_return WishIsWrong{std::move(faults), wish.best.has_value()};
  PlaceHold command{app.ids.make<HoldId>(app.clock.now()), user, to_selection(*show, wish), intent, network};
  auto outcome = co_await app.box_office.submit(id, std::move(command));
  co_return std::visit(
      [&show](auto&& one) -> HoldSeatsOutcome {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, HoldGranted>) return GrantedAt{show, std::move(one)};
        else return std::move(one);
      },
      std::move(outcome));
}

}  // namespace gelora::booking
