// `--name value` arguments of a bench program. A wrong or unknown one is a std::invalid_argument.
#pragma once
#include <charconv>
#include <map>
#include <stdexcept>
#include <string>

namespace gelora::bench {

class Arguments {
 public:
  Arguments(int count, char** values) {
    for (int i = 1; i < count; i += 2) {
      const std::string name = values[i];
      if (!name.starts_with("--") || i + 1 == count) throw std::invalid_argument("wanted `--name value`, got " + name);
      given_[name.substr(2)] = values[i + 1];
    }
  }

  std::string text(const std::string& name, std::string fallback) {
    auto found = given_.extract(name);
    return found ? std::move(found.mapped()) : std::move(fallback);
  }
  double number(const std::string& name, double fallback) {
    const std::string given = text(name, "");
    if (given.empty()) return fallback;
    double value = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (error != std::errc{} || end != given.data() + given.size() || value < 0)
      throw std::invalid_argument("--" + name + " must be a number, not " + given);
    return value;
  }
  // To be called when all were read.
  void finish() const {
    if (!given_.empty()) throw std::invalid_argument("there is no --" + given_.begin()->first);
  }

 private:
  std::map<std::string, std::string> given_;
};

}  // namespace gelora::bench
