// Use case: payment-service tells what became of a payment. All have payment_id and booking_id.
//   payment.captured     {amount_minor, currency}                    → tickets, or a refund is asked for
//   payment.closed       {}                                          → the places may go
//   payment.refunded     {amount_minor, currency, reason, excess}    → the booking is refunded, in part or whole
//   refund.requested     {refund_id, ticket_ids, used_too}           → these tickets are void (none named: all), or it is refused
//   payment.disputed     {}, payment.dispute_won {}                  → tickets are frozen, or come back
//   payment.dispute_lost {amount_minor}                              → tickets are void, and so much went back by the bank
//   payment.reversed     {amount: {amount_minor, currency}}          → likewise, by a person at the provider
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
