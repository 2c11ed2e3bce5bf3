#include "http/public_address.hpp"

#include <gtest/gtest.h>

namespace gelora::http {
namespace {

bool may(const char* text) { return is_public(boost::asio::ip::make_address(text)); }

TEST(PublicAddress, ThoseOfTheWorldAre) {
  for (const char* one :
       {"1.1.1.1",         "8.8.8.8",    "9.255.255.255", "11.0.0.0",        "100.63.255.255",       "100.128.0.0",
        "126.255.255.255", "128.0.0.1",  "169.253.1.1",   "172.15.255.255",  "172.32.0.0",           "192.0.1.1",
        "192.167.1.1",     "198.17.1.1", "198.20.0.1",    "223.255.255.255", "2606:4700:4700::1111", "2001:4860:4860::8888",
        "2400:cb00::1",    "3ffe::1"})
    EXPECT_TRUE(may(one)) << one;
}

TEST(PublicAddress, ThoseOfOursAndOurNeighboursAreNot) {
  for (const char* one :
       {"0.0.0.0",     "0.1.2.3",         "10.0.0.1",        "10.255.255.255", "100.64.0.1",     "100.127.255.255",
        "127.0.0.1",   "127.255.255.254", "169.254.169.254", "172.16.0.1",     "172.31.255.255", "192.0.0.192",
        "192.0.2.1",   "192.88.99.1",     "192.168.0.1",     "198.18.0.1",     "198.19.255.255", "198.51.100.7",
        "203.0.113.7", "224.0.0.1",       "239.255.255.255", "240.0.0.1",      "255.255.255.255"})
    EXPECT_FALSE(may(one)) << one;
}

TEST(PublicAddress, ThoseOfIpv6ThatStandForSomethingElseAreNot) {
  for (const char* one : {"::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1",
                          "100::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "2001::1", "2001:1ff::1",
                          "2001:db8::1", "2002:7f00:1::1", "3fff::1", "4000::1"})
    EXPECT_FALSE(may(one)) << one;
}

}  // namespace
}  // namespace gelora::http
