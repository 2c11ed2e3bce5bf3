// Who waits, in SQL: for a sale to open, for places of a sold-out show, and the mails owed to both. See
// migrations/0012_waitlist.sql.
#pragma once
#include <optional>
#include <set>
#include <vector>

#include "booking/domain/waitlist.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

// ---- watching ----
Task<> watch(mysql::Pool& pool, ShowId show, UserId user, Instant now);  // again: nothing changes
Task<> unwatch(mysql::Pool& pool, ShowId show, UserId user);
Task<bool> is_watching(mysql::Pool& pool, ShowId show, UserId user);
struct Watch {
  ShowId show;
  UserId user;
  Instant created_at;
};
Task<std::vector<Watch>> watches_of(mysql::Pool& pool, UserId user);
// Who watches a show whose sale has opened is owed a notice, and does not watch any more. How many; at most 200 at once.
Task<std::size_t> owe_opening_notices(mysql::Pool& pool, IdGenerator& ids, Instant now);
// Of shows that are not sold any more.
Task<> forget_watches_of_ended_sales(mysql::Pool& pool, Instant now);

// ---- the waitlist ----
// False when the person has an open entry of the show.
Task<bool> put_entry(mysql::Pool& pool, WaitlistEntry entry, Instant now);
struct EntryView {
  WaitlistEntry entry;
  Instant created_at;
  std::uint32_t position = 0;  // 1 for who is next; 0 when it does not wait
};
// Newest first; of `id` alone when it is not 0.
Task<std::vector<EntryView>> entries_of(mysql::Pool& pool, UserId user, std::uint64_t id = 0);
// Ends an open one; its hold, if there is one, is still to be given back (leaving). False when there is no such open entry.
Task<bool> leave(mysql::Pool& pool, std::uint64_t id, UserId user);
Task<> leave_all(mysql::Pool& pool, UserId user);

// Shows with entries that are open or leaving.
Task<std::set<ShowId>> shows_with_waiters(mysql::Pool& pool);
// Being served, or leaving; in order.
Task<std::vector<WaitlistEntry>> unfinished_entries_of(mysql::Pool& pool, ShowId show);
Task<std::vector<WaitlistEntry>> leaving_entries_of(mysql::Pool& pool, UserId user);
// The first in line for the zone (0: for any) whose party is not larger than `most`, and who are not to be tried later: as many
// as `most` places can serve.
Task<std::vector<WaitlistEntry>> next_waiting(mysql::Pool& pool, ShowId show, ZoneId zone, std::uint32_t most, Instant now);
// Waiting → serving, with the next attempt. False when it does not wait any more, or the show's lease is not of this epoch.
Task<bool> begin_serving(mysql::Pool& pool, WaitlistEntry entry, std::optional<seats::ZoneIndex> zone, std::uint64_t epoch);
// Serving → offered, and its notice is owed. False when it is not ours to offer any more.
Task<bool> offer(mysql::Pool& pool, WaitlistEntry entry, std::uint64_t notice);
// Serving → waiting, to be tried again from then on.
Task<> wait_on(mysql::Pool& pool, WaitlistEntry entry, Instant next_try);
// Leaving → cancelled, or taken.
Task<> end_leaving(mysql::Pool& pool, std::uint64_t id, WaitStatus status);
// Offers whose hold became a booking, was given back, or lapsed.
Task<> settle_offers(mysql::Pool& pool, ShowId show);
// Of a show that is not sold any more; of one that is called off.
Task<> end_waiting(mysql::Pool& pool, ShowId show);
Task<> end_offered(mysql::Pool& pool, ShowId show);

// ---- mails ----
enum class NoticeKind : std::uint8_t { sale_opened = 1, places_offered, show_moved };
struct Notice {
  std::uint64_t id = 0;
  NoticeKind kind = NoticeKind::sale_opened;
  ShowId show;
  UserId user;        // 0: of who bought at the counter
  BookingId booking;  // theirs
  std::uint64_t tries = 0;
  bool stands = true;  // what it tells is still so
  HoldId hold;         // of an offer
  Instant expires_at;
  std::uint32_t quantity = 0;
  Instant moved_from;  // of a show that was moved
  std::optional<Instant> refund_until;
};
// As take_receipts, postpone and finish are to receipts.
Task<std::vector<Notice>> take_notices(mysql::Pool& pool, Instant now, Instant until, std::size_t limit);
Task<> postpone_notice(mysql::Pool& pool, Notice notice, Instant until);
Task<bool> finish_notice(mysql::Connection& db, Notice notice, Instant now);

// Within the caller's transaction: nothing is left of a person.
Task<> forget_waiting(mysql::Connection& db, UserId user);

}  // namespace gelora::booking
