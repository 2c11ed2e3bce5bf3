#include "booking/storage/webhooks.hpp"

#include <boost/json.hpp>

#include "booking/box_office/batch.hpp"
#include "booking/storage/batch_sql.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;
using mysql::u64, mysql::i64, mysql::text, mysql::instant;

constexpr std::uint64_t entries_at_once = 500;  // of a journal
constexpr std::uint64_t rows_at_once = 1000;

#define WEBHOOK_COLUMNS                                                                                               \
  "w.id, w.organisation_id, w.url, w.events, w.status, w.failing_since_us, w.created_at_us, w.secret, w.old_secret, " \
  "w.old_secret_until_us"
#define DELIVERY_COLUMNS                                                                                                      \
  "d.id, d.type, d.body, d.status, d.attempts, d.created_at_us, d.next_attempt_us, d.tried_at_us, d.took_ms, d.http_status, " \
  "d.answer, d.fault"
constexpr std::size_t webhook_columns = 10;

constexpr auto select_webhooks = "SELECT " WEBHOOK_COLUMNS " FROM webhooks w WHERE w.organisation_id = ? ORDER BY w.id DESC";
constexpr auto select_webhook = "SELECT " WEBHOOK_COLUMNS " FROM webhooks w WHERE w.organisation_id = ? AND w.id = ?";
constexpr auto lock_webhooks = "SELECT id FROM webhooks WHERE organisation_id = ? ORDER BY id FOR UPDATE";
constexpr auto insert_webhook =
    "INSERT INTO webhooks (id, organisation_id, url, events, secret, created_at_us) VALUES (?, ?, ?, ?, ?, ?)";
constexpr auto update_webhook =
    "UPDATE webhooks SET failing_since_us = IF(status <> ? OR url <> ?, NULL, failing_since_us), url = ?, events = ?, status = ? "
    "WHERE organisation_id = ? AND id = ?";
constexpr auto delete_row = "DELETE FROM webhooks WHERE organisation_id = ? AND id = ?";
constexpr auto delete_deliveries = "DELETE FROM webhook_deliveries WHERE webhook_id = ? AND organisation_id = ? LIMIT ?";
constexpr auto update_secret =
    "UPDATE webhooks SET old_secret = secret, old_secret_until_us = ?, secret = ? WHERE organisation_id = ? AND id = ?";
// Whoever begins to be told is told nothing of before; who is told already misses nothing.
constexpr auto begin_cursors =
    "INSERT INTO webhook_cursors (show_id, version) SELECT l.show_id, l.version FROM show_leases l JOIN shows s ON s.id = "
    "l.show_id JOIN concerts c ON c.id = s.concert_id WHERE c.organisation_id = ? ON DUPLICATE KEY UPDATE version = IF((SELECT "
    "COUNT(*) FROM webhooks o WHERE o.organisation_id = ? AND o.status = 1 AND o.id <> ?) > 0, webhook_cursors.version, "
    "VALUES(version))";

constexpr auto select_deliveries =
    "SELECT " DELIVERY_COLUMNS " FROM webhook_deliveries d WHERE d.webhook_id = ? AND d.id < ? ORDER BY d.id DESC LIMIT ?";
constexpr auto select_delivery = "SELECT " DELIVERY_COLUMNS " FROM webhook_deliveries d WHERE d.webhook_id = ? AND d.id = ?";
constexpr auto insert_delivery =
    "INSERT INTO webhook_deliveries (id, webhook_id, organisation_id, type, body, next_attempt_us, created_at_us) VALUES (?, ?, "
    "?, "
    "?, ?, ?, ?)";
constexpr auto replay_row =
    "UPDATE webhook_deliveries SET status = 1, attempts = 0, next_attempt_us = ? WHERE webhook_id = ? AND id = ?";

constexpr auto select_who_wants =
    "SELECT w.id, w.organisation_id, c.id, s.starts_at_us FROM webhooks w JOIN concerts c ON c.organisation_id = "
    "w.organisation_id JOIN shows s ON s.concert_id = c.id WHERE s.id = ? AND w.status = 1 AND FIND_IN_SET(?, w.events) > 0";
