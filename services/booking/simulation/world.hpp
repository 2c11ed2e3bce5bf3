// One schedule: two instances, a database, a crowd and faults, all drawn from one seed, in simulated time.
#pragma once
#include "booking/box_office/box_office.hpp"
#include "booking/simulation/database.hpp"

namespace gelora::booking::simulation {

struct Outcome {
  std::string contradiction;  // empty: all promises were kept
  std::size_t acknowledged = 0, commits = 0, crashes = 0;
};

// The same seed and guards give the same schedule, step by step. `trace` prints what happens.
Outcome play(std::uint64_t seed, Guards guards, bool trace);

}  // namespace gelora::booking::simulation
