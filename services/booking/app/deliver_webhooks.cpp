#include "booking/app/deliver_webhooks.hpp"

#include <sodium.h>

#include <boost/locale/encoding_utf.hpp>

#include "booking/app/webhook_letters.hpp"
#include "booking/storage/webhooks.hpp"
#include "mail/mime.hpp"
#include "mysql/backlog.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_of_one = 2;  // of an organisation, on the way at once
constexpr std::size_t most_at_once = 64;
constexpr std::size_t page = 50;
constexpr auto taken_for = 60s;  // longer than an attempt can take
constexpr auto kept_for = 30 * 24h;
constexpr unsigned gone = 410;

double luck() { return static_cast<double>(randombytes_random()) / 4294967295.0; }

// Those that were made before secrets were sealed lie open.
std::optional<std::string> opened(const seal::Seals& seals, const std::string& stored) {
  if (is_webhook_secret(stored)) return stored;
  return seals.open(stored);
}

// Nothing when the secret was sealed with another key.
std::optional<std::string> signatures(const seal::Seals& seals, const Webhook& webhook, const Delivery& delivery, Instant now) {
  const std::int64_t seconds = now.us / 1'000'000;
  const auto secret = opened(seals, webhook.secret);
  if (!secret) return std::nullopt;
  std::string all = webhook_signature(*secret, delivery.id.text(), seconds, delivery.body);
  const auto old = now < webhook.old_secret_until ? opened(seals, webhook.old_secret) : std::nullopt;
  if (old) all += " " + webhook_signature(*old, delivery.id.text(), seconds, delivery.body);
  return all;
}

class Postman {
 public:
  Postman(loop::Loop& loop, PostOffice& office, http::OutwardClient& client, const seal::Seals& seals,
          telemetry::Metrics& metrics)
      : loop_(loop),
        office_(office),
        client_(client),
        seals_(seals),
        freed_(loop),
        delivered_(metrics.counter("gelora_webhook_events_delivered_total", "Events that a webhook took")),
        failed_(metrics.counter("gelora_webhook_events_failed_total", "Attempts at webhooks that failed")),
        given_up_(metrics.counter("gelora_webhook_events_given_up_total", "Events that no attempt could deliver")),
        waiting_(metrics.gauge("gelora_webhook_events_waiting", "Events for webhooks whose time has come, counted up to 10,000")),
        late_(metrics.gauge("gelora_webhook_events_late_seconds", "How long the oldest of them is overdue")) {}

  Task<> run() {
    loop_.spawn(mysql::keep_measuring(office_.pool, office_.clock, {deliveries_backlog(), waiting_, late_}));
    for (;;) {
      bool begun = false;
      std::string fault;
      try {
        begun = co_await begin_some();
      } catch (const std::exception& error) {
        fault = error.what();
      }
      if (!fault.empty()) telemetry::warn("webhooks", {{"what", fault}});
      if (!begun) co_await freed_.wait_for(200ms);
    }
  }

 private:
  Task<bool> begin_some() {
    if (on_the_way_ >= most_at_once) co_return false;
    std::set<std::uint64_t> busy;
    for (const auto& [organisation, count] : of_one_) {
      if (count >= most_of_one) busy.insert(organisation);
    }
    const auto due = co_await due_deliveries(office_.pool, office_.clock.now(), std::move(busy), page);
    std::vector<std::uint64_t> resting;
    for (const auto& one : due) {
      if (one.webhook.status != WebhookStatus::on) resting.push_back(one.delivery.id.value);
    }
    bool begun = !resting.empty();
    if (begun) co_await rest_deliveries(office_.pool, std::move(resting));
    for (const auto& one : due) {
      if (one.webhook.status != WebhookStatus::on) continue;
      if (on_the_way_ >= most_at_once) break;
      if (of_one_[one.webhook.organisation] >= most_of_one) continue;
      const bool ours = co_await claim_delivery(office_.pool, one.delivery, office_.clock.now() + taken_for);
      if (!ours) continue;
      ++of_one_[one.webhook.organisation];
      ++on_the_way_;
      begun = true;
      loop_.spawn(attempt(one));
    }
    co_return begun;
  }