constexpr auto select_behind =
    "SELECT l.show_id FROM show_leases l JOIN shows s ON s.id = l.show_id JOIN concerts c ON c.id = s.concert_id LEFT JOIN "
    "webhook_cursors u ON u.show_id = l.show_id WHERE c.organisation_id IN (SELECT organisation_id FROM webhooks WHERE status = "
    "1) AND l.version > COALESCE(u.version, 0) ORDER BY l.show_id";
// Locks the row: of several processes one goes on at a time.
constexpr auto take_cursor =
    "INSERT INTO webhook_cursors (show_id, version) VALUES (?, 0) ON DUPLICATE KEY UPDATE version = version";
constexpr auto select_cursor =
    "SELECT u.version, l.version FROM webhook_cursors u JOIN show_leases l ON l.show_id = u.show_id WHERE u.show_id = ?";
constexpr auto select_listeners =
    "SELECT w.id, w.organisation_id, w.events FROM webhooks w JOIN concerts c ON c.organisation_id = w.organisation_id JOIN "
    "shows s "
    "ON s.concert_id = c.id WHERE s.id = ? AND w.status = 1 ORDER BY w.id";
constexpr auto select_entries =
    "SELECT j.kind, j.at_us, j.booking_id, j.places, b.reference, b.total_minor, b.refunded_minor, b.currency FROM journal j "
    "LEFT "
    "JOIN bookings b ON b.id = j.booking_id WHERE j.show_id = ? AND j.version > ? AND j.version <= ? AND j.kind IN (5, 6, 9, 10, "
    "14, 20, 24) ORDER BY j.version";
constexpr auto update_cursor = "UPDATE webhook_cursors SET version = ? WHERE show_id = ?";

constexpr auto claim_row =
    "UPDATE webhook_deliveries SET attempts = attempts + 1, next_attempt_us = ? WHERE id = ? AND attempts = ? AND status = 1";
constexpr auto settle_row =
    "UPDATE webhook_deliveries SET status = ?, next_attempt_us = ?, tried_at_us = ?, took_ms = ?, http_status = ?, answer = ?, "
    "fault = ? WHERE id = ? AND attempts = ?";
constexpr auto works = "UPDATE webhooks SET failing_since_us = NULL WHERE id = ? AND failing_since_us IS NOT NULL";
constexpr auto fails = "UPDATE webhooks SET failing_since_us = ? WHERE id = ? AND failing_since_us IS NULL";
constexpr auto give_up_row = "UPDATE webhooks SET status = 3 WHERE id = ? AND url = ? AND status = 1 AND failing_since_us <= ?";
constexpr auto wake_rows = "UPDATE webhook_deliveries SET status = 1 WHERE webhook_id = ? AND status = 4 LIMIT ?";
constexpr auto wake_forgotten =
    "UPDATE webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id SET d.status = 1 WHERE d.status = 4 AND w.status = 1";
constexpr auto forget_rows = "DELETE FROM webhook_deliveries WHERE created_at_us < ? LIMIT 1000";
constexpr auto select_backlog =
    "SELECT COUNT(*), MIN(next_attempt_us) FROM (SELECT d.next_attempt_us FROM webhook_deliveries d JOIN webhooks w ON w.id = "
    "d.webhook_id AND w.status = 1 WHERE d.status = 1 AND d.next_attempt_us < UNIX_TIMESTAMP() * 1000000 ORDER BY "
    "d.next_attempt_us LIMIT 10000) waiting";

Webhook webhook_of(mysql::RowView row, std::size_t at = 0) {
  return {{u64(row.at(at))},
          u64(row.at(at + 1)),
          text(row.at(at + 2)),
          text(row.at(at + 3)),
          static_cast<WebhookStatus>(u64(row.at(at + 4))),
          mysql::optional_instant(row.at(at + 5)),
          instant(row.at(at + 6)),
          text(row.at(at + 7)),
          text(row.at(at + 8)),
          instant(row.at(at + 9))};
}

Delivery delivery_of(mysql::RowView row, std::size_t at = 0) {
  return {{u64(row.at(at))},   text(row.at(at + 1)),    text(row.at(at + 2)),    static_cast<DeliveryStatus>(u64(row.at(at + 3))),
          u64(row.at(at + 4)), instant(row.at(at + 5)), instant(row.at(at + 6)), mysql::optional_instant(row.at(at + 7)),
          u64(row.at(at + 8)), u64(row.at(at + 9)),     text(row.at(at + 10)),   text(row.at(at + 11))};
}

