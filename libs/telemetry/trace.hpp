// W3C Trace Context (https://www.w3.org/TR/trace-context/): read, continue, write.
#pragma once
#include <array>
#include <string>
#include <string_view>

namespace gelora::telemetry {

// Lower-case hex digits of random bytes: unlikely to collide, not secret.
template <std::size_t digits>
struct HexId {
  std::array<char, digits> text{};
  std::string_view view() const { return text[0] == '\0' ? std::string_view{} : std::string_view{text.data(), digits}; }
};
HexId<32> random_hex_id();

struct Trace {
  HexId<32> trace_id;
  HexId<16> span_id;
  bool sampled = false;

  // "00-<trace>-<span>-<flags>", to be sent with every outgoing call.
  std::string traceparent() const;
};

// Continues the trace of an incoming `traceparent` with a new span; starts a new trace when it is missing or malformed.
Trace continue_trace(std::string_view traceparent);

}  // namespace gelora::telemetry
