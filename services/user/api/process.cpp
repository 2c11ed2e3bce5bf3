#include "user/api/api.hpp"

namespace gelora::user {

Answer get_jwks(Api& api, Request&) {
  Answer answer = http::json_answer(api.app.access_tokens.jwks());
  answer.headers.emplace_back("Cache-Control", "public, max-age=60");
  return answer;
}

Answer healthz(Api&, Request&) { return http::json_answer(R"({"status":"alive"})"); }

Answer readyz(Api& api, Request&) {
  if (api.readiness.serving && api.readiness.database) return http::json_answer(R"({"status":"ready"})");
  return http::json_answer(api.readiness.database ? R"({"status":"not_ready","failing":["process"]})"
                                                  : R"({"status":"not_ready","failing":["database"]})",
                           503);
}

Answer metrics(Api& api, Request&) {
  Answer answer = http::json_answer(api.metrics.text());
  answer.content_type = "text/plain; version=0.0.4";
  return answer;
}

}  // namespace gelora::user
