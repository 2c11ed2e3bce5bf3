#include "payment/simulation/verdict.hpp"

#include <algorithm>

namespace gelora::payment::simulation {

using namespace std::chrono_literals;

namespace {

using TrueSession = SimulatedProvider::TrueSession;

std::string number(std::int64_t amount) { return std::to_string(amount); }

// What went back of a capture, as the provider knows it.
std::int64_t returned(const TrueSession& session, const std::string& capture) {
  std::int64_t back = 0;
  for (const auto& one : session.state.refunds) {
    if (one.capture_ref == capture && one.state == ProviderRefund::State::succeeded) back += one.amount.amount_minor;
  }
  for (const auto& one : session.state.disputes) {
    if (one.capture_ref == capture && one.state == ProviderDispute::State::lost) back += one.amount.amount_minor;
  }
  return back;
}

class Verdict {
 public:
  Verdict(const SimulatedBooks& books, const SimulatedProvider& bank, const SimulatedBookings& desk)
      : books_(books), bank_(bank), desk_(desk) {}

  std::string run() {
    for (const auto& [ref, session] : bank_.sessions) of_session(ref, session);
    for (const auto& [id, record] : books_.payments) of_payment(record);
    for (const auto& [id, booking] : desk_.bookings) of_booking(id, booking);
    of_ledger();
    of_tickets();
    of_unpaid();
    return fault_;
  }

 private:
  void broken(std::string what) {
    if (fault_.empty()) fault_ = std::move(what);
  }
  // A person was told.
  bool found(const std::string& kind, const std::string& ref) const { return books_.findings.contains({kind, ref}); }

  // Money that should have gone back may stay only when the provider did not take a refund, and that was found.
  bool somebody_looks(const SimulatedBooks::Record& record, std::uint64_t capture) const {
    const auto& refunds = record.account.refunds;
    return std::any_of(refunds.begin(), refunds.end(), [&](const Refund& one) {
      const char* kind = one.state == RefundState::failed ? "refund-failed" : "refund-returned";
      const bool went_wrong = one.state == RefundState::failed || one.state == RefundState::returned;
      return one.capture == capture && went_wrong && found(kind, std::to_string(one.id));
    });
  }

  // More than was taken: only by a dispute of what was refunded, and that was found.
  bool disputed_twice(const TrueSession& session, const std::string& capture) const {
    const auto& disputes = session.state.disputes;
    return std::any_of(disputes.begin(), disputes.end(), [&](const ProviderDispute& one) {
      return one.capture_ref == capture && found("dispute-above-what-is-left", one.ref);
    });
  }

  void of_session(const std::string& ref, const TrueSession& session) {
    const auto entry = books_.payments.find(session.payment);
    if (entry == books_.payments.end()) return broken("session " + ref + " is of a payment that is not in the books");
    const auto& record = entry->second;
    if (record.account.payment.provider_ref != ref) return broken("session " + ref + " is not in the books");
    for (const auto& one : session.state.captures) {
      const auto& captures = record.account.captures;
      const auto known = std::find_if(captures.begin(), captures.end(), [&](const Capture& c) { return c.ref == one.ref; });
      if (known == captures.end() || known->amount != one.amount) return broken("capture " + one.ref + " is not known");
      std::int64_t back = returned(session, one.ref);
      if (disputed_twice(session, one.ref)) back = std::min(back, one.amount.amount_minor);
      if (back > one.amount.amount_minor) broken("of capture " + one.ref + " " + number(back) + " went back");
      if (known->promised_back != back)
        broken("of capture " + one.ref + " " + number(back) + " went back, and we know of " + number(known->promised_back));
      if (one.other_account && (known->kept || !found("wrong-account", one.ref)))
        broken("capture " + one.ref + " is on another account, and nobody is told");
      if (!one.other_account && one.amount != session.asked && (known->kept || !found("wrong-amount", one.ref)))
        broken("capture " + one.ref + " is of another amount, and nobody is told");
      if (known->kept) of_kept(record, *known);
      else if (back != one.amount.amount_minor && !somebody_looks(record, known->id))
        broken("capture " + one.ref + " was too much, and " + number(back) + " went back");
    }
    for (const auto& [provider, event] : books_.webhooks) {
      if (event.starts_with(ref + "-") && std::stoull(event.substr(ref.size() + 1)) > session.webhooks)
        broken("webhook " + event + " was taken and never sent");
    }
    for (const auto& one : session.state.refunds) {
      if (one.key == 0) continue;
      const auto& refunds = record.account.refunds;
      const auto ours = std::find_if(refunds.begin(), refunds.end(), [&](const Refund& r) { return r.id == one.key; });
      if (ours == refunds.end() || ours->amount != one.amount) broken("refund " + one.ref + " was made and is not in the books");
    }
  }

