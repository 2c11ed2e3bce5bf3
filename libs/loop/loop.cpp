#include "loop/loop.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <cstdio>
#include <exception>
#include <map>

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

namespace {

// The sleepers of a loop in simulated time. Their timers never expire by themselves: setting the system's timer for each would
// take longer than all the rest of a simulation.
class Sleepers final : public asio::execution_context::service {
 public:
  inline static asio::execution_context::id id;
  explicit Sleepers(asio::execution_context& owner)
      : service(owner), first_(static_cast<asio::io_context&>(owner), Timer::time_point::max() - std::chrono::hours{1}) {
    first_.async_wait([](ErrorCode) {});  // no other timer is earlier, so the system's timer is set only once
  }
  void wake(SteadyClock::time_point now) {
    while (!sleeping_.empty() && sleeping_.begin()->first <= now) {
      Timer* timer = sleeping_.begin()->second;
      sleeping_.erase(sleeping_.begin());
      timer->cancel();
    }
  }
  using Sleeping = std::multimap<SteadyClock::time_point, Timer*>;
  Sleeping sleeping_;

 private:
  void shutdown() override {}
  Timer first_;
};

// A sleeper on its loop's list, as long as it sleeps.
struct OnList {
  OnList(Sleepers& s, SteadyClock::time_point until, Timer& t) : list(s.sleeping_), timer(&t), at(until) {
    list.emplace(at, timer);
  }
  ~OnList() {
    const auto [first, last] = list.equal_range(at);
    for (auto it = first; it != last; ++it) {
      if (it->second != timer) continue;
      list.erase(it);
      return;
    }
  }
  Sleepers::Sleeping& list;
  Timer* timer;
  SteadyClock::time_point at;
};

}  // namespace

void Loop::wake_sleepers() { asio::use_service<Sleepers>(context_).wake(SteadyClock::now()); }

Task<> sleep_for(SteadyClock::duration duration) {
  const telemetry::KeepTrace keep;
  Timer timer(co_await asio::this_coro::executor);
  if (SteadyClock::simulating()) {
    timer.expires_at(Timer::time_point::max());
    const OnList listed(asio::use_service<Sleepers>(timer.get_executor().context()), SteadyClock::now() + duration, timer);
    co_await timer.async_wait();
    co_return;
  }
  timer.expires_after(duration);
  co_await timer.async_wait();
}

Task<> yield(Loop& loop) {
  const telemetry::KeepTrace keep;
  co_await asio::post(loop.context(), asio::use_awaitable_t<Executor>{});
}

Task<bool> Signal::wait_for(SteadyClock::duration limit) {
  const telemetry::KeepTrace keep;
  using asio::experimental::awaitable_operators::operator||;
  const auto outcome = co_await (wait() || sleep_for(limit));
  co_return outcome.index() == 0;
}

}  // namespace gelora::loop
