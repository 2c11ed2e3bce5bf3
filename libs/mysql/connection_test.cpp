#include "mysql/connection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gelora::mysql {
namespace {

using testing::ElementsAre;

auto addresses(std::string_view list) { return read_addresses(list, 3306); }

TEST(Addresses, OneHostIsAListOfOne) {
  EXPECT_THAT(*addresses("db"), ElementsAre(Address{"db", 3306}));
  EXPECT_THAT(*addresses("10.0.0.7:3310"), ElementsAre(Address{"10.0.0.7", 3310}));
}

TEST(Addresses, SeveralKeepTheirOrderAndThePortIsForThoseWithoutOne) {
  EXPECT_THAT(*addresses("a,b:3307,c.example"), ElementsAre(Address{"a", 3306}, Address{"b", 3307}, Address{"c.example", 3306}));
}

TEST(Addresses, ColonsOfIpv6AreNoPort) {
  EXPECT_THAT(*addresses("::1"), ElementsAre(Address{"::1", 3306}));
  EXPECT_THAT(*addresses("[::1],[fd00::2]:3307"), ElementsAre(Address{"::1", 3306}, Address{"fd00::2", 3307}));
}

class NoAddresses : public testing::TestWithParam<std::string_view> {};

TEST_P(NoAddresses, AreRefused) { EXPECT_FALSE(addresses(GetParam())); }

INSTANTIATE_TEST_SUITE_P(Lists, NoAddresses,
                         testing::Values("", "a,", ",a", "a,,b", "a, b", "a:", "a:0", "a:65536", "a:33x", "a:-1", ":3306", "[::1",
                                         "[]:3306", "[::1]3306"));

TEST(Servers, TheNextOnesTurnComesOnceForAllCopies) {
  Settings settings;
  settings.servers = *addresses("a,b,c");
  const Settings copy = settings;
  EXPECT_EQ(settings.server(), 0u);
  settings.leave(0);
  copy.leave(0);  // tried it as well, and found the turn passed on
  EXPECT_EQ(copy.server(), 1u);
  copy.leave(1);
  copy.leave(2);
  EXPECT_EQ(settings.server(), 0u);
}

TEST(Servers, OneIsNeverLeft) {
  Settings settings;
  settings.servers = *addresses("a");
  settings.leave(0);
  EXPECT_EQ(settings.server(), 0u);
}

}  // namespace
}  // namespace gelora::mysql
