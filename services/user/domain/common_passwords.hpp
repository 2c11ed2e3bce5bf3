// The list of common and breached passwords that the program carries (tools/passwords/README.md). It knows hashes, no words.
#pragma once
#include <cstddef>
#include <string_view>

namespace gelora::user {

// Whether the list has the text, which is folded as check_password() does it. Wrong once in about ten million texts.
bool is_common(std::string_view folded);
std::size_t common_passwords();

}  // namespace gelora::user
