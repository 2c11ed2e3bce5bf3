#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

#include "base/encoding.hpp"
#include "base/ids.hpp"
#include "base/money.hpp"
#include "base/time.hpp"

namespace gelora::base {
namespace {

TEST(Instant, WritesAndReadsRfc3339) {
  EXPECT_EQ(to_rfc3339({0}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(to_rfc3339({1'900'000'000'000'000}), "2030-03-17T17:46:40Z");
  EXPECT_EQ(parse_rfc3339("2030-03-17T17:46:40Z"), Instant{1'900'000'000'000'000});
  EXPECT_EQ(parse_rfc3339("2030-03-18T00:46:40.5+07:00"), Instant{1'900'000'000'500'000});
}

TEST(Instant, RefusesWhatIsNotATime) {
  for (const char* bad : {"", "2030-03-17", "2030-13-17T17:46:40Z", "2030-02-30T17:46:40Z", "2030-03-17T24:00:00Z",
                          "2030-03-17T17:46:40", "2030-03-17T17:46:40.Z", "2030-03-17T17:46:40+7:00", "2030-03-17T17:46:40Zx"}) {
    EXPECT_FALSE(parse_rfc3339(bad)) << bad;
  }
}

TEST(Ids, ParseOnlyPlainPositiveDecimals) {
  EXPECT_EQ(parse_id("1"), 1u);
  EXPECT_EQ(parse_id("9223372036854775807"), 9223372036854775807u);
  for (const char* bad : {"", "0", "01", "-1", "+1", " 1", "1 ", "1a", "9223372036854775808", "18446744073709551616"}) {
    EXPECT_FALSE(parse_id(bad)) << bad;
  }
}

TEST(IdGenerator, IsStrictlyIncreasingAlsoWhenTheClockStepsBack) {
  IdGenerator ids{7};
  Instant now{1'900'000'000'000'000};
  std::uint64_t last = 0;
  for (int i = 0; i < 20'000; ++i) {
    if (i == 10'000) now = now - std::chrono::hours{1};
    const std::uint64_t id = ids.next(now);
    ASSERT_GT(id, last);
    last = id;
  }
  EXPECT_EQ(last >> 12 & 1023, 7u);
}

TEST(IdGenerator, NeverGivesOneIdToTwoThreads) {
  IdGenerator ids{7};
  std::vector<std::vector<std::uint64_t>> given(4);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : given) {
      threads.emplace_back([&ids, &mine] {
        for (int i = 0; i < 5000; ++i) mine.push_back(ids.next({1'900'000'000'000'000}));
      });
    }
  }
  std::set<std::uint64_t> all;
  for (const auto& mine : given) {
    EXPECT_TRUE(std::is_sorted(mine.begin(), mine.end()));
    all.insert(mine.begin(), mine.end());
  }
  EXPECT_EQ(all.size(), 20'000u);
}

TEST(Money, AddsAndMultiplies) {
  const Money price{1'500'000, {}};
  EXPECT_EQ((price * 2 + Money{50'000, {}}).amount_minor, 3'050'000);
}

TEST(Instant, RefusesATimeThatAnOffsetTakesOutOfTheYearsOfFourDigits) {
  for (const char* text : {"0000-01-01T00:46:40.5+07:00", "9999-12-31T23:59:59-00:01"}) EXPECT_FALSE(parse_rfc3339(text)) << text;
  for (const char* text : {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    EXPECT_EQ(to_rfc3339(parse_rfc3339(text).value()), text);
}

TEST(MoneyDeath, OverflowAndMixedCurrenciesStopTheProcess) {
  EXPECT_DEATH((void)(Money{INT64_MAX, {}} + Money{1, {}}), "CHECK failed");
  EXPECT_DEATH((void)(Money{1, {}} + Money{1, *Currency::parse("USD")}), "CHECK failed");
}

TEST(Encoding, Base64OfPublishedVectors) {  // RFC 4648, section 10
  std::string out;
  append_base64(out, as_bytes("foobar"));
  append_base64(out, as_bytes("fooba"));
  append_base64(out, as_bytes("foob"));
  EXPECT_EQ(out, "Zm9vYmFyZm9vYmE=Zm9vYg==");
}

TEST(Encoding, RoundTripsAnyBytes) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    RC_ASSERT(from_hex(to_hex(as_bytes(bytes))) == bytes);
    RC_ASSERT(from_base64url(to_base64url(as_bytes(bytes))) == bytes);
  }));
}

TEST(Encoding, RefusesStrayBitsAndCharacters) {
  EXPECT_FALSE(from_base64url("QUJDR"));
  EXPECT_FALSE(from_base64url("QUJ="));
  EXPECT_FALSE(from_base64url("QR"));
  EXPECT_FALSE(from_hex("abc"));
  EXPECT_FALSE(from_hex("zz"));
}

}  // namespace
}  // namespace gelora::base
