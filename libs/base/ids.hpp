// Distinct 64-bit id types, and the generator of time-ordered ids. JSON carries them as decimal strings.
#pragma once
#include <atomic>
#include <charconv>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/check.hpp"
#include "base/time.hpp"

namespace gelora::base {

// An id of one kind of thing: ids of different things do not mix. 0 means "none" and is never issued.
template <class Tag>
struct Id {
  std::uint64_t value = 0;

  friend constexpr auto operator<=>(Id, Id) = default;
  explicit constexpr operator bool() const { return value != 0; }
  std::string text() const { return std::to_string(value); }
};

// A decimal 1..2^63-1 without sign, space or leading zero; nothing for any other text.
inline std::optional<std::uint64_t> parse_id(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '0') return std::nullopt;
  if (value > static_cast<std::uint64_t>(INT64_MAX)) return std::nullopt;
  return value;
}

template <class IdType>
std::optional<IdType> parse_id_as(std::string_view text) {
  const auto value = parse_id(text);
  if (!value) return std::nullopt;
  return IdType{*value};
}

using UserId = Id<struct UserTag>;
using SessionId = Id<struct SessionTag>;
using ConcertId = Id<struct ConcertTag>;
using VenueId = Id<struct VenueTag>;
using PlanId = Id<struct PlanTag>;
using PlanDraftId = Id<struct PlanDraftTag>;
using ShowId = Id<struct ShowTag>;
using ZoneId = Id<struct ZoneTag>;
using HoldId = Id<struct HoldTag>;
using BookingId = Id<struct BookingTag>;
using TicketId = Id<struct TicketTag>;
using PaymentId = Id<struct PaymentTag>;
using MessageId = Id<struct MessageTag>;

// When an id of IdGenerator was made, to the millisecond.
template <class Tag>
Instant time_of(Id<Tag> id) {
  return {(static_cast<std::int64_t>(id.value >> 22) + 1'704'067'200'000) * 1000};
}

// Time-ordered ids: 41 bits of milliseconds since 2024-01-01, 10 bits of instance number, 12 bits of sequence.
// Unique as long as live processes have different instance numbers; strictly increasing within one generator, also when
// the clock steps back (it then goes on from its last value). Safe to call from several threads.
class IdGenerator {
 public:
  explicit IdGenerator(std::uint32_t instance) : instance_(instance) { CHECK(instance < 1024); }

  std::uint64_t next(Instant now) {
    const auto wanted = static_cast<std::uint64_t>(now.us / 1000 - epoch_ms) << 12;
    std::uint64_t last = last_.load(std::memory_order_relaxed), tick = 0;
    do {
      tick = wanted > last ? wanted : last + 1;
    } while (!last_.compare_exchange_weak(last, tick, std::memory_order_relaxed));
    return (tick >> 12) << 22 | std::uint64_t{instance_} << 12 | (tick & 0xfff);
  }

  template <class IdType>
  IdType make(Instant now) {
    return IdType{next(now)};
  }

 private:
  static constexpr std::int64_t epoch_ms = 1'704'067'200'000;
  std::uint32_t instance_;
  std::atomic<std::uint64_t> last_{0};
};

}  // namespace gelora::base

template <class Tag>
struct std::hash<gelora::base::Id<Tag>> {
  std::size_t operator()(gelora::base::Id<Tag> id) const noexcept {
    return static_cast<std::size_t>(id.value * 0x9E3779B97F4A7C15ull);  // sequential ids spread over the buckets
  }
};
