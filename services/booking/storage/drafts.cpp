#include "booking/storage/drafts.hpp"

#include "booking/storage/webhooks.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;
using mysql::i64, mysql::u64, mysql::text, mysql::instant;

constexpr std::size_t mails_at_once = 200;

#define CONCERT_COLUMNS                                                                                                 \
  "SELECT c.id, c.slug, c.title, c.artist, c.genre, c.description, c.colours, c.poster, c.poster_seed, c.revision, "    \
  "c.updated_at_us, COUNT(s.id), CAST(COALESCE(SUM(s.published), 0) AS UNSIGNED) FROM concerts c LEFT JOIN shows s ON " \
  "s.concert_id = c.id "
#define SHOW_COLUMNS                                                                                                          \
  "SELECT s.id, s.concert_id, s.starts_at_us, s.opens_at_us, s.closes_at_us, s.currency, s.max_tickets, s.hold_ttl_s, "       \
  "s.pay_ttl_s, s.state, s.published, l.show_id, s.revision, s.updated_at_us, p.id, p.name, v.id, v.name, v.city, "           \
  "v.timezone, v.address, s.presale_opens_at_us FROM shows s JOIN concerts c ON c.id = s.concert_id JOIN seating_plans p ON " \
  "p.id = s.plan_id "                                                                                                         \
  "JOIN venues v ON v.id = p.venue_id LEFT JOIN show_leases l ON l.show_id = s.id "

#define PLAN_COLUMNS                                                                                                             \
  "SELECT p.id, p.name, v.id, v.name, v.city, v.timezone, v.address, CAST(IF(p.draft_id IS NULL, 0, p.version_no) AS UNSIGNED) " \
  "FROM "                                                                                                                        \
  "seating_plans p "                                                                                                             \
  "JOIN venues v ON v.id = p.venue_id "
constexpr auto select_plans = PLAN_COLUMNS
    "WHERE p.organisation_id = 0 OR (p.organisation_id = ? AND p.version_no = (SELECT MAX(n.version_no) FROM "
    "seating_plans n WHERE n.draft_id = p.draft_id)) ORDER BY p.organisation_id = 0, v.city, v.name, p.name";
constexpr auto select_plan = PLAN_COLUMNS "WHERE p.id = ? AND p.organisation_id IN (0, ?)";
constexpr auto select_document = "SELECT document FROM seating_plans WHERE id = ?";

constexpr auto select_concerts = CONCERT_COLUMNS "WHERE c.organisation_id = ? GROUP BY c.id ORDER BY c.id DESC";
constexpr auto select_concert = CONCERT_COLUMNS "WHERE c.organisation_id = ? AND c.id = ? GROUP BY c.id";
constexpr auto select_slug = "SELECT 1 FROM concerts WHERE slug = ?";
constexpr auto insert_concert =
    "INSERT INTO concerts (id, slug, title, artist, city, genre, description, colours, poster_seed, organisation_id, "
    "updated_at_us) VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?)";
constexpr auto lock_concert = "SELECT revision FROM concerts WHERE id = ? AND organisation_id = ? FOR UPDATE";
constexpr auto update_concert =
    "UPDATE concerts SET title = ?, artist = ?, genre = ?, description = ?, colours = ?, poster = ?, revision = revision + 1, "
    "updated_at_us = ? WHERE id = ?";

constexpr auto update_poster = "UPDATE concerts SET poster = ?, revision = revision + 1, updated_at_us = ? WHERE id = ?";

constexpr auto select_shows =
    SHOW_COLUMNS "WHERE c.organisation_id = ? AND s.concert_id = ? ORDER BY s.starts_at_us, s.id LIMIT 500";
