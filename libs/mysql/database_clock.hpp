// The database's clock, as read from time to time and carried on by this machine's steady one: the same time for all
// instances, untouched when somebody sets the wall clock of one.
#pragma once
#include <chrono>

#include "base/time.hpp"
#include "mysql/pool.hpp"

namespace gelora::mysql {

// SQL: microseconds since 1970 UTC by the database's clock.
#define GELORA_SQL_NOW_US "CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED)"

class DatabaseClock final : public base::Clock {
 public:
  // The machine's clock, until the first reading.
  base::Instant now() const override;
  // Reads the database's clock; off by half a round trip at most. Throws Unreachable.
  Task<> read(Pool& pool);

 private:
  bool known_ = false;
  base::Instant at_{};
  std::chrono::steady_clock::time_point read_{};
};

}  // namespace gelora::mysql
