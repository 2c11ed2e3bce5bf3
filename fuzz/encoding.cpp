#include "base/encoding.hpp"

#include "fuzz/fuzz.hpp"

using namespace gelora::base;

namespace {

bool same_but_for_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const char lower = b[i] >= 'A' && b[i] <= 'F' ? static_cast<char>(b[i] - 'A' + 'a') : b[i];
    if (a[i] != lower) return false;
  }
  return true;
}

}  // namespace

// What can be read has one spelling, and what is written can be read.
FUZZ(text) {
  if (const auto bytes = from_hex(text)) CHECK(same_but_for_case(to_hex(as_bytes(*bytes)), text));
  if (const auto bytes = from_base64url(text)) CHECK(to_base64url(as_bytes(*bytes)) == text);
  CHECK(from_hex(to_hex(as_bytes(text))) == text);
  CHECK(from_base64url(to_base64url(as_bytes(text))) == text);
  std::string padded;
  append_base64(padded, as_bytes(text));
  CHECK(padded.size() == (text.size() + 2) / 3 * 4);
}
