#include "loop/workers.hpp"

#include <gtest/gtest.h>

#include <latch>
#include <set>
#include <stdexcept>
#include <thread>

#include "loop/run.hpp"

namespace gelora::loop {
namespace {

TEST(Workers, DoTheWorkElsewhereAndComeBackToTheLoop) {
  Loop loop;
  Workers workers(2, 10);
  const auto home = std::this_thread::get_id();
  std::thread::id worked_on, came_back_on;
  auto ask = [&]() -> Task<> {
    auto work = [] { return std::this_thread::get_id(); };
    worked_on = (co_await workers.run(work)).value();
    came_back_on = std::this_thread::get_id();
  };
  EXPECT_EQ(run_once(loop, ask), 0);
  EXPECT_NE(worked_on, home);
  EXPECT_EQ(came_back_on, home);
}

TEST(Workers, RefuseWhatWouldWaitTooLongAndFinishTheRest) {
  Loop loop;
  std::latch go(1);
  Workers workers(2, 3);
  std::multiset<int> done;
  int refused = 0;
  const auto one = [&](int number) -> Task<> {
    auto work = [&go, number] {
      go.wait();
      return number;
    };
    const auto result = co_await workers.run(work);
    if (result) done.insert(*result);
    else ++refused;
  };
  for (int i = 0; i < 4; ++i) loop.spawn(one(i));
  loop.post([&] { go.count_down(); });  // when all have asked
  loop.run();
  EXPECT_EQ(refused, 1);
  EXPECT_EQ(done, (std::multiset<int>{0, 1, 2}));
  auto later = [&]() -> Task<> { co_await one(4); };
  EXPECT_EQ(run_once(loop, later), 0);  // there is room again
}

TEST(Workers, WhatTheWorkThrowsIsThrownWhereItIsAwaited) {
  Loop loop;
  Workers workers(1, 1);
  std::string what;
  auto ask = [&]() -> Task<> {
    auto work = []() -> int { throw std::runtime_error("no"); };
    try {
      co_await workers.run(work);
    } catch (const std::runtime_error& fault) {
      what = fault.what();
    }
    auto again = [] { return 5; };
    const auto result = co_await workers.run(again);
    if (result) what += std::to_string(*result);
  };
  EXPECT_EQ(run_once(loop, ask), 0);
  EXPECT_EQ(what, "no5");
}

}  // namespace
}  // namespace gelora::loop
