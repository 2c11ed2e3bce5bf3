#include "seat_inventory/seat_inventory.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace gelora::seat_inventory {

SeatInventory::SeatInventory(const Layout& layout) : layout_(layout), map_(layout), standing_(layout.zones.size()) {}

HoldOutcome SeatInventory::hold(HoldId id, UserId owner, const Selection& selection, Instant deadline, std::uint32_t limit) {
  CHECK(!claims_.contains(id));
  const std::uint32_t already = places_of(owner);
  std::uint64_t wanted = 0;
  if (const auto* chosen = std::get_if<ChosenSeats>(&selection)) wanted = chosen->seats.size();
  if (const auto* best = std::get_if<BestAvailable>(&selection)) wanted = best->quantity;
  if (const auto* standing = std::get_if<StandingPlaces>(&selection)) {
    for (const auto& [zone, quantity] : standing->quantities) wanted += quantity;
  }
  if (limit != 0 && already + wanted > limit) return TooManyTickets{limit, already};

  auto picked = pick(selection);
  if (auto* taken = std::get_if<SeatsTaken>(&picked)) return std::move(*taken);
  if (auto* few = std::get_if<NotEnoughSeats>(&picked)) return *few;
  if (std::holds_alternative<UnknownPlaces>(picked)) return UnknownPlaces{};
  Held held = std::get<Held>(std::move(picked));
  occupy(id, Claim{owner, Phase::held, deadline, held.places});
  return held;
}

std::variant<Held, SeatsTaken, NotEnoughSeats, UnknownPlaces> SeatInventory::pick(const Selection& selection) {
  if (const auto* chosen = std::get_if<ChosenSeats>(&selection)) {
    std::vector<SeatNo> sorted = chosen->seats;
    std::sort(sorted.begin(), sorted.end());
    const bool twice = std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
    if (sorted.empty() || twice || sorted.back() >= layout_.seat_count()) return UnknownPlaces{};
    SeatsTaken taken;
    for (const SeatNo seat : chosen->seats) {
      if (map_.at(seat) != SeatState::available) taken.places.push_back(seat);
    }
    if (!taken.places.empty()) return taken;
    return Held{std::move(sorted), Placement::together};
  }
  if (const auto* best = std::get_if<BestAvailable>(&selection)) {
    if (best->quantity == 0 || best->zones.size() != layout_.zones.size()) return UnknownPlaces{};
    auto party = best_available(layout_, map_, best->zones, best->quantity);
    if (!party) {
      NotEnoughSeats few;
      for (std::size_t i = 0; i < layout_.zones.size(); ++i) {
        if (best->zones[i] && !layout_.zones[i].standing) few.available += map_.available(static_cast<ZoneIndex>(i));
      }
      return few;
    }
    std::sort(party->seats.begin(), party->seats.end());
    return Held{std::move(party->seats), party->placement};
  }
  const auto& quantities = std::get<StandingPlaces>(selection).quantities;
  if (quantities.empty()) return UnknownPlaces{};
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    const auto [zone, quantity] = quantities[i];
    if (zone >= layout_.zones.size() || !layout_.zones[zone].standing || quantity == 0) return UnknownPlaces{};
    for (std::size_t k = 0; k < i; ++k) {
      if (quantities[k].first == zone) return UnknownPlaces{};
    }
    if (map_.available(zone) < quantity) return NotEnoughSeats{map_.available(zone)};
  }
  Held held;
  for (const auto& [zone, quantity] : quantities) {
    for (std::uint32_t i = 0; i < quantity; ++i) held.places.push_back(next_standing(zone));
  }
  return held;
}

SeatNo SeatInventory::next_standing(ZoneIndex zone) {
  FreeStanding& free = standing_[zone];
  if (!free.returned.empty()) return free.returned.extract(free.returned.begin()).value();
  for (;;) {
    CHECK(free.untouched < layout_.zones[zone].capacity);
    const SeatNo place = layout_.zones[zone].first_place + free.untouched++;
    if (map_.at(place) == SeatState::available) return place;
  }
}

