// Use case: a fan turns a hold into a booking that waits for its payment.
#pragma once
#include "booking/app/app.hpp"
#include "booking/storage/bookings.hpp"

namespace gelora::booking {

using BookHoldResult =
    std::variant<BookingView, NoSuchHold, HoldExpired, HoldAlreadyBooked, UnknownAttendeeSeat, KeyReused, KeyInFlight>;

Task<BookHoldResult> book_hold(App& app, HoldId hold, UserId user, std::map<seats::SeatNo, std::string> attendees, Intent intent);

}  // namespace gelora::booking
