#include "booking/storage/sales.hpp"

#include <algorithm>
#include <map>

#include "booking/box_office/batch.hpp"
#include "booking/storage/batch_sql.hpp"
#include "booking/storage/booking_document.hpp"

namespace gelora::booking {
namespace {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

constexpr auto select_to_count =
    "SELECT l.show_id FROM show_leases l LEFT JOIN sales_counted c ON c.show_id = l.show_id WHERE l.version > "
    "COALESCE(c.version, 0)";
// Locks the row: of several processes one counts at a time.
constexpr auto take_counter =
    "INSERT INTO sales_counted(show_id, version) VALUES (?, 0) ON DUPLICATE KEY UPDATE version = version";
constexpr auto select_versions =
    "SELECT c.version, l.version FROM sales_counted c JOIN show_leases l ON l.show_id = c.show_id WHERE c.show_id = ?";
constexpr auto select_funnel =
    "SELECT CAST(at_us DIV 600000000 AS SIGNED), CAST(SUM(kind = 1) AS UNSIGNED), CAST(SUM(kind = 4) AS UNSIGNED), CAST(SUM(kind "
    "IN (6, 10)) AS "
    "UNSIGNED) FROM journal WHERE show_id = ? AND version > ? AND version <= ? GROUP BY 1";
constexpr auto select_sold =
    "SELECT kind, at_us, booking_id, places, version FROM journal WHERE show_id = ? AND version > ? AND version <= ? AND kind IN "
    "(6, 10, 11, 24)";
constexpr auto select_moves =  // of the few deeds, and not of the whole journal
    "SELECT d.booking_id, d.version, j.places FROM deeds d JOIN journal j ON j.show_id = d.show_id AND j.version = d.version "
    "WHERE d.show_id = ? AND d.version > ? AND d.kind = 19 ORDER BY d.version";
constexpr auto add_funnel =
    "INSERT INTO sales_funnel(show_id, slot, held, booked, paid) VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE held = held + "
    "VALUES(held), booked = booked + VALUES(booked), paid = paid + VALUES(paid)";
constexpr auto add_slot =
    "INSERT INTO sales_slots(show_id, slot, zone_no, sold, sold_minor, returned, returned_minor) VALUES (?, ?, ?, ?, ?, ?, ?) ON "
    "DUPLICATE KEY UPDATE sold = sold + VALUES(sold), sold_minor = sold_minor + VALUES(sold_minor), returned = returned + "
    "VALUES(returned), returned_minor = returned_minor + VALUES(returned_minor)";
constexpr auto update_counter = "UPDATE sales_counted SET version = ? WHERE show_id = ?";

constexpr auto select_counted = "SELECT version FROM sales_counted WHERE show_id = ?";
#define SUMS                                                                                        \
  "CAST(SUM(sold) AS UNSIGNED), CAST(SUM(returned) AS UNSIGNED), CAST(SUM(sold_minor) AS SIGNED), " \
  "CAST(SUM(returned_minor) AS SIGNED)"
constexpr auto select_zones = "SELECT " SUMS ", zone_no FROM sales_slots WHERE show_id = ? GROUP BY zone_no";
constexpr auto select_span =
    "SELECT CAST(COALESCE(MIN(slot), 0) AS SIGNED), CAST(COALESCE(MAX(slot), 0) AS SIGNED) FROM sales_slots WHERE show_id = ?";
constexpr auto select_timeline =
    "SELECT " SUMS ", CAST((slot + ?) DIV ? AS SIGNED) FROM sales_slots WHERE show_id = ? GROUP BY 5 ORDER BY 5";
constexpr auto select_steps =
    "SELECT CAST(COALESCE(SUM(held), 0) AS UNSIGNED), CAST(COALESCE(SUM(booked), 0) AS UNSIGNED), CAST(COALESCE(SUM(paid), 0) AS "
    "UNSIGNED) FROM sales_funnel WHERE show_id = ?";

// Slots that make one point: whole tens of minutes, hours, days.
constexpr std::int64_t widths[] = {1, 3, 6, 18, 36, 72, 144, 1008};

SoldPlaces read_sums(mysql::RowView row) { return {u64(row.at(0)), u64(row.at(1)), i64(row.at(2)), i64(row.at(3))}; }

using PricesOfPlaces = std::map<seats::SeatNo, std::int64_t>;

Task<std::map<std::uint64_t, PricesOfPlaces>> prices_of(mysql::Connection& db, std::vector<std::uint64_t> bookings) {
  std::map<std::uint64_t, PricesOfPlaces> prices;
  if (bookings.empty()) co_return prices;
  const auto found = co_await db.run("SELECT id, document FROM bookings WHERE id IN (" + mysql::id_list(bookings) + ")");
  for (const auto row : found.rows()) {
    auto& of_booking = prices[u64(row.at(0))];
    for (const auto& line : read_document(text(row.at(1))).lines) of_booking[line.money.place] = line.money.total();
  }
  co_return prices;
}

// Slot and zone.
using Slots = std::map<std::pair<std::int64_t, seats::ZoneIndex>, SoldPlaces>;

// Moves of a show after a version, by booking, each with the version at which it was made; oldest first.
struct Move {
  std::uint64_t version;
  std::vector<seats::SeatNo> places;  // the first half was left for the second, pair by pair
};
using Moves = std::map<std::uint64_t, std::vector<Move>>;

Task<Moves> moves_after(mysql::Connection& db, ShowId show, std::uint64_t version) {
  const auto found = co_await db.query(select_moves, show, version);
  Moves moves;
  for (const auto row : found.rows()) moves[u64(row.at(0))].push_back({u64(row.at(1)), read_places_blob(text(row.at(2)))});
  co_return moves;
}

// Where the booking has the place by now that it had at `version`.
seats::SeatNo place_now(const Moves& moves, std::uint64_t booking, std::uint64_t version, seats::SeatNo place) {
  const auto found = moves.find(booking);
  if (found == moves.end()) return place;
  for (const auto& move : found->second) {
    const std::size_t half = move.places.size() / 2;
    const auto end = move.places.begin() + static_cast<std::ptrdiff_t>(half);
    const auto from = std::find(move.places.begin(), end, place);
    if (move.version > version && from != end) place = from[static_cast<std::ptrdiff_t>(half)];
  }
  return place;
}

Task<Slots> slots_of(mysql::Connection& db, std::shared_ptr<const Show> show, std::uint64_t from, std::uint64_t to) {
  const auto found = co_await db.query(select_sold, show->id, from, to);
  std::vector<std::uint64_t> bookings;
  for (const auto row : found.rows()) bookings.push_back(u64(row.at(2)));
  const auto prices = co_await prices_of(db, std::move(bookings));
  const Moves moves = co_await moves_after(db, show->id, from);
  Slots slots;
  for (const auto row : found.rows()) {
    const bool back = static_cast<JournalKind>(u64(row.at(0))) == JournalKind::returned;
    const std::int64_t slot = i64(row.at(1)) / sales_slot.count();
    const auto& of_booking = prices.at(u64(row.at(2)));
    const auto places = read_places_blob(text(row.at(3)));
    for (const auto place : places) {
      const auto price = of_booking.find(place_now(moves, u64(row.at(2)), u64(row.at(4)), place));
      auto& sum = slots[{slot, show->hall->layout.zone_of(place)}];
      (back ? sum.returned : sum.sold) += 1;
      if (price != of_booking.end()) (back ? sum.returned_minor : sum.sold_minor) += price->second;
    }
  }
  co_return slots;
}

}  // namespace

Task<std::vector<ShowId>> shows_to_count(mysql::Pool& pool) {
  const auto found = co_await pool.query(select_to_count);
  std::vector<ShowId> shows;
  for (const auto row : found.rows()) shows.push_back({u64(row.at(0))});
  co_return shows;
}

Task<std::uint64_t> count_sales(mysql::Pool& pool, std::shared_ptr<const Show> show, std::uint64_t most) {
  auto body = [show, most](mysql::Connection& db) -> Task<std::uint64_t> {
    co_await db.query(take_counter, show->id);
    const auto versions = co_await db.query(select_versions, show->id);
    if (versions.rows().empty()) co_return 0;
    const std::uint64_t from = u64(versions.rows().at(0).at(0));
    const std::uint64_t to = std::min(u64(versions.rows().at(0).at(1)), from + most);
    if (to <= from) co_return 0;
    const auto funnel = co_await db.query(select_funnel, show->id, from, to);
    for (const auto row : funnel.rows()) {
      const std::uint64_t held = u64(row.at(1)), booked = u64(row.at(2)), paid = u64(row.at(3));
      if (held + booked + paid > 0) co_await db.query(add_funnel, show->id, i64(row.at(0)), held, booked, paid);
    }
    const Slots slots = co_await slots_of(db, show, from, to);
    for (const auto& [at, sum] : slots)
      co_await db.query(add_slot, show->id, at.first, at.second, sum.sold, sum.sold_minor, sum.returned, sum.returned_minor);
    co_await db.query(update_counter, to, show->id);
    co_return to - from;
  };
  co_return co_await pool.transaction(std::move(body));
}

Task<Sales> read_sales(mysql::Pool& pool, std::shared_ptr<const Show> show, std::int64_t points, Duration east) {
  Sales sales;
  const auto counted = co_await pool.query(select_counted, show->id);
  if (!counted.rows().empty()) sales.version = u64(counted.rows().at(0).at(0));
  sales.zones.resize(show->zones.size());
  const auto zones = co_await pool.query(select_zones, show->id);
  for (const auto row : zones.rows()) sales.zones.at(u64(row.at(4))) = read_sums(row);
  const auto steps = co_await pool.query(select_steps, show->id);
  const auto step = steps.rows().at(0);
  sales.held = u64(step.at(0));
  sales.booked = u64(step.at(1));
  sales.paid = u64(step.at(2));

  const auto span = co_await pool.query(select_span, show->id);
  const std::int64_t slots = i64(span.rows().at(0).at(1)) - i64(span.rows().at(0).at(0)) + 1;
  const auto wide = std::find_if(std::begin(widths), std::end(widths), [&](auto width) { return slots / width < points; });
  const std::int64_t width = wide == std::end(widths) ? *std::rbegin(widths) : *wide;
  sales.width = sales_slot * width;
  const std::int64_t shift = east / sales_slot;
  const auto timeline = co_await pool.query(select_timeline, shift, width, show->id);
  for (const auto row : timeline.rows())
    sales.timeline.push_back({Instant{i64(row.at(4)) * sales.width.count()} - sales_slot * shift, read_sums(row)});
  co_return sales;
}

}  // namespace gelora::booking
