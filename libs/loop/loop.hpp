// One event loop a thread, with coroutines on it. The executor type is spelled out everywhere: type-erased executors cost
// a virtual call and an allocation on the hot path.
#pragma once
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <functional>

#include "telemetry/spans.hpp"

namespace gelora::loop {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;

// The steady clock, or, in a simulation, one that only advance() moves (of the whole process): then sleep_for() ends when
// Loop::wake_sleepers() finds that its time has come.
struct SteadyClock {
  using duration = std::chrono::steady_clock::duration;
  using time_point = std::chrono::steady_clock::time_point;
  static time_point now() { return simulating() ? time_point{simulated_} : std::chrono::steady_clock::now(); }
  static void simulate() { simulated_ = std::chrono::hours{1}; }
  static void advance(duration by) { simulated_ += by; }
  static bool simulating() { return simulated_ != duration::zero(); }

 private:
  inline static duration simulated_{};
};
using Executor = asio::io_context::executor_type;

// A coroutine on a loop. Parameters of coroutines are taken by value (references may dangle across a suspension),
// except references to objects that outlive the loop.
template <class T = void>
using Task = asio::awaitable<T, Executor>;

// Completion as a tuple (error, results…) instead of an exception.
using UseTask = asio::as_tuple_t<asio::use_awaitable_t<Executor>>;
using Timer = UseTask::as_default_on_t<
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>>;
using TcpSocket = UseTask::as_default_on_t<asio::basic_stream_socket<asio::ip::tcp, Executor>>;
using TcpAcceptor = UseTask::as_default_on_t<asio::basic_socket_acceptor<asio::ip::tcp, Executor>>;
using TcpResolver = UseTask::as_default_on_t<asio::ip::basic_resolver<asio::ip::tcp, Executor>>;

class Loop {
 public:
  asio::io_context& context() { return context_; }
  Executor executor() { return context_.get_executor(); }

  // Starts `task` on this loop, from any thread. An exception that leaves it is a bug and ends the process.
  void spawn(Task<> task);
  // Runs `work` on this loop, from any thread.
  void post(std::function<void()> work);
  // Serves until stop(); to be called by the one thread that owns the loop.
  void run() { context_.run(); }
  void stop() { context_.stop(); }
  // In a simulation: lets what sleeps go on whose time has come.
  void wake_sleepers();

 private:
  asio::io_context context_{1};
};

Task<> sleep_for(SteadyClock::duration duration);
// Lets all that is ready on this loop go first.
Task<> yield(Loop& loop);

// Wakes coroutines of one loop that wait for something to change; waiters check their condition again themselves.
class Signal {
 public:
  explicit Signal(Loop& loop) : timer_(loop.context(), SteadyClock::time_point::max()) {}
  void notify_one() { timer_.cancel_one(); }
  void notify_all() { timer_.cancel(); }
  Task<> wait() {
    const telemetry::KeepTrace keep;
    co_await timer_.async_wait();
  }
  // False when `limit` passed first.
  Task<bool> wait_for(SteadyClock::duration limit);

 private:
  Timer timer_;
};

}  // namespace gelora::loop
