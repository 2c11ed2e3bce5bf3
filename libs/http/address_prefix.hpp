// Who probably is one and the same: an IPv4 address, or the /64 network of an IPv6 one.
#pragma once
#include <string>
#include <string_view>

namespace gelora::http {

// "203.0.113.9", "2001:db8:1:2::/64"; "unknown" for text that is no address.
std::string address_prefix(std::string_view text);

}  // namespace gelora::http
