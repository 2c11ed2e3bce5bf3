// What was done for whom, and how long it took: spans of sampled traces, kept in a bounded queue until they are exported
// (http/span_export). Off until start_tracing(); then, and for what is not sampled, each of these costs a comparison.
#pragma once
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "telemetry/trace.hpp"

namespace gelora::telemetry {

enum class SpanKind { internal = 1, server = 2, client = 3 };  // numbers of OTLP

struct SpanRecord {
  Trace trace;
  SpanKind kind = SpanKind::internal;
  std::string name;
  std::chrono::system_clock::time_point began, ended;
  std::vector<std::pair<std::string_view, std::string>> attributes;
  std::vector<Trace> links;
  bool failed = false;
};

void start_tracing(std::size_t most_waiting = 4096);
// Asked in every request and at every wait.
inline bool tracing_is_on = false;  // written once, by start_tracing()
inline bool tracing() { return tracing_is_on; }
void record(SpanRecord span);  // dropped and counted when too many wait
struct Recorded {
  std::vector<SpanRecord> spans;
  std::uint64_t dropped = 0;  // since the last time
};
Recorded take_recorded(std::size_t most);
// The body of an OTLP request: JSON, https://opentelemetry.io/docs/specs/otlp/#otlphttp
std::string to_otlp(const std::vector<SpanRecord>& spans, std::string_view service, std::string_view instance);

// The span that this thread works for now; not sampled: none. A coroutine that suspends itself takes it along with KeepTrace.
Trace& current_trace();

// First line of every coroutine that waits for the world: while it waits the thread works for others, and after it for the
// same as before.
class KeepTrace {
 public:
  KeepTrace() : on_(tracing()) {
    if (on_) kept_ = std::exchange(current_trace(), {});
  }
  ~KeepTrace() {
    if (on_) current_trace() = kept_;
  }
  KeepTrace(const KeepTrace&) = delete;
  KeepTrace& operator=(const KeepTrace&) = delete;

 private:
  bool on_;
  Trace kept_;
};

// A span below the current one, from here to the end of the scope.
class Span {
 public:
  explicit Span(SpanKind kind);
  ~Span();
  Span(const Span&) = delete;
  Span& operator=(const Span&) = delete;

  // False: nobody wants to know, and all below does nothing.
  bool recorded() const { return span_.trace.sampled; }
  const Trace& trace() const { return span_.trace; }
  void name(std::string text) { span_.name = std::move(text); }
  void attribute(std::string_view key, std::string value) {
    if (recorded()) span_.attributes.emplace_back(key, std::move(value));
  }
  void succeeded() { span_.failed = false; }  // one that ends without it failed

 private:
  SpanRecord span_;
};

// "SELECT bookings": what a statement does, and to which table first.
std::string name_of_statement(std::string_view sql);

}  // namespace gelora::telemetry
