// Use cases: places are held for whoever stands at the counter, and sold there; and how to write to whom they were sold.
#pragma once
#include "booking/app/app.hpp"
#include "booking/app/hold_seats.hpp"
#include "booking/clients/users.hpp"
#include "booking/storage/counter_sales.hpp"
#include "booking/storage/house_seats.hpp"

namespace gelora::booking {

// Until when something can be sold at the counter of a show. Null is never: it is called off, or over.
std::optional<Instant> counter_closes_at(const Show& show);

Task<HoldSeatsOutcome> hold_at_counter(App& app, std::shared_ptr<const Show> show, UserId seller, HoldWish wish, Intent intent);

struct CodesRotate {};  // on paper nobody would come in
using SellResult =
    std::variant<CounterSale, NoSuchHold, NotKept, PriceIsAnother, SaleClosed, CodesRotate, KeyReused, KeyInFlight>;
// `command` lacks the booking's id, its reference and the description.
Task<SellResult> sell_at_counter(App& app, std::shared_ptr<const Show> show, SellAtCounter command);

// Whoever bought: an account, or at the counter with an address. Nobody when there is none, or not any more.
Task<std::optional<Contact>> contact_of_buyer(mysql::Pool& pool, UserClient& users, BookingId booking, UserId buyer);
// Of many bookings at once, each with its buyer; at most 500.
Task<std::map<BookingId, Contact>> contacts_of_buyers(mysql::Pool& pool, UserClient& users,
                                                      std::vector<std::pair<BookingId, UserId>> bookings);

}  // namespace gelora::booking
