// The sandbox bank's books: sessions, captures, refunds, disputes. Durable before anything is answered. They know no protocol but
// whose rules a session follows.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/ids.hpp"
#include "base/money.hpp"
#include "base/time.hpp"
#include "mysql/pool.hpp"

namespace gelora::bank {

using namespace base;
using loop::Task;

enum class Protocol : std::uint8_t { sandbox = 1, stripe = 2, midtrans = 3 };
enum class SessionStatus : std::uint8_t { open = 1, captured = 2, closed = 3 };
enum class RefundMode : std::uint8_t { succeed = 0, fail = 1, slow = 2 };
enum class RefundState : std::uint8_t { pending = 1, succeeded = 2, failed = 3 };
enum class DisputeState : std::uint8_t { open = 1, won = 2, lost = 3 };
std::string_view name_of(SessionStatus status);
std::string_view name_of(RefundState state);
std::string_view name_of(DisputeState state);

struct SessionRow {
  std::string id, reference, description, return_url;
  Money amount;
  SessionStatus status = SessionStatus::open;
  std::uint64_t declines = 0;
  Instant created_at, expires_at;
  Protocol protocol = Protocol::sandbox;
  std::string method;  // empty: the buyer has not chosen yet
  RefundMode refunds = RefundMode::succeed;
  std::string details;  // JSON
};
struct Capture {
  std::string id;
  Money amount;
  std::int64_t refunded_minor = 0;
  bool other_account = false;
  Instant created_at;
};
struct Refund {
  std::string id, key, capture;
  Money amount;
  RefundState state = RefundState::pending;
  std::string reason, details;
  Instant created_at;
};
struct Dispute {
  std::string id, capture;
  Money amount;
  DisputeState state = DisputeState::open;
  Instant created_at;
};
// All of one session.
struct Book {
  SessionRow session;
  std::vector<Capture> captures;
  std::vector<Refund> refunds;
  std::vector<Dispute> disputes;
};

struct NewSession {
  Protocol protocol = Protocol::sandbox;
  std::string merchant_key, reference, description, return_url, method, details = "{}";
  Money amount;
  Instant now, expires_at;
  std::string traceparent;
};

// 24 hex digits after the prefix.
std::string random_id(std::string_view prefix);

// The session of the key: a new one, or the one made before.
Task<SessionRow> open_session(mysql::Pool& pool, NewSession wish);
// With status closed when its time is over.
Task<std::optional<SessionRow>> find_session(mysql::Pool& pool, std::string id, Instant now);
Task<std::optional<SessionRow>> find_session_by_key(mysql::Pool& pool, std::string merchant_key, Instant now);
Task<std::optional<SessionRow>> find_session_of_capture(mysql::Pool& pool, std::string capture, Instant now);
Task<Book> read_book(mysql::Pool& pool, SessionRow session);
Task<Book> read_book(mysql::Connection& db, SessionRow session);
// Sessions made in [from, to), oldest first, after the cursor (made_at, id).
struct SessionsPage {
  Protocol protocol = Protocol::sandbox;
  Instant from, to;
  Instant after_at;
  std::string after_id;
  std::size_t limit = 100;
};
Task<std::vector<SessionRow>> sessions_with_money(mysql::Pool& pool, SessionsPage page, Instant now);
// Sessions made in [from, to), newest first, before (made_at, id).
struct NewestSessions {
  Protocol protocol = Protocol::sandbox;
  Instant from, to{INT64_MAX}, before_at{INT64_MAX};
  std::string before_id;
  std::size_t limit = 100;
};
Task<std::vector<SessionRow>> newest_sessions(mysql::Pool& pool, NewestSessions page, Instant now);
// Refunds and disputes of a protocol's sessions made since then, newest first, after that one (its id; empty: from the newest).
struct NewestOf {
  Protocol protocol = Protocol::sandbox;
  Instant from;
  std::string after;
  std::size_t limit = 100;
};
struct RefundOfSession {
  std::string session;
  Refund refund;
};
struct DisputeOfSession {
  std::string session;
  Dispute dispute;
};
Task<std::vector<RefundOfSession>> newest_refunds(mysql::Pool& pool, NewestOf page);
Task<std::vector<DisputeOfSession>> newest_disputes(mysql::Pool& pool, NewestOf page);
// Open ones whose time is over.
Task<std::vector<std::string>> sessions_ended(mysql::Pool& pool, Instant now);
// Locks the session for the rest of the transaction.
Task<std::optional<SessionRow>> lock_session(mysql::Connection& db, std::string id, Instant now);
// open → closed; false when it was not open.
Task<bool> close_session(mysql::Connection& db, std::string id);
// False when the session is not open.
Task<bool> set_method(mysql::Connection& db, std::string id, std::string method);
Task<> set_refund_mode(mysql::Connection& db, std::string id, RefundMode mode);
Task<> count_decline(mysql::Connection& db, std::string id);

// Takes the money; returns the capture's id.
Task<std::string> capture(mysql::Connection& db, SessionRow session, Money amount, bool other_account, Instant now);

Task<std::optional<Refund>> find_refund_by_key(mysql::Connection& db, std::string key);
// False when the capture has less than that left.
Task<bool> take_from_capture(mysql::Connection& db, std::string capture, std::int64_t amount_minor);
// The buyer's bank sends one that had succeeded back: its part of the capture is free again.
Task<> return_refund(mysql::Connection& db, Refund refund);
Task<> insert_refund(mysql::Connection& db, Refund refund, std::optional<Instant> due);
struct DueRefund {
  std::string id, session;
};
Task<std::vector<DueRefund>> refunds_due(mysql::Pool& pool, Instant now);
// pending → succeeded; false when it was done before.
Task<bool> finish_refund(mysql::Connection& db, std::string id);

Task<std::string> open_dispute(mysql::Connection& db, Protocol protocol, Capture of, Instant now);
Task<> close_dispute(mysql::Connection& db, std::string id, DisputeState state);

}  // namespace gelora::bank
