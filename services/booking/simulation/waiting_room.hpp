// The tables of the waiting rooms in memory, and what must be so in them.
#pragma once
#include <map>
#include <string>

#include "booking/box_office/batch.hpp"

namespace gelora::booking::simulation {

struct RoomTables {
  struct Entry {
    UserId user, first_user;  // whose it is; whose it was
    Mark mark{};
    Instant joined_at;
  };
  std::vector<Entry> entries;  // by arrival
  std::optional<RoomDrawRow> draw;
  std::vector<StoredRoom::Call> calls;
};

using Rooms = std::map<ShowId, RoomTables>;

// Whether the keys would refuse these rows.
bool refuses(const Rooms& rooms, const Batch& batch);
void write(Rooms& rooms, const Batch& batch);
StoredRoom read(const Rooms& rooms, ShowId show);
bool turn_is_over(const RoomTables& room, std::uint32_t number, const Show& show, Instant now);
// Whether whoever holds places had their turn when they chose them; empty, or what is wrong.
std::string wrong_turn(const RoomTables& room, const Show& show, const std::map<HoldId, HoldRow>& holds);

}  // namespace gelora::booking::simulation
