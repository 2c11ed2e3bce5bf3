#include "booking/storage/promo_codes.hpp"

#include <boost/json.hpp>

namespace gelora::booking {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;
using mysql::i64, mysql::u64, mysql::text, mysql::instant;

#define PROMO_COLUMNS \
  "p.id, p.show_id, p.code, p.kind, p.value, p.max_uses, p.per_person, p.used, p.starts_at_us, p.ends_at_us, p.zones, p.ended"

constexpr auto select_code = "SELECT " PROMO_COLUMNS " FROM promo_codes p WHERE p.show_id = ? AND p.code = ?";
constexpr auto insert_use =
    "INSERT INTO promo_uses (booking_id, promo_id, hold_id, user_id, claimed_at_us) VALUES (?, ?, ?, ?, ?)";
// The row stays locked until the end of the transaction, so that the uses of a person are counted one after the other.
constexpr auto count_use =
    "UPDATE promo_codes SET used = used + 1 WHERE id = ? AND used < max_uses AND ended = 0 AND starts_at_us <= ? AND ends_at_us "
    "> ?";
constexpr auto count_of_person =
    "SELECT COUNT(*), MIN(p.per_person) FROM promo_uses u JOIN promo_codes p ON p.id = u.promo_id WHERE u.promo_id = ? AND "
    "u.user_id = ?";
constexpr auto lock_use = "SELECT promo_id FROM promo_uses WHERE booking_id = ? AND settled <> 1 FOR UPDATE";
constexpr auto delete_use = "DELETE FROM promo_uses WHERE booking_id = ?";
constexpr auto uncount_use = "UPDATE promo_codes SET used = used - 1 WHERE id = ?";
// Of bookings that got a use again only a decision ends the wait for their tickets, or much time.
#define USE_IS_OVER                                                                                                        \
  "promo_uses u LEFT JOIN bookings b ON b.id = u.booking_id WHERE u.settled <> 1 AND NOT EXISTS (SELECT 1 FROM tickets t " \
  "WHERE t.booking_id = u.booking_id) AND ((u.settled = 0 AND b.status IN (3, 4, 5, 6)) OR (b.id IS NULL AND "             \
  "u.claimed_at_us < ?) OR (u.settled = 2 AND (b.status IN (4, 5, 6) OR u.claimed_at_us < ?)))"
constexpr auto select_over = "SELECT u.booking_id FROM " USE_IS_OVER " LIMIT 200";
constexpr auto find_over = "SELECT 1 FROM " USE_IS_OVER " AND u.booking_id = ?";
constexpr auto keep_sold =
    "UPDATE promo_uses u SET u.settled = 1 WHERE u.settled <> 1 AND EXISTS (SELECT 1 FROM tickets t WHERE t.booking_id = "
    "u.booking_id)";
constexpr auto hold_use = "UPDATE promo_uses SET settled = 2, claimed_at_us = ? WHERE booking_id = ? AND settled <> 1";
constexpr auto find_use = "SELECT 1 FROM promo_uses WHERE booking_id = ?";
constexpr auto insert_late_use =
    "INSERT INTO promo_uses (booking_id, promo_id, hold_id, user_id, claimed_at_us, settled) VALUES (?, ?, ?, ?, ?, 2)";
constexpr auto count_late_use = "UPDATE promo_codes SET used = used + 1 WHERE id = ? AND used < max_uses";
constexpr auto find_show =
    "SELECT 1 FROM shows s JOIN concerts c ON c.id = s.concert_id WHERE s.id = ? AND c.organisation_id = ?";
constexpr auto select_of_show = "SELECT " PROMO_COLUMNS
                                " FROM promo_codes p JOIN shows s ON s.id = p.show_id JOIN concerts c ON c.id = s.concert_id "
                                "WHERE p.show_id = ? AND c.organisation_id = ? ORDER BY p.id DESC LIMIT 500";
constexpr auto insert_code =
    "INSERT INTO promo_codes (id, show_id, code, kind, value, max_uses, per_person, starts_at_us, ends_at_us, zones, "
    "created_at_us) "
    "SELECT ?, s.id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM shows s JOIN concerts c ON c.id = s.concert_id WHERE s.id = ? AND "
    "c.organisation_id = ?";
constexpr auto lock_code = "SELECT " PROMO_COLUMNS
                           " FROM promo_codes p JOIN shows s ON s.id = p.show_id JOIN concerts c ON c.id = s.concert_id WHERE "
                           "p.id = ? AND p.show_id = ? AND c.organisation_id = ? FOR UPDATE";
constexpr auto end_code = "UPDATE promo_codes SET ended = 1 WHERE id = ?";

PromoCode read(mysql::RowView row) {
  PromoCode code;
  code.id = u64(row.at(0));
  code.show = {u64(row.at(1))};
  code.code = text(row.at(2));
  code.kind = static_cast<Discount::Kind>(u64(row.at(3)));
  code.value = i64(row.at(4));
  code.max_uses = static_cast<std::uint32_t>(u64(row.at(5)));
  code.per_person = static_cast<std::uint32_t>(u64(row.at(6)));
  code.used = static_cast<std::uint32_t>(u64(row.at(7)));
  code.starts_at = instant(row.at(8));
  code.ends_at = instant(row.at(9));
  const auto zones = json::parse(text(row.at(10)));
  for (const auto& zone : zones.as_array()) code.zones.push_back(*parse_id_as<ZoneId>(std::string_view{zone.as_string()}));
  code.ended = u64(row.at(11)) != 0;
  return code;
}

// Thrown inside a transaction so that it is rolled back.
struct Refused {
  std::string_view reason;
};

// After the use was counted, which locks the code.
Task<> check_person(mysql::Connection& db, std::uint64_t promo, UserId user) {
  const auto uses = co_await db.query(count_of_person, promo, user);
  if (u64(uses.rows().at(0).at(0)) > u64(uses.rows().at(0).at(1))) throw Refused{"per_person"};
}

Task<> drop_use(mysql::Connection& db, BookingId booking, std::uint64_t promo) {
  co_await db.query(delete_use, booking);
  co_await db.query(uncount_use, promo);
}

}  // namespace

