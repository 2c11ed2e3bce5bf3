// How long a commit takes by the rows in it: a straight line through the commits of late, each counting a little less than the
// next.
#pragma once
#include <cstddef>

#include "base/time.hpp"

namespace gelora::booking {

class CommitPace {
 public:
  struct Line {
    base::Duration per_commit{1'000}, per_row{47};  // the reference machine of docs/benchmark.md, until enough was seen
    bool measured = false;
  };
  void add(std::size_t rows, base::Duration took);
  Line line() const;

 private:
  double count_ = 0, rows_ = 0, took_ = 0, rows_rows_ = 0, rows_took_ = 0;
};

}  // namespace gelora::booking
