// ZIP files in memory.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace gelora::zip {

// `files`: names and contents. Throws std::runtime_error when libzip cannot.
std::string pack(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace gelora::zip
