// Reads a service's configuration from the environment and reports every fault at once.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace gelora::base {

class ConfigError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Environment {
 public:
  // The variable's value; without one, `fallback`.
  std::string text(const char* name, std::string_view fallback);
  // The variable's value; a missing or empty one is a fault.
  std::string required(const char* name);
  // A whole number within [low, high]; anything else is a fault.
  std::int64_t number(const char* name, std::int64_t fallback, std::int64_t low, std::int64_t high);
  // One of `allowed`, the first of them by default.
  std::string choice(const char* name, std::vector<std::string_view> allowed);
  // The contents of the file that the variable names, without the last newline; shorter than `min_bytes` is a fault.
  std::string secret_file(const char* name, std::size_t min_bytes);
  // "https://gelora.example" or "http://localhost:8080": an origin, without a path.
  std::string origin(const char* name);
  // A fault that only the caller can see.
  void fault(std::string message) { faults_.push_back(std::move(message)); }
  // Throws ConfigError naming every fault; does nothing when there is none.
  void finish() const;

 private:
  std::vector<std::string> faults_;
};

}  // namespace gelora::base
