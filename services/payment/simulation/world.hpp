// One schedule: payment-service, its database, a provider, a desk, buyers and organisers, and faults, all drawn from one seed, in
// simulated time.
#pragma once
#include <cstdint>
#include <string>

namespace gelora::payment::simulation {

struct Outcome {
  std::string contradiction;  // empty: all promises were kept
  std::size_t commits = 0, captures = 0, refunds = 0, forged = 0, crashes = 0;
};

// The same seed gives the same schedule, step by step. `trace` prints what happens.
Outcome play(std::uint64_t seed, bool trace);

}  // namespace gelora::payment::simulation
