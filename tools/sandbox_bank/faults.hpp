// What goes wrong on purpose, for tests: of the whole process, nothing at the start, forgotten at its end.
#pragma once
#include <array>
#include <boost/json/object.hpp>
#include <random>

#include "http/body.hpp"

namespace gelora::bank {

class Faults {
 public:
  enum Kind : std::size_t {
    webhook_lost,      // never comes
    webhook_twice,     // comes twice
    webhook_late,      // comes so many ms later
    webhook_shuffled,  // comes up to a second later, so that others overtake it
    webhook_forged,    // another, with a wrong signature or a flipped byte, comes before it
    answer_lost,       // the call has its effect, the connection is hung up
    slow,              // calls are answered so many ms later
    down,              // calls are hung up on without effect
    kinds
  };

  // Draws lots; counts what it says yes to.
  bool strikes(Kind kind);
  // The milliseconds of webhook_late or slow; counts them when there are some.
  std::chrono::milliseconds delay(Kind kind);
  // A number in [0, limit).
  std::size_t any(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

  using Settings = std::array<double, kinds>;  // probabilities, or milliseconds
  static Settings read(http::ObjectReader& reader);
  void set(const Settings& settings) { settings_ = settings; }
  // Settings and counts.
  boost::json::object shown() const;

 private:
  Settings settings_{};
  std::array<std::uint64_t, kinds> counts_{};
  std::mt19937_64 random_{std::random_device{}()};
};

}  // namespace gelora::bank
