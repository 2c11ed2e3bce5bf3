// Use case: a fan turns a hold into a booking that waits for its payment.
#pragma once
#include "booking/app/promo.hpp"
#include "booking/storage/bookings.hpp"

namespace gelora::booking {

struct BookingWish {
  HoldId hold;
  UserId user;
  std::string promo_code;  // empty: none
  std::map<seats::SeatNo, std::string> attendees;
  Intent intent;
};
using BookHoldResult = std::variant<BookingView, NoSuchHold, HoldExpired, HoldAlreadyBooked, UnknownAttendeeSeat, KeyReused,
                                    KeyInFlight, PromoInvalid, TooManyGuesses>;

Task<BookHoldResult> book_hold(App& app, BookingWish wish);

}  // namespace gelora::booking
