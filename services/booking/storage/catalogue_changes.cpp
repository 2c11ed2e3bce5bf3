#include "booking/storage/catalogue_changes.hpp"

#include <boost/json.hpp>

#include "booking/domain/catalogue_change.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;
using mysql::i64, mysql::u64, mysql::text, mysql::instant;

constexpr Duration longest_pause = 15min;

constexpr auto insert_change =
    "INSERT INTO catalogue_changes (id, at_us, topic, event, by_id, organisation_id, concert_id, show_id, before_text, "
    "after_text) VALUES (?, ?, ?, ?, ?, ?, COALESCE((SELECT s.concert_id FROM shows s WHERE s.id = ?), ?), ?, NULLIF(?, ''), ?)";
constexpr auto select_last_of_plan =
    "SELECT id, event, by_id FROM catalogue_changes FORCE INDEX (changes_by_topic) WHERE organisation_id = ? AND topic = ? AND "
    "at_us > ? AND CASE WHEN JSON_VALID(after_text) THEN JSON_VALUE(after_text, '$.id') END = ? ORDER BY at_us DESC, id DESC "
    "LIMIT 1";
constexpr auto update_drawing = "UPDATE catalogue_changes SET at_us = ?, after_text = ? WHERE id = ?";

constexpr auto select_concert = "SELECT title, artist, genre, description, colours, poster FROM concerts WHERE id = ?";
constexpr auto select_show =
    "SELECT p.name, v.timezone, s.starts_at_us, s.opens_at_us, s.closes_at_us, s.currency, s.max_tickets, s.hold_ttl_s, "
    "s.pay_ttl_s, s.published, s.state, s.tax_bp, s.tax_included, s.refund_before_s, s.refund_keeps_fees, s.ticket_codes, "
    "s.reentry, s.presale_opens_at_us, s.presale_code, s.room_shoppers, s.room_turn_s, s.room_gathers_s FROM shows s JOIN "
    "seating_plans p ON p.id = s.plan_id JOIN venues v ON v.id = p.venue_id WHERE s.id = ?";
constexpr auto select_zones =
    "SELECT id, price_minor, fee_minor, tax_bp, capacity FROM show_zones WHERE show_id = ? ORDER BY zone_no";
constexpr auto select_gates =
    "SELECT g.gate, z.id FROM gate_zones g JOIN show_zones z ON z.show_id = g.show_id AND z.zone_no = g.zone_no WHERE g.show_id "
    "= "
    "? ORDER BY g.gate, g.zone_no";

constexpr std::string_view states[] = {"as_planned", "postponed", "cancelled"};

std::string written(const json::value& one) { return one.is_null() ? std::string{} : json::serialize(one); }

json::value number_or_null(mysql::FieldView field) {
  if (field.is_null()) return nullptr;
  return u64(field);
}
json::value text_or_null(mysql::FieldView field) {
  if (field.is_null()) return nullptr;
  return json::string(text(field));
}
json::value time_or_null(mysql::FieldView field) {
  if (field.is_null()) return nullptr;
  return json::string(to_rfc3339(instant(field)));
}
json::object sum(mysql::FieldView minor, const std::string& currency) {
  return {{"amount_minor", i64(minor)}, {"currency", currency}};
}

}  // namespace

Task<> note_change(mysql::Connection& db, IdGenerator& ids, Author author, CatalogueChange change) {
  const std::string before = written(change.before), after = written(change.after);
  if (before == after) co_return;
  const auto topic = static_cast<unsigned>(topic_of(change.event));
  co_await db.query(insert_change, ids.next(author.now), author.now, topic, change.event, author.user, author.organisation,
                    change.show, change.concert, change.show, before, after);
}

