// box-office-simulation: plays many schedules of faults against the real box office in simulated time, and checks after each
// that no promise was broken. A seed plays its schedule again.
#include <charconv>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "base/guards.hpp"
#include "booking/simulation/world.hpp"
#include "telemetry/log.hpp"

namespace {

int usage() {
  std::puts(
      "usage: box-office-simulation [--schedules N] [--seed S] [--without GUARD] [--trace]\n"
      "  --schedules N    so many, seeds S, S+1, ... (default 1000)\n"
      "  --seed S         the first seed (default 1)\n"
      "  --without GUARD  takes a guard away: fence, primary-key, answer-after-commit,\n"
      "                   read-committed, only-valid-tickets-enter, only-turns-hold or\n"
      "                   never-below-sold; a contradiction is expected then\n"
      "  --trace          prints what happens");
  return 2;
}

}  // namespace

int main(int count, char** values) {
  using namespace gelora;
  std::uint64_t schedules = 1000, seed = 1;
  booking::simulation::Guards guards;
  bool trace = false;
  for (int i = 1; i < count; ++i) {
    const std::string_view name = values[i], value = i + 1 < count ? values[i + 1] : "";
    const auto number = [&](std::uint64_t& into) {
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), into);
      ++i;
      return error == std::errc{} && end == value.data() + value.size();
    };
    if (name == "--trace") {
      trace = true;
    } else if (name == "--schedules") {
      if (!number(schedules)) return usage();
    } else if (name == "--seed") {
      if (!number(seed)) return usage();
    } else if (name == "--without") {
      ++i;
      if (value == "fence") guards.fence = false;
      else if (value == "primary-key") guards.primary_key = false;
      else if (value == "read-committed") guards.read_committed = false;
      else if (value == "answer-after-commit") base::guards::answer_after_commit = false;
      else if (value == "only-valid-tickets-enter") base::guards::only_valid_tickets_enter = false;
      else if (value == "only-turns-hold") base::guards::only_turns_hold = false;
      else if (value == "never-below-sold") base::guards::never_below_sold = false;
      else return usage();
    } else {
      return usage();
    }
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // a failed CHECK ends the process
  telemetry::start_log("simulation", trace ? "debug" : "error");
  loop::SteadyClock::simulate();
  std::size_t acknowledged = 0, commits = 0, crashes = 0;
  for (std::uint64_t one = seed; one < seed + schedules; ++one) {
    const auto outcome = booking::simulation::play(one, guards, trace);
    acknowledged += outcome.acknowledged;
    commits += outcome.commits;
    crashes += outcome.crashes;
    if (outcome.contradiction.empty()) continue;
    std::printf("seed %llu: %s\n", static_cast<unsigned long long>(one), outcome.contradiction.c_str());
    return 1;
  }
  std::printf("%llu schedules: %zu commits, %zu acknowledged answers, %zu crashes, no contradiction\n",
              static_cast<unsigned long long>(schedules), commits, acknowledged, crashes);
  return 0;
}
