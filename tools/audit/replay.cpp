#include "replay.hpp"

#include <algorithm>

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
  if (entry.kind == Kind::held) {
    if (found != holds_.end()) return "this hold was made before";
    if (entry.places.empty()) return "a hold of no place";
    for (const auto place : entry.places) {
      if (place >= capacity_) return "there is no place " + std::to_string(place);
      const auto [owner, fresh] = owners_.try_emplace(place, entry.hold);
      if (!fresh) return "place " + std::to_string(place) + " belongs to hold " + std::to_string(owner->second);
    }
    held_ += static_cast<std::uint32_t>(entry.places.size());
    if (held_ + sold_ > capacity_) return "more places are taken than there are";
    holds_[entry.hold] = {HoldStage::held, entry.user, 0, entry.places};
    return {};
  }
  if (found == holds_.end()) return "there was no such hold";
  HoldTrail& hold = found->second;
  if (hold.user != entry.user) return "the hold is of user " + std::to_string(hold.user);
  const auto booking = bookings_.find(entry.booking);
  const bool open = booking != bookings_.end() && booking->second == BookingStage::open && hold.booking == entry.booking;
  switch (entry.kind) {
    case Kind::held: break;
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
    case Kind::refund_due:
    case Kind::refunded: return booking == bookings_.end() ? "there was no such booking" : "";
  }
  return "this kind of entry is not known";
}

std::string Replay::give_back(const Entry& entry, HoldTrail& hold) {
  if (entry.places != hold.places) return "not the places that were held";
  for (const auto place : hold.places) owners_.erase(place);
  held_ -= static_cast<std::uint32_t>(hold.places.size());
  hold.stage = HoldStage::over;
  return {};
}

std::string Replay::check_sums() const {
  std::uint32_t held = 0, sold = 0;
  for (const auto& [place, hold] : owners_) {
    const auto stage = holds_.at(hold).stage;
    held += stage == HoldStage::held || stage == HoldStage::booked;
    sold += stage == HoldStage::sold;
  }
  if (held == held_ && sold == sold_ && held + sold + free() == capacity_) return {};
  return "sold " + std::to_string(sold) + " + held " + std::to_string(held) + " + free " + std::to_string(free()) +
         " is not capacity " + std::to_string(capacity_);
}

}  // namespace gelora::audit
