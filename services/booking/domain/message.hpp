// A message to buyers: its words with placeholders, whom it is for, and how fast it goes out. Pure.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "booking/domain/booking.hpp"

namespace gelora::booking {

// Numbers are those of the database.
enum class MessageStatus : std::uint8_t { draft = 1, sending = 2, paused = 3, sent = 4, cancelled = 5 };
std::string_view name_of(MessageStatus status);

enum class Admitted : std::uint8_t { whoever = 0, yes = 1, not_yet = 2 };

struct MessageFilter {
  std::uint32_t statuses = 0;  // a bit a BookingStatus
  ZoneId zone;                 // 0: any
  Admitted admitted = Admitted::whoever;
  std::string language;  // "id", "en"; empty: both
};
constexpr std::uint32_t bit_of(BookingStatus status) { return 1u << static_cast<unsigned>(status); }
inline constexpr BookingStatus all_statuses[] = {
    BookingStatus::awaiting_payment,   BookingStatus::confirmed,      BookingStatus::expired,
    BookingStatus::cancelled,          BookingStatus::refund_pending, BookingStatus::refunded,
    BookingStatus::partially_refunded, BookingStatus::substituted};
// Of those whose bits are set.
std::vector<std::string_view> names_of_statuses(std::uint32_t statuses);
// Those whom an organiser may write to: who has tickets, is about to pay, or gets or got money back.
bool may_be_written_to(BookingStatus status);

// What each stands for is filled in for each buyer.
inline constexpr std::string_view placeholders[] = {"name", "concert", "show_time", "venue", "reference"};
using PlaceholderValues = std::map<std::string_view, std::string>;

// "{…}" of a line that are none of ours, as they were typed.
std::vector<std::string> unknown_placeholders(std::string_view text);
std::size_t count_placeholders(std::string_view text);
// The text with its placeholders filled in, once: what a value looks like does not matter.
std::string filled_in(std::string_view text, const PlaceholderValues& values);
// What stands between empty lines; lines within stay.
std::vector<std::string> paragraphs_of(std::string_view text);

// How many are written to in one step, and how long after that its next step is due: the pace is of all messages that are being
// sent.
std::size_t mails_a_step(std::uint32_t mails_per_minute, std::uint64_t messages);
Duration time_for(std::size_t mails, std::uint32_t mails_per_minute, std::uint64_t messages);

}  // namespace gelora::booking
