#include "replay.hpp"

#include <algorithm>
#include <utility>

namespace gelora::audit {
namespace {

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::held: return "held";
    case Kind::released: return "released";
    case Kind::expired: return "expired";
    case Kind::booked: return "booked";
    case Kind::cancelled: return "cancelled";
    case Kind::confirmed: return "confirmed";
    case Kind::booking_expired: return "booking expired";
    case Kind::refund_due: return "refund due";
    case Kind::refunded: return "refunded";
    case Kind::resold: return "resold";
    case Kind::returned: return "returned";
    case Kind::frozen: return "frozen";
    case Kind::restored: return "restored";
    case Kind::transferred: return "transferred";
    case Kind::offered: return "offered";
    case Kind::offer_ended: return "offer ended";
    case Kind::kept: return "kept";
    case Kind::let_go: return "let go";
    case Kind::moved: return "moved";
    case Kind::renamed: return "renamed";
    case Kind::admitted: return "admitted";
    case Kind::passed: return "passed a gate";
    case Kind::turned_away: return "turned away";
    case Kind::sold_at_counter: return "sold at the counter";
    case Kind::entered_room: return "entered the waiting room";
    case Kind::left_room: return "left the waiting room";
    case Kind::drawn: return "drawn";
    case Kind::called: return "called";
    case Kind::capacity_set: return "capacity set";
  }
  return "unknown kind";
}

}  // namespace

std::string to_text(const Entry& entry) {
  std::string text = "version " + std::to_string(entry.version) + ": " + name_of(entry.kind) + ", hold " +
                     std::to_string(entry.hold) + ", booking " + std::to_string(entry.booking) + ", user " +
                     std::to_string(entry.user) + ", places";
  for (const auto place : entry.places) text += ' ' + std::to_string(place);
  return text;
}

