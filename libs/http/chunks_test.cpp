#include "http/chunks.hpp"

#include <gtest/gtest.h>

#include <boost/asio/read.hpp>

namespace gelora::http {
namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

// What a peer gets of a body, to its end.
std::string told(std::function<loop::Task<bool>(Chunks&)> produce) {
  loop::Loop loop;
  Tcp::acceptor acceptor(loop.context(), {asio::ip::address_v4::loopback(), 0});
  Tcp::socket peer(loop.context());
  peer.connect(acceptor.local_endpoint());
  loop::TcpSocket socket(loop.context());
  acceptor.accept(socket);
  const Answer answer = chunked(loop, "text/csv", std::move(produce));
  answer.take_over(std::move(socket));
  std::string bytes;
  asio::async_read(peer, asio::dynamic_buffer(bytes), [&loop](auto, auto) { loop.context().stop(); });
  loop.context().run();
  return bytes;
}

TEST(Chunks, CarryTheirLengthAndEndWell) {
  EXPECT_EQ(told([](Chunks& chunks) -> loop::Task<bool> {
              co_await chunks.write("a,b\r\n");
              co_await chunks.write("");
              co_await chunks.write(std::string(17, 'x'));
              co_return true;
            }),
            "5\r\na,b\r\n\r\n11\r\n" + std::string(17, 'x') + "\r\n0\r\n\r\n");
}

TEST(Chunks, OfWhatBrokeOffLackTheEnd) {
  EXPECT_EQ(told([](Chunks& chunks) -> loop::Task<bool> {
              co_await chunks.write("a");
              throw std::runtime_error("the database is away");
            }),
            "1\r\na\r\n");
  EXPECT_EQ(told([](Chunks&) -> loop::Task<bool> { co_return false; }), "");
}

}  // namespace
}  // namespace gelora::http
