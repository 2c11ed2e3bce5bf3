// Payments and captures in the database. Reads for people are scoped to their owner.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mysql/pool.hpp"
#include "payment/domain/payment.hpp"

namespace gelora::payment {

using loop::Task;

struct PaymentRow {
  PaymentId id;
  BookingId booking;
  UserId user;
  std::string provider, provider_ref, checkout_url;
  Status status = Status::intended;
  Money amount;
  std::string description;
  Instant created_at, pay_by;
  std::uint64_t checks = 0;
  std::string body_hash;
};

struct NewPayment {
  PaymentId id;
  BookingId booking;
  UserId user;
  std::string provider;
  Money amount;
  std::string description;
  Instant now, pay_by;
  std::string key_hash, body_hash;  // 32 hex digits each
};

// False when another request with the same key was first.
Task<bool> insert_payment(mysql::Pool& pool, NewPayment payment);
Task<std::optional<PaymentRow>> find_payment_by_key(mysql::Pool& pool, std::string key_hash, UserId owner);
Task<std::optional<PaymentRow>> find_payment(mysql::Pool& pool, PaymentId id, UserId owner);
Task<std::optional<PaymentRow>> find_payment_by_ref(mysql::Pool& pool, std::string provider, std::string ref);
// Newest first; those with an id below `before`.
Task<std::vector<PaymentRow>> payments_of_person(mysql::Pool& pool, UserId owner, std::uint64_t before, std::size_t limit);
Task<std::vector<PaymentRow>> payments_of_booking(mysql::Pool& pool, BookingId booking);
// Those whose next check is due, oldest first: open ones, and for three days those that were closed or paid, because money
// that comes late or twice is told by a webhook that may be lost.
Task<std::vector<PaymentRow>> payments_to_check(mysql::Pool& pool, Instant now, std::size_t limit);
Task<> postpone_check(mysql::Pool& pool, PaymentId id, Instant next);
// intended → pending.
Task<> note_session(mysql::Pool& pool, PaymentId id, std::string ref, std::string checkout_url);

// Within a transaction; locks the row.
Task<std::optional<PaymentRow>> lock_payment(mysql::Connection& db, PaymentId id);
// Whether another payment of the booking may still bring its money, or has.
Task<bool> has_live_sister(mysql::Connection& db, BookingId booking, PaymentId except);
// The money is there; the provider is asked at `next_check` whether it took more.
Task<> set_captured(mysql::Connection& db, PaymentId id, Instant next_check);
Task<> set_status(mysql::Connection& db, PaymentId id, Status status);

struct CaptureRow {
  std::uint64_t id = 0;
  PaymentId payment;
  std::string provider, provider_ref;
  std::uint64_t tries = 0;
};
enum class CaptureState : std::uint8_t { kept = 1, refund_due = 2, refunded = 3 };
// False when this capture is known already.
Task<bool> insert_capture(mysql::Connection& db, std::uint64_t id, PaymentId payment, std::string provider, std::string ref,
                          Money amount, CaptureState state, std::string reason, Instant now);
// kept → refund due, for the payment's money. How many rows.
Task<std::uint64_t> mark_refund_due(mysql::Connection& db, PaymentId payment, std::string reason);
Task<std::vector<CaptureRow>> captures_to_refund(mysql::Pool& pool, Instant now, std::size_t limit);
Task<> postpone_refund(mysql::Pool& pool, std::uint64_t capture, Instant next);
// refund due → refunded; false when it was done before.
Task<bool> mark_refunded(mysql::Connection& db, std::uint64_t capture);
// Captures of the payment that are not refunded.
Task<std::uint64_t> count_unrefunded(mysql::Connection& db, PaymentId payment);

Task<std::uint32_t> instance_number(mysql::Pool& pool, std::string name);

}  // namespace gelora::payment
