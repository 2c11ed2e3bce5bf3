#include "user/storage/passkeys.hpp"

#include "user/domain/tokens.hpp"

namespace gelora::user {
namespace {

using mysql::i64, mysql::text, mysql::u64;

constexpr auto select_of_user =
    "SELECT id, user_id, credential_id, algorithm, public_key, sign_count, name, created_at_us, last_used_at_us FROM passkeys "
    "WHERE "
    "user_id = ? ORDER BY id DESC";
constexpr auto select_by_credential =
    "SELECT id, user_id, credential_id, algorithm, public_key, sign_count, name, created_at_us, last_used_at_us FROM passkeys "
    "WHERE "
    "credential_hash = ?";
constexpr auto count_of_user = "SELECT COUNT(*) FROM passkeys WHERE user_id = ?";
constexpr auto insert_row =
    "INSERT IGNORE INTO passkeys (id, user_id, credential_hash, credential_id, algorithm, public_key, sign_count, name, "
    "created_at_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto delete_row = "DELETE FROM passkeys WHERE id = ? AND user_id = ?";
constexpr auto update_used =
    "UPDATE passkeys SET sign_count = ?, last_used_at_us = ? WHERE id = ? AND (sign_count = 0 OR sign_count < ?)";
constexpr auto insert_challenge = "INSERT IGNORE INTO used_challenges (challenge_hash, expires_at_us) VALUES (?, ?)";
constexpr auto sweep_rows = "DELETE FROM used_challenges WHERE expires_at_us <= ? LIMIT 1000";

mysql::Field bytes(const std::string& raw) { return mysql::Field{boost::mysql::blob(raw.begin(), raw.end())}; }

StoredPasskey read(mysql::RowView row) {
  return {{u64(row.at(0))},
          {u64(row.at(1))},
          {text(row.at(2)), static_cast<int>(i64(row.at(3))), text(row.at(4)), static_cast<std::uint32_t>(u64(row.at(5)))},
          text(row.at(6)),
          mysql::instant(row.at(7)),
          mysql::optional_instant(row.at(8))};
}

}  // namespace

Task<std::vector<StoredPasskey>> list_passkeys(mysql::Pool& pool, UserId user) {
  const auto found = co_await pool.query(select_of_user, user);
  std::vector<StoredPasskey> passkeys;
  for (const auto row : found.rows()) passkeys.push_back(read(row));
  co_return passkeys;
}

Task<std::optional<StoredPasskey>> find_passkey(mysql::Pool& pool, std::string credential_id) {
  const auto found = co_await pool.query(select_by_credential, hash_of_link_token(credential_id));
  if (found.rows().empty()) co_return std::nullopt;
  co_return read(found.rows().at(0));
}

Task<std::uint64_t> count_passkeys(mysql::Connection& db, UserId user) {
  const auto found = co_await db.query(count_of_user, user);
  co_return u64(found.rows().at(0).at(0));
}

Task<bool> insert_passkey(mysql::Connection& db, StoredPasskey passkey) {
  std::vector<mysql::Field> values{mysql::to_field(passkey.id),
                                   mysql::to_field(passkey.user),
                                   mysql::to_field(hash_of_link_token(passkey.key.credential_id)),
                                   bytes(passkey.key.credential_id),
                                   mysql::to_field(passkey.key.algorithm),
                                   bytes(passkey.key.public_key),
                                   mysql::to_field(passkey.key.sign_count),
                                   mysql::to_field(passkey.name),
                                   mysql::to_field(passkey.created_at)};
  const auto done = co_await db.execute(insert_row, std::move(values));
  co_return done.affected_rows() == 1;
}

Task<bool> delete_passkey(mysql::Connection& db, PasskeyId id, UserId owner) {
  const auto done = co_await db.query(delete_row, id, owner);
  co_return done.affected_rows() == 1;
}

Task<bool> use_passkey(mysql::Connection& db, PasskeyId id, std::uint32_t sign_count, Instant now) {
  const auto done = co_await db.query(update_used, sign_count, now, id, sign_count);
  co_return done.affected_rows() == 1;
}

Task<bool> use_challenge(mysql::Connection& db, std::string challenge, Instant expires_at) {
  const auto done = co_await db.query(insert_challenge, hash_of_link_token(challenge), expires_at);
  co_return done.affected_rows() == 1;
}

Task<std::uint64_t> sweep_challenges(mysql::Pool& pool, Instant now) {
  const auto done = co_await pool.query(sweep_rows, now);
  co_return done.affected_rows();
}

}  // namespace gelora::user
