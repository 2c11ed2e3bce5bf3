// Who of those that wait for places is served next. Pure.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "booking/domain/show.hpp"

namespace gelora::booking {

enum class WaitStatus : std::uint8_t { waiting = 1, serving, offered, taken, lapsed, cancelled, ended };
std::string_view name_of(WaitStatus status);  // "serving" is "waiting" to the world

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

// Where a party is served: one zone, or seats of any zone (none).
struct Serving {
  std::size_t entry = 0;  // its position among those who wait
  std::optional<seats::ZoneIndex> zone;
};

// Whether the places that are free by zone have room for the wish, and where.
struct Room {
  std::optional<seats::ZoneIndex> zone;
};
std::optional<Room> room_for(const Show& show, std::span<const std::uint32_t> free, ZoneId zone, std::uint32_t quantity);

// Goes through those who wait, in their order: each party that fits into what the earlier ones leave is served; a larger one
// stays where it is, and keeps no smaller one behind it waiting.
std::vector<Serving> serve_next(const Show& show, std::vector<std::uint32_t> free, std::span<const WaitlistEntry> waiting);

}  // namespace gelora::booking
