// What an organisation's people change, sorted by what it is about.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace gelora::booking {

// Numbers are those of the database. Places are in `deeds`, all others in `catalogue_changes`.
enum class Topic : std::uint8_t { shows = 1, rules, promo_codes, halls, messages, webhooks, bookings, places };
std::string_view name_of(Topic topic);
std::optional<Topic> topic_named(std::string_view name);
// Of an event as it is written down: "show_created", "plan_published", ….
Topic topic_of(std::string_view event);

}  // namespace gelora::booking
