#include "user/storage/revocations.hpp"

namespace gelora::user {
namespace {

using namespace std::chrono_literals;
using mysql::u64;

constexpr auto next_position = "UPDATE revocation_clock SET position = LAST_INSERT_ID(position + 1)";
constexpr auto insert_session = "INSERT INTO revocations (position, session_id, created_at_us) VALUES (LAST_INSERT_ID(), ?, ?)";
constexpr auto insert_user =
    "INSERT INTO revocations (position, user_id, generation, created_at_us) VALUES (LAST_INSERT_ID(), ?, ?, ?)";
constexpr auto raise_generation = "UPDATE users SET generation = generation + 1 WHERE id = ?";
constexpr auto select_generation = "SELECT generation FROM users WHERE id = ?";
constexpr auto select_after =
    "SELECT position, session_id, user_id, generation FROM revocations WHERE position > ? ORDER BY position LIMIT 1000";
constexpr auto select_since =
    "SELECT position, session_id, user_id, generation FROM revocations WHERE created_at_us > ? ORDER BY position";
constexpr auto sweep_rows = "DELETE FROM revocations WHERE created_at_us <= ? LIMIT 1000";

Task<> put(mysql::Connection& db, UserId user, std::uint64_t generation, Instant now) {
  co_await db.query(next_position);
  co_await db.query(insert_user, user, generation, now);
}

std::vector<Revocation> read(const mysql::Results& found) {
  std::vector<Revocation> out;
  for (const auto row : found.rows()) {
    if (row.at(1).is_null())
      out.push_back({u64(row.at(0)), TokensBefore{{u64(row.at(2))}, static_cast<std::uint32_t>(u64(row.at(3)))}});
    else out.push_back({u64(row.at(0)), SessionId{u64(row.at(1))}});
  }
  return out;
}

}  // namespace

Task<> put_revocation(mysql::Connection& db, SessionId session, Instant now) {
  co_await db.query(next_position);
  co_await db.query(insert_session, session, now);
}

Task<> put_change_of_rights(mysql::Connection& db, UserId user, Instant now) {
  co_await db.query(raise_generation, user);
  const auto found = co_await db.query(select_generation, user);
  if (found.rows().empty()) co_return;
  co_await put(db, user, u64(found.rows().at(0).at(0)), now);
}

Task<> put_end_of_user(mysql::Connection& db, UserId user, Instant now) {
  co_await put(db, user, std::uint64_t{UINT32_MAX}, now);
}

Task<std::vector<Revocation>> revocations_after(mysql::Pool& pool, std::uint64_t position) {
  co_return read(co_await pool.query(select_after, position));
}

Task<std::vector<Revocation>> revocations_since(mysql::Pool& pool, Instant since) {
  co_return read(co_await pool.query(select_since, since));
}

Task<std::uint64_t> sweep_revocations(mysql::Pool& pool, Instant now) {
  const auto done = co_await pool.query(sweep_rows, now - 1h);
  co_return done.affected_rows();
}

}  // namespace gelora::user
