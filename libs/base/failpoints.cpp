#include "base/failpoints.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <stdexcept>

#include "base/config.hpp"

namespace gelora::base {
namespace {

constexpr double once = 2;
std::map<std::string, double, std::less<>> chances;
std::string log_path;

bool was_hit(std::string_view name) {
  std::ifstream log(log_path);
  for (std::string line; std::getline(log, line);) {
    if (line == name) return true;
  }
  return false;
}

}  // namespace

void arm_failpoints(std::string_view spec, std::string log_file) {
  while (!spec.empty()) {
    const auto one = spec.substr(0, spec.find(','));
    spec.remove_prefix(std::min(spec.size(), one.size() + 1));
    const auto equals = one.find('=');
    if (equals == std::string_view::npos) throw std::invalid_argument("a failpoint is NAME=CHANCE");
    const std::string chance{one.substr(equals + 1)};
    if (chance == "once") {
      chances[std::string{one.substr(0, equals)}] = once;
      continue;
    }
    char* end = nullptr;
    const double value = std::strtod(chance.c_str(), &end);
    if (chance.empty() || *end != '\0' || !(value >= 0 && value <= 1))
      throw std::invalid_argument("a failpoint's chance is 0 to 1");
    chances[std::string{one.substr(0, equals)}] = value;
  }
  log_path = std::move(log_file);
  failpoints_are_armed = !chances.empty();
}

void read_failpoints(Environment& env, bool production) {
  const std::string spec = env.text("GELORA_FAILPOINTS", "");
  if (spec.empty()) return;
  if (production) env.fault("GELORA_FAILPOINTS is for development only");
  std::string log = env.required("GELORA_FAILPOINT_LOG");
  try {
    arm_failpoints(spec, std::move(log));
  } catch (const std::invalid_argument& wrong) {
    env.fault(std::string{"GELORA_FAILPOINTS: "} + wrong.what());
  }
}

void pass_failpoint(const char* name) {
  static std::mt19937_64 random{std::random_device{}()};
  const auto found = chances.find(std::string_view{name});
  if (found == chances.end()) return;
  if (found->second == once ? was_hit(name) : std::uniform_real_distribution<>{}(random) >= found->second) return;
  const int file = open(log_path.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  const std::string line = std::string{name} + "\n";
  if (file >= 0 && write(file, line.data(), line.size()) < 0) std::abort();
  kill(getpid(), SIGKILL);
}

}  // namespace gelora::base