std::string Replay::take(const Entry& entry) {
  ++entries_;
  if (entry.version <= last_) return "its version is not above " + std::to_string(last_);
  last_ = entry.version;
  const auto found = holds_.find(entry.hold);
  const bool at_counter = entry.kind == Kind::sold_at_counter;
  const bool makes_a_hold = entry.kind == Kind::held || entry.kind == Kind::resold || entry.kind == Kind::kept || at_counter;
  const bool by_an_organiser = entry.kind == Kind::kept || entry.kind == Kind::let_go || entry.kind == Kind::moved ||
                               entry.kind == Kind::renamed || entry.kind == Kind::capacity_set || at_counter;
  deeds_ += by_an_organiser;
  if (makes_a_hold && found != holds_.end()) return "this hold was made before";
  if (entry.kind == Kind::held || entry.kind == Kind::kept) {
    if (entry.kind == Kind::held) holds_[entry.hold] = {HoldStage::held, entry.user, 0, entry.places};
    else holds_[entry.hold] = {HoldStage::kept, 0, 0, entry.places};  // nobody's
    held_ += static_cast<std::uint32_t>(entry.places.size());
    return take_places(entry);
  }
  if (entry.kind == Kind::resold) return resell(entry);
  if (at_counter) return sell_at_counter(entry);
  if (entry.kind == Kind::turned_away) return {};
  if (entry.kind == Kind::capacity_set) return set_capacity(entry);
  if (entry.kind >= Kind::entered_room) return of_the_room(entry);
  if (found == holds_.end()) return "there was no such hold";
  HoldTrail& hold = found->second;
  const bool of_a_ticket = entry.kind == Kind::transferred || entry.kind == Kind::offered || entry.kind == Kind::offer_ended;
  if (!of_a_ticket && !by_an_organiser && hold.user != entry.user) return "the hold is of user " + std::to_string(hold.user);
  const auto booking = bookings_.find(entry.booking);
  const bool open = booking != bookings_.end() && booking->second == BookingStage::open && hold.booking == entry.booking;
  switch (entry.kind) {
    case Kind::held:
    case Kind::kept:
    case Kind::sold_at_counter: break;
    case Kind::let_go:
      if (hold.stage != HoldStage::kept) return "the places were not kept";
      return return_some(entry, hold);
    case Kind::moved:
      if (booking == bookings_.end() || hold.booking != entry.booking) return "the hold is not this booking's";
      return move(entry, hold);
    case Kind::renamed:
      return hold.stage != HoldStage::sold || hold.booking != entry.booking ? "the hold was not sold to this booking" : "";
    case Kind::booked:
      if (hold.stage != HoldStage::held) return "the hold was not active";
      if (booking != bookings_.end()) return "this booking was made before";
      hold.stage = HoldStage::booked;
      hold.booking = entry.booking;
      bookings_[entry.booking] = BookingStage::open;
      return {};
    case Kind::released:
    case Kind::expired:
      if (hold.stage != HoldStage::held) return "the hold was not active";
      return give_back(entry, hold);
    case Kind::cancelled:
    case Kind::booking_expired:
      if (!open) return "the booking did not await its payment";
      booking->second = entry.kind == Kind::cancelled ? BookingStage::cancelled : BookingStage::expired;
      return give_back(entry, hold);
    case Kind::confirmed:
      if (!open) return "the booking did not await its payment";
      if (entry.places != hold.places) return "not the places that were held";
      booking->second = BookingStage::confirmed;
      hold.stage = HoldStage::sold;
      held_ -= static_cast<std::uint32_t>(hold.places.size());
      sold_ += static_cast<std::uint32_t>(hold.places.size());
      return {};
    case Kind::resold: break;
    case Kind::returned:
      if (booking == bookings_.end() || hold.booking != entry.booking) return "the hold is not this booking's";
      return return_some(entry, hold);
    case Kind::transferred:
      if (booking == bookings_.end() || hold.booking != entry.booking) return "the hold is not this booking's";
      return transfer(entry, hold);
    case Kind::admitted:
    case Kind::passed: return admit(entry, hold);
    case Kind::turned_away:
    case Kind::entered_room:
    case Kind::left_room:
    case Kind::drawn:
    case Kind::called:
    case Kind::capacity_set: break;
    case Kind::offered:
      return hold.stage != HoldStage::sold || hold.booking != entry.booking ? "the hold was not sold to this booking" : "";
    case Kind::offer_ended:
    case Kind::frozen:
    case Kind::restored:
    case Kind::refund_due:
    case Kind::refunded: return booking == bookings_.end() ? "there was no such booking" : "";
  }
  return "this kind of entry is not known";
}

std::string Replay::take_places(const Entry& entry) {
  if (entry.places.empty()) return "a hold of no place";
  for (const auto place : entry.places) {
    if (place >= capacity_) return "there is no place " + std::to_string(place);
    const auto [owner, fresh] = owners_.try_emplace(place, entry.hold);
    if (!fresh) return "place " + std::to_string(place) + " belongs to hold " + std::to_string(owner->second);
    if (Standing* zone = standing_of(place)) {
      zone->most = std::max(zone->most, ++zone->taken);
      if (zone->capacity && zone->taken > *zone->capacity)
        return "zone " + std::to_string(zone->zone) + " may have " + std::to_string(*zone->capacity);
    }
  }
  return held_ + sold_ > capacity_ ? "more places are taken than there are" : "";
}

Standing* Replay::standing_of(std::uint32_t place) {
  for (auto& zone : standing_) {
    if (place >= zone.first && place - zone.first < zone.places) return &zone;
  }
  return nullptr;
}

void Replay::vacate(std::uint32_t place) {
  if (owners_.erase(place) == 0) return;
  if (Standing* zone = standing_of(place)) --zone->taken;
}

std::uint32_t Replay::blocked() const {
  std::uint32_t places = 0;
  for (const auto& zone : standing_) places += zone.places - zone.capacity.value_or(zone.places);
  return places;
}

