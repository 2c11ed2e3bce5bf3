#include "booking/storage/selling_rules.hpp"

#include <boost/json.hpp>

#include "booking/storage/webhooks.hpp"

namespace gelora::booking {
namespace {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

#define OPEN_BOOKINGS "bookings b WHERE b.show_id = ? AND b.status IN (1, 2, 7, 8)"
#define JOB_COLUMNS                                                                                  \
  "j.show_id, j.reason, j.state, j.bookings_total, j.started_at_us, COALESCE(j.finished_at_us, 0), " \
  "(SELECT COUNT(*) FROM bookings b WHERE b.show_id = j.show_id AND b.status IN (1, 2, 7, 8))"

constexpr auto lock_show =
    "SELECT s.state FROM shows s JOIN concerts c ON c.id = s.concert_id WHERE s.id = ? AND c.organisation_id = ? FOR UPDATE";
constexpr auto set_tax = "UPDATE shows SET tax_bp = ?, tax_included = ? WHERE id = ?";
constexpr auto set_refund_rule = "UPDATE shows SET refund_before_s = ?, refund_keeps_fees = ? WHERE id = ?";
constexpr auto no_refund_rule = "UPDATE shows SET refund_before_s = NULL WHERE id = ?";
constexpr auto set_presale = "UPDATE shows SET presale_opens_at_us = ?, presale_code = ? WHERE id = ?";
constexpr auto no_presale = "UPDATE shows SET presale_opens_at_us = NULL, presale_code = NULL WHERE id = ?";
constexpr auto set_codes = "UPDATE shows SET ticket_codes = ? WHERE id = ?";
constexpr auto set_reentry = "UPDATE shows SET reentry = ? WHERE id = ?";
constexpr auto delete_gates = "DELETE FROM gate_zones WHERE show_id = ?";
constexpr auto insert_gate = "INSERT INTO gate_zones (show_id, gate, zone_no) VALUES (?, ?, ?)";
constexpr auto select_gates = "SELECT gate, zone_no FROM gate_zones WHERE show_id = ? ORDER BY gate, zone_no";
constexpr auto set_zone_money =
    "UPDATE show_zones SET price_minor = COALESCE(?, price_minor), fee_minor = COALESCE(?, fee_minor) WHERE show_id = ? AND "
    "zone_no = ?";
constexpr auto set_zone_tax = "UPDATE show_zones SET tax_bp = ? WHERE show_id = ? AND zone_no = ?";
constexpr auto raise_revision = "UPDATE shows SET revision = revision + 1 WHERE id = ?";
constexpr auto cancel_show = "UPDATE shows SET state = 2 WHERE id = ?";
constexpr auto insert_job =
    "INSERT IGNORE INTO show_cancellations (show_id, reason, requested_by, state, bookings_total, started_at_us) "
    "SELECT ?, ?, ?, 1, (SELECT COUNT(*) FROM " OPEN_BOOKINGS "), ?";
constexpr auto select_job = "SELECT " JOB_COLUMNS " FROM show_cancellations j WHERE j.show_id = ?";
constexpr auto select_job_of_mine =
    "SELECT " JOB_COLUMNS
    ", (SELECT COUNT(*) FROM bookings b WHERE b.show_id = j.show_id AND b.status = 5), "
    "(SELECT COUNT(*) FROM bookings b WHERE b.show_id = j.show_id AND b.status = 6) FROM show_cancellations j "
    "JOIN shows s ON s.id = j.show_id JOIN concerts c ON c.id = s.concert_id WHERE j.show_id = ? AND c.organisation_id = ?";
constexpr auto select_reason = "SELECT reason FROM show_cancellations WHERE show_id = ?";
constexpr auto select_running = "SELECT show_id FROM show_cancellations WHERE state = 1";
constexpr auto select_bookings = "SELECT b.id FROM " OPEN_BOOKINGS " AND b.id > ? ORDER BY b.id LIMIT ?";
constexpr auto update_total =
    "UPDATE show_cancellations SET bookings_total = GREATEST(bookings_total, (SELECT COUNT(*) FROM " OPEN_BOOKINGS
    ")) WHERE show_id = ? AND state = 1";
constexpr auto update_finished =
    "UPDATE show_cancellations j JOIN show_leases l ON l.show_id = j.show_id SET j.state = 2, j.finished_at_us = ? WHERE "
    "j.show_id = ? AND j.state = 1 AND l.epoch = ?";
constexpr auto select_rules =
    "SELECT s.tax_bp, s.tax_included, s.refund_before_s, s.refund_keeps_fees, z.price_minor, z.fee_minor, z.tax_bp, "
    "s.ticket_codes, s.reentry, s.presale_opens_at_us, s.presale_code FROM shows s "
    "JOIN concerts c ON c.id = s.concert_id JOIN show_zones z ON z.show_id = s.id WHERE s.id = ? AND c.organisation_id = ? ORDER "
    "BY z.zone_no";

Cancellation read(mysql::RowView row) {
  const std::uint64_t total = u64(row.at(3)), open = u64(row.at(6));
  return {{u64(row.at(0))},   text(row.at(1)),   u64(row.at(2)) == 2, total, open < total ? total - open : 0,
          instant(row.at(4)), instant(row.at(5))};
}

}  // namespace

Task<bool> set_selling_rules(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId show, SellingRules rules) {
  auto body = [&ids, author, show, &rules](mysql::Connection& db) -> Task<bool> {
    const auto mine = co_await db.query(lock_show, show, author.organisation);
    if (mine.rows().empty()) co_return false;
    auto before = co_await show_text(db, show);
    if (rules.tax) co_await db.query(set_tax, rules.tax->rate_bp, static_cast<int>(rules.tax->included), show);
    if (rules.refund_rule && *rules.refund_rule) {
      const RefundRule& rule = **rules.refund_rule;
      const std::int64_t seconds = rule.before_start.count() / 1'000'000;
      co_await db.query(set_refund_rule, seconds, static_cast<int>(rule.keeps_fees), show);
    } else if (rules.refund_rule) {
      co_await db.query(no_refund_rule, show);
    }
    if (rules.presale && *rules.presale) {
      const Presale& presale = **rules.presale;
      co_await db.query(set_presale, presale.opens_at, presale.code, show);
    } else if (rules.presale) {
      co_await db.query(no_presale, show);
    }
    if (rules.codes) co_await db.query(set_codes, static_cast<int>(*rules.codes), show);
    if (rules.reentry) co_await db.query(set_reentry, static_cast<int>(*rules.reentry), show);
    if (rules.gates) {
      co_await db.query(delete_gates, show);
      for (const auto& [gate, zones] : *rules.gates) {
        for (const auto zone : zones) co_await db.query(insert_gate, show, gate, zone);
      }
    }
    for (const ZoneTerms& terms : rules.zones) {
      if (terms.price || terms.fee) co_await db.query(set_zone_money, terms.price, terms.fee, show, terms.zone);
      if (terms.tax_bp) co_await db.query(set_zone_tax, *terms.tax_bp, show, terms.zone);
    }
    co_await db.query(raise_revision, show);
    co_await note_show(db, ids, author, "rules_changed", show, std::move(before));
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

Task<std::optional<Show>> find_selling_rules(mysql::Pool& pool, Show known, std::uint64_t organisation) {
  const auto found = co_await pool.query(select_rules, known.id, organisation);
  if (found.rows().size() != known.zones.size()) co_return std::nullopt;
  for (std::size_t i = 0; i < known.zones.size(); ++i) {
    const auto row = found.rows().at(i);
    ShowZone& zone = known.zones[i];
    zone.price.amount_minor = i64(row.at(4));
    zone.fee.amount_minor = i64(row.at(5));
    zone.tax_bp.reset();
    if (!row.at(6).is_null()) zone.tax_bp = static_cast<std::uint32_t>(u64(row.at(6)));
  }
  const auto row = found.rows().at(0);
  known.tax = {static_cast<std::uint32_t>(u64(row.at(0))), u64(row.at(1)) != 0};
  known.refund_rule.reset();
  if (!row.at(2).is_null()) known.refund_rule = RefundRule{std::chrono::seconds{i64(row.at(2))}, u64(row.at(3)) != 0};
  known.codes = static_cast<TicketCodes>(u64(row.at(7)));
  known.reentry = u64(row.at(8)) != 0;
  known.presale.reset();
  if (!row.at(9).is_null()) known.presale = Presale{instant(row.at(9)), text(row.at(10))};
  known.gates.clear();
  const auto gates = co_await pool.query(select_gates, known.id);
  for (const auto gate : gates.rows()) known.gates[text(gate.at(0))].push_back(static_cast<seats::ZoneIndex>(u64(gate.at(1))));
  co_return known;
}

Task<std::optional<Cancellation>> begin_cancellation(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId show,
                                                     std::string reason) {
  auto body = [&ids, author, show, &reason](mysql::Connection& db) -> Task<bool> {
    const auto mine = co_await db.query(lock_show, show, author.organisation);
    if (mine.rows().empty()) co_return false;
    const auto made = co_await db.query(insert_job, show, reason, author.user, show, author.now);
    if (made.affected_rows() == 0) co_return true;  // asked before
    auto before = co_await show_text(db, show);
    co_await db.query(cancel_show, show);
    co_await db.query(raise_revision, show);
    auto after = co_await show_text(db, show);
    after.as_object()["reason"] = reason;
    CatalogueChange change{"show_cancelled", {}, show, std::move(before), std::move(after)};
    co_await note_change(db, ids, author, std::move(change));
    co_await tell_webhooks(db, ids, show, "show.cancelled", author.now);
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
  co_return CancellationProgress{read(row), u64(row.at(7)), u64(row.at(8))};
}

Task<std::string> cancellation_reason(mysql::Pool& pool, ShowId show) {
  const auto found = co_await pool.query(select_reason, show);
  co_return found.rows().empty() ? std::string{} : text(found.rows().at(0).at(0));
}

Task<std::vector<ShowId>> running_cancellations(mysql::Pool& pool) {
  const auto found = co_await pool.query(select_running);
  std::vector<ShowId> shows;
  for (const auto row : found.rows()) shows.push_back({u64(row.at(0))});
  co_return shows;
}

Task<std::vector<BookingId>> open_bookings_of(mysql::Pool& pool, ShowId show, BookingId after, std::size_t limit) {
  const auto found = co_await pool.query(select_bookings, show, after, limit);
  std::vector<BookingId> bookings;
  for (const auto row : found.rows()) bookings.push_back({u64(row.at(0))});
  co_return bookings;
}

Task<> count_open_bookings(mysql::Pool& pool, ShowId show) { co_await pool.query(update_total, show, show); }

Task<bool> finish_cancellation(mysql::Pool& pool, ShowId show, std::uint64_t epoch, Instant now) {
  const auto done = co_await pool.query(update_finished, now, show, epoch);
  co_return done.affected_rows() > 0;
}

}  // namespace gelora::booking
