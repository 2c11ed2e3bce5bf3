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
  std::string user_agent, address;
  Instant created_at, last_used_at;
  bool second_factor = false;
};

// Where a session is used from, as far as it can be told.
struct Place {
  std::string user_agent, address;
};

// Within the caller's transaction. False when the user had never logged in before.
Task<bool> insert_session(mysql::Connection& db, Session session, Place place);
Task<std::optional<Session>> find_session(mysql::Pool& pool, SessionId id);
// Within the caller's transaction, locked until its end.
Task<std::optional<Session>> lock_session(mysql::Connection& db, SessionId id);
Task<> move_on(mysql::Connection& db, SessionId id, Rotated rotated, Place place, Instant now);

// Within the caller's transaction, near its end (see put_revocation): access tokens end with their session. False, or 0, when
// there was nothing to end.
Task<bool> end_session(mysql::Connection& db, SessionId id, UserId owner, Instant now);
// All, or all but one.
Task<std::uint64_t> end_sessions_of(mysql::Connection& db, UserId owner, std::optional<SessionId> kept, Instant now);

// Within the caller's transaction, near its end: the oldest beyond so many are ended.
Task<> end_oldest_sessions(mysql::Connection& db, UserId owner, std::uint64_t most, Instant now);

// Those that last, newest first, at most 100.
Task<std::vector<Device>> list_devices(mysql::Pool& pool, UserId owner, Instant now);

// How many went: at most 1000 at once.
Task<std::uint64_t> sweep_sessions(mysql::Pool& pool, Instant now);

}  // namespace gelora::user
