#include "outcomes.hpp"

#include <algorithm>
#include <array>

namespace gelora::bank {
namespace {

using namespace std::chrono_literals;
using mysql::u64, mysql::text;
using What = News::What;

constexpr std::array<std::string_view, 18> outcomes{"pay",
                                                    "decline",
                                                    "pay_late",
                                                    "pay_twice",
                                                    "capture_then_timeout",
                                                    "underpay",
                                                    "wrong_currency",
                                                    "wrong_account",
                                                    "dispute",
                                                    "dispute_part",
                                                    "win_dispute",
                                                    "lose_dispute",
                                                    "fail_refunds",
                                                    "slow_refunds",
                                                    "restore_refunds",
                                                    "return_refunds",
                                                    "refund_by_hand",
                                                    "refund_part_by_hand"};
constexpr auto slow_refund_takes = 2s;

constexpr auto insert_outcome = "INSERT INTO outcomes (session_id, outcome, due_at_us) VALUES (?, ?, ?)";
constexpr auto select_due = "SELECT id, session_id, outcome FROM outcomes WHERE due_at_us <= ? ORDER BY due_at_us, id LIMIT 100";
constexpr auto lock_outcome = "SELECT id FROM outcomes WHERE id = ? FOR UPDATE";
constexpr auto delete_outcome = "DELETE FROM outcomes WHERE id = ?";
constexpr auto postpone_outcome = "UPDATE outcomes SET due_at_us = ? WHERE id = ?";

struct DueOutcome {
  std::uint64_t id = 0;  // 0: just chosen, not in the table
  std::string session, outcome;
};

// What the buyer pays instead of what was asked.
Money paid(const SessionRow& session, std::string_view outcome) {
  Money amount = session.amount;
  if (outcome == "underpay")
    amount.amount_minor = std::max<std::int64_t>(amount.amount_minor - 1000, (amount.amount_minor + 1) / 2);
  if (outcome == "wrong_currency") amount.currency = *Currency::parse(amount.currency.text() == "USD" ? "SGD" : "USD");
  return amount;
}

Task<> pay(const Teller& teller, mysql::Connection& db, SessionRow session, std::string outcome, Instant now) {
  // an order of Midtrans' can be charged once only
  const int times = outcome == "pay_twice" && session.protocol != Protocol::midtrans ? 2 : 1;
  for (int i = 0; i < times; ++i) {
    const auto id = co_await capture(db, session, paid(session, outcome), outcome == "wrong_account", now);
    co_await teller.tell(db, session.id, What::captured, id, outcome == "capture_then_timeout", now);
  }
}

Task<> dispute(const Teller& teller, mysql::Connection& db, SessionRow session, bool a_part, Instant now) {
  if (session.status == SessionStatus::open) {
    co_await pay(teller, db, session, "pay", now);
    session.status = SessionStatus::captured;
  }
  const Book book = co_await read_book(db, session);
  for (const auto& one : book.captures) {
    const bool disputed =
        std::any_of(book.disputes.begin(), book.disputes.end(), [&](const auto& other) { return other.capture == one.id; });
    if (disputed) continue;
    Capture disputed_of_it = one;
    if (a_part) disputed_of_it.amount.amount_minor = (one.amount.amount_minor + 1) / 2;
    const auto id = co_await open_dispute(db, session.protocol, std::move(disputed_of_it), now);
    co_await teller.tell(db, session.id, What::dispute_opened, id, false, now);
    co_return;
  }
}

Task<> decide_dispute(const Teller& teller, mysql::Connection& db, SessionRow session, DisputeState state, Instant now) {
  const Book book = co_await read_book(db, session);
  for (const auto& one : book.disputes) {
    if (one.state != DisputeState::open) continue;
    co_await close_dispute(db, one.id, state);
    co_await teller.tell(db, session.id, What::dispute_closed, one.id, false, now);
  }
}

// What a person does with the provider's own page, all that is left or a part of it; and what a buyer's bank does weeks later.
Task<> refund_by_hand(const Teller& teller, mysql::Connection& db, SessionRow session, bool a_part, Instant now) {
  const Book book = co_await read_book(db, session);
  for (const auto& one : book.captures) {
    const std::int64_t left = one.amount.amount_minor - one.refunded_minor;
    Refund refund;
    refund.id = random_id("re_");
    refund.key = "by hand " + refund.id;
    refund.capture = one.id;
    refund.amount = {a_part ? (left + 1) / 2 : left, one.amount.currency};
    refund.state = RefundState::succeeded;
    refund.details = "{}";
    refund.created_at = now;
    if (left <= 0) continue;
    co_await take_from_capture(db, one.id, refund.amount.amount_minor);
    co_await insert_refund(db, refund, std::nullopt);
    co_await teller.tell(db, session.id, What::refund_made, refund.id, false, now);
    co_return;
  }
}

Task<> return_refunds(const Teller& teller, mysql::Connection& db, SessionRow session, Instant now) {
  const Book book = co_await read_book(db, session);
  for (const auto& one : book.refunds) {
    if (one.state != RefundState::succeeded) continue;
    co_await return_refund(db, one);
    co_await teller.tell(db, session.id, What::refund_changed, one.id, false, now);
  }
}

Task<> happen(const Teller& teller, mysql::Connection& db, SessionRow session, std::string outcome, Instant now) {
  if (outcome == "dispute" || outcome == "dispute_part")
    co_return co_await dispute(teller, db, std::move(session), outcome == "dispute_part", now);
  if (outcome == "refund_by_hand" || outcome == "refund_part_by_hand")
    co_return co_await refund_by_hand(teller, db, std::move(session), outcome == "refund_part_by_hand", now);
  if (outcome == "return_refunds") co_return co_await return_refunds(teller, db, std::move(session), now);
  if (outcome == "win_dispute") co_return co_await decide_dispute(teller, db, std::move(session), DisputeState::won, now);
  if (outcome == "lose_dispute") co_return co_await decide_dispute(teller, db, std::move(session), DisputeState::lost, now);
  if (outcome == "fail_refunds") co_return co_await set_refund_mode(db, session.id, RefundMode::fail);
  if (outcome == "slow_refunds") co_return co_await set_refund_mode(db, session.id, RefundMode::slow);
  if (outcome == "restore_refunds") co_return co_await set_refund_mode(db, session.id, RefundMode::succeed);
  const bool open = session.status == SessionStatus::open;
  if (outcome == "decline") {
    if (!open) co_return;
    co_await count_decline(db, session.id);
    co_return co_await teller.tell(db, session.id, What::declined, "", false, now);
  }
  const bool takes_money = outcome == "pay_late" ? session.status == SessionStatus::closed : open;
  if (takes_money) co_await pay(teller, db, std::move(session), std::move(outcome), now);
}

Task<> perform(const Teller& teller, mysql::Connection& db, DueOutcome due, Instant now) {
  if (due.id != 0) {
    const auto still = co_await db.query(lock_outcome, due.id);
    if (still.rows().empty()) co_return;
  }
  auto session = co_await lock_session(db, due.session, now);
  if (due.outcome == "pay_late" && session->status == SessionStatus::open) {
    if (due.id != 0) co_await db.query(postpone_outcome, now + 100ms, due.id);
    else co_await db.query(insert_outcome, session->id, due.outcome, now + 100ms);
    co_return;
  }
  if (due.id != 0) co_await db.query(delete_outcome, due.id);
  co_await happen(teller, db, std::move(*session), due.outcome, now);
}

Task<> finish(Desk desk, DueRefund due, Instant now) {
  auto body = [desk, &due, now](mysql::Connection& db) -> Task<> {
    const bool news = co_await finish_refund(db, due.id);
    if (news) co_await desk.teller.tell(db, due.session, What::refund_changed, due.id, false, now);
  };
  co_await desk.pool.transaction(body);
}

Task<RefundOutcome> refund_within(const Teller& teller, mysql::Connection& db, RefundRequest wish, SessionRow session,
                                  Instant now) {
  auto made = co_await find_refund_by_key(db, wish.key);
  if (made && (made->capture != wish.capture || made->amount.amount_minor != wish.amount_minor)) co_return OtherRequest{};
  if (made) co_return std::move(*made);
  const auto mode = session.refunds;
  if (mode != RefundMode::fail) {
    const bool enough = co_await take_from_capture(db, wish.capture, wish.amount_minor);
    if (!enough) co_return ExceedsCapture{};
  }
  Refund refund;
  refund.id = random_id("re_");
  refund.key = wish.key;
  refund.capture = wish.capture;
  refund.amount = {wish.amount_minor, session.amount.currency};
  refund.state = mode == RefundMode::slow   ? RefundState::pending
                 : mode == RefundMode::fail ? RefundState::failed
                                            : RefundState::succeeded;
  refund.reason = wish.reason;
  refund.details = wish.details;
  refund.created_at = now;
  const auto due = mode == RefundMode::slow ? std::optional{now + slow_refund_takes} : std::nullopt;
  co_await insert_refund(db, refund, due);
  co_await teller.tell(db, session.id, What::refund_made, refund.id, false, now);
  auto written = co_await find_refund_by_key(db, wish.key);
  co_return std::move(*written);
}

}  // namespace

std::string outcomes_listed() {
  std::string all;
  for (const auto word : outcomes) all += (all.empty() ? "" : ", ") + std::string{word};
  return all;
}

bool is_outcome(std::string_view word) { return std::find(outcomes.begin(), outcomes.end(), word) != outcomes.end(); }

bool ends_visit(std::string_view outcome) { return outcome != "decline" && !outcome.ends_with("_refunds"); }

Task<> choose(Desk desk, std::string session, std::string outcome, Duration delay, Instant now) {
  if (delay > Duration{}) {
    co_await desk.pool.query(insert_outcome, session, outcome, now + delay);
    co_return;
  }
  DueOutcome at_once{0, std::move(session), std::move(outcome)};
  auto body = [desk, &at_once, now](mysql::Connection& db) -> Task<> { co_await perform(desk.teller, db, at_once, now); };
  co_await desk.pool.transaction(body);
}

Task<> choose_method(Desk desk, std::string session, std::string method, Instant now) {
  auto body = [desk, &session, &method, now](mysql::Connection& db) -> Task<> {
    const bool chosen = co_await set_method(db, session, method);
    if (chosen) co_await desk.teller.tell(db, session, What::method_chosen, "", false, now);
  };
  co_await desk.pool.transaction(body);
}

Task<bool> end_session(Desk desk, std::string session, Instant now) {
  auto body = [desk, &session, now](mysql::Connection& db) -> Task<bool> {
    const bool ended = co_await close_session(db, session);
    if (ended) co_await desk.teller.tell(db, session, What::closed, "", false, now);
    co_return ended;
  };
  co_return co_await desk.pool.transaction(body);
}

Task<std::size_t> perform_due(Desk desk, Instant now) {
  std::vector<DueOutcome> due;
  {
    const auto found = co_await desk.pool.query(select_due, now);
    for (const auto row : found.rows()) due.push_back({u64(row.at(0)), text(row.at(1)), text(row.at(2))});
  }
  for (const auto& one : due) {
    auto body = [desk, &one, now](mysql::Connection& db) -> Task<> { co_await perform(desk.teller, db, one, now); };
    co_await desk.pool.transaction(body);
  }
  const auto refunds = co_await refunds_due(desk.pool, now);
  for (const auto& one : refunds) co_await finish(desk, one, now);
  const auto ended = co_await sessions_ended(desk.pool, now);
  for (const auto& one : ended) co_await end_session(desk, one, now);
  co_return due.size() + refunds.size() + ended.size();
}

Task<RefundOutcome> refund(Desk desk, RefundRequest wish, Instant now) {
  auto session = co_await find_session_of_capture(desk.pool, wish.capture, now);
  if (!session) co_return NoSuchCapture{};
  auto body = [desk, &wish, &session, now](mysql::Connection& db) -> Task<RefundOutcome> {
    auto locked = co_await lock_session(db, session->id, now);
    co_return co_await refund_within(desk.teller, db, wish, std::move(*locked), now);
  };
  co_return co_await desk.pool.transaction(body);
}

}  // namespace gelora::bank
