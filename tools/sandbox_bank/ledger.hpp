// The sandbox bank's books: sessions, captures, what buyers chose, webhooks to send. Durable before anything is answered.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/money.hpp"
#include "base/time.hpp"
#include "mysql/pool.hpp"

namespace gelora::bank {

using namespace base;
using loop::Task;

enum class SessionStatus : std::uint8_t { open = 1, captured = 2, closed = 3 };
std::string_view name_of(SessionStatus status);

struct SessionRow {
  std::string id, reference, description, return_url;
  Money amount;
  SessionStatus status = SessionStatus::open;
  std::uint64_t declines = 0;
  Instant expires_at;
};

struct Capture {
  std::string id;
  Money amount;
  bool refunded = false;
};

struct NewSession {
  std::string merchant_key, reference, description, return_url;
  Money amount;
  Instant now, expires_at;
};

// The session of the key: a new one, or the one made before.
Task<SessionRow> open_session(mysql::Pool& pool, NewSession wish);
// With status closed when its time is over.
Task<std::optional<SessionRow>> find_session(mysql::Pool& pool, std::string id, Instant now);
Task<std::vector<Capture>> captures_of(mysql::Pool& pool, std::string session);
Task<std::optional<SessionRow>> close_session(mysql::Pool& pool, std::string id, Instant now);
// False when there is no such capture. Doing it again changes nothing.
Task<bool> refund(mysql::Pool& pool, std::string capture, Instant now);

// The outcomes that a buyer can choose: pay, decline, pay_late, pay_twice, capture_then_timeout.
bool is_outcome(std::string_view word);
// At once, or after `delay`.
Task<> choose(mysql::Pool& pool, IdGenerator& ids, std::string session, std::string outcome, Duration delay, Instant now);
// Makes those outcomes happen whose time has come. Returns how many.
Task<std::size_t> perform_due(mysql::Pool& pool, IdGenerator& ids, Instant now);

struct WebhookRow {
  std::uint64_t id = 0;
  std::string body;
  std::uint64_t attempts = 0;
};
Task<std::vector<WebhookRow>> webhooks_due(mysql::Pool& pool, Instant now);
Task<> webhooks_delivered(mysql::Pool& pool, std::vector<std::uint64_t> ids);
Task<> webhook_failed(mysql::Pool& pool, std::uint64_t id, Instant next);

}  // namespace gelora::bank
