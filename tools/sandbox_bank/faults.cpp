#include "faults.hpp"

namespace gelora::bank {
namespace {

constexpr std::array<const char*, Faults::kinds> names{"webhook_lost",   "webhook_twice", "webhook_late_ms", "webhook_shuffled",
                                                       "webhook_forged", "answer_lost",   "slow_ms",         "down"};
bool is_delay(std::size_t kind) { return kind == Faults::webhook_late || kind == Faults::slow; }

}  // namespace

bool Faults::strikes(Kind kind) {
  if (settings_[kind] <= 0 || std::uniform_real_distribution<double>(0, 1)(random_) >= settings_[kind]) return false;
  ++counts_[kind];
  return true;
}

std::chrono::milliseconds Faults::delay(Kind kind) {
  if (settings_[kind] > 0) ++counts_[kind];
  return std::chrono::milliseconds{static_cast<std::int64_t>(settings_[kind])};
}

Faults::Settings Faults::read(http::ObjectReader& reader) {
  Settings settings{};
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    if (is_delay(kind)) {
      settings[kind] = static_cast<double>(reader.optional_integer(names[kind], 0, 60'000).value_or(0));
    } else {
      settings[kind] = reader.optional_fraction(names[kind]).value_or(0);
    }
  }
  return settings;
}

boost::json::object Faults::shown() const {
  boost::json::object shown, counts;
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    shown[names[kind]] = settings_[kind];
    counts[names[kind]] = counts_[kind];
  }
  shown["applied"] = std::move(counts);
  return shown;
}

}  // namespace gelora::bank
