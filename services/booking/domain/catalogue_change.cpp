#include "booking/domain/catalogue_change.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace gelora::booking {
namespace {

constexpr std::array<std::string_view, 8> names{"shows",    "rules",    "promo_codes", "halls",
                                                "messages", "webhooks", "bookings",    "places"};
constexpr std::pair<std::string_view, Topic> prefixes[] = {
    {"rules_", Topic::rules},      {"waiting_room_", Topic::rules}, {"promo_code_", Topic::promo_codes},
    {"plan_", Topic::halls},       {"venue_", Topic::halls},        {"message_", Topic::messages},
    {"webhook_", Topic::webhooks}, {"booking_", Topic::bookings}};

}  // namespace

std::string_view name_of(Topic topic) { return names.at(static_cast<std::size_t>(topic) - 1); }

std::optional<Topic> topic_named(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Topic>(found - names.begin() + 1);
}

Topic topic_of(std::string_view event) {
  for (const auto& [prefix, topic] : prefixes)
    if (event.starts_with(prefix)) return topic;
  return Topic::shows;
}

}  // namespace gelora::booking
