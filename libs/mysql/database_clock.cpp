#include "mysql/database_clock.hpp"

namespace gelora::mysql {

using Steady = std::chrono::steady_clock;

constexpr auto select_now = "SELECT " GELORA_SQL_NOW_US;

base::Instant DatabaseClock::now() const {
  if (!known_) return base::SystemClock{}.now();
  return at_ + std::chrono::duration_cast<base::Duration>(Steady::now() - read_);
}

Task<> DatabaseClock::read(Pool& pool) {
  const auto asked = Steady::now();
  const auto results = co_await pool.query(select_now);
  const auto answered = Steady::now();
  at_ = {i64(results.rows().at(0).at(0))};
  read_ = asked + (answered - asked) / 2;
  known_ = true;
}

}  // namespace gelora::mysql
