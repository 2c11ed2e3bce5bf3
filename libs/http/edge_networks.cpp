#include "http/edge_networks.hpp"

#include <stdexcept>

namespace gelora::http {

namespace ip = boost::asio::ip;

EdgeNetworks::EdgeNetworks(std::string_view networks) {
  while (!networks.empty()) {
    const auto comma = networks.find(',');
    const std::string one{networks.substr(0, comma)};
    networks.remove_prefix(comma == std::string_view::npos ? networks.size() : comma + 1);
    boost::system::error_code error;
    if (const auto v4 = ip::make_network_v4(one, error); !error) networks_.emplace_back(v4);
    else if (const auto v6 = ip::make_network_v6(one, error); !error) networks_.emplace_back(v6);
    else throw std::invalid_argument("\"" + one + "\" is no network such as 10.244.0.0/16");
  }
}

bool EdgeNetworks::contain(const ip::address& peer) const {
  for (const auto& network : networks_) {
    if (const auto* v4 = std::get_if<ip::network_v4>(&network); v4 != nullptr && peer.is_v4()) {
      if (v4->prefix_length() == 0 || ip::network_v4(peer.to_v4(), v4->prefix_length()).canonical() == v4->canonical())
        return true;
    }
    if (const auto* v6 = std::get_if<ip::network_v6>(&network); v6 != nullptr && peer.is_v6()) {
      if (ip::network_v6(peer.to_v6(), v6->prefix_length()).canonical() == v6->canonical()) return true;
    }
  }
  return false;
}

EdgeNetworks read_edge_networks(base::Environment& env) {
  try {
    return EdgeNetworks(env.text("GELORA_EDGE_NETWORKS", "127.0.0.1/32"));
  } catch (const std::invalid_argument& error) {
    env.fault("GELORA_EDGE_NETWORKS: " + std::string{error.what()});
    return EdgeNetworks();
  }
}

}  // namespace gelora::http
