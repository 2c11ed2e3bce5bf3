#include "seat_inventory/layout.hpp"

#include "base/check.hpp"

namespace gelora::seat_inventory {

ZoneIndex Layout::zone_of(SeatNo place) const {
  CHECK(place < place_count);
  if (place < seat_count()) return zone_of_seat[place];
  for (std::size_t i = 0; i < zones.size(); ++i) {
    const Zone& zone = zones[i];
    if (zone.standing && place >= zone.first_place && place - zone.first_place < zone.capacity) return static_cast<ZoneIndex>(i);
  }
  CHECK(false);
}

Layout number(std::vector<Zone> zones, std::vector<Row> rows) {
  Layout layout{std::move(zones), std::move(rows), {}, 0};
  for (auto& zone : layout.zones) {
    if (!zone.standing) zone.capacity = 0;
  }
  for (auto& row : layout.rows) {
    CHECK(row.zone < layout.zones.size() && !layout.zones[row.zone].standing);
    row.first = layout.place_count;
    layout.place_count += row.count;
    layout.zones[row.zone].capacity += row.count;
    layout.zone_of_seat.insert(layout.zone_of_seat.end(), row.count, row.zone);
  }
  for (auto& zone : layout.zones) {
    if (!zone.standing) continue;
    zone.first_place = layout.place_count;
    layout.place_count += zone.capacity;
  }
  return layout;
}

}  // namespace gelora::seat_inventory
