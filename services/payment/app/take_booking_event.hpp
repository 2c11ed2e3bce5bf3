// Use case: booking-service tells.
//   booking.sold_at_counter {booking_id, payment_id, show_id, organisation_id, method: cash|card, amount_minor, currency,
//                      description, reference, sold_by}                 → money that was taken: captured, once
//   booking.cancelled  {booking_id}                                     → open sessions of the booking are closed
//   booking.refund_due {booking_id, payment_id, reason, amount_minor?}  → so much of the payment goes back; all when none is
//   named refund.approved    {booking_id, refund_id}                          → the tickets are void: the provider is asked
//   refund.refused     {booking_id, refund_id, reason}                  → the tickets stay, and so does the money
#pragma once
#include "outbox/outbox.hpp"
#include "payment/app/app.hpp"

namespace gelora::payment {

// False when the event lacks something.
Task<bool> take_booking_event(App& app, outbox::Event event);

}  // namespace gelora::payment
