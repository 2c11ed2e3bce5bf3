// Reads of payments and refunds for people, scoped to who may see them.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mysql/pool.hpp"
#include "payment/domain/account.hpp"

namespace gelora::payment {

using loop::Task;

Task<std::optional<PaymentRow>> find_payment(mysql::Pool& pool, PaymentId id, UserId owner);
// Newest first; those with an id below `before`.
Task<std::vector<PaymentRow>> payments_of_person(mysql::Pool& pool, UserId owner, std::uint64_t before, std::size_t limit);

// Of shows of these organisations, and of single ones of others; `all`: of all, for an admin.
struct Rights {
  std::vector<std::uint64_t> organisations;
  std::vector<std::pair<std::uint64_t, ShowId>> shows;  // an organisation, and one of its shows
  bool all = false;
};
Task<std::optional<PaymentRow>> find_managed_payment(mysql::Pool& pool, PaymentId id, Rights rights);
struct ManagedPayment {
  PaymentRow payment;
  std::int64_t captured_minor = 0, promised_back_minor = 0;  // of the money that is kept for the booking
};
// Newest first; of one show, or of one booking, or of all (0).
Task<std::vector<ManagedPayment>> managed_payments(mysql::Pool& pool, std::uint64_t organisation, ShowId show, BookingId booking,
                                                   std::uint64_t before, std::size_t limit);

struct RefundView {
  Refund refund;
  PaymentId payment;
};
Task<std::optional<RefundView>> find_managed_refund(mysql::Pool& pool, std::uint64_t id, Rights rights);
// By the caller's Idempotency-Key, with its scope.
Task<std::optional<RefundView>> find_refund_by_key(mysql::Pool& pool, std::string key_hash);
Task<std::vector<RefundView>> refunds_of_payment(mysql::Pool& pool, PaymentId payment, UserId owner);

// The ledger of a show, for its settlement: one line a posting of money that came or went.
struct SettlementLine {
  Instant at;
  PaymentId payment;
  BookingId booking;
  std::string cause, provider;  // counter:cash and counter:card where no provider holds it
  Money amount;                 // as that account changed
};
// In the order of the ledger, those after `after`; `last` is the ledger's number of the last one.
Task<std::vector<SettlementLine>> settlement_lines(mysql::Pool& pool, ShowId show, Rights rights, std::uint64_t& after,
                                                   std::size_t limit);
// Whether the show has a payment that these rights are for.
Task<bool> may_see_money_of(mysql::Pool& pool, ShowId show, Rights rights);

struct FindingView {
  std::uint64_t id = 0;
  std::string kind, provider, ref, detail;
  std::uint64_t payment = 0, booking = 0;
  Money amount;
  Instant found_at;
};
Task<std::vector<FindingView>> open_findings(mysql::Pool& pool, std::uint64_t after, std::size_t limit);
Task<bool> close_finding(mysql::Pool& pool, std::uint64_t id, Instant now);
Task<std::uint64_t> count_open_findings(mysql::Pool& pool);
// Open ones that should have been closed by then.
Task<std::uint64_t> count_overdue_payments(mysql::Pool& pool, Instant pay_by_before);
// Payments, refunds and payouts at the counter that are not finished, a line for each state that one can wait in.
struct OpenSagas {
  std::string kind, state;
  std::uint64_t count = 0;
  std::optional<Instant> oldest;
};
Task<std::vector<OpenSagas>> open_sagas(mysql::Pool& pool);
// Up to when each provider's list was compared with ours.
Task<std::map<std::string, Instant>> comparisons(mysql::Pool& pool);

Task<std::uint32_t> instance_number(mysql::Pool& pool, std::string name);

}  // namespace gelora::payment
