#include "booking/storage/mysql_store.hpp"

#include <cstring>
#include <unordered_map>

#include "booking/storage/batch_sql.hpp"
#include "booking/storage/booking_document.hpp"
#include "mysql/database_clock.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;
using mysql::i64, mysql::u64, mysql::text, mysql::instant;

Hash128 hash128(mysql::FieldView field) {
  Hash128 hash{};
  const std::string bytes = text(field);
  std::memcpy(hash.data(), bytes.data(), std::min(bytes.size(), hash.size()));
  return hash;
}

// Of a published show: ours, nobody's, or of a process that is not alive any more.
constexpr auto take_lease =
    "UPDATE show_leases SET owner = ?, epoch = epoch + 1, version = version + 1 WHERE show_id = ? AND EXISTS "
    "(SELECT 1 FROM shows s WHERE s.id = show_leases.show_id AND s.published = 1) AND (owner IN ('', ?) OR NOT "
    "EXISTS (SELECT 1 FROM instances i WHERE i.owner = show_leases.owner AND i.alive_until_us > " GELORA_SQL_NOW_US "))";
constexpr auto leave_lease = "UPDATE show_leases SET owner = '' WHERE show_id = ? AND owner = ? AND epoch = ?";
constexpr auto read_lease = "SELECT epoch, version FROM show_leases WHERE show_id = ?";

// Holds whose keys still answer, and those that own places, whatever their age.
constexpr auto load_holds =
    "SELECT id, user_id, status, placement, created_at_us, expires_at_us, places, key_hash, body_hash, CAST(0 AS UNSIGNED), "
    "offered, CAST(0 AS UNSIGNED), '' FROM "
    "holds "
    "WHERE show_id = ? AND created_at_us > ? AND status IN (3, 4) "
    "UNION ALL "
    "SELECT h.id, h.user_id, h.status, h.placement, h.created_at_us, h.expires_at_us, h.places, h.key_hash, h.body_hash, "
    "CAST(c.state AS UNSIGNED), h.offered, CAST(COALESCE(k.kept_by, 0) AS UNSIGNED), COALESCE(k.kept_for, '') "
    "FROM (SELECT hold_id, MAX(state) AS state FROM seat_claims WHERE show_id = ? GROUP BY hold_id) c JOIN holds h ON h.id = "
    "c.hold_id LEFT JOIN house_seats k ON k.hold_id = h.id";

constexpr auto load_bookings =
    "SELECT id, hold_id, user_id, status, currency, total_minor, pay_by_us, created_at_us, payment_id, document, key_hash, "
    "body_hash, decline_by_us, refunded_minor, kept_minor, dispute_decided FROM bookings WHERE show_id = ?";
constexpr auto load_tickets =
    "SELECT t.id, t.booking_id, t.seat_no, t.status, t.user_id, CAST(COALESCE(o.id, 0) AS UNSIGNED), "
    "CAST(COALESCE(o.expires_at_us, 0) AS SIGNED), t.changed_at_us FROM tickets t LEFT JOIN ticket_transfers o ON "
    "o.live_ticket_id = t.id AND "
    "o.status = 1 WHERE t.show_id = ?";

constexpr auto load_admissions = "SELECT ticket_id, first_at_us, gate, inside, entries FROM admissions WHERE show_id = ?";
constexpr auto load_scans =
    "SELECT scan_id, body_hash, ticket_id, result, reason, since_us, first_gate FROM scans WHERE show_id = ?";

constexpr auto load_room_entries =
    "SELECT CAST(COALESCE(user_id, 0) AS UNSIGNED), mark, joined_at_us FROM room_entries WHERE show_id = ? ORDER BY arrival";
constexpr auto load_room_draw = "SELECT entries FROM room_draws WHERE show_id = ?";
constexpr auto load_room_calls =
    "SELECT through_no, called_at_us, basket_tenths FROM room_calls WHERE show_id = ? ORDER BY through_no";

constexpr std::size_t rows_at_once = 1'000;  // other shows go on selling while one with much history is read

constexpr auto find_batch = "SELECT batch_id FROM journal WHERE show_id = ? AND version = ?";

}  // namespace

MysqlStore::MysqlStore(mysql::Pool& pool, Halls& halls, TimeLimits limits, const Clock& clock, std::string owner)
    : pool_(pool), halls_(halls), limits_(limits), clock_(clock), owner_(std::move(owner)) {}