  // Money is a booking's, or goes back as the desk said.
  void of_kept(const SimulatedBooks::Record& record, const Capture& capture) {
    const PaymentRow& payment = record.account.payment;
    const auto& booking = desk_.bookings.at(payment.booking);
    const std::string name = "capture " + capture.ref + " of booking " + payment.booking.text();
    std::map<std::string, std::int64_t> asked, done;
    bool all = false, of_organiser = false;
    for (const auto& one : desk_.asked) {
      if (one.payment != payment.id) continue;
      asked[one.reason] += one.amount_minor.value_or(capture.amount.amount_minor);
      all = all || !one.amount_minor;
    }
    for (const auto& one : record.account.refunds) {
      if (one.capture != capture.id) continue;
      of_organiser = of_organiser || !one.key_hash.empty();
      const bool counts = is_open(one.state) || one.state == RefundState::succeeded;
      if (one.key_hash.empty() && counts) done[one.reason] += one.amount.amount_minor;
    }
    const auto session = bank_.sessions.find(payment.provider_ref);
    const bool at_provider = session != bank_.sessions.end() && session->second.by_hand_or_disputed;
    const bool disturbed = at_provider || of_organiser;
    for (const auto& [reason, amount] : done) {
      const bool by_itself = reason == "at-provider" || reason == "dispute-lost" || reason == "goodwill";
      if (!by_itself && amount > asked[reason]) return broken(name + ": more went back for " + reason + " than was asked");
    }
    if (somebody_looks(record, capture.id)) return;
    if (!disturbed && done != asked) return broken(name + ": the desk asked for other refunds");
    const bool paid = SimulatedBookings::is_paid(booking.state) && booking.payment == payment.id;
    if (capture.left() == 0 && paid && !of_organiser)  // by an organiser's goodwill the tickets stay
      return broken(name + ": all money went back, and the tickets stay");
    if (booking.payment != payment.id) {
      if (capture.left() > 0) broken(name + " is kept for nothing");
      return;
    }
    if (booking.state == SimulatedBookings::State::refund_pending) return broken(name + ": the booking waits for its refund");
    if (!SimulatedBookings::has_tickets(booking) && capture.left() > (all ? 0 : booking.fee_kept))
      return broken(name + ": no ticket is left, and " + number(capture.left()) + " is kept");
    if (capture.owed_back > 0) return broken(name + ": " + number(capture.owed_back) + " is owed, and nothing is undecided");
  }

  // What has its tickets has its money: also what was sold at the counter.
  void of_booking(BookingId id, const SimulatedBookings::Booking& booking) {
    if (booking.payment == PaymentId{}) return;
    const auto found = books_.payments.find(booking.payment);
    if (found == books_.payments.end()) return broken("the payment of booking " + id.text() + " is not in the books");
    const auto& captures = found->second.account.captures;
    std::int64_t kept = 0;
    for (const auto& one : captures) kept += one.kept ? one.amount.amount_minor : 0;
    if (kept != booking.total.amount_minor) broken("booking " + id.text() + " has another amount in the books");
  }

