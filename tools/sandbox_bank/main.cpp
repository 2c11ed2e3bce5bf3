// sandbox-bank: a payment provider with its own books, a hosted page, signed webhooks with retries, and every outcome that a
// payment can have. For development and tests.
#include <cstdio>
#include <iostream>
#include <optional>

#include "bank.hpp"
#include "base/config.hpp"
#include "http/access.hpp"
#include "http/body.hpp"
#include "http/server.hpp"
#include "loop/run.hpp"
#include "migrations.hpp"
#include "mysql/migrate.hpp"
#include "telemetry/log.hpp"
#include "webhooks.hpp"

namespace gelora::bank {
namespace {

using namespace std::chrono_literals;
using http::Access, http::Kind, http::Verb;

Answer get_faults(Bank& bank, Request&) { return http::json_answer(http::to_text(bank.faults.shown())); }

// What is not named is off.
Answer set_faults(Bank& bank, Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults wrong;
  auto reader = body.reader(wrong);
  Faults::Settings wish = Faults::read(reader);
  reader.unknown_members();
  if (!wrong.none()) return wrong.problem();
  bank.faults.set(wish);
  return get_faults(bank, request);
}

Answer healthz(Bank&, Request&) { return http::json_answer(R"({"status":"alive"})"); }
Answer readyz(Bank&, Request&) { return http::json_answer(R"({"status":"ready"})"); }
Answer metrics(Bank& bank, Request&) { return http::metrics_text(bank.metrics.text()); }

constexpr http::Route<Bank> routes[] = {
    {Verb::post, "/v1/sessions", Access::service, merchant<create_session>, Kind::idempotent},
    {Verb::get, "/v1/sessions", Access::service, merchant<list_sessions>},
    {Verb::get, "/v1/sessions/{id}", Access::service, merchant<get_session>},
    {Verb::post, "/v1/sessions/{id}/close", Access::service, merchant<close_session>},
    {Verb::post, "/v1/captures/{id}/refunds", Access::service, merchant<refund_capture>, Kind::idempotent},
    {Verb::post, "/stripe/v1/checkout/sessions", Access::open, merchant<stripe_create_session>},
    {Verb::get, "/stripe/v1/checkout/sessions", Access::open, merchant<stripe_list_sessions>},
    {Verb::get, "/stripe/v1/checkout/sessions/{id}", Access::open, merchant<stripe_get_session>},
    {Verb::post, "/stripe/v1/checkout/sessions/{id}/expire", Access::open, merchant<stripe_expire_session>},
    {Verb::get, "/stripe/v1/charges", Access::open, merchant<stripe_list_charges>},
    {Verb::post, "/stripe/v1/refunds", Access::open, merchant<stripe_create_refund>},
    {Verb::get, "/stripe/v1/refunds", Access::open, merchant<stripe_list_refunds>},
    {Verb::get, "/stripe/v1/disputes", Access::open, merchant<stripe_list_disputes>},
    {Verb::post, "/midtrans/snap/v1/transactions", Access::open, merchant<midtrans_create>},
    {Verb::get, "/midtrans/v2/{order}/status", Access::open, merchant<midtrans_get_status>},
    {Verb::post, "/midtrans/v2/{order}/expire", Access::open, merchant<midtrans_end>},
    {Verb::post, "/midtrans/v2/{order}/cancel", Access::open, merchant<midtrans_end>},
    {Verb::post, "/midtrans/v2/{order}/refund", Access::open, merchant<midtrans_refund>},
    {Verb::get, "/pay/{id}", Access::open, show_page},
    {Verb::post, "/pay/{id}/outcome", Access::open, choose_outcome},
    {Verb::get, "/faults", Access::open, get_faults},
    {Verb::post, "/faults", Access::open, set_faults},
    {Verb::get, "/healthz", Access::open, healthz, Kind::hot},
    {Verb::get, "/readyz", Access::open, readyz, Kind::hot},
    {Verb::get, "/metrics", Access::open, metrics, Kind::hot},
};

Task<> perform_forever(Bank& bank) {
  for (;;) {
    std::string fault;
    std::size_t done = 0;
    try {
      done = co_await perform_due(bank.desk(), bank.clock.now());
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("outcomes", {{"what", fault}});
    if (done > 0) bank.webhooks_wake.notify_one();
    co_await loop::sleep_for(100ms);
  }
}

Config read_config() {
  base::Environment env;
  Config config;
  if (env.choice("GELORA_ENV", {"production", "development"}) == "production")
    env.fault("the sandbox bank is for development only");
  config.listen = env.text("GELORA_LISTEN", "127.0.0.1:8084");
  config.own_listen = env.text("GELORA_OWN_LISTEN", "");
  config.instance = env.text("GELORA_INSTANCE", "bank-1");
  config.public_url = env.required("GELORA_BANK_PUBLIC_URL");
  config.secret = env.secret_file("GELORA_SANDBOX_SECRET_FILE", 32);
  config.webhook_url = env.required("GELORA_WEBHOOK_URL");
  config.service_keys_dir = env.required("GELORA_SERVICE_KEYS_DIR");
  const bool stripe = !env.text("GELORA_STRIPE_KEY_FILE", "").empty(),
             midtrans = !env.text("GELORA_MIDTRANS_SERVER_KEY_FILE", "").empty();
  if (stripe) config.stripe_key = env.secret_file("GELORA_STRIPE_KEY_FILE", 16);
  if (stripe) config.stripe_secret = env.secret_file("GELORA_STRIPE_WEBHOOK_SECRET_FILE", 16);
  if (midtrans) config.midtrans_key = env.secret_file("GELORA_MIDTRANS_SERVER_KEY_FILE", 16);
  if (midtrans) config.midtrans_merchant = env.required("GELORA_MIDTRANS_MERCHANT_ID");
  config.database = mysql::read_settings(env);
  config.traces = http::read_trace_settings(env);
  env.finish();
  return config;
}

int migrate() {
  base::Environment env;
  const auto settings = mysql::read_settings(env, "GELORA_DB_DDL_USER", "GELORA_DB_DDL_PASSWORD_FILE");
  env.finish();
  loop::Loop loop;
  return loop::run_once(loop, [&]() -> Task<> {
    const auto connection = co_await mysql::connect(loop, settings, true);
    const int applied = co_await mysql::migrate(*connection, migrations);
    std::printf("sandbox bank: %d migrations applied\n", applied);
  });
}

int serve() {
  const Config config = read_config();
  SystemClock clock;
  telemetry::Metrics metrics_registry;
  loop::Loop loop;
  mysql::Pool pool(loop, config.database, 8);
  // There is one bank, and while it is restarted another one beside it, by another name (other_life_of in scripts/stack.sh).
  IdGenerator ids(config.instance.ends_with('b') ? 2 : 1);
  const Teller teller(ids, config);
  Faults faults;
  loop::Signal wake(loop);
  Bank bank{pool, teller, clock, config, metrics_registry, faults, wake};
  auth::AccessTokenVerifier nobody("gelora");
  auth::ServiceTokens service_tokens("sandbox-bank", config.service_keys_dir, {"payment-service"});
  const http::Routes table(routes, bank);
  http::Server server(loop, table, http::authenticate_with(nobody, service_tokens), clock, metrics_registry);
  const auto start = [&]() -> Task<> {
    http::start_tracing(loop, config.traces, "sandbox-bank", config.instance, metrics_registry);
    {
      const auto lease = co_await pool.take();
      co_await mysql::assert_migrated(*lease, migrations);
    }
    loop.spawn(perform_forever(bank));
    loop.spawn(send_webhooks_forever(loop, bank));
    server.listen(config.listen);
    if (!config.own_listen.empty()) server.listen_alone(config.own_listen);
    telemetry::info("sandbox-bank is ready");
  };
  const auto finish = [&]() -> Task<> { co_await server.drain(10s); };
  return loop::run(loop, start, finish);
}

int run(const std::vector<std::string>& args) {
  const std::string command = args.empty() ? "serve" : args[0];
  base::Environment env;
  telemetry::start_log("sandbox-bank", env.text("GELORA_LOG_LEVEL", "info"));
  if (args.size() <= 1 && command == "serve") return serve();
  if (args.size() == 1 && command == "migrate") return migrate();
  if (args.size() == 1 && command == "routes") {
    std::cout << http::describe(routes);
    return 0;
  }
  std::fputs("usage: sandbox-bank [serve | migrate | routes]\n", stderr);
  return 2;
}

}  // namespace
}  // namespace gelora::bank

int main(int count, char** values) {
  try {
    return gelora::bank::run({values + 1, values + count});
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "sandbox-bank: %s\n", fault.what());
    return 1;
  }
}
