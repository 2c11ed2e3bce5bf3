#include "base/json_text.hpp"

#include <gtest/gtest.h>

namespace gelora::base {
namespace {

TEST(JsonText, PutsCommasWhereTheyBelong) {
  std::string out;
  JsonText json(out);
  json.open_object().member("id", HoldId{7}).member("n", -3).member("yes", true).member("at", Instant{1'800'000'000'000'000});
  json.name("list").open_array().value("a").open_object().close_object().open_array().close_array().value(2).close_array();
  json.name("raw").raw("[1,2]").close_object();
  EXPECT_EQ(out, R"({"id":"7","n":-3,"yes":true,"at":"2027-01-15T08:00:00Z","list":["a",{},[],2],"raw":[1,2]})");
}

TEST(JsonText, EscapesWhatRfc8259SaysMustBe) {
  std::string out;
  append_json_string(out, "q\" b\\ n\n r\r t\t \x01 \x1f \x7f é");
  EXPECT_EQ(out, "\"q\\\" b\\\\ n\\n r\\r t\\t \\u0001 \\u001f \x7f é\"");
}

TEST(JsonText, WritesEveryNumber) {
  std::string out;
  for (const std::int64_t number : {INT64_MIN, std::int64_t{0}, INT64_MAX}) append_decimal(out, number);
  EXPECT_EQ(out, "-922337203685477580809223372036854775807");
}

}  // namespace
}  // namespace gelora::base
