// Waiting rooms in SQL: what an organiser sets, and how far they are, for everybody to see. See migrations/0024_waiting_room.sql.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "booking/box_office/waiting_room.hpp"
#include "booking/storage/catalogue_changes.hpp"

namespace gelora::booking {

// The seed of `rules` is taken when the show has none yet. False when the organisation has no such show.
Task<bool> set_waiting_room(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId show, WaitingRoomRules rules);
// Everybody may buy; seed and entries stay. False likewise.
Task<bool> remove_waiting_room(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId show);
// With 0 shoppers where there is none. Nothing when the organisation has no such show.
Task<std::optional<WaitingRoomRules>> find_waiting_room(mysql::Pool& pool, ShowId show, std::uint64_t organisation);

struct RoomProgress {
  std::uint32_t arrived = 0;
  std::optional<std::uint32_t> drawn;
  Hash256 root{};
  std::vector<StoredRoom::Call> calls;  // the last ones, the newest first
};
Task<RoomProgress> room_progress(mysql::Pool& pool, ShowId show);
// Of those that took part in the draw, in order of arrival: so many after the first `after`.
Task<std::vector<Mark>> drawn_marks(mysql::Pool& pool, ShowId show, std::uint32_t after, std::uint32_t most);

struct RoomEntryOfPerson {
  ShowId show;
  Instant joined_at;
};
Task<std::vector<RoomEntryOfPerson>> room_entries_of(mysql::Pool& pool, UserId user);
// Within the caller's transaction: the entries are nobody's.
Task<> forget_room_entries(mysql::Connection& db, UserId user);

// Numbers called a minute, of the last two minutes; nothing before 20 s after the first call.
std::optional<std::uint32_t> called_per_minute(const std::vector<StoredRoom::Call>& newest_first, Instant now);

}  // namespace gelora::booking