  Task<> attempt(DueDelivery one) {
    ++one.delivery.attempts;
    std::string fault;
    try {
      co_await try_to_deliver(one);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("a webhook waits", {{"id", one.delivery.id.text()}, {"what", fault}});
    const auto count = of_one_.find(one.webhook.organisation);
    if (--count->second == 0) of_one_.erase(count);
    --on_the_way_;
    freed_.notify_all();
  }

  Task<> try_to_deliver(DueDelivery& one) {
    Delivery& delivery = one.delivery;
    const Instant begun = office_.clock.now();
    const auto told = co_await told_of(one);
    const Instant now = office_.clock.now();
    delivery.tried_at = now;
    delivery.took_ms = static_cast<std::uint64_t>((now - begun).count() / 1000);
    delivery.http_status = told.status;
    delivery.answer = told.answer;
    delivery.fault = told.fault;
    const bool taken = told.status / 100 == 2;
    const auto pause = taken ? std::nullopt : webhook_pause(static_cast<unsigned>(delivery.attempts), luck());
    delivery.status = taken ? DeliveryStatus::delivered : pause ? DeliveryStatus::waiting : DeliveryStatus::given_up;
    delivery.next_attempt = now + pause.value_or(Duration{});
    co_await settle_delivery(office_.pool, delivery, one.webhook.id, taken);
    (taken ? delivered_ : failed_).Increment();
    if (delivery.status == DeliveryStatus::given_up) given_up_.Increment();
    const bool too_long = one.webhook.failing_since && now - *one.webhook.failing_since >= webhook_patience;
    if (!taken && too_long) co_await give_up(one.webhook, *one.webhook.failing_since, now);
    else if (told.status == gone) co_await give_up(one.webhook, now, now);
  }

  struct Told {
    unsigned status = 0;
    std::string answer, fault;
  };
  Task<Told> told_of(const DueDelivery& one) {
    const auto target = http::parse_outward(one.webhook.url, client_.allows_private());
    if (!target) co_return Told{0, {}, "its address is not one that may be called"};
    const Instant now = office_.clock.now();
    const auto signed_by = signatures(seals_, one.webhook, one.delivery, now);
    if (!signed_by) co_return Told{0, {}, "its secret cannot be read any more: replace it"};
    http::OutwardCall call;
    call.to = *target;
    call.body = one.delivery.body;
    call.headers = {{"webhook-id", one.delivery.id.text()},
                    {"webhook-timestamp", std::to_string(now.us / 1'000'000)},
                    {"webhook-signature", *signed_by}};
    Told told;
    try {
      auto reply = co_await client_.post(std::move(call));
      told.status = reply.status;
      told.answer = boost::locale::conv::utf_to_utf<char>(reply.body);  // without what is no UTF-8
    } catch (const http::OutwardFault& fault) {
      told.fault = fault.what();
    }
    co_return told;
  }

  Task<> give_up(Webhook webhook, Instant failing_since, Instant now) {
    const auto owners = co_await office_.users.owners_of(webhook.organisation);
    std::vector<mail::Message> mails;
    for (const auto& owner : owners) mails.push_back(webhook_given_up_mail(webhook, owner, office_.public_url));
    const bool done = co_await give_webhook_up(office_.pool, office_.ids, webhook, failing_since, std::move(mails), now);
    if (!done) co_return;
    telemetry::info("a webhook is given up", {{"id", webhook.id.text()}});
    office_.mails.nudge();
  }

  loop::Loop& loop_;
  PostOffice& office_;
  http::OutwardClient& client_;
  const seal::Seals& seals_;
  loop::Signal freed_;
  std::map<std::uint64_t, std::size_t> of_one_;  // on the way, by organisation
  std::size_t on_the_way_ = 0;
  prometheus::Counter &delivered_, &failed_, &given_up_;
  prometheus::Gauge &waiting_, &late_;
};

Task<> forget_old(mysql::Pool& pool, Instant now) {
  for (bool more = true; more;) {
    const auto done = co_await forget_deliveries(pool, now - kept_for);
    more = done == 1000;
  }
}

}  // namespace

Task<> keep_following_journals(mysql::Pool& pool, IdGenerator& ids, const Clock& clock) {
  Instant forgot{};
  for (;;) {
    bool more = false;
    std::string fault;
    try {
      more = co_await follow_journals(pool, ids, clock.now());
      if (clock.now() - forgot > 1h) {
        co_await forget_old(pool, clock.now());
        co_await wake_deliveries(pool);
        forgot = clock.now();
      }
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("webhooks cannot follow the journals yet", {{"what", fault}});
    const auto pause = more ? 20ms : 250ms;
    co_await loop::sleep_for(pause);
  }
}

Task<> keep_delivering_webhooks(loop::Loop& loop, PostOffice& office, http::OutwardClient& client, const seal::Seals& seals,
                                telemetry::Metrics& metrics) {
  Postman postman(loop, office, client, seals, metrics);
  co_await postman.run();
}

}  // namespace gelora::booking
