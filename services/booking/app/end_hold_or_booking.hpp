// Use cases: a fan gives a hold back, or cancels a booking that is not paid.
#pragma once
#include "booking/app/app.hpp"

namespace gelora::booking {

Task<ReleaseHoldOutcome> release_hold(App& app, HoldId id, UserId user);
Task<CancelBookingOutcome> cancel_booking(App& app, BookingId id, UserId user);

}  // namespace gelora::booking