Task<std::optional<StoredShow>> MysqlStore::open(ShowId id) {
  StoredShow stored;
  // One transaction: the row stays locked from the new epoch to its reading, so no two owners get the same one.
  auto take = [this, id, &stored](mysql::Connection& db) -> Task<bool> {
    const auto taken = co_await db.query(take_lease, owner_, id, owner_);
    if (taken.affected_rows() == 0) co_return false;
    const auto lease = co_await db.query(read_lease, id);
    stored.epoch = u64(lease.rows().at(0).at(0));
    stored.version = u64(lease.rows().at(0).at(1));
    co_return true;
  };
  const bool ours = co_await pool_.transaction(take);
  if (!ours) co_return std::nullopt;
  stored.show = co_await load_show(pool_, halls_, limits_, id);
  const Instant a_day_ago = clock_.now() - 24h;
  const auto holds = co_await pool_.query(load_holds, id, a_day_ago, id);
  for (const auto row : holds.rows()) {
    StoredShow::StoredHold hold;
    hold.row = {{u64(row.at(0))},
                id,
                {u64(row.at(1))},
                static_cast<HoldStatus>(u64(row.at(2))),
                static_cast<seats::Placement>(u64(row.at(3))),
                instant(row.at(4)),
                instant(row.at(5)),
                read_places_blob(text(row.at(6))),
                {hash128(row.at(7)), hash128(row.at(8))},
                u64(row.at(10)) != 0};
    if (u64(row.at(11)) != 0) hold.row.kept = Kept{text(row.at(12)), {u64(row.at(11))}};
    hold.live = i64(row.at(9)) != 0;
    hold.sold = i64(row.at(9)) == 2;
    stored.holds.push_back(std::move(hold));
  }
  std::size_t rows = 0;
  std::unordered_map<std::uint64_t, std::vector<StoredShow::StoredTicket>> tickets;
  {
    const auto found = co_await pool_.query(load_tickets, id);
    for (const auto row : found.rows()) {
      if (++rows % rows_at_once == 0) co_await loop::sleep_for(0ms);
      tickets[u64(row.at(1))].push_back({{u64(row.at(0))},
                                         static_cast<seats::SeatNo>(u64(row.at(2))),
                                         static_cast<TicketStatus>(u64(row.at(3))),
                                         {u64(row.at(4))},
                                         {u64(row.at(5))},
                                         instant(row.at(6)),
                                         instant(row.at(7))});
    }
  }
  co_await read_check_ins(stored);
  if (stored.show->room) co_await read_waiting_room(stored);
  const auto bookings = co_await pool_.query(load_bookings, id);
  for (const auto row : bookings.rows()) {
    if (++rows % rows_at_once == 0) co_await loop::sleep_for(0ms);
    const Currency currency = *Currency::parse(text(row.at(4)));
    const BookingDocument document = read_document(text(row.at(9)));
    StoredShow::StoredBooking booking{{u64(row.at(0))},
                                      {u64(row.at(1))},
                                      {u64(row.at(2))},
                                      static_cast<BookingStatus>(u64(row.at(3))),
                                      Money{i64(row.at(5)), currency},
                                      instant(row.at(6)),
                                      instant(row.at(7)),
                                      {u64(row.at(8))},
                                      document.attendees,
                                      {hash128(row.at(10)), hash128(row.at(11))},
                                      {},
                                      instant(row.at(12)),
                                      std::move(tickets[u64(row.at(0))]),
                                      i64(row.at(13)),
                                      i64(row.at(14)),
                                      u64(row.at(15))};
    for (const auto& line : document.lines) booking.lines.push_back(line.money);
    booking.replaced = document.replaced;
    stored.bookings.push_back(std::move(booking));
  }
  co_return stored;
}

Task<> MysqlStore::read_check_ins(StoredShow& stored) {
  const auto admissions = co_await pool_.query(load_admissions, stored.show->id);
  for (const auto row : admissions.rows()) {
    Admission admission{instant(row.at(1)), text(row.at(2)), u64(row.at(3)) != 0, static_cast<std::uint32_t>(u64(row.at(4)))};
    stored.admissions.emplace_back(TicketId{u64(row.at(0))}, std::move(admission));
  }
  const auto scans = co_await pool_.query(load_scans, stored.show->id);
  for (const auto row : scans.rows()) {
    const ScanVerdict verdict{static_cast<ScanResult>(u64(row.at(3))), static_cast<ScanRefusal>(u64(row.at(4)))};
    stored.scans.push_back(
        {text(row.at(0)), hash128(row.at(1)), {verdict, {u64(row.at(2))}, instant(row.at(5)), text(row.at(6))}});
  }
}

Task<> MysqlStore::read_waiting_room(StoredShow& stored) {
  const auto entries = co_await pool_.query(load_room_entries, stored.show->id);
  for (const auto row : entries.rows()) {
    stored.room.entries.push_back({{u64(row.at(0))}, hash128(row.at(1)), instant(row.at(2))});
    if (stored.room.entries.size() % rows_at_once == 0) co_await loop::sleep_for(0ms);
  }
  const auto draw = co_await pool_.query(load_room_draw, stored.show->id);
  if (!draw.rows().empty()) stored.room.drawn = static_cast<std::uint32_t>(u64(draw.rows().at(0).at(0)));
  const auto calls = co_await pool_.query(load_room_calls, stored.show->id);
  for (const auto row : calls.rows())
    stored.room.calls.push_back(
        {static_cast<std::uint32_t>(u64(row.at(0))), instant(row.at(1)), static_cast<std::uint32_t>(u64(row.at(2)))});
}

Task<> MysqlStore::give_back(ShowId show, std::uint64_t epoch) { co_await pool_.query(leave_lease, show, owner_, epoch); }

Task<CommitResult> MysqlStore::commit(const Batch& batch) {
  const std::string sql = to_sql(batch, owner_);
  bool sent = false;
  try {
    if (!committer_ || !committer_->usable()) committer_ = co_await pool_.separate();
    sent = true;
    co_await committer_->run(sql);
    co_return CommitResult::committed;
  } catch (const mysql::Unreachable& fault) {
    telemetry::warn("commit failed", {{"what", fault.what()}, {"sent", sent}});
  } catch (const mysql::Fault& fault) {
    telemetry::warn("commit refused", {{"what", std::string_view{fault.what()}.substr(0, 400)}, {"code", fault.code}});
    sent = false;
  }
  if (committer_ && committer_->usable()) co_await committer_->rollback();
  if (committer_ && !committer_->usable()) committer_.reset();
  co_return sent ? CommitResult::unknown : CommitResult::refused;
}

Task<bool> MysqlStore::has_committed(const Batch& batch) {
  if (batch.journal.empty()) co_return false;
  const auto& row = batch.journal.front();
  const auto found = co_await pool_.query(find_batch, row.show, row.version);
  co_return !found.rows().empty() && u64(found.rows().at(0).at(0)) == batch.id;
}

}  // namespace gelora::booking
