// W3C Trace Context (https://www.w3.org/TR/trace-context/): read, continue, write.
#pragma once
#include <array>
#include <optional>
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
  HexId<16> parent_id;  // empty: the trace began here
  bool sampled = false;

  // "00-<trace>-<span>-<flags>", to be sent with every outgoing call.
  std::string traceparent() const;
  // A new span below this one.
  Trace child() const;
};

// The caller's span, as it told it; nothing when that is malformed.
std::optional<Trace> parse_traceparent(std::string_view traceparent);

// A new span below the caller's; a new trace when there is none. The caller says whether it is sampled; of a new trace the ratio
// of start_sampling() does.
Trace continue_trace(std::string_view traceparent);
Trace new_trace();
// Called once, at the start: which part of new traces is sampled, 0 to 1; none before.
void start_sampling(double ratio);

}  // namespace gelora::telemetry
