// How a show sells. Counted from its journal in steps, so that reading it costs the same for ten bookings and for a million. See
// migrations/0015_sales.sql.
#pragma once
#include <memory>
#include <vector>

#include "booking/domain/show.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

inline constexpr Duration sales_slot = std::chrono::minutes{10};

// Shows whose journal has more than is counted.
Task<std::vector<ShowId>> shows_to_count(mysql::Pool& pool);
// Counts on from where it ended, at most so many entries of the journal. How many there were; 0: it is up to date.
Task<std::uint64_t> count_sales(mysql::Pool& pool, std::shared_ptr<const Show> show, std::uint64_t most);

struct SoldPlaces {
  std::uint64_t sold = 0, returned = 0;             // places
  std::int64_t sold_minor = 0, returned_minor = 0;  // what was asked for them, fees and tax and all
};
struct Sales {
  std::uint64_t version = 0;      // of the show, up to where it is counted
  std::vector<SoldPlaces> zones;  // by index
  std::uint64_t held = 0, booked = 0, paid = 0;
  struct Point {
    Instant from;
    SoldPlaces places;
  };
  Duration width = sales_slot;  // of a point
  std::vector<Point> timeline;  // where something was sold or returned, by time
};
// At most about `points` points; those of a day begin at midnight of a clock that is so far east of Greenwich.
Task<Sales> read_sales(mysql::Pool& pool, std::shared_ptr<const Show> show, std::int64_t points, Duration east);

}  // namespace gelora::booking
