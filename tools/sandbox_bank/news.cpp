#include "news.hpp"

#include "bank.hpp"
#include "midtrans_words.hpp"
#include "sandbox_words.hpp"
#include "stripe_words.hpp"

namespace gelora::bank {
namespace {

using namespace std::chrono_literals;
using mysql::u64, mysql::text;

constexpr auto insert_webhook =
    "INSERT INTO webhooks (id, protocol, body, attempts, next_attempt_us, traceparent) SELECT ?, ?, ?, ?, ?, traceparent FROM "
    "sessions WHERE id = ?";
constexpr auto select_webhooks =
    "SELECT id, protocol, body, attempts, traceparent FROM webhooks WHERE next_attempt_us <= ? ORDER BY next_attempt_us, id "
    "LIMIT "
    "100";
constexpr auto postpone_webhook = "UPDATE webhooks SET attempts = attempts + 1, next_attempt_us = ? WHERE id = ?";

}  // namespace

std::vector<Notice> Teller::notices(const Book& book, const News& news, Instant now) const {
  const std::uint64_t id = ids_.next(now);
  switch (book.session.protocol) {
    case Protocol::sandbox: return {{id, sandbox_notice(book, news, id, now)}};
    case Protocol::stripe: {
      std::vector<Notice> all;
      for (auto& [type, object] : stripe_events(book, news, config_.public_url)) {
        const std::uint64_t mine = all.empty() ? id : ids_.next(now);
        all.push_back({mine, stripe_event(type, std::move(object), mine, now)});
      }
      return all;
    }
    case Protocol::midtrans: {
      auto body = midtrans_notice(book, news, config_, now);
      if (!body) return {};
      return {{id, std::move(*body)}};
    }
  }
  return {};
}

Task<> Teller::tell(mysql::Connection& db, std::string session, News::What what, std::string about, bool lost,
                    Instant now) const {
  const News news{what, std::move(about)};
  auto row = co_await lock_session(db, session, now);
  const Book book = co_await read_book(db, std::move(*row));
  const auto due = lost ? now + 5s : now;
  for (const auto& notice : notices(book, news, now)) {
    co_await db.query(insert_webhook, notice.id, static_cast<unsigned>(book.session.protocol), notice.body,
                      static_cast<unsigned>(lost), due, session);
  }
}

Task<std::vector<WebhookRow>> webhooks_due(mysql::Pool& pool, Instant now) {
  const auto found = co_await pool.query(select_webhooks, now);
  std::vector<WebhookRow> webhooks;
  for (const auto row : found.rows())
    webhooks.push_back({u64(row.at(0)), static_cast<Protocol>(u64(row.at(1))), text(row.at(2)), u64(row.at(3)), text(row.at(4))});
  co_return webhooks;
}

Task<> webhooks_delivered(mysql::Pool& pool, std::vector<std::uint64_t> ids) {
  if (!ids.empty()) co_await pool.run("DELETE FROM webhooks WHERE id IN (" + mysql::id_list(ids) + ")");
}

Task<> webhook_failed(mysql::Pool& pool, std::uint64_t id, Instant next) { co_await pool.query(postpone_webhook, next, id); }

}  // namespace gelora::bank
