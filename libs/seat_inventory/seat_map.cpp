#include "seat_inventory/seat_map.hpp"

#include "base/check.hpp"

namespace gelora::seat_inventory {

SeatMap::SeatMap(const Layout& layout) : layout_(layout), bits_((layout.place_count + 3) / 4) {
  for (const auto& zone : layout.zones) {
    capacity_.push_back(zone.capacity);
    available_.push_back(static_cast<std::int32_t>(zone.capacity));
  }
}

void SeatMap::set_capacity(ZoneIndex zone, std::uint32_t capacity) {
  const Zone& planned = layout_.zones[zone];
  CHECK(capacity <= planned.capacity && (planned.standing || capacity == planned.capacity));
  available_[zone] += static_cast<std::int32_t>(capacity) - static_cast<std::int32_t>(capacity_[zone]);
  capacity_[zone] = capacity;
}

void SeatMap::set(SeatNo place, SeatState state) {
  const SeatState before = at(place);
  if (before == state) return;
  const unsigned shift = (place & 3) * 2;
  auto& byte = bits_[place >> 2];
  byte = static_cast<std::uint8_t>((byte & ~(3u << shift)) | static_cast<unsigned>(state) << shift);
  const ZoneIndex zone = layout_.zone_of(place);
  if (before == SeatState::available) --available_[zone];
  if (state == SeatState::available) ++available_[zone];
}

}  // namespace gelora::seat_inventory
