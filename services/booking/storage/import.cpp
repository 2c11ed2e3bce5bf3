#include "booking/storage/import.hpp"

#include <boost/json/serialize.hpp>
#include <cmath>
#include <map>
#include <stdexcept>

#include "booking/storage/halls.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;
using mysql::u64;

constexpr auto delete_receipts = "DELETE r FROM receipts r JOIN bookings b ON b.id = r.booking_id WHERE b.show_id = ?";
constexpr auto insert_venue = "INSERT INTO venues (id, slug, name, city, timezone, address) VALUES (?, ?, ?, ?, ?, ?)";
constexpr auto insert_plan = "INSERT INTO seating_plans (id, venue_id, slug, name, document) VALUES (?, ?, ?, ?, ?)";
constexpr auto insert_concert =
    "INSERT INTO concerts (id, slug, title, artist, city, genre, description, colours, poster_seed) VALUES (?, ?, ?, ?, ?, ?, ?, "
    "?, ?)";
constexpr auto give_concert = "UPDATE concerts SET organisation_id = ? WHERE id = ? AND organisation_id = 0";
constexpr auto insert_show =
    "INSERT INTO shows (id, concert_id, plan_id, slug, starts_at_us, opens_at_us, closes_at_us, currency, max_tickets, "
    "published) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
constexpr auto set_tax = "UPDATE shows SET tax_bp = ?, tax_included = ? WHERE id = ?";
constexpr auto set_refund_rule = "UPDATE shows SET refund_before_s = ?, refund_keeps_fees = ? WHERE id = ?";
constexpr auto insert_zone = "INSERT INTO show_zones (id, show_id, zone_no, price_minor, fee_minor) VALUES (?, ?, ?, ?, ?)";
constexpr auto insert_lease = "INSERT INTO show_leases (show_id, owner) VALUES (?, ?)";
constexpr auto find_venue = "SELECT id FROM venues WHERE slug = ?";
constexpr auto find_plan = "SELECT id FROM seating_plans WHERE slug = ?";
constexpr auto find_concert = "SELECT id FROM concerts WHERE slug = ?";
constexpr auto find_show = "SELECT id FROM shows WHERE slug = ?";

std::string text_of(const json::value& value, const char* name) { return std::string{value.at(name).as_string()}; }
double number_of(const json::value& value, const char* name) { return value.at(name).to_number<double>(); }

loop::Task<std::uint64_t> find_id(mysql::Connection& db, std::string sql, std::string slug) {
  const auto found = co_await db.query(sql, slug);
  co_return found.rows().empty() ? 0 : u64(found.rows().at(0).at(0));
}

// Indonesia has three zones and no summer time.
Duration utc_offset(std::string_view zone) {
  if (zone == "Asia/Jakarta" || zone == "Asia/Pontianak") return 7h;
  if (zone == "Asia/Makassar") return 8h;
  if (zone == "Asia/Jayapura") return 9h;
  throw std::runtime_error("time zone " + std::string{zone} + " is not known to the import");
}

// "19:30" of the day that lies `days` after today, in the venue's zone.
Instant local_start(Instant now, double days, const std::string& clock, std::string_view zone) {
  const Duration offset = utc_offset(zone);
  constexpr std::int64_t day_us = 86'400'000'000;
  const std::int64_t today = (now + offset).us / day_us;
  const auto parsed = parse_rfc3339("1970-01-01T" + clock + ":00Z");
  if (!parsed) throw std::runtime_error("starts_at_local must be HH:MM, not " + clock);
  return Instant{(today + static_cast<std::int64_t>(days)) * day_us + parsed->us} - offset;
}

