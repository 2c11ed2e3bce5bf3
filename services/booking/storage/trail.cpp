#include "booking/storage/trail.hpp"

#include <algorithm>
#include <tuple>

namespace gelora::booking {
namespace {

using mysql::u64, mysql::text, mysql::instant;

// The page first, then what its entries are about: whatever the sizes of the other tables, nothing is sorted. It is in order
// again when both lists are put together.
#define CHANGES                                                                                                           \
  "SELECT l.at_us, l.id, l.topic, l.event, l.before_text, l.after_text, l.by_id, l.concert_id, l.show_id, c.title, "      \
  "s.starts_at_us, v.name, v.timezone FROM (SELECT at_us, id, topic, event, before_text, after_text, by_id, concert_id, " \
  "show_id "                                                                                                              \
  "FROM catalogue_changes "
#define CHANGES_BELOW                                                                                                         \
  "AND at_us <= ? AND (at_us < ? OR id < ?) AND at_us >= ? AND (? = 0 OR topic = ?) AND (? = 0 OR by_id = ?) ORDER BY at_us " \
  "DESC, id DESC LIMIT ?) l LEFT JOIN concerts c ON c.id = l.concert_id LEFT JOIN shows s ON s.id = l.show_id LEFT JOIN "     \
  "seating_plans p ON p.id = s.plan_id LEFT JOIN venues v ON v.id = p.venue_id"
constexpr auto select_changes = CHANGES "FORCE INDEX (changes_by_time) WHERE organisation_id = ? " CHANGES_BELOW;
constexpr auto select_changes_of_topic =
    CHANGES "FORCE INDEX (changes_by_topic) WHERE organisation_id = ? AND topic = ? " CHANGES_BELOW;
constexpr auto select_changes_by =
    CHANGES "FORCE INDEX (changes_by_person) WHERE organisation_id = ? AND by_id = ? " CHANGES_BELOW;
constexpr auto select_changes_of_show =
    CHANGES "FORCE INDEX (changes_by_show) WHERE organisation_id = ? AND show_id = ? " CHANGES_BELOW;

#define DEEDS                                                                                                                    \
  "SELECT d.at_us, d.show_id, d.version, d.kind, d.detail, CAST(IF(d.kind IN (17, 18), d.hold_id, d.booking_id) AS UNSIGNED), "  \
  "IF(d.kind IN (17, 18), k.kept_for, b.reference), d.by_id, c.id, d.show_id, c.title, s.starts_at_us, v.name, v.timezone FROM " \
  "(SELECT at_us, show_id, version, kind, detail, hold_id, booking_id, by_id FROM deeds "
#define DEEDS_BELOW                                                                                                             \
  "AND at_us <= ? AND (at_us < ? OR show_id < ? OR (show_id = ? AND version < ?)) AND at_us >= ? AND (? = 0 OR by_id = ?) "     \
  "ORDER "                                                                                                                      \
  "BY at_us DESC, show_id DESC, version DESC LIMIT ?) d LEFT JOIN shows s ON s.id = d.show_id LEFT JOIN concerts c ON c.id = "  \
  "s.concert_id LEFT JOIN seating_plans p ON p.id = s.plan_id LEFT JOIN venues v ON v.id = p.venue_id LEFT JOIN house_seats k " \
  "ON "                                                                                                                         \
  "k.hold_id = d.hold_id LEFT JOIN bookings b ON b.id = d.booking_id"
constexpr auto select_deeds = DEEDS "FORCE INDEX (deeds_by_time) WHERE organisation_id = ? " DEEDS_BELOW;
constexpr auto select_deeds_by = DEEDS "FORCE INDEX (deeds_by_person) WHERE organisation_id = ? AND by_id = ? " DEEDS_BELOW;
constexpr auto select_deeds_of_show = DEEDS "FORCE INDEX (deeds_by_show) WHERE organisation_id = ? AND show_id = ? " DEEDS_BELOW;

constexpr auto select_zones =
    "SELECT s.plan_id, z.id FROM shows s JOIN show_zones z ON z.show_id = s.id WHERE s.id = ? ORDER BY z.zone_no";

std::string text_or_empty(mysql::FieldView field) { return field.is_null() ? std::string{} : text(field); }

// What both lists end with, from a column on.
void read_rest(mysql::RowView row, std::size_t at, TrailEntry& entry) {
  entry.by = {u64(row.at(at))};
  entry.concert = {row.at(at + 1).is_null() ? 0 : u64(row.at(at + 1))};
  entry.show = {u64(row.at(at + 2))};
  entry.title = text_or_empty(row.at(at + 3));
  entry.starts_at = mysql::optional_instant(row.at(at + 4));
  entry.venue = text_or_empty(row.at(at + 5));
  entry.timezone = text_or_empty(row.at(at + 6));
}

TrailEntry read_change(mysql::RowView row) {
  TrailEntry entry;
  entry.place = {instant(row.at(0)), false, u64(row.at(1)), 0};
  entry.topic = static_cast<Topic>(u64(row.at(2)));
  entry.event = text(row.at(3));
  entry.before = text_or_empty(row.at(4));
  entry.after = text(row.at(5));
  read_rest(row, 6, entry);
  return entry;
}

TrailEntry read_deed(mysql::RowView row) {
  TrailEntry entry;
  entry.place = {instant(row.at(0)), true, u64(row.at(1)), u64(row.at(2))};
  entry.topic = Topic::places;
  entry.kind = static_cast<JournalKind>(u64(row.at(3)));
  entry.after = text(row.at(4));
  entry.thing = u64(row.at(5));
  entry.called = text_or_empty(row.at(6));
  read_rest(row, 7, entry);
  return entry;
}

// The narrowest of the indexes, and what it begins with.
struct Choice {
  std::string statement;
  std::vector<mysql::Field> values;
};
Choice chosen(const TrailWish& wish, ShowId show, bool deeds) {
  Choice choice{deeds ? select_deeds : select_changes, {mysql::to_field(wish.organisation)}};
  if (show) {
    choice.statement = deeds ? select_deeds_of_show : select_changes_of_show;
    choice.values.push_back(mysql::to_field(show));
  } else if (wish.by) {
    choice.statement = deeds ? select_deeds_by : select_changes_by;
    choice.values.push_back(mysql::to_field(wish.by));
  } else if (wish.topic && !deeds) {
    choice.statement = select_changes_of_topic;
    choice.values.push_back(mysql::to_field(static_cast<unsigned>(*wish.topic)));
  }
  return choice;
}

// Strictly after the place, where there is one.
TrailPlace below(const TrailWish& wish, bool deeds) {
  const Instant last{wish.until.us - 1};
  if (!wish.after || wish.after->at > last) return {last, deeds, INT64_MAX, INT64_MAX};
  if (wish.after->deed == deeds) return *wish.after;
  // Of the other list: at its time all changes were read before the first deed.
  const std::uint64_t edge = deeds ? INT64_MAX : 0;
  return {wish.after->at, deeds, edge, edge};
}

Task<> read_list(mysql::Pool& pool, const TrailWish& wish, ShowId show, bool deeds, std::vector<TrailEntry>& entries) {
  auto [statement, values] = chosen(wish, show, deeds);
  const auto add = [&values](const auto& one) { values.push_back(mysql::to_field(one)); };
  const TrailPlace edge = below(wish, deeds);
  add(edge.at), add(edge.at), add(edge.id);
  if (deeds) add(edge.id), add(edge.version);
  add(wish.from);
  const unsigned topic = wish.topic ? static_cast<unsigned>(*wish.topic) : 0;
  if (!deeds) add(topic), add(topic);
  add(wish.by), add(wish.by), add(wish.limit + 1);
  const auto found = co_await pool.execute(std::move(statement), std::move(values));
  for (const auto row : found.rows()) entries.push_back(deeds ? read_deed(row) : read_change(row));
}

bool newer(const TrailEntry& one, const TrailEntry& other) {
  const auto key = [](const TrailPlace& place) { return std::tuple(place.at, !place.deed, place.id, place.version); };
  return key(one.place) > key(other.place);
}

}  // namespace

Task<std::vector<TrailEntry>> read_trail(mysql::Pool& pool, TrailWish wish) {
  std::vector<ShowId> each{ShowId{}};
  if (wish.shows) each = *wish.shows;
  std::vector<TrailEntry> entries;
  for (const ShowId show : each) {
    if (wish.topic != Topic::places) co_await read_list(pool, wish, show, false, entries);
    if (!wish.topic || wish.topic == Topic::places) co_await read_list(pool, wish, show, true, entries);
  }
  std::sort(entries.begin(), entries.end(), newer);
  if (entries.size() > wish.limit + 1)
    entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(wish.limit) + 1, entries.end());
  co_return entries;
}

Task<ZonesOfShow> zones_of_show(mysql::Pool& pool, ShowId show) {
  const auto found = co_await pool.query(select_zones, show);
  ZonesOfShow all;
  for (const auto row : found.rows()) {
    all.plan = {u64(row.at(0))};
    all.zones.push_back({u64(row.at(1))});
  }
  co_return all;
}

}  // namespace gelora::booking
