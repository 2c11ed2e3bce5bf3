#include "user/api/cookies.hpp"

#include <gtest/gtest.h>

namespace gelora::user {
namespace {

constexpr std::string_view home = "http://localhost:8080";

TEST(IsOurPage, TakesOursAndNone) {
  EXPECT_TRUE(is_our_page("", "", home, true));
  EXPECT_TRUE(is_our_page(home, "same-origin", home, true));
}

TEST(IsOurPage, RefusesEveryOther) {
  for (const std::string_view origin :
       {"http://evil.example", "https://localhost:8080", "http://localhost:8081", "http://localhost", "null",
        "http://localhost:8080.evil.example", "http://evil.example://localhost:8080", "http://localhost.evil:8080"}) {
    EXPECT_FALSE(is_our_page(origin, "", home, false)) << origin;
  }
  EXPECT_FALSE(is_our_page("", "cross-site", home, false));
}

TEST(IsOurPage, LoopbackHasOneNameInDevelopmentOnly) {
  EXPECT_TRUE(is_our_page("http://127.0.0.1:8080", "", home, false));
  EXPECT_FALSE(is_our_page("http://127.0.0.1:8080", "", home, true));
  EXPECT_FALSE(is_our_page("http://127.0.0.1:8081", "", home, false));
}

TEST(RefreshCookie, IsFoundAmongOthers) {
  http::Request request;
  request.headers.push_back({http::FieldName::cookie, "Cookie", "a=b; xgelora_refresh=no; gelora_refresh=abc-_1; c=d"});
  EXPECT_EQ(refresh_cookie(request), "abc-_1");
  request.headers.clear();
  EXPECT_EQ(refresh_cookie(request), "");
}

TEST(RefreshCookie, IsForItsPathAndNoScript) {
  EXPECT_EQ(set_refresh_cookie("abc", std::chrono::seconds{60}),
            "gelora_refresh=abc; Path=/api/sessions; HttpOnly; Secure; SameSite=Strict; Max-Age=60");
  EXPECT_EQ(clear_refresh_cookie(), "gelora_refresh=; Path=/api/sessions; HttpOnly; Secure; SameSite=Strict; Max-Age=0");
}

}  // namespace
}  // namespace gelora::user
