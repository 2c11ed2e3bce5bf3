// What payment-service asks booking-service.
#pragma once
#include <optional>

#include "auth/tokens.hpp"
#include "http/client.hpp"
#include "payment/domain/payment.hpp"

namespace gelora::payment {

using loop::Task;

struct AmountDue {
  BookingId booking;
  std::string status;  // as in the booking contract
  Money total;
  Instant pay_by;
  std::string description;
};

class BookingClient {
 public:
  BookingClient(loop::Loop& loop, const std::string& base_url, auth::ServiceTokens& tokens, const Clock& clock)
      : client_(loop, base_url), tokens_(tokens), clock_(clock) {}

  // Nothing when the user has no such booking. Throws base::Unavailable.
  Task<std::optional<AmountDue>> amount_due(BookingId booking, UserId user, std::string traceparent);

 private:
  http::Client client_;
  auth::ServiceTokens& tokens_;
  const Clock& clock_;
};

}  // namespace gelora::payment
