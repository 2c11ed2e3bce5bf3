// Use case: loads venues, seating plans, concerts and shows from the catalogue format (docs/seating-plan.md), and lets a
// demonstration crowd buy a part of each show through the box office itself.
#pragma once
#include <string>

#include "base/time.hpp"
#include "booking/box_office/store.hpp"
#include "mysql/pool.hpp"
#include "telemetry/metrics.hpp"

namespace gelora::booking {

struct ImportSummary {
  std::size_t venues = 0, plans = 0, concerts = 0, shows = 0, crowd_places = 0;
};

// What exists already (by slug) is left as it is. New shows are `owner`'s, whose store it is, until that one retires. Throws
// std::runtime_error for a document that cannot be used; then nothing of it is in the database.
Task<ImportSummary> import_catalogue(loop::Loop& loop, mysql::Pool& pool, Store& store, IdGenerator& ids,
                                     telemetry::Metrics& metrics, std::string document, std::string owner, Instant now);

}  // namespace gelora::booking
