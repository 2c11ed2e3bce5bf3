#include "telemetry/spans.hpp"

#include <gtest/gtest.h>

namespace gelora::telemetry {
namespace {

constexpr auto callers = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

struct Spans : testing::Test {
  Spans() {
    start_tracing(3);
    take_recorded(100);
    current_trace() = continue_trace(callers);
  }
  ~Spans() override { current_trace() = {}; }
};

TEST_F(Spans, AreRecordedBelowTheCurrentOne) {
  const auto parent = current_trace();
  {
    Span span(SpanKind::client);
    span.name("SELECT holds");
    span.succeeded();
  }
  const auto recorded = take_recorded(100).spans;
  ASSERT_EQ(recorded.size(), 1u);
  EXPECT_EQ(recorded[0].trace.trace_id.view(), parent.trace_id.view());
  EXPECT_EQ(recorded[0].trace.parent_id.view(), parent.span_id.view());
  EXPECT_FALSE(recorded[0].failed);
}

TEST_F(Spans, OfATraceThatIsNotSampledAreNotThere) {
  current_trace().sampled = false;
  EXPECT_FALSE(Span(SpanKind::client).recorded());
  EXPECT_TRUE(take_recorded(100).spans.empty());
}

TEST_F(Spans, AreDroppedAndCountedWhenTooManyWait) {
  for (int i = 0; i < 5; ++i) Span span(SpanKind::internal);
  const auto taken = take_recorded(100);
  EXPECT_EQ(taken.spans.size(), 3u);
  EXPECT_EQ(taken.dropped, 2u);
  EXPECT_EQ(take_recorded(100).dropped, 0u);
}

TEST_F(Spans, AreOfTheSameTraceAfterAWait) {
  const auto mine = current_trace();
  {
    const KeepTrace keep;
    EXPECT_TRUE(current_trace().trace_id.view().empty()) << "others work meanwhile";
    current_trace() = new_trace();
  }
  EXPECT_EQ(current_trace().span_id.view(), mine.span_id.view());
}

TEST_F(Spans, AreToldAsTheProtocolWants) {
  Span(SpanKind::server).attribute("http.route", "/api/shows/{id}/holds");
  auto recorded = take_recorded(1).spans;
  recorded[0].name = "a \"name\"";
  recorded[0].links.push_back(current_trace());
  const auto json = to_otlp(recorded, "booking-service", "booking-1");
  for (const char* part :
       {R"("traceId":"0af7651916cd43dd8448eb211c80319c")", R"("name":"a \"name\"")", R"("kind":2)", R"("status":{"code":2})",
        R"({"key":"service.name","value":{"stringValue":"booking-service"}})", R"("links":[{"traceId":)"})
    EXPECT_NE(json.find(part), std::string::npos) << part << " in " << json;
}

TEST(Statements, AreNamedByWhatTheyDoToWhich) {
  EXPECT_EQ(name_of_statement("SELECT a FROM bookings b JOIN holds"), "SELECT bookings");
  EXPECT_EQ(name_of_statement("INSERT INTO outbox (id) VALUES (?)"), "INSERT outbox");
  EXPECT_EQ(name_of_statement("UPDATE show_leases SET a = 1"), "UPDATE show_leases");
  EXPECT_EQ(name_of_statement("COMMIT"), "COMMIT");
  EXPECT_EQ(name_of_statement("START TRANSACTION;INSERT INTO holds"), "transaction");
}

}  // namespace
}  // namespace gelora::telemetry
