#include "judge.hpp"

#include <algorithm>

namespace gelora::audit_money {
namespace {

constexpr int awaiting_payment = 1, expired = 3, cancelled = 4, refund_pending = 5;

std::string number(std::int64_t value) { return std::to_string(value); }

// One payment against itself: its captures, refunds and disputes, and the ledger.
class Payment {
 public:
  explicit Payment(const PaymentFact& fact) : fact_(fact) {
    for (const auto& one : fact.captures) {
      taken += one.amount;
      promised += one.promised_back;
      if (one.kept) kept += one.amount, ++kept_captures;
      if (one.kept) promised_of_kept += one.promised_back;
    }
    for (const auto& one : fact.refunds) {
      if (one.succeeded) given += one.amount;
      if (one.open) open += one.amount;
      if (one.waits) waits += one.amount;
      if (one.of_kept && one.returned) told += one.amount;
      if (!one.of_kept || !(one.open || one.succeeded)) continue;
      (one.goodwill ? goodwill : for_tickets) += one.amount;
      if (!one.succeeded) continue;
      told += one.amount;
      if (one.by_hand && !one.goodwill) told_since_lately += one.amount;
    }
    for (const auto& one : fact.disputes) {
      if (one.open) disputed += one.amount;
      if (!one.lost) continue;
      lost += one.amount;
      claimed += one.claimed;
      if (!one.of_kept) continue;
      for_tickets += one.amount;
      told += one.amount;
      told_since_lately += one.amount;
    }
  }

  std::string fault() const {
    if (kept_captures > 1) return "two captures are kept";
    for (const auto& one : fact_.captures) {
      if (one.promised_back < 0 || one.promised_back > one.amount) return "more is promised back than was captured";
      if (one.kept && one.currency != fact_.currency) return "the kept money is of another currency";
      if (!one.kept && one.promised_back != one.amount)
        return "money that is not ours is not promised back (" + number(one.amount) + ")";
    }
    if (promised != given + open + disputed + lost)
      return "promised back " + number(promised) + ", but refunds and disputes are " + number(given + open + disputed + lost);
    const std::string holder = fact_.counter.empty() ? "provider" : "counter:" + fact_.counter;
    if (balance(holder) != taken - given - lost)
      return "the ledger has " + number(balance(holder)) + " at the " + holder + ", not " + number(taken - given - lost);
    if (const auto fault = fault_of_counter(); !fault.empty()) return fault;
    if (balance("refunds_due") != -open)
      return "the ledger has " + number(-balance("refunds_due")) + " set aside, not " + number(open);
    if (balance("disputed") != -disputed)
      return "the ledger has " + number(-balance("disputed")) + " disputed, not " + number(disputed);
    std::int64_t sum = 0;
    for (const auto& [account, amount] : fact_.ledger) sum += amount;
    return sum == 0 ? "" : "the ledger is " + number(sum) + " out of balance";
  }

  std::int64_t waits = 0;  // of what is open, for somebody at the counter
  std::int64_t taken = 0, promised = 0, kept = 0, promised_of_kept = 0, given = 0, open = 0, disputed = 0, lost = 0, claimed = 0;
  // What the booking was told of: all that went back of the kept money, also what came back again later. Older bookings were not
  // told of the amounts of disputes and of refunds by hand that ended them.
  std::int64_t told = 0, told_since_lately = 0;
  std::int64_t goodwill = 0, for_tickets = 0;  // of the kept money, open or done
  int kept_captures = 0;

