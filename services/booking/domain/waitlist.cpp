#include "booking/domain/waitlist.hpp"

#include <algorithm>

namespace gelora::booking {

std::string_view name_of(WaitStatus status) {
  switch (status) {
    case WaitStatus::waiting: return "waiting";
    case WaitStatus::serving: return "waiting";
    case WaitStatus::offered: return "offered";
    case WaitStatus::taken: return "taken";
    case WaitStatus::lapsed: return "lapsed";
    case WaitStatus::cancelled: return "cancelled";
    case WaitStatus::ended: return "ended";
  }
  return "";
}

std::optional<Room> room_for(const Show& show, std::span<const std::uint32_t> free, ZoneId zone, std::uint32_t quantity) {
  const auto& zones = show.hall->layout.zones;
  std::uint32_t seats = 0;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (zone && show.zones[i].id == zone && free[i] >= quantity) return Room{static_cast<seats::ZoneIndex>(i)};
    if (!zones[i].standing) seats += free[i];
  }
  if (zone) return std::nullopt;
  if (seats >= quantity) return Room{};
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (zones[i].standing && free[i] >= quantity) return Room{static_cast<seats::ZoneIndex>(i)};
  }
  return std::nullopt;
}

std::vector<Serving> serve_next(const Show& show, std::vector<std::uint32_t> free, std::span<const WaitlistEntry> waiting) {
  std::vector<Serving> served;
  for (std::size_t at = 0; at < waiting.size(); ++at) {
    const auto room = room_for(show, free, waiting[at].zone, waiting[at].quantity);
    if (!room) continue;
    served.push_back({at, room->zone});
    std::uint32_t left = waiting[at].quantity;
    for (std::size_t i = 0; i < free.size() && left > 0; ++i) {
      if (room->zone ? *room->zone != i : show.hall->layout.zones[i].standing) continue;
      const std::uint32_t here = std::min(free[i], left);
      free[i] -= here;
      left -= here;
    }
  }
  return served;
}

}  // namespace gelora::booking
