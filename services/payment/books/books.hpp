// What the use cases ask of a database. Implemented over MySQL in storage/, and in memory by the simulation.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "loop/loop.hpp"
#include "payment/domain/account.hpp"

namespace gelora::payment {

using loop::Task;

struct NewPayment {
  PaymentId id;
  BookingId booking;
  UserId user;
  ShowId show;
  std::uint64_t organisation = 0;
  std::string provider, method;
  Money amount;
  std::string description;
  Instant now, pay_by;
  std::string key_hash, body_hash;  // 32 hex digits each
};

// Money that was taken at the counter, for a booking that has its tickets already.
struct CounterSale {
  NewPayment payment;  // of the provider `counter`, method cash or card
  std::string reference;
  UserId sold_by;
};

// What made somebody look: taken once, in the transaction of its effect.
struct WebhookEvent {
  std::string provider, event_id;
};
struct BookingEvent {
  std::uint64_t event_id = 0;
};
using Cause = std::variant<std::monostate, WebhookEvent, BookingEvent>;

struct RefundToSend {
  PaymentRow payment;
  std::string capture_ref;
  Refund refund;
  std::uint64_t tries = 0;
};

inline constexpr Instant never{INT64_MAX};

struct KnownCapture {
  PaymentId payment;
  std::string ref;
  Money amount;
};
struct Comparison {
  std::string provider;
  Instant from, to;
  std::size_t sessions = 0, differences = 0, failures = 0;
};

class Books {
 public:
  virtual ~Books() = default;
  // Durable when it returns. False when another request with the same key was first.
  virtual Task<bool> insert_payment(NewPayment payment) = 0;
  // One transaction: takes the event, writes payment and sale, captures the money. False, and nothing is done, when the event was
  // taken or the payment is there already.
  virtual Task<bool> sell_at_counter(CounterSale sale, BookingEvent event) = 0;
  virtual Task<std::optional<PaymentRow>> find_by_key(std::string key_hash, UserId owner) = 0;
  virtual Task<std::optional<PaymentRow>> find_by_id(PaymentId id) = 0;
  // By the provider's name for the session, or for money that it took.
  virtual Task<std::optional<PaymentRow>> find_by_session(std::string provider, std::string ref) = 0;
  virtual Task<std::optional<PaymentRow>> find_by_capture(std::string provider, std::string ref) = 0;
  virtual Task<std::vector<PaymentRow>> payments_of_booking(BookingId booking) = 0;
  // Those of a provider whose next check is due, the longest due first.
  virtual Task<std::vector<PaymentRow>> payments_to_check(std::string provider, Instant now, std::size_t limit) = 0;
  virtual Task<> postpone_check(PaymentId id, Instant next) = 0;  // `never` for those that are left alone
  virtual Task<std::vector<RefundToSend>> refunds_to_send(std::string provider, Instant now, std::size_t limit) = 0;
  virtual Task<std::optional<PaymentId>> payment_of_refund(std::uint64_t refund) = 0;
  virtual Task<> postpone_refund(std::uint64_t refund, Instant next) = 0;

  // One transaction: takes the cause, locks all payments of the booking, reads this one, lets `decide` change it, writes the
  // changes with the events for booking-service. False, and nothing is done, when the cause was taken before.
  virtual Task<bool> change(PaymentId id, Cause cause, std::function<void(Bookkeeper&)> decide) = 0;
  // A webhook that no payment is changed by. False when it was taken before.
  virtual Task<bool> record(WebhookEvent event, std::string outcome, std::optional<Finding> finding) = 0;
  virtual Task<> record(std::string provider, Finding finding) = 0;

  // Disputes take weeks: of payments that are not looked at otherwise any more.
  virtual Task<std::vector<PaymentRow>> payments_with_open_disputes(std::string provider) = 0;
  // For the comparison with the provider's list: of payments that were begun in [from, to).
  virtual Task<std::vector<KnownCapture>> captures_between(std::string provider, Instant from, Instant to) = 0;
  virtual Task<std::optional<Instant>> compared_to(std::string provider) = 0;
  virtual Task<> note_comparison(Comparison done) = 0;
  // Webhooks are remembered for 35 days.
  virtual Task<> forget_old_webhooks(Instant now) = 0;
};

}  // namespace gelora::payment
