#include "load/target.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <cstdint>
#include <stdexcept>
#include <system_error>

namespace gelora::bench {
namespace {

[[noreturn]] void give_up(int socket, const char* what) {
  const int error = errno;
  close(socket);
  throw std::system_error(error, std::generic_category(), what);
}

}  // namespace

Target parse_target(std::string_view url) {
  constexpr std::string_view only = "http://127.0.0.1:";
  Target target;
  std::uint16_t port = 0;
  if (!url.starts_with(only)) throw std::invalid_argument("load goes to http://127.0.0.1:PORT/ only, not to " + std::string{url});
  const auto [end, error] = std::from_chars(url.data() + only.size(), url.data() + url.size(), port);
  const std::string_view rest = url.substr(static_cast<std::size_t>(end - url.data()));
  if (error != std::errc{} || port == 0 || !rest.starts_with('/'))
    throw std::invalid_argument("no port or no path in " + std::string{url});
  target.address.sin_family = AF_INET;
  target.address.sin_port = htons(port);
  target.address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  target.host = "127.0.0.1:" + std::to_string(port);
  target.path = rest;
  return target;
}

int connect_to(const Target& target, unsigned source) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0) throw std::system_error(errno, std::generic_category(), "socket");
  const int yes = 1;
  const linger at_once{1, 0};  // no TIME_WAIT: rounds follow each other
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  setsockopt(socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
  sockaddr_in from{};
  from.sin_family = AF_INET;
  from.sin_addr.s_addr = htonl(INADDR_LOOPBACK + source);
  if (bind(socket, reinterpret_cast<const sockaddr*>(&from), sizeof from) != 0) give_up(socket, "bind");
  if (connect(socket, reinterpret_cast<const sockaddr*>(&target.address), sizeof target.address) != 0) give_up(socket, "connect");
  if (fcntl(socket, F_SETFL, O_NONBLOCK) != 0) give_up(socket, "fcntl");
  return socket;
}

}  // namespace gelora::bench
