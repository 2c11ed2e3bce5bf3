// The state of every place, 2 bits each, with free counts a zone: what the availability snapshot sends as it is.
#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "seat_inventory/layout.hpp"

namespace gelora::seat_inventory {

enum class SeatState : std::uint8_t { available = 0, held = 1, sold = 2, blocked = 3 };

class SeatMap {
 public:
  explicit SeatMap(const Layout& layout);

  SeatState at(SeatNo place) const { return static_cast<SeatState>(bits_[place >> 2] >> ((place & 3) * 2) & 3); }
  // Keeps the zone's free count. O(1) for a seat.
  void set(SeatNo place, SeatState state);
  // How many of the zone's places may be taken: all, or fewer of a standing zone, of which it does not matter which ones. O(1).
  void set_capacity(ZoneIndex zone, std::uint32_t capacity);
  std::uint32_t capacity(ZoneIndex zone) const { return capacity_[zone]; }
  // None while more are taken than the capacity.
  std::uint32_t available(ZoneIndex zone) const { return static_cast<std::uint32_t>(std::max(0, available_[zone])); }
  // Places that are not free, whatever the capacity.
  std::uint32_t taken(ZoneIndex zone) const {
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(capacity_[zone]) - available_[zone]);
  }
  // Bits of the seats (not the standing places), first seat in the lowest bits; the last byte may hold standing places too.
  std::span<const std::uint8_t> seat_bits() const { return {bits_.data(), (layout_.seat_count() + 3) / 4}; }

 private:
  const Layout& layout_;
  std::vector<std::uint8_t> bits_;
  std::vector<std::uint32_t> capacity_;
  std::vector<std::int32_t> available_;  // below zero: so many are taken beyond the capacity
};

}  // namespace gelora::seat_inventory
