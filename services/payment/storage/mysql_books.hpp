// The books in MySQL.
#pragma once
#include "mysql/pool.hpp"
#include "payment/books/books.hpp"

namespace gelora::payment {

class MysqlBooks final : public Books {
 public:
  MysqlBooks(mysql::Pool& pool, IdGenerator& ids, const Clock& clock) : pool_(pool), ids_(ids), clock_(clock) {}

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

 private:
  Task<bool> take(mysql::Connection& db, Cause cause, PaymentId payment);
  Task<Account> read(mysql::Connection& db, PaymentId id);
  Task<> write(mysql::Connection& db, const Account& account, Changes changes, Instant now);
  Task<> write_payouts(mysql::Connection& db, PaymentId payment, const std::vector<Refund>& refunds, Instant now);
  Task<> insert_one(mysql::Connection& db, std::string provider, const PaymentRow* payment, Finding finding);

  mysql::Pool& pool_;
  IdGenerator& ids_;
  const Clock& clock_;
};

}  // namespace gelora::payment
