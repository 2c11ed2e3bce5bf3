#include "booking/storage/house_seats.hpp"

#include "booking/storage/batch_sql.hpp"

namespace gelora::booking {
namespace {

using mysql::u64, mysql::text, mysql::instant;

#define HOUSE_GROUPS                                                                                                             \
  "SELECT k.hold_id, k.kept_for, k.kept_by, h.created_at_us, h.places, h.expires_at_us FROM house_seats k JOIN holds h ON h.id " \
  "= k.hold_id "
constexpr auto select_groups = HOUSE_GROUPS "WHERE k.show_id = ? AND h.status = 1 AND h.expires_at_us > ? ORDER BY k.hold_id";
constexpr auto select_group = HOUSE_GROUPS "WHERE k.show_id = ? AND k.hold_id = ?";
#define DEEDS "SELECT at_us, kind, by_id, hold_id, detail FROM deeds "
constexpr auto select_of_house = DEEDS "WHERE show_id = ? AND kind IN (17, 18) ORDER BY version DESC LIMIT ?";
constexpr auto select_of_booking = DEEDS "WHERE booking_id = ? ORDER BY version LIMIT 300";

HouseGroup read_group(mysql::RowView row) {
  const Instant end = instant(row.at(5));
  std::optional<Instant> until;
  if (end < without_end) until = end;
  return {{u64(row.at(0))}, text(row.at(1)), {u64(row.at(2))}, instant(row.at(3)), until, read_places_blob(text(row.at(4)))};
}

std::vector<Deed> read_deeds(const mysql::Results& found) {
  std::vector<Deed> deeds;
  for (const auto row : found.rows())
    deeds.push_back(
        {instant(row.at(0)), static_cast<JournalKind>(u64(row.at(1))), {u64(row.at(2))}, {u64(row.at(3))}, text(row.at(4))});
  return deeds;
}

}  // namespace

Task<std::vector<HouseGroup>> house_groups(mysql::Pool& pool, ShowId show, Instant now) {
  const auto found = co_await pool.query(select_groups, show, now);
  std::vector<HouseGroup> groups;
  for (const auto row : found.rows()) groups.push_back(read_group(row));
  co_return groups;
}

Task<std::optional<HouseGroup>> find_house_group(mysql::Pool& pool, ShowId show, HoldId id) {
  const auto found = co_await pool.query(select_group, show, id);
  if (found.rows().empty()) co_return std::nullopt;
  co_return read_group(found.rows().at(0));
}

Task<std::vector<Deed>> house_deeds(mysql::Pool& pool, ShowId show, std::size_t limit) {
  co_return read_deeds(co_await pool.query(select_of_house, show, limit));
}

Task<std::vector<Deed>> deeds_of_booking(mysql::Pool& pool, BookingId booking) {
  co_return read_deeds(co_await pool.query(select_of_booking, booking));
}

}  // namespace gelora::booking