constexpr auto select_show = SHOW_COLUMNS "WHERE c.organisation_id = ? AND s.id = ?";
constexpr auto select_prices = "SELECT price_minor, fee_minor FROM show_zones WHERE show_id = ? ORDER BY zone_no";
constexpr auto insert_show =
    "INSERT INTO shows (id, concert_id, plan_id, slug, starts_at_us, opens_at_us, closes_at_us, currency, max_tickets, "
    "hold_ttl_s, pay_ttl_s, updated_at_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto insert_price = "INSERT INTO show_zones (id, show_id, zone_no, price_minor, fee_minor) VALUES (?, ?, ?, ?, ?)";
constexpr auto update_price = "UPDATE show_zones SET price_minor = ?, fee_minor = ? WHERE show_id = ? AND zone_no = ?";
constexpr auto delete_prices = "DELETE FROM show_zones WHERE show_id = ?";
constexpr auto set_city =
    "UPDATE concerts c SET c.city = (SELECT v.city FROM seating_plans p JOIN venues v ON v.id = p.venue_id WHERE p.id = ?) WHERE "
    "c.id = ? AND c.city = ''";
constexpr auto copy_rules =
    "UPDATE shows n JOIN shows o ON o.id = ? SET n.tax_bp = o.tax_bp, n.tax_included = o.tax_included, n.refund_before_s = "
    "o.refund_before_s, n.refund_keeps_fees = o.refund_keeps_fees, n.ticket_codes = o.ticket_codes, n.offer_ttl_s = "
    "o.offer_ttl_s WHERE n.id = ?";
constexpr auto copy_zones =
    "UPDATE show_zones n JOIN show_zones o ON o.show_id = ? AND o.zone_no = n.zone_no SET n.tax_bp = o.tax_bp, n.capacity = "
    "o.capacity WHERE n.show_id = ?";
constexpr auto select_capacity = "SELECT capacity FROM show_zones WHERE show_id = ? AND zone_no = ? AND capacity IS NOT NULL";
constexpr auto update_capacity = "UPDATE show_zones SET capacity = ? WHERE show_id = ? AND zone_no = ?";
constexpr auto raise_revision = "UPDATE shows SET revision = revision + 1, updated_at_us = ? WHERE id = ?";
constexpr auto lock_show =
    "SELECT s.revision, s.plan_id, s.published, s.state FROM shows s JOIN concerts c ON c.id = s.concert_id WHERE s.id = ? AND "
    "c.organisation_id = ? FOR UPDATE";
constexpr auto update_show =
    "UPDATE shows SET plan_id = ?, starts_at_us = ?, opens_at_us = ?, closes_at_us = ?, currency = ?, max_tickets = ?, "
    "hold_ttl_s "
    "= ?, pay_ttl_s = ?, revision = revision + 1, updated_at_us = ? WHERE id = ?";
constexpr auto update_published = "UPDATE shows SET published = ?, revision = revision + 1, updated_at_us = ? WHERE id = ?";
constexpr auto insert_lease = "INSERT IGNORE INTO show_leases (show_id) VALUES (?)";
constexpr auto lock_lease = "SELECT epoch FROM show_leases WHERE show_id = ? FOR UPDATE";
constexpr auto free_lease = "UPDATE show_leases SET owner = '', epoch = epoch + 1 WHERE show_id = ?";
constexpr auto count_taken =
    "SELECT GREATEST((SELECT COUNT(*) FROM seat_claims WHERE show_id = ?), (SELECT COUNT(*) FROM tickets WHERE show_id = ?))";
constexpr auto update_dates =
    "UPDATE shows SET starts_at_us = ?, closes_at_us = ?, state = 0, revision = revision + 1, updated_at_us = ? WHERE id = ?";
constexpr auto insert_move = "INSERT INTO show_moves (id, show_id, from_us, to_us) VALUES (?, ?, ?, ?)";

// Of a concert, those that were published, ever: that is who has a lease.
constexpr auto select_published =
    "SELECT s.id FROM shows s JOIN show_leases l ON l.show_id = s.id WHERE s.concert_id = ? LIMIT 1 FOR UPDATE";
