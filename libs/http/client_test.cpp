#include "http/client.hpp"

#include <gtest/gtest.h>

#include <boost/asio/write.hpp>

#include "loop/run.hpp"

namespace gelora::http {
namespace {

// A server that answers with what it is told, one request after another, whatever they are.
struct Peer {
  explicit Peer(std::vector<std::string> all)
      : answers(std::move(all)), acceptor(loop.context(), {boost::asio::ip::address_v4::loopback(), 0}) {
    loop.spawn(accept());
  }

  Task<> accept() {
    for (;;) {
      auto [error, socket] = co_await acceptor.async_accept();
      if (error) co_return;
      loop.spawn(serve(loop::TcpSocket(std::move(socket))));
    }
  }
  Task<> serve(loop::TcpSocket socket) {
    for (;;) {
      std::string request(4096, '\0');
      const auto [error, count] = co_await socket.async_read_some(boost::asio::buffer(request));
      if (error) co_return;
      const std::string answer = answers.at(next++);
      co_await boost::asio::async_write(socket, boost::asio::buffer(answer), loop::UseTask{});
    }
  }

  // The bodies of the replies to so many calls.
  std::vector<std::string> bodies(int calls) {
    std::vector<std::string> all;
    Client client(loop, "http://127.0.0.1:" + std::to_string(acceptor.local_endpoint().port()));
    auto work = [&]() -> Task<> {
      for (int i = 0; i < calls; ++i) {
        Call call;
        const auto reply = co_await client.send(std::move(call));
        all.push_back(reply.body);
      }
    };
    EXPECT_EQ(loop::run_once(loop, work), 0);
    return all;
  }

  loop::Loop loop;
  std::vector<std::string> answers;
  std::size_t next = 0;
  loop::TcpAcceptor acceptor;
};

std::string answer_of(const std::string& body) {
  return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST(Client, CallsAgainOnTheSameConnection) {
  Peer peer({answer_of("one"), answer_of("two")});
  EXPECT_EQ(peer.bodies(2), (std::vector<std::string>{"one", "two"}));
}

TEST(Client, WhatCameBehindAReplyIsNotTheReplyToTheNextCall) {
  Peer peer({answer_of("one") + answer_of("not asked for"), answer_of("two")});
  EXPECT_EQ(peer.bodies(2), (std::vector<std::string>{"one", "two"}));
}

}  // namespace
}  // namespace gelora::http
