// The state of every place, 2 bits each, with free counts a zone: what the availability snapshot sends as it is.
#pragma once
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
  std::uint32_t available(ZoneIndex zone) const { return available_[zone]; }
  // Bits of the seats (not the standing places), first seat in the lowest bits; the last byte may hold standing places too.
  std::span<const std::uint8_t> seat_bits() const { return {bits_.data(), (layout_.seat_count() + 3) / 4}; }

 private:
  const Layout& layout_;
  std::vector<std::uint8_t> bits_;
  std::vector<std::uint32_t> available_;
};

}  // namespace gelora::seat_inventory
