#include "user/storage/sessions.hpp"

#include "user/storage/revocations.hpp"

namespace gelora::user {
namespace {

using namespace std::chrono_literals;
using mysql::instant, mysql::text, mysql::u64;

constexpr auto insert_row =
    "INSERT INTO sessions (id, user_id, secret, generation, user_agent, address, second_factor, created_at_us, rotated_at_us, "
    "expires_at_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_last_log_in = "SELECT logged_in_at_us FROM users WHERE id = ?";
constexpr auto update_last_log_in = "UPDATE users SET logged_in_at_us = ? WHERE id = ?";
constexpr auto select_session =
    "SELECT id, user_id, secret, generation, created_at_us, rotated_at_us, expires_at_us, ended_at_us, second_factor FROM "
    "sessions "
    "WHERE id = ?";
constexpr auto select_session_locked =
    "SELECT id, user_id, secret, generation, created_at_us, rotated_at_us, expires_at_us, ended_at_us, second_factor FROM "
    "sessions "
    "WHERE id = ? FOR UPDATE";
constexpr auto update_rotation =
    "UPDATE sessions SET generation = ?, rotated_at_us = ?, expires_at_us = ?, user_agent = ?, address = ? WHERE id = ?";
constexpr auto update_ended =
    "UPDATE sessions SET ended_at_us = ?, expires_at_us = ? WHERE id = ? AND user_id = ? AND ended_at_us IS NULL AND "
    "expires_at_us > ?";
constexpr auto select_open = "SELECT id FROM sessions WHERE user_id = ? AND ended_at_us IS NULL AND expires_at_us > ? FOR UPDATE";
constexpr auto select_oldest =
    "SELECT id FROM sessions WHERE user_id = ? AND ended_at_us IS NULL AND expires_at_us > ? ORDER BY id DESC LIMIT 100 OFFSET ?";
constexpr auto select_devices =
    "SELECT id, user_agent, address, created_at_us, rotated_at_us, second_factor FROM sessions WHERE user_id = ? AND "
    "ended_at_us IS NULL AND expires_at_us > ? ORDER BY id DESC LIMIT 100";
constexpr auto sweep_rows = "DELETE FROM sessions WHERE expires_at_us <= ? LIMIT 1000";

std::optional<Session> read_session(const mysql::Results& found) {
  if (found.rows().empty()) return std::nullopt;
  const auto row = found.rows().at(0);
  return Session{{u64(row.at(0))},   {u64(row.at(1))},   text(row.at(2)),    static_cast<std::uint32_t>(u64(row.at(3))),
                 instant(row.at(4)), instant(row.at(5)), instant(row.at(6)), mysql::optional_instant(row.at(7)),
                 u64(row.at(8)) != 0};
}

}  // namespace

Task<bool> insert_session(mysql::Connection& db, Session session, Place place) {
  const auto user = co_await db.query(select_last_log_in, session.user);
  const bool known = !user.rows().empty() && !user.rows().at(0).at(0).is_null();
  co_await db.query(insert_row, session.id, session.user, session.secret, session.generation, place.user_agent, place.address,
                    session.second_factor ? 1 : 0, session.created_at, session.rotated_at, session.expires_at);
  co_await db.query(update_last_log_in, session.created_at, session.user);
  co_return known;
}

Task<std::optional<Session>> find_session(mysql::Pool& pool, SessionId id) {
  co_return read_session(co_await pool.query(select_session, id));
}

Task<std::optional<Session>> lock_session(mysql::Connection& db, SessionId id) {
  co_return read_session(co_await db.query(select_session_locked, id));
}

Task<> move_on(mysql::Connection& db, SessionId id, Rotated rotated, Place place, Instant now) {
  co_await db.query(update_rotation, rotated.generation, now, rotated.expires_at, place.user_agent, place.address, id);
}

Task<bool> end_session(mysql::Connection& db, SessionId id, UserId owner, Instant now) {
  const auto done = co_await db.query(update_ended, now, now, id, owner, now);
  if (done.affected_rows() != 1) co_return false;
  co_await put_revocation(db, id, now);
  co_return true;
}

Task<std::uint64_t> end_sessions_of(mysql::Connection& db, UserId owner, std::optional<SessionId> kept, Instant now) {
  const auto open = co_await db.query(select_open, owner, now);
  std::uint64_t ended = 0;
  for (const auto row : open.rows()) {
    const SessionId id{u64(row.at(0))};
    if (id == kept) continue;
    const bool one = co_await end_session(db, id, owner, now);
    ended += one ? 1 : 0;
  }
  co_return ended;
}

Task<> end_oldest_sessions(mysql::Connection& db, UserId owner, std::uint64_t most, Instant now) {
  const auto oldest = co_await db.query(select_oldest, owner, now, most);
  for (const auto row : oldest.rows()) co_await end_session(db, {u64(row.at(0))}, owner, now);
}

Task<std::vector<Device>> list_devices(mysql::Pool& pool, UserId owner, Instant now) {
  const auto found = co_await pool.query(select_devices, owner, now);
  std::vector<Device> devices;
  for (const auto row : found.rows())
    devices.push_back(
        {{u64(row.at(0))}, text(row.at(1)), text(row.at(2)), instant(row.at(3)), instant(row.at(4)), u64(row.at(5)) != 0});
  co_return devices;
}

Task<std::uint64_t> sweep_sessions(mysql::Pool& pool, Instant now) {
  const auto done = co_await pool.query(sweep_rows, now - 24h);
  co_return done.affected_rows();
}

}  // namespace gelora::user