constexpr auto select_lease = "SELECT show_id FROM show_leases WHERE show_id = ?";
constexpr auto delete_prices_of_concert = "DELETE z FROM show_zones z JOIN shows s ON s.id = z.show_id WHERE s.concert_id = ?";
constexpr auto delete_gates_of_concert = "DELETE g FROM gate_zones g JOIN shows s ON s.id = g.show_id WHERE s.concert_id = ?";
constexpr auto delete_codes_of_concert = "DELETE p FROM promo_codes p JOIN shows s ON s.id = p.show_id WHERE s.concert_id = ?";
constexpr auto delete_gates = "DELETE FROM gate_zones WHERE show_id = ?";
constexpr auto delete_codes = "DELETE FROM promo_codes WHERE show_id = ?";
// Those that are for some zones only.
constexpr auto delete_codes_of_zones = "DELETE FROM promo_codes WHERE show_id = ? AND zones <> '[]'";
constexpr auto delete_shows = "DELETE FROM shows WHERE concert_id = ?";
constexpr auto delete_row_of_concert = "DELETE FROM concerts WHERE id = ?";
constexpr auto delete_row_of_show = "DELETE FROM shows WHERE id = ?";

constexpr auto lock_move = "SELECT id, show_id FROM show_moves WHERE told_at_us IS NULL ORDER BY id LIMIT 1 FOR UPDATE";
// Once each person, and each booking of the counter with an address.
constexpr auto select_untold =
    "SELECT DISTINCT t.user_id, CAST(IF(t.user_id = 0, t.booking_id, 0) AS UNSIGNED) FROM tickets t WHERE t.show_id = ? AND "
    "t.status IN (1, 5) AND (t.user_id <> 0 OR EXISTS (SELECT 1 FROM counter_sales c WHERE c.booking_id = t.booking_id AND "
    "c.email <> '')) AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.user_id = t.user_id AND n.booking_id = IF(t.user_id = "
    "0, t.booking_id, 0) AND n.kind = 3 AND n.entry_id = ?) LIMIT ?";
constexpr auto insert_notice = "INSERT INTO notices (id, kind, show_id, user_id, booking_id, entry_id) VALUES (?, 3, ?, ?, ?, ?)";
constexpr auto end_move = "UPDATE show_moves SET told_at_us = ? WHERE id = ?";

ConcertDraft concert_of(mysql::RowView row) {
  return {{u64(row.at(0))}, text(row.at(1)),     text(row.at(2)),
          text(row.at(3)),  text(row.at(4)),     text(row.at(5)),
          text(row.at(6)),  text(row.at(7)),     static_cast<std::uint32_t>(u64(row.at(8))),
          u64(row.at(9)),   instant(row.at(10)), static_cast<std::uint64_t>(i64(row.at(11))),
          u64(row.at(12))};
}

PlanText plan_of(mysql::RowView row, std::size_t first) {
  return {{u64(row.at(first))},
          text(row.at(first + 1)),
          {{u64(row.at(first + 2))},
           text(row.at(first + 3)),
           text(row.at(first + 4)),
           text(row.at(first + 5)),
           text(row.at(first + 6))}};
}

ShowDraft show_of(mysql::RowView row) {
  ShowDraft show;
  show.id = {u64(row.at(0))};
  show.concert = {u64(row.at(1))};
  show.starts_at = instant(row.at(2));
  show.terms.opens_at = instant(row.at(3));
  show.terms.closes_before_start = show.starts_at - instant(row.at(4));
  show.terms.currency = *Currency::parse(text(row.at(5)));
  show.terms.max_tickets = static_cast<std::uint32_t>(u64(row.at(6)));
  show.terms.hold_ttl_s = static_cast<std::uint32_t>(u64(row.at(7)));
  show.terms.pay_ttl_s = static_cast<std::uint32_t>(u64(row.at(8)));
  show.state = static_cast<ShowState>(u64(row.at(9)));
  show.published = u64(row.at(10)) != 0;
  show.was_published = !row.at(11).is_null();
  show.version = u64(row.at(12));
  show.updated_at = instant(row.at(13));
  show.terms.plan = plan_of(row, 14);
  show.presale_opens_at = mysql::optional_instant(row.at(21));
  return show;
}

