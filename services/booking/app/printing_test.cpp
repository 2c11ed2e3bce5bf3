#include "booking/app/printing.hpp"

#include <gtest/gtest.h>

#include <future>

#include "loop/run.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;
using base::UserId;

TEST(Printing, OnePersonHasTwoAtATimeAndThePostItsOwnThread) {
  loop::Loop loop;
  Printing printing;
  std::promise<void> ink;
  const auto dry = ink.get_future().share();
  int drawn = 0;
  auto ask = [&](UserId user) -> Task<> {
    auto draw = [dry] { return dry.wait(), 1; };
    const auto paper = co_await printing.for_person(user, std::move(draw));
    drawn += paper.value_or(0);
  };
  const auto test = [&]() -> Task<> {
    loop.spawn(ask(UserId{1}));
    loop.spawn(ask(UserId{1}));
    co_await loop::sleep_for(1ms);  // both have begun
    const auto third = co_await printing.for_person(UserId{1}, [] { return 1; });
    EXPECT_FALSE(third.has_value());
    const int posted = co_await printing.for_the_post([] { return 7; });
    EXPECT_EQ(posted, 7);
    EXPECT_EQ(drawn, 0);
    loop.spawn(ask(UserId{2}));
    ink.set_value();
    while (drawn < 3) co_await loop::sleep_for(1ms);
    const auto again = co_await printing.for_person(UserId{1}, [] { return 1; });
    EXPECT_EQ(again, 1);
  };
  EXPECT_EQ(loop::run_once(loop, test), 0);
}

}  // namespace
}  // namespace gelora::booking