Task<std::optional<PromoCode>> find_promo_code(mysql::Pool& pool, ShowId show, std::string code) {
  const auto found = co_await pool.query(select_code, show, code);
  if (found.rows().empty()) co_return std::nullopt;
  co_return read(found.rows().at(0));
}

Task<std::variant<Claimed, ClaimedBefore, PromoInvalid>> claim_use(mysql::Pool& pool, PromoCode code, PromoClaim claim) {
  auto body = [&code, &claim](mysql::Connection& db) -> Task<> {
    co_await db.query(insert_use, claim.booking, code.id, claim.hold, claim.user, claim.now);
    const auto counted = co_await db.query(count_use, code.id, claim.now, claim.now);
    if (counted.affected_rows() == 0) throw Refused{"used_up"};
    co_await check_person(db, code.id, claim.user);
  };
  std::optional<std::string_view> refused;
  bool before = false;
  try {
    co_await pool.transaction(body);
  } catch (const Refused& no) {
    refused = no.reason;
  } catch (const mysql::Fault& fault) {
    if (fault.kind != mysql::FaultKind::duplicate) throw;
    before = true;
  }
  if (before) co_return ClaimedBefore{};
  if (refused) co_return PromoInvalid{*refused};
  co_return Claimed{};
}

Task<> give_use_back(mysql::Pool& pool, BookingId booking) {
  auto body = [booking](mysql::Connection& db) -> Task<> {
    const auto use = co_await db.query(lock_use, booking);
    if (use.rows().empty()) co_return;
    const std::uint64_t promo = u64(use.rows().at(0).at(0));
    co_await drop_use(db, booking, promo);
  };
  co_await pool.transaction(body);
}

Task<bool> claim_use_again(mysql::Pool& pool, std::uint64_t promo, PromoClaim claim) {
  auto body = [promo, &claim](mysql::Connection& db) -> Task<> {
    co_await db.query(hold_use, claim.now, claim.booking);
    const auto still = co_await db.query(find_use, claim.booking);
    if (!still.rows().empty()) co_return;
    co_await db.query(insert_late_use, claim.booking, promo, claim.hold, claim.user, claim.now);
    const auto counted = co_await db.query(count_late_use, promo);
    if (counted.affected_rows() == 0) throw Refused{"used_up"};
    co_await check_person(db, promo, claim.user);
  };
  bool claimed = true;
  try {
    co_await pool.transaction(body);
  } catch (const Refused&) {
    claimed = false;
  } catch (const mysql::Fault& fault) {
    if (fault.kind != mysql::FaultKind::duplicate) throw;  // claimed in the same moment, for another payment of the booking
  }
  co_return claimed;
}

