// Where load may go: this machine, and nothing else.
#pragma once
#include <netinet/in.h>

#include <string>
#include <string_view>

namespace gelora::bench {

struct Target {
  sockaddr_in address{};
  std::string host;  // host:port, as the Host header says it
  std::string path;
};

// From "http://127.0.0.1:PORT/path"; throws std::invalid_argument for any other host.
Target parse_target(std::string_view url);

// A connected, non-blocking socket with TCP_NODELAY that leaves nothing behind when it is closed; throws std::system_error.
// `source` is the number of a source address in 127.0.0.0/8, so that many connections do not run out of ports.
int connect_to(const Target& target, unsigned source = 0);

}  // namespace gelora::bench
