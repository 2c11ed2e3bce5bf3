// Use case: payment-service tells what became of a payment.
//   payment.captured {payment_id, booking_id, amount_minor, currency} → tickets, or a refund is asked for
//   payment.closed   {payment_id, booking_id}                        → the places may go
//   payment.refunded {payment_id, booking_id}                        → the booking is refunded
#pragma once
#include "booking/app/app.hpp"
#include "outbox/outbox.hpp"

namespace gelora::booking {

struct EventTaken {
  std::string_view outcome;  // for the log
};
struct EventMalformed {};
using TakeEventOutcome = std::variant<EventTaken, EventMalformed>;

Task<TakeEventOutcome> take_payment_event(App& app, outbox::Event event);

}  // namespace gelora::booking
