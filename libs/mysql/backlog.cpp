#include "mysql/backlog.hpp"

#include <algorithm>

#include "telemetry/log.hpp"

namespace gelora::mysql {

double seconds_since(std::optional<base::Instant> then, base::Instant now) {
  return then ? std::max(0.0, static_cast<double>((now - *then).count()) / 1e6) : 0;
}

Task<> keep_measuring(Pool& pool, const base::Clock& clock, Backlog backlog) {
  for (;;) {
    try {
      const auto found = co_await pool.query(backlog.select);
      const auto row = found.rows().at(0);
      backlog.waiting.Set(static_cast<double>(i64(row.at(0))));
      backlog.oldest_seconds.Set(seconds_since(optional_instant(row.at(1)), clock.now()));
    } catch (const std::exception& away) {
      telemetry::debug("what waits is not measured", {{"what", away.what()}});
    }
    co_await loop::sleep_for(std::chrono::seconds{5});
  }
}

}  // namespace gelora::mysql
