// All the money of one payment, and what an observation or a wish does to it. Pure: the rows are read before under the payment's
// lock, and the changes are written after, in one transaction. Tested by properties and in the simulation.
#pragma once
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "payment/domain/ledger.hpp"
#include "payment/domain/refund.hpp"
#include "payment/domain/session_state.hpp"

namespace gelora::payment {

// Money that the provider took.
struct Capture {
  std::uint64_t id = 0;
  std::string ref;
  Money amount;
  bool kept = true;                // for the booking; else it all goes back
  std::string reason;              // why it goes back; of kept money: why its booking has ended, empty while it has not
  std::int64_t promised_back = 0;  // of refunds and disputes that are open or done; never above the amount
  std::int64_t owed_back = 0;      // goes back as soon as a refund or a dispute that is not decided sets it free

  std::int64_t left() const { return amount.amount_minor - promised_back; }
  // Of the ledger, for what is left of it.
  std::string account() const { return std::string{kept ? accounts::bookings : accounts::excess}; }
};

struct Account {
  PaymentRow payment;
  bool live_sister = false;  // another payment of the booking may still bring its money, or has
  std::vector<Capture> captures;
  std::vector<Refund> refunds;
  std::vector<Dispute> disputes;
};

// Tells booking-service; see its app/take_payment_event.hpp.
struct Event {
  std::string type;
  boost::json::object data;
};
// Something that a person should look at.
struct Finding {
  std::string kind;  // of the report: wrong-amount, refund-failed, …
  std::string ref;   // what it is about, unique for its kind
  Money amount;
  std::string detail;
};

// What is to be written. Amounts of `promises` are added to their capture's, under its limit.
struct Promise {
  std::uint64_t capture = 0;
  std::int64_t amount_minor = 0;  // below 0: taken back
};
struct Debt {
  std::uint64_t capture = 0;
  std::int64_t owed_back = 0;  // now
  std::string reason;
};
struct Changes {
  std::optional<Status> status;
  std::optional<bool> declined;
  std::vector<Capture> captures;
  std::vector<Promise> promises;
  std::vector<Debt> debts;
  std::vector<Refund> refunds;         // new
  std::vector<Refund> refund_changes;  // as they are now
  std::vector<Dispute> disputes;       // new
  std::vector<Dispute> dispute_changes;
  std::vector<Posting> postings;
  std::vector<Event> events;
  std::vector<Finding> findings;

  bool empty() const;
};

struct RefundOrder {
  std::int64_t amount_minor = 0;
  std::string reason;
  bool voids_tickets = false;  // booking-service is asked first
  std::vector<TicketId> tickets;
  bool used_too = false;
  UserId by;
  std::string key_hash, body_hash;
  bool goodwill = false;
};

// What became of the wish to hand a refund over at the counter.
enum class Payout {
  done,            // now, or before
  not_at_counter,  // a provider gives this money back
  reserved,        // its tickets are not void yet
  failed,          // it came to nothing: the tickets stay
};

class Bookkeeper {
 public:
  Bookkeeper(Account account, IdGenerator& ids, Instant now) : account_(std::move(account)), ids_(ids), now_(now) {}

  // The provider's session was made.
  void session_opened(std::string ref, std::string checkout_url);
  // The provider will never make one for this payment.
  void session_refused(std::string why);
  // What the provider says of the session now. Saying it again changes nothing.
  void observe(const SessionState& seen);

  // The money was taken at the counter, all of it. Said again, it changes nothing.
  void sold_at_counter();

  // What is left of the money that is kept for the booking.
  Money refundable() const;
  // Sets money aside and returns the refund's id; nothing, and no change, when less than that is left.
  std::optional<std::uint64_t> set_aside(RefundOrder order);
  // The booking has ended, and booking-service wants so much of what is left given back, or all of it. What a dispute or a refund
  // that is not decided holds back now follows when it is free again.
  void give_back(std::optional<std::int64_t> amount_minor, std::string reason);
  // booking-service's answer to refund.requested.
  void tickets_void(std::uint64_t refund);
  void tickets_stay(std::uint64_t refund, std::string reason);
  // The provider's answer, or that it never will.
  void refund_answered(std::uint64_t refund, const ProviderRefund& answer);
  void refund_never(std::uint64_t refund, std::string why);
  // Somebody at the counter hands over what is due. `refund` is one of this payment.
  Payout pay_out(std::uint64_t refund, UserId by);

  const Account& account() const { return account_; }
  const Changes& changes() const { return changes_; }
  Instant now() const { return now_; }

 private:
  void take(const ProviderCapture& seen);
  void take(const ProviderRefund& seen);
  void take(const ProviderDispute& seen);
  bool is_nothing(const std::string& ref, Money amount);
  void try_excess_again();
  Refund& begin(Refund refund, Capture& from);
  void step(Refund& refund, RefundStep step);
  void done_after_all(Refund& refund);
  void taken_back(Refund& refund);
  void tell_refunded(const Refund& refund, const Capture& from);
  void hold(Dispute& dispute, Capture& from);
  void tell_lost(Money amount);
  void decide(Dispute& dispute, DisputeStep step);
  void promise(Capture& capture, std::int64_t amount_minor);
  void post(std::string_view what, std::uint64_t id, Money amount, std::string from, std::string to);
  void end(Capture& capture, std::optional<std::int64_t> amount_minor, std::string reason);
  void owe(Capture& capture, std::int64_t amount_minor);
  void pay_what_is_owed(Capture& capture);
  void close(bool declined);
  void set_status();
  void become(Step step);
  void tell(std::string type, boost::json::object data = {});
  void find(std::string kind, std::string ref, Money amount, std::string detail);
  Capture* kept();
  std::int64_t undecided(const Capture& capture) const;
  Capture& capture(std::uint64_t id);
  Refund* refund(std::uint64_t id);

  Account account_;
  IdGenerator& ids_;
  Instant now_;
  Changes changes_;
};

}  // namespace gelora::payment
