#include "telemetry/trace.hpp"

#include <random>

#include "base/encoding.hpp"

namespace gelora::telemetry {
namespace {

// Ids need to be unlikely to collide, not secret.
std::string random_hex(std::size_t bytes) {
  thread_local std::mt19937_64 random{(std::uint64_t{std::random_device{}()} << 32) ^ std::random_device{}()};
  std::string raw(bytes, '\0');
  for (std::size_t i = 0; i < bytes; i += 8) {
    const std::uint64_t word = random();
    for (std::size_t k = 0; k < 8 && i + k < bytes; ++k) raw[i + k] = static_cast<char>(word >> (8 * k));
  }
  return base::to_hex(base::as_bytes(raw));
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

std::string Trace::traceparent() const { return "00-" + trace_id + "-" + span_id + (sampled ? "-01" : "-00"); }

Trace continue_trace(std::string_view in) {
  if (in.size() == 55 && in[2] == '-' && in[35] == '-' && in[52] == '-' && in.substr(0, 2) == "00" &&
      lower_hex(in.substr(3, 32)) && lower_hex(in.substr(36, 16))) {
    return {std::string{in.substr(3, 32)}, random_hex(8), in[54] == '1'};
  }
  return {random_hex(16), random_hex(8), false};
}

std::string random_hex_id() { return random_hex(16); }

}  // namespace gelora::telemetry
