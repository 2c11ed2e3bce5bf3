// One client that commits one row at a time, as fast as the database acknowledges: what a durable write costs at least.
//   bench-commits --seconds S      with booking-service's environment; writes into gelora_bench.commits (at_us)
#include <chrono>
#include <cstdio>

#include "load/arguments.hpp"
#include "load/latencies.hpp"
#include "loop/run.hpp"
#include "mysql/connection.hpp"

namespace gelora::bench {
namespace {

using Steady = std::chrono::steady_clock;
using loop::Task;

constexpr auto insert = "INSERT INTO gelora_bench.commits (at_us) VALUES (?)";

Task<> commit_for(loop::Loop& loop, const mysql::Settings& settings, double seconds, Latencies& latencies) {
  mysql::Connection connection(loop, settings);
  co_await connection.open();
  const auto began = Steady::now();
  const auto elapsed = [began] { return std::chrono::duration<double>(Steady::now() - began).count(); };
  for (std::int64_t row = 0; elapsed() < seconds; ++row) {
    const auto sent = Steady::now();
    co_await connection.query(insert, row);
    latencies.add(std::chrono::nanoseconds(Steady::now() - sent).count());
  }
}

int run(int count, char** values) {
  Arguments arguments(count, values);
  const double seconds = arguments.number("seconds", 3);
  arguments.finish();
  base::Environment env;
  const auto settings = mysql::read_settings(env);
  env.finish();
  loop::Loop loop;
  Latencies latencies;
  const auto work = [&]() -> Task<> { return commit_for(loop, settings, seconds, latencies); };
  const int status = loop::run_once(loop, work);
  std::puts(to_json(latencies).c_str());
  return status;
}

}  // namespace
}  // namespace gelora::bench

int main(int count, char** values) {
  try {
    return gelora::bench::run(count, values);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "bench-commits: %s\n", fault.what());
    return 1;
  }
}
