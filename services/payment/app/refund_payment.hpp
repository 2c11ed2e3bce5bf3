// Use case: an organiser gives money back: all of it, an amount, or what some tickets cost. The money is set aside first, then
// the desk voids the tickets, then the provider is asked.
#pragma once
#include "payment/app/app.hpp"

namespace gelora::payment {

struct RefundRequest {
  PaymentRow payment;                        // that the caller may refund
  std::vector<TicketId> tickets;             // either these,
  std::optional<std::int64_t> amount_minor;  // or this, without a ticket; neither: everything
  bool force = false;                        // tickets that were used too
  std::string reason;
  UserId by;
  std::string key_hash, body_hash;
  std::string traceparent;
};
struct MoreThanIsLeft {
  Money left;
};
struct TicketsNotRefundable {
  std::vector<TicketId> tickets;
  std::string_view because;  // unknown, void, used, frozen; free: nothing was paid for them
};
struct NotRefundable {  // there is no money of it, or the booking is not paid by it
  std::string status;
};
using RefundOutcome = std::variant<Refund, MoreThanIsLeft, TicketsNotRefundable, NotRefundable>;

// Throws base::Unavailable when booking-service does not answer.
Task<RefundOutcome> refund_payment(App& app, RefundRequest request);

}  // namespace gelora::payment
