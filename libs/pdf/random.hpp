// mulberry32, as web/src/ui/poster_art.ts has it: the same seed draws the same picture everywhere.
#pragma once
#include <cstdint>

namespace gelora::pdf {

class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed * 2654435761u) {}

  double between(double low, double high) { return low + next() * (high - low); }
  // 0 … below 1.
  double next() {
    state_ += 0x6d2b79f5u;
    std::uint32_t t = (state_ ^ state_ >> 15) * (state_ | 1);
    t ^= t + (t ^ t >> 7) * (t | 61);
    return (t ^ t >> 14) / 4294967296.0;
  }

 private:
  std::uint32_t state_;
};

}  // namespace gelora::pdf
