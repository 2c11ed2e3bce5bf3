#include "http/public_address.hpp"

#include <algorithm>

namespace gelora::http {
namespace {

struct Block4 {
  std::uint32_t network;
  unsigned bits;
};
constexpr std::uint32_t of(unsigned a, unsigned b, unsigned c = 0) { return a << 24 | b << 16 | c << 8; }

constexpr Block4 not_public[] = {
    {of(0, 0), 8},                                  // this network
    {of(10, 0), 8},                                 // private
    {of(100, 64), 10},                              // shared behind a carrier
    {of(127, 0), 8},                                // this machine
    {of(169, 254), 16},                             // this link, where clouds tell about themselves
    {of(172, 16), 12},                              // private
    {of(192, 0, 0), 24},                            // protocols
    {of(192, 0, 2), 24},                            // documents
    {of(192, 88, 99), 24},                          // relays to IPv6
    {of(192, 168), 16},                             // private
    {of(198, 18), 15},                              // measurements
    {of(198, 51, 100), 24}, {of(203, 0, 113), 24},  // documents
    {of(224, 0), 3},                                // several, reserved, all
};

bool is_public4(std::uint32_t address) {
  return std::none_of(std::begin(not_public), std::end(not_public),
                      [address](const Block4& block) { return (address ^ block.network) >> (32 - block.bits) == 0; });
}

// All that is handed out to the world is in 2000::/3; in it, not what stands for IPv4, for protocols or for documents.
bool is_public6(const boost::asio::ip::address_v6::bytes_type& bytes) {
  const unsigned first = bytes[0] << 8u | bytes[1], second = bytes[2] << 8u | bytes[3];
  if (first >> 13u != 1) return false;
  if (first == 0x2001 && (second < 0x200 || second == 0xdb8)) return false;
  if (first == 0x2002) return false;
  return !(first == 0x3fff && second < 0x1000);
}

}  // namespace

bool is_public(const boost::asio::ip::address& address) {
  return address.is_v4() ? is_public4(address.to_v4().to_uint()) : is_public6(address.to_v6().to_bytes());
}

}  // namespace gelora::http
