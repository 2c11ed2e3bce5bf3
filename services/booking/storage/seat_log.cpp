#include "booking/storage/seat_log.hpp"

#include "booking/storage/batch_sql.hpp"

namespace gelora::booking {
namespace {

using mysql::u64, mysql::text;

constexpr auto select_version = "SELECT version FROM show_leases WHERE show_id = ?";
constexpr auto select_claims = "SELECT seat_no, hold_id, CAST(state AS UNSIGNED) FROM seat_claims WHERE show_id = ?";
constexpr auto select_changes =
    "SELECT kind, hold_id, places FROM journal WHERE show_id = ? AND version > ? AND version <= ? AND kind IN (1, 2, 3, 5, 6, 7, "
    "10, 11, 17, 18, 19, 24, 29) "
    "ORDER BY version LIMIT ?";

seats::SeatState state_after(JournalKind kind) {
  switch (kind) {
    case JournalKind::held:
    case JournalKind::kept:
    case JournalKind::booked: return seats::SeatState::held;
    case JournalKind::confirmed:
    case JournalKind::moved:  // into its second half
    case JournalKind::resold:
    case JournalKind::sold_at_counter: return seats::SeatState::sold;
    case JournalKind::released:
    case JournalKind::expired:
    case JournalKind::cancelled:
    case JournalKind::booking_expired:
    case JournalKind::returned:
    case JournalKind::let_go:
    case JournalKind::renamed:
    case JournalKind::refund_due:
    case JournalKind::refunded:
    case JournalKind::frozen:
    case JournalKind::restored:
    case JournalKind::transferred:
    case JournalKind::offered:
    case JournalKind::offer_ended:
    case JournalKind::admitted:
    case JournalKind::passed:
    case JournalKind::turned_away:
    case JournalKind::entered_room:
    case JournalKind::left_room:
    case JournalKind::drawn:
    case JournalKind::called:
    case JournalKind::capacity_set: return seats::SeatState::available;
  }
  return seats::SeatState::available;
}

}  // namespace

Task<std::uint64_t> read_version(mysql::Pool& pool, ShowId show) {
  const auto found = co_await pool.query(select_version, show);
  co_return u64(found.rows().at(0).at(0));
}

Task<std::vector<ClaimChange>> read_claims(mysql::Pool& pool, ShowId show) {
  const auto found = co_await pool.query(select_claims, show);
  std::vector<ClaimChange> claims;
  claims.reserve(found.rows().size());
  for (const auto row : found.rows()) {
    const auto state = u64(row.at(2)) == 2 ? seats::SeatState::sold : seats::SeatState::held;
    claims.push_back({show, static_cast<seats::SeatNo>(u64(row.at(0))), {u64(row.at(1))}, seats::SeatState::available, state});
  }
  co_return claims;
}

Task<std::optional<SeatChanges>> read_changes(mysql::Pool& pool, ShowId show, std::uint64_t from, std::uint64_t to,
                                              std::size_t limit) {
  const auto found = co_await pool.query(select_changes, show, from, to, limit + 1);
  if (found.rows().size() > limit) co_return std::nullopt;
  SeatChanges changes;
  for (const auto row : found.rows()) {
    const auto kind = static_cast<JournalKind>(u64(row.at(0)));
    const auto places = read_places_blob(text(row.at(2)));
    if (kind == JournalKind::capacity_set) {
      changes.capacities.push_back({show, static_cast<seats::ZoneIndex>(places.at(0)), places.at(2)});
      continue;
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
      const bool left = kind == JournalKind::moved && i < places.size() / 2;
      const auto state = left ? seats::SeatState::available : state_after(kind);
      changes.claims.push_back({show, places[i], {u64(row.at(1))}, seats::SeatState::available, state});
    }
  }
  co_return changes;
}

}  // namespace gelora::booking
