// Reads what is performed and sold.
#pragma once
#include <string>
#include <vector>

#include "booking/domain/show.hpp"
#include "booking/storage/halls.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

struct VenueText {
  VenueId id;
  std::string name, city, timezone, address;
};

struct ConcertText {
  ConcertId id;
  std::string slug, title, artist, city, genre, description, colours;  // the last two as JSON
  std::uint32_t poster_seed = 0;
  std::uint64_t organisation = 0;  // 0: nobody's yet
  std::string poster{};            // the hash of its content; empty: none
};

struct ListedShow {
  ShowId id;
  ConcertId concert;
  VenueText venue;
  std::uint64_t revision = 0;
};

// Set in tests and rehearsals only: instead of each show's own times.
struct TimeLimits {
  Duration hold_ttl{};  // 0: the show's
  Duration pay_ttl{};   // 0: the show's
};

Task<std::vector<ConcertText>> load_concerts(mysql::Pool& pool);
// All published shows of all concerts, by start.
Task<std::vector<ListedShow>> load_listed_shows(mysql::Pool& pool);
// One show with its hall. Throws when it does not exist.
Task<std::shared_ptr<const Show>> load_show(mysql::Pool& pool, Halls& halls, TimeLimits limits, ShowId id);
// This process's number for its ids, by its name: 0 … 1023.
Task<std::uint32_t> instance_number(mysql::Pool& pool, std::string name);

}  // namespace gelora::booking
