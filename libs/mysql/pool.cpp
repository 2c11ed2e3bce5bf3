#include "mysql/pool.hpp"

namespace gelora::mysql {

Pool::Pool(loop::Loop& loop, Settings settings, std::size_t size, Pulse* pulse)
    : loop_(loop), settings_(std::move(settings)), size_(size), pulse_(pulse), freed_(loop) {}

Task<Pool::Lease> Pool::take() {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{5};
  for (;;) {
    if (!server_is_there()) throw Unreachable("database: it does not answer");
    open_ -= std::erase_if(idle_, [](const auto& one) { return !one->usable(); });
    if (!idle_.empty() || open_ < size_) break;
    const auto left = deadline - std::chrono::steady_clock::now();
    if (left <= left.zero()) throw Unreachable("database: no free connection within 5 s");
    co_await freed_.wait_for(left);
  }
  if (!idle_.empty()) {
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    co_return Lease{*this, std::move(connection)};
  }
  ++open_;
  std::unique_ptr<Connection> connection;
  std::exception_ptr fault;
  try {
    connection = co_await connect(loop_, settings_, false, pulse_);
  } catch (...) {
    fault = std::current_exception();
  }
  if (fault) {
    --open_;
    freed_.notify_one();
    std::rethrow_exception(fault);
  }
  co_return Lease{*this, std::move(connection)};
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
  if (connection->usable()) {
    idle_.push_back(std::move(connection));
  } else {
    open_ -= 1 + idle_.size();  // the idle ones were made to the same server: let them be made anew
    idle_.clear();
  }
  freed_.notify_all();
}

Task<Results> Pool::execute(std::string sql, std::vector<Field> values) {
  Lease connection = co_await take();
  co_return co_await connection->execute(std::move(sql), std::move(values));
}

Task<Results> Pool::run(std::string text) {
  Lease connection = co_await take();
  co_return co_await connection->run(std::move(text));
}

Task<bool> Pool::answers() {
  try {
    co_await query("SELECT 1");
    co_return true;
  } catch (const std::exception&) {
    co_return false;
  }
}

Task<> Pool::assert_durable() {
  Lease connection = co_await take();
  const auto flush = co_await connection->run("SELECT @@innodb_flush_log_at_trx_commit, @@log_bin, @@sync_binlog");
  const auto row = flush.rows().at(0);
  if (i64(row.at(0)) != 1)
    throw std::runtime_error("innodb_flush_log_at_trx_commit must be 1: what is acknowledged must survive");
  if (i64(row.at(1)) != 0 && i64(row.at(2)) != 1) throw std::runtime_error("sync_binlog must be 1 where there is a binlog");
  const auto isolation =
      co_await connection->run("SHOW SESSION VARIABLES WHERE Variable_name IN ('tx_isolation', 'transaction_isolation')");
  for (const auto setting : isolation.rows()) {
    if (text(setting.at(1)) != "READ-COMMITTED") throw std::runtime_error("isolation must be READ COMMITTED");
  }
  if (!settings_.several()) co_return;
  const auto consistency = co_await connection->run("SHOW VARIABLES LIKE 'group_replication_consistency'");
  if (!consistency.rows().empty() && text(consistency.rows().at(0).at(1)) == "EVENTUAL")
    throw std::runtime_error(
        "group_replication_consistency must not be EVENTUAL: a new primary has to know what was acknowledged");
}

}  // namespace gelora::mysql
