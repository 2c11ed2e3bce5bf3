#include "booking/storage/selling_rules.hpp"

namespace gelora::booking {
namespace {

using mysql::u64, mysql::text, mysql::instant;

#define JOB_COLUMNS                                                                                       \
  "j.show_id, j.reason, j.state, j.bookings_total, j.bookings_done, j.last_booking_id, j.started_at_us, " \
  "COALESCE(j.finished_at_us, 0)"

constexpr auto lock_show =
    "SELECT s.state FROM shows s JOIN concerts c ON c.id = s.concert_id WHERE s.id = ? AND c.organisation_id = ? FOR UPDATE";
constexpr auto set_tax = "UPDATE shows SET tax_bp = ?, tax_included = ? WHERE id = ?";
constexpr auto set_refund_rule = "UPDATE shows SET refund_before_s = ?, refund_keeps_fees = ? WHERE id = ?";
constexpr auto no_refund_rule = "UPDATE shows SET refund_before_s = NULL WHERE id = ?";
constexpr auto set_zone_money =
    "UPDATE show_zones SET price_minor = COALESCE(?, price_minor), fee_minor = COALESCE(?, fee_minor) WHERE show_id = ? AND "
    "zone_no = ?";
constexpr auto set_zone_tax = "UPDATE show_zones SET tax_bp = ? WHERE show_id = ? AND zone_no = ?";
constexpr auto raise_revision = "UPDATE shows SET revision = revision + 1 WHERE id = ?";
constexpr auto cancel_show = "UPDATE shows SET state = 2 WHERE id = ?";
constexpr auto insert_job =
    "INSERT IGNORE INTO show_cancellations (show_id, reason, requested_by, state, bookings_total, started_at_us) "
    "SELECT ?, ?, ?, 1, (SELECT COUNT(*) FROM bookings WHERE show_id = ?), ?";
constexpr auto select_job = "SELECT " JOB_COLUMNS " FROM show_cancellations j WHERE j.show_id = ?";
constexpr auto select_job_of_mine =
    "SELECT " JOB_COLUMNS
    ", (SELECT COUNT(*) FROM bookings b WHERE b.show_id = j.show_id AND b.status = 5), "
    "(SELECT COUNT(*) FROM bookings b WHERE b.show_id = j.show_id AND b.status = 6) FROM show_cancellations j "
    "JOIN shows s ON s.id = j.show_id JOIN concerts c ON c.id = s.concert_id WHERE j.show_id = ? AND c.organisation_id = ?";
constexpr auto select_running = "SELECT " JOB_COLUMNS " FROM show_cancellations j WHERE j.state = 1";
constexpr auto select_bookings = "SELECT id FROM bookings WHERE show_id = ? AND id > ? ORDER BY id LIMIT ?";
constexpr auto update_progress =
    "UPDATE show_cancellations SET last_booking_id = ?, bookings_done = bookings_done + ?, "
    "bookings_total = GREATEST(bookings_total, bookings_done) WHERE show_id = ? AND last_booking_id = ?";
constexpr auto update_finished =
    "UPDATE show_cancellations SET state = 2, finished_at_us = ?, bookings_total = bookings_done WHERE show_id = ? AND state = 1";

Cancellation read(mysql::RowView row) {
  return {{u64(row.at(0))}, text(row.at(1)), u64(row.at(2)) == 2, u64(row.at(3)),
          u64(row.at(4)),   u64(row.at(5)),  instant(row.at(6)),  instant(row.at(7))};
}

}  // namespace

Task<bool> set_selling_rules(mysql::Pool& pool, ShowId show, std::uint64_t organisation, SellingRules rules) {
  auto body = [show, organisation, &rules](mysql::Connection& db) -> Task<bool> {
    const auto mine = co_await db.query(lock_show, show, organisation);
    if (mine.rows().empty()) co_return false;
    if (rules.tax) co_await db.query(set_tax, rules.tax->rate_bp, static_cast<int>(rules.tax->included), show);
    if (rules.refund_rule && *rules.refund_rule) {
      const RefundRule& rule = **rules.refund_rule;
      const std::int64_t seconds = rule.before_start.count() / 1'000'000;
      co_await db.query(set_refund_rule, seconds, static_cast<int>(rule.keeps_fees), show);
    } else if (rules.refund_rule) {
      co_await db.query(no_refund_rule, show);
    }
    for (const ZoneTerms& terms : rules.zones) {
      if (terms.price || terms.fee) co_await db.query(set_zone_money, terms.price, terms.fee, show, terms.zone);
      if (terms.tax_bp) co_await db.query(set_zone_tax, *terms.tax_bp, show, terms.zone);
    }
    co_await db.query(raise_revision, show);
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

Task<std::optional<Cancellation>> begin_cancellation(mysql::Pool& pool, ShowId show, std::uint64_t organisation, UserId by,
                                                     std::string reason, Instant now) {
  auto body = [show, organisation, by, &reason, now](mysql::Connection& db) -> Task<bool> {
    const auto mine = co_await db.query(lock_show, show, organisation);
    if (mine.rows().empty()) co_return false;
    const auto made = co_await db.query(insert_job, show, reason, by, show, now);
    if (made.affected_rows() == 0) co_return true;  // asked before
    co_await db.query(cancel_show, show);
    co_await db.query(raise_revision, show);
    co_return true;
  };
  const bool mine = co_await pool.transaction(body);
  if (!mine) co_return std::nullopt;
  const auto found = co_await pool.query(select_job, show);
  co_return read(found.rows().at(0));
}

Task<std::optional<CancellationProgress>> find_cancellation(mysql::Pool& pool, ShowId show, std::uint64_t organisation) {
  const auto found = co_await pool.query(select_job_of_mine, show, organisation);
  if (found.rows().empty()) co_return std::nullopt;
  const auto row = found.rows().at(0);
  co_return CancellationProgress{read(row), u64(row.at(8)), u64(row.at(9))};
}

Task<std::vector<Cancellation>> running_cancellations(mysql::Pool& pool) {
  const auto found = co_await pool.query(select_running);
  std::vector<Cancellation> jobs;
  for (const auto row : found.rows()) jobs.push_back(read(row));
  co_return jobs;
}

Task<std::vector<BookingId>> bookings_after(mysql::Pool& pool, ShowId show, std::uint64_t last, std::size_t limit) {
  const auto found = co_await pool.query(select_bookings, show, last, limit);
  std::vector<BookingId> bookings;
  for (const auto row : found.rows()) bookings.push_back({u64(row.at(0))});
  co_return bookings;
}

Task<> note_progress(mysql::Pool& pool, Cancellation job, std::uint64_t last, std::size_t done) {
  co_await pool.query(update_progress, last, done, job.show, job.last_booking);
}

Task<> finish_cancellation(mysql::Pool& pool, ShowId show, Instant now) { co_await pool.query(update_finished, now, show); }

}  // namespace gelora::booking
