// user-service: accounts, sessions, the keys of access tokens.
#include <sodium.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

#include "base/mail_address.hpp"
#include "http/access.hpp"
#include "http/server.hpp"
#include "loop/run.hpp"
#include "migrations.hpp"
#include "mysql/migrate.hpp"
#include "mysql/vitals.hpp"
#include "telemetry/log.hpp"
#include "user/api/routes.hpp"
#include "user/app/admins.hpp"
#include "user/app/audit.hpp"
#include "user/app/import_accounts.hpp"
#include "user/config.hpp"
#include "user/storage/machines.hpp"
#include "user/storage/organisations.hpp"
#include "user/storage/passkeys.hpp"
#include "user/storage/process.hpp"
#include "user/storage/registrations.hpp"
#include "user/storage/revocations.hpp"
#include "user/storage/sessions.hpp"

namespace gelora::user {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t connections = 12;
constexpr auto access_token_lifetime = 10min;
constexpr unsigned hashing_queue = 128;  // ~4 s of work for one thread: who comes later is told to come again

unsigned hashing_threads() { return std::max(1u, std::thread::hardware_concurrency() / 2); }

int migrate() {
  const auto settings = read_migration_settings();
  loop::Loop loop;
  return loop::run_once(loop, [&]() -> Task<> {
    const auto connection = co_await mysql::connect(loop, settings, true);
    const int applied = co_await mysql::migrate(*connection, migrations);
    std::printf("user: %d migrations applied\n", applied);
  });
}

int import(const std::string& file) {
  const auto settings = read_import_settings();
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file);
  std::ostringstream document;
  document << stream.rdbuf();
  base::SystemClock clock;
  loop::Loop loop;
  mysql::Pool pool(loop, settings, 2);
  PasswordHasher hasher(hashing_threads(), hashing_queue);
  return loop::run_once(loop, [&]() -> Task<> {
    IdGenerator ids(co_await instance_number(pool, "import"));
    const auto written = co_await import_accounts(pool, hasher, ids, document.str(), clock.now());
    std::printf("user: %zu demonstration accounts\n", written);
  });
}

int list_them() {
  base::Environment env;
  const auto settings = mysql::read_settings(env);
  env.finish();
  loop::Loop loop;
  mysql::Pool pool(loop, settings, 1);
  return loop::run_once(loop, [&]() -> Task<> {
    const auto admins = co_await list_admins(pool);
    for (const auto& address : admins) std::printf("%s\n", address.c_str());
    if (admins.empty()) std::puts("There is no admin.");
  });
}

int change_admin(const std::string& address, bool admin) {
  const auto email = base::parse_mail_address(address);
  if (!email) throw std::runtime_error("not a mail address: " + address);
  base::Environment env;
  const auto settings = mysql::read_settings(env);
  env.finish();
  base::SystemClock clock;
  loop::Loop loop;
  mysql::Pool pool(loop, settings, 2);
  AdminOutcome outcome{};
  const int status = loop::run_once(loop, [&]() -> Task<> {
    IdGenerator ids(co_await instance_number(pool, "admin"));
    outcome = co_await set_admin(pool, ids, email->key, admin, clock.now());
  });
  if (status != 0) return status;
  switch (outcome) {
    case AdminOutcome::changed: std::printf("%s is %s\n", address.c_str(), admin ? "an admin" : "no admin any more"); return 0;
    case AdminOutcome::unchanged:
      std::printf("%s %s\n", address.c_str(), admin ? "is an admin already" : "is no admin");
      return 0;
    case AdminOutcome::no_such_account:
      std::fprintf(stderr, "Nobody has registered with %s. Register there first, and open the link in the mail.\n",
                   address.c_str());
      return 1;
  }
  return 1;
}

// Proves the audit log; `known_head` is "position:hash" as it was once told, or empty.
int verify_audit_log(const std::string& known_head) {
  base::Environment env;
  const auto settings = mysql::read_settings(env);
  env.finish();
  loop::Loop loop;
  mysql::Pool pool(loop, settings, 1);
  bool whole = false;
  const int status = loop::run_once(loop, [&]() -> Task<> {
    const auto proof = co_await verify_audit(pool, known_head);
    whole = proof.fault.empty();
    if (!whole) std::printf("audit log: NOT whole: %s\n", proof.fault.c_str());
    std::printf("audit log: %llu entries %s, head %llu:%s\n", static_cast<unsigned long long>(proof.entries),
                whole ? "whole" : "right before that", static_cast<unsigned long long>(proof.entries), proof.head.c_str());
  });
  return status != 0 ? status : whole ? 0 : 1;
}

Task<> watch_database(mysql::Pool& pool, Readiness& readiness) {
  for (;;) {
    bool there = true;
    try {
      co_await ask_database(pool);
    } catch (const std::exception&) {
      there = false;
    }
    if (there != readiness.database) telemetry::warn(there ? "the database is back" : "the database is away");
    readiness.database = there;
    co_await loop::sleep_for(1s);
  }
}

constexpr Task<std::uint64_t> (*sweeps[])(mysql::Pool&, Instant) = {sweep_expired,    sweep_sessions,    sweep_revocations,
                                                                    sweep_challenges, sweep_invitations, sweep_machines};

