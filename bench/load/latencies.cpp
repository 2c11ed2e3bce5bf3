#include "load/latencies.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>

namespace gelora::bench {

// Below 2^fine_bits each value has a bucket; above, each power of two has 2^fine_bits of them.
void Latencies::add(std::int64_t ns) {
  const auto value =
      std::min<std::uint64_t>(static_cast<std::uint64_t>(std::max<std::int64_t>(ns, 0)), (1ull << (octaves + fine_bits)) - 1);
  const int octave = std::max(0, static_cast<int>(std::bit_width(value)) - fine_bits - 1);
  ++buckets_[(static_cast<std::size_t>(octave) << fine_bits) + (value >> octave)];
  ++count_;
  max_ = std::max(max_, static_cast<std::int64_t>(value));
}

std::int64_t Latencies::quantile(double part) const {
  if (count_ == 0) return 0;
  const auto wanted =
      std::clamp<std::uint64_t>(static_cast<std::uint64_t>(std::ceil(part * static_cast<double>(count_))), 1, count_);
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < buckets_.size(); ++i) {
    seen += buckets_[i];
    if (seen < wanted) continue;
    // The first octave owns twice the buckets of the others: its values are i itself.
    const std::size_t octave = i < (2u << fine_bits) ? 0 : (i >> fine_bits) - 1;
    const std::uint64_t low = (i - (octave << fine_bits)) << octave;
    return std::min(static_cast<std::int64_t>(low + (1ull << octave) - 1), max_);
  }
  return max_;
}

std::string to_json(const Latencies& latencies) {
  char text[160];
  std::snprintf(text, sizeof text, R"({"count": %llu, "p50_us": %.1f, "p99_us": %.1f, "p999_us": %.1f, "max_us": %.1f})",
                static_cast<unsigned long long>(latencies.count()), static_cast<double>(latencies.quantile(0.5)) / 1e3,
                static_cast<double>(latencies.quantile(0.99)) / 1e3, static_cast<double>(latencies.quantile(0.999)) / 1e3,
                static_cast<double>(latencies.max()) / 1e3);
  return text;
}

}  // namespace gelora::bench
