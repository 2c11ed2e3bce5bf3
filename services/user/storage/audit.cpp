#include "user/storage/audit.hpp"

namespace gelora::user {
namespace {

using mysql::i64, mysql::text, mysql::u64;

constexpr auto insert_event =
    "INSERT INTO audit_events (id, at_us, event, user_id, by_id, organisation_id, detail) VALUES (?, ?, ?, NULLIF(?, 0), "
    "NULLIF(?, 0), NULLIF(?, 0), ?)";
constexpr auto lock_head = "SELECT position, hash FROM audit_head FOR UPDATE";
constexpr auto select_head = "SELECT position, hash FROM audit_head";
constexpr auto select_events =
    "SELECT id, at_us, event, user_id, by_id, organisation_id, detail FROM audit_events ORDER BY id LIMIT 500";
constexpr auto insert_entry =
    "INSERT INTO audit_log (position, id, at_us, event, user_id, by_id, organisation_id, detail, hash) VALUES (?, ?, ?, ?, "
    "NULLIF(?, 0), NULLIF(?, 0), NULLIF(?, 0), ?, ?)";
constexpr auto delete_event = "DELETE FROM audit_events WHERE id = ?";
constexpr auto update_head = "UPDATE audit_head SET position = ?, hash = ?";
constexpr auto select_log =
    "SELECT id, at_us, event, user_id, by_id, organisation_id, detail, position, hash FROM audit_log WHERE position > ? ORDER BY "
    "position LIMIT 1000";
constexpr auto select_log_of_user =
    "(SELECT id, at_us, event, user_id, by_id, organisation_id, detail, position, hash FROM audit_log WHERE position > ? AND "
    "user_id "
    "= ? ORDER BY position LIMIT 1000) UNION (SELECT id, at_us, event, user_id, by_id, organisation_id, detail, position, hash "
    "FROM "
    "audit_log WHERE position > ? AND by_id = ? ORDER BY position LIMIT 1000) ORDER BY position LIMIT 1000";

// Who founded it, and who was a member, stays in it; what they did elsewhere has no organisation.
constexpr auto select_team =
    "SELECT a.id, a.at_us, a.event, a.user_id, a.by_id, a.organisation_id, a.detail, a.position, a.hash, COALESCE(u.name, ''), "
    "COALESCE(b.name, m.name, '') FROM audit_log a FORCE INDEX (audit_log_of_an_organisation) JOIN members asking ON "
    "asking.organisation_id = a.organisation_id AND asking.user_id = ? AND asking.role IN ('owner', 'manager') AND "
    "asking.shows = '' LEFT JOIN users u ON u.id = a.user_id LEFT JOIN users b ON b.id = a.by_id LEFT JOIN machines m ON m.id = "
    "a.by_id WHERE a.organisation_id = ? AND a.position < ? AND (? = 0 OR a.by_id = ?) AND a.at_us >= ? AND a.at_us < ? ORDER "
    "BY a.position DESC LIMIT ?";

std::vector<mysql::Field> fields_of(std::uint64_t id, const AuditEvent& event, Instant now) {
  return {mysql::to_field(id),          mysql::to_field(now),      mysql::to_field(event.event),
          mysql::to_field(event.user),  mysql::to_field(event.by), mysql::to_field(event.organisation),
          mysql::to_field(event.detail)};
}

std::uint64_t id_or_none(mysql::FieldView field) { return field.is_null() ? 0 : u64(field); }

AuditEntry read_entry(mysql::RowView row) {
  return {0,
          u64(row.at(0)),
          mysql::instant(row.at(1)),
          {text(row.at(2)), {id_or_none(row.at(3))}, {id_or_none(row.at(4))}, id_or_none(row.at(5)), text(row.at(6))},
          ""};
}

std::vector<AuditEntry> read_log(const mysql::Results& found) {
  std::vector<AuditEntry> entries;
  for (const auto row : found.rows()) {
    entries.push_back(read_entry(row));
    entries.back().position = u64(row.at(7));
    entries.back().hash = text(row.at(8));
  }
  return entries;
}

AuditHead read_head(const mysql::Results& found) {
  const auto row = found.rows().at(0);
  return {u64(row.at(0)), text(row.at(1))};
}

}  // namespace

Task<> put_audit(mysql::Connection& db, std::uint64_t id, AuditEvent event, Instant now) {
  co_await db.execute(insert_event, fields_of(id, event, now));
}

Task<> put_audit(mysql::Pool& pool, std::uint64_t id, AuditEvent event, Instant now) {
  co_await pool.execute(insert_event, fields_of(id, event, now));
}

Task<std::vector<AuditEntry>> chain_audit(mysql::Pool& pool) {
  auto body = [](mysql::Connection& db) -> Task<std::vector<AuditEntry>> {
    const auto locked = co_await db.query(lock_head);
    auto head = read_head(locked);
    const auto found = co_await db.query(select_events);
    std::vector<AuditEntry> chained;
    for (const auto row : found.rows()) {
      auto entry = read_entry(row);
      entry.position = ++head.position;
      head.hash = entry.hash = audit_hash(head.hash, entry);
      const auto& event = entry.event;
      co_await db.query(insert_entry, entry.position, entry.id, entry.at, event.event, event.user, event.by, event.organisation,
                        event.detail, entry.hash);
      co_await db.query(delete_event, entry.id);
      chained.push_back(std::move(entry));
    }
    if (!chained.empty()) co_await db.query(update_head, head.position, head.hash);
    co_return chained;
  };
  co_return co_await pool.transaction(body);
}

Task<AuditHead> audit_head(mysql::Pool& pool) { co_return read_head(co_await pool.query(select_head)); }

Task<std::vector<AuditEntry>> audit_after(mysql::Pool& pool, std::uint64_t position, std::optional<UserId> user) {
  if (!user) co_return read_log(co_await pool.query(select_log, position));
  co_return read_log(co_await pool.query(select_log_of_user, position, *user, position, *user));
}

Task<std::vector<TeamEntry>> team_changes(mysql::Pool& pool, TeamWish wish) {
  const auto found = co_await pool.query(select_team, wish.asking, wish.organisation, wish.before, wish.by, wish.by, wish.from,
                                         wish.until, wish.limit + 1);
  std::vector<TeamEntry> entries;
  auto log = read_log(found);
  for (std::size_t i = 0; i < log.size(); ++i)
    entries.push_back({std::move(log[i]), text(found.rows().at(i).at(9)), text(found.rows().at(i).at(10))});
  co_return entries;
}

}  // namespace gelora::user
