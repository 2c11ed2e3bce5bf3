#include "booking/storage/catalogue.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace gelora::booking {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

namespace {

constexpr auto select_concerts =
    "SELECT id, slug, title, artist, city, genre, description, colours, poster_seed, organisation_id, poster FROM "
    "concerts ORDER BY id";
constexpr auto select_listed_shows =
    "SELECT s.id, s.concert_id, v.id, v.name, v.city, v.timezone, v.address, s.revision + c.revision FROM shows s "
    "JOIN concerts c ON c.id = s.concert_id JOIN seating_plans p ON p.id = s.plan_id JOIN venues v ON v.id = p.venue_id WHERE "
    "s.published = 1 ORDER BY s.starts_at_us, s.id";
constexpr auto select_show =
    "SELECT s.concert_id, s.plan_id, s.starts_at_us, s.opens_at_us, s.closes_at_us, s.currency, s.max_tickets, s.hold_ttl_s, "
    "s.pay_ttl_s, s.state, s.tax_bp, s.tax_included, s.refund_before_s, s.refund_keeps_fees, s.revision + c.revision, "
    "c.organisation_id, s.ticket_codes, s.offer_ttl_s, s.reentry, s.room_seed, "
    "CAST(COALESCE(s.room_shoppers, 0) AS UNSIGNED), s.room_turn_s, s.room_gathers_s, s.presale_opens_at_us, s.presale_code "
    "FROM shows s JOIN concerts c ON c.id = s.concert_id WHERE s.id = ?";
constexpr auto select_zones =
    "SELECT id, price_minor, fee_minor, tax_bp, capacity FROM show_zones WHERE show_id = ? ORDER BY zone_no";
constexpr auto select_gates = "SELECT gate, zone_no FROM gate_zones WHERE show_id = ?";
constexpr auto select_plan = "SELECT document FROM seating_plans WHERE id = ?";
constexpr auto insert_instance = "INSERT IGNORE INTO instances (name) VALUES (?)";
constexpr auto select_instance = "SELECT number FROM instances WHERE name = ?";

}  // namespace

Task<std::vector<ConcertText>> load_concerts(mysql::Pool& pool) {
  const auto results = co_await pool.query(select_concerts);
  std::vector<ConcertText> concerts;
  for (const auto row : results.rows()) {
    concerts.push_back({{u64(row.at(0))},
                        text(row.at(1)),
                        text(row.at(2)),
                        text(row.at(3)),
                        text(row.at(4)),
                        text(row.at(5)),
                        text(row.at(6)),
                        text(row.at(7)),
                        static_cast<std::uint32_t>(u64(row.at(8))),
                        u64(row.at(9)),
                        text(row.at(10))});
  }
  co_return concerts;
}

Task<std::vector<ListedShow>> load_listed_shows(mysql::Pool& pool) {
  const auto results = co_await pool.query(select_listed_shows);
  std::vector<ListedShow> shows;
  for (const auto row : results.rows()) {
    shows.push_back({{u64(row.at(0))},
                     {u64(row.at(1))},
                     {{u64(row.at(2))}, text(row.at(3)), text(row.at(4)), text(row.at(5)), text(row.at(6))},
                     u64(row.at(7))});
  }
  co_return shows;
}

Task<std::shared_ptr<const Show>> load_show(mysql::Pool& pool, Halls& halls, TimeLimits limits, ShowId id) {
  const auto results = co_await pool.query(select_show, id);
  if (results.rows().empty()) throw std::runtime_error("there is no show " + id.text());
  const auto row = results.rows().at(0);
  auto show = std::make_shared<Show>();
  show->id = id;
  show->concert = {u64(row.at(0))};
  const PlanId plan{u64(row.at(1))};
  show->starts_at = instant(row.at(2));
  show->opens_at = instant(row.at(3));
  show->closes_at = instant(row.at(4));
  show->currency = *Currency::parse(text(row.at(5)));
  show->max_tickets = static_cast<std::uint32_t>(u64(row.at(6)));
  show->hold_ttl = std::chrono::seconds{u64(row.at(7))};
  show->pay_ttl = std::chrono::seconds{u64(row.at(8))};
  if (limits.hold_ttl > Duration{}) show->hold_ttl = limits.hold_ttl;
  if (limits.pay_ttl > Duration{}) show->pay_ttl = limits.pay_ttl;
  show->state = static_cast<ShowState>(u64(row.at(9)));
  show->tax = {static_cast<std::uint32_t>(u64(row.at(10))), u64(row.at(11)) != 0};
  if (!row.at(12).is_null()) show->refund_rule = RefundRule{std::chrono::seconds{i64(row.at(12))}, u64(row.at(13)) != 0};
  show->revision = u64(row.at(14));
  show->organisation = u64(row.at(15));
  show->codes = static_cast<TicketCodes>(u64(row.at(16)));
  show->offer_ttl = std::chrono::seconds{u64(row.at(17))};
  show->reentry = u64(row.at(18)) != 0;
  if (!row.at(19).is_null()) {
    auto& room = show->room.emplace();
    const std::string seed = text(row.at(19));
    std::memcpy(room.seed.data(), seed.data(), std::min(seed.size(), room.seed.size()));
    room.shoppers = static_cast<std::uint32_t>(u64(row.at(20)));
    room.turn = std::chrono::seconds{u64(row.at(21))};
    room.gathers = std::chrono::seconds{u64(row.at(22))};
  }
  if (!row.at(23).is_null()) show->presale = Presale{instant(row.at(23)), text(row.at(24))};
  const auto gates = co_await pool.query(select_gates, id);
  for (const auto gate : gates.rows()) show->gates[text(gate.at(0))].push_back(static_cast<seats::ZoneIndex>(u64(gate.at(1))));
  const auto zones = co_await pool.query(select_zones, id);
  for (const auto zone : zones.rows()) {
    std::optional<std::uint32_t> tax_bp, capacity;
    if (!zone.at(3).is_null()) tax_bp = static_cast<std::uint32_t>(u64(zone.at(3)));
    if (!zone.at(4).is_null()) capacity = static_cast<std::uint32_t>(u64(zone.at(4)));
    show->zones.push_back(
        {{u64(zone.at(0))}, {i64(zone.at(1)), show->currency}, {i64(zone.at(2)), show->currency}, tax_bp, capacity});
  }
  show->hall = halls.find(plan);
  if (!show->hall) {
    const auto document = co_await pool.query(select_plan, plan);
    show->hall = build_hall(plan, text(document.rows().at(0).at(0)));
    halls.keep(show->hall);
  }
  if (show->zones.size() != show->hall->layout.zones.size())
    throw std::runtime_error("show " + id.text() + " lacks prices of zones");
  co_return show;
}

Task<std::uint32_t> instance_number(mysql::Pool& pool, std::string name) {
  auto found = co_await pool.query(select_instance, name);
  if (found.rows().empty()) {
    co_await pool.query(insert_instance, name);
    found = co_await pool.query(select_instance, name);
  }
  co_return static_cast<std::uint32_t>(u64(found.rows().at(0).at(0)) % 1024);
}

}  // namespace gelora::booking