Task<> read_prices(mysql::Pool& pool, ShowDraft& show) {
  const auto prices = co_await pool.query(select_prices, show.id);
  for (const auto row : prices.rows()) show.terms.zones.push_back({i64(row.at(0)), i64(row.at(1))});
}

Task<> note_concert(mysql::Connection& db, IdGenerator& ids, Author author, std::string event, ConcertId concert,
                    json::value before) {
  auto after = co_await concert_text(db, concert);
  CatalogueChange change{std::move(event), concert, {}, std::move(before), std::move(after)};
  co_await note_change(db, ids, author, std::move(change));
}
Task<> insert_prices(mysql::Connection& db, IdGenerator& ids, ShowId show, const std::vector<ShowTerms::Price>& zones,
                     Instant now) {
  unsigned zone_no = 0;
  for (const auto& zone : zones) {
    co_await db.query(insert_price, ids.next(now), show, zone_no, zone.price_minor, zone.fee_minor);
    ++zone_no;
  }
}

// `original`: whose rules they get; none for new ones.
Task<std::vector<ShowId>> write_shows(mysql::Pool& pool, IdGenerator& ids, Author author, ConcertId concert, ShowTerms terms,
                                      std::vector<Instant> dates, std::optional<ShowId> original) {
  const char* event = original ? "show_copied" : "show_created";
  auto body = [&](mysql::Connection& db) -> Task<std::vector<ShowId>> {
    std::vector<ShowId> made;
    const auto mine = co_await db.query(lock_concert, concert, author.organisation);
    if (mine.rows().empty()) co_return made;
    co_await db.query(set_city, terms.plan.id, concert);
    for (const Instant starts_at : dates) {
      const ShowId id = ids.make<ShowId>(author.now);
      co_await db.query(insert_show, id, concert, terms.plan.id, "show-" + id.text(), starts_at, terms.opens_at,
                        starts_at - terms.closes_before_start, terms.currency.text(), terms.max_tickets, terms.hold_ttl_s,
                        terms.pay_ttl_s, author.now);
      co_await insert_prices(db, ids, id, terms.zones, author.now);
      if (original) {
        co_await db.query(copy_rules, *original, id);
        co_await db.query(copy_zones, *original, id);
      }
      co_await note_show(db, ids, author, event, id, nullptr);
      made.push_back(id);
    }
    co_return made;
  };
  co_return co_await pool.transaction(body);
}

}  // namespace

Task<std::vector<PlanText>> list_plans(mysql::Pool& pool, std::uint64_t organisation) {
  const auto found = co_await pool.query(select_plans, organisation);
  std::vector<PlanText> plans;
  for (const auto row : found.rows()) {
    plans.push_back(plan_of(row, 0));
    plans.back().version_no = u64(row.at(7));
  }
  co_return plans;
}

Task<std::optional<PlanText>> find_plan(mysql::Pool& pool, std::uint64_t organisation, PlanId id) {
  const auto found = co_await pool.query(select_plan, id, organisation);
  if (found.rows().empty()) co_return std::nullopt;
  co_return plan_of(found.rows().at(0), 0);
}

Task<std::shared_ptr<const Hall>> find_hall(mysql::Pool& pool, Halls& halls, PlanId plan) {
  auto hall = halls.find(plan);
  if (hall) co_return hall;
  const auto document = co_await pool.query(select_document, plan);
  if (document.rows().empty()) co_return nullptr;
  hall = build_hall(plan, text(document.rows().at(0).at(0)));
  halls.keep(hall);
  co_return hall;
}

Task<std::vector<ConcertDraft>> list_concert_drafts(mysql::Pool& pool, std::uint64_t organisation) {
  const auto found = co_await pool.query(select_concerts, organisation);
  std::vector<ConcertDraft> concerts;
  for (const auto row : found.rows()) concerts.push_back(concert_of(row));
  co_return concerts;
}

