// Use case: booking-service tells.
//   booking.cancelled  {booking_id}                      → open sessions of the booking are closed
//   booking.refund_due {booking_id, payment_id, reason}  → the payment's money goes back
#pragma once
#include "payment/app/app.hpp"

namespace gelora::payment {

// False when the event lacks something.
Task<bool> take_booking_event(App& app, outbox::Event event);

}  // namespace gelora::payment
