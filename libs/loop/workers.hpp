// A bounded pool of threads for work that would block a loop: password hashing, SMTP.
#pragma once
#include <atomic>
#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <exception>
#include <optional>
#include <utility>

#include "loop/loop.hpp"

namespace gelora::loop {

class Workers {
 public:
  // At most `queue_limit` pieces of work wait or run at once.
  Workers(unsigned threads, unsigned queue_limit) : pool_(threads), limit_(queue_limit) {}
  ~Workers() { pool_.join(); }

  // Runs `work` on a thread of the pool and resumes on the calling loop with its result; nothing when the queue is full.
  // What `work` throws is thrown here.
  template <class Work>
  Task<std::optional<std::invoke_result_t<Work>>> run(Work work) {
    const telemetry::KeepTrace keep;
    using Result = std::invoke_result_t<Work>;
    if (busy_.fetch_add(1) >= limit_) {
      busy_.fetch_sub(1);
      co_return std::nullopt;
    }
    struct Shared {
      std::optional<Result> result;
      std::exception_ptr fault;
    };
    auto shared = std::make_shared<Shared>();
    Timer done(co_await asio::this_coro::executor);
    done.expires_at(std::chrono::steady_clock::time_point::max());
    auto executor = co_await asio::this_coro::executor;
    auto job = [this, work = std::move(work), shared, executor, &done]() mutable {
      try {
        shared->result.emplace(work());
      } catch (...) {
        shared->fault = std::current_exception();
      }
      busy_.fetch_sub(1);
      asio::post(executor, [shared, &done] { done.expires_at(std::chrono::steady_clock::time_point::min()); });
    };
    asio::post(pool_, std::move(job));
    co_await done.async_wait();
    if (shared->fault) std::rethrow_exception(shared->fault);
    co_return std::move(shared->result);
  }

 private:
  asio::thread_pool pool_;
  unsigned limit_;
  std::atomic<unsigned> busy_{0};
};

}  // namespace gelora::loop
