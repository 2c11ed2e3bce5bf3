// sandbox-bank: a payment provider with its own books, a hosted page, signed webhooks with retries, and every outcome that a
// payment can have. For development and tests.
#include <boost/json/array.hpp>
#include <cstdio>
#include <iostream>
#include <optional>

#include "base/config.hpp"
#include "http/access.hpp"
#include "http/body.hpp"
#include "http/client.hpp"
#include "http/problem.hpp"
#include "http/server.hpp"
#include "ledger.hpp"
#include "loop/run.hpp"
#include "migrations.hpp"
#include "mysql/migrate.hpp"
#include "page.hpp"
#include "payment/domain/signature.hpp"
#include "telemetry/log.hpp"

namespace gelora::bank {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;
using http::Access, http::Answer, http::Kind, http::Request, http::Verb;

struct Config {
  std::string listen, public_url, secret, webhook_url, service_keys_dir;
  mysql::Settings database;
};

struct Bank {
  mysql::Pool& pool;
  IdGenerator& ids;
  const Clock& clock;
  const Config& config;
  telemetry::Metrics& metrics;
  loop::Signal& webhooks_wake;
};

Answer nothing_here() { return http::problem(http::not_found, "The bank knows nothing of this."); }

json::object session_json(const Config& config, const SessionRow& session, const std::vector<Capture>& captures) {
  json::array list;
  for (const auto& one : captures) {
    list.push_back({{"id", one.id},
                    {"amount_minor", one.amount.amount_minor},
                    {"currency", one.amount.currency.text()},
                    {"refunded", one.refunded}});
  }
  return {{"id", session.id},
          {"reference", session.reference},
          {"status", name_of(session.status)},
          {"amount_minor", session.amount.amount_minor},
          {"currency", session.amount.currency.text()},
          {"checkout_url", config.public_url + "/pay/" + session.id},
          {"captures", std::move(list)}};
}

Task<Answer> create_session(Bank& bank, Request& request) {
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto reference = reader.text("reference", 1, 64), description = reader.text("description", 0, 400),
             return_url = reader.text("return_url", 1, 500);
  const auto amount = reader.integer("amount_minor", 1, INT64_MAX);
  const auto code = reader.text("currency", 3, 3), expires_at = reader.text("expires_at", 20, 40);
  const auto currency = code ? Currency::parse(*code) : std::nullopt;
  const auto ends = expires_at ? parse_rfc3339(*expires_at) : std::nullopt;
  if (code && !currency) faults.add("/currency", "must be an ISO 4217 code");
  if (expires_at && !ends) faults.add("/expires_at", "must be a time as in RFC 3339");
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  NewSession wish;
  wish.merchant_key = std::string{request.idempotency_key()};
  wish.reference = *reference;
  wish.description = *description;
  wish.return_url = *return_url;
  wish.amount = {*amount, *currency};
  wish.now = request.now;
  wish.expires_at = *ends;
  const SessionRow session = co_await open_session(bank.pool, std::move(wish));
  co_return http::json_answer(http::to_text(session_json(bank.config, session, {})), 201);
}

Task<Answer> get_session(Bank& bank, Request& request) {
  const auto session = co_await find_session(bank.pool, std::string{request.params[0]}, request.now);
  if (!session) co_return nothing_here();
  const auto captures = co_await captures_of(bank.pool, session->id);
  co_return http::json_answer(http::to_text(session_json(bank.config, *session, captures)));
}

Task<Answer> end_session(Bank& bank, Request& request) {
  const auto session = co_await close_session(bank.pool, std::string{request.params[0]}, request.now);
  if (!session) co_return nothing_here();
  const auto captures = co_await captures_of(bank.pool, session->id);
  co_return http::json_answer(http::to_text(session_json(bank.config, *session, captures)));
}

Task<Answer> refund_capture(Bank& bank, Request& request) {
  const bool found = co_await refund(bank.pool, std::string{request.params[0]}, request.now);
  if (!found) co_return nothing_here();
  co_return http::json_answer(R"({"status":"refunded"})");
}

Task<Answer> show_page(Bank& bank, Request& request) {
  const auto session = co_await find_session(bank.pool, std::string{request.params[0]}, request.now);
  if (!session) co_return nothing_here();
  const auto language = request.header(http::FieldName::accept_language);
  Answer answer;
  answer.content_type = "text/html; charset=utf-8";
  answer.headers.emplace_back("Content-Security-Policy",
                              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");
  answer.body = payment_page(*session, language.starts_with("en"));
  co_return answer;
}

struct Choice {
  std::string outcome;
  std::int64_t delay_ms = 0;
  bool from_page = false;
};

std::variant<Choice, Answer> read_choice(const Request& request) {
  http::FieldFaults faults;
  Choice choice;
  if (request.header(http::FieldName::content_type).starts_with("application/x-www-form-urlencoded")) {
    Request form;
    form.query = request.body;
    choice.outcome = form.query_value("outcome").value_or("");
    choice.from_page = true;
  } else {
    http::JsonBody body(request);
    if (body.refused()) return *body.refused();
    auto reader = body.reader(faults);
    choice.outcome = reader.text("outcome", 1, 24).value_or("");
    choice.delay_ms = reader.optional_integer("delay_ms", 0, 3'600'000).value_or(0);
    reader.unknown_members();
  }
  if (faults.none() && !is_outcome(choice.outcome))
    faults.add("/outcome", "must be one of pay, decline, pay_late, pay_twice, capture_then_timeout");
  if (!faults.none()) return faults.problem();
  return choice;
}

Task<Answer> choose_outcome(Bank& bank, Request& request) {
  const auto session = co_await find_session(bank.pool, std::string{request.params[0]}, request.now);
  if (!session) co_return nothing_here();
  auto read = read_choice(request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  const auto& choice = std::get<Choice>(read);
  co_await choose(bank.pool, bank.ids, session->id, choice.outcome, std::chrono::milliseconds{choice.delay_ms}, request.now);
  bank.webhooks_wake.notify_one();
  Answer answer = http::json_answer(R"({"status":"accepted"})", 202);
  if (choice.from_page) {
    answer.status = 303;
    answer.headers.emplace_back("Location", choice.outcome == "decline" ? "/pay/" + session->id : session->return_url);
  } else {
    answer.hang_up = choice.outcome == "capture_then_timeout";
  }
  co_return answer;
}

Answer healthz(Bank&, Request&) { return http::json_answer(R"({"status":"alive"})"); }
Answer readyz(Bank&, Request&) { return http::json_answer(R"({"status":"ready"})"); }
Answer metrics(Bank& bank, Request&) {
  Answer answer = http::json_answer(bank.metrics.text());
  answer.content_type = "text/plain; version=0.0.4";
  return answer;
}

constexpr http::Route<Bank> routes[] = {
    {Verb::post, "/v1/sessions", Access::service, create_session, Kind::idempotent},
    {Verb::get, "/v1/sessions/{id}", Access::service, get_session},
    {Verb::post, "/v1/sessions/{id}/close", Access::service, end_session},
    {Verb::post, "/v1/captures/{id}/refund", Access::service, refund_capture, Kind::idempotent},
    {Verb::get, "/pay/{id}", Access::open, show_page},
    {Verb::post, "/pay/{id}/outcome", Access::open, choose_outcome},
    {Verb::get, "/healthz", Access::open, healthz, Kind::hot},
    {Verb::get, "/readyz", Access::open, readyz, Kind::hot},
    {Verb::get, "/metrics", Access::open, metrics, Kind::hot},
};

Task<> perform_forever(Bank& bank) {
  for (;;) {
    std::string fault;
    std::size_t done = 0;
    try {
      done = co_await perform_due(bank.pool, bank.ids, bank.clock.now());
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("outcomes", {{"what", fault}});
    if (done > 0) bank.webhooks_wake.notify_one();
    co_await loop::sleep_for(100ms);
  }
}

Task<bool> send_webhook(http::Client& client, std::string target, std::string signature, std::string body) {
  http::Call call;
  call.method = Verb::post;
  call.target = std::move(target);
  call.body = std::move(body);
  call.headers.emplace_back("X-Sandbox-Signature", std::move(signature));
  bool ok = false;
  try {
    const auto reply = co_await client.send(std::move(call));
    ok = reply.status == 200;
  } catch (const std::exception& error) {
    telemetry::warn("webhook not delivered", {{"what", error.what()}});
  }
  co_return ok;
}

// Sends all that are due at the same time, and waits for all of them.
Task<> send_due(loop::Loop& loop, Bank& bank, http::Client& client, std::string target, std::vector<WebhookRow> due) {
  std::vector<std::uint64_t> delivered;
  std::vector<WebhookRow> failed;
  std::size_t left = due.size();
  loop::Signal done(loop);
  auto one = [&](WebhookRow mine) -> Task<> {  // outlives all of its coroutines: they are waited for below
    std::string signature = payment::sign_webhook(bank.config.secret, mine.body, bank.clock.now());
    const bool ok = co_await send_webhook(client, target, std::move(signature), mine.body);
    if (ok) delivered.push_back(mine.id);
    else failed.push_back(mine);
    if (--left == 0) done.notify_all();
  };
  for (const auto& row : due) loop.spawn(one(row));
  while (left > 0) co_await done.wait();
  co_await webhooks_delivered(bank.pool, std::move(delivered));
  for (const auto& row : failed) {
    const auto pause = std::min<Duration>(1s * (1 << std::min<std::uint64_t>(row.attempts, 6)), 60s);
    co_await webhook_failed(bank.pool, row.id, bank.clock.now() + pause);
  }
}

Task<> send_webhooks_forever(loop::Loop& loop, Bank& bank) {
  const auto& url = bank.config.webhook_url;
  const auto slash = url.find('/', url.find("://") + 3);
  http::Client client(loop, url.substr(0, slash));
  for (;;) {
    bool any = false;
    std::string fault;
    try {
      auto due = co_await webhooks_due(bank.pool, bank.clock.now());
      any = !due.empty();
      if (any) co_await send_due(loop, bank, client, url.substr(slash), std::move(due));
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("webhooks", {{"what", fault}});
    if (!any || !fault.empty()) co_await bank.webhooks_wake.wait_for(200ms);
  }
}

Config read_config() {
  base::Environment env;
  Config config;
  if (env.choice("GELORA_ENV", {"production", "development"}) == "production")
    env.fault("the sandbox bank is for development only");
  config.listen = env.text("GELORA_LISTEN", "127.0.0.1:8084");
  config.public_url = env.required("GELORA_BANK_PUBLIC_URL");
  config.secret = env.secret_file("GELORA_SANDBOX_SECRET_FILE", 32);
  config.webhook_url = env.required("GELORA_WEBHOOK_URL");
  config.service_keys_dir = env.required("GELORA_SERVICE_KEYS_DIR");
  config.database = mysql::read_settings(env);
  env.finish();
  return config;
}

int migrate() {
  base::Environment env;
  const auto settings = mysql::read_settings(env, "GELORA_DB_DDL_USER", "GELORA_DB_DDL_PASSWORD_FILE");
  env.finish();
  loop::Loop loop;
  return loop::run_once(loop, [&]() -> Task<> {
    mysql::Connection connection(loop, settings);
    co_await connection.open(true);
    const int applied = co_await mysql::migrate(connection, migrations);
    std::printf("sandbox bank: %d migrations applied\n", applied);
  });
}

int serve() {
  const Config config = read_config();
  SystemClock clock;
  telemetry::Metrics metrics_registry;
  loop::Loop loop;
  mysql::Pool pool(loop, config.database, 8);
  IdGenerator ids(1);  // there is one bank
  loop::Signal wake(loop);
  Bank bank{pool, ids, clock, config, metrics_registry, wake};
  auth::AccessTokenVerifier nobody("gelora");
  auth::ServiceTokens service_tokens("sandbox-bank", config.service_keys_dir, {"payment-service"});
  const http::Routes table(routes, bank);
  http::Server server(loop, table, http::authenticate_with(nobody, service_tokens), clock, metrics_registry);
  const auto start = [&]() -> Task<> {
    {
      const auto lease = co_await pool.take();
      co_await mysql::assert_migrated(*lease, migrations);
    }
    loop.spawn(perform_forever(bank));
    loop.spawn(send_webhooks_forever(loop, bank));
    server.listen(config.listen);
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
