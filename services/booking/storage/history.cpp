#include "booking/storage/history.hpp"

namespace gelora::booking {
namespace {

using mysql::u64;

// Whoever reads a journal as it grows has to have read all of it.
#define NEWEST "FROM journal j WHERE j.show_id = s.id ORDER BY j.version DESC LIMIT 1)"
constexpr auto select_show =
    "SELECT s.id FROM shows s JOIN sales_counted c ON c.show_id = s.id WHERE s.starts_at_us < ? AND (SELECT j.at_us " NEWEST
    " < ? AND (SELECT j.version " NEWEST " <= c.version ORDER BY s.starts_at_us LIMIT 1";
constexpr auto lock_show = "SELECT 1 FROM shows WHERE id = ? FOR UPDATE";
constexpr auto select_oldest =
    "SELECT COUNT(*), CAST(COALESCE(MAX(j.version), 0) AS UNSIGNED) FROM (SELECT version, at_us FROM journal WHERE show_id = ? "
    "ORDER BY version LIMIT ?) j WHERE j.at_us < ?";  // what happens while it goes on stays
constexpr auto copy_entries =
    "INSERT INTO journal_history (show_id, version, at_us, kind, batch_id, hold_id, booking_id, user_id, places) SELECT show_id, "
    "version, at_us, kind, batch_id, hold_id, booking_id, user_id, places FROM journal WHERE show_id = ? AND version <= ?";
constexpr auto delete_entries = "DELETE FROM journal WHERE show_id = ? AND version <= ?";
constexpr auto delete_holds = "DELETE FROM holds WHERE show_id = ? AND status IN (3, 4) LIMIT 1000";

}  // namespace

Task<std::optional<ShowId>> show_to_archive(mysql::Pool& pool, Instant before) {
  const auto found = co_await pool.query(select_show, before, before);
  if (found.rows().empty()) co_return std::nullopt;
  co_return ShowId{u64(found.rows().at(0).at(0))};
}

Task<std::uint64_t> archive_journal(mysql::Pool& pool, ShowId show, Instant before, std::uint64_t limit) {
  auto body = [show, before, limit](mysql::Connection& db) -> Task<std::uint64_t> {
    co_await db.query(lock_show, show);
    const auto oldest = co_await db.query(select_oldest, show, limit, before);
    const std::uint64_t entries = u64(oldest.rows().at(0).at(0)), version = u64(oldest.rows().at(0).at(1));
    if (entries == 0) co_return 0;
    co_await db.query(copy_entries, show, version);
    co_await db.query(delete_entries, show, version);
    co_return entries;
  };
  co_return co_await pool.transaction(body);
}

Task<std::uint64_t> forget_ended_holds(mysql::Pool& pool, ShowId show) {
  const auto done = co_await pool.query(delete_holds, show);
  co_return done.affected_rows();
}

}  // namespace gelora::booking