Duration days_of(double days) { return Duration{static_cast<std::int64_t>(std::llround(days * 86'400e6))}; }

// Sales open and close at ten in the morning, Jakarta time, as people announce them.
Instant at_ten(Instant at) {
  constexpr std::int64_t day_us = 86'400'000'000;
  const Duration jakarta = 7h;
  return Instant{(at + jakarta).us / day_us * day_us} + Duration{10h} - jakarta;
}

struct Writer {
  mysql::Connection& db;
  IdGenerator& ids;
  std::string owner;
  Instant now;
  WrittenCatalogue written{};
  std::map<std::string, std::uint64_t> venues{}, plans{};
  std::map<std::string, std::string> zone_of_plan{};             // time zones
  std::map<std::string, std::vector<std::string>> plan_zones{};  // keys in order

  loop::Task<> venue(const json::value& one) {
    const std::string slug = text_of(one, "key");
    std::uint64_t id = co_await find_id(db, find_venue, slug);
    if (id == 0) {
      id = ids.next(now);
      co_await db.query(insert_venue, id, slug, text_of(one, "name"), text_of(one, "city"), text_of(one, "timezone"),
                        text_of(one, "address"));
      ++written.venues;
    }
    venues[slug] = id;
    zone_of_plan[slug] = text_of(one, "timezone");
  }

  loop::Task<> plan(const json::value& one) {
    const std::string slug = text_of(one, "key"), venue_slug = text_of(one, "venue");
    if (!venues.contains(venue_slug)) throw std::runtime_error("plan " + slug + " names an unknown venue " + venue_slug);
    for (const auto& zone : one.at("zones").as_array()) plan_zones[slug].push_back(text_of(zone, "key"));
    zone_of_plan[slug] = zone_of_plan[venue_slug];
    std::uint64_t id = co_await find_id(db, find_plan, slug);
    if (id == 0) {
      id = ids.next(now);
      std::string document = json::serialize(one);
      build_hall(PlanId{id}, document);  // throws when it cannot be used
      co_await db.query(insert_plan, id, venues[venue_slug], slug, text_of(one, "name"), document);
      ++written.plans;
    }
    plans[slug] = id;
  }

  loop::Task<> concert(const json::value& one) {
    const std::string slug = text_of(one, "slug");
    std::uint64_t id = co_await find_id(db, find_concert, slug);
    if (id == 0) {
      id = ids.next(now);
      co_await db.query(insert_concert, id, slug, text_of(one, "title"), text_of(one, "artist"), text_of(one, "city"),
                        text_of(one, "genre"), json::serialize(one.at("description")), json::serialize(one.at("colours")),
                        one.at("poster_seed").to_number<std::uint32_t>());
      ++written.concerts;
    }
    if (const auto* organisation = one.as_object().if_contains("organisation_id")) {
      const auto owner_id = parse_id(std::string_view{organisation->as_string()});
      if (!owner_id) throw std::runtime_error("concert " + slug + ": organisation_id is no id");
      co_await db.query(give_concert, *owner_id, id);
    }
    for (const auto& show_of_it : one.at("shows").as_array()) co_await show(show_of_it, id);
  }

  loop::Task<> show(const json::value& one, std::uint64_t concert_id) {
    const std::string slug = text_of(one, "key"), plan_slug = text_of(one, "plan");
    if (!plans.contains(plan_slug)) throw std::runtime_error("show " + slug + " names an unknown plan " + plan_slug);
    const std::uint64_t known = co_await find_id(db, find_show, slug);
    if (known != 0) co_return;
    const Instant starts_at =
        local_start(now, number_of(one, "starts_in_days"), text_of(one, "starts_at_local"), zone_of_plan[plan_slug]);
    const Instant opens_at = at_ten(now + days_of(number_of(one, "opens_in_days")));
    const auto* in_days = one.as_object().if_contains("closes_in_days");
    const Instant closes_at = in_days != nullptr ? at_ten(now + days_of(in_days->to_number<double>()))
                                                 : starts_at - days_of(number_of(one, "closes_before_start_h") / 24);
    const ShowId id = ids.make<ShowId>(now);
    co_await db.query(insert_show, id, concert_id, plans[plan_slug], slug, starts_at, opens_at, closes_at,
                      text_of(one, "currency"), one.at("max_tickets_per_user").to_number<std::uint32_t>());
    co_await rules(id, one.as_object());
    std::uint32_t zone_no = 0;
    for (const auto& key : plan_zones[plan_slug]) {
      const auto* price = one.at("prices").as_object().if_contains(key);
      if (price == nullptr) throw std::runtime_error("show " + slug + " has no price for zone " + key);
      co_await db.query(insert_zone, ids.next(now), id, zone_no++, price->at("price_minor").to_number<std::int64_t>(),
                        price->at("fee_minor").to_number<std::int64_t>());
    }
    co_await db.query(insert_lease, id, owner);
    const auto* sold = one.as_object().if_contains("sold_fraction");
    written.shows.emplace_back(id, sold != nullptr ? sold->to_number<double>() : 0.0);
  }

  loop::Task<> rules(ShowId id, const json::object& show) {
    if (const auto* tax = show.if_contains("tax"))
      co_await db.query(set_tax, tax->at("rate_bp").to_number<std::uint32_t>(), static_cast<int>(tax->at("included").as_bool()),
                        id);
    if (const auto* rule = show.if_contains("refund_rule")) {
      const auto seconds = rule->at("before_start_h").to_number<std::int64_t>() * 3600;
      co_await db.query(set_refund_rule, seconds, static_cast<int>(rule->at("keeps_fees").as_bool()), id);
    }
  }
};

}  // namespace

loop::Task<WrittenCatalogue> write_catalogue(mysql::Pool& pool, IdGenerator& ids, const json::object& catalogue,
                                             std::string owner, Instant now) {
  auto body = [&ids, &catalogue, owner, now](mysql::Connection& db) -> loop::Task<WrittenCatalogue> {
    Writer writer{db, ids, owner, now};
    for (const auto& one : catalogue.at("venues").as_array()) co_await writer.venue(one);
    for (const auto& one : catalogue.at("plans").as_array()) co_await writer.plan(one);
    for (const auto& one : catalogue.at("concerts").as_array()) co_await writer.concert(one);
    co_return std::move(writer.written);
  };
  co_return co_await pool.transaction(body);
}

loop::Task<> drop_receipts(mysql::Pool& pool, ShowId show) { co_await pool.query(delete_receipts, show); }

}  // namespace gelora::booking
