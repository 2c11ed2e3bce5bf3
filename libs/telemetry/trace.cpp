#include "telemetry/trace.hpp"

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

}  // namespace

std::string Trace::traceparent() const {
  std::string out = "00-";
  out += trace_id.view();
  out += '-';
  out += span_id.view();
  return out += sampled ? "-01" : "-00";
}

Trace continue_trace(std::string_view in) {
  Trace trace{{}, random_hex<16>(), false};
  if (in.size() == 55 && in[2] == '-' && in[35] == '-' && in[52] == '-' && in.substr(0, 2) == "00" &&
      lower_hex(in.substr(3, 32)) && lower_hex(in.substr(36, 16))) {
    std::copy_n(in.begin() + 3, 32, trace.trace_id.text.begin());
    trace.sampled = in[54] == '1';
  } else {
    trace.trace_id = random_hex_id();
  }
  return trace;
}

HexId<32> random_hex_id() { return random_hex<32>(); }

}  // namespace gelora::telemetry
