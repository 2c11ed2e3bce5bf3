#include "telemetry/trace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace gelora::telemetry {
namespace {

template <std::size_t digits>
HexId<digits> random_hex() {
  thread_local std::mt19937_64 random{(std::uint64_t{std::random_device{}()} << 32) ^ std::random_device{}()};
  HexId<digits> id;
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < digits; ++i, word >>= 4) {
    if (i % 16 == 0) word = random();
    id.text[i] = "0123456789abcdef"[word & 15];
  }
  return id;
}

bool lower_hex(std::string_view text) {
  bool nonzero = false;
  for (const char c : text) {
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
    nonzero = nonzero || c != '0';
  }
  return nonzero;
}

// Which traces are sampled: those whose id's second half, 64 random bits, is below it. By the id, so that all who decide decide
// alike.
std::string sampled_below;

bool ratio_says(const HexId<32>& trace_id) { return trace_id.view().substr(16) < sampled_below; }

}  // namespace

void start_sampling(double ratio) {
  // hexadecimal digits stand in the order of their numbers; "g" is above all of them
  sampled_below = ratio >= 1 ? "g" : fmt::format("{:016x}", static_cast<std::uint64_t>(ratio * 0x1p64));
}

std::string Trace::traceparent() const {
  std::string out = "00-";
  out += trace_id.view();
  out += '-';
  out += span_id.view();
  return out += sampled ? "-01" : "-00";
}

Trace Trace::child() const { return {trace_id, random_hex<16>(), span_id, sampled}; }

std::optional<Trace> parse_traceparent(std::string_view in) {
  const bool fits = in.size() == 55 && in[2] == '-' && in[35] == '-' && in[52] == '-' && in.substr(0, 2) == "00" &&
                    lower_hex(in.substr(3, 32)) && lower_hex(in.substr(36, 16));
  if (!fits) return std::nullopt;
  Trace trace;
  std::copy_n(in.begin() + 3, 32, trace.trace_id.text.begin());
  std::copy_n(in.begin() + 36, 16, trace.span_id.text.begin());
  trace.sampled = in[54] == '1';
  return trace;
}

Trace new_trace() {
  Trace trace{random_hex<32>(), random_hex<16>(), {}, false};
  trace.sampled = ratio_says(trace.trace_id);
  return trace;
}

Trace continue_trace(std::string_view in) {
  const auto caller = parse_traceparent(in);
  return caller ? caller->child() : new_trace();
}

HexId<32> random_hex_id() { return random_hex<32>(); }

}  // namespace gelora::telemetry
