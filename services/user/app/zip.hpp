// ZIP files in memory.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace gelora::user {

// `files`: names and contents. Throws std::runtime_error when libzip cannot.
std::string zip(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace gelora::user
