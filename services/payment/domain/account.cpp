// What the provider says: sessions, money that came, disputes. What goes back is in account_refunds.cpp.
#include "payment/domain/account.hpp"

#include <algorithm>

#include "base/guards.hpp"

namespace gelora::payment {
namespace {

template <class Rows, class Match>
auto* first_of(Rows& rows, Match match) {
  const auto found = std::find_if(rows.begin(), rows.end(), match);
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

bool Changes::empty() const {
  return !status && !declined && captures.empty() && promises.empty() && debts.empty() && refunds.empty() &&
         refund_changes.empty() && disputes.empty() && dispute_changes.empty() && postings.empty() && events.empty() &&
         findings.empty();
}

Capture* Bookkeeper::kept() {
  return first_of(account_.captures, [](const Capture& one) { return one.kept; });
}

Capture& Bookkeeper::capture(std::uint64_t id) {
  auto* found = first_of(account_.captures, [id](const Capture& one) { return one.id == id; });
  CHECK(found != nullptr);
  return *found;
}

Refund* Bookkeeper::refund(std::uint64_t id) {
  return first_of(account_.refunds, [id](const Refund& one) { return one.id == id; });
}

void Bookkeeper::become(Step step) {
  const auto next = after(account_.payment.status, step);
  CHECK(next.has_value());
  if (*next == account_.payment.status) return;
  account_.payment.status = *next;
  changes_.status = *next;
}

void Bookkeeper::tell(std::string type, boost::json::object data) {
  data["payment_id"] = account_.payment.id.text();
  data["booking_id"] = account_.payment.booking.text();
  changes_.events.push_back({std::move(type), std::move(data)});
}

void Bookkeeper::find(std::string kind, std::string ref, Money amount, std::string detail) {
  changes_.findings.push_back({std::move(kind), std::move(ref), amount, std::move(detail)});
}

void Bookkeeper::post(std::string_view what, std::uint64_t id, Money amount, std::string from, std::string to) {
  changes_.postings.push_back(move(std::string{what} + ":" + std::to_string(id), amount, std::move(from), std::move(to)));
}

void Bookkeeper::promise(Capture& capture, std::int64_t amount_minor) {
  CHECK(!base::guards::refunds_are_limited || amount_minor <= capture.left());
  capture.promised_back += amount_minor;
  CHECK(capture.promised_back >= 0);
  changes_.promises.push_back({capture.id, amount_minor});
}

void Bookkeeper::session_opened(std::string ref, std::string checkout_url) {
  account_.payment.provider_ref = std::move(ref);
  account_.payment.checkout_url = std::move(checkout_url);
  if (account_.payment.status == Status::intended) become(Step::session_opened);
}

void Bookkeeper::sold_at_counter() {
  if (!account_.payment.at_counter() || account_.payment.status != Status::intended) return;
  const std::string ref = account_.payment.id.text();  // there is one capture, and the payment is its name
  session_opened(ref, {});
  SessionState taken;
  taken.kind = SessionState::Kind::closed;
  taken.captures.push_back({ref, account_.payment.amount, false});
  observe(taken);
}

void Bookkeeper::session_refused(std::string why) {
  if (account_.payment.status != Status::intended) return;  // somebody else was answered meanwhile
  find("session-refused", account_.payment.id.text(), account_.payment.amount, std::move(why));
  close(false);
}

void Bookkeeper::close(bool declined) {
  if (!is_open(account_.payment.status)) return;
  become(declined ? Step::closed_after_decline : Step::closed);
  if (!account_.live_sister) tell("payment.closed");  // else the booking may still be paid by another
}

void Bookkeeper::observe(const SessionState& seen) {
  if (seen.declined != account_.payment.declined) {
    account_.payment.declined = seen.declined;
    changes_.declined = seen.declined;
  }
  for (const auto& one : seen.captures) take(one);
  for (const auto& one : seen.refunds) take(one);
  for (const auto& one : seen.disputes) take(one);
  for (const auto& one : seen.unclear) find("unclear-at-provider", one.ref, one.amount, one.what);
  try_excess_again();
  set_status();
  if (seen.kind == SessionState::Kind::closed) close(seen.declined);
}

// Less than one unit that we count in: nothing moves in our books.
bool Bookkeeper::is_nothing(const std::string& ref, Money amount) {
  if (amount.amount_minor > 0) return false;
  find("amount-below-one-unit", ref.empty() ? account_.payment.id.text() : ref, amount, "not booked");
  return true;
}

void Bookkeeper::take(const ProviderCapture& seen) {
  const auto* known = first_of(account_.captures, [&](const Capture& one) { return one.ref == seen.ref; });
  if (known != nullptr || is_nothing(seen.ref, seen.amount)) return;
  const auto fate = fate_of_capture(account_.payment.status, account_.payment.amount, seen.amount, seen.other_account);
  const bool keep = fate == CaptureFate::keep;
  account_.captures.push_back({ids_.next(now_), seen.ref, seen.amount, keep, std::string{reason_of(fate)}, 0, 0});
  Capture& capture = account_.captures.back();
  changes_.captures.push_back(capture);
  post("capture", capture.id, seen.amount, capture.account(), accounts::at(account_.payment));
  if (keep) {
    become(Step::money_kept);
    tell("payment.captured", {{"amount_minor", seen.amount.amount_minor}, {"currency", seen.amount.currency.text()}});
    return;
  }
  if (fate != CaptureFate::give_back_second)
    find(capture.reason, seen.ref, seen.amount,
         "captured for a payment of " + std::to_string(account_.payment.amount.amount_minor));
  Refund refund;
  refund.amount = seen.amount;
  refund.reason = capture.reason;
  begin(std::move(refund), capture);
}

void Bookkeeper::take(const ProviderDispute& seen) {
  auto* dispute = first_of(account_.disputes, [&](const Dispute& one) { return one.ref == seen.ref; });
  if (dispute == nullptr) {
    auto* capture = first_of(account_.captures, [&](const Capture& one) { return one.ref == seen.capture_ref; });
    if (capture == nullptr || is_nothing(seen.ref, seen.amount)) return;
    if (seen.amount.currency != capture->amount.currency || seen.amount.amount_minor > capture->left())
      find("dispute-above-what-is-left", seen.ref, seen.amount, "the payment was refunded, and is disputed as well");
    account_.disputes.push_back({ids_.next(now_), capture->id, seen.ref, seen.amount, DisputeState::open, 0});
    dispute = &account_.disputes.back();
    changes_.disputes.push_back(*dispute);
    // One that is won already freezes nothing: the two events might be taken the other way round.
    if (capture->kept && seen.state != ProviderDispute::State::won) tell("payment.disputed");
  }
  hold(*dispute, capture(dispute->capture));
  if (seen.state == ProviderDispute::State::won) decide(*dispute, DisputeStep::we_won);
  if (seen.state == ProviderDispute::State::lost) decide(*dispute, DisputeStep::we_lost);
}

// Of what is disputed, what is left: now, or later, when a refund that had it is refused or comes back. A lost one takes it at
// once.
void Bookkeeper::hold(Dispute& dispute, Capture& from) {
  if (dispute.state == DisputeState::won || dispute.amount.currency != from.amount.currency) return;
  const Money more{std::min(dispute.amount.amount_minor - dispute.held, from.left()), dispute.amount.currency};
  if (more.amount_minor <= 0) return;
  const bool lost = dispute.state == DisputeState::lost;
  promise(from, more.amount_minor);
  const std::string name = std::to_string(dispute.id) + (dispute.held == 0 ? "" : "." + std::to_string(dispute.held));
  changes_.postings.push_back(move((lost ? "dispute-lost:" : "dispute:") + name, more,
                                   lost ? accounts::at(account_.payment) : std::string{accounts::disputed}, from.account()));
  dispute.held += more.amount_minor;
  changes_.dispute_changes.push_back(dispute);
  if (lost && from.kept) tell_lost(more);
}

void Bookkeeper::tell_lost(Money amount) {
  tell("payment.dispute_lost", {{"amount_minor", amount.amount_minor}, {"currency", amount.currency.text()}});
}

void Bookkeeper::decide(Dispute& dispute, DisputeStep step) {
  const auto next = after(dispute.state, step);
  if (!next) return;
  dispute.state = *next;
  changes_.dispute_changes.push_back(dispute);
  Capture& of_it = capture(dispute.capture);
  const Money held{dispute.held, of_it.amount.currency};
  const std::string disputed{accounts::disputed};
  if (step == DisputeStep::we_won) {
    if (held.amount_minor > 0) {
      promise(of_it, -held.amount_minor);
      post("dispute-won", dispute.id, held, of_it.account(), disputed);
    }
    if (of_it.kept) tell("payment.dispute_won");
    return pay_what_is_owed(of_it);
  }
  if (held.amount_minor > 0) post("dispute-lost", dispute.id, held, accounts::at(account_.payment), disputed);
  if (!of_it.kept) return;
  tell_lost(held);
  owe(of_it, of_it.owed_back - std::min(of_it.owed_back, held.amount_minor));
  // The desk voids all tickets of it, so that none of its money is for something. Unless the booking had ended before.
  if (of_it.reason.empty()) end(of_it, std::nullopt, "dispute-lost");
}

}  // namespace gelora::payment
