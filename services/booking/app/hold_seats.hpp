// Use cases: a fan holds places of a show for some minutes; an organiser keeps house seats, without an end.
#pragma once
#include <memory>
#include <variant>
#include <vector>

#include "booking/app/app.hpp"
#include "booking/app/hold_wish.hpp"

namespace gelora::booking {

struct NoSuchShow {};
struct WishIsWrong {
  std::vector<FaultAt> faults;
  bool of_best = false;  // no list, but best_available
};
struct GrantedAt {
  std::shared_ptr<const Show> show;
  HoldGranted hold;
};
using HoldSeatsOutcome = std::variant<GrantedAt, NoSuchShow, WishIsWrong, seats::SeatsTaken, seats::NotEnoughSeats,
                                      seats::TooManyTickets, seats::UnknownPlaces, SaleNotOpen, SaleClosed, CoolingDown,
                                      NetworkIsFull, NotYourTurn, TooManyGuesses, KeyReused, KeyInFlight>;

// `network` stands for the caller's address (see PlaceHold).
Task<HoldSeatsOutcome> hold_seats(App& app, ShowId show, UserId user, HoldWish wish, Intent intent, std::uint64_t network);
Task<HoldSeatsOutcome> keep_seats(App& app, ShowId show, Kept kept, HoldWish wish, Intent intent);

}  // namespace gelora::booking
