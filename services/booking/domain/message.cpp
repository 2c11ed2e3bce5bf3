#include "booking/domain/message.hpp"

#include <algorithm>
#include <utility>

namespace gelora::booking {
namespace {

constexpr std::size_t longest_placeholder = 40;  // bytes between the braces; what is longer is text
constexpr std::size_t steps_a_minute = 60;
constexpr std::size_t most_a_step = 20;

bool is_known(std::string_view name) {
  return std::find(std::begin(placeholders), std::end(placeholders), name) != std::end(placeholders);
}

// Calls `plain` with what stands between placeholders and `named` with each name, in order.
template <class Plain, class Named>
void walk(std::string_view text, Plain plain, Named named) {
  std::size_t from = 0;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t end = text.find_first_of("{}\n", open + 1);
    if (end == std::string_view::npos || text[end] != '}') continue;
    const auto name = text.substr(open + 1, end - open - 1);
    if (name.empty() || name.size() > longest_placeholder) continue;
    plain(text.substr(from, open - from));
    named(name);
    from = end + 1;
    open = end;
  }
  plain(text.substr(from));
}

}  // namespace

std::string_view name_of(MessageStatus status) {
  switch (status) {
    case MessageStatus::draft: return "draft";
    case MessageStatus::sending: return "sending";
    case MessageStatus::paused: return "paused";
    case MessageStatus::sent: return "sent";
    case MessageStatus::cancelled: return "cancelled";
  }
  return "";
}

std::vector<std::string_view> names_of_statuses(std::uint32_t statuses) {
  std::vector<std::string_view> names;
  for (const auto one : all_statuses) {
    if ((statuses & bit_of(one)) != 0) names.push_back(name_of(one));
  }
  return names;
}

bool may_be_written_to(BookingStatus status) {
  using enum BookingStatus;
  return is_paid(status) || status == awaiting_payment || status == refund_pending || status == refunded;
}

std::vector<std::string> unknown_placeholders(std::string_view text) {
  std::vector<std::string> unknown;
  walk(
      text, [](std::string_view) {},
      [&unknown](std::string_view name) {
        if (!is_known(name)) unknown.push_back("{" + std::string{name} + "}");
      });
  return unknown;
}

std::size_t count_placeholders(std::string_view text) {
  std::size_t count = 0;
  walk(
      text, [](std::string_view) {}, [&count](std::string_view) { ++count; });
  return count;
}

std::string filled_in(std::string_view text, const PlaceholderValues& values) {
  std::string out;
  walk(
      text, [&out](std::string_view plain) { out += plain; },
      [&](std::string_view name) {
        const auto found = values.find(name);
        if (found != values.end()) out += found->second;
        else out += "{" + std::string{name} + "}";
      });
  return out;
}

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  std::string current;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) line.remove_suffix(1);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty()) {
      if (!current.empty()) current += '\n';
      current += line;
    } else if (!current.empty()) {
      paragraphs.push_back(std::exchange(current, {}));
    }
  }
  if (!current.empty()) paragraphs.push_back(std::move(current));
  return paragraphs;
}

std::size_t mails_a_step(std::uint32_t mails_per_minute, std::uint64_t messages) {
  return std::clamp<std::size_t>(mails_per_minute / steps_a_minute / std::max<std::uint64_t>(messages, 1), 1, most_a_step);
}

Duration time_for(std::size_t mails, std::uint32_t mails_per_minute, std::uint64_t messages) {
  const auto turns = static_cast<std::int64_t>(mails) * static_cast<std::int64_t>(std::max<std::uint64_t>(messages, 1));
  return Duration{std::chrono::minutes{1}} * turns / std::max<std::int64_t>(mails_per_minute, 1);
}

}  // namespace gelora::booking