void SeatInventory::return_standing(SeatNo place) {
  const ZoneIndex zone = layout_.zone_of(place);
  FreeStanding& free = standing_[zone];
  if (place < layout_.zones[zone].first_place + free.untouched) free.returned.insert(place);
}

void SeatInventory::occupy(HoldId id, Claim claim) {
  const SeatState state = claim.phase == Phase::sold ? SeatState::sold : SeatState::held;
  for (const SeatNo place : claim.places) {
    CHECK(map_.at(place) == SeatState::available);
    map_.set(place, state);
  }
  owned_[claim.owner] += static_cast<std::uint32_t>(claim.places.size());
  if (claim.phase != Phase::sold) deadlines_.push({claim.deadline, id});
  claims_.emplace(id, std::move(claim));
}

bool SeatInventory::book(HoldId id, Instant deadline) {
  const auto found = claims_.find(id);
  if (found == claims_.end() || found->second.phase != Phase::held) return false;
  found->second.phase = Phase::booked;
  if (found->second.deadline == deadline) return true;  // it is queued with this one already
  found->second.deadline = deadline;
  deadlines_.push({deadline, id});
  return true;
}

bool SeatInventory::sell(HoldId id) {
  const auto found = claims_.find(id);
  if (found == claims_.end() || found->second.phase == Phase::sold) return false;
  found->second.phase = Phase::sold;
  for (const SeatNo place : found->second.places) map_.set(place, SeatState::sold);
  return true;
}

void SeatInventory::vacate(UserId owner, std::span<const SeatNo> places) {
  for (const SeatNo place : places) {
    map_.set(place, SeatState::available);
    if (place >= layout_.seat_count()) return_standing(place);
  }
  const auto owned = owned_.find(owner);
  CHECK(owned != owned_.end() && owned->second >= places.size());
  owned->second -= static_cast<std::uint32_t>(places.size());
  if (owned->second == 0) owned_.erase(owned);
}

bool SeatInventory::release(HoldId id) {
  const auto found = claims_.find(id);
  if (found == claims_.end()) return false;
  vacate(found->second.owner, found->second.places);
  claims_.erase(found);
  return true;
}

bool SeatInventory::give_back(HoldId id, std::span<const SeatNo> places) {
  const auto found = claims_.find(id);
  if (found == claims_.end() || places.empty()) return false;
  auto left = found->second.places;
  for (const SeatNo place : places) {
    const auto at = std::find(left.begin(), left.end(), place);
    if (at == left.end()) return false;
    left.erase(at);
  }
  vacate(found->second.owner, places);
  if (left.empty()) claims_.erase(found);
  else found->second.places = std::move(left);
  return true;
}

bool SeatInventory::move(HoldId id, std::span<const std::pair<SeatNo, SeatNo>> pairs) {
  const auto found = claims_.find(id);
  if (found == claims_.end() || found->second.phase != Phase::sold || pairs.empty()) return false;
  auto places = found->second.places;
  std::set<SeatNo> taken;
  for (const auto& [from, to] : pairs) {
    const auto at = std::find(places.begin(), places.end(), from);
    const bool free = to < layout_.seat_count() && map_.at(to) == SeatState::available && taken.insert(to).second;
    if (at == places.end() || from >= layout_.seat_count() || !free) return false;
    *at = to;
  }
  for (const auto& [from, to] : pairs) {
    map_.set(from, SeatState::available);
    map_.set(to, SeatState::sold);
  }
  found->second.places = std::move(places);
  return true;
}

std::vector<HoldId> SeatInventory::overdue(Instant now) {
  std::vector<HoldId> ids;
  while (!deadlines_.empty() && deadlines_.top().at <= now) {
    const Deadline due = deadlines_.top();
    deadlines_.pop();
    const Claim* claim = find(due.id);
    if (claim != nullptr && claim->phase != Phase::sold && claim->deadline == due.at) ids.push_back(due.id);
  }
  return ids;
}

