#include "payment/storage/payments.hpp"

namespace gelora::payment {
namespace {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

#define PAYMENT_COLUMNS                                                                                          \
  "id, booking_id, user_id, provider, provider_ref, checkout_url, status, amount_minor, currency, description, " \
  "created_at_us, pay_by_us, checks, body_hash"

constexpr auto insert =
    "INSERT INTO payments (id, booking_id, user_id, provider, status, amount_minor, currency, description, "
    "created_at_us, pay_by_us, next_check_us, key_hash, body_hash) VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_by_key = "SELECT " PAYMENT_COLUMNS " FROM payments WHERE key_hash = ? AND user_id = ?";
constexpr auto select_mine = "SELECT " PAYMENT_COLUMNS " FROM payments WHERE id = ? AND user_id = ?";
constexpr auto select_by_ref = "SELECT " PAYMENT_COLUMNS " FROM payments WHERE provider = ? AND provider_ref = ?";
constexpr auto select_of_booking = "SELECT " PAYMENT_COLUMNS " FROM payments WHERE booking_id = ?";
constexpr auto select_of_person =
    "SELECT " PAYMENT_COLUMNS " FROM payments WHERE user_id = ? AND id < ? ORDER BY id DESC LIMIT ?";
constexpr auto select_due = "SELECT " PAYMENT_COLUMNS
                            " FROM payments WHERE status IN (0, 1, 2, 4) AND next_check_us <= ? AND pay_by_us > ? "
                            "ORDER BY next_check_us LIMIT ?";
constexpr auto select_locked = "SELECT " PAYMENT_COLUMNS " FROM payments WHERE id = ? FOR UPDATE";
constexpr auto select_live_sister = "SELECT 1 FROM payments WHERE booking_id = ? AND id <> ? AND status IN (0, 1, 2) LIMIT 1";
constexpr auto update_next_check = "UPDATE payments SET next_check_us = ?, checks = checks + 1 WHERE id = ?";
constexpr auto update_session = "UPDATE payments SET provider_ref = ?, checkout_url = ?, status = 1 WHERE id = ? AND status = 0";
constexpr auto update_captured = "UPDATE payments SET status = 2, next_check_us = ? WHERE id = ?";
constexpr auto update_status = "UPDATE payments SET status = ? WHERE id = ?";
constexpr auto insert_capture_row =
    "INSERT IGNORE INTO captures (id, payment_id, provider, provider_ref, amount_minor, currency, state, reason, captured_at_us) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto update_refund_due = "UPDATE captures SET state = 2, reason = ? WHERE payment_id = ? AND state = 1";
constexpr auto select_to_refund =
    "SELECT id, payment_id, provider, provider_ref, tries FROM captures WHERE state = 2 AND next_try_us <= ? ORDER BY "
    "next_try_us LIMIT ?";
constexpr auto update_next_try = "UPDATE captures SET next_try_us = ?, tries = tries + 1 WHERE id = ?";
constexpr auto update_refunded = "UPDATE captures SET state = 3 WHERE id = ? AND state = 2";
constexpr auto count_open_captures = "SELECT COUNT(*) FROM captures WHERE payment_id = ? AND state <> 3";
constexpr auto insert_instance = "INSERT IGNORE INTO instances (name) VALUES (?)";
constexpr auto select_instance = "SELECT number FROM instances WHERE name = ?";

PaymentRow read(mysql::RowView row) {
  return {{u64(row.at(0))},
          {u64(row.at(1))},
          {u64(row.at(2))},
          text(row.at(3)),
          text(row.at(4)),
          text(row.at(5)),
          static_cast<Status>(u64(row.at(6))),
          {i64(row.at(7)), *Currency::parse(text(row.at(8)))},
          text(row.at(9)),
          instant(row.at(10)),
          instant(row.at(11)),
          u64(row.at(12)),
          text(row.at(13))};
}

std::optional<PaymentRow> first(const mysql::Results& found) {
  if (found.rows().empty()) return std::nullopt;
  return read(found.rows().at(0));
}

std::vector<PaymentRow> all(const mysql::Results& found) {
  std::vector<PaymentRow> payments;
  for (const auto row : found.rows()) payments.push_back(read(row));
  return payments;
}

}  // namespace

Task<bool> insert_payment(mysql::Pool& pool, NewPayment p) {
  bool taken = false;
  try {
    co_await pool.query(insert, p.id, p.booking, p.user, p.provider, p.amount.amount_minor, p.amount.currency.text(),
                        p.description, p.now, p.pay_by, p.now + std::chrono::seconds{2}, p.key_hash, p.body_hash);
  } catch (const mysql::Fault& fault) {
    if (fault.kind != mysql::FaultKind::duplicate || !fault.names("one_payment_per_key")) throw;
    taken = true;
  }
  co_return !taken;
}

Task<std::optional<PaymentRow>> find_payment_by_key(mysql::Pool& pool, std::string key_hash, UserId owner) {
  co_return first(co_await pool.query(select_by_key, key_hash, owner));
}

Task<std::optional<PaymentRow>> find_payment(mysql::Pool& pool, PaymentId id, UserId owner) {
  co_return first(co_await pool.query(select_mine, id, owner));
}

Task<std::optional<PaymentRow>> find_payment_by_ref(mysql::Pool& pool, std::string provider, std::string ref) {
  co_return first(co_await pool.query(select_by_ref, provider, ref));
}

Task<std::vector<PaymentRow>> payments_of_person(mysql::Pool& pool, UserId owner, std::uint64_t before, std::size_t limit) {
  co_return all(co_await pool.query(select_of_person, owner, before, limit));
}

Task<std::vector<PaymentRow>> payments_of_booking(mysql::Pool& pool, BookingId booking) {
  co_return all(co_await pool.query(select_of_booking, booking));
}

Task<std::vector<PaymentRow>> payments_to_check(mysql::Pool& pool, Instant now, std::size_t limit) {
  co_return all(co_await pool.query(select_due, now, now - std::chrono::days{3}, limit));
}

Task<> postpone_check(mysql::Pool& pool, PaymentId id, Instant next) { co_await pool.query(update_next_check, next, id); }

Task<> note_session(mysql::Pool& pool, PaymentId id, std::string ref, std::string checkout_url) {
  co_await pool.query(update_session, ref, checkout_url, id);
}

Task<std::optional<PaymentRow>> lock_payment(mysql::Connection& db, PaymentId id) {
  co_return first(co_await db.query(select_locked, id));
}

Task<bool> has_live_sister(mysql::Connection& db, BookingId booking, PaymentId except) {
  const auto found = co_await db.query(select_live_sister, booking, except);
  co_return !found.rows().empty();
}

Task<> set_captured(mysql::Connection& db, PaymentId id, Instant next_check) {
  co_await db.query(update_captured, next_check, id);
}

Task<> set_status(mysql::Connection& db, PaymentId id, Status status) {
  co_await db.query(update_status, static_cast<unsigned>(status), id);
}

Task<bool> insert_capture(mysql::Connection& db, std::uint64_t id, PaymentId payment, std::string provider, std::string ref,
                          Money amount, CaptureState state, std::string reason, Instant now) {
  const auto result = co_await db.query(insert_capture_row, id, payment, provider, ref, amount.amount_minor,
                                        amount.currency.text(), static_cast<unsigned>(state), reason, now);
  co_return result.affected_rows() == 1;
}

Task<std::uint64_t> mark_refund_due(mysql::Connection& db, PaymentId payment, std::string reason) {
  const auto result = co_await db.query(update_refund_due, reason, payment);
  co_return result.affected_rows();
}

Task<std::vector<CaptureRow>> captures_to_refund(mysql::Pool& pool, Instant now, std::size_t limit) {
  const auto found = co_await pool.query(select_to_refund, now, limit);
  std::vector<CaptureRow> captures;
  for (const auto row : found.rows())
    captures.push_back({u64(row.at(0)), {u64(row.at(1))}, text(row.at(2)), text(row.at(3)), u64(row.at(4))});
  co_return captures;
}

Task<> postpone_refund(mysql::Pool& pool, std::uint64_t capture, Instant next) {
  co_await pool.query(update_next_try, next, capture);
}

Task<bool> mark_refunded(mysql::Connection& db, std::uint64_t capture) {
  const auto result = co_await db.query(update_refunded, capture);
  co_return result.affected_rows() == 1;
}

Task<std::uint64_t> count_unrefunded(mysql::Connection& db, PaymentId payment) {
  const auto found = co_await db.query(count_open_captures, payment);
  co_return u64(found.rows().at(0).at(0));
}

Task<std::uint32_t> instance_number(mysql::Pool& pool, std::string name) {
  auto found = co_await pool.query(select_instance, name);
  if (found.rows().empty()) {
    co_await pool.query(insert_instance, name);
    found = co_await pool.query(select_instance, name);
  }
  co_return static_cast<std::uint32_t>(u64(found.rows().at(0).at(0)) % 1024);
}

}  // namespace gelora::payment
