// The desk and how many a standing zone may have. What is not to be sold is no place in particular: the inventory holds back a
// number, so that nothing has to be chosen anew when places of the zone come and go, or when the desk is rebuilt.
#include <algorithm>
#include <boost/json/array.hpp>

#include "base/guards.hpp"
#include "booking/box_office/desk.hpp"

namespace gelora::booking {

// As the show was read with its lease. What is taken stays, whatever somebody wrote by hand.
void Desk::limit_zones() {
  const auto& zones = show_->hall->layout.zones;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    const auto zone = static_cast<seats::ZoneIndex>(i);
    if (!zones[i].standing) continue;
    inventory_.set_capacity(zone, std::max(show_->capacity_of(i), inventory_.map().taken(zone)));
  }
}

ZoneCounts Desk::counts_of(seats::ZoneIndex zone) const {
  const seats::Zone& planned = show_->hall->layout.zones[zone];
  const auto& map = inventory_.map();
  ZoneCounts counts{map.capacity(zone), planned.capacity};
  for (std::uint32_t i = 0; i < planned.capacity; ++i) {
    const auto state = map.at(planned.first_place + i);
    counts.sold += state == seats::SeatState::sold;
    counts.held += state == seats::SeatState::held;
  }
  for (const auto& [id, hold] : holds_) {
    if (!hold.kept || hold.status != HoldStatus::active) continue;
    for (const auto place : hold.places)
      counts.house += place >= planned.first_place && place - planned.first_place < planned.capacity;
  }
  counts.held -= counts.house;
  counts.free = map.available(zone);
  return counts;
}

SetCapacityOutcome Desk::decide(const SetCapacity& command, Batch& batch, Instant) {
  const auto& zones = show_->hall->layout.zones;
  const bool known = command.zone < zones.size() && zones[command.zone].standing;
  if (!known || command.capacity > zones[command.zone].capacity) return seats::UnknownPlaces{};
  ZoneCounts now = counts_of(command.zone);
  if (command.capacity == now.capacity) return CapacitySet{now};
  if (command.was != now.capacity) return CapacityIsAnother{now};
  if (base::guards::never_below_sold && command.capacity < now.taken()) return CapacityBelowSold{now};
  inventory_.set_capacity(command.zone, command.capacity);
  batch.capacities.push_back({show_->id, command.zone, command.capacity});
  std::vector<seats::SeatNo> numbers;
  for (const std::uint32_t number : {std::uint32_t{command.zone}, now.capacity, command.capacity}) numbers.push_back(number);
  journal(batch, JournalKind::capacity_set, {}, {}, command.by, std::move(numbers));
  deed(batch, command.by,
       {{"places", boost::json::array{}},
        {"zone_id", show_->zones[command.zone].id.text()},
        {"zone", show_->hall->zones[command.zone].name},
        {"before", now.capacity},
        {"after", command.capacity}});
  now.capacity = command.capacity;
  now.free = inventory_.map().available(command.zone);
  return CapacitySet{now};
}

}  // namespace gelora::booking
