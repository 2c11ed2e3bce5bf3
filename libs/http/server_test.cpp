#include "http/server.hpp"

#include <gtest/gtest.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/write.hpp>

#include "http/problem.hpp"
#include "loop/run.hpp"

namespace gelora::http {
namespace {

using namespace std::chrono_literals;

struct Nothing {};
Answer hello(Nothing&, Request&) { return json_answer("{}"); }
constexpr Route<Nothing> routes[] = {{Verb::get, "/hello", Access::open, hello, Kind::hot}};

struct Guest {
  Guest(loop::Loop& loop, std::uint16_t to) : socket(loop.context()), port(to) {}

  // Whether a request is answered on this connection.
  Task<bool> is_served() {
    if (!socket.is_open()) {
      const auto [error] = co_await socket.async_connect({boost::asio::ip::address_v4::loopback(), port});
      if (error) co_return false;
    }
    const std::string request = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    co_await boost::asio::async_write(socket, boost::asio::buffer(request), loop::UseTask{});
    std::string answer(4096, '\0');
    const auto [error, count] = co_await socket.async_read_some(boost::asio::buffer(answer));
    co_return !error && answer.starts_with("HTTP/1.1 200");
  }

  loop::TcpSocket socket;
  std::uint16_t port;
};

TEST(Server, HasPlacesForSoManyConnectionsAndNoMore) {
  loop::Loop loop;
  base::SystemClock clock;
  telemetry::Metrics metrics;
  Nothing nothing;
  const Routes table(routes, nothing);
  ServerLimits limits;
  limits.connections = 2;
  Server server(
      loop, table, [](Request&, Access) { return std::optional<Answer>{}; }, clock, metrics, limits);
  std::vector<bool> served;
  auto work = [&]() -> Task<> {
    const auto port = server.listen("127.0.0.1:0");
    std::vector<std::unique_ptr<Guest>> guests;
    for (int i = 0; i < 3; ++i) {
      guests.push_back(std::make_unique<Guest>(loop, port));
      const bool one = co_await guests.back()->is_served();
      served.push_back(one);
    }
    guests.erase(guests.begin());  // a place is free again
    bool again = false;
    for (int tries = 0; tries < 200 && !again; ++tries) {
      guests.back() = std::make_unique<Guest>(loop, port);
      again = co_await guests.back()->is_served();
      co_await loop::sleep_for(5ms);
    }
    served.push_back(again);
    const bool still = co_await guests.front()->is_served();
    served.push_back(still);
    guests.clear();
    co_await server.drain(1s);
  };
  EXPECT_EQ(loop::run_once(loop, work), 0);
  EXPECT_EQ(served, (std::vector<bool>{true, true, false, true, true}));
}

TEST(Server, ServesOnceMoreWhoCameBeforeItDrains) {
  loop::Loop loop;
  base::SystemClock clock;
  telemetry::Metrics metrics;
  Nothing nothing;
  const Routes table(routes, nothing);
  Server server(
      loop, table, [](Request&, Access) { return std::optional<Answer>{}; }, clock, metrics);
  int served = 0;
  auto work = [&]() -> Task<> {
    const auto port = server.listen("127.0.0.1:0");
    Guest known(loop, port), waiting(loop, port), late(loop, port);
    const bool at_first = co_await known.is_served();
    EXPECT_TRUE(at_first);
    waiting.socket.connect({boost::asio::ip::address_v4::loopback(), port});  // the kernel has it, the server does not yet
    const auto ask = [](Guest& guest, int& count) -> Task<> {
      const bool one = co_await guest.is_served();
      if (one) ++count;
    };
    loop.spawn(ask(known, served));
    loop.spawn(ask(waiting, served));
    co_await server.drain(5s);
    const bool after = co_await late.is_served();
    EXPECT_FALSE(after);
  };
  EXPECT_EQ(loop::run_once(loop, work), 0);
  EXPECT_EQ(served, 2);
}

}  // namespace
}  // namespace gelora::http
