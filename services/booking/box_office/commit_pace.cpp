#include "booking/box_office/commit_pace.hpp"

#include <algorithm>

namespace gelora::booking {
namespace {
constexpr double kept = 0.999;  // of the weight of all before, with each that comes: the last thousand count
constexpr double enough = 100;  // commits
}  // namespace

void CommitPace::add(std::size_t rows, base::Duration took) {
  const auto x = static_cast<double>(rows), y = static_cast<double>(took.count());
  count_ = count_ * kept + 1;
  rows_ = rows_ * kept + x;
  took_ = took_ * kept + y;
  rows_rows_ = rows_rows_ * kept + x * x;
  rows_took_ = rows_took_ * kept + x * y;
}

// Least squares. Of commits that were all alike nobody can tell what a row costs: the reference says.
CommitPace::Line CommitPace::line() const {
  Line line;
  if (count_ < enough) return line;
  const double mean_rows = rows_ / count_, mean_took = took_ / count_;
  const double variance = rows_rows_ / count_ - mean_rows * mean_rows;
  double per_row = static_cast<double>(line.per_row.count());
  if (variance > 4) per_row = std::clamp((rows_took_ / count_ - mean_rows * mean_took) / variance, 5.0, 1'000.0);
  const double per_commit = std::max(mean_took - per_row * mean_rows, 100.0);
  line.per_row = base::Duration{static_cast<std::int64_t>(per_row)};
  line.per_commit = base::Duration{static_cast<std::int64_t>(per_commit)};
  line.measured = true;
  return line;
}

}  // namespace gelora::booking
