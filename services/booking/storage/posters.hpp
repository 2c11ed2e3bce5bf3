// Posters on disk, by the hash of their content: a name never has another content.
#pragma once
#include <string>
#include <variant>

#include "images/photo.hpp"

namespace gelora::booking {

// Writes the picture in each width to {folder}/{hash}-{width}.jpg; the hash. It takes a while: not for the loop's thread. Throws
// std::runtime_error when the disk refuses.
std::variant<std::string, images::Unknown, images::TooLarge, images::TooSmall> keep_poster(const std::string& folder,
                                                                                           const std::string& bytes);

}  // namespace gelora::booking