json::object text_of(const Webhook& webhook) {
  const auto url = without_query(webhook.url);
  return {
      {"id", webhook.id.text()}, {"name", url}, {"url", url}, {"events", webhook.events}, {"status", name_of(webhook.status)}};
}

Task<> note(mysql::Connection& db, IdGenerator& ids, Author author, std::string event, json::value before, json::value after) {
  CatalogueChange change{std::move(event), {}, {}, std::move(before), std::move(after)};
  co_await note_change(db, ids, author, std::move(change));
}

std::string_view type_of(JournalKind kind) {
  switch (kind) {
    case JournalKind::confirmed:
    case JournalKind::resold:
    case JournalKind::sold_at_counter: return "booking.confirmed";
    case JournalKind::refunded: return "booking.refunded";
    case JournalKind::cancelled: return "booking.cancelled";
    case JournalKind::transferred: return "ticket.transferred";
    default: return "ticket.admitted";
  }
}

std::string body_of(std::string_view type, Instant at, json::object data) {
  return json::serialize(json::object{{"type", type}, {"timestamp", to_rfc3339(at)}, {"data", std::move(data)}});
}

json::object money(std::int64_t minor, const std::string& currency) { return {{"amount_minor", minor}, {"currency", currency}}; }

// Ids, money and places: who they are is asked for with a key, where it is needed.
std::string told_of(ShowId show, mysql::RowView entry) {
  const auto type = type_of(static_cast<JournalKind>(u64(entry.at(0))));
  json::array places;
  for (const auto place : read_places_blob(text(entry.at(3)))) places.emplace_back(place);
  json::object data{{"show_id", show.text()}, {"booking_id", std::to_string(u64(entry.at(2)))}, {"seat_nos", std::move(places)}};
  if (!entry.at(4).is_null() && type.starts_with("booking.")) {
    const auto currency = text(entry.at(7));
    data["reference"] = text(entry.at(4));
    data["total"] = money(i64(entry.at(5)), currency);
    data["refunded"] = money(i64(entry.at(6)), currency);
  }
  return body_of(type, instant(entry.at(1)), std::move(data));
}

bool wants(const std::string& events, std::string_view type) {
  return ("," + events + ",").find("," + std::string{type} + ",") != std::string::npos;
}

// True when there is more of this show.
Task<bool> follow_journal(mysql::Pool& pool, IdGenerator& ids, ShowId show, Instant now) {
  auto body = [&ids, show, now](mysql::Connection& db) -> Task<bool> {
    co_await db.query(take_cursor, show);
    const auto versions = co_await db.query(select_cursor, show);
    if (versions.rows().empty()) co_return false;
    const std::uint64_t from = u64(versions.rows().at(0).at(0)), last = u64(versions.rows().at(0).at(1));
    const std::uint64_t to = std::min(last, from + entries_at_once);
    if (to <= from) co_return false;
    const auto listeners = co_await db.query(select_listeners, show);
    const auto entries = co_await db.query(select_entries, show, from, to);
    for (const auto entry : entries.rows()) {
      const std::string type{type_of(static_cast<JournalKind>(u64(entry.at(0))))};
      for (const auto one : listeners.rows()) {
        if (!wants(text(one.at(2)), type)) continue;
        co_await db.query(insert_delivery, ids.next(now), u64(one.at(0)), u64(one.at(1)), type, told_of(show, entry), now, now);
      }
    }
    co_await db.query(update_cursor, to, show);
    co_return to < last;
  };
  co_return co_await pool.transaction(std::move(body));
}

}  // namespace

std::string deliveries_backlog() { return select_backlog; }

Task<std::vector<Webhook>> list_webhooks(mysql::Pool& pool, std::uint64_t organisation) {
  const auto found = co_await pool.query(select_webhooks, organisation);
  std::vector<Webhook> webhooks;
  for (const auto row : found.rows()) webhooks.push_back(webhook_of(row));
  co_return webhooks;
}

Task<std::optional<Webhook>> find_webhook(mysql::Pool& pool, std::uint64_t organisation, WebhookId id) {
  const auto found = co_await pool.query(select_webhook, organisation, id);
  if (found.rows().empty()) co_return std::nullopt;
  co_return webhook_of(found.rows().at(0));
}

