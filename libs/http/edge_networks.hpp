// Who may say for whom a request comes (X-Forwarded-For): the edge, and the other instances, that is the networks of
// GELORA_EDGE_NETWORKS. By default this machine's loopback alone.
#pragma once
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/config.hpp"

namespace gelora::http {

class EdgeNetworks {
 public:
  // Networks parted by commas, such as "10.244.0.0/16,fd00::/8"; throws std::invalid_argument naming what is none.
  explicit EdgeNetworks(std::string_view networks = "127.0.0.1/32");
  bool contain(const boost::asio::ip::address& peer) const;

 private:
  std::vector<std::variant<boost::asio::ip::network_v4, boost::asio::ip::network_v6>> networks_;
};

EdgeNetworks read_edge_networks(base::Environment& env);

}  // namespace gelora::http
