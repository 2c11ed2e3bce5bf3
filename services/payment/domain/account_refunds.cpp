// What goes back: set aside, given to the provider, refused, done, failed after all.
#include <algorithm>
#include <boost/json/array.hpp>

#include "base/guards.hpp"
#include "payment/domain/account.hpp"

namespace gelora::payment {
namespace {

using namespace std::chrono_literals;

constexpr Duration excess_rests = 24h;  // between two refunds of money that is not ours

const std::string refunds_due{accounts::refunds_due};

}  // namespace

// Sets the money aside, by whoever's wish.
Refund& Bookkeeper::begin(Refund refund, Capture& from) {
  refund.id = ids_.next(now_);
  refund.capture = from.id;
  refund.created_at = now_;
  promise(from, refund.amount.amount_minor);
  post("refund", refund.id, refund.amount, refunds_due, from.account());
  changes_.refunds.push_back(refund);
  return account_.refunds.emplace_back(std::move(refund));
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
  Refund wish;
  wish.amount = {order.amount_minor, from->amount.currency};
  wish.state = order.voids_tickets ? RefundState::reserved : RefundState::due;
  wish.reason = std::move(order.reason);
  wish.tickets = std::move(order.tickets);
  wish.used_too = order.used_too;
  wish.by = order.by;
  wish.goodwill = order.goodwill;
  wish.key_hash = std::move(order.key_hash);
  wish.body_hash = std::move(order.body_hash);
  const Refund& refund = begin(std::move(wish), *from);
  if (order.voids_tickets) {
    boost::json::array tickets;
    for (const auto ticket : refund.tickets) tickets.emplace_back(ticket.text());
    tell("refund.requested",
         {{"refund_id", std::to_string(refund.id)}, {"ticket_ids", std::move(tickets)}, {"used_too", refund.used_too}});
  }
  const std::uint64_t id = refund.id;
  set_status();
  return id;
}

std::int64_t Bookkeeper::undecided(const Capture& capture) const {
  std::int64_t held = 0;
  for (const auto& one : account_.disputes) {
    if (one.capture == capture.id && one.state == DisputeState::open) held += one.held;
  }
  for (const auto& one : account_.refunds) {
    if (one.capture == capture.id && one.state == RefundState::reserved) held += one.amount.amount_minor;
  }
  return held;
}

// The booking of this money has no ticket any more: so much of it, or all, has nothing that it is for.
void Bookkeeper::end(Capture& from, std::optional<std::int64_t> amount_minor, std::string reason) {
  const std::int64_t held = undecided(from), wanted = amount_minor.value_or(from.left() + held);
  const std::int64_t at_once = std::min(wanted, from.left());
  from.reason = reason;
  owe(from, std::max(from.owed_back, std::min(wanted - at_once, held)));
  RefundOrder order;
  order.amount_minor = at_once;
  order.reason = std::move(reason);
  set_aside(std::move(order));
}

void Bookkeeper::owe(Capture& capture, std::int64_t amount_minor) {
  capture.owed_back = amount_minor;
  changes_.debts.push_back({capture.id, amount_minor, capture.reason});
}

void Bookkeeper::pay_what_is_owed(Capture& from) {
  RefundOrder order;
  order.amount_minor = std::min(from.owed_back, from.left());
  if (order.amount_minor <= 0) return;
  order.reason = from.reason;
  owe(from, from.owed_back - order.amount_minor);
  set_aside(std::move(order));
}

void Bookkeeper::give_back(std::optional<std::int64_t> amount_minor, std::string reason) {
  Capture* from = kept();
  if (from == nullptr) return;
  end(*from, amount_minor, std::move(reason));
  const bool comes =
      undecided(*from) > 0 || std::any_of(account_.refunds.begin(), account_.refunds.end(),
                                          [&](const Refund& one) { return one.capture == from->id && is_open(one.state); });
  if (comes) return;
  // The booking waits for a refund, and there is nothing that could be one.
  Refund none;
  none.amount.currency = from->amount.currency;
  none.reason = "nothing-left";
  tell_refunded(none, *from);
}

void Bookkeeper::tell_refunded(const Refund& refund, const Capture& from) {
  boost::json::object data{{"amount_minor", refund.amount.amount_minor},
                           {"currency", refund.amount.currency.text()},
                           {"reason", refund.reason},
                           {"excess", !from.kept}};
  if (refund.id != 0) data["refund_id"] = std::to_string(refund.id);
  tell("payment.refunded", std::move(data));
}

void Bookkeeper::step(Refund& refund, RefundStep step) {
  const auto next = after(refund.state, step);
  if (!next) return;
  const bool same = *next == refund.state;
  refund.state = *next;
  Capture& from = capture(refund.capture);
  if (!same || step == RefundStep::provider_has_it) changes_.refund_changes.push_back(refund);
  if (*next == RefundState::succeeded) {
    post("refunded", refund.id, refund.amount, accounts::at(account_.payment), refunds_due);
    tell_refunded(refund, from);
  }
  if (*next == RefundState::failed || *next == RefundState::refused) {
    promise(from, -refund.amount.amount_minor);
    post("refund-undone", refund.id, refund.amount, from.account(), refunds_due);
  }
  set_status();
}

void Bookkeeper::tickets_void(std::uint64_t id) {
  auto* found = refund(id);
  if (found == nullptr || found->state != RefundState::reserved) return;
  step(*found, RefundStep::tickets_void);
  Capture& from = capture(found->capture);
  if (from.owed_back > 0) owe(from, from.owed_back - std::min(from.owed_back, found->amount.amount_minor));
  // It was for all tickets: other refunds that wait for some of them will be refused, or were.
  if (found->tickets.empty()) end(from, std::nullopt, found->reason);
}

void Bookkeeper::tickets_stay(std::uint64_t id, std::string reason) {
  auto* found = refund(id);
  if (found == nullptr || found->state != RefundState::reserved) return;
  found->provider_ref = std::move(reason);
  step(*found, RefundStep::tickets_stay);
  pay_what_is_owed(capture(found->capture));
}

void Bookkeeper::refund_answered(std::uint64_t id, const ProviderRefund& answer) {
  auto* found = refund(id);
  if (found == nullptr) return;
  if (found->state == RefundState::succeeded && answer.state == ProviderRefund::State::failed) return taken_back(*found);
  const bool was_given_up = found->state == RefundState::failed || found->state == RefundState::returned;
  if (was_given_up && answer.state == ProviderRefund::State::succeeded) return done_after_all(*found);
  if (!is_open(found->state)) return;
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

Payout Bookkeeper::pay_out(std::uint64_t id, UserId by) {
  auto* found = refund(id);
  CHECK(found != nullptr);
  if (!account_.payment.at_counter()) return Payout::not_at_counter;
  if (found->state == RefundState::succeeded) return Payout::done;
  if (found->state == RefundState::reserved) return Payout::reserved;
  if (!is_open(found->state)) return Payout::failed;
  found->paid_by = by;
  step(*found, RefundStep::provider_did_it);
  return Payout::done;
}

// The buyer's bank sent it back: the provider holds the money again.
void Bookkeeper::taken_back(Refund& refund) {
  refund.state = *after(refund.state, RefundStep::provider_took_it_back);
  changes_.refund_changes.push_back(refund);
  Capture& from = capture(refund.capture);
  find("refund-returned", std::to_string(refund.id), refund.amount, "it had succeeded, and failed later: the buyer has nothing");
  promise(from, -refund.amount.amount_minor);
  post("refund-returned", refund.id, refund.amount, from.account(), accounts::at(account_.payment));
  set_status();
}

// It was given up, and its money may have gone back another way since.
void Bookkeeper::done_after_all(Refund& refund) {
  Capture& from = capture(refund.capture);
  const auto next = after(refund.state, RefundStep::provider_did_it);
  const bool has_room = next && refund.amount.amount_minor <= from.left();
  find("refund-after-all", std::to_string(refund.id), refund.amount,
       has_room ? "it was given up, and was made" : "it was given up, and was made: more went back than we know of");
  if (!has_room) return;
  refund.state = *next;
  changes_.refund_changes.push_back(refund);
  promise(from, refund.amount.amount_minor);
  post("refund-redone", refund.id, refund.amount, accounts::at(account_.payment), from.account());
  tell_refunded(refund, from);
  set_status();
}

// A refund that is not ours was made at the provider, by a person.
void Bookkeeper::take(const ProviderRefund& seen) {
  const auto known = std::find_if(account_.refunds.begin(), account_.refunds.end(), [&](const Refund& one) {
    return one.id == seen.key || (!one.provider_ref.empty() && one.provider_ref == seen.ref);
  });
  if (known != account_.refunds.end()) return refund_answered(known->id, seen);
  const auto from = std::find_if(account_.captures.begin(), account_.captures.end(),
                                 [&](const Capture& one) { return one.ref == seen.capture_ref; });
  if (from == account_.captures.end() || seen.state != ProviderRefund::State::succeeded) return;
  if (is_nothing(seen.ref, seen.amount)) return;
  find("refund-not-ours", seen.ref.empty() ? seen.capture_ref : seen.ref, seen.amount, "made at the provider");
  const bool nameless = seen.ref.empty();  // it could not be told from itself the next time
  if (nameless || seen.amount.currency != from->amount.currency || seen.amount.amount_minor > from->left()) return;
  Refund wish;
  wish.amount = seen.amount;
  wish.state = RefundState::succeeded;
  wish.reason = "at-provider";
  wish.provider_ref = seen.ref;
  wish.goodwill = from->kept && seen.amount.amount_minor < from->left();
  const Refund refund = begin(std::move(wish), *from);
  post("refunded", refund.id, refund.amount, accounts::at(account_.payment), refunds_due);
  if (!from->kept) return;
  if (from->left() > 0) return tell_refunded(refund, *from);
  tell("payment.reversed", {{"amount_minor", refund.amount.amount_minor}, {"currency", refund.amount.currency.text()}});
  if (from->reason.empty()) end(*from, std::nullopt, refund.reason);
}

// Money without a right to it whose refund has failed: asked for anew, under another name, as long as the payment is looked at.
void Bookkeeper::try_excess_again() {
  for (auto& one : account_.captures) {
    if (one.kept || one.left() <= 0) continue;
    const bool rests = std::any_of(account_.refunds.begin(), account_.refunds.end(), [&](const Refund& refund) {
      return refund.capture == one.id && (is_open(refund.state) || now_ - refund.created_at < excess_rests);
    });
    if (rests) continue;
    Refund refund;
    refund.amount = {one.left(), one.amount.currency};
    refund.reason = one.reason;
    begin(std::move(refund), one);
  }
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
    if (one.capture == from->id && one.state == DisputeState::lost) back += one.held;
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
