// The log and the metrics are used by loops and workers at once.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <thread>

#include "telemetry/log.hpp"
#include "telemetry/metrics.hpp"

namespace gelora::telemetry {
namespace {

constexpr int threads = 4, times = 500;

template <class Work>
void from_all_threads(Work work) {
  std::vector<std::jthread> all;
  for (int i = 0; i < threads; ++i) all.emplace_back([&work, i] { work(i); });
}

TEST(Log, WritesWholeLinesFromAllThreads) {
  testing::internal::CaptureStdout();
  start_log("test", "info");
  from_all_threads([](int thread) {
    for (int i = 0; i < times; ++i) info("a \"line\"\n", {{"thread", thread}, {"number", i}, {"yes", true}});
  });
  error("the end");  // and what waited before it
  std::istringstream lines(testing::internal::GetCapturedStdout());
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_TRUE(line.starts_with(R"({"time":")") && line.ends_with("}") && std::count(line.begin(), line.end(), '{') == 1)
        << line;
  }
  EXPECT_EQ(count, threads * times + 1);
}

TEST(Metrics, CountFromAllThreadsInOneSeries) {
  Metrics metrics;
  from_all_threads([&metrics](int) {
    for (int i = 0; i < times; ++i) {
      metrics.counter("gelora_test_total", "A test", {{"kind", i % 2 == 0 ? "even" : "odd"}}).Increment();
      if (i % 100 == 0) metrics.text();
    }
  });
  EXPECT_EQ(metrics.counter("gelora_test_total", "A test", {{"kind", "odd"}}).Value(), threads * times / 2);
  EXPECT_NE(metrics.text().find(R"(gelora_test_total{kind="even"} 1000)"), std::string::npos);
}

}  // namespace
}  // namespace gelora::telemetry
