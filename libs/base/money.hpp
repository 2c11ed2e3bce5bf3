// Money: integer minor units of one currency, with checked arithmetic. Overflow or mixed currencies are bugs.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/check.hpp"

namespace gelora::base {

// ISO 4217 code. Decimals in minor units: IDR 0 here (as shops price it), USD 2.
struct Currency {
  std::array<char, 3> code{'I', 'D', 'R'};

  friend constexpr bool operator==(Currency, Currency) = default;
  constexpr std::string_view text() const { return {code.data(), code.size()}; }

  // Three capital letters, else nothing.
  static constexpr std::optional<Currency> parse(std::string_view text) {
    if (text.size() != 3) return std::nullopt;
    for (const char c : text) {
      if (c < 'A' || c > 'Z') return std::nullopt;
    }
    return Currency{{text[0], text[1], text[2]}};
  }
};

struct Money {
  std::int64_t amount_minor = 0;
  Currency currency{};

  friend constexpr bool operator==(Money, Money) = default;

  friend Money operator+(Money a, Money b) {
    CHECK(a.currency == b.currency);
    std::int64_t sum = 0;
    CHECK(!__builtin_add_overflow(a.amount_minor, b.amount_minor, &sum));
    return {sum, a.currency};
  }
  friend Money operator-(Money a, Money b) {
    CHECK(a.currency == b.currency);
    std::int64_t difference = 0;
    CHECK(!__builtin_sub_overflow(a.amount_minor, b.amount_minor, &difference));
    return {difference, a.currency};
  }
  friend Money operator*(Money a, std::int64_t count) {
    std::int64_t product = 0;
    CHECK(!__builtin_mul_overflow(a.amount_minor, count, &product));
    return {product, a.currency};
  }
};

}  // namespace gelora::base
