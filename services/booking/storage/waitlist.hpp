// Who waits, in SQL: for a sale to open, for places of a sold-out show, and the mails owed to both. See
// migrations/0012_waitlist.sql.
#pragma once
#include <optional>
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
// Whose sale has opened and who was not told: a notice is owed to each from here on. How many; at most 200 at once.
Task<std::size_t> owe_opening_notices(mysql::Pool& pool, IdGenerator& ids, Instant now);

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
// Ends an open one.
Task<> cancel_entry(mysql::Pool& pool, std::uint64_t id, UserId user);

// Shows of which somebody waits or is being served.
Task<std::vector<ShowId>> shows_with_waiters(mysql::Pool& pool);
// In their order: those who are being served, and those who wait and whose time to be tried again has come.
Task<std::vector<WaitlistEntry>> open_entries_of(mysql::Pool& pool, ShowId show, Instant now);
// Waiting → serving. False when it does not wait any more. `entry` is changed accordingly.
Task<bool> begin_serving(mysql::Pool& pool, WaitlistEntry& entry, std::optional<seats::ZoneIndex> zone);
// Serving → offered, and its notice is owed. False when it is not ours to offer any more.
Task<bool> offer(mysql::Pool& pool, WaitlistEntry entry, std::uint64_t notice);
// Serving → waiting, to be tried again from then on.
Task<> wait_on(mysql::Pool& pool, WaitlistEntry entry, Instant next_try);
// Offers that became a booking or ended, and those who wait for a show that is not sold any more.
Task<> settle_entries(mysql::Pool& pool, Instant now);

// ---- mails ----
enum class NoticeKind : std::uint8_t { sale_opened = 1, places_offered };
struct Notice {
  std::uint64_t id = 0;
  NoticeKind kind = NoticeKind::sale_opened;
  ShowId show;
  UserId user;
  std::uint64_t tries = 0;
  bool stands = true;  // what it tells is still so
  HoldId hold;         // of an offer
  Instant expires_at;
  std::uint32_t quantity = 0;
};
// As take_receipts, postpone and finish are to receipts.
Task<std::vector<Notice>> take_notices(mysql::Pool& pool, Instant now, Instant until, std::size_t limit);
Task<> postpone_notice(mysql::Pool& pool, Notice notice, Instant until);
Task<bool> finish_notice(mysql::Connection& db, Notice notice, Instant now);

// Within the caller's transaction: nothing is left of a person.
Task<> forget_waiting(mysql::Connection& db, UserId user);

}  // namespace gelora::booking
