#include "ledger.hpp"

#include <sodium.h>

#include "base/encoding.hpp"

namespace gelora::bank {
namespace {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

#define SESSION_COLUMNS                                                                                                 \
  "s.id, s.reference, s.description, s.return_url, s.amount_minor, s.currency, s.status, s.declines, s.created_at_us, " \
  "s.expires_at_us, s.protocol, s.method, s.refunds, s.details"

constexpr auto insert_session =
    "INSERT IGNORE INTO sessions (id, merchant_key, reference, amount_minor, currency, description, return_url, status, "
    "created_at_us, expires_at_us, protocol, method, details, traceparent) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)";
constexpr auto select_by_key = "SELECT " SESSION_COLUMNS " FROM sessions s WHERE s.merchant_key = ?";
constexpr auto select_session = "SELECT " SESSION_COLUMNS " FROM sessions s WHERE s.id = ?";
constexpr auto select_locked = "SELECT " SESSION_COLUMNS " FROM sessions s WHERE s.id = ? FOR UPDATE";
constexpr auto select_of_capture =
    "SELECT " SESSION_COLUMNS " FROM sessions s JOIN captures c ON c.session_id = s.id WHERE c.id = ?";
constexpr auto select_with_money = "SELECT " SESSION_COLUMNS
                                   " FROM sessions s WHERE s.protocol = ? AND s.created_at_us >= ? AND s.created_at_us < ? AND "
                                   "(s.created_at_us > ? OR s.created_at_us = ? AND s.id > ?) AND EXISTS (SELECT 1 FROM captures "
                                   "c WHERE c.session_id = s.id) ORDER BY s.created_at_us, s.id LIMIT ?";
constexpr auto select_newest = "SELECT " SESSION_COLUMNS
                               " FROM sessions s WHERE s.protocol = ? AND s.created_at_us >= ? AND s.created_at_us < ? AND "
                               "(s.created_at_us < ? OR s.created_at_us = ? AND s.id < ?) ORDER BY s.created_at_us DESC, s.id "
                               "DESC LIMIT ?";
constexpr auto select_ended = "SELECT id FROM sessions WHERE status = 1 AND expires_at_us <= ? ORDER BY expires_at_us LIMIT 100";
constexpr auto update_closed = "UPDATE sessions SET status = 3 WHERE id = ? AND status = 1";
constexpr auto update_captured = "UPDATE sessions SET status = 2 WHERE id = ?";
constexpr auto update_method = "UPDATE sessions SET method = ? WHERE id = ? AND status = 1";
constexpr auto update_refund_mode = "UPDATE sessions SET refunds = ? WHERE id = ?";
constexpr auto update_declines = "UPDATE sessions SET declines = declines + 1 WHERE id = ?";
constexpr auto insert_capture =
    "INSERT INTO captures (id, session_id, amount_minor, currency, other_account, created_at_us) VALUES (?, ?, ?, ?, ?, ?)";
constexpr auto select_captures =
    "SELECT c.id, c.amount_minor, c.currency, c.refunded_minor, c.other_account, c.created_at_us, "
    "EXISTS (SELECT 1 FROM refunds r WHERE r.capture_id = c.id), EXISTS (SELECT 1 FROM disputes d WHERE d.capture_id = c.id) "
    "FROM captures c WHERE c.session_id = ? ORDER BY c.created_at_us, c.id";
constexpr auto update_refunded =
    "UPDATE captures SET refunded_minor = refunded_minor + ? WHERE id = ? AND refunded_minor + ? <= amount_minor";
#define REFUND_COLUMNS \
  "r.id, r.merchant_key, r.capture_id, r.amount_minor, c.currency, r.state, r.reason, r.details, r.created_at_us"
constexpr auto select_refunds =
    "SELECT " REFUND_COLUMNS
    " FROM refunds r JOIN captures c ON c.id = r.capture_id WHERE c.session_id = ? ORDER BY r.created_at_us, r.id";
constexpr auto select_newest_refunds =
    "SELECT " REFUND_COLUMNS
    ", s.id FROM refunds r JOIN captures c ON c.id = r.capture_id JOIN sessions s ON s.id = c.session_id WHERE s.protocol = ? "
    "AND "
    "r.created_at_us >= ? AND (? = '' OR (r.created_at_us, r.id) < (SELECT l.created_at_us, l.id FROM refunds l WHERE l.id = ?)) "
    "ORDER BY r.created_at_us DESC, r.id DESC LIMIT ?";
constexpr auto update_returned = "UPDATE refunds SET state = 3 WHERE id = ?";
constexpr auto select_refund_by_key =
    "SELECT " REFUND_COLUMNS " FROM refunds r JOIN captures c ON c.id = r.capture_id WHERE r.merchant_key = ?";
constexpr auto insert_refund_row =
    "INSERT INTO refunds (id, merchant_key, capture_id, amount_minor, state, reason, details, created_at_us, due_at_us) VALUES "
    "(?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_refunds_due =
    "SELECT r.id, c.session_id FROM refunds r JOIN captures c ON c.id = r.capture_id WHERE r.due_at_us <= ? LIMIT 100";
constexpr auto update_refund_done = "UPDATE refunds SET state = 2, due_at_us = NULL WHERE id = ? AND state = 1";
#define DISPUTE_COLUMNS "d.id, d.capture_id, d.amount_minor, c.currency, d.state, d.created_at_us"
constexpr auto select_newest_disputes = "SELECT " DISPUTE_COLUMNS
                                        ", s.id FROM disputes d JOIN captures c ON c.id = d.capture_id JOIN sessions s ON s.id = "
                                        "c.session_id WHERE s.protocol = ? AND "
                                        "d.created_at_us >= ? AND (? = '' OR (d.created_at_us, d.id) < (SELECT l.created_at_us, "
                                        "l.id FROM disputes l WHERE l.id = ?)) "
                                        "ORDER BY d.created_at_us DESC, d.id DESC LIMIT ?";
constexpr auto select_disputes = "SELECT " DISPUTE_COLUMNS
                                 " FROM disputes d JOIN captures c ON c.id = "
                                 "d.capture_id WHERE c.session_id = ? ORDER BY d.created_at_us, d.id";
constexpr auto insert_dispute =
    "INSERT INTO disputes (id, capture_id, amount_minor, state, created_at_us) VALUES (?, ?, ?, 1, ?)";
constexpr auto update_dispute = "UPDATE disputes SET state = ? WHERE id = ? AND state = 1";

Money money(mysql::FieldView amount, mysql::FieldView currency) { return {i64(amount), *Currency::parse(text(currency))}; }

SessionRow read_session(mysql::RowView row) {
  SessionRow s;
  s.id = text(row.at(0));
  s.reference = text(row.at(1));
  s.description = text(row.at(2));
  s.return_url = text(row.at(3));
  s.amount = money(row.at(4), row.at(5));
  s.status = static_cast<SessionStatus>(u64(row.at(6)));
  s.declines = u64(row.at(7));
  s.created_at = instant(row.at(8));
  s.expires_at = instant(row.at(9));
  s.protocol = static_cast<Protocol>(u64(row.at(10)));
  s.method = text(row.at(11));
  s.refunds = static_cast<RefundMode>(u64(row.at(12)));
  s.details = text(row.at(13));
  return s;
}

// A session that nobody paid in time is closed, whether or not somebody wrote it down.
std::vector<SessionRow> all_sessions(const mysql::Results& found, Instant now) {
  std::vector<SessionRow> sessions;
  for (const auto row : found.rows()) {
    SessionRow session = read_session(row);
    if (session.status == SessionStatus::open && session.expires_at <= now) session.status = SessionStatus::closed;
    sessions.push_back(std::move(session));
  }
  return sessions;
}

std::optional<SessionRow> first_session(const mysql::Results& found, Instant now) {
  auto sessions = all_sessions(found, now);
  if (sessions.empty()) return std::nullopt;
  return std::move(sessions.front());
}

Refund read_refund(mysql::RowView row) {
  return {
      text(row.at(0)), text(row.at(1)), text(row.at(2)),   money(row.at(3), row.at(4)), static_cast<RefundState>(u64(row.at(5))),
      text(row.at(6)), text(row.at(7)), instant(row.at(8))};
}

Dispute read_dispute(mysql::RowView row) {
  return {text(row.at(0)), text(row.at(1)), money(row.at(2), row.at(3)), static_cast<DisputeState>(u64(row.at(4))),
          instant(row.at(5))};
}

std::string_view session_prefix(Protocol protocol) {
  switch (protocol) {
    case Protocol::sandbox: return "ss_";
    case Protocol::stripe: return "cs_test_";
    case Protocol::midtrans: return "snap_";
  }
  return "";
}

// From a pool or within a transaction.
template <class Database>
Task<Book> read_all(Database& db, SessionRow session) {
  Book book;
  book.session = std::move(session);
  if (book.session.status != SessionStatus::captured) co_return book;  // no money, and nothing that comes of it
  bool any_refund = false, any_dispute = false;
  const auto captures = co_await db.query(select_captures, book.session.id);
  for (const auto row : captures.rows()) {
    book.captures.push_back(
        {text(row.at(0)), money(row.at(1), row.at(2)), i64(row.at(3)), u64(row.at(4)) != 0, instant(row.at(5))});
    any_refund |= i64(row.at(6)) != 0;
    any_dispute |= i64(row.at(7)) != 0;
  }
  if (any_refund) {
    const auto refunds = co_await db.query(select_refunds, book.session.id);
    for (const auto row : refunds.rows()) book.refunds.push_back(read_refund(row));
  }
  if (any_dispute) {
    const auto disputes = co_await db.query(select_disputes, book.session.id);
    for (const auto row : disputes.rows()) book.disputes.push_back(read_dispute(row));
  }
  co_return book;
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

std::string_view name_of(RefundState state) {
  switch (state) {
    case RefundState::pending: return "pending";
    case RefundState::succeeded: return "succeeded";
    case RefundState::failed: return "failed";
  }
  return "";
}

std::string_view name_of(DisputeState state) {
  switch (state) {
    case DisputeState::open: return "open";
    case DisputeState::won: return "won";
    case DisputeState::lost: return "lost";
  }
  return "";
}

std::string random_id(std::string_view prefix) {
  unsigned char bytes[12];
  randombytes_buf(bytes, sizeof bytes);
  return std::string{prefix} + to_hex(bytes);
}

Task<SessionRow> open_session(mysql::Pool& pool, NewSession wish) {
  SessionRow fresh;
  fresh.id = random_id(session_prefix(wish.protocol));
  const auto made = co_await pool.query(insert_session, fresh.id, wish.merchant_key, wish.reference, wish.amount.amount_minor,
                                        wish.amount.currency.text(), wish.description, wish.return_url, wish.now, wish.expires_at,
                                        static_cast<unsigned>(wish.protocol), wish.method, wish.details, wish.traceparent);
  if (made.affected_rows() == 0) {  // asked again under the same key
    const auto found = co_await pool.query(select_by_key, wish.merchant_key);
    co_return read_session(found.rows().at(0));
  }
  fresh.reference = wish.reference;
  fresh.description = wish.description;
  fresh.return_url = wish.return_url;
  fresh.amount = wish.amount;
  fresh.created_at = wish.now;
  fresh.expires_at = wish.expires_at;
  fresh.protocol = wish.protocol;
  fresh.method = wish.method;
  fresh.details = wish.details;
  co_return fresh;
}

Task<std::optional<SessionRow>> find_session(mysql::Pool& pool, std::string id, Instant now) {
  co_return first_session(co_await pool.query(select_session, id), now);
}

Task<std::optional<SessionRow>> find_session_by_key(mysql::Pool& pool, std::string merchant_key, Instant now) {
  co_return first_session(co_await pool.query(select_by_key, merchant_key), now);
}

Task<std::optional<SessionRow>> find_session_of_capture(mysql::Pool& pool, std::string capture, Instant now) {
  co_return first_session(co_await pool.query(select_of_capture, capture), now);
}

Task<Book> read_book(mysql::Pool& pool, SessionRow session) { co_return co_await read_all(pool, std::move(session)); }

Task<Book> read_book(mysql::Connection& db, SessionRow session) { co_return co_await read_all(db, std::move(session)); }

Task<std::vector<SessionRow>> sessions_with_money(mysql::Pool& pool, SessionsPage page, Instant now) {
  const auto found = co_await pool.query(select_with_money, static_cast<unsigned>(page.protocol), page.from, page.to,
                                         page.after_at, page.after_at, page.after_id, page.limit);
  co_return all_sessions(found, now);
}

Task<std::vector<SessionRow>> newest_sessions(mysql::Pool& pool, NewestSessions page, Instant now) {
  const auto found = co_await pool.query(select_newest, static_cast<unsigned>(page.protocol), page.from, page.to, page.before_at,
                                         page.before_at, page.before_id, page.limit);
  co_return all_sessions(found, now);
}

Task<std::vector<RefundOfSession>> newest_refunds(mysql::Pool& pool, NewestOf page) {
  const auto found = co_await pool.query(select_newest_refunds, static_cast<unsigned>(page.protocol), page.from, page.after,
                                         page.after, page.limit);
  std::vector<RefundOfSession> refunds;
  for (const auto row : found.rows()) refunds.push_back({text(row.at(9)), read_refund(row)});
  co_return refunds;
}

Task<std::vector<DisputeOfSession>> newest_disputes(mysql::Pool& pool, NewestOf page) {
  const auto found = co_await pool.query(select_newest_disputes, static_cast<unsigned>(page.protocol), page.from, page.after,
                                         page.after, page.limit);
  std::vector<DisputeOfSession> disputes;
  for (const auto row : found.rows()) disputes.push_back({text(row.at(6)), read_dispute(row)});
  co_return disputes;
}

Task<std::vector<std::string>> sessions_ended(mysql::Pool& pool, Instant now) {
  const auto found = co_await pool.query(select_ended, now);
  std::vector<std::string> ids;
  for (const auto row : found.rows()) ids.push_back(text(row.at(0)));
  co_return ids;
}

Task<std::optional<SessionRow>> lock_session(mysql::Connection& db, std::string id, Instant now) {
  co_return first_session(co_await db.query(select_locked, id), now);
}

Task<bool> close_session(mysql::Connection& db, std::string id) {
  const auto result = co_await db.query(update_closed, id);
  co_return result.affected_rows() == 1;
}

Task<bool> set_method(mysql::Connection& db, std::string id, std::string method) {
  const auto result = co_await db.query(update_method, method, id);
  co_return result.affected_rows() == 1;
}

Task<> set_refund_mode(mysql::Connection& db, std::string id, RefundMode mode) {
  co_await db.query(update_refund_mode, static_cast<unsigned>(mode), id);
}

Task<> count_decline(mysql::Connection& db, std::string id) { co_await db.query(update_declines, id); }

Task<std::string> capture(mysql::Connection& db, SessionRow session, Money amount, bool other_account, Instant now) {
  const auto id = random_id(session.protocol == Protocol::stripe ? "ch_" : "cap_");
  co_await db.query(insert_capture, id, session.id, amount.amount_minor, amount.currency.text(),
                    static_cast<unsigned>(other_account), now);
  co_await db.query(update_captured, session.id);
  co_return id;
}

Task<std::optional<Refund>> find_refund_by_key(mysql::Connection& db, std::string key) {
  const auto found = co_await db.query(select_refund_by_key, key);
  if (found.rows().empty()) co_return std::nullopt;
  co_return read_refund(found.rows().at(0));
}

Task<bool> take_from_capture(mysql::Connection& db, std::string id, std::int64_t amount_minor) {
  const auto result = co_await db.query(update_refunded, amount_minor, id, amount_minor);
  co_return result.affected_rows() == 1;
}

Task<> return_refund(mysql::Connection& db, Refund refund) {
  co_await db.query(update_returned, refund.id);
  co_await take_from_capture(db, refund.capture, -refund.amount.amount_minor);
}

Task<> insert_refund(mysql::Connection& db, Refund refund, std::optional<Instant> due) {
  co_await db.query(insert_refund_row, refund.id, refund.key, refund.capture, refund.amount.amount_minor,
                    static_cast<unsigned>(refund.state), refund.reason, refund.details, refund.created_at, due);
}

Task<std::vector<DueRefund>> refunds_due(mysql::Pool& pool, Instant now) {
  const auto found = co_await pool.query(select_refunds_due, now);
  std::vector<DueRefund> due;
  for (const auto row : found.rows()) due.push_back({text(row.at(0)), text(row.at(1))});
  co_return due;
}

Task<bool> finish_refund(mysql::Connection& db, std::string id) {
  const auto result = co_await db.query(update_refund_done, id);
  co_return result.affected_rows() == 1;
}

Task<std::string> open_dispute(mysql::Connection& db, Protocol protocol, Capture of, Instant now) {
  const auto id = random_id(protocol == Protocol::stripe ? "du_" : "dp_");
  co_await db.query(insert_dispute, id, of.id, of.amount.amount_minor, now);
  co_return id;
}

Task<> close_dispute(mysql::Connection& db, std::string id, DisputeState state) {
  co_await db.query(update_dispute, static_cast<unsigned>(state), id);
}

}  // namespace gelora::bank
