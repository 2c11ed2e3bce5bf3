#include "user/api/api.hpp"

namespace gelora::user {

Answer get_jwks(Api& api, Request&) {
  Answer answer = http::json_answer(api.app.access_tokens.jwks());
  answer.headers.emplace_back("Cache-Control", "public, max-age=60");
  return answer;
}

Answer healthz(Api&, Request&) { return http::json_answer(R"({"status":"alive"})"); }

Answer readyz(Api& api, Request&) {
  if (!api.readiness.database) return http::database_away(api.vitals.distrust());
  if (!api.readiness.serving) return http::not_ready("starting", "start");
  if (!api.vitals.takes_writes()) return http::not_ready("database-read-only", "database-writes");
  return http::ready(api.vitals.warnings());
}

Answer metrics(Api& api, Request&) { return http::metrics_text(api.metrics.text()); }

}  // namespace gelora::user
