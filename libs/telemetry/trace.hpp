// W3C Trace Context (https://www.w3.org/TR/trace-context/): read, continue, write.
#pragma once
#include <string>
#include <string_view>

namespace gelora::telemetry {

struct Trace {
  std::string trace_id;  // 32 lower-case hex digits
  std::string span_id;   // 16 lower-case hex digits
  bool sampled = false;

  // "00-<trace>-<span>-<flags>", to be sent with every outgoing call.
  std::string traceparent() const;
};

// Continues the trace of an incoming `traceparent` with a new span; starts a new trace when it is missing or malformed.
Trace continue_trace(std::string_view traceparent);

// 16 random bytes as hex, for request ids.
std::string random_hex_id();

}  // namespace gelora::telemetry
