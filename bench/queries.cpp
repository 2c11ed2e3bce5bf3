// Runs the statements of standard input, one a line, one after the other on one connection: how long each took, and what the
// server touched for them. A statement that its own time limit ended is counted, not timed.
//   bench-queries <STATEMENTS      with the environment of a service's database
#include <boost/json.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>

#include "base/config.hpp"
#include "loop/run.hpp"
#include "mysql/connection.hpp"

namespace gelora::bench {
namespace {

using Steady = std::chrono::steady_clock;
using loop::Task;

constexpr unsigned ended_by_time_limit = 1969;
constexpr auto select_counters =
    "SELECT CAST(SUM(IF(VARIABLE_NAME LIKE 'HANDLER_READ%', VARIABLE_VALUE, 0)) AS SIGNED),"
    " CAST(SUM(IF(VARIABLE_NAME = 'INNODB_BUFFER_POOL_READS', VARIABLE_VALUE, 0)) AS SIGNED) FROM "
    "information_schema.SESSION_STATUS";

struct Counters {
  std::int64_t rows = 0, pages = 0;
};

Task<Counters> counters(mysql::Connection& connection) {
  const auto found = co_await connection.run(select_counters);
  co_return Counters{mysql::i64(found.rows().at(0).at(0)), mysql::i64(found.rows().at(0).at(1))};
}

Task<bool> finishes(mysql::Connection& connection, std::string line) {
  try {
    co_await connection.run(line);
    co_return true;
  } catch (const mysql::Fault& fault) {
    if (fault.code != ended_by_time_limit) throw;
    co_return false;
  }
}

Task<> ask_all(loop::Loop& loop, const mysql::Settings& settings, boost::json::object& out) {
  mysql::Connection connection(loop, settings);
  co_await connection.open();
  connection.set_deadline(std::chrono::minutes{10});
  const auto own = co_await counters(connection);
  const auto before = co_await counters(connection);
  boost::json::array times;
  std::int64_t asked = 0, ended = 0;
  for (std::string line; std::getline(std::cin, line); ++asked) {
    const auto sent = Steady::now();
    const bool finished = co_await finishes(connection, std::move(line));
    if (finished) times.emplace_back(std::chrono::duration<double, std::milli>(Steady::now() - sent).count());
    else ++ended;
    line.clear();
  }
  const auto after = co_await counters(connection);
  const auto each = static_cast<double>(std::max<std::int64_t>(asked, 1));
  // what the question itself reads is not the statements'
  out["rows"] = static_cast<double>(after.rows - before.rows - (before.rows - own.rows)) / each;
  out["pages"] = static_cast<double>(after.pages - before.pages) / each;
  out["ms"] = std::move(times);
  out["ended"] = ended;
}

int run() {
  base::Environment env;
  const auto settings = mysql::read_settings(env);
  env.finish();
  loop::Loop loop;
  boost::json::object out;
  const auto work = [&]() -> Task<> { return ask_all(loop, settings, out); };
  const int status = loop::run_once(loop, work);
  std::puts(boost::json::serialize(out).c_str());
  return status;
}

}  // namespace
}  // namespace gelora::bench

int main() {
  try {
    return gelora::bench::run();
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "bench-queries: %s\n", fault.what());
    return 1;
  }
}
