#include <gtest/gtest.h>

#include "l10n/amounts.hpp"
#include "l10n/dates.hpp"

namespace gelora::l10n {
namespace {

const base::Instant evening = *base::parse_rfc3339("2026-12-31T17:30:00Z");

TEST(Dates, AreThoseOfThePlace) {
  EXPECT_EQ(long_date(evening, "Asia/Jakarta", Language::id), "Jumat, 1 Januari 2027");
  EXPECT_EQ(long_date(evening, "Asia/Jakarta", Language::en), "Friday, 1 January 2027");
  EXPECT_EQ(time_of_day(evening, "Asia/Jakarta", Language::id), "00.30 WIB");
  EXPECT_EQ(time_of_day(evening, "Asia/Makassar", Language::en), "01:30 WITA");
  EXPECT_EQ(plain_date(evening, "UTC", Language::en), "31 December 2026");
  EXPECT_EQ(year_of(evening, "Asia/Jakarta"), 2027);
  EXPECT_EQ(year_of(evening, "Nowhere/Land"), 2026) << "an unknown zone is UTC";
}

TEST(Dates, FromAFirstDayToALast) {
  const auto at = [](std::string_view text) { return *base::parse_rfc3339(text); };
  const auto range = [&](std::string_view from, std::string_view to) {
    return date_range(at(from), "Asia/Jakarta", at(to), "Asia/Jayapura", Language::id);
  };
  EXPECT_EQ(range("2027-03-06T12:30:00Z", "2027-03-06T12:30:00Z"), "6 Maret 2027");
  EXPECT_EQ(range("2027-03-06T12:30:00Z", "2027-03-07T15:30:00Z"), "6–8 Maret 2027") << "each by its own calendar";
  EXPECT_EQ(range("2027-03-28T12:30:00Z", "2027-04-02T12:30:00Z"), "28 Maret – 2 April 2027");
  EXPECT_EQ(range("2026-12-30T12:30:00Z", "2027-01-02T12:30:00Z"), "30 Desember 2026 – 2 Januari 2027");
}

TEST(Dates, ByTheClockOfThePlace) {
  EXPECT_EQ(with_offset(evening, "Asia/Jakarta"), "2027-01-01T00:30:00+07:00");
  EXPECT_EQ(with_offset(evening, "Nowhere/Land"), "2026-12-31T17:30:00+00:00");
}

TEST(Dates, AreReadByTheWallClock) {
  EXPECT_EQ(instant_of("2027-01-01T00:30", "Asia/Jakarta"), evening);
  EXPECT_EQ(wall_clock(evening, "Asia/Jakarta"), "2027-01-01T00:30");
  EXPECT_EQ(instant_of("2027-01-01T00:30:00", "Asia/Jakarta"), std::nullopt);
  EXPECT_EQ(instant_of("2027-02-30T10:00", "Asia/Jakarta"), std::nullopt);
  EXPECT_EQ(instant_of("2027-03-28T02:30", "Europe/Berlin"), std::nullopt);  // the clock leaves that hour out
  EXPECT_EQ(instant_of("2027-03-28T03:30", "Europe/Berlin"), base::parse_rfc3339("2027-03-28T01:30:00Z"));
  EXPECT_EQ(instant_of("2027-03-28T01:30", "Europe/Berlin"), base::parse_rfc3339("2027-03-28T00:30:00Z"));
}

TEST(Amounts, AreWrittenAsInTheLanguage) {
  const auto money = [](std::int64_t minor, std::string_view code) { return base::Money{minor, *base::Currency::parse(code)}; };
  EXPECT_EQ(amount(money(1'500'000, "IDR"), Language::id), "Rp1.500.000");
  EXPECT_EQ(amount(money(1'500'000, "IDR"), Language::en), "Rp1,500,000");
  EXPECT_EQ(amount(money(0, "IDR"), Language::id), "Rp0");
  EXPECT_EQ(amount(money(1'205, "USD"), Language::id), "US$12,05");
  EXPECT_EQ(amount(money(5, "USD"), Language::en), "US$0.05");
  EXPECT_EQ(amount(money(-123'456, "CHF"), Language::en), "−CHF 1,234.56");
  EXPECT_EQ(amount(money(INT64_MIN, "IDR"), Language::en), "−Rp9,223,372,036,854,775,808");
}

TEST(LanguageOf, KnowsEnglishAndElseIndonesian) {
  EXPECT_EQ(language_of("en"), Language::en);
  EXPECT_EQ(language_of("en-GB,en;q=0.9"), Language::en);
  EXPECT_EQ(language_of("id"), Language::id);
  EXPECT_EQ(language_of(""), Language::id);
}

}  // namespace
}  // namespace gelora::l10n
