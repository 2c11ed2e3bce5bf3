// payment-service: payments of bookings, providers, refunds.
#include <cstdio>
#include <iostream>
#include <optional>

#include "http/access.hpp"
#include "http/server.hpp"
#include "loop/run.hpp"
#include "migrations.hpp"
#include "mysql/migrate.hpp"
#include "payment/api/routes.hpp"
#include "payment/app/background.hpp"
#include "payment/config.hpp"
#include "payment/providers/sandbox.hpp"
#include "telemetry/log.hpp"

namespace gelora::payment {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t connections = 16;

int migrate() {
  const auto settings = read_migration_settings();
  loop::Loop loop;
  return loop::run_once(loop, [&]() -> Task<> {
    mysql::Connection connection(loop, settings);
    co_await connection.open(true);
    const int applied = co_await mysql::migrate(connection, migrations);
    std::printf("payment: %d migrations applied\n", applied);
  });
}

// It listens before, for what needs no token; probes send nobody here until tokens can be told apart.
Task<> be_ready(auth::AccessTokenVerifier& verifier, bool& ready) {
  co_await http::until_tokens_are_known(verifier);
  ready = true;
}

int serve() {
  const Config config = read_config();
  SystemClock clock;
  telemetry::Metrics metrics;
  loop::Loop loop;
  mysql::Pool pool(loop, config.database, connections);
  auth::AccessTokenVerifier verifier("gelora");
  auth::ServiceTokens service_tokens("payment-service", config.service_keys_dir, {"booking-service", "user-service"});
  outbox::Relay relay(loop, pool, service_tokens, clock, metrics, {{"booking-service", config.booking_url}});
  BookingClient booking(loop, config.booking_url, service_tokens, clock);
  Sandbox sandbox(loop, config.sandbox_url, service_tokens, config.sandbox_secret, clock);

  std::optional<IdGenerator> ids;
  std::optional<App> app;
  std::optional<Api> api;
  std::optional<http::Routes> table;
  std::optional<http::Server> server;
  bool ready = false;

  const auto start = [&]() -> Task<> {
    co_await pool.assert_durable();
    {
      const auto lease = co_await pool.take();
      co_await mysql::assert_migrated(*lease, migrations);
    }
    ids.emplace(co_await instance_number(pool, config.instance));
    app.emplace(App{pool, booking, {}, relay, *ids, clock, config.public_url});
    app->providers.emplace("sandbox", &sandbox);
    api.emplace(Api{*app, metrics, ready});
    table.emplace(routes, *api);
    server.emplace(loop, *table, http::authenticate_with(verifier, service_tokens), clock, metrics);
    loop.spawn(relay.run());
    loop.spawn(check_payments(*app));
    loop.spawn(send_refunds(*app));
    http::follow_user_service(loop, verifier, service_tokens, clock, config.user_url);
    const auto port = server->listen(config.listen);
    loop.spawn(be_ready(verifier, ready));
    telemetry::info("payment-service is ready", {{"port", port}});
  };
  const auto finish = [&]() -> Task<> {
    ready = false;
    telemetry::info("payment-service stops");
    if (server) co_await server->drain(10s);
  };
  return loop::run(loop, start, finish);
}

int run(const std::vector<std::string>& args) {
  const std::string command = args.empty() ? "serve" : args[0];
  base::Environment env;
  telemetry::start_log("payment-service", env.text("GELORA_LOG_LEVEL", "info"));
  if (args.size() <= 1 && command == "serve") return serve();
  if (args.size() == 1 && command == "migrate") return migrate();
  if (args.size() == 1 && command == "routes") {
    std::cout << http::describe(routes);
    return 0;
  }
  std::fputs("usage: payment-service [serve | migrate | routes]\n", stderr);
  return 2;
}

}  // namespace
}  // namespace gelora::payment

int main(int count, char** values) {
  try {
    return gelora::payment::run({values + 1, values + count});
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "payment-service: %s\n", fault.what());
    return 1;
  }
}
