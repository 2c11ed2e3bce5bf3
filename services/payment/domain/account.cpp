#include "payment/domain/account.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "base/guards.hpp"

namespace gelora::payment {
namespace {

template <class Rows, class Match>
auto* first_of(Rows& rows, Match match) {
  const auto found = std::find_if(rows.begin(), rows.end(), match);
  return found == rows.end() ? nullptr : &*found;
}

std::string of(std::string_view what, std::uint64_t id) { return std::string{what} + ":" + std::to_string(id); }

std::string owed_as(const Capture& capture) { return std::string{capture.kept ? accounts::bookings : accounts::excess}; }

}  // namespace

bool Changes::empty() const {
  return !status && !declined && captures.empty() && promises.empty() && refunds.empty() && refund_changes.empty() &&
         disputes.empty() && dispute_changes.empty() && postings.empty() && events.empty() && findings.empty();
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

void Bookkeeper::observe(const SessionState& seen) {
  if (seen.declined != account_.payment.declined) {
    account_.payment.declined = seen.declined;
    changes_.declined = seen.declined;
  }
  for (const auto& one : seen.captures) take(one);
  for (const auto& one : seen.refunds) take(one);
  for (const auto& one : seen.disputes) take(one);
  set_status();
  if (seen.kind != SessionState::Kind::closed || !is_open(account_.payment.status)) return;
  become(seen.declined ? Step::closed_after_decline : Step::closed);
  if (!account_.live_sister) tell("payment.closed");  // else the booking may still be paid by another
}

void Bookkeeper::take(const ProviderCapture& seen) {
  const auto* known = first_of(account_.captures, [&](const Capture& one) { return one.ref == seen.ref; });
  if (known != nullptr) return;
  const auto fate = fate_of_capture(account_.payment.status, account_.payment.amount, seen.amount, seen.other_account);
  const bool keep = fate == CaptureFate::keep;
  account_.captures.push_back({ids_.next(now_), seen.ref, seen.amount, keep, std::string{reason_of(fate)}, 0});
  Capture& capture = account_.captures.back();
  changes_.captures.push_back(capture);
  changes_.postings.push_back(
      move(of("capture", capture.id), seen.amount, owed_as(capture), accounts::at(account_.payment.provider)));
  if (keep) {
    become(Step::money_kept);
    tell("payment.captured", {{"amount_minor", seen.amount.amount_minor}, {"currency", seen.amount.currency.text()}});
    return;
  }
  if (fate != CaptureFate::give_back_second)
    find(capture.reason, seen.ref, seen.amount,
         "captured for a payment of " + std::to_string(account_.payment.amount.amount_minor));
  Refund refund{ids_.next(now_), capture.id, seen.amount, RefundState::due, capture.reason, {}, {}, false, {}, {}, {}};
  promise(capture, seen.amount.amount_minor);
  changes_.postings.push_back(move(of("refund", refund.id), refund.amount, std::string{accounts::refunds_due}, owed_as(capture)));
  changes_.refunds.push_back(refund);
  account_.refunds.push_back(std::move(refund));
}

// A refund that is not ours was made at the provider, by a person.
void Bookkeeper::take(const ProviderRefund& seen) {
  auto* known = first_of(account_.refunds, [&](const Refund& one) {
    return one.id == seen.key || (!one.provider_ref.empty() && one.provider_ref == seen.ref);
  });
  if (known != nullptr) return refund_answered(known->id, seen);
  auto* capture = first_of(account_.captures, [&](const Capture& one) { return one.ref == seen.capture_ref; });
  if (capture == nullptr || seen.state != ProviderRefund::State::succeeded) return;
  find("refund-not-ours", seen.ref, seen.amount, "made at the provider");
  if (seen.amount.currency != capture->amount.currency || seen.amount.amount_minor > capture->left()) return;
  Refund refund{
      ids_.next(now_), capture->id, seen.amount, RefundState::succeeded, "at-provider", seen.ref, {}, false, {}, {}, {}};
  promise(*capture, seen.amount.amount_minor);
  changes_.postings.push_back(
      move(of("refund", refund.id), refund.amount, std::string{accounts::refunds_due}, owed_as(*capture)));
  changes_.postings.push_back(move(of("refunded", refund.id), refund.amount, accounts::at(account_.payment.provider),
                                   std::string{accounts::refunds_due}));
  changes_.refunds.push_back(refund);
  account_.refunds.push_back(std::move(refund));
  if (!capture->kept) return;
  if (capture->left() == 0) tell("payment.reversed");
  else
    tell("payment.refunded", {{"amount_minor", seen.amount.amount_minor},
                              {"currency", seen.amount.currency.text()},
                              {"reason", "at-provider"},
                              {"excess", false}});
}

void Bookkeeper::take(const ProviderDispute& seen) {
  auto* dispute = first_of(account_.disputes, [&](const Dispute& one) { return one.ref == seen.ref; });
  if (dispute == nullptr) {
    auto* capture = first_of(account_.captures, [&](const Capture& one) { return one.ref == seen.capture_ref; });
    if (capture == nullptr) return;
    if (seen.amount.currency != capture->amount.currency || seen.amount.amount_minor > capture->left()) {
      find("dispute-above-what-is-left", seen.ref, seen.amount, "the payment was refunded, and is disputed as well");
      return;
    }
    account_.disputes.push_back({ids_.next(now_), capture->id, seen.ref, seen.amount, DisputeState::open});
    dispute = &account_.disputes.back();
    changes_.disputes.push_back(*dispute);
    promise(*capture, seen.amount.amount_minor);
    changes_.postings.push_back(
        move(of("dispute", dispute->id), seen.amount, std::string{accounts::disputed}, owed_as(*capture)));
    // One that is won already freezes nothing: the two events might be taken the other way round.
    if (capture->kept && seen.state != ProviderDispute::State::won) tell("payment.disputed");
  }
  if (seen.state == ProviderDispute::State::won) decide(*dispute, DisputeStep::we_won);
  if (seen.state == ProviderDispute::State::lost) decide(*dispute, DisputeStep::we_lost);
}

void Bookkeeper::decide(Dispute& dispute, DisputeStep step) {
  const auto next = after(dispute.state, step);
  if (!next) return;
  dispute.state = *next;
  changes_.dispute_changes.push_back(dispute);
  Capture& of_it = capture(dispute.capture);
  if (step == DisputeStep::we_won) {
    promise(of_it, -dispute.amount.amount_minor);
    changes_.postings.push_back(
        move(of("dispute-won", dispute.id), dispute.amount, owed_as(of_it), std::string{accounts::disputed}));
    if (of_it.kept) tell("payment.dispute_won");
  } else {
    changes_.postings.push_back(move(of("dispute-lost", dispute.id), dispute.amount, accounts::at(account_.payment.provider),
                                     std::string{accounts::disputed}));
    if (of_it.kept) tell("payment.dispute_lost", {{"amount_minor", dispute.amount.amount_minor}});
  }
}

Money Bookkeeper::refundable() const {
  for (const auto& one : account_.captures) {
    if (one.kept) return {one.left(), one.amount.currency};
  }
  return {0, account_.payment.amount.currency};
}

std::optional<std::uint64_t> Bookkeeper::set_aside(RefundOrder order) {
  Capture* from = kept();
  if (from == nullptr || order.amount_minor <= 0) return std::nullopt;
  if (base::guards::refunds_are_limited && order.amount_minor > from->left()) return std::nullopt;
  Refund refund;
  refund.id = ids_.next(now_);
  refund.capture = from->id;
  refund.amount = {order.amount_minor, from->amount.currency};
  refund.state = order.voids_tickets ? RefundState::reserved : RefundState::due;
  refund.reason = std::move(order.reason);
  refund.tickets = std::move(order.tickets);
  refund.used_too = order.used_too;
  refund.by = order.by;
  refund.goodwill = order.goodwill;
  refund.key_hash = std::move(order.key_hash);
  refund.body_hash = std::move(order.body_hash);
  promise(*from, order.amount_minor);
  changes_.postings.push_back(move(of("refund", refund.id), refund.amount, std::string{accounts::refunds_due}, owed_as(*from)));
  if (order.voids_tickets) {
    boost::json::array tickets;
    for (const auto ticket : refund.tickets) tickets.emplace_back(ticket.text());
    tell("refund.requested",
         {{"refund_id", std::to_string(refund.id)}, {"ticket_ids", std::move(tickets)}, {"used_too", refund.used_too}});
  }
  changes_.refunds.push_back(refund);
  const std::uint64_t id = refund.id;
  account_.refunds.push_back(std::move(refund));
  set_status();
  return id;
}

std::int64_t Bookkeeper::undecided(const Capture& capture) const {
  std::int64_t held = 0;
  for (const auto& one : account_.disputes) {
    if (one.capture == capture.id && one.state == DisputeState::open) held += one.amount.amount_minor;
  }
  for (const auto& one : account_.refunds) {
    if (one.capture == capture.id && one.state == RefundState::reserved) held += one.amount.amount_minor;
  }
  return held;
}

void Bookkeeper::give_back(std::optional<std::int64_t> amount_minor, std::string reason) {
  const Capture* from = kept();
  if (from == nullptr) return;
  const std::int64_t held = undecided(*from), wanted = amount_minor.value_or(from->left() + held);
  const std::int64_t short_by = std::min(wanted - std::min(wanted, from->left()), held);
  if (short_by > 0)
    find("refund-short", account_.payment.id.text() + ":" + reason, {short_by, from->amount.currency},
         "held back: it may stay though it is to go");
  RefundOrder order;
  order.amount_minor = std::min(wanted, from->left());
  order.reason = std::move(reason);
  set_aside(std::move(order));
}

void Bookkeeper::step(Refund& refund, RefundStep step) {
  const auto next = after(refund.state, step);
  if (!next) return;
  const bool same = *next == refund.state;
  refund.state = *next;
  Capture& from = capture(refund.capture);
  if (!same || step == RefundStep::provider_has_it) changes_.refund_changes.push_back(refund);
  if (*next == RefundState::succeeded) {
    changes_.postings.push_back(move(of("refunded", refund.id), refund.amount, accounts::at(account_.payment.provider),
                                     std::string{accounts::refunds_due}));
    tell("payment.refunded", {{"refund_id", std::to_string(refund.id)},
                              {"amount_minor", refund.amount.amount_minor},
                              {"currency", refund.amount.currency.text()},
                              {"reason", refund.reason},
                              {"excess", !from.kept}});
  }
  if (*next == RefundState::failed || *next == RefundState::refused) {
    promise(from, -refund.amount.amount_minor);
    changes_.postings.push_back(
        move(of("refund-undone", refund.id), refund.amount, owed_as(from), std::string{accounts::refunds_due}));
  }
  set_status();
}

void Bookkeeper::tickets_void(std::uint64_t id) {
  if (auto* found = refund(id)) step(*found, RefundStep::tickets_void);
}

void Bookkeeper::tickets_stay(std::uint64_t id, std::string reason) {
  auto* found = refund(id);
  if (found == nullptr || found->state != RefundState::reserved) return;
  found->provider_ref = std::move(reason);
  step(*found, RefundStep::tickets_stay);
}

void Bookkeeper::refund_answered(std::uint64_t id, const ProviderRefund& answer) {
  auto* found = refund(id);
  if (found == nullptr || !is_open(found->state)) return;
  const bool news = found->provider_ref != answer.ref;
  found->provider_ref = answer.ref;
  switch (answer.state) {
    case ProviderRefund::State::pending:
      if (news || found->state == RefundState::due) step(*found, RefundStep::provider_has_it);
      break;
    case ProviderRefund::State::succeeded: step(*found, RefundStep::provider_did_it); break;
    case ProviderRefund::State::failed: refund_never(id, "the provider says that it failed"); break;
  }
}

void Bookkeeper::refund_never(std::uint64_t id, std::string why) {
  auto* found = refund(id);
  if (found == nullptr || !after(found->state, RefundStep::provider_refused)) return;
  find("refund-failed", std::to_string(id), found->amount, std::move(why));
  step(*found, RefundStep::provider_refused);
}

// A paid payment is as its refunds and disputes are.
void Bookkeeper::set_status() {
  if (!has_money(account_.payment.status)) return;
  const Capture* from = kept();
  if (from == nullptr) return;
  bool open = false;
  std::int64_t back = 0;
  for (const auto& one : account_.refunds) {
    if (one.capture != from->id) continue;
    open = open || is_open(one.state);
    if (one.state == RefundState::succeeded) back += one.amount.amount_minor;
  }
  for (const auto& one : account_.disputes) {
    if (one.capture == from->id && one.state == DisputeState::lost) back += one.amount.amount_minor;
  }
  const Status now = account_.payment.status;
  const Status wanted = open                                ? Status::refund_pending
                        : back >= from->amount.amount_minor ? Status::refunded
                        : back > 0                          ? Status::partially_refunded
                                                            : Status::captured;
  if (wanted == now) return;
  switch (wanted) {
    case Status::refund_pending: return become(Step::refund_begun);
    case Status::refunded: return become(Step::all_refunded);
    case Status::partially_refunded: return become(Step::partly_refunded);
    default: return become(Step::refund_undone);
  }
}

}  // namespace gelora::payment
