// Prometheus metrics of one process: a registry, and the text that /metrics serves.
#pragma once
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <map>
#include <string>

namespace gelora::telemetry {

class Metrics {
 public:
  using Labels = std::map<std::string, std::string>;

  // Each returns the one series of that name and labels; references stay valid as long as this object. Thread safe.
  prometheus::Counter& counter(const std::string& name, const std::string& help, const Labels& labels = {});
  prometheus::Gauge& gauge(const std::string& name, const std::string& help, const Labels& labels = {});
  // Buckets from 100 µs to 10 s, in seconds.
  prometheus::Histogram& duration(const std::string& name, const std::string& help, const Labels& labels = {});

  // The exposition text, version 0.0.4.
  std::string text() const;

  // For a kind of series that the three above do not make.
  prometheus::Registry& registry() { return registry_; }

 private:
  prometheus::Registry registry_;
};

}  // namespace gelora::telemetry
