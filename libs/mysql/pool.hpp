// A pool of connections of one loop, and transactions with their retries. Not shared between threads.
#pragma once
#include <exception>
#include <memory>
#include <optional>
#include <vector>

#include "loop/loop.hpp"
#include "mysql/connection.hpp"
#include "mysql/pulse.hpp"

namespace gelora::mysql {

class Pool {
 public:
  // At most `size` connections; opened when first needed, watched by the pulse if there is one.
  Pool(loop::Loop& loop, Settings settings, std::size_t size, Pulse* pulse = nullptr);

  // A borrowed connection; goes back when the lease ends, or is dropped when it is no longer usable.
  class Lease {
   public:
    Lease(Pool& pool, std::unique_ptr<Connection> connection) : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (connection_) pool_->give_back(std::move(connection_));
    }
    Connection* operator->() const { return connection_.get(); }
    Connection& operator*() const { return *connection_; }

   private:
    Pool* pool_;
    std::unique_ptr<Connection> connection_;
  };

  // Waits for a free connection, at most 5 s; then, or when the database cannot be reached, Unreachable.
  Task<Lease> take();

  // One statement in its own transaction (autocommit). A statement that met a connection gone stale while idle is not
  // repeated here: whether it took effect is not known.
  template <class... Values>
  Task<Results> query(std::string sql, Values&&... values) {
    std::vector<Field> fields;
    fields.reserve(sizeof...(values));
    (fields.push_back(to_field(values)), ...);
    return execute(std::move(sql), std::move(fields));
  }
  Task<Results> execute(std::string sql, std::vector<Field> values);

  // Text as it is, in its own transaction; only for text without any value from outside.
  Task<Results> run(std::string text);

  // Runs `body(Connection&) -> Task<T>` in a transaction and commits it; rolls back when it throws. 1020, 1205, 1213 and
  // 3101 run it again, up to 5 times: the body must be free of other effects. Nothing remote may be awaited in it.
  template <class Body>
  auto transaction(Body body) -> std::invoke_result_t<Body, Connection&> {
    using Result = typename std::invoke_result_t<Body, Connection&>::value_type;
    for (int attempt = 1;; ++attempt) {
      Lease connection = co_await take();
      std::exception_ptr fault;
      bool again = false;
      if constexpr (std::is_void_v<Result>) {
        try {
          co_await connection->run("START TRANSACTION");
          co_await body(*connection);
          co_await connection->run("COMMIT");
          co_return;
        } catch (const Fault& error) {
          fault = std::current_exception();
          again = error.kind == FaultKind::retryable;
        } catch (...) {
          fault = std::current_exception();
        }
      } else {
        try {
          co_await connection->run("START TRANSACTION");
          Result result = co_await body(*connection);
          co_await connection->run("COMMIT");
          co_return result;
        } catch (const Fault& error) {
          fault = std::current_exception();
          again = error.kind == FaultKind::retryable;
        } catch (...) {
          fault = std::current_exception();
        }
      }
      co_await connection->rollback();
      if (!again || attempt == 5) std::rethrow_exception(fault);
    }
  }

  // A connection that is not of the pool, for a text of several statements; the pool has to outlive it.
  Task<std::unique_ptr<Connection>> separate() { return connect(loop_, settings_, true, pulse_); }

  // Whether the server answers a simple question now.
  Task<bool> answers();
  // False when the pulse found the server silent; needs no asking.
  bool server_is_there() const { return pulse_ == nullptr || pulse_->alive(); }

  // What Settings know of the servers' certificates.
  std::string distrust() const { return settings_.distrust(); }
  std::optional<base::Instant> certificate_end() const { return settings_.certificate_end(); }

  // Throws unless the server (and its group) is set to keep what it acknowledges and the session is READ COMMITTED (see promises
  // I3).
  Task<> assert_durable();

 private:
  void give_back(std::unique_ptr<Connection> connection);

  loop::Loop& loop_;
  Settings settings_;
  std::size_t size_;
  Pulse* pulse_;
  std::size_t open_ = 0;
  std::vector<std::unique_ptr<Connection>> idle_;
  loop::Signal freed_;
};

}  // namespace gelora::mysql
