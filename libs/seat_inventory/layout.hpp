// The places of a hall as numbers: rows of seats and standing zones. Immutable, shared by all shows of a seating plan.
#pragma once
#include <cstdint>
#include <vector>

namespace gelora::seat_inventory {

using SeatNo = std::uint32_t;     // dense from 0: seats first, row by row, then standing places
using ZoneIndex = std::uint16_t;  // position in Layout::zones

// Seats `first` … `first + count - 1`, left to right, each next to the one before.
struct Row {
  SeatNo first = 0;
  std::uint32_t count = 0;
  ZoneIndex zone = 0;
  std::uint32_t section = 0;  // rows of one section follow each other, the row nearest to the stage first
  double rank = 0;            // the lower the better the view
  double focus = 0;           // offset in the row (0 … count - 1) of the seat with the best view
};

struct Zone {
  bool standing = false;
  SeatNo first_place = 0;  // standing only: its places are first_place … first_place + capacity - 1
  std::uint32_t capacity = 0;
};

struct Layout {
  std::vector<Zone> zones;
  std::vector<Row> rows;                // in order of seat numbers
  std::vector<ZoneIndex> zone_of_seat;  // of seats, not of standing places
  std::uint32_t place_count = 0;        // seats and standing places

  std::uint32_t seat_count() const { return static_cast<std::uint32_t>(zone_of_seat.size()); }
  // Place must be below place_count. O(1) for a seat, O(zones) for a standing place.
  ZoneIndex zone_of(SeatNo place) const;
};

// Numbers zones and rows: fills first, zone_of_seat, place_count, capacities of seated zones, first_place.
Layout number(std::vector<Zone> zones, std::vector<Row> rows);

}  // namespace gelora::seat_inventory
