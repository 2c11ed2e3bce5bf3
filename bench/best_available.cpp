// Best available in memory: a hall of 50,000 seats is sold out to parties of one to six, each to the best seats that are
// left. Every look-up, from the empty hall to the last seats, is counted in processor time.
//   bench-best-available --seed N
#include <cstdio>
#include <ctime>
#include <random>

#include "load/arguments.hpp"
#include "load/latencies.hpp"
#include "seat_inventory/best_available.hpp"

namespace gelora::bench {
namespace {

namespace seats = seat_inventory;

constexpr std::uint32_t sections = 20, rows_of_a_section = 50, seats_of_a_row = 50;

// Processor time of this thread: what others do on this machine is no matter of the look-up.
std::int64_t used_ns() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return std::int64_t{used.tv_sec} * 1'000'000'000 + used.tv_nsec;
}

seats::Layout big_hall() {
  std::vector<seats::Row> rows;
  for (std::uint32_t section = 0; section < sections; ++section) {
    for (std::uint32_t row = 0; row < rows_of_a_section; ++row)
      rows.push_back({0, seats_of_a_row, 0, section, row + section / 4.0, (seats_of_a_row - 1) / 2.0});
  }
  return seats::number({seats::Zone{}}, std::move(rows));
}

int run(int count, char** values) {
  Arguments arguments(count, values);
  std::mt19937 random(static_cast<std::uint32_t>(arguments.number("seed", 1)));
  arguments.finish();
  const seats::Layout layout = big_hall();
  seats::SeatMap map(layout);
  std::uniform_int_distribution<std::uint32_t> party_size(1, 6);
  Latencies latencies;
  for (std::uint32_t refused = 0; map.available(0) > 0 && refused < 100;) {
    const std::uint32_t quantity = party_size(random);
    const std::int64_t asked = used_ns();
    const auto party = seats::best_available(layout, map, {true}, quantity);
    latencies.add(used_ns() - asked);
    if (!party) ++refused;
    else
      for (const auto seat : party->seats) map.set(seat, seats::SeatState::sold);
  }
  std::printf("{\"seats\": %u, \"left\": %u, \"latency\": %s}\n", layout.seat_count(), map.available(0),
              to_json(latencies).c_str());
  return 0;
}

}  // namespace
}  // namespace gelora::bench

int main(int count, char** values) {
  try {
    return gelora::bench::run(count, values);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "bench-best-available: %s\n", fault.what());
    return 2;
  }
}
