#include "booking/app/end_hold_or_booking.hpp"

#include "booking/storage/bookings.hpp"

namespace gelora::booking {

Task<ReleaseHoldOutcome> release_hold(App& app, HoldId id, UserId user) {
  const auto show = co_await show_of_hold(app.pool, id, user);
  if (!show) co_return NoSuchHold{};
  co_return co_await app.box_office.submit(*show, ReleaseHold{id, user});
}

Task<CancelBookingOutcome> cancel_booking(App& app, BookingId id, UserId user) {
  const auto show = co_await show_of_booking(app.pool, id, user);
  if (!show) co_return NoSuchBooking{};
  co_return co_await app.box_office.submit(*show, CancelBooking{id, user});
}

Task<DeclineOutcome> decline_substitute(App& app, BookingId id, UserId user) {
  const auto show = co_await show_of_booking(app.pool, id, user);
  if (!show) co_return NoSuchBooking{};
  co_return co_await app.box_office.submit(*show, DeclineSubstitute{id, user});
}

}  // namespace gelora::booking
