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
    case WaitStatus::leaving: return "cancelled";
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

std::uint32_t most_for_one(const Show& show, std::span<const std::uint32_t> free, ZoneId zone) {
  const auto& zones = show.hall->layout.zones;
  std::uint32_t seats = 0, most = 0;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (zone && show.zones[i].id == zone) return free[i];
    if (zones[i].standing) most = std::max(most, free[i]);
    else seats += free[i];
  }
  return zone ? 0 : std::max(seats, most);
}

}  // namespace gelora::booking
