#include "booking/storage/waitlist.hpp"

namespace gelora::booking {
namespace {

using mysql::u64, mysql::instant;

constexpr std::size_t notices_at_once = 200;

constexpr auto insert_watch =
    "INSERT INTO watches (show_id, user_id, created_at_us) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE show_id = show_id";
constexpr auto delete_watch = "DELETE FROM watches WHERE show_id = ? AND user_id = ?";
constexpr auto select_watch = "SELECT 1 FROM watches WHERE show_id = ? AND user_id = ?";
constexpr auto select_watches = "SELECT show_id, created_at_us FROM watches WHERE user_id = ? ORDER BY show_id";
// The shows first: there are few of them, and nobody who watches another is looked at.
constexpr auto select_opened =
    "SELECT w.show_id, w.user_id FROM (SELECT DISTINCT show_id FROM watches) o JOIN shows s ON s.id = o.show_id AND s.state = 0 "
    "AND s.published = 1 "
    "AND s.opens_at_us <= ? AND s.closes_at_us > ? JOIN watches w ON w.show_id = s.id ORDER BY w.show_id, w.user_id LIMIT ?";
constexpr auto sweep_watches =
    "DELETE w FROM watches w JOIN shows s ON s.id = w.show_id WHERE s.state = 2 OR s.closes_at_us <= ?";
constexpr auto insert_notice = "INSERT INTO notices (id, kind, show_id, user_id, entry_id) VALUES (?, ?, ?, ?, ?)";

constexpr auto insert_entry =
    "INSERT INTO waitlist_entries (id, show_id, user_id, zone_id, quantity, created_at_us) VALUES (?, ?, ?, ?, ?, ?)";
// Before me are those who wait for places that I could have too.
constexpr auto select_mine =
    "SELECT e.id, e.show_id, e.zone_id, e.quantity, e.status, e.hold_id, e.expires_at_us, e.created_at_us, IF(e.status <= 2, "
    "(SELECT COUNT(*) + 1 FROM waitlist_entries o WHERE o.show_id = e.show_id AND o.status IN (1, 2) AND o.id < e.id AND "
    "(o.zone_id = e.zone_id OR o.zone_id = 0 OR e.zone_id = 0)), 0) FROM waitlist_entries e WHERE e.user_id = ? AND "
    "(? = 0 OR e.id = ?) ORDER BY e.id DESC LIMIT 200";
constexpr auto leave_row =
    "UPDATE waitlist_entries SET status = IF(status = 1, 6, 8) WHERE user_id = ? AND (? = 0 OR id = ?) AND status <= 3";
constexpr auto select_shows = "SELECT DISTINCT status, show_id FROM waitlist_entries WHERE status IN (1, 2, 3, 8)";
constexpr auto select_unfinished =
    "SELECT id, user_id, zone_id, quantity, status, attempt, serve_zone_no, hold_id, show_id FROM waitlist_entries WHERE show_id "
    "= ? AND status IN (2, 8) ORDER BY id";
constexpr auto select_leaving =
    "SELECT id, user_id, zone_id, quantity, status, attempt, serve_zone_no, hold_id, show_id FROM waitlist_entries WHERE user_id "
    "= ? AND status = 8 ORDER BY id";
constexpr auto select_waiting =
    "SELECT id, user_id, zone_id, quantity, status, attempt, serve_zone_no, hold_id, show_id FROM waitlist_entries WHERE show_id "
    "= ? AND status = 1 AND zone_id = ? AND quantity <= ? AND next_try_us <= ? ORDER BY id LIMIT ?";
constexpr auto serve_row =
    "UPDATE waitlist_entries SET status = 2, attempt = attempt + 1, serve_zone_no = ? WHERE id = ? AND status = 1 AND attempt = "
    "? "
    "AND EXISTS (SELECT 1 FROM show_leases l WHERE l.show_id = ? AND l.epoch = ?)";
constexpr auto offer_row =
    "UPDATE waitlist_entries SET status = 3, hold_id = ?, expires_at_us = ? WHERE id = ? AND status = 2 AND attempt = ?";
constexpr auto wait_row = "UPDATE waitlist_entries SET status = 1, next_try_us = ? WHERE id = ? AND status = 2 AND attempt = ?";
constexpr auto let_go_row = "UPDATE waitlist_entries SET status = ? WHERE id = ? AND status = 8";
constexpr auto settle_rows =
    "UPDATE waitlist_entries e JOIN holds h ON h.id = e.hold_id SET e.status = CASE h.status WHEN 2 THEN 4 WHEN 3 THEN 6 ELSE 5 "
    "END WHERE e.show_id = ? AND e.status = 3 AND h.status <> 1";
constexpr auto end_waiting_rows = "UPDATE waitlist_entries SET status = 7 WHERE show_id = ? AND status = 1";
constexpr auto end_offered_rows = "UPDATE waitlist_entries SET status = 7 WHERE show_id = ? AND status = 3";

constexpr auto select_notices =
    "SELECT n.id, n.kind, n.show_id, n.user_id, n.tries, s.state <> 2 AND (n.kind = 3 OR (s.closes_at_us > ? AND (n.kind = 1 OR "
    "(e.status = 3 AND e.expires_at_us > ?)))), e.hold_id, e.expires_at_us, e.quantity, m.from_us, s.starts_at_us - "
    "s.refund_before_s * 1000000, n.booking_id FROM notices n JOIN shows s ON "
    "s.id = n.show_id LEFT JOIN waitlist_entries e ON n.kind = 2 AND e.id = n.entry_id LEFT JOIN show_moves m ON n.kind = 3 AND "
    "m.id = n.entry_id WHERE n.done_at_us IS NULL AND n.next_try_us <= ? ORDER BY n.next_try_us, n.id "
    "LIMIT ?";
constexpr auto claim_notice =
    "UPDATE notices SET tries = tries + 1, next_try_us = ? WHERE id = ? AND tries = ? AND done_at_us IS NULL";
constexpr auto postpone_row = "UPDATE notices SET next_try_us = ? WHERE id = ? AND tries = ? AND done_at_us IS NULL";
constexpr auto finish_row = "UPDATE notices SET done_at_us = ? WHERE id = ? AND tries = ? AND done_at_us IS NULL";

constexpr auto lock_notices = "SELECT id FROM notices WHERE user_id = ? FOR UPDATE";
constexpr auto forget_mails = "DELETE m FROM mail_outbox m JOIN notices n ON n.id = m.id WHERE n.user_id = ?";
constexpr auto forget_notices = "DELETE FROM notices WHERE user_id = ?";
constexpr auto forget_watches = "DELETE FROM watches WHERE user_id = ?";
constexpr auto forget_entries = "DELETE FROM waitlist_entries WHERE user_id = ?";

std::vector<WaitlistEntry> entries_in(const mysql::Results& found) {
  std::vector<WaitlistEntry> entries;
  for (const auto row : found.rows()) {
    WaitlistEntry entry;
    entry.id = u64(row.at(0));
    entry.user = {u64(row.at(1))};
    entry.zone = {u64(row.at(2))};
    entry.quantity = static_cast<std::uint32_t>(u64(row.at(3)));
    entry.status = static_cast<WaitStatus>(u64(row.at(4)));
    entry.attempt = static_cast<std::uint32_t>(u64(row.at(5)));
    if (!row.at(6).is_null()) entry.serve_zone = static_cast<seats::ZoneIndex>(u64(row.at(6)));
    entry.hold = {u64(row.at(7))};
    entry.show = {u64(row.at(8))};
    entries.push_back(entry);
  }
  return entries;
}

}  // namespace

Task<> watch(mysql::Pool& pool, ShowId show, UserId user, Instant now) { co_await pool.query(insert_watch, show, user, now); }

Task<> unwatch(mysql::Pool& pool, ShowId show, UserId user) { co_await pool.query(delete_watch, show, user); }

Task<bool> is_watching(mysql::Pool& pool, ShowId show, UserId user) {
  const auto found = co_await pool.query(select_watch, show, user);
  co_return !found.rows().empty();
}

Task<std::vector<Watch>> watches_of(mysql::Pool& pool, UserId user) {
  const auto found = co_await pool.query(select_watches, user);
  std::vector<Watch> watches;
  for (const auto row : found.rows()) watches.push_back({{u64(row.at(0))}, user, instant(row.at(1))});
  co_return watches;
}

Task<std::size_t> owe_opening_notices(mysql::Pool& pool, IdGenerator& ids, Instant now) {
  const auto found = co_await pool.query(select_opened, now, now, notices_at_once);
  if (found.rows().empty()) co_return 0;
  auto body = [&found, &ids, now](mysql::Connection& db) -> Task<std::size_t> {
    std::size_t owed = 0;
    for (const auto row : found.rows()) {
      const ShowId show{u64(row.at(0))};
      const UserId user{u64(row.at(1))};
      const auto gone = co_await db.query(delete_watch, show, user);
      if (gone.affected_rows() != 1) continue;  // another instance told, or it is not wanted any more
      co_await db.query(insert_notice, ids.next(now), static_cast<unsigned>(NoticeKind::sale_opened), show, user, 0u);
      ++owed;
    }
    co_return owed;
  };
  co_return co_await pool.transaction(body);
}

Task<bool> put_entry(mysql::Pool& pool, WaitlistEntry entry, Instant now) {
  try {
    co_await pool.query(insert_entry, entry.id, entry.show, entry.user, entry.zone, entry.quantity, now);
  } catch (const mysql::Fault& fault) {
    if (!fault.names("one_open_entry")) throw;
    co_return false;
  }
  co_return true;
}

Task<std::vector<EntryView>> entries_of(mysql::Pool& pool, UserId user, std::uint64_t id) {
  const auto found = co_await pool.query(select_mine, user, id, id);
  std::vector<EntryView> mine;
  for (const auto row : found.rows()) {
    EntryView view;
    view.entry.id = u64(row.at(0));
    view.entry.show = {u64(row.at(1))};
    view.entry.user = user;
    view.entry.zone = {u64(row.at(2))};
    view.entry.quantity = static_cast<std::uint32_t>(u64(row.at(3)));
    view.entry.status = static_cast<WaitStatus>(u64(row.at(4)));
    view.entry.hold = {u64(row.at(5))};
    view.entry.expires_at = instant(row.at(6));
    view.created_at = instant(row.at(7));
    view.position = static_cast<std::uint32_t>(mysql::i64(row.at(8)));
    mine.push_back(view);
  }
  co_return mine;
}

Task<bool> leave(mysql::Pool& pool, std::uint64_t id, UserId user) {
  const auto done = co_await pool.query(leave_row, user, id, id);
  co_return done.affected_rows() > 0;
}

Task<> leave_all(mysql::Pool& pool, UserId user) { co_await pool.query(leave_row, user, 0u, 0u); }

Task<std::set<ShowId>> shows_with_waiters(mysql::Pool& pool) {
  const auto found = co_await pool.query(select_shows);
  std::set<ShowId> shows;
  for (const auto row : found.rows()) shows.insert({u64(row.at(1))});
  co_return shows;
}

Task<std::vector<WaitlistEntry>> unfinished_entries_of(mysql::Pool& pool, ShowId show) {
  const auto found = co_await pool.query(select_unfinished, show);
  co_return entries_in(found);
}

Task<std::vector<WaitlistEntry>> leaving_entries_of(mysql::Pool& pool, UserId user) {
  const auto found = co_await pool.query(select_leaving, user);
  co_return entries_in(found);
}

Task<std::vector<WaitlistEntry>> next_waiting(mysql::Pool& pool, ShowId show, ZoneId zone, std::uint32_t most, Instant now) {
  const auto found = co_await pool.query(select_waiting, show, zone, most, now, most);
  co_return entries_in(found);
}

Task<bool> begin_serving(mysql::Pool& pool, WaitlistEntry entry, std::optional<seats::ZoneIndex> zone, std::uint64_t epoch) {
  const auto zone_no = zone ? mysql::to_field(std::uint64_t{*zone}) : mysql::Field{};
  std::vector<mysql::Field> values{zone_no, mysql::to_field(entry.id), mysql::to_field(entry.attempt),
                                   mysql::to_field(entry.show), mysql::to_field(epoch)};
  const auto done = co_await pool.execute(serve_row, std::move(values));
  co_return done.affected_rows() == 1;
}

Task<bool> offer(mysql::Pool& pool, WaitlistEntry entry, std::uint64_t notice) {
  auto body = [entry, notice](mysql::Connection& db) -> Task<bool> {
    const auto done = co_await db.query(offer_row, entry.hold, entry.expires_at, entry.id, entry.attempt);
    if (done.affected_rows() != 1) co_return false;
    co_await db.query(insert_notice, notice, static_cast<unsigned>(NoticeKind::places_offered), entry.show, entry.user, entry.id);
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

Task<> wait_on(mysql::Pool& pool, WaitlistEntry entry, Instant next_try) {
  co_await pool.query(wait_row, next_try, entry.id, entry.attempt);
}

Task<> end_leaving(mysql::Pool& pool, std::uint64_t id, WaitStatus status) {
  co_await pool.query(let_go_row, static_cast<unsigned>(status), id);
}

Task<> settle_offers(mysql::Pool& pool, ShowId show) { co_await pool.query(settle_rows, show); }

Task<> end_waiting(mysql::Pool& pool, ShowId show) { co_await pool.query(end_waiting_rows, show); }

Task<> end_offered(mysql::Pool& pool, ShowId show) { co_await pool.query(end_offered_rows, show); }

Task<> forget_watches_of_ended_sales(mysql::Pool& pool, Instant now) { co_await pool.query(sweep_watches, now); }

Task<std::vector<Notice>> take_notices(mysql::Pool& pool, Instant now, Instant until, std::size_t limit) {
  const auto found = co_await pool.query(select_notices, now, now, now, limit);
  std::vector<Notice> taken;
  for (const auto row : found.rows()) {
    Notice notice;
    notice.id = u64(row.at(0));
    notice.kind = static_cast<NoticeKind>(u64(row.at(1)));
    notice.show = {u64(row.at(2))};
    notice.user = {u64(row.at(3))};
    notice.tries = u64(row.at(4));
    notice.stands = !row.at(5).is_null() && mysql::i64(row.at(5)) != 0;
    if (!row.at(6).is_null()) {
      notice.hold = {u64(row.at(6))};
      notice.expires_at = instant(row.at(7));
      notice.quantity = static_cast<std::uint32_t>(u64(row.at(8)));
    }
    if (!row.at(9).is_null()) notice.moved_from = instant(row.at(9));
    notice.refund_until = mysql::optional_instant(row.at(10));
    notice.booking = {u64(row.at(11))};
    const auto done = co_await pool.query(claim_notice, until, notice.id, notice.tries);
    ++notice.tries;
    if (done.affected_rows() == 1) taken.push_back(notice);
  }
  co_return taken;
}

Task<> postpone_notice(mysql::Pool& pool, Notice notice, Instant until) {
  co_await pool.query(postpone_row, until, notice.id, notice.tries);
}

Task<bool> finish_notice(mysql::Connection& db, Notice notice, Instant now) {
  const auto done = co_await db.query(finish_row, now, notice.id, notice.tries);
  co_return done.affected_rows() == 1;
}

Task<> forget_waiting(mysql::Connection& db, UserId user) {
  // What is to be told comes from the first two: whatever they bring forth at this moment is there to be forgotten, or is not.
  co_await db.query(forget_watches, user);
  co_await db.query(forget_entries, user);
  co_await db.query(lock_notices, user);  // a mail that is being written is there, or will not be
  co_await db.query(forget_mails, user);
  co_await db.query(forget_notices, user);
}

}  // namespace gelora::booking
