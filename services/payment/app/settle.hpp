// Use case: what a provider says of a session becomes durable here, once, with the event for booking-service in the same
// transaction. Webhooks, the reconciler and the closing at pay_by all end in it.
#pragma once
#include "payment/app/app.hpp"

namespace gelora::payment {

// Where the news came from, for the inbox: a webhook's event id, or 0.
struct Settled {
  std::size_t new_captures = 0;
  bool closed = false;
};
Task<Settled> settle(App& app, PaymentRow payment, SessionState state, std::uint64_t webhook_event_id);

// Looks the session up at the provider and settles. Throws base::Unavailable.
Task<Settled> reconcile(App& app, PaymentRow payment);

// Closes the session, because pay_by has come or the booking was cancelled, and settles.
Task<Settled> close_payment(App& app, PaymentRow payment);

}  // namespace gelora::payment
