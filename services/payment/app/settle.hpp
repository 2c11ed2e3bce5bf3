// Use case: what a provider says of a session becomes durable here, once, with the event for booking-service in the same
// transaction. Webhooks, the reconciler and the closing at pay_by all end in it.
#pragma once
#include "payment/app/app.hpp"

namespace gelora::payment {

Task<> settle(App& app, PaymentId payment, SessionState state, Cause cause);

// Looks the session up at the provider and settles. Throws base::Unavailable.
Task<> reconcile(App& app, PaymentRow payment, Cause cause);

// Calls the provider for a session, or calls it again under the same key after an unknown outcome: never for a second one. A
// provider that will never make it has the payment closed, with a finding.
Task<PaymentRow> with_session(App& app, PaymentRow payment, std::string traceparent);

// Closes the session, because pay_by has come or the booking was cancelled, and settles.
Task<> close_payment(App& app, PaymentRow payment);

}  // namespace gelora::payment
