// The people of a rehearsal: when they come, what they want, how long they take. All drawn from one seed.
#pragma once
#include <random>

#include "booking/domain/show.hpp"
#include "seat_inventory/seat_map.hpp"

namespace gelora::booking {

struct Crowd {
  std::uint32_t fans = 0;
  Duration within{};          // after the opening, in which those come who are not there yet
  std::uint32_t paying = 90;  // percent of those who hold places
  std::uint64_t seed = 1;
};

// What becomes of places that somebody holds.
enum class Intention : std::uint8_t { pays, lets_the_hold_lapse, releases, books_and_does_not_pay };

class Temper {
 public:
  Temper(const Crowd& crowd, const Show& show);

  // Since the opening; below zero: was there before, not earlier than `gathers`.
  Duration arrival(Duration gathers);
  // People together, one of them buys; not more than may.
  std::uint32_t party();
  seats::ZoneIndex favourite_zone();
  bool chooses_on_the_map();
  Intention intention();
  bool comes_when_called();

  // Each of these takes a person about so long, some much longer.
  Duration to_react(), to_choose(), to_choose_again(), to_check_out(), to_pay(), to_come_when_called(), patience();

  // So many free places beside each other in the zone, rather near the stage and the middle. None when a few rows have no such.
  std::vector<seats::SeatNo> seats_on_the_map(const seats::SeatMap& map, seats::ZoneIndex zone, std::uint32_t quantity);
  std::size_t one_of(std::size_t count);

 private:
  double unit();  // [0, 1)
  // Log-normal: half take less than the median; `spread` is the standard deviation of the logarithm.
  Duration about(Duration median, double spread);

  const Crowd crowd_;
  const seats::Layout& layout_;
  std::uint32_t most_;
  std::vector<std::uint64_t> places_until_;  // of the zones up to each, where fans wish to be
  std::vector<std::vector<std::uint32_t>> rows_of_;
  std::mt19937_64 random_;
};

}  // namespace gelora::booking
