// One target: FUZZ(bytes) { … } is called with whatever libFuzzer makes up. A broken CHECK, a fault that nobody catches and
// whatever the sanitizers see is a find.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"

// NOLINTNEXTLINE: the name is libFuzzer's
#define FUZZ(bytes)                                                                   \
  static void one_input(std::string_view bytes);                                      \
  extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);  \
  extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { \
    one_input({reinterpret_cast<const char*>(data), size});                           \
    return 0;                                                                         \
  }                                                                                   \
  static void one_input(std::string_view bytes)

namespace gelora::fuzz {

// Takes the first byte off, for a choice that the input makes; 0 when there is none.
inline unsigned choice(std::string_view& bytes) {
  if (bytes.empty()) return 0;
  const auto first = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  return first;
}

// Takes off what comes before the first newline, and the newline.
inline std::string_view line(std::string_view& bytes) {
  const auto end = bytes.find('\n');
  const auto first = bytes.substr(0, end);
  bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  return first;
}

}  // namespace gelora::fuzz
