// What all parts of a schedule share: time, chance, what happens later, and the first contradiction that somebody saw.
#pragma once
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>

#include "base/time.hpp"
#include "base/unavailable.hpp"
#include "loop/loop.hpp"

namespace gelora::payment::simulation {

using namespace base;
using loop::Task;

struct VirtualClock final : Clock {
  Instant now() const override {
    constexpr Instant beginning{1'800'000'000'000'000};
    return beginning + std::chrono::duration_cast<Duration>(loop::SteadyClock::now().time_since_epoch());
  }
};

class Nature {
 public:
  Nature(std::uint64_t seed, bool trace) : random_(seed), trace_(trace) {}

  Instant now() const { return clock.now(); }
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  bool chance(double probability) { return std::uniform_real_distribution<>{}(random_) < probability; }
  Duration between(Duration least, Duration most) {
    return least + Duration{static_cast<std::int64_t>(below(static_cast<std::uint64_t>((most - least).count()) + 1))};
  }
  void later(Duration wait, std::function<void()> what) { agenda_.emplace(now() + wait, std::move(what)); }
  void run_due() {
    while (!agenda_.empty() && agenda_.begin()->first <= now()) {
      const auto what = std::move(agenda_.begin()->second);
      agenda_.erase(agenda_.begin());
      what();
    }
  }
  void note(const std::string& what) const {
    if (trace_) std::printf("%10.2f %s\n", static_cast<double>((now() - start_).count()) / 1e6, what.c_str());
  }
  void broken(std::string what) {
    if (contradiction.empty()) contradiction = std::move(what);
  }

  VirtualClock clock;
  std::string contradiction;

 private:
  std::mt19937_64 random_;
  bool trace_;
  Instant start_ = clock.now();
  std::multimap<Instant, std::function<void()>> agenda_;
};

// The way from the process to something that it calls. What was sent arrives though its sender gave up or died meanwhile, or is
// lost; so is the answer.
class Wire {
 public:
  explicit Wire(Nature& nature) : nature_(nature) {}

  // Faults, switched by the schedule: probabilities of a call.
  bool down = false;
  double lost = 0, unanswered = 0, slow = 0;
  Duration usual{40'000};

  template <class Effect>
  Task<std::invoke_result_t<Effect>> call(Effect effect) {
    const Counted counted(open_);
    const bool arrives = !down && !nature_.chance(lost), answers = arrives && !nature_.chance(unanswered);
    const Duration there = nature_.chance(slow) ? nature_.between(shortest, slowest) : nature_.between(shortest, usual);
    auto answer = std::make_shared<std::optional<std::invoke_result_t<Effect>>>();
    if (arrives) {
      auto arrival = [effect = std::move(effect), answer] { answer->emplace(effect()); };
      due_.emplace(nature_.now() + there, std::move(arrival));
    }
    co_await loop::sleep_for(std::min(there + nature_.between(shortest, usual), patience));
    if (!answers || !answer->has_value()) throw base::Unavailable("no answer");
    co_return std::move(**answer);
  }
  void run() {
    while (!due_.empty() && due_.begin()->first <= nature_.now()) {
      const auto arrival = std::move(due_.begin()->second);
      due_.erase(due_.begin());
      arrival();
    }
  }
  void sender_died() {
    std::erase_if(due_, [this](const auto&) { return nature_.chance(0.5); });
  }
  bool busy() const { return open_ > 0 || !due_.empty(); }

 private:
  static constexpr Duration shortest{1'000}, slowest{8'000'000}, patience{5'000'000};
  struct Counted {
    explicit Counted(std::size_t& count) : of(count) { ++of; }
    ~Counted() { --of; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    std::size_t& of;
  };

  Nature& nature_;
  std::size_t open_ = 0;
  std::multimap<Instant, std::function<void()>> due_;
};

}  // namespace gelora::payment::simulation
