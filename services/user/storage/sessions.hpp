// Sessions in SQL.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mysql/pool.hpp"
#include "user/domain/session.hpp"

namespace gelora::user {

using loop::Task;

struct Device {
  SessionId id;
  std::string user_agent;
  Instant created_at, last_used_at;
};

Task<> insert_session(mysql::Pool& pool, Session session, std::string user_agent);
Task<std::optional<Session>> find_session(mysql::Pool& pool, SessionId id);
// Within the caller's transaction, locked until its end.
Task<std::optional<Session>> lock_session(mysql::Connection& db, SessionId id);
Task<> move_on(mysql::Connection& db, SessionId id, Rotated rotated, Instant now);

// Each false, or 0, when there was nothing to end.
Task<bool> end_session(mysql::Pool& pool, SessionId id, UserId owner, Instant now);
Task<bool> end_session(mysql::Connection& db, SessionId id, UserId owner, Instant now);
Task<std::uint64_t> end_sessions_of(mysql::Connection& db, UserId owner, Instant now);
// All but one.
Task<std::uint64_t> end_other_sessions_of(mysql::Connection& db, UserId owner, SessionId kept, Instant now);

// Those that last, newest first, at most 100.
Task<std::vector<Device>> list_devices(mysql::Pool& pool, UserId owner, Instant now);

Task<> sweep_sessions(mysql::Pool& pool, Instant now);

}  // namespace gelora::user
