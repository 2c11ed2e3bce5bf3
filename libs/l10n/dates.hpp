// Dates and times as people of a place read them. Zones are those of the IANA database, as the system has it.
#pragma once
#include <string>

#include "base/time.hpp"
#include "l10n/language.hpp"

namespace gelora::l10n {

// "Sabtu, 28 November 2026" or "Saturday, 28 November 2026", by the calendar of the zone ("Asia/Jakarta"; UTC if there is no
// such).
std::string long_date(base::Instant at, const std::string& zone, Language language);
// "28 November 2026"
std::string plain_date(base::Instant at, const std::string& zone, Language language);
// "19.30 WIB" or "19:30 WIB"
std::string time_of_day(base::Instant at, const std::string& zone, Language language);
int year_of(base::Instant at, const std::string& zone);

}  // namespace gelora::l10n
