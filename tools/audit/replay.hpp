// The journal of one show, replayed by rules of its own: nothing here is shared with booking-service, so that a fault there is
// not repeated here.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gelora::audit {

// The journal's kinds, by their numbers in the database.
enum class Kind {
  held = 1,
  released,
  expired,
  booked,
  cancelled,
  confirmed,
  booking_expired,
  refund_due,
  refunded,
  resold,
  returned,
  frozen,
  restored,
  transferred,
  offered,
  offer_ended,
  kept,
  let_go,
  moved,
  admitted,
  passed,
  turned_away,
  renamed,
  sold_at_counter,
  entered_room,
  left_room,
  drawn,
  called,
  capacity_set
};

struct Entry {
  std::uint64_t version = 0;
  Kind kind{};
  std::uint64_t hold = 0, booking = 0, user = 0;
  std::vector<std::uint32_t> places;  // of capacity_set: the zone, what it was, what it is
};
std::string to_text(const Entry& entry);

enum class HoldStage { held, kept, booked, sold, over };
enum class BookingStage { open, confirmed, expired, cancelled };

struct HoldTrail {
  HoldStage stage{};
  std::uint64_t user = 0, booking = 0;
  std::vector<std::uint32_t> places;
};

// A standing zone: its places are first … first + places - 1, of which `capacity` may be taken.
struct Standing {
  std::uint32_t zone = 0, first = 0, places = 0;
  std::optional<std::uint32_t> capacity{};  // none: no entry has told it yet
  std::uint32_t taken = 0, most = 0;        // most: at the same time, since the capacity is what it is
};

class Replay {
 public:
  // `capacity`: of all zones together, by their plan.
  explicit Replay(std::uint32_t capacity, std::vector<Standing> standing = {})
      : capacity_(capacity), standing_(std::move(standing)) {}

  // What is wrong about this entry; empty when nothing is. Nothing may be asked of a replay that went wrong.
  std::string take(const Entry& entry);

  // The show was a draft in between: how many its zones may have was written without an entry.
  void was_a_draft();
  // That the zone's capacity of today is what its last entry says, and was never too little; it counts from here on.
  std::string check_capacity(std::uint32_t zone, std::uint32_t today);

  // sold + held + free + blocked = all places, counted anew from the places. O(places taken).
  std::string check_sums() const;

  std::uint32_t held() const { return held_; }
  std::uint32_t sold() const { return sold_; }
  std::uint32_t free() const { return capacity_ - held_ - sold_ - blocked(); }
  // Beyond the capacities of the standing zones.
  std::uint32_t blocked() const;
  // How often a ticket went to somebody else, and who has the ticket of a sold place.
  std::uint64_t transfers() const { return transfers_; }
  std::uint64_t holder_of(std::uint32_t place) const;
  // How many came in by a ticket for the first time.
  std::uint64_t admissions() const { return admissions_; }
  // What organisers did to places and tickets.
  std::uint64_t deeds() const { return deeds_; }
  std::uint64_t entries() const { return entries_; }
  const std::unordered_map<std::uint32_t, std::uint64_t>& owners() const { return owners_; }  // hold by place
  const std::unordered_map<std::uint64_t, HoldTrail>& holds() const { return holds_; }
  const std::unordered_map<std::uint64_t, BookingStage>& bookings() const { return bookings_; }

 private:
  std::string take_places(const Entry& entry);
  std::string set_capacity(const Entry& entry);
  Standing* standing_of(std::uint32_t place);
  void vacate(std::uint32_t place);
  std::string resell(const Entry& entry);
  std::string of_the_room(const Entry& entry);
  std::string sell_at_counter(const Entry& entry);
  std::string transfer(const Entry& entry, const HoldTrail& hold);
  std::string admit(const Entry& entry, const HoldTrail& hold);
  std::string move(const Entry& entry, HoldTrail& hold);
  std::string return_some(const Entry& entry, HoldTrail& hold);
  std::string give_back(const Entry& entry, HoldTrail& hold);

  std::uint32_t capacity_, held_ = 0, sold_ = 0;
  std::vector<Standing> standing_;
  bool drawn_ = false;
  std::uint64_t last_ = 0, entries_ = 0, transfers_ = 0, admissions_ = 0, deeds_ = 0;
  std::unordered_map<std::uint32_t, std::uint64_t> holders_;  // user by place, where it is not who bought it
  std::unordered_map<std::uint32_t, std::uint64_t> owners_;
  std::unordered_set<std::uint32_t> admitted_;  // places whose ticket let somebody in
  std::unordered_map<std::uint64_t, HoldTrail> holds_;
  std::unordered_map<std::uint64_t, BookingStage> bookings_;
};

}  // namespace gelora::audit
