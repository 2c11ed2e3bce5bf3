#include "facts.hpp"

#include <boost/json.hpp>

namespace gelora::audit_money {
namespace {

using loop::Task;
using mysql::Connection, mysql::i64, mysql::u64, mysql::text;

constexpr auto select_payments =
    "SELECT id, booking_id, currency, CAST(status AS UNSIGNED), IF(provider = 'counter', method, '') FROM "
    "gelora_payment.payments";
constexpr auto select_captures =
    "SELECT payment_id, amount_minor, promised_back_minor, currency, CAST(state AS UNSIGNED) FROM gelora_payment.captures";
constexpr auto select_refunds =
    "SELECT r.payment_id, r.amount_minor, CAST(r.state AS UNSIGNED), CAST(r.goodwill AS UNSIGNED), CAST(c.state AS UNSIGNED), "
    "CAST(r.reason = 'at-provider' AS UNSIGNED), CAST(w.refund_id IS NOT NULL AS UNSIGNED) FROM gelora_payment.refunds r JOIN "
    "gelora_payment.captures c ON c.id = r.capture_id LEFT JOIN gelora_payment.counter_payouts w ON w.refund_id = r.id AND "
    "w.paid_at_us IS NULL";
// What was sold and paid out at the counter, as those tables say it.
constexpr auto select_counter =
    "SELECT payment_id, amount_minor, method FROM gelora_payment.counter_sales UNION ALL SELECT payment_id, -amount_minor, "
    "method "
    "FROM gelora_payment.counter_payouts WHERE paid_at_us IS NOT NULL";
constexpr auto select_disputes =
    "SELECT d.payment_id, d.held_minor, d.amount_minor, CAST(d.state AS UNSIGNED), CAST(c.state AS UNSIGNED) FROM "
    "gelora_payment.disputes d "
    "JOIN "
    "gelora_payment.captures c ON c.id = d.capture_id";
constexpr auto select_ledger =
    "SELECT payment_id, account, CAST(SUM(amount_minor) AS SIGNED) FROM gelora_payment.ledger_entries GROUP BY payment_id, "
    "account";
constexpr auto select_unbalanced =
    "SELECT cause FROM gelora_payment.ledger_entries GROUP BY cause, currency HAVING SUM(amount_minor) <> 0 LIMIT 100";
constexpr auto select_bookings =
    "SELECT id, payment_id, currency, total_minor, refunded_minor, CAST(status AS UNSIGNED), document FROM "
    "gelora_booking.bookings "
    "WHERE id > ? ORDER BY id LIMIT 20000";
constexpr auto select_tickets = "SELECT booking_id, seat_no FROM gelora_booking.tickets WHERE status IN (1, 2, 5)";
constexpr auto count_events =
    "SELECT CAST((SELECT COUNT(*) FROM gelora_booking.outbox) + (SELECT COUNT(*) FROM gelora_payment.outbox) AS UNSIGNED)";
constexpr auto find_bank =
    "SELECT 1 FROM information_schema.tables WHERE table_schema = 'gelora_bank' AND table_name = 'captures'";
constexpr auto select_bank_sessions = "SELECT reference FROM gelora_bank.sessions";
constexpr auto select_bank_captures =
    "SELECT s.reference, CAST(SUM(c.amount_minor) AS SIGNED) FROM gelora_bank.captures c JOIN gelora_bank.sessions s ON s.id = "
    "c.session_id GROUP BY s.reference";
constexpr auto select_bank_refunds =
    "SELECT s.reference, CAST(SUM(r.amount_minor) AS SIGNED) FROM gelora_bank.refunds r JOIN gelora_bank.captures c ON c.id = "
    "r.capture_id JOIN gelora_bank.sessions s ON s.id = c.session_id WHERE r.state = 2 GROUP BY s.reference";
constexpr auto select_bank_losses =
    "SELECT s.reference, CAST(SUM(d.amount_minor) AS SIGNED) FROM gelora_bank.disputes d JOIN gelora_bank.captures c ON c.id = "
    "d.capture_id JOIN gelora_bank.sessions s ON s.id = c.session_id WHERE d.state = 3 GROUP BY s.reference";

Task<> read_payments(Connection& db, Facts& facts) {
  const auto payments = co_await db.query(select_payments);
  for (const auto row : payments.rows()) {
    const bool open = u64(row.at(3)) <= 1;
    facts.payments[u64(row.at(0))] = {u64(row.at(0)), u64(row.at(1)), text(row.at(2)), open, text(row.at(4)), {}, {}, {}, {}, {}};
  }
  const auto captures = co_await db.query(select_captures);
  for (const auto row : captures.rows())
    facts.payments[u64(row.at(0))].captures.push_back({i64(row.at(1)), i64(row.at(2)), text(row.at(3)), u64(row.at(4)) == 1});
  const auto refunds = co_await db.query(select_refunds);
  for (const auto row : refunds.rows()) {
    const auto state = u64(row.at(2));
    facts.payments[u64(row.at(0))].refunds.push_back({i64(row.at(1)), u64(row.at(4)) == 1, state <= 3, state == 4,
                                                      u64(row.at(3)) != 0, state == 7, u64(row.at(5)) != 0, u64(row.at(6)) != 0});
  }
  const auto counter = co_await db.query(select_counter);
  for (const auto row : counter.rows()) facts.payments[u64(row.at(0))].drawer[text(row.at(2))] += i64(row.at(1));
  const auto disputes = co_await db.query(select_disputes);
  for (const auto row : disputes.rows())
    facts.payments[u64(row.at(0))].disputes.push_back(
        {i64(row.at(1)), i64(row.at(2)), u64(row.at(4)) == 1, u64(row.at(3)) == 1, u64(row.at(3)) == 3});
  const auto ledger = co_await db.query(select_ledger);
  for (const auto row : ledger.rows()) {
    const std::string account = text(row.at(1));
    facts.payments[u64(row.at(0))].ledger[account.starts_with("provider:") ? "provider" : account] += i64(row.at(2));
  }
  const auto unbalanced = co_await db.query(select_unbalanced);
  for (const auto row : unbalanced.rows()) facts.unbalanced.push_back(text(row.at(0)));
}

Task<> read_bookings(Connection& db, Facts& facts) {
  std::map<std::uint64_t, std::vector<std::uint64_t>> live;
  {
    const auto tickets = co_await db.query(select_tickets);
    for (const auto row : tickets.rows()) live[u64(row.at(0))].push_back(u64(row.at(1)));
  }
  std::uint64_t last = 0;
  for (bool more = true; more;) {
    const auto page = co_await db.query(select_bookings, last);
    more = page.rows().size() == 20'000;
    for (const auto row : page.rows()) {
      last = u64(row.at(0));
      BookingFact booking{
          last, u64(row.at(1)), text(row.at(2)), i64(row.at(3)), i64(row.at(4)), static_cast<int>(u64(row.at(5))), {}, 0};
      const auto& places = live[last];
      booking.live_tickets = places.size();
      const auto document = boost::json::parse(text(row.at(6)));
      for (const auto& item : document.at("lines").as_array()) {
        const auto& line = item.as_object();
        const auto amount = [&line](const char* name) {
          const auto* value = line.if_contains(name);
          return value == nullptr ? 0 : value->to_number<std::int64_t>();
        };
        const auto* included = line.if_contains("tax_included");
        const bool on_top = included != nullptr && !included->as_bool();
        const std::int64_t total =
            amount("price_minor") - amount("discount_minor") + amount("fee_minor") + (on_top ? amount("tax_minor") : 0);
        const auto place = static_cast<std::uint64_t>(amount("seat_no"));
        bool is_live = false;
        for (const auto one : places) is_live = is_live || one == place;
        booking.lines.push_back({total, amount("fee_minor"), is_live});
      }
      facts.bookings[last] = std::move(booking);
    }
  }
}

Task<> read_bank(Connection& db, Facts& facts) {
  const auto there = co_await db.query(find_bank);
  facts.has_bank = !there.rows().empty();
  if (!facts.has_bank) co_return;
  const auto payment_of = [](const std::string& reference) { return base::parse_id(reference).value_or(0); };
  const auto sessions = co_await db.query(select_bank_sessions);
  for (const auto row : sessions.rows()) facts.bank[payment_of(text(row.at(0)))];
  const auto captures = co_await db.query(select_bank_captures);
  for (const auto row : captures.rows()) facts.bank[payment_of(text(row.at(0)))].captured = i64(row.at(1));
  const auto refunds = co_await db.query(select_bank_refunds);
  for (const auto row : refunds.rows()) facts.bank[payment_of(text(row.at(0)))].refunded = i64(row.at(1));
  const auto losses = co_await db.query(select_bank_losses);
  for (const auto row : losses.rows()) facts.bank[payment_of(text(row.at(0)))].lost = i64(row.at(1));
}

}  // namespace

Task<Facts> read_facts(Connection& db) {
  Facts facts;
  co_await read_payments(db, facts);
  co_await read_bookings(db, facts);
  co_await read_bank(db, facts);
  const auto waiting = co_await db.query(count_events);
  facts.waiting_events = u64(waiting.rows().at(0).at(0));
  co_return facts;
}

}  // namespace gelora::audit_money
