// Counts of times in buckets of at most 1/64 relative width, from 1 ns to 70 minutes, in 20 KiB. Knows no clock.
#pragma once
#include <array>
#include <cstdint>
#include <string>

namespace gelora::bench {

class Latencies {
 public:
  void add(std::int64_t ns);  // a negative time counts as 0, a longer one as the longest
  std::uint64_t count() const { return count_; }
  // The upper end of the bucket in which the quantile lies, so that nothing is flattered. 0 when nothing was added.
  std::int64_t quantile(double part) const;
  std::int64_t max() const { return max_; }

 private:
  static constexpr int fine_bits = 6, octaves = 36;
  std::array<std::uint64_t, (octaves + 1) << fine_bits> buckets_{};
  std::uint64_t count_ = 0;
  std::int64_t max_ = 0;
};

// {"count", "p50_us", "p99_us", "p999_us", "max_us"}
std::string to_json(const Latencies& latencies);

}  // namespace gelora::bench