  void of_payment(const SimulatedBooks::Record& record) {
    const PaymentRow& payment = record.account.payment;
    if (payment.at_counter()) {
      for (const auto& one : record.account.captures) of_kept(record, one);
    }
    if (is_open(payment.status) || payment.status == Status::refund_pending)
      broken("payment " + payment.id.text() + " came to no end: " + std::string{name_of(payment.status)});
    for (const auto& one : record.account.refunds) {
      if (is_open(one.state)) broken("refund " + std::to_string(one.id) + " came to no end");
    }
    for (const auto& one : record.account.captures) {
      if (!within_session(payment, one)) broken("capture " + one.ref + " is not the provider's");
    }
  }
  bool within_session(const PaymentRow& payment, const Capture& capture) const {
    if (payment.at_counter()) return capture.ref == payment.id.text();
    const auto session = bank_.sessions.find(payment.provider_ref);
    if (session == bank_.sessions.end()) return false;
    const auto& captures = session->second.state.captures;
    return std::any_of(captures.begin(), captures.end(), [&](const auto& one) { return one.ref == capture.ref; });
  }

  // Who did not pay is told so when the last of the sessions has ended.
  void of_unpaid() {
    std::map<BookingId, bool> unpaid;
    for (const auto& [id, record] : books_.payments) {
      auto& one = unpaid.try_emplace(record.account.payment.booking, true).first->second;
      one = one && record.account.captures.empty();
    }
    for (const auto& [id, is_unpaid] : unpaid) {
      if (is_unpaid && !desk_.bookings.at(id).told_it_is_closed)
        broken("booking " + id.text() + " is not told that it was not paid");
    }
  }

  // Tickets are frozen as long as a dispute is open.
  void of_tickets() {
    for (const auto& [id, booking] : desk_.bookings) {
      for (const auto& ticket : booking.tickets) {
        if (ticket.state == SimulatedBookings::TicketState::frozen) broken("tickets of booking " + id.text() + " stay frozen");
      }
    }
  }

  // The balances of each payment are what its captures, refunds and disputes come to.
  void of_ledger() {
    std::map<PaymentId, std::map<std::string, std::int64_t>> balances, wanted;
    for (const auto& [key, posted] : books_.ledger) balances[posted.payment][key.second] += posted.amount_minor;
    for (const auto& [id, record] : books_.payments) {
      for (const auto& one : record.account.captures) {
        wanted[id][accounts::at(record.account.payment)] += one.left();
        wanted[id][std::string{one.kept ? accounts::bookings : accounts::excess}] -= one.left();
      }
    }
    for (auto& [id, accounts_of] : balances) std::erase_if(accounts_of, [](const auto& one) { return one.second == 0; });
    for (auto& [id, accounts_of] : wanted) std::erase_if(accounts_of, [](const auto& one) { return one.second == 0; });
    for (const auto& [id, accounts_of] : balances) {
      if (accounts_of != wanted[id]) broken("the ledger of payment " + id.text() + " is not what came and went");
    }
    for (const auto& [id, accounts_of] : wanted) {
      if (!accounts_of.empty() && !balances.contains(id)) broken("the ledger does not know payment " + id.text());
    }
  }

  const SimulatedBooks& books_;
  const SimulatedProvider& bank_;
  const SimulatedBookings& desk_;
  std::string fault_;
};

}  // namespace

std::string overdue(const SimulatedBooks& books, Instant healed, Instant now) {
  for (const auto& [id, record] : books.payments) {
    const PaymentRow& payment = record.account.payment;
    if (is_open(payment.status) && std::max({payment.pay_by, payment.created_at, healed}) + 60s < now)
      return "payment " + id.text() + " is still open a minute after it was to be closed";
  }
  return {};
}

std::string verdict(const SimulatedBooks& books, const SimulatedProvider& bank, const SimulatedBookings& desk) {
  return Verdict(books, bank, desk).run();
}

}  // namespace gelora::payment::simulation
