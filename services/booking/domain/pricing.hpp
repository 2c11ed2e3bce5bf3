// What places cost. Pure, in integers; docs/money.md says the rules in words.
//   discount   of a code: on the prices of the places it is for, never more than they cost; a percentage is rounded down once,
//              for all of them; then it is spread over them in proportion, so that the lines add up to it exactly
//   tax        of each place: on price - discount + fee, rounded half up; within that amount, or added to it
//   total      of each place: price - discount + fee, + tax when it is added; of the booking: the sum of its places
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "base/ids.hpp"
#include "base/money.hpp"
#include "seat_inventory/layout.hpp"

namespace gelora::booking {

using namespace base;
namespace seats = seat_inventory;

constexpr std::int64_t basis_points = 10'000;  // of 1

struct Tax {
  std::uint32_t rate_bp = 0;  // 0 … 10,000
  bool included = true;       // in the prices; else it comes on top
};

struct Discount {
  enum class Kind : std::uint8_t { percent = 1, fixed = 2, complimentary = 3 } kind = Kind::percent;
  std::int64_t value = 0;  // basis points, 1 … 10,000; or minor units, above 0; or nothing: the places are a gift, fee and all
  std::vector<bool> zones{};  // by index; empty: all of them
};

// The money of one place. All of one currency.
struct LineMoney {
  seats::SeatNo place = 0;
  std::int64_t price = 0, fee = 0, discount = 0, tax = 0;  // minor units, none below 0
  bool tax_included = true;

  std::int64_t total() const { return price - discount + fee + (tax_included ? 0 : tax); }
};

struct Price {
  Money seats, fees, discount, tax, total;  // total = seats + fees - discount, + tax that is not included
};

// One place, before a discount: what its zone asks for it.
struct Asked {
  seats::SeatNo place = 0;
  seats::ZoneIndex zone = 0;
  std::int64_t price = 0, fee = 0;
  Tax tax;
};
std::vector<LineMoney> price_lines(std::span<const Asked> places, const Discount* discount);
Price sum_of(std::span<const LineMoney> lines, Currency currency);

}  // namespace gelora::booking
