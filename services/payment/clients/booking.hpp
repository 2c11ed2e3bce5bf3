// What payment-service asks booking-service.
#pragma once
#include <optional>
#include <vector>

#include "auth/tokens.hpp"
#include "http/client.hpp"
#include "payment/domain/payment.hpp"

namespace gelora::payment {

using loop::Task;

struct AmountDue {
  BookingId booking;
  ShowId show;
  std::uint64_t organisation = 0;
  std::string status;  // as in the booking contract
  Money total;
  Instant pay_by;
  std::string description;
};

struct QuotedTicket {
  TicketId id;
  std::string status;             // as in the booking contract
  std::int64_t amount_minor = 0;  // what was paid for it, with its share of everything
};
struct RefundQuote {
  std::string status;  // of the booking
  std::vector<QuotedTicket> tickets;
};

class Bookings {
 public:
  virtual ~Bookings() = default;
  // Nothing when the user has no such booking. Throws base::Unavailable.
  virtual Task<std::optional<AmountDue>> amount_due(BookingId booking, UserId user, std::string traceparent) = 0;
  // Nothing when there is no such booking. Throws base::Unavailable.
  virtual Task<std::optional<RefundQuote>> refund_quote(BookingId booking, std::string traceparent) = 0;
};

class BookingClient final : public Bookings {
 public:
  BookingClient(loop::Loop& loop, const std::string& base_url, auth::ServiceTokens& tokens, const Clock& clock)
      : client_(loop, base_url), tokens_(tokens), clock_(clock) {}

  Task<std::optional<AmountDue>> amount_due(BookingId booking, UserId user, std::string traceparent) override;
  Task<std::optional<RefundQuote>> refund_quote(BookingId booking, std::string traceparent) override;

 private:
  Task<std::optional<std::string>> ask(http::Call call, UserId user, std::string traceparent);

  http::Client client_;
  auth::ServiceTokens& tokens_;
  const Clock& clock_;
};

}  // namespace gelora::payment
