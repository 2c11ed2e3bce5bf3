#include "http/edge_networks.hpp"

#include <gtest/gtest.h>

namespace gelora::http {
namespace {

bool told_by(std::string_view networks, const char* peer) {
  return EdgeNetworks(networks).contain(boost::asio::ip::make_address(peer));
}

TEST(EdgeNetworks, AreThisMachineAloneUnlessToldOtherwise) {
  EXPECT_TRUE(EdgeNetworks().contain(boost::asio::ip::make_address("127.0.0.1")));
  EXPECT_FALSE(EdgeNetworks().contain(boost::asio::ip::make_address("127.0.0.2")));
  EXPECT_FALSE(EdgeNetworks().contain(boost::asio::ip::make_address("::1")));
}

TEST(EdgeNetworks, ContainWhatTheirPrefixSays) {
  EXPECT_TRUE(told_by("10.244.0.0/16", "10.244.255.255"));
  EXPECT_FALSE(told_by("10.244.0.0/16", "10.245.0.0"));
  EXPECT_TRUE(told_by("192.168.7.9/24", "192.168.7.200"));  // an address within is as good as the first one
  EXPECT_TRUE(told_by("fd00::/8,172.18.0.0/16", "172.18.3.4"));
  EXPECT_TRUE(told_by("fd00::/8,172.18.0.0/16", "fd12:3456::1"));
  EXPECT_FALSE(told_by("fd00::/8,172.18.0.0/16", "fe80::1"));
  EXPECT_TRUE(told_by("0.0.0.0/0", "203.0.113.9"));
  EXPECT_FALSE(told_by("0.0.0.0/0", "2001:db8::1"));
}

TEST(EdgeNetworks, RefuseWhatIsNone) {
  for (const char* text : {"10.0.0.0", "10.0.0.0/33", "edge", "10.0.0.0/8, 10.1.0.0/16", "::1/129", ",10.0.0.0/8"})
    EXPECT_THROW(EdgeNetworks{text}, std::invalid_argument) << text;
}

}  // namespace
}  // namespace gelora::http
