#include "l10n/dates.hpp"

#include <glib.h>

#include <array>
#include <cstdio>
#include <memory>

#include "base/check.hpp"

namespace gelora::l10n {
namespace {

struct Parts {
  int year, month, day, weekday, hour, minute;  // weekday: 1 Monday … 7 Sunday
  std::string zone;                             // "WIB"
};

using Time = std::unique_ptr<GDateTime, decltype(&g_date_time_unref)>;

Time time_in(base::Instant at, const std::string& zone) {
  using Zone = std::unique_ptr<GTimeZone, decltype(&g_time_zone_unref)>;
  Zone there(g_time_zone_new_identifier(zone.c_str()), g_time_zone_unref);
  if (!there) there.reset(g_time_zone_new_utc());
  const Time utc(g_date_time_new_from_unix_utc(at.us / 1'000'000), g_date_time_unref);
  CHECK(utc != nullptr);
  return Time(g_date_time_to_timezone(utc.get(), there.get()), g_date_time_unref);
}

Parts parts_of(base::Instant at, const std::string& zone) {
  const Time local = time_in(at, zone);
  GDateTime* time = local.get();
  return {g_date_time_get_year(time),
          g_date_time_get_month(time),
          g_date_time_get_day_of_month(time),
          g_date_time_get_day_of_week(time),
          g_date_time_get_hour(time),
          g_date_time_get_minute(time),
          g_date_time_get_timezone_abbreviation(time)};
}

constexpr std::array<std::string_view, 7> days_id{"Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"};
constexpr std::array<std::string_view, 7> days_en{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months_id{"Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
                                                     "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};
constexpr std::array<std::string_view, 12> months_en{"January", "February", "March",     "April",   "May",      "June",
                                                     "July",    "August",   "September", "October", "November", "December"};

std::string day_month(const Parts& parts, Language language) {
  const auto& months = language == Language::en ? months_en : months_id;
  return std::to_string(parts.day) + ' ' + std::string{months.at(static_cast<std::size_t>(parts.month - 1))};
}

std::string day_month_year(const Parts& parts, Language language) {
  return day_month(parts, language) + ' ' + std::to_string(parts.year);
}

}  // namespace

std::string long_date(base::Instant at, const std::string& zone, Language language) {
  const Parts parts = parts_of(at, zone);
  const auto& days = language == Language::en ? days_en : days_id;
  return std::string{days.at(static_cast<std::size_t>(parts.weekday - 1))} + ", " + day_month_year(parts, language);
}

std::string plain_date(base::Instant at, const std::string& zone, Language language) {
  return day_month_year(parts_of(at, zone), language);
}

std::string date_range(base::Instant from, const std::string& from_zone, base::Instant to, const std::string& to_zone,
                       Language language) {
  const Parts first = parts_of(from, from_zone), last = parts_of(to, to_zone);
  const std::string end = day_month_year(last, language);
  if (first.year != last.year) return day_month_year(first, language) + " – " + end;
  if (first.month != last.month) return day_month(first, language) + " – " + end;
  return first.day == last.day ? end : std::to_string(first.day) + "–" + end;
}

std::string with_offset(base::Instant at, const std::string& zone) {
  const std::unique_ptr<char, decltype(&g_free)> text(g_date_time_format(time_in(at, zone).get(), "%Y-%m-%dT%H:%M:%S%:z"),
                                                      g_free);
  return text.get();
}

std::string time_of_day(base::Instant at, const std::string& zone, Language language) {
  const Parts parts = parts_of(at, zone);
  char clock[16];
  std::snprintf(clock, sizeof clock, "%02d%c%02d ", parts.hour, language == Language::en ? ':' : '.', parts.minute);
  return clock + parts.zone;
}

std::string wall_clock(base::Instant at, const std::string& zone) { return with_offset(at, zone).substr(0, 16); }

std::optional<base::Instant> instant_of(const std::string& wall, const std::string& zone) {
  if (wall.size() != 16) return std::nullopt;
  const auto as_utc = base::parse_rfc3339(wall + ":00Z");
  if (!as_utc) return std::nullopt;
  // The offset of that day or, where the clocks change in between, of the day before or after.
  for (const auto hours : {0, -26, 26}) {
    const auto local = base::parse_rfc3339(with_offset(*as_utc + std::chrono::hours{hours}, zone).substr(0, 19) + "Z");
    const auto at = *as_utc - (*local - (*as_utc + std::chrono::hours{hours}));
    if (wall_clock(at, zone) == wall) return at;
  }
  return std::nullopt;
}

int year_of(base::Instant at, const std::string& zone) { return parts_of(at, zone).year; }

}  // namespace gelora::l10n
