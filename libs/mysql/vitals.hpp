// What a process knows of its own health, read every few seconds and told as metrics: its database, its clock against the
// database's, its loop, its memory. Nothing of it costs a request anything.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mysql/pool.hpp"
#include "telemetry/metrics.hpp"

namespace gelora::mysql {

class Vitals {
 public:
  // `folder`: one that the service writes to, whose disk is watched; empty: none. `instance`: the process's name in the table
  // `instances`, whose `seen_at_us` is written to know that writes are taken; empty: somebody else watches that.
  Vitals(Pool& pool, telemetry::Metrics& metrics, std::string folder, std::string instance);

  // Until the loop stops.
  Task<> run();
  Task<> watch_loop();

  // False while the database answers and takes no writes: its disk is full, or it is read-only.
  bool takes_writes() const { return takes_writes_; }
  // Why the database's certificate is not believed, in words; empty: that is not why it is away.
  std::string distrust() const { return pool_.distrust(); }
  // What is wrong and keeps nobody from being served, as a JSON list of words: "clock", "disk", "database-certificate" (it ends
  // within two weeks).
  std::string warnings() const;

 private:
  Task<> look();
  void read_process();

  Pool& pool_;
  telemetry::Metrics& metrics_;
  std::string folder_, instance_;
  bool takes_writes_ = true;
  double skew_s_ = 0, free_ratio_ = 1;
  prometheus::Gauge &database_, &writes_, &skew_, &lag_, &memory_, &started_, &descriptors_;
  prometheus::Gauge* free_;
  prometheus::Counter& cpu_;
};

}  // namespace gelora::mysql
