#include "booking/box_office/commit_pace.hpp"

#include <gtest/gtest.h>

namespace gelora::booking {
namespace {

TEST(CommitPace, IsThatOfTheReferenceUntilEnoughWasSeen) {
  CommitPace pace;
  for (int i = 0; i < 90; ++i) pace.add(1, base::Duration{9'000});
  EXPECT_FALSE(pace.line().measured);
  EXPECT_EQ(pace.line().per_commit, base::Duration{1'000});
}

TEST(CommitPace, FindsTheLine) {
  CommitPace pace;
  for (int i = 0; i < 400; ++i) pace.add(static_cast<std::size_t>(i % 200), base::Duration{2'500 + i % 200 * 30});
  const auto line = pace.line();
  EXPECT_TRUE(line.measured);
  EXPECT_NEAR(static_cast<double>(line.per_commit.count()), 2'500, 2);
  EXPECT_NEAR(static_cast<double>(line.per_row.count()), 30, 1);
}

TEST(CommitPace, ForgetsWhatWas) {
  CommitPace pace;
  for (int i = 0; i < 400; ++i) pace.add(static_cast<std::size_t>(i % 20), base::Duration{2'500 + i % 20 * 30});
  for (int i = 0; i < 8'000; ++i) pace.add(static_cast<std::size_t>(i % 20), base::Duration{800 + i % 20 * 50});
  EXPECT_NEAR(static_cast<double>(pace.line().per_commit.count()), 800, 10);
}

TEST(CommitPace, TakesARowFromTheReferenceWhereAllCommitsAreAlike) {
  CommitPace pace;
  for (int i = 0; i < 400; ++i) pace.add(1, base::Duration{3'000});
  EXPECT_EQ(pace.line().per_row, base::Duration{47});
  EXPECT_NEAR(static_cast<double>(pace.line().per_commit.count()), 2'953, 2);
}

}  // namespace
}  // namespace gelora::booking
