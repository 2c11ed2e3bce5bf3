// Stripe's JSON, read. Throws (Boost.JSON's errors) when something that Stripe publishes as always there is not.
#pragma once
#include <boost/json/value.hpp>

#include "payment/providers/provider.hpp"

namespace gelora::payment {

// Of a checkout session with its payment intent expanded: all but the money.
SessionState read_stripe_session(const boost::json::value& session);
// The payment intent's id; empty when the buyer did not try to pay yet.
std::string stripe_payment_intent_of(const boost::json::value& session);
// Nothing for a charge that brought no money.
std::optional<ProviderCapture> read_stripe_charge(const boost::json::value& charge, bool live);
ProviderRefund read_stripe_refund(const boost::json::value& refund);
ProviderDispute read_stripe_dispute(const boost::json::value& dispute);

// The body of a webhook whose signature was right.
ReadWebhook read_stripe_event(const std::string& body, bool live);

}  // namespace gelora::payment
