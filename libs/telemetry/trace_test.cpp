#include "telemetry/trace.hpp"

#include <gtest/gtest.h>

namespace gelora::telemetry {
namespace {

TEST(Trace, ContinuesTheCallersTraceWithANewSpan) {
  const auto trace = continue_trace("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  EXPECT_EQ(trace.trace_id.view(), "0af7651916cd43dd8448eb211c80319c");
  EXPECT_NE(trace.span_id.view(), "b7ad6b7169203331");
  EXPECT_TRUE(trace.sampled);
  EXPECT_EQ(trace.parent_id.view(), "b7ad6b7169203331");
  EXPECT_EQ(trace.traceparent().size(), 55u);
}

TEST(Trace, StartsANewOneWhenTheHeaderIsMalformed) {
  for (const char* bad : {"", "00-xyz", "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                          "00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}) {
    const auto trace = continue_trace(bad);
    EXPECT_EQ(trace.trace_id.view().size(), 32u);
    EXPECT_NE(trace.trace_id.view(), "0AF7651916cd43dd8448eb211c80319c");
  }
}

TEST(Trace, IsSampledByItsCallersWordElseByTheRatio) {
  start_sampling(0);
  EXPECT_FALSE(new_trace().sampled);
  EXPECT_TRUE(continue_trace("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01").sampled);
  start_sampling(1);
  EXPECT_TRUE(new_trace().sampled);
  EXPECT_FALSE(continue_trace("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00").sampled);
  start_sampling(0.25);
  int sampled = 0;
  for (int i = 0; i < 4000; ++i) sampled += new_trace().sampled ? 1 : 0;
  EXPECT_NEAR(sampled, 1000, 200);
  start_sampling(0);
}

}  // namespace
}  // namespace gelora::telemetry
