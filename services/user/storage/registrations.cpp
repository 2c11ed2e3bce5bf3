#include "user/storage/registrations.hpp"

#include <algorithm>

namespace gelora::user {
namespace {

using namespace std::chrono_literals;
using mysql::text, mysql::u64;

constexpr std::uint64_t slots = 3;

constexpr auto select_slots = "SELECT slot FROM pending_registrations WHERE email_key = ? ORDER BY created_at_us, slot";
constexpr auto replace_registration =
    "REPLACE INTO pending_registrations (email_key, slot, token_hash, email, name, locale, password_hash, created_at_us, "
    "expires_at_us) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_registration =
    "SELECT email, email_key, name, locale, password_hash FROM pending_registrations WHERE token_hash = ? AND expires_at_us > ?";
constexpr auto select_address = "SELECT email_key FROM pending_registrations WHERE token_hash = ? AND expires_at_us > ?";
constexpr auto select_newest_hash =
    "SELECT password_hash FROM pending_registrations WHERE email_key = ? AND expires_at_us > ? ORDER BY created_at_us DESC LIMIT "
    "1";
constexpr auto delete_registrations = "DELETE FROM pending_registrations WHERE email_key = ?";

constexpr auto select_reset_slots = "SELECT slot FROM password_resets WHERE user_id = ? ORDER BY created_at_us, slot";
constexpr auto replace_reset =
    "REPLACE INTO password_resets (user_id, slot, token_hash, created_at_us, expires_at_us) VALUES (?, ?, ?, ?, ?)";
constexpr auto select_reset = "SELECT user_id FROM password_resets WHERE token_hash = ? AND expires_at_us > ?";
constexpr auto delete_reset = "DELETE FROM password_resets WHERE token_hash = ? AND expires_at_us > ?";
constexpr auto delete_resets = "DELETE FROM password_resets WHERE user_id = ?";

constexpr auto sweep_registrations = "DELETE FROM pending_registrations WHERE expires_at_us <= ? LIMIT 1000";
constexpr auto sweep_resets = "DELETE FROM password_resets WHERE expires_at_us <= ? LIMIT 1000";
constexpr auto sweep_addresses = "DELETE FROM addresses WHERE touched_at_us <= ? LIMIT 1000";

// The first free slot, or the one that was taken first.
std::uint64_t slot_for_next(const mysql::Results& taken) {
  if (taken.rows().size() >= slots) return u64(taken.rows().at(0).at(0));
  for (std::uint64_t slot = 0;; ++slot) {
    bool free = true;
    for (const auto row : taken.rows()) free = free && u64(row.at(0)) != slot;
    if (free) return slot;
  }
}

}  // namespace

Task<> put_registration(mysql::Connection& db, Registration registration, std::string token_hash, Instant now,
                        Instant expires_at) {
  const auto taken = co_await db.query(select_slots, registration.email.key);
  co_await db.query(replace_registration, registration.email.key, slot_for_next(taken), token_hash, registration.email.address,
                    registration.name, name_of(registration.locale), registration.password_hash, now, expires_at);
}

Task<std::optional<Registration>> find_registration(mysql::Connection& db, std::string token_hash, Instant now) {
  const auto found = co_await db.query(select_registration, token_hash, now);
  if (found.rows().empty()) co_return std::nullopt;
  const auto row = found.rows().at(0);
  co_return Registration{{text(row.at(0)), text(row.at(1))}, text(row.at(2)), *parse_locale(text(row.at(3))), text(row.at(4))};
}

Task<> drop_registrations(mysql::Connection& db, std::string email_key) { co_await db.query(delete_registrations, email_key); }

Task<std::optional<std::string>> address_of_registration(mysql::Pool& pool, std::string token_hash, Instant now) {
  const auto found = co_await pool.query(select_address, token_hash, now);
  if (found.rows().empty()) co_return std::nullopt;
  co_return text(found.rows().at(0).at(0));
}

Task<std::optional<std::string>> newest_registration_hash(mysql::Pool& pool, std::string email_key, Instant now) {
  const auto found = co_await pool.query(select_newest_hash, email_key, now);
  if (found.rows().empty()) co_return std::nullopt;
  co_return text(found.rows().at(0).at(0));
}

Task<> put_reset(mysql::Connection& db, UserId user, std::string token_hash, Instant now, Instant expires_at) {
  const auto taken = co_await db.query(select_reset_slots, user);
  co_await db.query(replace_reset, user, slot_for_next(taken), token_hash, now, expires_at);
}

Task<std::optional<UserId>> find_reset(mysql::Pool& pool, std::string token_hash, Instant now) {
  const auto found = co_await pool.query(select_reset, token_hash, now);
  if (found.rows().empty()) co_return std::nullopt;
  co_return UserId{u64(found.rows().at(0).at(0))};
}

Task<bool> take_reset(mysql::Connection& db, UserId user, std::string token_hash, Instant now) {
  const auto taken = co_await db.query(delete_reset, token_hash, now);
  if (taken.affected_rows() != 1) co_return false;
  co_await db.query(delete_resets, user);
  co_return true;
}

Task<std::uint64_t> sweep_expired(mysql::Pool& pool, Instant now) {
  const auto registrations = co_await pool.query(sweep_registrations, now);
  const auto resets = co_await pool.query(sweep_resets, now);
  const auto addresses = co_await pool.query(sweep_addresses, now - 48h);
  co_return std::max({registrations.affected_rows(), resets.affected_rows(), addresses.affected_rows()});
}

}  // namespace gelora::user
