#include "ledger.hpp"

#include <sodium.h>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

#include "base/encoding.hpp"

namespace gelora::bank {
namespace {

using namespace std::chrono_literals;
using mysql::i64, mysql::u64, mysql::text, mysql::instant;

constexpr auto insert_session =
    "INSERT IGNORE INTO sessions (id, merchant_key, reference, amount_minor, currency, description, return_url, status, "
    "created_at_us, "
    "expires_at_us) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)";
constexpr auto select_by_key =
    "SELECT id, reference, amount_minor, currency, description, return_url, status, declines, expires_at_us FROM sessions WHERE "
    "merchant_key = ?";
constexpr auto select_session =
    "SELECT id, reference, amount_minor, currency, description, return_url, status, declines, expires_at_us FROM sessions WHERE "
    "id = ?";
constexpr auto lock_session =
    "SELECT id, reference, amount_minor, currency, description, return_url, status, declines, expires_at_us FROM sessions WHERE "
    "id = ? FOR UPDATE";
constexpr auto update_closed = "UPDATE sessions SET status = 3 WHERE id = ? AND status = 1";
constexpr auto update_captured = "UPDATE sessions SET status = 2 WHERE id = ?";
constexpr auto count_decline = "UPDATE sessions SET declines = declines + 1 WHERE id = ?";
constexpr auto insert_capture =
    "INSERT INTO captures (id, session_id, amount_minor, currency, created_at_us) VALUES (?, ?, ?, ?, ?)";
constexpr auto select_captures =
    "SELECT id, amount_minor, currency, refunded_at_us FROM captures WHERE session_id = ? ORDER BY created_at_us, id";
constexpr auto update_refunded = "UPDATE captures SET refunded_at_us = COALESCE(refunded_at_us, ?) WHERE id = ?";
constexpr auto find_capture = "SELECT 1 FROM captures WHERE id = ?";
constexpr auto insert_outcome = "INSERT INTO outcomes (session_id, outcome, due_at_us) VALUES (?, ?, ?)";
constexpr auto select_due = "SELECT id, session_id, outcome FROM outcomes WHERE due_at_us <= ? ORDER BY due_at_us, id LIMIT 100";
constexpr auto lock_outcome = "SELECT id FROM outcomes WHERE id = ? FOR UPDATE";
constexpr auto delete_outcome = "DELETE FROM outcomes WHERE id = ?";
constexpr auto postpone_outcome = "UPDATE outcomes SET due_at_us = ? WHERE id = ?";
constexpr auto insert_webhook = "INSERT INTO webhooks (id, body, attempts, next_attempt_us) VALUES (?, ?, ?, ?)";
constexpr auto select_webhooks =
    "SELECT id, body, attempts FROM webhooks WHERE next_attempt_us <= ? ORDER BY next_attempt_us LIMIT 100";
constexpr auto postpone_webhook = "UPDATE webhooks SET attempts = attempts + 1, next_attempt_us = ? WHERE id = ?";

std::string random_id(std::string_view prefix) {
  unsigned char bytes[12];
  randombytes_buf(bytes, sizeof bytes);
  return std::string{prefix} + to_hex(bytes);
}

SessionRow read(mysql::RowView row) {
  return {text(row.at(0)),
          text(row.at(1)),
          text(row.at(4)),
          text(row.at(5)),
          {i64(row.at(2)), *Currency::parse(text(row.at(3)))},
          static_cast<SessionStatus>(u64(row.at(6))),
          u64(row.at(7)),
          instant(row.at(8))};
}

// A session that nobody paid in time is closed, whether or not somebody wrote it down.
void end_in_time(SessionRow& session, Instant now) {
  if (session.status == SessionStatus::open && session.expires_at <= now) session.status = SessionStatus::closed;
}

Task<> capture(mysql::Connection& db, SessionRow session, Instant now) {
  co_await db.query(insert_capture, random_id("cap_"), session.id, session.amount.amount_minor, session.amount.currency.text(),
                    now);
  co_await db.query(update_captured, session.id);
}

// `lost`: the first sending goes nowhere; the next comes some seconds later.
Task<> notify(mysql::Connection& db, IdGenerator& ids, std::string session, std::string type, bool lost, Instant now) {
  const std::uint64_t id = ids.next(now);
  boost::json::object body;
  body["id"] = std::to_string(id);
  body["type"] = type;
  body["session_id"] = session;
  body["created_at"] = to_rfc3339(now);
  const auto due = lost ? now + 5s : now;
  co_await db.query(insert_webhook, id, boost::json::serialize(body), static_cast<int>(lost), due);
}

struct DueOutcome {
  std::uint64_t id;
  std::string session, outcome;
};

// One that is not in the table (id 0) was just chosen.
Task<> perform(mysql::Connection& db, IdGenerator& ids, DueOutcome due, Instant now) {
  if (due.id != 0) {
    const auto still = co_await db.query(lock_outcome, due.id);
    if (still.rows().empty()) co_return;
  }
  const auto found = co_await db.query(lock_session, due.session);
  SessionRow session = read(found.rows().at(0));
  end_in_time(session, now);
  if (due.outcome == "pay_late" && session.status == SessionStatus::open) {
    if (due.id != 0) co_await db.query(postpone_outcome, now + 100ms, due.id);
    else co_await db.query(insert_outcome, session.id, due.outcome, now + 100ms);
    co_return;
  }
  if (due.id != 0) co_await db.query(delete_outcome, due.id);
  if (due.outcome == "decline") {
    if (session.status == SessionStatus::open) {
      co_await db.query(count_decline, session.id);
      co_await notify(db, ids, session.id, "session.declined", false, now);
    }
    co_return;
  }
  const bool takes_money =
      due.outcome == "pay_late" ? session.status == SessionStatus::closed : session.status == SessionStatus::open;
  if (!takes_money) co_return;
  const int times = due.outcome == "pay_twice" ? 2 : 1;
  for (int i = 0; i < times; ++i) {
    co_await capture(db, session, now);
    co_await notify(db, ids, session.id, "session.captured", due.outcome == "capture_then_timeout", now);
  }
}

}  // namespace

std::string_view name_of(SessionStatus status) {
  switch (status) {
    case SessionStatus::open: return "open";
    case SessionStatus::captured: return "captured";
    case SessionStatus::closed: return "closed";
  }
  return "";
}

Task<SessionRow> open_session(mysql::Pool& pool, NewSession wish) {
  co_await pool.query(insert_session, random_id("ss_"), wish.merchant_key, wish.reference, wish.amount.amount_minor,
                      wish.amount.currency.text(), wish.description, wish.return_url, wish.now, wish.expires_at);
  const auto found = co_await pool.query(select_by_key, wish.merchant_key);
  co_return read(found.rows().at(0));
}

Task<std::optional<SessionRow>> find_session(mysql::Pool& pool, std::string id, Instant now) {
  const auto found = co_await pool.query(select_session, id);
  if (found.rows().empty()) co_return std::nullopt;
  SessionRow session = read(found.rows().at(0));
  end_in_time(session, now);
  co_return session;
}

Task<std::vector<Capture>> captures_of(mysql::Pool& pool, std::string session) {
  const auto found = co_await pool.query(select_captures, session);
  std::vector<Capture> captures;
  for (const auto row : found.rows())
    captures.push_back({text(row.at(0)), {i64(row.at(1)), *Currency::parse(text(row.at(2)))}, !row.at(3).is_null()});
  co_return captures;
}

Task<std::optional<SessionRow>> close_session(mysql::Pool& pool, std::string id, Instant now) {
  co_await pool.query(update_closed, id);
  co_return co_await find_session(pool, id, now);
}

Task<bool> refund(mysql::Pool& pool, std::string id, Instant now) {
  co_await pool.query(update_refunded, now, id);
  const auto found = co_await pool.query(find_capture, id);
  co_return !found.rows().empty();
}

bool is_outcome(std::string_view word) {
  return word == "pay" || word == "decline" || word == "pay_late" || word == "pay_twice" || word == "capture_then_timeout";
}

Task<> choose(mysql::Pool& pool, IdGenerator& ids, std::string session, std::string outcome, Duration delay, Instant now) {
  if (delay > Duration{}) {
    co_await pool.query(insert_outcome, session, outcome, now + delay);
    co_return;
  }
  DueOutcome at_once{0, std::move(session), std::move(outcome)};
  auto body = [&ids, &at_once, now](mysql::Connection& db) -> Task<> { co_await perform(db, ids, at_once, now); };
  co_await pool.transaction(body);
}

Task<std::size_t> perform_due(mysql::Pool& pool, IdGenerator& ids, Instant now) {
  std::vector<DueOutcome> due;
  {
    const auto found = co_await pool.query(select_due, now);
    for (const auto row : found.rows()) due.push_back({u64(row.at(0)), text(row.at(1)), text(row.at(2))});
  }
  for (const auto& one : due) {
    auto body = [&ids, &one, now](mysql::Connection& db) -> Task<> { co_await perform(db, ids, one, now); };
    co_await pool.transaction(body);
  }
  co_return due.size();
}

Task<std::vector<WebhookRow>> webhooks_due(mysql::Pool& pool, Instant now) {
  const auto found = co_await pool.query(select_webhooks, now);
  std::vector<WebhookRow> webhooks;
  for (const auto row : found.rows()) webhooks.push_back({u64(row.at(0)), text(row.at(1)), u64(row.at(2))});
  co_return webhooks;
}

Task<> webhooks_delivered(mysql::Pool& pool, std::vector<std::uint64_t> ids) {
  if (!ids.empty()) co_await pool.run("DELETE FROM webhooks WHERE id IN (" + mysql::id_list(ids) + ")");
}

Task<> webhook_failed(mysql::Pool& pool, std::uint64_t id, Instant next) { co_await pool.query(postpone_webhook, next, id); }

}  // namespace gelora::bank