bool SeatInventory::set_blocked(SeatNo place, bool blocked) {
  CHECK(place < layout_.place_count);
  const SeatState from = blocked ? SeatState::available : SeatState::blocked;
  if (map_.at(place) != from) return false;
  if (blocked && map_.available(layout_.zone_of(place)) == 0) return false;  // what is left is held back already
  map_.set(place, blocked ? SeatState::blocked : SeatState::available);
  if (place < layout_.seat_count()) return true;
  if (blocked) standing_[layout_.zone_of(place)].returned.erase(place);
  else return_standing(place);
  return true;
}

void SeatInventory::restore(HoldId id, Claim claim) {
  CHECK(!claims_.contains(id));
  for (const SeatNo place : claim.places) CHECK(place < layout_.place_count);
  occupy(id, std::move(claim));
}

std::size_t SeatInventory::claimed_places() const {
  std::size_t places = 0;
  for (const auto& [id, claim] : claims_) places += claim.places.size();
  return places;
}

const Claim* SeatInventory::find(HoldId id) const {
  const auto found = claims_.find(id);
  return found == claims_.end() ? nullptr : &found->second;
}

std::uint32_t SeatInventory::places_of(UserId owner) const {
  const auto found = owned_.find(owner);
  return found == owned_.end() ? 0 : found->second;
}

void SeatInventory::check() const {
  std::vector<bool> claimed(layout_.place_count);
  std::unordered_map<UserId, std::uint32_t> owned;
  for (const auto& [id, claim] : claims_) {
    CHECK(!claim.places.empty());
    owned[claim.owner] += static_cast<std::uint32_t>(claim.places.size());
    for (const SeatNo place : claim.places) {
      CHECK(!claimed[place]);
      claimed[place] = true;
      CHECK(map_.at(place) == (claim.phase == Phase::sold ? SeatState::sold : SeatState::held));
    }
  }
  CHECK(owned == owned_);
  std::vector<std::uint32_t> available(layout_.zones.size());
  for (SeatNo place = 0; place < layout_.place_count; ++place) {
    const SeatState state = map_.at(place);
    CHECK(claimed[place] == (state == SeatState::held || state == SeatState::sold));
    if (state == SeatState::available) ++available[layout_.zone_of(place)];
  }
  for (std::size_t i = 0; i < available.size(); ++i) {
    const auto zone = static_cast<ZoneIndex>(i);
    const std::uint32_t blocked = layout_.zones[i].capacity - map_.capacity(zone);
    CHECK(map_.available(zone) == (available[i] > blocked ? available[i] - blocked : 0));
    CHECK(map_.taken(zone) == layout_.zones[i].capacity - available[i]);
  }
}

std::uint64_t SeatInventory::state_hash() const {
  const auto mix = [](std::uint64_t value) {  // splitmix64 finaliser
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9ull;
    value = (value ^ value >> 27) * 0x94D049BB133111EBull;
    return value ^ value >> 31;
  };
  std::uint64_t hash = 0;  // a sum does not depend on the order of claims
  for (const auto& [id, claim] : claims_) {
    std::uint64_t one = mix(id.value) ^ mix(claim.owner.value + 1) ^ mix(static_cast<std::uint64_t>(claim.phase) + 7);
    if (claim.phase != Phase::sold) one ^= mix(static_cast<std::uint64_t>(claim.deadline.us));
    for (const SeatNo place : claim.places) one += mix(place + 13);
    hash += mix(one);
  }
  for (SeatNo place = 0; place < layout_.place_count; ++place) {
    if (map_.at(place) == SeatState::blocked) hash += mix(place + 1'000'003);
  }
  for (std::size_t i = 0; i < layout_.zones.size(); ++i) {
    const std::uint32_t capacity = map_.capacity(static_cast<ZoneIndex>(i));
    if (capacity != layout_.zones[i].capacity) hash += mix(capacity ^ mix(i + 17));
  }
  return hash;
}

}  // namespace gelora::seat_inventory
