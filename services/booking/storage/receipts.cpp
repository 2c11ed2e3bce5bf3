#include "booking/storage/receipts.hpp"

#include <algorithm>

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;
using mysql::u64, mysql::text, mysql::instant;

constexpr auto select_due =
    "SELECT r.id, r.booking_id, IF(r.user_id = 0, b.user_id, r.user_id), r.kind, r.detail, r.created_at_us, r.tries, b.user_id "
    "FROM receipts r JOIN bookings b ON b.id = "
    "r.booking_id WHERE r.done_at_us IS NULL AND r.next_try_us <= ? AND NOT EXISTS (SELECT 1 FROM receipts e WHERE e.booking_id "
    "= "
    "r.booking_id AND e.id < r.id AND e.done_at_us IS NULL) ORDER BY r.next_try_us, r.id LIMIT ?";
constexpr auto select_backlog =
    "SELECT COUNT(*), MIN(created_at_us) FROM (SELECT created_at_us FROM receipts WHERE done_at_us IS NULL LIMIT 10000) waiting";
constexpr auto claim_row =
    "UPDATE receipts SET tries = tries + 1, next_try_us = ? WHERE id = ? AND tries = ? AND done_at_us IS NULL";
constexpr auto postpone_row = "UPDATE receipts SET next_try_us = ? WHERE id = ? AND tries = ? AND done_at_us IS NULL";
constexpr auto finish_row = "UPDATE receipts SET done_at_us = ? WHERE id = ? AND tries = ? AND done_at_us IS NULL";
constexpr auto lock_first = "SELECT id FROM receipts WHERE booking_id = ? AND kind IN (1, 3) ORDER BY id LIMIT 1 FOR UPDATE";
constexpr auto select_repeats =
    "SELECT created_at_us FROM receipts WHERE booking_id = ? AND kind = 6 AND created_at_us > ? ORDER BY id";
constexpr auto insert_receipt = "INSERT INTO receipts (id, booking_id, kind, detail, created_at_us) VALUES (?, ?, ?, ?, ?)";
constexpr auto select_show_text =
    "SELECT c.artist, c.title, c.colours, c.poster_seed, c.organisation_id, v.id, v.name, v.city, v.timezone, v.address, "
    "s.starts_at_us, s.ticket_codes FROM shows s JOIN concerts c ON c.id = s.concert_id JOIN seating_plans p ON p.id = s.plan_id "
    "JOIN venues v "
    "ON "
    "v.id = p.venue_id WHERE s.id = ?";

}  // namespace

std::string receipts_backlog() { return select_backlog; }

Task<std::vector<Receipt>> take_receipts(mysql::Pool& pool, Instant now, Instant until, std::size_t limit) {
  const auto found = co_await pool.query(select_due, now, limit);
  std::vector<Receipt> due;
  for (const auto row : found.rows()) {
    due.push_back({u64(row.at(0)),
                   {u64(row.at(1))},
                   {u64(row.at(2))},
                   static_cast<ReceiptKind>(u64(row.at(3))),
                   text(row.at(4)),
                   instant(row.at(5)),
                   u64(row.at(6)),
                   {u64(row.at(7))}});
  }
  if (due.empty()) co_return due;
  // In order of their ids, as every instance does.
  std::sort(due.begin(), due.end(), [](const Receipt& a, const Receipt& b) { return a.id < b.id; });
  auto body = [&due, until](mysql::Connection& db) -> Task<std::vector<Receipt>> {
    std::vector<Receipt> taken;
    for (Receipt receipt : due) {
      const auto done = co_await db.query(claim_row, until, receipt.id, receipt.tries);
      ++receipt.tries;
      if (done.affected_rows() == 1) taken.push_back(std::move(receipt));
    }
    co_return taken;
  };
  co_return co_await pool.transaction(body);
}

Task<> postpone(mysql::Pool& pool, Receipt receipt, Instant until) {
  co_await pool.query(postpone_row, until, receipt.id, receipt.tries);
}

Task<bool> finish(mysql::Connection& db, Receipt receipt, Instant now) {
  const auto done = co_await db.query(finish_row, now, receipt.id, receipt.tries);
  co_return done.affected_rows() == 1;
}

Task<std::optional<std::vector<Instant>>> lock_repeats(mysql::Connection& db, BookingId booking, Instant now) {
  const auto first = co_await db.query(lock_first, booking);
  if (first.rows().empty()) co_return std::nullopt;
  const auto found = co_await db.query(select_repeats, booking, now - 1h);
  std::vector<Instant> times;
  for (const auto row : found.rows()) times.push_back(instant(row.at(0)));
  co_return times;
}

Task<> put_receipt(mysql::Connection& db, Receipt receipt) {
  co_await db.query(insert_receipt, receipt.id, receipt.booking, static_cast<unsigned>(receipt.kind), receipt.detail,
                    receipt.created_at);
}

Task<std::optional<ShowText>> find_show_text(mysql::Pool& pool, ShowId show) {
  const auto found = co_await pool.query(select_show_text, show);
  if (found.rows().empty()) co_return std::nullopt;
  const auto row = found.rows().at(0);
  ShowText out{text(row.at(0)),     text(row.at(1)),
               text(row.at(2)),     static_cast<std::uint32_t>(u64(row.at(3))),
               u64(row.at(4)),      {},
               instant(row.at(10)), static_cast<TicketCodes>(u64(row.at(11)))};
  out.venue = {{u64(row.at(5))}, text(row.at(6)), text(row.at(7)), text(row.at(8)), text(row.at(9))};
  co_return out;
}

}  // namespace gelora::booking
