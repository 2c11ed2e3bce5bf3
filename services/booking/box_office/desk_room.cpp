// The desk and the show's waiting room.
#include "booking/box_office/desk.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

// Of one person in one show: each leaves a row behind that the draw needs.
constexpr std::size_t most_entries_an_hour = 20;

std::uint64_t places_left(const seats::SeatInventory& inventory) {
  std::uint64_t free = 0;
  for (std::size_t i = 0; i < inventory.layout().zones.size(); ++i)
    free += inventory.map().available(static_cast<seats::ZoneIndex>(i));
  return free;
}

}  // namespace

EnterRoomOutcome Desk::decide(const EnterRoom& command, Batch& batch, Instant now) {
  if (!show_->has_room()) return NoRoom{};
  const auto& rules = *show_->room;
  if (show_->state != ShowState::as_planned || now >= show_->closes_at) return SaleClosed{};
  if (now < show_->opens_at - rules.gathers) return RoomNotOpen{show_->opens_at - rules.gathers};
  const RoomPlace place = room_.place_of(command.user, rules.turn, now);
  if (place.state != RoomState::none && place.state != RoomState::ended) {
    if (place.state == RoomState::admitted) room_.began(command.user);
    return InRoom{place};
  }
  auto& times = entered_[command.user];
  while (!times.empty() && times.front() + 1h <= now) times.pop_front();
  if (limits_ && times.size() >= most_entries_an_hour) return CoolingDown{times.front() + 1h - now};
  times.push_back(now);
  end_turn(batch, command.user);
  journal(batch, JournalKind::entered_room, {}, {}, command.user, {});
  batch.room_entries.push_back({show_->id, room_.enter(command.user, command.mark, now), command.user, command.mark});
  return InRoom{room_.place_of(command.user, rules.turn, now), true};
}

LookIntoRoomOutcome Desk::decide(const LookIntoRoom& command, Batch&, Instant now) {
  if (!show_->has_room()) return NoRoom{};
  const RoomPlace place = room_.place_of(command.user, show_->room->turn, now);
  if (place.state == RoomState::admitted) room_.began(command.user);
  return InRoom{place};
}

LeaveRoomOutcome Desk::decide(const LeaveRoom& command, Batch& batch, Instant) {
  const std::uint32_t arrival = room_.leave(command.user);
  if (arrival != 0) {
    journal(batch, JournalKind::left_room, {}, {}, command.user, {});
    batch.room_left.push_back({show_->id, arrival});
  }
  return OutOfRoom{};
}

// What ends it is written in the same transaction, and in the journal.
void Desk::end_turn(Batch& batch, UserId user) {
  if (const std::uint32_t arrival = room_.leave(user); arrival != 0) batch.room_left.push_back({show_->id, arrival});
}

void Desk::decide(const CallNext& command, Batch& batch, Instant now) {
  if (!show_->has_room() || show_->state != ShowState::as_planned || now < show_->opens_at || now >= show_->closes_at) return;
  if (!room_.is_drawn()) {
    journal(batch, JournalKind::drawn, {}, {}, {}, {});
    batch.room_draws.push_back({show_->id, room_.arrived(), room_.draw(show_->room->seed)});
  }
  if (const auto call = room_.call(*show_->room, places_left(inventory_), command.strained, now)) {
    journal(batch, JournalKind::called, {}, {}, {}, {});
    batch.room_calls.push_back({show_->id, *call});
  }
}

}  // namespace gelora::booking
