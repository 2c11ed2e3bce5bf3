#include "webhooks.hpp"

#include "http/client.hpp"
#include "payment/domain/signature.hpp"
#include "telemetry/log.hpp"
#include "telemetry/spans.hpp"

namespace gelora::bank {
namespace {

using namespace std::chrono_literals;

using Headers = std::vector<std::pair<std::string, std::string>>;

Headers signature_of(const Config& config, const WebhookRow& row, Instant now) {
  switch (row.protocol) {
    case Protocol::sandbox: return {{"X-Sandbox-Signature", payment::sign_webhook(config.secret, row.body, now)}};
    case Protocol::stripe: return {{"Stripe-Signature", payment::sign_webhook(config.stripe_secret, row.body, now)}};
    case Protocol::midtrans: return {};  // it is in the body
  }
  return {};
}

std::string endpoint_of(Protocol protocol) {
  switch (protocol) {
    case Protocol::sandbox: return "sandbox";
    case Protocol::stripe: return "stripe";
    case Protocol::midtrans: return "midtrans";
  }
  return "";
}

class Sender {
 public:
  Sender(loop::Loop& loop, Bank& bank)
      : loop_(loop),
        bank_(bank),
        slash_(bank.config.webhook_url.find('/', bank.config.webhook_url.find("://") + 3)),
        client_(loop, bank.config.webhook_url.substr(0, slash_)) {}

  // All that are due at the same time; waits for all of them.
  Task<> send(std::vector<WebhookRow> due) {
    std::vector<std::uint64_t> delivered;
    std::vector<std::pair<std::uint64_t, Duration>> later;
    std::size_t left = due.size();
    loop::Signal done(loop_);
    auto one = [&](WebhookRow mine) -> Task<> {  // outlives all of its coroutines: they are waited for below
      const auto pause = co_await deliver(mine);
      if (pause) later.emplace_back(mine.id, *pause);
      else delivered.push_back(mine.id);
      if (--left == 0) done.notify_all();
    };
    for (const auto& row : due) loop_.spawn(one(row));
    while (left > 0) co_await done.wait();
    co_await webhooks_delivered(bank_.pool, std::move(delivered));
    for (const auto& [id, pause] : later) co_await webhook_failed(bank_.pool, id, bank_.clock.now() + pause);
  }

 private:
  // Nothing when that is done; else how long to wait before the next try.
  Task<std::optional<Duration>> deliver(WebhookRow row) {
    auto& faults = bank_.faults;
    if (row.attempts == 0) {
      Duration late = faults.delay(Faults::webhook_late);
      if (faults.strikes(Faults::webhook_shuffled)) late += std::chrono::milliseconds{1 + faults.any(1000)};
      if (late > Duration{}) co_return late;
    }
    if (faults.strikes(Faults::webhook_lost)) co_return std::nullopt;
    if (faults.strikes(Faults::webhook_forged)) co_await post(row, true);
    const bool ok = co_await post(row, false);
    if (ok && faults.strikes(Faults::webhook_twice)) co_await post(row, false);
    if (ok) co_return std::nullopt;
    co_return std::min<Duration>(1s * (1 << std::min<std::uint64_t>(row.attempts, 6)), 60s);
  }

  Task<bool> post(WebhookRow row, bool forged) {
    http::Call call;
    call.method = http::Verb::post;
    call.target = bank_.config.webhook_url.substr(slash_) + "/" + endpoint_of(row.protocol);
    call.headers = signature_of(bank_.config, row, bank_.clock.now());
    if (forged) row = forge(std::move(row), call.headers);
    call.body = std::move(row.body);
    const telemetry::KeepTrace keep;
    if (telemetry::tracing())
      telemetry::current_trace() = telemetry::parse_traceparent(row.traceparent).value_or(telemetry::Trace{});
    call.traceparent = row.traceparent;
    bool ok = false;
    try {
      const auto reply = co_await client_.send(std::move(call));
      ok = reply.status == 200;
    } catch (const std::exception& error) {
      telemetry::warn("webhook not delivered", {{"what", error.what()}});
    }
    co_return ok;
  }

  // A digit of the signature or a byte of the body is another.
  WebhookRow forge(WebhookRow row, Headers& headers) {
    if (!headers.empty() && bank_.faults.any(2) == 0) {
      auto& last = headers.front().second.back();
      last = last == '0' ? '1' : '0';
    } else {
      row.body[bank_.faults.any(row.body.size())] ^= 1;
    }
    return row;
  }

  loop::Loop& loop_;
  Bank& bank_;
  std::size_t slash_;
  http::Client client_;
};

}  // namespace

Task<> send_webhooks_forever(loop::Loop& loop, Bank& bank) {
  Sender sender(loop, bank);
  for (;;) {
    bool any = false;
    std::string fault;
    try {
      auto due = co_await webhooks_due(bank.pool, bank.clock.now());
      any = !due.empty();
      if (any) co_await sender.send(std::move(due));
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("webhooks", {{"what", fault}});
    if (!any || !fault.empty()) co_await bank.webhooks_wake.wait_for(200ms);
  }
}

}  // namespace gelora::bank
