// Use case: a fan goes to pay for a booking. The intent is durable before the provider is called.
#pragma once
#include <variant>

#include "payment/app/app.hpp"

namespace gelora::payment {

struct StartPayment {
  BookingId booking;
  UserId user;
  std::string provider, method;
  std::string key_hash, body_hash;  // of the Idempotency-Key with its scope, and of the body; 32 hex digits
  std::string traceparent;
};
struct NoSuchBooking {};
struct BookingNotPayable {
  std::string status;
};
struct NoSuchProvider {};
struct NoSuchMethod {
  std::vector<std::string> offered;
};
struct CurrencyNotTaken {};  // by this provider
struct ProviderRefuses {};   // this payment, for good
struct KeyReused {};
struct KeyInFlight {};
using StartPaymentOutcome = std::variant<PaymentRow, NoSuchBooking, BookingNotPayable, NoSuchProvider, NoSuchMethod,
                                         CurrencyNotTaken, ProviderRefuses, KeyReused, KeyInFlight>;

// Throws base::Unavailable when booking-service or the provider does not answer; the same key may then be tried again.
Task<StartPaymentOutcome> start_payment(App& app, StartPayment wish);

}  // namespace gelora::payment
