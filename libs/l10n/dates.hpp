// Dates and times as people of a place read them. Zones are those of the IANA database, as the system has it.
#pragma once
#include <optional>
#include <string>

#include "base/time.hpp"
#include "l10n/language.hpp"

namespace gelora::l10n {

// "Sabtu, 28 November 2026" or "Saturday, 28 November 2026", by the calendar of the zone ("Asia/Jakarta"; UTC if there is no
// such).
std::string long_date(base::Instant at, const std::string& zone, Language language);
// "28 November 2026"
std::string plain_date(base::Instant at, const std::string& zone, Language language);
// From the first day to the last, each by its own calendar: "6–8 Maret 2027", "28 Maret – 2 April 2027".
std::string date_range(base::Instant from, const std::string& from_zone, base::Instant to, const std::string& to_zone,
                       Language language);
// RFC 3339 by the clock of the zone: "2027-03-06T19:30:00+07:00".
std::string with_offset(base::Instant at, const std::string& zone);
// "19.30 WIB" or "19:30 WIB"
std::string time_of_day(base::Instant at, const std::string& zone, Language language);
// "2027-03-06T19:30": the wall clock of the zone, to the minute.
std::string wall_clock(base::Instant at, const std::string& zone);
// When the zone's wall clock shows that; nothing for another form, and for a time that the clock leaves out.
std::optional<base::Instant> instant_of(const std::string& wall_clock, const std::string& zone);
int year_of(base::Instant at, const std::string& zone);

}  // namespace gelora::l10n