std::string Replay::set_capacity(const Entry& entry) {
  if (entry.hold != 0 || entry.booking != 0 || entry.places.size() != 3) return "this is no capacity of a zone";
  const auto was = entry.places[1], is = entry.places[2];
  const auto zone =
      std::find_if(standing_.begin(), standing_.end(), [&entry](const auto& one) { return one.zone == entry.places[0]; });
  if (zone == standing_.end()) return "this zone has seats, or there is none";
  if (zone->capacity && *zone->capacity != was) return "it was " + std::to_string(*zone->capacity);
  if (zone->most > was) return std::to_string(zone->most) + " places were taken of " + std::to_string(was);
  if (is > zone->places) return "the plan has " + std::to_string(zone->places);
  if (zone->taken > is) return std::to_string(zone->taken) + " places are taken";
  zone->capacity = is;
  zone->most = zone->taken;
  return {};
}

void Replay::was_a_draft() {
  for (auto& zone : standing_) {
    zone.capacity.reset();
    zone.most = zone.taken;
  }
}

std::string Replay::check_capacity(std::uint32_t zone, std::uint32_t today) {
  for (auto& one : standing_) {
    if (one.zone != zone) continue;
    if (one.capacity && *one.capacity != today)
      return "zone " + std::to_string(zone) + " may have " + std::to_string(today) + "; the journal says " +
             std::to_string(*one.capacity);
    if (one.most > today || today > one.places)
      return "zone " + std::to_string(zone) + " may have " + std::to_string(today) + ", and " + std::to_string(one.most) +
             " of its " + std::to_string(one.places) + " places were taken";
    one.capacity = today;
    return {};
  }
  return "zone " + std::to_string(zone) + " has seats, and a capacity of its own";
}

// Paid after its end: the booking gets a new hold, sold at once.
std::string Replay::resell(const Entry& entry) {
  const auto booking = bookings_.find(entry.booking);
  if (booking == bookings_.end() || booking->second != BookingStage::expired) return "the booking had not expired";
  booking->second = BookingStage::confirmed;
  holds_[entry.hold] = {HoldStage::sold, entry.user, entry.booking, entry.places};
  sold_ += static_cast<std::uint32_t>(entry.places.size());
  return take_places(entry);
}

// A booking of nobody's, of places that are free by now, sold at once.
std::string Replay::sell_at_counter(const Entry& entry) {
  if (!bookings_.try_emplace(entry.booking, BookingStage::confirmed).second) return "this booking was made before";
  holds_[entry.hold] = {HoldStage::sold, 0, entry.booking, entry.places};
  sold_ += static_cast<std::uint32_t>(entry.places.size());
  return take_places(entry);
}

// The place stays with its hold and its booking; somebody else has the ticket.
std::string Replay::transfer(const Entry& entry, const HoldTrail& hold) {
  if (hold.stage != HoldStage::sold) return "the places were not sold";
  if (entry.places.size() != 1) return "one ticket goes at a time";
  const auto place = entry.places.front();
  const auto owner = owners_.find(place);
  if (owner == owners_.end() || owner->second != entry.hold) return "place " + std::to_string(place) + " is not of this hold";
  if (admitted_.contains(place)) return "somebody had come in by it";
  if (holder_of(place) == entry.user) return "the ticket was this user's already";
  holders_[place] = entry.user;
  ++transfers_;
  return {};
}

// Nobody comes in by a ticket that was given back, and by one ticket nobody comes in twice for the first time.
std::string Replay::admit(const Entry& entry, const HoldTrail& hold) {
  if (hold.stage != HoldStage::sold || hold.booking != entry.booking) return "the place was not sold to this booking";
  if (entry.places.size() != 1) return "one ticket lets in at a time";
  const auto place = entry.places.front();
  const auto owner = owners_.find(place);
  if (owner == owners_.end() || owner->second != entry.hold) return "place " + std::to_string(place) + " is not of this hold";
  const bool was_in = admitted_.contains(place);
  if (entry.kind == Kind::passed) return was_in ? "" : "nobody had come in by the ticket of place " + std::to_string(place);
  if (was_in) return "somebody had come in by the ticket of place " + std::to_string(place);
  admitted_.insert(place);
  ++admissions_;
  return {};
}

