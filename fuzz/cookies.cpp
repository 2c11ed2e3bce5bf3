// The refresh cookie and the token in it; the page that sent it.
#include <sodium.h>

#include "fuzz/fuzz.hpp"
#include "user/api/cookies.hpp"
#include "user/domain/tokens.hpp"

using namespace gelora;
using namespace gelora::user;

FUZZ(bytes) {
  static const RefreshTokens tokens("a secret of this target");
  const auto origin = fuzz::line(bytes), site = fuzz::line(bytes);
  http::Request request;
  request.headers.push_back({http::FieldName::cookie, "Cookie", bytes});
  const std::string token = refresh_cookie(request);
  CHECK(token.find(';') == std::string::npos && bytes.find(token) != std::string_view::npos);
  if (const auto parsed = RefreshTokens::parse(token)) {
    Session session;
    session.id = parsed->session;
    session.secret = "00112233";
    CHECK(session.id);
    CHECK(!tokens.proves(token, session));  // nobody finds a MAC
    CHECK(tokens.proves(tokens.make(session, parsed->generation), session));
  }

  const std::string_view ours = "https://gelora.example";
  CHECK(is_our_page(origin, "same-origin", ours, true) == (origin.empty() || origin == ours));
  CHECK(!is_our_page(origin, "cross-site", ours, false));
  is_our_page(origin, site, "http://localhost:8080", false);
}
