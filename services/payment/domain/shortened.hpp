// A text cut to what a provider takes, between two characters (UTF-8).
#pragma once
#include <string>

namespace gelora::payment {

inline std::string shortened(std::string text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  text.resize(bytes);
  return text;
}

}  // namespace gelora::payment
