// Use cases: a fan gives a hold back, cancels a booking (a paid one by the show's rule), or declines seats that were not chosen.
#pragma once
#include "booking/app/app.hpp"

namespace gelora::booking {

Task<ReleaseHoldOutcome> release_hold(App& app, HoldId id, UserId user);
Task<CancelBookingOutcome> cancel_booking(App& app, BookingId id, UserId user);
Task<DeclineOutcome> decline_substitute(App& app, BookingId id, UserId user);

}  // namespace gelora::booking
