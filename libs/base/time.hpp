// Time as a value: Instant (microseconds since 1970 UTC) and a clock that is passed in.
// Pure code takes `Instant now` as an argument; only wiring owns a Clock.
#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gelora::base {

using Duration = std::chrono::microseconds;

// A point in time, UTC, microsecond resolution; stored in SQL as BIGINT columns that end in `_us`.
struct Instant {
  std::int64_t us = 0;

  friend constexpr auto operator<=>(Instant, Instant) = default;
  friend constexpr Instant operator+(Instant at, Duration d) { return {at.us + d.count()}; }
  friend constexpr Instant operator-(Instant at, Duration d) { return {at.us - d.count()}; }
  friend constexpr Duration operator-(Instant a, Instant b) { return Duration{a.us - b.us}; }
};

// RFC 3339 in UTC, to the second: "2026-11-22T12:00:00Z".
std::string to_rfc3339(Instant at);
void append_rfc3339(std::string& out, Instant at);

// Reads RFC 3339 with Z or a numeric offset and optional fraction; nothing for anything else.
std::optional<Instant> parse_rfc3339(std::string_view text);

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override {
    return {std::chrono::duration_cast<Duration>(std::chrono::system_clock::now().time_since_epoch()).count()};
  }
};

// A clock that tests move by hand.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start = {1'800'000'000'000'000}) : now_(start) {}
  Instant now() const override { return now_; }
  void advance(Duration by) { now_ = now_ + by; }

 private:
  Instant now_;
};

}  // namespace gelora::base
