#include "user/storage/second_factor.hpp"

namespace gelora::user {
namespace {

using mysql::text, mysql::u64;

constexpr auto select_totp = "SELECT secret, created_at_us, confirmed_at_us FROM totp WHERE user_id = ?";
// A secret in use stays as it is.
constexpr auto upsert_totp =
    "INSERT INTO totp (user_id, secret, created_at_us) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE "
    "secret = IF(confirmed_at_us IS NULL, VALUES(secret), secret), "
    "created_at_us = IF(confirmed_at_us IS NULL, VALUES(created_at_us), created_at_us)";
constexpr auto update_confirmed =
    "UPDATE totp SET confirmed_at_us = ?, last_step = ? WHERE user_id = ? AND secret = ? AND confirmed_at_us IS NULL";
constexpr auto update_step = "UPDATE totp SET last_step = ? WHERE user_id = ? AND last_step < ? AND confirmed_at_us IS NOT NULL";
constexpr auto delete_totp = "DELETE FROM totp WHERE user_id = ?";
constexpr auto count_codes = "SELECT COUNT(*) FROM recovery_codes WHERE user_id = ?";
constexpr auto delete_codes = "DELETE FROM recovery_codes WHERE user_id = ?";
constexpr auto insert_code = "INSERT INTO recovery_codes (user_id, code_hash) VALUES (?, ?)";
constexpr auto delete_code = "DELETE FROM recovery_codes WHERE user_id = ? AND code_hash = ?";

}  // namespace

Task<std::optional<StoredTotp>> find_totp(mysql::Pool& pool, UserId user) {
  const auto found = co_await pool.query(select_totp, user);
  if (found.rows().empty()) co_return std::nullopt;
  const auto row = found.rows().at(0);
  co_return StoredTotp{text(row.at(0)), mysql::instant(row.at(1)), mysql::optional_instant(row.at(2))};
}

Task<> put_totp(mysql::Pool& pool, UserId user, std::string sealed_secret, Instant now) {
  co_await pool.query(upsert_totp, user, sealed_secret, now);
}

Task<bool> confirm_totp(mysql::Connection& db, UserId user, std::string sealed_secret, std::uint64_t step, Instant now) {
  const auto done = co_await db.query(update_confirmed, now, step, user, sealed_secret);
  co_return done.affected_rows() == 1;
}

Task<bool> use_step(mysql::Pool& pool, UserId user, std::uint64_t step) {
  const auto done = co_await pool.query(update_step, step, user, step);
  co_return done.affected_rows() == 1;
}

Task<std::uint64_t> count_recovery_codes(mysql::Pool& pool, UserId user) {
  const auto found = co_await pool.query(count_codes, user);
  co_return u64(found.rows().at(0).at(0));
}

Task<> put_recovery_codes(mysql::Connection& db, UserId user, std::vector<std::string> hashes) {
  co_await db.query(delete_codes, user);
  for (const auto& hash : hashes) co_await db.query(insert_code, user, hash);
}

Task<bool> use_recovery_code(mysql::Pool& pool, UserId user, std::string hash) {
  const auto done = co_await pool.query(delete_code, user, hash);
  co_return done.affected_rows() == 1;
}

Task<bool> drop_second_factor(mysql::Connection& db, UserId user) {
  co_await db.query(delete_codes, user);
  const auto done = co_await db.query(delete_totp, user);
  co_return done.affected_rows() == 1;
}

}  // namespace gelora::user
