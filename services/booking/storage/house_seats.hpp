// Reads house seats, and what an organiser's people did to places and tickets. The caller knows that the show, or the booking, is
// theirs.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "booking/box_office/batch.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

struct HouseGroup {
  HoldId id;
  std::string kept_for;
  UserId by;
  Instant at;
  std::optional<Instant> until;       // when it goes free by itself
  std::vector<seats::SeatNo> places;  // that are kept now
};
// Oldest first; of which nothing is kept any more are left out, also those whose time is just up.
Task<std::vector<HouseGroup>> house_groups(mysql::Pool& pool, ShowId show, Instant now);
// Also one of which nothing is kept any more: with the places it had last.
Task<std::optional<HouseGroup>> find_house_group(mysql::Pool& pool, ShowId show, HoldId id);

struct Deed {
  Instant at;
  JournalKind kind;
  UserId by;
  HoldId hold;
  std::string detail;  // JSON
};
// Who kept what and let it go, newest first.
Task<std::vector<Deed>> house_deeds(mysql::Pool& pool, ShowId show, std::size_t limit);
// Oldest first, at most a few hundred.
Task<std::vector<Deed>> deeds_of_booking(mysql::Pool& pool, BookingId booking);

}  // namespace gelora::booking
