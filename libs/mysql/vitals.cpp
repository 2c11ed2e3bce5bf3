#include "mysql/vitals.hpp"

#include <sys/resource.h>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "mysql/database_clock.hpp"
#include "telemetry/log.hpp"

namespace gelora::mysql {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr double tolerated_skew_s = 2, least_free_ratio = 0.05;
constexpr auto told_before_its_end = 24h * 14;
constexpr auto select_now = "SELECT " GELORA_SQL_NOW_US;
constexpr auto touch_instance = "UPDATE instances SET seen_at_us = " GELORA_SQL_NOW_US " WHERE name = ?";

double resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t total = 0, resident = 0;
  statm >> total >> resident;
  return static_cast<double>(resident) * 4096;
}

double cpu_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

}  // namespace

Vitals::Vitals(Pool& pool, telemetry::Metrics& metrics, std::string folder, std::string instance)
    : pool_(pool),
      metrics_(metrics),
      folder_(std::move(folder)),
      instance_(std::move(instance)),
      database_(metrics.gauge("gelora_database_up", "1: the database answers")),
      writes_(metrics.gauge("gelora_database_takes_writes", "0: it answers and takes no writes (disk full, read-only)")),
      skew_(metrics.gauge("gelora_clock_skew_seconds", "This machine's clock minus the database's")),
      lag_(metrics.gauge("gelora_loop_lag_seconds", "The longest that the event loop was late in the last 5 s")),
      memory_(metrics.gauge("process_resident_memory_bytes", "Memory of the process")),
      started_(metrics.gauge("process_start_time_seconds", "When the process started, seconds since 1970")),
      descriptors_(metrics.gauge("process_open_fds", "Open files and sockets of the process")),
      free_(folder_.empty() ? nullptr
                            : &metrics.gauge("gelora_disk_free_ratio", "Free part of the disk that the service writes to")),
      cpu_(metrics.counter("process_cpu_seconds_total", "Processor time of the process")) {
  started_.Set(static_cast<double>(base::SystemClock{}.now().us) / 1e6);
  database_.Set(1);
  writes_.Set(1);
  if (free_ != nullptr) free_->Set(1);
  read_process();
}

Task<> Vitals::run() {
  for (;;) {
    std::string fault;
    try {
      co_await look();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    database_.Set(fault.empty() ? 1 : 0);
    if (!fault.empty()) telemetry::debug("the database's clock cannot be read", {{"what", fault}});
    writes_.Set(takes_writes_ ? 1 : 0);
    read_process();
    co_await loop::sleep_for(5s);
  }
}

Task<> Vitals::look() {
  const auto asked = Steady::now();
  const auto now = co_await pool_.query(select_now);
  const auto round_trip = std::chrono::duration<double>(Steady::now() - asked).count();
  const auto here = static_cast<double>(base::SystemClock{}.now().us - i64(now.rows().at(0).at(0))) / 1e6;
  skew_s_ = std::abs(here - round_trip / 2) < round_trip ? 0 : here - round_trip / 2;  // no more is known than that
  skew_.Set(skew_s_);
  if (const auto end = pool_.certificate_end())
    metrics_.gauge("gelora_database_certificate_end_seconds", "When the database's certificate ends, seconds since 1970")
        .Set(static_cast<double>(end->us) / 1e6);
  if (instance_.empty()) co_return;
  std::string fault;
  try {
    co_await pool_.query(touch_instance, instance_);
  } catch (const std::exception& error) {
    fault = error.what();
  }
  if (fault.empty() != takes_writes_)
    telemetry::warn(fault.empty() ? "the database takes writes again" : "the database takes no writes", {{"what", fault}});
  takes_writes_ = fault.empty();
}

// A timer that comes late says that something held the loop, or that the machine has no time for it.
Task<> Vitals::watch_loop() {
  double longest = 0;
  for (int i = 1;; ++i) {
    const auto due = Steady::now() + 100ms;
    co_await loop::sleep_for(100ms);
    longest = std::max(longest, std::chrono::duration<double>(Steady::now() - due).count());
    if (i % 50 != 0) continue;
    lag_.Set(longest);
    longest = 0;
  }
}

void Vitals::read_process() {
  memory_.Set(resident_bytes());
  cpu_.Increment(std::max(0.0, cpu_seconds() - cpu_.Value()));
  std::error_code error;
  std::filesystem::directory_iterator files("/proc/self/fd", error);
  if (!error) descriptors_.Set(static_cast<double>(std::distance(begin(files), end(files))));
  if (free_ == nullptr) return;
  auto folder = std::filesystem::path(folder_);  // it is made with the first file
  while (!std::filesystem::exists(folder, error) && folder.has_relative_path()) folder = folder.parent_path();
  const auto space = std::filesystem::space(folder, error);
  if (error || space.capacity == 0) return;
  free_ratio_ = static_cast<double>(space.available) / static_cast<double>(space.capacity);
  free_->Set(free_ratio_);
}

std::string Vitals::warnings() const {
  std::string words;
  const auto add = [&words](const char* word) { words += (words.empty() ? "\"" : ",\"") + std::string{word} + '"'; };
  const auto end = pool_.certificate_end();
  if (std::abs(skew_s_) >= tolerated_skew_s) add("clock");
  if (free_ratio_ < least_free_ratio) add("disk");
  if (end && *end - base::SystemClock{}.now() < told_before_its_end) add("database-certificate");
  return "[" + words + "]";
}

}  // namespace gelora::mysql