Task<> keep_swept(mysql::Pool& pool, const Clock& clock) {
  for (;;) {
    std::string fault;
    try {
      for (bool more = true; more;) {
        const Instant now = clock.now();
        std::uint64_t most = 0;  // that one of them threw away: each stops at 1000
        for (const auto sweep : sweeps) {
          const std::uint64_t gone = co_await sweep(pool, now);
          most = std::max(most, gone);
        }
        more = most >= 1000;
      }
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("sweep", {{"what", fault}});
    co_await loop::sleep_for(10min);
  }
}

int serve() {
  const Config config = read_config();
  base::SystemClock clock;
  telemetry::Metrics metrics;
  loop::Loop loop;
  mysql::Pulse pulse(loop, config.database);
  mysql::Pool pool(loop, config.database, connections, &pulse);
  redis::Client redis(loop, config.redis);
  redis::Buckets buckets(redis);
  Limits limits(buckets, clock, config.limits);
  PasswordHasher hasher(hashing_threads(), hashing_queue);
  const RefreshTokens refresh_tokens(config.jwt_key);
  const seal::Seals seals(config.jwt_key, "gelora sealed 1");
  const KnownDevices devices(config.jwt_key);
  const Challenges challenges(config.jwt_key);
  const auth::AccessTokenIssuer issuer(auth::Key::from_pem(config.jwt_key), "gelora", access_token_lifetime);
  auth::AccessTokenVerifier verifier("gelora");
  CHECK(verifier.load_jwks(issuer.jwks()));
  auth::ServiceTokens service_tokens("user-service", config.service_keys_dir, {"booking-service", "payment-service"});
  mail::Relay mails(loop, pool, config.smtp, clock, metrics);
  outbox::Relay events(loop, pool, service_tokens, clock, metrics, {{"booking-service", config.booking_url}});
  mysql::Pool feed_pool(loop, config.database, 1, &pulse);
  RevocationFeed revocations(loop, feed_pool, verifier, clock);
  PersonData person_data(loop, service_tokens, clock, config.booking_url, config.payment_url);

  Readiness readiness;
  mysql::Vitals vitals(pool, metrics, {}, config.instance);
  std::optional<IdGenerator> ids;
  std::optional<App> app;
  std::optional<Api> api;
  std::optional<http::Routes> table;
  std::optional<http::Server> server;

  const auto start = [&]() -> Task<> {
    http::start_tracing(loop, config.traces, "user-service", config.instance, metrics);
    co_await pool.assert_durable();
    {
      const auto lease = co_await pool.take();
      co_await mysql::assert_migrated(*lease, migrations);
    }
    co_await revocations.load();
    ids.emplace(co_await instance_number(pool, config.instance));
    app.emplace(App{pool, *ids, clock, hasher, refresh_tokens, seals, devices, challenges, issuer, mails, events, revocations,
                    config.public_url, config.fewest_password_characters, RelyingParty::of(config.public_url),
                    config.staff_needs_second_factor});
    api.emplace(Api{*app, limits, person_data, verifier, metrics, readiness, vitals, config.production});
    table.emplace(routes, *api);
    server.emplace(loop, *table, http::authenticate_with(verifier, service_tokens), clock, metrics, http::ServerLimits{},
                   config.edges);
    loop.spawn(pulse.run());
    loop.spawn(mails.run());
    loop.spawn(events.run());
    loop.spawn(revocations.run());
    loop.spawn(keep_audit_chained(pool));
    loop.spawn(watch_database(pool, readiness));
    loop.spawn(keep_swept(pool, clock));
    loop.spawn(vitals.run());
    loop.spawn(vitals.watch_loop());
    const auto port = server->listen(config.listen);
    if (!config.own_listen.empty()) server->listen_alone(config.own_listen);
    readiness.serving = true;
    telemetry::info("user-service is ready", {{"port", port}});
  };
  const auto finish = [&]() -> Task<> {
    readiness.serving = false;
    telemetry::info("user-service stops");
    if (server) co_await server->drain(10s);
  };
  return loop::run(loop, start, finish);
}

int usage() {
  std::fputs(
      "usage: user-service [serve | migrate | import-accounts FILE | admin list | admin create|remove EMAIL | audit-log "
      "[POSITION:HASH] | routes]\n",
      stderr);
  return 2;
}

int run(const std::vector<std::string>& args) {
  const std::string command = args.empty() ? "serve" : args[0];
  base::Environment env;
  telemetry::start_log("user-service", env.text("GELORA_LOG_LEVEL", "info"));
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
  if (command == "serve" && args.size() <= 1) return serve();
  if (command == "migrate" && args.size() == 1) return migrate();
  if (command == "import-accounts" && args.size() == 2) return import(args[1]);
  if (command == "admin" && args.size() == 2 && args[1] == "list") return list_them();
  if (command == "admin" && args.size() == 3 && (args[1] == "create" || args[1] == "remove"))
    return change_admin(args[2], args[1] == "create");
  if (command == "audit-log" && args.size() <= 2) return verify_audit_log(args.size() == 2 ? args[1] : "");
  if (command == "routes" && args.size() == 1) {
    std::cout << http::describe(routes);
    return 0;
  }
  return usage();
}

}  // namespace
}  // namespace gelora::user

int main(int count, char** values) {
  try {
    return gelora::user::run({values + 1, values + count});
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "user-service: %s\n", fault.what());
    return 1;
  }
}
