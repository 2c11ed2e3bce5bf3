// Use case: a fan holds places of a show for some minutes.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "booking/app/app.hpp"

namespace gelora::booking {

// As asked for, by the ids that the caller knows.
struct HoldWish {
  std::vector<seats::SeatNo> seat_nos;
  struct Best {
    std::optional<ZoneId> zone;
    std::uint32_t quantity = 0;
    std::optional<std::int64_t> max_price_minor;  // of one seat, without its fee
  };
  std::optional<Best> best;
  std::vector<std::pair<ZoneId, std::uint32_t>> standing;
};

struct NoSuchShow {};
struct NoSuchZone {
  ZoneId id;
};
struct GrantedAt {
  std::shared_ptr<const Show> show;
  HoldGranted hold;
};
using HoldSeatsOutcome =
    std::variant<GrantedAt, NoSuchShow, NoSuchZone, seats::SeatsTaken, seats::NotEnoughSeats, seats::TooManyTickets,
                 seats::UnknownPlaces, SaleNotOpen, SaleClosed, CoolingDown, NetworkIsFull, KeyReused, KeyInFlight>;

// `network` stands for the caller's address (see PlaceHold).
Task<HoldSeatsOutcome> hold_seats(App& app, ShowId show, UserId user, HoldWish wish, Intent intent, std::uint64_t network);

}  // namespace gelora::booking
