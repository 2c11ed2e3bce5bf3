// Webhooks of organisations and what they are told, in SQL. See migrations/0021_webhooks.sql.
#pragma once
#include <optional>
#include <set>

#include "booking/domain/webhook.hpp"
#include "booking/storage/drafts.hpp"
#include "mail/mail_outbox.hpp"

namespace gelora::booking {

struct Webhook {
  WebhookId id;
  std::uint64_t organisation = 0;
  std::string url;
  std::string events;  // names, separated by commas
  WebhookStatus status = WebhookStatus::on;
  std::optional<Instant> failing_since;
  Instant created_at;
  std::string secret;      // sealed; those of before lie open
  std::string old_secret;  // likewise; empty: none
  Instant old_secret_until;
};

struct Delivery {
  DeliveryId id;
  std::string type, body;
  DeliveryStatus status = DeliveryStatus::waiting;
  std::uint64_t attempts = 0;
  Instant created_at, next_attempt;
  std::optional<Instant> tried_at;
  std::uint64_t took_ms = 0, http_status = 0;
  std::string answer, fault;
};

Task<std::vector<Webhook>> list_webhooks(mysql::Pool& pool, std::uint64_t organisation);
Task<std::optional<Webhook>> find_webhook(mysql::Pool& pool, std::uint64_t organisation, WebhookId id);
// From now on it is told what happens. False when the organisation has as many as it may.
Task<bool> create_webhook(mysql::Pool& pool, IdGenerator& ids, Author author, Webhook webhook, std::size_t most);
// Its address, events and status; switched on, it begins anew.
Task<bool> change_webhook(mysql::Pool& pool, IdGenerator& ids, Author author, Webhook webhook);
Task<bool> delete_webhook(mysql::Pool& pool, IdGenerator& ids, Author author, WebhookId id);
// The one it has signs as well until then. `secret` is sealed.
Task<bool> replace_webhook_secret(mysql::Pool& pool, IdGenerator& ids, Author author, WebhookId id, std::string secret);

// Newest first.
Task<std::vector<Delivery>> list_deliveries(mysql::Pool& pool, WebhookId webhook, std::uint64_t before, std::size_t limit);
Task<std::optional<Delivery>> find_delivery(mysql::Pool& pool, WebhookId webhook, DeliveryId id);
Task<DeliveryId> put_test_delivery(mysql::Pool& pool, IdGenerator& ids, Webhook webhook, std::string body, Instant now);
// Told once more, from the first attempt on. False when there is no such.
Task<bool> replay_delivery(mysql::Pool& pool, WebhookId webhook, DeliveryId id, Instant now);

// Within the caller's transaction: tells the webhooks of the organisation that want it about one of its shows.
Task<> tell_webhooks(mysql::Connection& db, IdGenerator& ids, ShowId show, std::string type, Instant now);
// Makes deliveries of what the journals of shows say since the last time; whether there is more.
Task<bool> follow_journals(mysql::Pool& pool, IdGenerator& ids, Instant now);

struct DueDelivery {
  Delivery delivery;
  Webhook webhook;
};
// Some that are due, of organisations that are not in `busy`, oldest first; also of webhooks that are not on, which are to rest.
Task<std::vector<DueDelivery>> due_deliveries(mysql::Pool& pool, Instant now, std::set<std::uint64_t> busy, std::size_t limit);
// Until their webhook is switched on, if it is still not.
Task<> rest_deliveries(mysql::Pool& pool, std::vector<std::uint64_t> deliveries);
// Those that rest though their webhook is on: a process ended between the two.
Task<> wake_deliveries(mysql::Pool& pool);
// Takes it until then; false when somebody else has. `attempts` goes up, and is the mark of who has it.
Task<bool> claim_delivery(mysql::Pool& pool, Delivery delivery, Instant until);
// What became of an attempt: `delivery` as it is from now on.
Task<> settle_delivery(mysql::Pool& pool, Delivery delivery, WebhookId webhook, bool taken);
// Calls it no more, and writes these mails about it; once, and only if it fails since then and was not switched on or moved
// since: else false.
Task<bool> give_webhook_up(mysql::Pool& pool, IdGenerator& ids, Webhook webhook, Instant failing_since,
                           std::vector<mail::Message> mails, Instant now);
Task<std::uint64_t> forget_deliveries(mysql::Pool& pool, Instant before);

// How many wait, and since when the oldest is due; see mysql::Backlog. Those to be tried again later do not count.
std::string deliveries_backlog();

}  // namespace gelora::booking
