// payment-simulation: plays many schedules of faults against the real payment-service in simulated time, and checks after each
// that all money is where it should be. A seed plays its schedule again.
#include <charconv>
#include <csignal>
#include <cstdio>
#include <string_view>

#include "base/guards.hpp"
#include "loop/loop.hpp"
#include "payment/simulation/world.hpp"
#include "telemetry/log.hpp"

namespace {

namespace guards = gelora::base::guards;

struct Guard {
  std::string_view name;
  bool& is_there;
};
const Guard all_guards[] = {{"signatures-count", guards::signatures_count},
                            {"events-act-once", guards::events_act_once},
                            {"amounts-match", guards::amounts_match},
                            {"intent-comes-first", guards::intent_comes_first},
                            {"refunds-are-limited", guards::refunds_are_limited}};

int usage() {
  std::puts(
      "usage: payment-simulation [--schedules N] [--seed S] [--without GUARD] [--trace]\n"
      "  --schedules N    so many, seeds S, S+1, ... (default 1000)\n"
      "  --seed S         the first seed (default 1)\n"
      "  --without GUARD  takes a guard away: signatures-count, events-act-once, amounts-match,\n"
      "                   intent-comes-first or refunds-are-limited; a contradiction is expected then\n"
      "  --trace          prints what happens");
  return 2;
}

bool take_away(std::string_view name) {
  for (const auto& guard : all_guards) {
    if (guard.name != name) continue;
    guard.is_there = false;
    return true;
  }
  return false;
}

std::uint64_t playing = 0;
void say_which(int) { std::fprintf(stderr, "seed %llu: a CHECK failed\n", static_cast<unsigned long long>(playing)); }

}  // namespace

int main(int count, char** values) {
  using namespace gelora;
  std::uint64_t schedules = 1000, seed = 1;
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
      if (!take_away(value)) return usage();
    } else {
      return usage();
    }
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::signal(SIGABRT, say_which);  // a failed CHECK ends the process
  telemetry::start_log("simulation", trace ? "debug" : "error");
  payment::simulation::Outcome all;
  for (std::uint64_t one = seed; one < seed + schedules; ++one) {
    playing = one;
    const auto outcome = payment::simulation::play(one, trace);
    all.commits += outcome.commits;
    all.captures += outcome.captures;
    all.refunds += outcome.refunds;
    all.forged += outcome.forged;
    all.crashes += outcome.crashes;
    if (outcome.contradiction.empty()) continue;
    std::printf("seed %llu: %s\n", static_cast<unsigned long long>(one), outcome.contradiction.c_str());
    return 1;
  }
  std::printf("%llu schedules: %zu commits, %zu captures, %zu refunds, %zu forged webhooks, %zu crashes, no contradiction\n",
              static_cast<unsigned long long>(schedules), all.commits, all.captures, all.refunds, all.forged, all.crashes);
  return 0;
}
