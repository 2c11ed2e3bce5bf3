// Which addresses of the internet are anybody's to be called, and not ours, our neighbours' or a cloud's own. Pure.
#pragma once
#include <boost/asio/ip/address.hpp>

namespace gelora::http {

// False for what is private, local, shared, reserved, for documents, for several, or stands for an address of the other kind
// (RFC 6890 and what came after it).
bool is_public(const boost::asio::ip::address& address);

}  // namespace gelora::http
