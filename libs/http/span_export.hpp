// Sends the spans of this process to a collector: OTLP over HTTP, JSON (ADR 21). What the collector does not take is lost, and
// counted; nobody waits for it.
#pragma once
#include <string>

#include "base/config.hpp"
#include "loop/loop.hpp"
#include "telemetry/metrics.hpp"

namespace gelora::http {

struct TraceSettings {
  std::string endpoint;  // "http://collector:4318"; empty: no spans, at no cost
  double ratio = 1;      // of traces that begin here
};

// GELORA_TRACE_ENDPOINT, GELORA_TRACE_RATIO.
TraceSettings read_trace_settings(base::Environment& env);

// Begins to record spans and to send them, every second; nothing without an endpoint.
void start_tracing(loop::Loop& loop, TraceSettings settings, std::string service, std::string instance,
                   telemetry::Metrics& metrics);

}  // namespace gelora::http
