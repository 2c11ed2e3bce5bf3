#include "load/requests.hpp"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace gelora::bench {
namespace {

const Target target = parse_target("http://127.0.0.1:8080/a?b=c");

TEST(Target, IsThisMachineOnly) {
  EXPECT_EQ(target.host, "127.0.0.1:8080");
  EXPECT_EQ(target.path, "/a?b=c");
  for (const auto* url :
       {"http://10.0.0.1:80/", "http://127.0.0.1.example.com:80/", "http://localhost:80/", "https://127.0.0.1:80/",
        "http://127.0.0.1/", "http://127.0.0.1:0/", "http://127.0.0.1:80", "http://127.0.0.1:8080@example.com/"}) {
    EXPECT_THROW(parse_target(url), std::invalid_argument) << url;
  }
}

TEST(Requests, GetIsWholeAndHasNoKey) {
  Requests requests(target, {}, {}, "r");
  EXPECT_EQ(requests.next(), "GET /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n");
}

TEST(Requests, TakeTheBuyersInTurn) {
  Requests requests(target, {"{}"}, {"one", "two"}, "r");
  EXPECT_EQ(requests.next(),
            "POST /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nAuthorization: Bearer one\r\nIdempotency-Key: r-000000000001\r\n"
            "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
  EXPECT_NE(requests.next().find("Bearer two"), std::string_view::npos);
  EXPECT_NE(requests.next().find("Bearer one"), std::string_view::npos);
}

TEST(Requests, NeverUseAKeyTwice) {
  Requests requests(target, {"{}"}, {"one", "two", "three"}, "r");
  std::set<std::string> keys;
  for (int i = 0; i < 1'234; ++i) {
    const auto text = requests.next();
    const auto at = text.find("Idempotency-Key: ");
    keys.emplace(text.substr(at, text.find("\r\n", at) - at));
  }
  EXPECT_EQ(keys.size(), 1'234u);
}

}  // namespace
}  // namespace gelora::bench
