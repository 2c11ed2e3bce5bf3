#include "booking/simulation/waiting_room.hpp"

#include <algorithm>

namespace gelora::booking::simulation {

bool refuses(const Rooms& rooms, const Batch& batch) {
  Rooms after = rooms;
  for (const auto& row : batch.room_draws) {
    if (after[row.show].draw) return true;
  }
  for (const auto& row : batch.room_calls) {
    for (const auto& other : after[row.show].calls) {
      if (other.through == row.call.through) return true;
    }
  }
  for (const auto& row : batch.room_entries) {
    if (row.arrival <= after[row.show].entries.size()) return true;
  }
  write(after, batch);
  for (const auto& [show, room] : after) {
    std::vector<UserId> in;
    for (const auto& entry : room.entries) {
      if (entry.user) in.push_back(entry.user);
    }
    std::sort(in.begin(), in.end());
    if (std::adjacent_find(in.begin(), in.end()) != in.end()) return true;
  }
  return false;
}

void write(Rooms& rooms, const Batch& batch) {
  for (const auto& row : batch.room_entries) {
    auto& entries = rooms[row.show].entries;
    if (entries.size() < row.arrival) entries.resize(row.arrival);
    entries[row.arrival - 1] = {row.user, row.user, row.mark, batch.at};
  }
  for (const auto& row : batch.room_left) rooms[row.show].entries.at(row.arrival - 1).user = {};
  for (const auto& row : batch.room_draws) rooms[row.show].draw = row;
  for (const auto& row : batch.room_calls) rooms[row.show].calls.push_back(row.call);
}

StoredRoom read(const Rooms& rooms, ShowId show) {
  StoredRoom stored;
  const auto found = rooms.find(show);
  if (found == rooms.end()) return stored;
  for (const auto& entry : found->second.entries) stored.entries.push_back({entry.user, entry.mark, entry.joined_at});
  if (found->second.draw) stored.drawn = found->second.draw->entries;
  stored.calls = found->second.calls;
  return stored;
}

bool turn_is_over(const RoomTables& room, std::uint32_t number, const Show& show, Instant now) {
  for (const auto& call : room.calls) {
    if (call.through >= number) return call.at + show.room->turn <= now;
  }
  return false;
}

std::string wrong_turn(const RoomTables& room, const Show& show, const std::map<HoldId, HoldRow>& holds) {
  std::vector<Mark> marks;
  for (std::uint32_t i = 0; room.draw && i < room.draw->entries; ++i) marks.push_back(room.entries[i].mark);
  const Hash256 root = root_of(marks);
  if (room.draw && root != room.draw->root) return "the draw was of other entries";
  const auto order = drawn_order(show.room->seed, root, marks);
  std::vector<std::uint32_t> number(room.entries.size());
  for (std::uint32_t i = 0; i < room.entries.size(); ++i) number[i] = i + 1;
  for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i + 1;
  const auto had_turn = [&](const HoldRow& hold) {
    for (std::size_t i = 0; i < room.entries.size(); ++i) {
      if (room.entries[i].first_user != hold.user) continue;
      for (const auto& call : room.calls) {
        if (call.through < number[i]) continue;
        if (call.at <= hold.created_at && hold.created_at < call.at + show.room->turn) return true;
        break;
      }
    }
    return false;
  };
  for (const auto& [id, hold] : holds) {
    if (hold.show == show.id && !hold.kept && !had_turn(hold))
      return "hold " + id.text() + " was made by somebody who had no turn";
  }
  return {};
}

}  // namespace gelora::booking::simulation
