// Use case: a fan waits for places of a sold-out show or zone, and is offered a hold when there are some. See
// docs/adr/0015-waitlist.md.
#pragma once
#include <variant>

#include "booking/app/app.hpp"
#include "booking/storage/waitlist.hpp"

namespace gelora::booking {

struct WaitWish {
  std::optional<ZoneId> zone;  // none: any
  std::uint32_t quantity = 0;
};
struct NoShowToWaitFor {};
struct NoSuchZone {};
struct NotSoldOut {};  // what is asked for is free, or not on sale yet
struct AlreadyWaiting {};
using JoinOutcome = std::variant<EntryView, NoShowToWaitFor, NoSuchZone, NotSoldOut, AlreadyWaiting, SaleNotOpen, SaleClosed,
                                 seats::TooManyTickets>;
// Throws DeskElsewhere.
Task<JoinOutcome> join_waitlist(App& app, ShowId show, UserId user, WaitWish wish);

// Leaves every line; what is held for the person is free before this ends. Throws DeskElsewhere.
Task<> give_up_all(App& app, UserId user);

// Offers places of the shows whose desks are here. Until the loop stops.
Task<> keep_serving_waitlists(App& app);

}  // namespace gelora::booking
