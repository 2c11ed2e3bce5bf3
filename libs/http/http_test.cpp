#include <gtest/gtest.h>
#include <zlib.h>

#include "http/body.hpp"
#include "http/parser.hpp"
#include "http/prepared.hpp"
#include "http/problem.hpp"
#include "http/routes.hpp"

namespace gelora::http {
namespace {

// The bytes that a view points into must outlive the request.
struct Parsed {
  explicit Parsed(std::string bytes) : text(std::move(bytes)), parser(request) {
    parser.eager(true);
    parser.header_limit(8192);
    parser.body_limit(16384);
    parser.put(boost::asio::const_buffer(text.data(), text.size()), error);
  }
  std::string text;
  Request request;
  RequestParser parser;
  boost::beast::error_code error;
};

TEST(RequestParser, ReadsLineHeadersAndBody) {
  const Parsed p("POST /api/users?x=1&name=a%20b+c HTTP/1.1\r\nHost: h\r\ncontent-length: 2\r\nX-A: b\r\n\r\n{}");
  ASSERT_FALSE(p.error) << p.error.message();
  EXPECT_EQ(p.request.method, Verb::post);
  EXPECT_EQ(p.request.path, "/api/users");
  EXPECT_EQ(p.request.query_value("name"), "a b c");
  EXPECT_EQ(p.request.header("x-a"), "b");
  EXPECT_EQ(p.request.body, "{}");
}

TEST(RequestParser, RefusesAmbiguousFraming) {
  for (const char* bad : {
           "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
           "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
           "POST / HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "GET / HTTP/1.1\r\nX: a\r\n folded\r\n\r\n",
           "GET http://x/ HTTP/1.1\r\nHost: h\r\n\r\n",
           "GET / HTTP/1.1\r\nX : a\r\n\r\n",
           "GET /\x01 HTTP/1.1\r\n\r\n",
       }) {
    EXPECT_TRUE(Parsed(bad).error) << bad;
  }
}

TEST(PercentDecode, RefusesMalformedEscapes) {
  EXPECT_EQ(percent_decode("a%2Fb", false), "a/b");
  EXPECT_EQ(percent_decode("%41", false), "A");
  for (const char* bad : {"%", "%4", "%zz", "%00"}) EXPECT_FALSE(percent_decode(bad, false)) << bad;
}

TEST(JsonBody, RefusesARepeatedMember) {
  const auto answer_to = [](std::string body) {
    Request request;
    request.headers.push_back({FieldName::content_type, "Content-Type", "application/json"});
    request.body = std::move(body);
    const JsonBody json(request);
    return json.refused() ? json.refused()->problem->extras.at("errors").at(0).at("pointer").as_string() : "fine";
  };
  EXPECT_EQ(answer_to(R"({"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": 4}]})"), "fine");
  EXPECT_EQ(answer_to(R"({"role": "fan", "role": "admin"})"), "/role");
  EXPECT_EQ(answer_to(R"({"role": "fan", "\u0072ole": "admin"})"), "/role");
  EXPECT_EQ(answer_to(R"({"a": [{"x": 1, "x": 1}]})"), "/x");
}

struct App {};
Answer ok(App&, Request&) { return {}; }
constexpr Route<App> table[] = {
    {Verb::get, "/api/shows/{id}", Access::open, ok},
    {Verb::get, "/api/users/me", Access::open, ok},
    {Verb::delete_, "/api/shows/{id}", Access::person, ok},
};

TEST(Routes, FindByMethodAndPath) {
  App app;
  const Routes routes(table, app);
  Request request;
  request.method = Verb::get;
  request.path = "/api/shows/42";
  EXPECT_EQ(routes.find(request).route, &routes.all()[0]);
  EXPECT_EQ(request.params[0], "42");
  request.method = Verb::head;
  EXPECT_EQ(routes.find(request).route, &routes.all()[0]);
  request.method = Verb::post;
  EXPECT_EQ(routes.find(request).allowed, "GET, HEAD, DELETE");
  for (const char* unknown : {"/", "/api/shows", "/api/shows/", "/api/shows/1/x", "/a/b/c/d/e/f/g/h/i/j"}) {
    request.path = unknown;
    EXPECT_EQ(routes.find(request).route, nullptr) << unknown;
    EXPECT_EQ(routes.find(request).allowed, "") << unknown;
  }
}

Request with_body(std::string body, std::string_view type = "application/json; charset=utf-8") {
  Request request;
  request.body = std::move(body);
  request.headers.push_back({FieldName::content_type, "Content-Type", type});
  return request;
}

TEST(JsonBody, TellsAllFaultsAtOnce) {
  JsonBody body(with_body(R"({"email": 5, "age": 200, "admin": true})"));
  ASSERT_FALSE(body.refused());
  FieldFaults faults;
  auto reader = body.reader(faults);
  EXPECT_FALSE(reader.text("email", 1, 254));
  EXPECT_FALSE(reader.text("name", 1, 100));
  EXPECT_FALSE(reader.integer("age", 0, 150));
  reader.unknown_members();
  const auto errors = faults.problem().problem->extras.at("errors").as_array();
  ASSERT_EQ(errors.size(), 4u);
  EXPECT_EQ(errors[0].at("pointer").as_string(), "/email");
  EXPECT_EQ(errors[3].at("pointer").as_string(), "/admin");
}

TEST(JsonBody, RefusesOtherTypesBrokenTextAndDepth) {
  EXPECT_EQ(JsonBody(with_body("{}", "text/plain")).refused()->status, 415u);
  EXPECT_EQ(JsonBody(with_body("{")).refused()->status, 400u);
  EXPECT_EQ(JsonBody(with_body("")).refused()->status, 400u);
  EXPECT_EQ(JsonBody(with_body(std::string(10'000, '['))).refused()->status, 400u);
  EXPECT_EQ(JsonBody(with_body("[]")).refused()->status, 422u);
}

std::string gunzip(std::string_view zipped) {
  z_stream stream{};
  inflateInit2(&stream, 31);
  std::string out(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zipped.data()));
  stream.avail_in = static_cast<uInt>(zipped.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

TEST(Prepared, ChoosesByTwoHeaders) {
  const auto set = prepare_set(R"({"a":1})", "v7", "no-cache");
  Request request;
  EXPECT_EQ(choose(*set, request).prepared, set->plain);
  request.headers = {{FieldName::accept_encoding, "Accept-Encoding", "gzip, br"}};
  const auto& zipped = *set->zipped;
  EXPECT_EQ(choose(*set, request).prepared, set->zipped);
  EXPECT_EQ(gunzip(std::string_view{zipped.bytes}.substr(zipped.head_size)), R"({"a":1})");
  for (const char* same : {"\"v7\"", "\"v7-gz\"", "W/\"v7\"", "\"x\", \"v7\"", "*"}) {
    request.headers = {{FieldName::if_none_match, "If-None-Match", same}};
    EXPECT_EQ(choose(*set, request).status, 304u) << same;
  }
  for (const char* other : {"\"v70\"", "\"v6\"", "v7", "\"av7\""}) {
    request.headers = {{FieldName::if_none_match, "If-None-Match", other}};
    EXPECT_EQ(choose(*set, request).status, 200u) << other;
  }
}

}  // namespace
}  // namespace gelora::http