Task<std::size_t> settle_uses(mysql::Pool& pool, Instant now) {
  const auto kept = co_await pool.run(keep_sold);
  const Instant never_made = now - 20s, never_sold = now - 1min;
  const auto over = co_await pool.query(select_over, never_made, never_sold);
  std::vector<BookingId> bookings;
  for (const auto row : over.rows()) bookings.push_back({u64(row.at(0))});
  for (const auto booking : bookings) {
    // Looked at again under its lock: it may have been claimed again meanwhile.
    auto body = [booking, never_made, never_sold](mysql::Connection& db) -> Task<> {
      const auto use = co_await db.query(lock_use, booking);
      const auto still = co_await db.query(find_over, never_made, never_sold, booking);
      if (use.rows().empty() || still.rows().empty()) co_return;
      const std::uint64_t promo = u64(use.rows().at(0).at(0));
      co_await drop_use(db, booking, promo);
    };
    co_await pool.transaction(std::move(body));
  }
  co_return kept.affected_rows() + bookings.size();
}

Task<std::optional<std::vector<PromoCode>>> list_promo_codes(mysql::Pool& pool, ShowId show, std::uint64_t organisation) {
  const auto mine = co_await pool.query(find_show, show, organisation);
  if (mine.rows().empty()) co_return std::nullopt;
  const auto found = co_await pool.query(select_of_show, show, organisation);
  std::vector<PromoCode> codes;
  for (const auto row : found.rows()) codes.push_back(read(row));
  co_return codes;
}

Task<PromoCreated> create_promo_code(mysql::Pool& pool, IdGenerator& ids, Author author, PromoCode code, Currency currency) {
  json::array zones;
  for (const auto zone : code.zones) zones.emplace_back(zone.text());
  json::value value = code.value;
  if (code.kind == Discount::Kind::fixed) value = json::object{{"amount_minor", code.value}, {"currency", currency.text()}};
  const json::object text{{"id", std::to_string(code.id)},
                          {"name", code.code},
                          {code.kind == Discount::Kind::fixed ? "amount" : "percent_bp", std::move(value)},
                          {"max_uses", code.max_uses},
                          {"per_person", code.per_person},
                          {"starts_at", to_rfc3339(code.starts_at)},
                          {"ends_at", to_rfc3339(code.ends_at)},
                          {"zone_ids", zones}};
  auto body = [&](mysql::Connection& db) -> Task<bool> {
    const auto made = co_await db.query(insert_code, code.id, code.code, static_cast<unsigned>(code.kind), code.value,
                                        code.max_uses, code.per_person, code.starts_at, code.ends_at, json::serialize(zones),
                                        author.now, code.show, author.organisation);
    if (made.affected_rows() == 0) co_return false;
    CatalogueChange change{"promo_code_created", {}, code.show, nullptr, text};
    co_await note_change(db, ids, author, std::move(change));
    co_return true;
  };
  bool taken = false, made = false;
  try {
    made = co_await pool.transaction(body);
  } catch (const mysql::Fault& fault) {
    if (fault.kind != mysql::FaultKind::duplicate) throw;
    taken = true;
  }
  if (taken) co_return PromoCreated::code_taken;
  co_return made ? PromoCreated::created : PromoCreated::no_such_show;
}

Task<bool> end_promo_code(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId show, std::uint64_t id) {
  auto body = [&ids, author, show, id](mysql::Connection& db) -> Task<bool> {
    const auto found = co_await db.query(lock_code, id, show, author.organisation);
    if (found.rows().empty()) co_return false;
    const PromoCode code = read(found.rows().at(0));
    co_await db.query(end_code, id);
    json::object before{{"id", std::to_string(id)}, {"name", code.code}, {"ended", code.ended}}, after = before;
    after["ended"] = true;
    CatalogueChange change{"promo_code_ended", {}, show, std::move(before), std::move(after)};
    co_await note_change(db, ids, author, std::move(change));
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

}  // namespace gelora::booking
