#include "base/control_characters.hpp"

namespace gelora::base {

bool has_control_characters(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // In UTF-8; the marks are U+202A to U+202E and U+2066 to U+2069.
    if (byte < 0x20 || byte == 0x7f || (byte == 0xC2 && text.substr(i, 2) < "\u00A0") ||
        (byte == 0xE2 && (text.substr(i, 3) >= "\u202A" && text.substr(i, 3) <= "\u202E")) ||
        (byte == 0xE2 && (text.substr(i, 3) >= "\u2066" && text.substr(i, 3) <= "\u2069")))
      return true;
  }
  return false;
}

}  // namespace gelora::base