std::uint64_t Replay::holder_of(std::uint32_t place) const {
  if (const auto given = holders_.find(place); given != holders_.end()) return given->second;
  return holds_.at(owners_.at(place)).user;
}

// The first half is left for the second, which was free. Each ticket goes on to the other place with whoever has it.
std::string Replay::move(const Entry& entry, HoldTrail& hold) {
  if (hold.stage != HoldStage::sold) return "the places were not sold";
  const std::size_t half = entry.places.size() / 2;
  if (half == 0 || entry.places.size() != 2 * half) return "not as many places as there were";
  for (std::size_t i = 0; i < half; ++i) {
    const auto from = entry.places[i], to = entry.places[half + i];
    const auto at = std::find(hold.places.begin(), hold.places.end(), from);
    if (at == hold.places.end()) return "place " + std::to_string(from) + " is not of this hold";
    if (admitted_.contains(from)) return "somebody had come in by the ticket of place " + std::to_string(from);
    if (to >= capacity_) return "there is no place " + std::to_string(to);
    const auto [owner, fresh] = owners_.try_emplace(to, entry.hold);
    if (!fresh) return "place " + std::to_string(to) + " belongs to hold " + std::to_string(owner->second);
    *at = to;
    owners_.erase(from);
    if (auto given = holders_.extract(from)) {
      given.key() = to;
      holders_.insert(std::move(given));
    }
  }
  return {};
}

// Tickets are void, or house seats let go. The last of them ends the hold, which keeps the places it had then.
std::string Replay::return_some(const Entry& entry, HoldTrail& hold) {
  if (hold.stage != HoldStage::sold && hold.stage != HoldStage::kept) return "the places were not sold";
  auto left = hold.places;
  for (const auto place : entry.places) {
    const auto at = std::find(left.begin(), left.end(), place);
    if (at == left.end()) return "place " + std::to_string(place) + " is not of this hold";
    left.erase(at);
    vacate(place);
    holders_.erase(place);
    admitted_.erase(place);
  }
  if (entry.places.empty()) return "nothing was returned";
  (hold.stage == HoldStage::sold ? sold_ : held_) -= static_cast<std::uint32_t>(entry.places.size());
  if (left.empty()) hold.stage = HoldStage::over;
  else hold.places = std::move(left);
  return {};
}

std::string Replay::give_back(const Entry& entry, HoldTrail& hold) {
  if (entry.places != hold.places) return "not the places that were held";
  for (const auto place : hold.places) vacate(place);
  held_ -= static_cast<std::uint32_t>(hold.places.size());
  hold.stage = HoldStage::over;
  return {};
}

std::string Replay::check_sums() const {
  std::uint32_t held = 0, sold = 0;
  for (const auto& zone : standing_) {
    std::uint32_t taken = 0;
    for (const auto& [place, hold] : owners_) taken += place >= zone.first && place - zone.first < zone.places;
    const std::uint32_t capacity = zone.capacity.value_or(zone.places);
    if (taken != zone.taken || taken > capacity)
      return std::to_string(taken) + " places of zone " + std::to_string(zone.zone) + " are taken of " + std::to_string(capacity);
  }
  for (const auto& [place, hold] : owners_) {
    const auto stage = holds_.at(hold).stage;
    held += stage == HoldStage::held || stage == HoldStage::kept || stage == HoldStage::booked;
    sold += stage == HoldStage::sold;
  }
  if (held == held_ && sold == sold_ && held + sold + free() + blocked() == capacity_) return {};
  return "sold " + std::to_string(sold) + " + held " + std::to_string(held) + " + free " + std::to_string(free()) +
         " + blocked " + std::to_string(blocked()) + " is not capacity " + std::to_string(capacity_);
}

std::string Replay::of_the_room(const Entry& entry) {
  if (entry.hold != 0 || entry.booking != 0 || !entry.places.empty()) return "the waiting room has no places";
  if (entry.kind == Kind::drawn && std::exchange(drawn_, true)) return "the draw was made before";
  if (entry.kind == Kind::called && !drawn_) return "nothing was drawn yet";
  return {};
}

}  // namespace gelora::audit
