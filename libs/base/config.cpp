#include "base/config.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace gelora::base {

std::string Environment::text(const char* name, std::string_view fallback) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? std::string{value} : std::string{fallback};
}

std::string Environment::required(const char* name) {
  std::string value = text(name, "");
  if (value.empty()) fault(std::string{name} + " is not set");
  return value;
}

std::int64_t Environment::number(const char* name, std::int64_t fallback, std::int64_t low, std::int64_t high) {
  const std::string value = text(name, "");
  if (value.empty()) return fallback;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || number < low || number > high) {
    fault(std::string{name} + " must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return fallback;
  }
  return number;
}

std::string Environment::choice(const char* name, std::vector<std::string_view> allowed) {
  std::string value = text(name, allowed.front());
  if (std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
    std::string message = std::string{name} + " must be one of";
    for (const auto word : allowed) message += " " + std::string{word};
    fault(std::move(message));
  }
  return value;
}

std::string Environment::origin(const char* name) {
  std::string url = required(name);
  while (!url.empty() && url.back() == '/') url.pop_back();
  const auto scheme = url.find("://");
  if (!url.empty() && (scheme == std::string::npos || url.find('/', scheme + 3) != std::string::npos)) {
    fault(std::string{name} + " must be an origin such as https://gelora.example");
  }
  return url;
}

std::string Environment::secret_file(const char* name, std::size_t min_bytes) {
  const std::string path = required(name);
  if (path.empty()) return {};
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    fault(std::string{name} + ": cannot read " + path);
    return {};
  }
  std::ostringstream contents;
  contents << file.rdbuf();
  std::string secret = contents.str();
  while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r')) secret.pop_back();
  if (secret.size() < min_bytes) {
    fault(std::string{name} + ": " + path + " holds fewer than " + std::to_string(min_bytes) + " bytes");
  }
  return secret;
}

void Environment::finish() const {
  if (faults_.empty()) return;
  std::string all = "configuration is not usable:";
  for (const auto& one : faults_) all += "\n  - " + one;
  throw ConfigError(all);
}

}  // namespace gelora::base
