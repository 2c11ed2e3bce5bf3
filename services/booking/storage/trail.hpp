// Reads what an organisation's people changed: `catalogue_changes` and `deeds` as one list, newest first.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "booking/box_office/batch.hpp"
#include "booking/domain/catalogue_change.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

// Where an entry stands. At the same time changes come first, then deeds; the higher number before the lower.
struct TrailPlace {
  Instant at;
  bool deed = false;
  std::uint64_t id = 0;       // of a change; of a deed its show
  std::uint64_t version = 0;  // of a deed
};

struct TrailWish {
  std::uint64_t organisation = 0;
  std::optional<std::vector<ShowId>> shows;  // none: all there is; else what was done to these
  std::optional<Topic> topic;
  UserId by;                        // 0: whoever
  Instant from, until;              // within [from, until)
  std::optional<TrailPlace> after;  // the last one that was read
  std::size_t limit = 50;
};

struct TrailEntry {
  TrailPlace place;
  Topic topic = Topic::shows;
  std::string event;                 // of a change
  JournalKind kind{};                // of a deed
  std::string before, after;         // JSON; of a deed its detail is in `after`
  std::uint64_t thing = 0;           // of a deed: the booking, or the hold
  std::string called;                // of a deed: the booking's reference, or for whom places are kept
  UserId by;                         // 0: nobody, it came about by itself
  ConcertId concert;                 // 0: of none
  ShowId show;                       // 0: of none
  std::string title;                 // of the concert, while it is there
  std::optional<Instant> starts_at;  // of the show, while it is there
  std::string venue, timezone;       // likewise
};
// Up to limit + 1 of them.
Task<std::vector<TrailEntry>> read_trail(mysql::Pool& pool, TrailWish wish);

// What the zones of a show are called is in its plan: the number of each zone's id there.
struct ZonesOfShow {
  PlanId plan;
  std::vector<ZoneId> zones;
};
Task<ZonesOfShow> zones_of_show(mysql::Pool& pool, ShowId show);

}  // namespace gelora::booking