 private:
  // The counter's own lists say what its accounts say, and nothing of it is anybody else's.
  std::string fault_of_counter() const {
    for (const auto& [account, amount] : fact_.ledger) {
      const bool of_counter = account.starts_with("counter:");
      const bool foreign =
          fact_.counter.empty() ? of_counter : account == "provider" || (of_counter && account.substr(8) != fact_.counter);
      if (foreign && amount != 0) return "the ledger has " + number(amount) + " of it in " + account;
    }
    for (const auto& [method, amount] : fact_.drawer) {
      if (method != fact_.counter) return "the counter's lists have " + number(amount) + " of it in " + method;
    }
    const auto listed = fact_.drawer.find(fact_.counter);
    const std::int64_t sum = listed == fact_.drawer.end() ? 0 : listed->second;
    if (!fact_.counter.empty() && sum != balance("counter:" + fact_.counter))
      return "the counter's lists have " + number(sum) + ", the ledger " + number(balance("counter:" + fact_.counter));
    return {};
  }
  std::int64_t balance(const std::string& account) const {
    const auto found = fact_.ledger.find(account);
    return found == fact_.ledger.end() ? 0 : found->second;
  }
  const PaymentFact& fact_;
};

std::string name(const BookingFact& one) { return "booking " + std::to_string(one.id); }
std::string name(const PaymentFact& one) { return "payment " + std::to_string(one.id); }

// captured = valid tickets + fees kept + refunds for tickets: nothing else may be left over.
std::string fault_of_paid(const BookingFact& booking, const PaymentFact& fact, const Payment& money, Verdict& verdict) {
  if (fact.booking != booking.id) return "its payment " + std::to_string(fact.id) + " is of another booking";
  if (money.kept_captures == 0) return "its payment " + std::to_string(fact.id) + " has no money";
  if (money.kept != booking.total || fact.currency != booking.currency)
    return "it costs " + number(booking.total) + " " + booking.currency + ", and " + number(money.kept) + " " + fact.currency +
           " was captured";
  std::int64_t live = 0, fees = 0;
  for (const auto& line : booking.lines) {
    if (line.live) live += line.total;
    else fees += line.fee;
  }
  const std::int64_t left_over = money.kept - live - money.for_tickets;
  if (left_over < 0)
    return "tickets worth " + number(live) + " are valid, and " + number(money.for_tickets) + " of " + number(money.kept) +
           " is given back";
  const std::int64_t of_goodwill = std::min(std::max<std::int64_t>(left_over, 0), money.goodwill);
  if (left_over - of_goodwill > fees)
    return number(left_over - of_goodwill) + " is neither in tickets nor given back (fees that may be kept: " + number(fees) +
           ")";
  if (booking.refunded != money.told && booking.refunded != money.told - money.told_since_lately)
    return "it knows of " + number(booking.refunded) + " given back, the payment of " + number(money.told);
  verdict.in_tickets += live;
  verdict.fees_kept += left_over - of_goodwill;
  verdict.goodwill += money.goodwill - of_goodwill;  // the rest went before all of it was to go
  return {};
}

void judge_booking(const BookingFact& booking, const Facts& facts, const std::map<std::uint64_t, Payment>& money,
                   Verdict& verdict) {
  if (booking.payment == 0) {
    if (booking.live_tickets > 0 && booking.total != 0)
      verdict.contradictions.push_back(name(booking) + " has valid tickets and no payment");
    return;
  }
  const auto fact = facts.payments.find(booking.payment);
  if (fact == facts.payments.end()) {
    verdict.contradictions.push_back(name(booking) + " is paid by payment " + std::to_string(booking.payment) +
                                     ", which is nowhere");
    return;
  }
  const bool ended = booking.status == awaiting_payment || booking.status == expired || booking.status == cancelled;
  if (ended) {
    verdict.contradictions.push_back(name(booking) + " has a payment, and its status says that it was not paid");
    return;
  }
  if (const auto fault = fault_of_paid(booking, fact->second, money.at(booking.payment), verdict); !fault.empty())
    verdict.contradictions.push_back(name(booking) + ": " + fault);
  if (booking.status == refund_pending && money.at(booking.payment).waits == 0)
    verdict.unresolved.push_back(name(booking) + ": its refund is not done");
}

void judge_payment(const PaymentFact& fact, const Facts& facts, const Payment& money, Verdict& verdict) {
  verdict.captured += money.taken;
  verdict.refunded += money.given + money.lost;
  if (const auto fault = money.fault(); !fault.empty()) verdict.contradictions.push_back(name(fact) + ": " + fault);
  if (fact.open) verdict.unresolved.push_back(name(fact) + " may still bring money");
  if (!fact.counter.empty()) verdict.at_counter += money.taken - money.given;
  verdict.to_pay_out += money.waits;  // for days, perhaps: nothing is wrong with that
  const std::int64_t moves = money.open - money.waits;
  if (moves > 0) verdict.unresolved.push_back(name(fact) + ": " + number(moves) + " is on its way back");
  if (money.disputed > 0) verdict.unresolved.push_back(name(fact) + ": " + number(money.disputed) + " is disputed");
  const auto booking = facts.bookings.find(fact.booking);
  const bool ours = booking != facts.bookings.end() && booking->second.payment == fact.id;
  if (!ours && money.kept > money.promised_of_kept)
    verdict.unresolved.push_back(name(fact) + ": " + number(money.kept - money.promised_of_kept) + " was captured for booking " +
                                 std::to_string(fact.booking) + ", which is not paid by it");
  if (!facts.has_bank || !fact.counter.empty()) return;
  const auto bank = facts.bank.find(fact.id);
  const BankFact theirs = bank == facts.bank.end() ? BankFact{} : bank->second;
  if (theirs.captured != money.taken || theirs.refunded != money.given || theirs.lost != money.claimed)
    verdict.contradictions.push_back(name(fact) + ": the bank took " + number(theirs.captured) + ", gave back " +
                                     number(theirs.refunded) + " and lost " + number(theirs.lost) + "; we know of " +
                                     number(money.taken) + ", " + number(money.given) + " and " + number(money.claimed));
}

}  // namespace

Verdict judge(const Facts& facts) {
  Verdict verdict;
  for (const auto& cause : facts.unbalanced)
    verdict.contradictions.push_back("the entries of " + cause + " do not add up to nothing");
  std::map<std::uint64_t, Payment> money;
  for (const auto& [id, fact] : facts.payments) money.emplace(id, Payment{fact});
  for (const auto& [id, fact] : facts.payments) judge_payment(fact, facts, money.at(id), verdict);
  for (const auto& [id, booking] : facts.bookings) judge_booking(booking, facts, money, verdict);
  for (const auto& [id, theirs] : facts.bank) {
    if (!facts.payments.contains(id))
      verdict.contradictions.push_back("the bank has a session of payment " + std::to_string(id) +
                                       ", which is nowhere, and took " + number(theirs.captured));
  }
  if (facts.waiting_events > 0)
    verdict.unresolved.push_back(std::to_string(facts.waiting_events) + " events between the services are on their way");
  return verdict;
}

}  // namespace gelora::audit_money
