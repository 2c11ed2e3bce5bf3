// The waiting room of a show: who stands where, and whose turn it is. Whoever is there when the sale opens takes part in a draw,
// and has a number from it; whoever comes later, or again, stands behind in order of arrival. Numbers are called in order. A turn
// is a time in which places may be held, and ends with a booking. Pure: the desk asks it, and writes down what it decides.
#pragma once
#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

#include "booking/domain/show.hpp"

namespace gelora::booking {

// As the database has it.
struct StoredRoom {
  struct Entry {
    UserId user;  // none: left, or had their turn
    Mark mark{};
    Instant joined_at;
  };
  struct Call {
    std::uint32_t through = 0;  // numbers up to this one
    Instant at;
    std::uint32_t basket_tenths = 0;
  };
  std::vector<Entry> entries;  // by arrival, from 1
  std::optional<std::uint32_t> drawn;
  std::vector<Call> calls;
};

enum class RoomState : std::uint8_t { none, gathering, waiting, admitted, ended };
std::string_view name_of(RoomState state);

// Where somebody stands.
struct RoomPlace {
  RoomState state = RoomState::none;
  Mark mark{};
  std::uint32_t number = 0;  // 0 before the draw
  Instant joined_at, turn_ends_at;
};

class WaitingRoom {
 public:
  WaitingRoom() = default;
  // `seed` of the show; needed when there was a draw.
  WaitingRoom(StoredRoom stored, const Hash256& seed);

  RoomPlace place_of(UserId user, Duration turn, Instant now) const;
  bool has_turn(UserId user, Duration turn, Instant now) const { return place_of(user, turn, now).state == RoomState::admitted; }
  // Who had a turn that is over may enter again; anybody else who is in must not. The arrival.
  std::uint32_t enter(UserId user, const Mark& mark, Instant now);
  // The arrival that is nobody's any more; 0 when the person is not in.
  std::uint32_t leave(UserId user);

  bool is_drawn() const { return drawn_.has_value(); }
  // Of all that are in; the root. Once.
  Hash256 draw(const Hash256& seed);

  // They came when they were called, and they hold places: so many.
  void began(UserId user);
  void placed(UserId user, std::size_t places);

  // Once a second after the draw: calls as many as may choose beside those who do, as the places that are left will serve, and as
  // the pace allows, which halves while the system is strained and grows while it is not. None when nobody is called.
  std::optional<StoredRoom::Call> call(const WaitingRoomRules& rules, std::uint64_t free, bool strained, Instant now);

  std::uint32_t arrived() const { return static_cast<std::uint32_t>(entries_.size()); }
  std::uint32_t through() const { return calls_.empty() ? 0 : calls_.back().through; }

 private:
  struct Entry {
    UserId user;
    Mark mark{};
    Instant joined_at;
    bool began = false, placed = false;  // their turn, and places in it
  };
  void number_all(const Hash256& seed, const Hash256& root, std::uint32_t drawn);
  std::uint32_t number_of(std::uint32_t arrival) const;
  std::uint32_t arrival_of(std::uint32_t number) const;
  const StoredRoom::Call* call_of(std::uint32_t number) const;
  Entry* in(UserId user);
  double basket() const;

  std::vector<Entry> entries_;  // by arrival − 1
  std::unordered_map<UserId, std::uint32_t> arrivals_;
  std::optional<std::uint32_t> drawn_;
  std::vector<std::uint32_t> number_of_, arrival_of_;  // of those that took part in the draw
  std::vector<StoredRoom::Call> calls_;
  struct Turn {
    std::uint32_t arrival = 0;
    Instant from;
  };
  std::deque<Turn> turns_;  // that may still last
  double pace_ = 0;         // people a second; 0: not set yet
  double turns_with_places_ = 0, places_ = 0, basket_before_ = 0;
};

}  // namespace gelora::booking
