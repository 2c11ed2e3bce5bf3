// THE ENGINE: who may have which places of one show, until when. Pure: no I/O, no clock; time is an argument.
// Invariants, checked in release builds too: a place has at most one claim; held + sold + free + blocked = all places of the
// plan; where a standing zone's capacity is below the plan's number, the difference is blocked, and no hold takes it; a person's
// places in live claims never pass the limit of the hold that took them.
#pragma once
#include <cstdint>
#include <optional>
#include <queue>
#include <set>
#include <span>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"
#include "seat_inventory/best_available.hpp"
#include "seat_inventory/layout.hpp"
#include "seat_inventory/seat_map.hpp"

namespace gelora::seat_inventory {

using base::HoldId;
using base::Instant;
using base::UserId;

// What a hold asks for: one of the three.
struct ChosenSeats {
  std::vector<SeatNo> seats;
};
struct BestAvailable {
  std::vector<bool> zones;  // allowed ones, by index
  std::uint32_t quantity = 0;
};
struct StandingPlaces {
  std::vector<std::pair<ZoneIndex, std::uint32_t>> quantities;
};
using Selection = std::variant<ChosenSeats, BestAvailable, StandingPlaces>;

// held: until the deadline. booked: until the deadline or a payment. sold: for good, until it is returned.
enum class Phase : std::uint8_t { held, booked, sold };

struct Claim {
  UserId owner;
  Phase phase = Phase::held;
  Instant deadline;  // of held and booked
  std::vector<SeatNo> places;
};

struct Held {
  std::vector<SeatNo> places;
  Placement placement = Placement::together;
};
struct SeatsTaken {
  std::vector<SeatNo> places;  // of those asked for
};
struct NotEnoughSeats {
  std::uint32_t available = 0;  // in the zones asked for
};
struct TooManyTickets {
  std::uint32_t limit = 0;
  std::uint32_t already = 0;
};
struct UnknownPlaces {};  // a number of no seat, a seat twice, a standing place by number, none at all
using HoldOutcome = std::variant<Held, SeatsTaken, NotEnoughSeats, TooManyTickets, UnknownPlaces>;

class SeatInventory {
 public:
  explicit SeatInventory(const Layout& layout);  // the layout must outlive this

  // All places or none. `id` must be new; `limit` 0 means no limit a person. Does not look at `now`: deadlines end only
  // by expire(). O(places asked for), best available O(seats).
  HoldOutcome hold(HoldId id, UserId owner, const Selection& selection, Instant deadline, std::uint32_t limit);
  // Moves a held claim to booked with a new deadline; false when there is no such held claim. O(1).
  bool book(HoldId id, Instant deadline);
  // Moves a held or booked claim to sold; false when there is none. O(places).
  bool sell(HoldId id);
  // Ends a claim in any phase and frees its places; false when there is none. O(places).
  bool release(HoldId id);
  // Frees some places of a claim; the last of them ends it. False, and nothing changes, when there is no such claim or not all
  // places are of it, once each. O(places).
  bool give_back(HoldId id, std::span<const SeatNo> places);
  // A sold claim leaves places for others that are free, pair by pair (from, to), and keeps their order. False, and nothing
  // changes, when there is no such claim, a place is not its own or not free, or stands there twice. O(places of the claim).
  bool move(HoldId id, std::span<const std::pair<SeatNo, SeatNo>> pairs);
  // The claims whose deadline is at or before `now`, in order of their deadlines. They stay until they are released.
  std::vector<HoldId> overdue(Instant now);
  // Of a standing zone, at most the plan's number. Claims stay: where it is below what is taken, nothing is handed out until
  // enough is given back. O(1).
  void set_capacity(ZoneIndex zone, std::uint32_t capacity) { map_.set_capacity(zone, capacity); }
  // House seats: free ↔ not for sale. False, and nothing changes, when the place is neither. O(1).
  bool set_blocked(SeatNo place, bool blocked);
  // Puts back a claim read from the store. The places must be free.
  void restore(HoldId id, Claim claim);

  const Claim* find(HoldId id) const;
  std::uint32_t places_of(UserId owner) const;
  const SeatMap& map() const { return map_; }
  const Layout& layout() const { return layout_; }
  std::size_t claim_count() const { return claims_.size(); }
  // The places of all claims together. O(claims).
  std::size_t claimed_places() const;
  // Recounts everything and stops the process when an invariant is broken. O(places). For tests and after a rebuild.
  void check() const;
  // The same for equal states, whatever the order of commands that led there. For comparing with a twin.
  std::uint64_t state_hash() const;

 private:
  std::variant<Held, SeatsTaken, NotEnoughSeats, UnknownPlaces> pick(const Selection& selection);
  void occupy(HoldId id, Claim claim);
  void vacate(UserId owner, std::span<const SeatNo> places);
  SeatNo next_standing(ZoneIndex zone);
  void return_standing(SeatNo place);

  struct Deadline {
    Instant at;
    HoldId id;
    friend bool operator>(const Deadline& a, const Deadline& b) { return a.at != b.at ? a.at > b.at : a.id > b.id; }
  };
  struct FreeStanding {
    std::uint32_t untouched = 0;  // of the zone's places, those from here on are not in `returned`; the map knows them
    std::set<SeatNo> returned;    // those before that are free
  };

  const Layout& layout_;
  SeatMap map_;
  std::unordered_map<HoldId, Claim> claims_;
  std::unordered_map<UserId, std::uint32_t> owned_;
  std::priority_queue<Deadline, std::vector<Deadline>, std::greater<>> deadlines_;
  std::vector<FreeStanding> standing_;
};

}  // namespace gelora::seat_inventory