Task<> note_drawing(mysql::Connection& db, IdGenerator& ids, Author author, CatalogueChange change) {
  const auto topic = static_cast<unsigned>(topic_of(change.event));
  const std::string plan{change.after.at("id").as_string()};
  const auto last = co_await db.query(select_last_of_plan, author.organisation, topic, author.now - longest_pause, plan);
  const bool goes_on =
      !last.rows().empty() && text(last.rows().at(0).at(1)) == change.event && u64(last.rows().at(0).at(2)) == author.user.value;
  if (goes_on) co_await db.query(update_drawing, author.now, written(change.after), u64(last.rows().at(0).at(0)));
  else co_await note_change(db, ids, author, std::move(change));
}

Task<json::value> concert_text(mysql::Connection& db, ConcertId id) {
  const auto found = co_await db.query(select_concert, id);
  if (found.rows().empty()) co_return nullptr;
  const auto row = found.rows().at(0);
  json::object concert{{"title", text(row.at(0))}, {"artist", text(row.at(1))}, {"genre", text(row.at(2))}};
  const auto description = json::parse(text(row.at(3)));
  for (const auto& [language, words] : description.as_object()) concert["description_" + std::string{language}] = words;
  concert["colours"] = json::parse(text(row.at(4)));
  concert["poster"] = text(row.at(5));
  co_return concert;
}

Task<json::value> show_text(mysql::Connection& db, ShowId id) {
  const auto found = co_await db.query(select_show, id);
  if (found.rows().empty()) co_return nullptr;
  const auto row = found.rows().at(0);
  const std::string currency = text(row.at(5));
  json::object show{{"plan", text(row.at(0))},
                    {"_timezone", text(row.at(1))},
                    {"starts_at", to_rfc3339(instant(row.at(2)))},
                    {"opens_at", to_rfc3339(instant(row.at(3)))},
                    {"closes_at", to_rfc3339(instant(row.at(4)))},
                    {"currency", currency},
                    {"max_tickets", u64(row.at(6))},
                    {"hold_ttl_s", u64(row.at(7))},
                    {"pay_ttl_s", u64(row.at(8))},
                    {"published", u64(row.at(9)) != 0},
                    {"state", states[u64(row.at(10))]},
                    {"tax_bp", u64(row.at(11))},
                    {"tax_included", u64(row.at(12)) != 0},
                    {"refund_before_s", nullptr},
                    {"refund_keeps_fees", u64(row.at(14)) != 0},
                    {"ticket_codes", name_of(static_cast<TicketCodes>(u64(row.at(15))))},
                    {"reentry", u64(row.at(16)) != 0},
                    {"presale_opens_at", time_or_null(row.at(17))},
                    {"presale_code", text_or_null(row.at(18))},
                    {"room_shoppers", number_or_null(row.at(19))},
                    {"room_turn_s", number_or_null(row.at(20))},
                    {"room_gathers_s", number_or_null(row.at(21))}};
  if (!row.at(13).is_null()) show["refund_before_s"] = i64(row.at(13));
  const auto zones = co_await db.query(select_zones, id);
  json::array prices;
  for (const auto zone : zones.rows())
    prices.push_back({{"id", std::to_string(u64(zone.at(0)))},
                      {"price", sum(zone.at(1), currency)},
                      {"fee", sum(zone.at(2), currency)},
                      {"tax_bp", number_or_null(zone.at(3))},
                      {"capacity", number_or_null(zone.at(4))}});
  show["zones"] = std::move(prices);
  const auto leads = co_await db.query(select_gates, id);
  json::object gates;
  for (const auto gate : leads.rows()) {
    auto& to = gates[text(gate.at(0))];
    if (!to.is_array()) to.emplace_array();
    to.as_array().emplace_back(std::to_string(u64(gate.at(1))));
  }
  show["gates"] = std::move(gates);
  co_return show;
}

Task<> note_show(mysql::Connection& db, IdGenerator& ids, Author author, std::string event, ShowId show, json::value before) {
  auto after = co_await show_text(db, show);
  CatalogueChange change{std::move(event), {}, show, std::move(before), std::move(after)};
  co_await note_change(db, ids, author, std::move(change));
}

}  // namespace gelora::booking