Task<std::optional<ConcertDraft>> find_concert_draft(mysql::Pool& pool, std::uint64_t organisation, ConcertId id) {
  const auto found = co_await pool.query(select_concert, organisation, id);
  if (found.rows().empty()) co_return std::nullopt;
  co_return concert_of(found.rows().at(0));
}

Task<> create_concert(mysql::Pool& pool, IdGenerator& ids, Author author, ConcertDraft draft) {
  auto body = [&](mysql::Connection& db) -> Task<> {
    const auto taken = co_await db.query(select_slug, draft.slug);
    std::string slug = draft.slug;
    if (!taken.rows().empty()) slug += "-" + draft.id.text();
    co_await db.query(insert_concert, draft.id, slug, draft.title, draft.artist, draft.genre, draft.description, draft.colours,
                      draft.poster_seed, author.organisation, author.now);
    co_await note_concert(db, ids, author, "concert_created", draft.id, nullptr);
  };
  co_await pool.transaction(body);
}

Task<Saved> save_concert(mysql::Pool& pool, IdGenerator& ids, Author author, ConcertDraft draft) {
  auto body = [&](mysql::Connection& db) -> Task<Saved> {
    const auto mine = co_await db.query(lock_concert, draft.id, author.organisation);
    if (mine.rows().empty()) co_return Saved::not_there;
    if (u64(mine.rows().at(0).at(0)) != draft.version) co_return Saved::stale;
    auto before = co_await concert_text(db, draft.id);
    co_await db.query(update_concert, draft.title, draft.artist, draft.genre, draft.description, draft.colours, draft.poster,
                      author.now, draft.id);
    co_await note_concert(db, ids, author, "concert_changed", draft.id, std::move(before));
    co_return Saved::saved;
  };
  co_return co_await pool.transaction(body);
}

Task<Removed> delete_concert(mysql::Pool& pool, IdGenerator& ids, Author author, ConcertId id) {
  auto body = [&](mysql::Connection& db) -> Task<Removed> {
    const auto mine = co_await db.query(lock_concert, id, author.organisation);
    if (mine.rows().empty()) co_return Removed::not_there;
    const auto published = co_await db.query(select_published, id);
    if (!published.rows().empty()) co_return Removed::in_use;
    auto before = co_await concert_text(db, id);
    CatalogueChange gone{"concert_deleted", id, {}, std::move(before), nullptr};
    co_await note_change(db, ids, author, std::move(gone));
    co_await db.query(delete_prices_of_concert, id);
    co_await db.query(delete_gates_of_concert, id);
    co_await db.query(delete_codes_of_concert, id);
    co_await db.query(delete_shows, id);
    co_await db.query(delete_row_of_concert, id);
    co_return Removed::removed;
  };
  co_return co_await pool.transaction(body);
}

Task<Removed> delete_show(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId id) {
  auto body = [&](mysql::Connection& db) -> Task<Removed> {
    const auto mine = co_await db.query(lock_show, id, author.organisation);
    if (mine.rows().empty()) co_return Removed::not_there;
    const auto lease = co_await db.query(select_lease, id);
    if (!lease.rows().empty()) co_return Removed::in_use;
    auto before = co_await show_text(db, id);
    CatalogueChange gone{"show_deleted", {}, id, std::move(before), nullptr};
    co_await note_change(db, ids, author, std::move(gone));
    co_await db.query(delete_prices, id);
    co_await db.query(delete_gates, id);
    co_await db.query(delete_codes, id);
    co_await db.query(delete_row_of_show, id);
    co_return Removed::removed;
  };
  co_return co_await pool.transaction(body);
}

