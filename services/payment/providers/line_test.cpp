#include "payment/providers/line.hpp"

#include <gtest/gtest.h>

#include "loop/run.hpp"

namespace gelora::payment {
namespace {

using namespace std::chrono_literals;

constexpr base::Instant t0{1'900'000'000'000'000};

TEST(Breaker, OpensAfterFailuresInARow) {
  Breaker breaker({3, 5s});
  for (int i = 0; i < 2; ++i) breaker.failed(t0);
  breaker.succeeded();
  for (int i = 0; i < 2; ++i) breaker.failed(t0);
  EXPECT_TRUE(breaker.lets_through(t0));
  breaker.failed(t0);
  EXPECT_TRUE(breaker.is_open(t0));
  EXPECT_FALSE(breaker.lets_through(t0));
  EXPECT_FALSE(breaker.lets_through(t0 + 4999ms));
}

TEST(Breaker, LetsOneTryAfterThePause) {
  Breaker breaker({1, 5s});
  breaker.failed(t0);
  EXPECT_TRUE(breaker.lets_through(t0 + 5s));
  EXPECT_FALSE(breaker.lets_through(t0 + 5s));  // the one is on its way
  breaker.failed(t0 + 6s);
  EXPECT_FALSE(breaker.lets_through(t0 + 10s));
  EXPECT_TRUE(breaker.lets_through(t0 + 11s));
  breaker.succeeded();
  EXPECT_TRUE(breaker.lets_through(t0 + 11s));
  EXPECT_TRUE(breaker.lets_through(t0 + 11s));
}

// A provider that answers with these statuses, one after another; 0 is no answer.
struct Provider {
  explicit Provider(std::vector<unsigned> all) : statuses(std::move(all)) {}

  Task<LineReply> answer(http::Call call) {
    calls.push_back(std::move(call));
    const unsigned status = statuses.at(calls.size() - 1);
    if (status == 0) throw http::NoReply("silence");
    co_return LineReply{{status, "body", ""}, stays};
  }
  Line line(Line::Limits limits) {
    limits.pause = 1ms;
    return {loop, "test", [this](http::Call call) { return answer(std::move(call)); }, clock, limits};
  }

  loop::Loop loop;
  std::vector<unsigned> statuses;
  bool stays = false;
  std::vector<http::Call> calls;
  base::ManualClock clock{t0};
};

// The status of the answer; 0 when there is none.
unsigned ask(Provider& provider, Line& line) {
  unsigned status = 0;
  provider.loop.context().restart();
  loop::run_once(provider.loop, [&]() -> Task<> {
    http::Call call;
    call.headers.emplace_back("Idempotency-Key", "k");
    try {
      const auto reply = co_await line.send(std::move(call));
      status = reply.status;
    } catch (const base::Unavailable&) {
    }
  });
  return status;
}

TEST(Line, AsksAgainUnderTheSameKey) {
  Provider provider({0, 503, 200});
  auto line = provider.line({});
  EXPECT_EQ(ask(provider, line), 200u);
  ASSERT_EQ(provider.calls.size(), 3u);
  for (const auto& call : provider.calls) EXPECT_EQ(call.headers.at(0).second, "k");
}

TEST(Line, GivesUpAfterItsTries) {
  Provider provider({429, 429, 500, 200});
  auto line = provider.line({});
  EXPECT_EQ(ask(provider, line), 0u);
  EXPECT_EQ(provider.calls.size(), 3u);
}

TEST(Line, BringsRefusalsBackAtOnce) {
  Provider provider({400, 404, 409});
  auto line = provider.line({});
  EXPECT_EQ(ask(provider, line), 400u);
  EXPECT_EQ(ask(provider, line), 404u);
  EXPECT_EQ(ask(provider, line), 409u);
}

TEST(Line, WaitsForAConflictToPassWhereThatIsWhatItMeans) {
  Provider provider({409, 200});
  Line::Limits limits;
  limits.conflicts_pass = true;
  auto line = provider.line(limits);
  EXPECT_EQ(ask(provider, line), 200u);
}

TEST(Line, DoesNotAskAProviderThatIsAway) {
  Provider provider({0, 0, 0, 0, 0, 200});
  Line::Limits limits;
  limits.breaker = {5, 5s};
  auto line = provider.line(limits);
  EXPECT_EQ(ask(provider, line), 0u);
  EXPECT_EQ(ask(provider, line), 0u);
  EXPECT_EQ(provider.calls.size(), 5u);
  EXPECT_EQ(ask(provider, line), 0u);
  EXPECT_EQ(provider.calls.size(), 5u);
  provider.clock.advance(5s);
  EXPECT_EQ(ask(provider, line), 200u);
}

TEST(Line, AnAnswerThatStaysIsNotAskedForAgainAndSaysNothingOfTheProvider) {
  Provider provider({500, 500, 500, 200});
  provider.stays = true;
  Line::Limits limits;
  limits.breaker = {2, 5s};
  auto line = provider.line(limits);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(ask(provider, line), 500u);
  EXPECT_EQ(ask(provider, line), 200u);
}

TEST(Line, TakesOnlySoManyAtOnce) {
  loop::Loop loop;
  loop::Signal go(loop);
  unsigned under_way = 0, most = 0, refused = 0, answered = 0;
  auto slow = [&](http::Call) -> Task<LineReply> {
    most = std::max(most, ++under_way);
    co_await go.wait();
    --under_way;
    co_return LineReply{200, "", ""};
  };
  base::ManualClock clock{t0};
  Line::Limits limits;
  limits.in_flight = 2;
  limits.waiting = 1;
  Line line(loop, "test", slow, clock, limits);
  auto one = [&]() -> Task<> {
    http::Call call;
    try {
      co_await line.send(std::move(call));
      ++answered;
    } catch (const base::Unavailable&) {
      ++refused;
    }
  };
  loop::run_once(loop, [&]() -> Task<> {
    for (int i = 0; i < 5; ++i) loop.spawn(one());
    while (refused < 2) co_await loop::sleep_for(1ms);
    while (answered < 3) {
      go.notify_all();
      co_await loop::sleep_for(1ms);
    }
  });
  EXPECT_EQ(most, 2u);
  EXPECT_EQ(refused, 2u);
}

}  // namespace
}  // namespace gelora::payment
