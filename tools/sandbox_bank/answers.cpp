#include "answers.hpp"

namespace gelora::bank {
namespace {

constexpr auto select_answer = "SELECT request_hash, status, body FROM answers WHERE merchant_key = ?";
constexpr auto insert_answer =
    "INSERT IGNORE INTO answers (merchant_key, request_hash, status, body, created_at_us) VALUES (?, ?, ?, ?, ?)";

}  // namespace

Task<std::optional<KeptAnswer>> find_answer(mysql::Pool& pool, std::string key) {
  const auto found = co_await pool.query(select_answer, key);
  if (found.rows().empty()) co_return std::nullopt;
  const auto row = found.rows().at(0);
  co_return KeptAnswer{mysql::text(row.at(0)), static_cast<unsigned>(mysql::u64(row.at(1))), mysql::text(row.at(2))};
}

Task<> keep_answer(mysql::Pool& pool, std::string key, KeptAnswer answer, base::Instant now) {
  co_await pool.query(insert_answer, key, answer.request_hash, answer.status, answer.body, now);
}

}  // namespace gelora::bank
