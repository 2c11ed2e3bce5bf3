#include "loop/loop.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <cstdio>
#include <exception>

namespace gelora::loop {

void Loop::spawn(Task<> task) {
  asio::co_spawn(context_, std::move(task), [](std::exception_ptr fault) {
    if (!fault) return;
    try {
      std::rethrow_exception(fault);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "unhandled in a background task: %s\n", error.what());
    }
    std::terminate();
  });
}

void Loop::post(std::function<void()> work) { asio::post(context_, std::move(work)); }

Task<> sleep_for(std::chrono::steady_clock::duration duration) {
  Timer timer(co_await asio::this_coro::executor);
  timer.expires_after(duration);
  co_await timer.async_wait();
}

Task<bool> Signal::wait_for(std::chrono::steady_clock::duration limit) {
  using asio::experimental::awaitable_operators::operator||;
  const auto outcome = co_await (wait() || sleep_for(limit));
  co_return outcome.index() == 0;
}

}  // namespace gelora::loop
