#include "booking/domain/draw.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/encoding.hpp"

namespace gelora::booking {
namespace {

Mark mark_of(std::uint32_t number) {
  Mark mark{};
  for (int i = 0; i < 4; ++i) mark[i] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
  return mark;
}

Hash256 seed_of_ones() {
  Hash256 seed;
  seed.fill(1);
  return seed;
}

std::vector<Mark> marks(std::uint32_t count) {
  std::vector<Mark> all;
  for (std::uint32_t i = 0; i < count; ++i) all.push_back(mark_of(i));
  return all;
}

// The vector of docs/waiting-room.md, computed there with sha256sum.
TEST(Draw, IsAsTheDocumentSays) {
  const auto four = marks(4);
  const auto seed = seed_of_ones();
  const auto root = root_of(four);
  EXPECT_EQ(base::to_hex(commitment_to(seed)), "72cd6e8422c407fb6d098690f1130b7ded7ec2f7f5e1d30bd9d521f015363793");
  EXPECT_EQ(base::to_hex(root), "134bae1fabd36811b550844e17a01e51c6ce784e1ce65c0c0f3cef3a0987c709");
  EXPECT_EQ(drawn_order(seed, root, four), (std::vector<std::uint32_t>{3, 1, 2, 0}));
}

TEST(Draw, OfNobodyIsEmpty) { EXPECT_TRUE(drawn_order(seed_of_ones(), root_of({}), {}).empty()); }

TEST(Draw, GivesEverybodyOneNumber) {
  const auto all = marks(1'000);
  auto order = drawn_order(seed_of_ones(), root_of(all), all);
  EXPECT_NE(order.front(), 0u);
  std::sort(order.begin(), order.end());
  for (std::uint32_t i = 0; i < 1'000; ++i) EXPECT_EQ(order[i], i);
}

TEST(Draw, OneEntryMoreOrOneThatIsAnotherDrawsAnew) {
  auto all = marks(100);
  const auto before = drawn_order(seed_of_ones(), root_of(all), all);
  all[50] = mark_of(5'000);
  EXPECT_NE(drawn_order(seed_of_ones(), root_of(all), all), before);
}

// Who comes first has no better numbers: over many draws the first entry's mean is the middle, within four standard errors.
TEST(Draw, EarlyEntriesHaveNoBetterNumbers) {
  const auto hundred = marks(100);
  double sum = 0;
  for (int i = 0; i < 2'000; ++i) {
    Hash256 seed{};
    seed[0] = static_cast<std::uint8_t>(i);
    seed[1] = static_cast<std::uint8_t>(i >> 8);
    const auto order = drawn_order(seed, root_of(hundred), hundred);
    sum += static_cast<double>(std::find(order.begin(), order.end(), 0u) - order.begin());
  }
  EXPECT_NEAR(sum / 2'000, 49.5, 4 * 28.9 / 44.7);
}

}  // namespace
}  // namespace gelora::booking
