// payment-service: payments of bookings, providers, refunds.
#include <cstdio>
#include <iostream>
#include <optional>

#include "http/access.hpp"
#include "http/server.hpp"
#include "loop/run.hpp"
#include "migrations.hpp"
#include "mysql/backlog.hpp"
#include "mysql/migrate.hpp"
#include "mysql/vitals.hpp"
#include "outbox/outbox.hpp"
#include "payment/api/routes.hpp"
#include "payment/app/background.hpp"
#include "payment/app/compare.hpp"
#include "payment/config.hpp"
#include "payment/providers/midtrans.hpp"
#include "payment/providers/sandbox.hpp"
#include "payment/providers/stripe.hpp"
#include "payment/storage/mysql_books.hpp"
#include "payment/storage/payments.hpp"
#include "telemetry/log.hpp"

namespace gelora::payment {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t connections = 16;
constexpr std::size_t body_bytes = 64 * 1024;  // webhooks carry whole objects

int migrate() {
  const auto settings = read_migration_settings();
  loop::Loop loop;
  return loop::run_once(loop, [&]() -> Task<> {
    const auto connection = co_await mysql::connect(loop, settings, true);
    const int applied = co_await mysql::migrate(*connection, migrations);
    std::printf("payment: %d migrations applied\n", applied);
  });
}

// It listens before, for what needs no token; probes send nobody here until tokens can be told apart. Beside a process that it
// replaces (it has an address of its own then) it takes its share of their address only when it is ready.
Task<> be_ready(http::Server& server, const Config& config, auth::AccessTokenVerifier& verifier, bool& ready) {
  co_await http::until_tokens_are_known(verifier);
  if (!config.own_listen.empty()) server.listen(config.listen);
  ready = true;
}

Task<> count_what_is_wrong(mysql::Pool& pool, const base::Clock& clock, telemetry::Metrics& metrics) {
  auto& open = metrics.gauge("gelora_payment_open_findings", "Differences in money that a person should look at");
  auto& overdue = metrics.gauge("gelora_payment_overdue", "Payments that are open ten minutes after they were to be closed");
  for (;;) {
    try {
      const Instant now = clock.now();
      const auto findings = co_await count_open_findings(pool), late = co_await count_overdue_payments(pool, now - 10min);
      open.Set(static_cast<double>(findings));
      overdue.Set(static_cast<double>(late));
      const auto sagas = co_await open_sagas(pool);
      for (const auto& saga : sagas) {
        const telemetry::Metrics::Labels labels{{"saga", saga.kind}, {"state", saga.state}};
        metrics.gauge("gelora_sagas_open", "Payments and refunds that are not finished", labels)
            .Set(static_cast<double>(saga.count));
        metrics.gauge("gelora_saga_oldest_seconds", "Age of the oldest of them", labels)
            .Set(mysql::seconds_since(saga.oldest, now));
      }
      const auto compared_to = co_await comparisons(pool);
      for (const auto& [provider, until] : compared_to)
        metrics
            .gauge("gelora_payment_compared_seconds_ago", "Since when a provider's list was not compared with ours",
                   {{"provider", provider}})
            .Set(static_cast<double>((now - until).count()) / 1e6);
    } catch (const std::exception& away) {
      telemetry::debug("what is wrong is not counted", {{"what", away.what()}});
    }
    co_await loop::sleep_for(10s);
  }
}

template <class Kind>
void offer(std::map<std::string, Provider*, std::less<>>& providers, const char* name, std::optional<Kind>& provider,
           const char* setting) {
  if (provider) providers.emplace(name, &*provider);
  else telemetry::info("payment provider is not offered", {{"provider", name}, {"not_set", setting}});
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
  mysql::Vitals vitals(pool, metrics, {}, config.instance);
  BookingClient booking(loop, config.booking_url, service_tokens, clock);
  std::optional<Sandbox> sandbox;
  std::optional<Stripe> stripe;
  std::optional<Midtrans> midtrans;
  if (!config.sandbox_url.empty()) sandbox.emplace(loop, config.sandbox_url, service_tokens, config.sandbox_secret, clock);
  if (config.stripe) stripe.emplace(loop, *config.stripe, clock);
  if (config.midtrans) midtrans.emplace(loop, *config.midtrans, clock);

  std::optional<IdGenerator> ids;
  std::optional<MysqlBooks> books;
  std::optional<App> app;
  std::optional<Api> api;
  std::optional<http::Routes> table;
  std::optional<http::Server> server;
  bool ready = false;

  const auto start = [&]() -> Task<> {
    http::start_tracing(loop, config.traces, "payment-service", config.instance, metrics);
    co_await pool.assert_durable();
    {
      const auto lease = co_await pool.take();
      co_await mysql::assert_migrated(*lease, migrations);
    }
    ids.emplace(co_await instance_number(pool, config.instance));
    books.emplace(pool, *ids, clock);
    app.emplace(App{*books, booking, {}, [&relay] { relay.nudge(); }, *ids, clock, config.public_url});
    offer(app->providers, "sandbox", sandbox, "GELORA_SANDBOX_URL");
    offer(app->providers, "stripe", stripe, "GELORA_STRIPE_KEY_FILE");
    offer(app->providers, "midtrans", midtrans, "GELORA_MIDTRANS_SERVER_KEY_FILE");
    api.emplace(Api{*app, pool, metrics, ready, vitals,
                    metrics.counter("gelora_webhooks_refused_total", "Deliveries that were not authentic, or no notice"), loop});
    table.emplace(routes, *api);
    http::ServerLimits limits;
    limits.body_bytes = body_bytes;
    server.emplace(loop, *table, http::authenticate_with(verifier, service_tokens), clock, metrics, limits, config.edges);
    loop.spawn(relay.run());
    for (const auto& [name, provider] : app->providers) {
      loop.spawn(check_payments(*app, loop, name));
      loop.spawn(send_refunds(*app, loop, name));
      loop.spawn(keep_comparing(*app, *provider, config.compare_every));
    }
    loop.spawn(count_what_is_wrong(pool, clock, metrics));
    loop.spawn(vitals.run());
    loop.spawn(vitals.watch_loop());
    http::follow_user_service(loop, verifier, service_tokens, clock, config.user_url);
    const auto port = config.own_listen.empty() ? server->listen(config.listen) : server->listen_alone(config.own_listen);
    loop.spawn(be_ready(*server, config, verifier, ready));
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