Task<bool> create_webhook(mysql::Pool& pool, IdGenerator& ids, Author author, Webhook webhook, std::size_t most) {
  auto body = [&](mysql::Connection& db) -> Task<bool> {
    co_await db.query(insert_webhook, webhook.id, author.organisation, webhook.url, webhook.events, webhook.secret, author.now);
    // After the row is there, so that of two who come at once the later one sees the other.
    const auto all = co_await db.query(lock_webhooks, author.organisation);
    if (all.rows().size() > most) {
      co_await db.query(delete_row, author.organisation, webhook.id);
      co_return false;
    }
    co_await db.query(begin_cursors, author.organisation, author.organisation, webhook.id);
    co_await note(db, ids, author, "webhook_created", nullptr, text_of(webhook));
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

Task<bool> change_webhook(mysql::Pool& pool, IdGenerator& ids, Author author, Webhook webhook) {
  auto body = [&](mysql::Connection& db) -> Task<bool> {
    co_await db.query(lock_webhooks, author.organisation);
    const auto found = co_await db.query(select_webhook, author.organisation, webhook.id);
    if (found.rows().empty()) co_return false;
    const Webhook was = webhook_of(found.rows().at(0));
    const bool begins = webhook.status == WebhookStatus::on && was.status != WebhookStatus::on;
    if (begins) co_await db.query(begin_cursors, author.organisation, author.organisation, webhook.id);
    const auto status = static_cast<unsigned>(webhook.status);
    co_await db.query(update_webhook, status, webhook.url, webhook.url, webhook.events, status, author.organisation, webhook.id);
    auto before = text_of(was), after = text_of(webhook);
    if (before == after && was.url != webhook.url) after["_query"] = "changed";
    co_await note(db, ids, author, "webhook_changed", std::move(before), std::move(after));
    co_return true;
  };
  const bool done = co_await pool.transaction(body);
  for (bool more = done && webhook.status == WebhookStatus::on; more;) {
    const auto some = co_await pool.query(wake_rows, webhook.id, rows_at_once);
    more = some.affected_rows() == rows_at_once;
  }
  co_return done;
}

Task<bool> delete_webhook(mysql::Pool& pool, IdGenerator& ids, Author author, WebhookId id) {
  for (bool more = true; more;) {
    const auto some = co_await pool.query(delete_deliveries, id, author.organisation, rows_at_once);
    more = some.affected_rows() == rows_at_once;
  }
  auto body = [&](mysql::Connection& db) -> Task<bool> {
    const auto before = co_await db.query(select_webhook, author.organisation, id);
    const auto gone = co_await db.query(delete_row, author.organisation, id);
    if (before.rows().empty() || gone.affected_rows() == 0) co_return false;
    co_await db.query(delete_deliveries, id, author.organisation, rows_at_once);
    co_await note(db, ids, author, "webhook_deleted", text_of(webhook_of(before.rows().at(0))), nullptr);
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

Task<bool> replace_webhook_secret(mysql::Pool& pool, IdGenerator& ids, Author author, WebhookId id, std::string secret) {
  auto body = [&](mysql::Connection& db) -> Task<bool> {
    const auto done = co_await db.query(update_secret, author.now + webhook_overlap, secret, author.organisation, id);
    if (done.affected_rows() == 0) co_return false;
    const auto found = co_await db.query(select_webhook, author.organisation, id);
    json::object after{{"id", id.text()}, {"name", without_query(webhook_of(found.rows().at(0)).url)}};
    co_await note(db, ids, author, "webhook_secret_replaced", nullptr, std::move(after));
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

Task<std::vector<Delivery>> list_deliveries(mysql::Pool& pool, WebhookId webhook, std::uint64_t before, std::size_t limit) {
  const auto found = co_await pool.query(select_deliveries, webhook, before, limit);
  std::vector<Delivery> deliveries;
  for (const auto row : found.rows()) deliveries.push_back(delivery_of(row));
  co_return deliveries;
}

Task<std::optional<Delivery>> find_delivery(mysql::Pool& pool, WebhookId webhook, DeliveryId id) {
  const auto found = co_await pool.query(select_delivery, webhook, id);
  if (found.rows().empty()) co_return std::nullopt;
  co_return delivery_of(found.rows().at(0));
}

Task<DeliveryId> put_test_delivery(mysql::Pool& pool, IdGenerator& ids, Webhook webhook, std::string body, Instant now) {
  const auto id = ids.make<DeliveryId>(now);
  co_await pool.query(insert_delivery, id, webhook.id, webhook.organisation, webhook_test_event, body, now, now);
  co_return id;
}

Task<bool> replay_delivery(mysql::Pool& pool, WebhookId webhook, DeliveryId id, Instant now) {
  const auto done = co_await pool.query(replay_row, now, webhook, id);
  co_return done.affected_rows() == 1;
}

Task<> tell_webhooks(mysql::Connection& db, IdGenerator& ids, ShowId show, std::string type, Instant now) {
  const auto found = co_await db.query(select_who_wants, show, type);
  for (const auto row : found.rows()) {
    json::object data{
        {"show_id", show.text()}, {"concert_id", std::to_string(u64(row.at(2)))}, {"starts_at", to_rfc3339(instant(row.at(3)))}};
    co_await db.query(insert_delivery, ids.next(now), u64(row.at(0)), u64(row.at(1)), type, body_of(type, now, std::move(data)),
                      now, now);
  }
}

Task<bool> follow_journals(mysql::Pool& pool, IdGenerator& ids, Instant now) {
  const auto found = co_await pool.query(select_behind);
  bool more = false;
  for (const auto row : found.rows()) {
    const bool rest = co_await follow_journal(pool, ids, {u64(row.at(0))}, now);
    more = more || rest;
  }
  co_return more;
}

Task<std::vector<DueDelivery>> due_deliveries(mysql::Pool& pool, Instant now, std::set<std::uint64_t> busy, std::size_t limit) {
  std::vector<std::uint64_t> out{0};
  out.insert(out.end(), busy.begin(), busy.end());
  const auto found = co_await pool.run("SELECT " WEBHOOK_COLUMNS ", " DELIVERY_COLUMNS
                                       " FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id WHERE "
                                       "d.status = 1 AND d.next_attempt_us "
                                       "<= " +
                                       std::to_string(now.us) + " AND d.organisation_id NOT IN (" + mysql::id_list(out) +
                                       ") ORDER BY d.next_attempt_us, d.id LIMIT " + std::to_string(limit));
  std::vector<DueDelivery> due;
  for (const auto row : found.rows()) due.push_back({delivery_of(row, webhook_columns), webhook_of(row)});
  co_return due;
}

Task<> rest_deliveries(mysql::Pool& pool, std::vector<std::uint64_t> deliveries) {
  // Reads and locks the webhook as it is now: who switches it on wakes them afterwards.
  co_await pool.run("UPDATE webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id SET d.status = 4 WHERE d.id IN (" +
                    mysql::id_list(deliveries) + ") AND d.status = 1 AND w.status <> 1");
}

Task<bool> claim_delivery(mysql::Pool& pool, Delivery delivery, Instant until) {
  const auto done = co_await pool.query(claim_row, until, delivery.id, delivery.attempts);
  co_return done.affected_rows() == 1;
}

Task<> settle_delivery(mysql::Pool& pool, Delivery delivery, WebhookId webhook, bool taken) {
  auto body = [&](mysql::Connection& db) -> Task<> {
    const auto done = co_await db.query(settle_row, static_cast<unsigned>(delivery.status), delivery.next_attempt,
                                        delivery.tried_at, delivery.took_ms, delivery.http_status, delivery.answer,
                                        delivery.fault, delivery.id, delivery.attempts);
    if (done.affected_rows() == 0) co_return;  // it was replayed, or deleted, meanwhile
    if (taken) co_await db.query(works, webhook);
    else co_await db.query(fails, delivery.tried_at, webhook);
  };
  co_await pool.transaction(body);
}

Task<bool> give_webhook_up(mysql::Pool& pool, IdGenerator& ids, Webhook webhook, Instant failing_since,
                           std::vector<mail::Message> mails, Instant now) {
  auto body = [&](mysql::Connection& db) -> Task<bool> {
    const auto done = co_await db.query(give_up_row, webhook.id, webhook.url, failing_since);
    if (done.affected_rows() == 0) co_return false;
    for (const auto& one : mails) co_await mail::put(db, ids.next(now), one, now);
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

Task<> wake_deliveries(mysql::Pool& pool) { co_await pool.query(wake_forgotten); }

Task<std::uint64_t> forget_deliveries(mysql::Pool& pool, Instant before) {
  const auto done = co_await pool.query(forget_rows, before);
  co_return done.affected_rows();
}

}  // namespace gelora::booking
