// A server of libs/http that does nothing: the bar for holds. It reads the same request with the same parser, limits, token
// check, key and JSON, builds an answer of the same shape, counts and logs it the same way, and has neither desks nor a database.
// Started with booking-service's environment, on another port.
#include <cstdio>

#include "base/config.hpp"
#include "base/json_text.hpp"
#include "http/access.hpp"
#include "http/body.hpp"
#include "http/problem.hpp"
#include "http/server.hpp"
#include "loop/run.hpp"
#include "telemetry/log.hpp"

namespace gelora::bench {
namespace {

using http::Answer, http::Request, loop::Task;

struct Nothing {
  const auth::AccessTokenVerifier& verifier;
};

Answer ready(Nothing& nothing, Request&) {
  return nothing.verifier.has_keys() ? http::json_answer(R"({"status":"ready"})") : http::unavailable();
}

void append_rupiahs(base::JsonText& out, std::string_view name, std::int64_t amount_minor) {
  out.name(name).open_object().member("amount_minor", amount_minor).member("currency", "IDR").close_object();
}

// Reads what a hold names, and writes the members of one.
std::string hold_like(http::ObjectReader& reader, http::FieldFaults& faults, base::Instant expires_at) {
  std::string text;
  text.reserve(512);
  base::JsonText out(text);
  out.open_object().member("id", base::HoldId{123456789012345678}).member("show_id", base::ShowId{123456789012345678});
  out.name("seats").open_array();
  const auto* list = reader.array("standing", 1, 20);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    if (!(*list)[i].is_object()) continue;
    http::ObjectReader one((*list)[i].get_object(), "/standing/" + std::to_string(i), faults);
    const auto zone = one.id("zone_id");
    const auto quantity = one.integer("quantity", 1, 100);
    one.unknown_members();
    if (!zone || !quantity) continue;
    out.open_object().member("seat_no", *quantity).member("label", "Lapangan").member("zone_id", base::ZoneId{*zone});
    append_rupiahs(out, "price", 150'000);
    out.close_object();
  }
  out.close_array().member("placement", "together");
  append_rupiahs(out, "fees", 10'000);
  append_rupiahs(out, "total", 160'000);
  out.member("expires_at", expires_at).member("status", "active").close_object();
  return text;
}

// {"standing": [{"zone_id", "quantity"}]}, as for a hold; 201 with the members of a hold.
Task<Answer> post_noop(Nothing&, Request& request) {
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  auto hold = hold_like(reader, faults, request.now);
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  co_return http::json_answer(std::move(hold), 201);
}

constexpr http::Route<Nothing> routes[] = {
    {http::Verb::get, "/readyz", http::Access::open, ready, http::Kind::quiet},
    {http::Verb::post, "/noop", http::Access::person, post_noop, http::Kind::idempotent},
};

int serve() {
  base::Environment env;
  telemetry::start_log("noop-server", env.text("GELORA_LOG_LEVEL", "info"));
  const std::string listen = env.required("GELORA_LISTEN"), user_url = env.required("GELORA_USER_URL"),
                    keys_dir = env.required("GELORA_SERVICE_KEYS_DIR");
  env.finish();
  base::SystemClock clock;
  telemetry::Metrics metrics;
  loop::Loop loop;
  auth::AccessTokenVerifier verifier("gelora");
  auth::ServiceTokens service_tokens("booking-service", keys_dir, {"user-service"});
  Nothing nothing{verifier};
  const http::Routes table(routes, nothing);
  http::Server server(loop, table, http::authenticate_with(verifier, service_tokens), clock, metrics);
  const auto start = [&]() -> Task<> {
    http::follow_user_service(loop, verifier, service_tokens, clock, user_url);
    server.listen(listen);
    co_return;
  };
  const auto finish = [&]() -> Task<> { co_await server.drain(std::chrono::seconds{1}); };
  return loop::run(loop, start, finish);
}

}  // namespace
}  // namespace gelora::bench

int main() {
  try {
    return gelora::bench::serve();
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "bench-noop-server: %s\n", fault.what());
    return 1;
  }
}
