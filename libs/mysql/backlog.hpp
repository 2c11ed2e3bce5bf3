// Work that waits in a table, told as two metrics: how much, and for how long by now.
#pragma once
#include <string>

#include "base/time.hpp"
#include "mysql/pool.hpp"
#include "telemetry/metrics.hpp"

namespace gelora::mysql {

struct Backlog {
  std::string select;  // a statement that answers COUNT(*) and the oldest one's microseconds, or NULL; cheap however much waits
  prometheus::Gauge &waiting, &oldest_seconds;
};

// Every five seconds, until the loop stops.
Task<> keep_measuring(Pool& pool, const base::Clock& clock, Backlog backlog);

// Seconds from then to now; 0 when there is no then.
double seconds_since(std::optional<base::Instant> then, base::Instant now);

}  // namespace gelora::mysql
