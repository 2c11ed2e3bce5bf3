#include "loop/run.hpp"

#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace gelora::loop {
namespace {

// Starts the work; what it throws is printed and stops the loop with status 1.
void launch(Loop& loop, std::function<Task<>()> work, int& status, bool stop_after) {
  auto guarded = [](Loop& on, std::function<Task<>()> what, int& exit_status, bool then_stop) -> Task<> {
    std::string fault;
    try {
      co_await what();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) {
      std::fprintf(stderr, "%s\n", fault.c_str());
      exit_status = 1;
    }
    if (then_stop || !fault.empty()) on.stop();
  };
  loop.spawn(guarded(loop, std::move(work), status, stop_after));
}

}  // namespace

int run(Loop& loop, std::function<Task<>()> start, std::function<Task<>()> finish) {
  std::signal(SIGPIPE, SIG_IGN);
  int status = 0;
  boost::asio::basic_signal_set<Executor> signals(loop.context());
  signals.add(SIGINT);
  signals.add(SIGTERM);
  signals.async_wait([&](ErrorCode error, int) {
    if (error) return;
    launch(loop, finish, status, true);
    signals.async_wait([](ErrorCode again, int) {
      if (!again) std::_Exit(130);
    });
  });
  launch(loop, std::move(start), status, false);
  loop.run();
  // Requests and background work that are still suspended refer to what the caller is about to destroy; nothing of theirs is
  // worth saving that is not durable already.
  std::fflush(nullptr);
  std::_Exit(status);
}

int run_once(Loop& loop, std::function<Task<>()> work) {
  std::signal(SIGPIPE, SIG_IGN);
  int status = 0;
  launch(loop, std::move(work), status, true);
  loop.run();
  return status;
}

}  // namespace gelora::loop
