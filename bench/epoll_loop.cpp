// The least that a server can do: one epoll loop that answers each request with the bytes of a file. The bar for hot reads.
//   bench-epoll-loop --port PORT --answer FILE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "load/arguments.hpp"

namespace {

void check(int result, const char* what) {
  if (result < 0) throw std::runtime_error(std::string{what} + " failed");
}

void watch(int epoll, int socket) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = socket;
  check(epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event), "epoll_ctl");
}

int listen_on(std::uint16_t port) {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), yes = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  check(bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address), "bind");
  check(listen(listener, 4096), "listen");
  return listener;
}

// A request that arrives in one piece, as those of bench-load do, is all that it knows.
void answer_one(int socket, const std::string& answer) {
  std::array<char, 16 * 1024> request;
  const auto got = recv(socket, request.data(), request.size(), 0);
  if (got <= 0) {
    close(socket);
    return;
  }
  if (!std::string_view{request.data(), static_cast<std::size_t>(got)}.ends_with("\r\n\r\n")) return;
  if (send(socket, answer.data(), answer.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(answer.size())) close(socket);
}

int serve(std::uint16_t port, const std::string& answer) {
  const int epoll = epoll_create1(EPOLL_CLOEXEC), listener = listen_on(port), yes = 1;
  watch(epoll, listener);
  std::array<epoll_event, 128> events;
  for (;;) {
    const int count = epoll_wait(epoll, events.data(), events.size(), -1);
    for (int i = 0; i < count; ++i) {
      if (events[i].data.fd != listener) {
        answer_one(events[i].data.fd, answer);
        continue;
      }
      const int socket = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
      if (socket < 0) continue;
      setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
      watch(epoll, socket);
    }
  }
}

}  // namespace

int main(int count, char** values) {
  try {
    gelora::bench::Arguments arguments(count, values);
    const auto port = static_cast<std::uint16_t>(arguments.number("port", 0));
    std::ifstream file(arguments.text("answer", ""), std::ios::binary);
    arguments.finish();
    std::ostringstream answer;
    answer << file.rdbuf();
    if (answer.str().empty()) throw std::invalid_argument("--answer names no file with an answer");
    return serve(port, answer.str());
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "bench-epoll-loop: %s\n", fault.what());
    return 1;
  }
}
