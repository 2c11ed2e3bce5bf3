#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/write.hpp>
#include <filesystem>

#include "loop/run.hpp"
#include "redis/buckets.hpp"

namespace gelora::redis {
namespace {

using namespace std::chrono_literals;

constexpr Bucket three_a_minute{3, 20s};

TEST(TakeToken, GivesTheBurstAndThenOneAfterAnother) {
  base::Instant full_at{}, now{1'800'000'000'000'000};
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(take_token(full_at, three_a_minute, now)) << i;
  EXPECT_EQ(take_token(full_at, three_a_minute, now), base::Duration{20s});
  EXPECT_EQ(take_token(full_at, three_a_minute, now + 15s), base::Duration{5s});
  EXPECT_FALSE(take_token(full_at, three_a_minute, now + 20s));
  EXPECT_TRUE(take_token(full_at, three_a_minute, now + 20s));
}

TEST(TakeToken, RefusalsCostNothing) {
  base::Instant full_at{}, now{1'800'000'000'000'000};
  for (int i = 0; i < 100; ++i) take_token(full_at, three_a_minute, now);
  EXPECT_FALSE(take_token(full_at, three_a_minute, now + 20s));
}

TEST(TakeToken, WhatIsGivenBackCanBeTakenAgainAndNoMore) {
  base::Instant full_at{};
  const Bucket two{2, std::chrono::seconds{10}};
  const base::Instant now{1'900'000'000'000'000};
  EXPECT_FALSE(take_token(full_at, two, now));
  EXPECT_FALSE(take_token(full_at, two, now));
  EXPECT_TRUE(take_token(full_at, two, now));
  give_token_back(full_at, two, now);
  EXPECT_FALSE(take_token(full_at, two, now));
  EXPECT_TRUE(take_token(full_at, two, now));
  for (int i = 0; i < 5; ++i) give_token_back(full_at, two, now);
  EXPECT_FALSE(take_token(full_at, two, now));
  EXPECT_FALSE(take_token(full_at, two, now));
  EXPECT_TRUE(take_token(full_at, two, now));
}

TEST(TakeToken, ABucketIsNeverFullerThanItsBurst) {
  base::Instant full_at{}, now{1'800'000'000'000'000};
  take_token(full_at, three_a_minute, now);
  now = now + 24h;
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(take_token(full_at, three_a_minute, now)) << i;
  EXPECT_TRUE(take_token(full_at, three_a_minute, now));
}

// A Redis that answers each command with what it is told.
struct Peer {
  using Socket =
      loop::UseTask::as_default_on_t<boost::asio::basic_stream_socket<boost::asio::local::stream_protocol, loop::Executor>>;
  using Acceptor =
      loop::UseTask::as_default_on_t<boost::asio::basic_socket_acceptor<boost::asio::local::stream_protocol, loop::Executor>>;

  explicit Peer(std::vector<std::string> all) : answers(std::move(all)), acceptor(loop.context(), {path}) {
    loop.spawn(accept());
  }
  ~Peer() { std::filesystem::remove(path); }

  Task<> accept() {
    for (;;) {
      auto [error, socket] = co_await acceptor.async_accept();
      if (error) co_return;
      loop.spawn(serve(Socket(std::move(socket))));
    }
  }
  Task<> serve(Socket socket) {
    for (;;) {
      std::string command(4096, '\0');
      const auto [error, count] = co_await socket.async_read_some(boost::asio::buffer(command));
      if (error) co_return;
      const std::string answer = answers.at(next++);
      co_await boost::asio::async_write(socket, boost::asio::buffer(answer), loop::UseTask{});
    }
  }

  loop::Loop loop;
  std::string path = std::filesystem::temp_directory_path() / ("gelora-redis-test-" + std::to_string(::getpid()));
  std::vector<std::string> answers;
  std::size_t next = 0;
  Acceptor acceptor;
};

TEST(Client, AReplyThatNobodyAskedForEndsTheConnectionAndNothingElse) {
  Peer peer({"+one\r\n+unasked\r\n", "+two\r\n"});
  Client client(peer.loop, {peer.path, "", 0});
  std::vector<std::string> replies;
  auto work = [&]() -> Task<> {
    for (int i = 0; i < 2; ++i) {
      std::vector<std::string> words{"GET", "x"};
      try {
        const auto reply = co_await client.command(std::move(words), 5s);
        replies.push_back(reply.text);
      } catch (const Away&) {  // until it may be connected to again
        replies.push_back("away");
      }
    }
  };
  EXPECT_EQ(loop::run_once(peer.loop, work), 0);
  EXPECT_EQ(replies, (std::vector<std::string>{"one", "away"}));
}

// Found by fuzzing: memory was taken for half a billion items that a reply only promised.
TEST(Client, AReplyThatPromisesTooManyItemsEndsTheConnection) {
  Peer peer({"*555555552\r\n"});
  Client client(peer.loop, {peer.path, "", 0});
  std::string fault;
  auto work = [&]() -> Task<> {
    std::vector<std::string> words{"GET", "x"};
    try {
      co_await client.command(std::move(words), 5s);
    } catch (const Away& away) {
      fault = away.what();
    }
  };
  EXPECT_EQ(loop::run_once(peer.loop, work), 0);
  EXPECT_NE(fault, "");
}

TEST(Buckets, CountHereWhileRedisIsAway) {
  loop::Loop loop;
  Client client(loop, {"/nowhere/redis.sock", "", 0});
  Buckets buckets(client);
  int given = 0;
  auto work = [&]() -> Task<> {
    const base::Instant now{1'800'000'000'000'000};
    for (int i = 0; i < 5; ++i) {
      const auto wait = co_await buckets.take("door", three_a_minute, now);
      if (!wait) ++given;
    }
  };
  EXPECT_EQ(loop::run_once(loop, work), 0);
  EXPECT_EQ(given, 3);
}

}  // namespace
}  // namespace gelora::redis
