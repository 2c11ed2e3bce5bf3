#include "booking/storage/retention.hpp"

namespace gelora::booking {
namespace {

using mysql::u64;

constexpr auto forget_booking_names =
    "UPDATE bookings SET document = JSON_SET(document, '$.attendees', JSON_ARRAY()) WHERE user_id = ?";
constexpr auto forget_ticket_names = "UPDATE tickets SET attendee = '' WHERE user_id = ?";
// What is still to be told is not told any more; a mail's id is its receipt's. An invoice stays, for the law, without a name.
constexpr auto forget_receipts =
    "UPDATE receipts r JOIN bookings b ON b.id = r.booking_id SET r.done_at_us = r.created_at_us WHERE b.user_id = ? AND "
    "r.user_id = 0 AND r.done_at_us IS NULL";
constexpr auto forget_own_receipts = "UPDATE receipts SET done_at_us = created_at_us WHERE user_id = ? AND done_at_us IS NULL";
constexpr auto forget_mails =
    "DELETE m FROM mail_outbox m JOIN receipts r ON r.id = m.id JOIN bookings b ON b.id = r.booking_id WHERE b.user_id = ? AND "
    "r.user_id = 0";
constexpr auto forget_own_mails = "DELETE m FROM mail_outbox m JOIN receipts r ON r.id = m.id WHERE r.user_id = ?";
constexpr auto forget_offer_mails = "DELETE m FROM mail_outbox m JOIN ticket_transfers o ON o.id = m.id WHERE o.sender_id = ?";
// Both what they told of others and what others told of them.
constexpr auto forget_offers =
    "UPDATE ticket_transfers SET email = '', name = '', sender_name = '' WHERE sender_id = ? OR receiver_id = ?";
constexpr auto forget_old_offers =
    "UPDATE ticket_transfers SET email = '', name = '', sender_name = '' WHERE created_at_us < ? AND email <> '' LIMIT 1000";
constexpr auto forget_renamings = "UPDATE deeds SET detail = JSON_REMOVE(detail, '$.before', '$.after') WHERE about_id = ?";
constexpr auto forget_buyers =
    "UPDATE invoices i JOIN bookings b ON b.id = i.booking_id SET i.document = JSON_SET(i.document, '$.buyer', JSON_ARRAY()) "
    "WHERE b.user_id = ?";
constexpr auto select_unpaid = "SELECT id FROM bookings WHERE user_id = ? AND status = 1";
constexpr auto select_show = "SELECT id FROM shows WHERE names_forgotten = 0 AND starts_at_us < ? ORDER BY starts_at_us LIMIT 1";
constexpr const char* forget_some_names_of_show[] = {
    "UPDATE bookings SET document = JSON_SET(document, '$.attendees', JSON_ARRAY()) WHERE show_id = ? AND "
    "JSON_LENGTH(document, '$.attendees') > 0 LIMIT 1000",
    "UPDATE tickets SET attendee = '' WHERE show_id = ? AND attendee <> '' LIMIT 1000",
    "UPDATE deeds SET detail = JSON_REMOVE(detail, '$.before', '$.after') WHERE show_id = ? AND kind = 23 AND "
    "JSON_CONTAINS_PATH(detail, 'one', '$.after') LIMIT 1000",
    "UPDATE room_entries SET user_id = NULL WHERE show_id = ? AND user_id IS NOT NULL LIMIT 1000",
    "UPDATE counter_sales SET name = '', email = '' WHERE show_id = ? AND (name <> '' OR email <> '') LIMIT 1000"};
constexpr auto mark_show = "UPDATE shows SET names_forgotten = 1 WHERE id = ?";
constexpr auto sweep_rows = "DELETE FROM inbox WHERE received_at_us < ? LIMIT 1000";

}  // namespace

Task<> forget_names(mysql::Connection& db, UserId owner) {
  co_await db.query(forget_booking_names, owner);
  co_await db.query(forget_ticket_names, owner);
  co_await db.query(forget_receipts, owner);
  co_await db.query(forget_own_receipts, owner);
  co_await db.query(forget_mails, owner);
  co_await db.query(forget_own_mails, owner);
  co_await db.query(forget_offer_mails, owner);
  co_await db.query(forget_offers, owner, owner);
  co_await db.query(forget_renamings, owner);
  co_await db.query(forget_buyers, owner);
}

Task<std::vector<BookingId>> unpaid_bookings_of(mysql::Pool& pool, UserId owner) {
  const auto found = co_await pool.query(select_unpaid, owner);
  std::vector<BookingId> bookings;
  for (const auto row : found.rows()) bookings.push_back({u64(row.at(0))});
  co_return bookings;
}

Task<std::optional<ShowId>> show_with_old_names(mysql::Pool& pool, Instant before) {
  const auto found = co_await pool.query(select_show, before);
  if (found.rows().empty()) co_return std::nullopt;
  co_return ShowId{u64(found.rows().at(0).at(0))};
}

Task<> forget_names_of_show(mysql::Pool& pool, ShowId show) {
  for (const char* statement : forget_some_names_of_show) {
    for (bool more = true; more;) {
      const auto done = co_await pool.query(statement, show);
      more = done.affected_rows() == 1000;
    }
  }
  co_await pool.query(mark_show, show);  // last: until then it is begun again
}

Task<std::uint64_t> forget_offers_before(mysql::Pool& pool, Instant before) {
  const auto done = co_await pool.query(forget_old_offers, before);
  co_return done.affected_rows();
}

Task<std::uint64_t> sweep_inbox(mysql::Pool& pool, Instant before) {
  const auto done = co_await pool.query(sweep_rows, before);
  co_return done.affected_rows();
}

}  // namespace gelora::booking
