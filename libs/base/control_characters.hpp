// Characters that have no place in a name which others read.
#pragma once
#include <string_view>

namespace gelora::base {

// C0, so line breaks and tabs too, DEL, C1, and the marks that turn the direction of text. `text` is valid UTF-8.
bool has_control_characters(std::string_view text);

}  // namespace gelora::base