Task<bool> set_poster(mysql::Pool& pool, IdGenerator& ids, Author author, ConcertId id, std::string poster) {
  auto body = [&](mysql::Connection& db) -> Task<bool> {
    const auto mine = co_await db.query(lock_concert, id, author.organisation);
    if (mine.rows().empty()) co_return false;
    auto before = co_await concert_text(db, id);
    co_await db.query(update_poster, poster, author.now, id);
    co_await note_concert(db, ids, author, "poster_changed", id, std::move(before));
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

Task<std::vector<ShowDraft>> list_show_drafts(mysql::Pool& pool, std::uint64_t organisation, ConcertId concert) {
  const auto found = co_await pool.query(select_shows, organisation, concert);
  std::vector<ShowDraft> shows;
  for (const auto row : found.rows()) shows.push_back(show_of(row));
  for (auto& show : shows) co_await read_prices(pool, show);
  co_return shows;
}

Task<std::optional<ShowDraft>> find_show_draft(mysql::Pool& pool, std::uint64_t organisation, ShowId id) {
  const auto found = co_await pool.query(select_show, organisation, id);
  if (found.rows().empty()) co_return std::nullopt;
  ShowDraft show = show_of(found.rows().at(0));
  co_await read_prices(pool, show);
  co_return show;
}

Task<std::vector<ShowId>> create_shows(mysql::Pool& pool, IdGenerator& ids, Author author, ConcertId concert, ShowTerms terms,
                                       std::vector<Instant> dates) {
  return write_shows(pool, ids, author, concert, std::move(terms), std::move(dates), std::nullopt);
}

Task<std::vector<ShowId>> copy_show(mysql::Pool& pool, IdGenerator& ids, Author author, ShowDraft original,
                                    std::vector<Instant> dates) {
  return write_shows(pool, ids, author, original.concert, std::move(original.terms), std::move(dates), original.id);
}

Task<Saved> save_show(mysql::Pool& pool, IdGenerator& ids, Author author, ShowDraft draft) {
  auto body = [&](mysql::Connection& db) -> Task<Saved> {
    const auto mine = co_await db.query(lock_show, draft.id, author.organisation);
    if (mine.rows().empty()) co_return Saved::not_there;
    if (u64(mine.rows().at(0).at(0)) != draft.version) co_return Saved::stale;
    const bool other_plan = u64(mine.rows().at(0).at(1)) != draft.terms.plan.id.value;
    const ShowTerms& terms = draft.terms;
    auto before = co_await show_text(db, draft.id);
    co_await db.query(update_show, terms.plan.id, draft.starts_at, terms.opens_at, draft.starts_at - terms.closes_before_start,
                      terms.currency.text(), terms.max_tickets, terms.hold_ttl_s, terms.pay_ttl_s, author.now, draft.id);
    if (other_plan) {  // whose zones are others
      co_await db.query(delete_prices, draft.id);
      co_await db.query(delete_gates, draft.id);
      co_await db.query(delete_codes_of_zones, draft.id);
      co_await insert_prices(db, ids, draft.id, terms.zones, author.now);
    } else {
      for (std::size_t i = 0; i < terms.zones.size(); ++i)
        co_await db.query(update_price, terms.zones[i].price_minor, terms.zones[i].fee_minor, draft.id, i);
    }
    co_await note_show(db, ids, author, "show_changed", draft.id, std::move(before));
    co_return Saved::saved;
  };
  co_return co_await pool.transaction(body);
}

Task<DraftCapacity> save_draft_capacity(mysql::Pool& pool, IdGenerator& ids, Author author, std::shared_ptr<const Show> draft,
                                        seats::ZoneIndex zone, std::uint32_t capacity, std::uint32_t was) {
  auto body = [&](mysql::Connection& db) -> Task<DraftCapacity> {
    const auto mine = co_await db.query(lock_show, draft->id, author.organisation);
    const bool is_draft = !mine.rows().empty() && u64(mine.rows().at(0).at(2)) == 0;
    if (!is_draft || u64(mine.rows().at(0).at(1)) != draft->hall->id.value) co_return DraftCapacity{};
    const auto set = co_await db.query(select_capacity, draft->id, zone);
    std::uint32_t current = draft->hall->layout.zones[zone].capacity;
    if (!set.rows().empty()) current = static_cast<std::uint32_t>(u64(set.rows().at(0).at(0)));
    if (current == capacity) co_return DraftCapacity{Saved::saved, current};
    if (current != was) co_return DraftCapacity{Saved::stale, current};
    auto before = co_await show_text(db, draft->id);
    co_await db.query(update_capacity, capacity, draft->id, zone);
    co_await db.query(raise_revision, author.now, draft->id);
    co_await note_show(db, ids, author, "show_changed", draft->id, std::move(before));
    co_return DraftCapacity{Saved::saved, capacity};
  };
  co_return co_await pool.transaction(body);
}

Task<bool> publish_show(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId id) {
  auto body = [&](mysql::Connection& db) -> Task<bool> {
    const auto mine = co_await db.query(lock_show, id, author.organisation);
    if (mine.rows().empty()) co_return false;
    if (u64(mine.rows().at(0).at(2)) != 0) co_return true;
    auto before = co_await show_text(db, id);
    co_await db.query(update_published, 1, author.now, id);
    co_await db.query(insert_lease, id);
    co_await note_show(db, ids, author, "show_published", id, std::move(before));
    co_await tell_webhooks(db, ids, id, "show.published", author.now);
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

Task<std::optional<Withdrawal>> withdraw_show(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId id) {
  auto body = [&](mysql::Connection& db) -> Task<std::optional<Withdrawal>> {
    const auto mine = co_await db.query(lock_show, id, author.organisation);
    if (mine.rows().empty()) co_return std::nullopt;
    if (u64(mine.rows().at(0).at(2)) == 0) co_return Withdrawal{true, 0};
    co_await db.query(lock_lease, id);  // what its desk is about to commit comes before, or is fenced off
    const auto counted = co_await db.query(count_taken, id, id);
    const auto taken = static_cast<std::uint64_t>(i64(counted.rows().at(0).at(0)));
    if (taken > 0) co_return Withdrawal{false, taken};
    auto before = co_await show_text(db, id);
    co_await db.query(free_lease, id);
    co_await db.query(update_published, 0, author.now, id);
    co_await note_show(db, ids, author, "show_withdrawn", id, std::move(before));
    co_return Withdrawal{true, 0};
  };
  co_return co_await pool.transaction(body);
}

Task<Saved> move_show(mysql::Pool& pool, IdGenerator& ids, Author author, ShowDraft show, Instant to) {
  auto body = [&](mysql::Connection& db) -> Task<Saved> {
    const auto mine = co_await db.query(lock_show, show.id, author.organisation);
    if (mine.rows().empty()) co_return Saved::not_there;
    if (u64(mine.rows().at(0).at(0)) != show.version) co_return Saved::stale;
    auto before = co_await show_text(db, show.id);
    co_await db.query(insert_move, ids.next(author.now), show.id, show.starts_at, to);
    co_await db.query(update_dates, to, to - show.terms.closes_before_start, author.now, show.id);
    co_await note_show(db, ids, author, "show_postponed", show.id, std::move(before));
    co_return Saved::saved;
  };
  co_return co_await pool.transaction(body);
}

Task<std::size_t> owe_move_notices(mysql::Pool& pool, IdGenerator& ids, Instant now) {
  auto body = [&ids, now](mysql::Connection& db) -> Task<std::size_t> {
    const auto move = co_await db.query(lock_move);
    if (move.rows().empty()) co_return 0;
    const std::uint64_t id = u64(move.rows().at(0).at(0));
    const ShowId show{u64(move.rows().at(0).at(1))};
    const auto people = co_await db.query(select_untold, show, id, mails_at_once);
    for (const auto row : people.rows())
      co_await db.query(insert_notice, ids.next(now), show, u64(row.at(0)), u64(row.at(1)), id);
    if (people.rows().empty()) co_await db.query(end_move, now, id);
    co_return people.rows().size();
  };
  co_return co_await pool.transaction(body);
}

}  // namespace gelora::booking
