// A server of libs/http that does nothing: the bar for holds. It reads the same request with the same parser, limits, token
// check, key and JSON, builds an answer of the same shape, counts and logs it the same way, and has neither desks nor a database.
// Started with booking-service's environment, on another port.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdio>

#include "base/config.hpp"
#include "http/access.hpp"
#include "http/body.hpp"
#include "http/problem.hpp"
#include "http/server.hpp"
#include "loop/run.hpp"
#include "telemetry/log.hpp"

namespace gelora::bench {
namespace {

using http::Answer, http::Request, loop::Task;
namespace json = boost::json;

struct Nothing {
  const auth::AccessTokenVerifier& verifier;
};

Answer ready(Nothing& nothing, Request&) {
  return nothing.verifier.has_keys() ? http::json_answer(R"({"status":"ready"})") : http::unavailable();
}

json::object rupiahs(std::int64_t amount_minor) { return {{"amount_minor", amount_minor}, {"currency", "IDR"}}; }

std::string hold_like(json::array seats, base::Instant expires_at) {
  const json::object hold{{"id", "123456789012345678"},
                          {"show_id", "123456789012345678"},
                          {"seats", std::move(seats)},
                          {"placement", "together"},
                          {"fees", rupiahs(10'000)},
                          {"total", rupiahs(160'000)},
                          {"expires_at", base::to_rfc3339(expires_at)},
                          {"status", "active"}};
  return http::to_text(hold);
}

json::array read_standing(http::ObjectReader& reader, http::FieldFaults& faults) {
  json::array seats;
  const auto* list = reader.array("standing", 1, 20);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    if (!(*list)[i].is_object()) continue;
    http::ObjectReader one((*list)[i].get_object(), "/standing/" + std::to_string(i), faults);
    const auto zone = one.id("zone_id");
    const auto quantity = one.integer("quantity", 1, 100);
    one.unknown_members();
    if (!zone || !quantity) continue;
    seats.push_back(
        {{"seat_no", *quantity}, {"label", "Lapangan"}, {"zone_id", std::to_string(*zone)}, {"price", rupiahs(150'000)}});
  }
  return seats;
}

// {"standing": [{"zone_id", "quantity"}]}, as for a hold; 201 with the members of a hold.
Task<Answer> post_noop(Nothing&, Request& request) {
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  auto seats = read_standing(reader, faults);
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  co_return http::json_answer(hold_like(std::move(seats), request.now), 201);
}

constexpr http::Route<Nothing> routes[] = {
    {http::Verb::get, "/readyz", http::Access::open, ready, http::Kind::quiet},
    {http::Verb::post, "/noop", http::Access::person, post_noop, http::Kind::idempotent},
};

int serve() {
  base::Environment env;
  telemetry::start_log("noop-server", env.text("GELORA_LOG_LEVEL", "info"));
  const std::string listen = env.required("GELORA_LISTEN"), jwks_url = env.required("GELORA_JWKS_URL"),
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
    loop.spawn(http::keep_keys_fresh(loop, verifier, jwks_url));
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
