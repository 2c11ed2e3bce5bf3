#include "base/time.hpp"

namespace gelora::base {
namespace {

using std::chrono::sys_days;

// Two digits at `at`, or -1.
int two_digits(std::string_view text, std::size_t at) {
  if (at + 2 > text.size()) return -1;
  const char a = text[at], b = text[at + 1];
  if (a < '0' || a > '9' || b < '0' || b > '9') return -1;
  return (a - '0') * 10 + (b - '0');
}

}  // namespace

void append_rfc3339(std::string& out, Instant at) {
  const auto time = std::chrono::sys_time<Duration>{Duration{at.us}};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(time - day)};
  const auto two = [&out](unsigned number) {
    out += static_cast<char>('0' + number / 10 % 10);
    out += static_cast<char>('0' + number % 10);
  };
  const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
  two(year / 100);
  two(year);
  out += '-';
  two(static_cast<unsigned>(date.month()));
  out += '-';
  two(static_cast<unsigned>(date.day()));
  out += 'T';
  two(static_cast<unsigned>(clock.hours().count()));
  out += ':';
  two(static_cast<unsigned>(clock.minutes().count()));
  out += ':';
  two(static_cast<unsigned>(clock.seconds().count()));
  out += 'Z';
}

std::string to_rfc3339(Instant at) {
  std::string out;
  append_rfc3339(out, at);
  return out;
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
  if (text.size() < 20 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't') || text[13] != ':' ||
      text[16] != ':') {
    return std::nullopt;
  }
  const int century = two_digits(text, 0), year = two_digits(text, 2), month = two_digits(text, 5), day = two_digits(text, 8),
            hour = two_digits(text, 11), minute = two_digits(text, 14), second = two_digits(text, 17);
  if (century < 0 || year < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year{century * 100 + year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (month < 0 || day < 0 || !date.ok()) return std::nullopt;

  std::size_t at = 19;
  std::int64_t fraction_us = 0;
  if (text[at] == '.') {
    std::int64_t unit = 100'000;
    const std::size_t first = ++at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10) fraction_us += (text[at] - '0') * unit;
    if (at == first || at == text.size()) return std::nullopt;
  }
  std::chrono::minutes offset{0};
  if (text[at] == 'Z' || text[at] == 'z') {
    if (at + 1 != text.size()) return std::nullopt;
  } else if (text[at] == '+' || text[at] == '-') {
    const int hours = two_digits(text, at + 1), minutes = two_digits(text, at + 4);
    if (at + 6 != text.size() || text[at + 3] != ':' || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return std::nullopt;
    }
    offset = std::chrono::minutes{hours * 60 + minutes} * (text[at] == '+' ? 1 : -1);
  } else {
    return std::nullopt;
  }
  const auto time =
      sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second} - offset;
  // an offset may lead out of the years that four digits can name
  if (time < sys_days{std::chrono::year{0} / 1 / 1} || time >= sys_days{std::chrono::year{10000} / 1 / 1}) return std::nullopt;
  return Instant{std::chrono::duration_cast<Duration>(time.time_since_epoch()).count() + fraction_us};
}

}  // namespace gelora::base
