// Who waits for places of a sold-out show, and where there is room for them. Pure.
#pragma once
#include <optional>
#include <span>

#include "booking/domain/show.hpp"

namespace gelora::booking {

// Leaving: cancelled, and a hold may have to be given back.
enum class WaitStatus : std::uint8_t { waiting = 1, serving, offered, taken, lapsed, cancelled, ended, leaving };
std::string_view name_of(WaitStatus status);  // to the world "serving" is "waiting", and "leaving" is "cancelled"

struct WaitlistEntry {
  std::uint64_t id = 0;  // time-ordered: the order of the queue
  ShowId show;
  UserId user;
  ZoneId zone;  // 0: any
  std::uint32_t quantity = 0;
  WaitStatus status = WaitStatus::waiting;
  std::uint32_t attempt = 0;                   // the hold's key is made of it and the id
  std::optional<seats::ZoneIndex> serve_zone;  // where it is being served; none: seats of any zone
  HoldId hold;                                 // of an offer
  Instant expires_at;
};

// Whether the places that are free by zone have room for the wish, and where: in one zone, or on seats of any (none).
struct Room {
  std::optional<seats::ZoneIndex> zone;
};
std::optional<Room> room_for(const Show& show, std::span<const std::uint32_t> free, ZoneId zone, std::uint32_t quantity);

// How many places of one zone, or of any (0), a single party can have at most.
std::uint32_t most_for_one(const Show& show, std::span<const std::uint32_t> free, ZoneId zone);

}  // namespace gelora::booking
