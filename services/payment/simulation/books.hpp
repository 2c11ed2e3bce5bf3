// The tables of payment-service in memory, with the rules that MySQL would enforce, and the faults that it would have.
#pragma once
#include <set>

#include "payment/books/books.hpp"
#include "payment/simulation/nature.hpp"

namespace gelora::payment::simulation {

class SimulatedBooks final : public Books {
 public:
  SimulatedBooks(Nature& nature, IdGenerator& ids) : wire(nature), nature_(nature), ids_(ids) {}

  Task<bool> insert_payment(NewPayment payment) override;
  Task<bool> sell_at_counter(CounterSale sale, BookingEvent event) override;
  Task<std::optional<PaymentRow>> find_by_key(std::string key_hash, UserId owner) override;
  Task<std::optional<PaymentRow>> find_by_id(PaymentId id) override;
  Task<std::optional<PaymentRow>> find_by_session(std::string provider, std::string ref) override;
  Task<std::optional<PaymentRow>> find_by_capture(std::string provider, std::string ref) override;
  Task<std::vector<PaymentRow>> payments_of_booking(BookingId booking) override;
  Task<std::vector<PaymentRow>> payments_to_check(std::string provider, Instant now, std::size_t limit) override;
  Task<> postpone_check(PaymentId id, Instant next) override;
  Task<std::vector<RefundToSend>> refunds_to_send(std::string provider, Instant now, std::size_t limit) override;
  Task<std::optional<PaymentId>> payment_of_refund(std::uint64_t refund) override;
  Task<> postpone_refund(std::uint64_t refund, Instant next) override;
  Task<bool> change(PaymentId id, Cause cause, std::function<void(Bookkeeper&)> decide) override;
  Task<bool> record(WebhookEvent event, std::string outcome, std::optional<Finding> finding) override;
  Task<> record(std::string provider, Finding finding) override;
  Task<std::vector<PaymentRow>> payments_with_open_disputes(std::string provider) override;
  Task<std::vector<KnownCapture>> captures_between(std::string provider, Instant from, Instant to) override;
  Task<std::optional<Instant>> compared_to(std::string provider) override;
  Task<> note_comparison(Comparison done) override;
  Task<> forget_old_webhooks(Instant now) override;
  // For who asks again with the key of a refund; see api/refunds.cpp.
  Task<std::optional<Refund>> refund_of_key(std::string key_hash);

  Wire wire;
  std::size_t commits = 0;

  // The rows.
  struct Try {
    Instant next;
    std::uint64_t tries = 0;
  };
  struct Record {
    Account account;
    std::string key_hash;
    Instant next_check;
    std::map<std::uint64_t, Try> tries;  // of refunds
  };
  struct Posted {
    PaymentId payment;
    std::int64_t amount_minor = 0;
  };
  std::map<PaymentId, Record> payments;
  std::map<std::pair<std::string, std::string>, Posted> ledger;  // by cause and account
  std::set<std::pair<std::string, std::string>> webhooks;        // provider, event
  std::set<std::uint64_t> inbox;
  std::map<std::uint64_t, Event> outbox;
  std::map<std::pair<std::string, std::string>, PaymentId> findings;  // by kind and ref; 0: of no payment

 private:
  // What one transaction has locked, until it has ended or its process has died before COMMIT.
  struct Locks;
  static std::string name_of(const Cause& cause);
  // Nobody else takes this cause or changes a payment of this booking until it is let go.
  Task<std::shared_ptr<Locks>> lock(Cause cause, BookingId booking);
  static Record record_of(const NewPayment& payment);
  bool was_taken(const Cause& cause) const;
  std::string write(const Cause& cause, const Account& account, const Changes& changes);
  template <class Match>
  std::optional<PaymentRow> first(Match match) const;

  Nature& nature_;
  IdGenerator& ids_;
  std::set<std::string> locked_;
  std::map<std::string, Instant> compared_;
};

}  // namespace gelora::payment::simulation
