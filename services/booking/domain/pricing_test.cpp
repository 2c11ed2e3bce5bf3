#include "booking/domain/pricing.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace gelora::booking {
namespace {

__extension__ using Wide = __int128;
constexpr Currency rupiah{};

Asked seat(std::int64_t price, std::int64_t fee = 0, Tax tax = {}, seats::ZoneIndex zone = 0) {
  return {0, zone, price, fee, tax};
}

TEST(Pricing, WithoutAnythingIsPricesAndFees) {
  const std::vector<Asked> places{seat(750'000, 35'000), seat(500'000, 25'000)};
  const auto lines = price_lines(places, nullptr);
  const Price price = sum_of(lines, rupiah);
  EXPECT_EQ(price.seats.amount_minor, 1'250'000);
  EXPECT_EQ(price.fees.amount_minor, 60'000);
  EXPECT_EQ(price.total.amount_minor, 1'310'000);
}

TEST(Pricing, APercentageIsRoundedDownOnceAndSpreadToTheUnit) {
  const std::vector<Asked> places{seat(333), seat(333), seat(334)};
  const Discount tenth{Discount::Kind::percent, 1'050};
  const auto lines = price_lines(places, &tenth);
  EXPECT_EQ(sum_of(lines, rupiah).discount.amount_minor, 105);  // 10.5 % of 1,000
  EXPECT_EQ(lines[0].discount, 34);
  EXPECT_EQ(lines[1].discount, 35);
  EXPECT_EQ(lines[2].discount, 36);
}

TEST(Pricing, AFixedDiscountIsNeverMoreThanThePrice) {
  const std::vector<Asked> places{seat(100, 10), seat(50, 10)};
  const Discount much{Discount::Kind::fixed, 1'000};
  const Price price = sum_of(price_lines(places, &much), rupiah);
  EXPECT_EQ(price.discount.amount_minor, 150);
  EXPECT_EQ(price.total.amount_minor, 20);
}

TEST(Pricing, ADiscountIsForItsZones) {
  const std::vector<Asked> places{seat(100, 0, {}, 0), seat(200, 0, {}, 1)};
  const Discount half{Discount::Kind::percent, 5'000, {false, true}};
  const auto lines = price_lines(places, &half);
  EXPECT_EQ(lines[0].discount, 0);
  EXPECT_EQ(lines[1].discount, 100);
}

TEST(Pricing, ComplimentaryCostsNothingAtAll) {
  const Discount gift{Discount::Kind::complimentary};
  const auto lines = price_lines(std::vector<Asked>{seat(100, 10, {1'000, false})}, &gift);
  EXPECT_EQ(lines[0].total(), 0);
}

TEST(Pricing, TaxIsWithinThePriceOrOnTop) {
  const auto within = price_lines(std::vector<Asked>{seat(110'000, 0, {1'000, true})}, nullptr);
  EXPECT_EQ(within[0].tax, 10'000);
  EXPECT_EQ(within[0].total(), 110'000);
  const auto on_top = price_lines(std::vector<Asked>{seat(100'005, 0, {1'000, false})}, nullptr);
  EXPECT_EQ(on_top[0].tax, 10'001);  // 10,000.5 is rounded half up
  EXPECT_EQ(on_top[0].total(), 110'006);
}

TEST(Pricing, AnAmountThatDoesNotFitStopsTheProcess) {
  EXPECT_DEATH(sum_of(price_lines(std::vector<Asked>{seat(INT64_MAX), seat(1)}, nullptr), rupiah), "");
}

std::int64_t below(std::mt19937_64& random, std::int64_t limit) {
  return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit));
}

// Rules of the header, on carts that nobody thought of.
TEST(Pricing, AMillionCartsAddUp) {
  std::mt19937_64 random{2026};
  for (int cart = 0; cart < 1'000'000; ++cart) {
    std::vector<Asked> places;
    const Tax tax{static_cast<std::uint32_t>(below(random, 4) == 0 ? 0 : below(random, 10'001)), random() % 2 == 0};
    const std::int64_t largest = cart % 100 == 0 ? INT64_MAX / 100 : 5'000'000;
    for (std::int64_t n = 1 + below(random, 10), i = 0; i < n; ++i)
      places.push_back(
          seat(below(random, largest), below(random, 200'000), tax, static_cast<seats::ZoneIndex>(below(random, 3))));
    Discount discount{random() % 2 == 0 ? Discount::Kind::percent : Discount::Kind::fixed, 0, {}};
    discount.value = discount.kind == Discount::Kind::percent ? 1 + below(random, basis_points) : 1 + below(random, 10'000'000);
    if (random() % 3 == 0) discount.zones = {random() % 2 == 0, random() % 2 == 0, random() % 2 == 0};
    const bool discounted = random() % 2 == 0;
    const auto lines = price_lines(places, discounted ? &discount : nullptr);
    const Price price = sum_of(lines, rupiah);
    std::int64_t eligible = 0, given = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto& line = lines[i];
      ASSERT_TRUE(line.discount >= 0 && line.discount <= line.price) << cart;
      ASSERT_TRUE(line.tax >= 0 && line.total() >= 0) << cart;
      const bool meant = discounted && (discount.zones.empty() || discount.zones[places[i].zone]);
      if (meant) eligible += line.price;
      ASSERT_TRUE(meant || line.discount == 0) << cart;
      given += line.discount;
      const std::int64_t base = line.price - line.discount + line.fee;  // taxed within a unit of what it should be
      const double exact = tax.included ? static_cast<double>(base) * tax.rate_bp / (10'000.0 + tax.rate_bp)
                                        : static_cast<double>(base) * tax.rate_bp / 10'000.0;
      ASSERT_TRUE(base >= 1'000'000'000 || std::abs(static_cast<double>(line.tax) - exact) < 0.5001) << cart;
    }
    ASSERT_EQ(price.discount.amount_minor, given) << cart;
    std::int64_t meant_to_give = 0;
    if (discounted && discount.kind == Discount::Kind::fixed) meant_to_give = std::min(discount.value, eligible);
    if (discounted && discount.kind == Discount::Kind::percent)
      meant_to_give = static_cast<std::int64_t>(static_cast<Wide>(eligible) * discount.value / basis_points);
    ASSERT_EQ(given, meant_to_give) << cart;
    const std::int64_t on_top = tax.included ? 0 : price.tax.amount_minor;
    ASSERT_EQ(price.total.amount_minor, price.seats.amount_minor + price.fees.amount_minor - price.discount.amount_minor + on_top)
        << cart;
  }
}

}  // namespace
}  // namespace gelora::booking
