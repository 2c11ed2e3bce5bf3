#include "booking/domain/pricing.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace gelora::booking {
namespace {

__extension__ using Wide = __int128;

// floor(amount * part / whole); part and whole are not negative, whole is above 0, and the result is at most amount.
std::int64_t share(std::int64_t amount, std::int64_t part, std::int64_t whole) {
  return static_cast<std::int64_t>(Wide{amount} * part / whole);
}

std::int64_t half_up(Wide numerator, Wide denominator) {
  return static_cast<std::int64_t>((2 * numerator + denominator) / (2 * denominator));
}

std::int64_t tax_of(std::int64_t base, Tax tax) {
  CHECK(base >= 0 && tax.rate_bp <= basis_points);
  if (tax.included) return half_up(Wide{base} * tax.rate_bp, basis_points + tax.rate_bp);
  return half_up(Wide{base} * tax.rate_bp, basis_points);
}

void spread(std::vector<LineMoney>& lines, std::span<const Asked> places, const Discount& discount) {
  const auto meant = [&](const Asked& one) { return discount.zones.empty() || discount.zones.at(one.zone); };
  Money whole;
  for (const auto& one : places) {
    if (meant(one)) whole = whole + Money{one.price, {}};
  }
  if (whole.amount_minor == 0) return;
  CHECK(discount.value > 0);
  const std::int64_t amount = discount.kind == Discount::Kind::percent
                                  ? share(whole.amount_minor, std::min(discount.value, basis_points), basis_points)
                                  : std::min(discount.value, whole.amount_minor);
  std::int64_t before = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!meant(places[i])) continue;
    const std::int64_t up_to_here = before + lines[i].price;
    lines[i].discount = share(amount, up_to_here, whole.amount_minor) - share(amount, before, whole.amount_minor);
    before = up_to_here;
  }
}

}  // namespace

std::vector<LineMoney> price_lines(std::span<const Asked> places, const Discount* discount) {
  std::vector<LineMoney> lines;
  lines.reserve(places.size());
  for (const auto& one : places) {
    CHECK(one.price >= 0 && one.fee >= 0);
    lines.push_back({one.place, one.price, one.fee, 0, 0, one.tax.included});
  }
  if (discount != nullptr && discount->kind == Discount::Kind::complimentary) {
    for (auto& line : lines) line.discount = line.price, line.fee = 0;
  } else if (discount != nullptr) {
    spread(lines, places, *discount);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Money base = Money{lines[i].price, {}} - Money{lines[i].discount, {}} + Money{lines[i].fee, {}};
    lines[i].tax = tax_of(base.amount_minor, places[i].tax);
  }
  return lines;
}

Price sum_of(std::span<const LineMoney> lines, Currency currency) {
  const Money nothing{0, currency};
  Price price{nothing, nothing, nothing, nothing, nothing};
  for (const auto& line : lines) {
    price.seats = price.seats + Money{line.price, currency};
    price.fees = price.fees + Money{line.fee, currency};
    price.discount = price.discount + Money{line.discount, currency};
    price.tax = price.tax + Money{line.tax, currency};
    price.total = price.total + Money{line.total(), currency};
  }
  return price;
}

}  // namespace gelora::booking
