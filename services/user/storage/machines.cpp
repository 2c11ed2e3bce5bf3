#include "user/storage/machines.hpp"

namespace gelora::user {
namespace {

using namespace std::chrono_literals;
using mysql::instant, mysql::text, mysql::u64;

constexpr auto select_of_organisation =
    "SELECT m.id, m.organisation_id, o.name, m.kind, m.name, m.role, m.days, m.created_at_us, m.expires_at_us, m.last_used_at_us "
    "FROM "
    "machines m JOIN organisations o ON o.id = m.organisation_id JOIN members asking ON asking.organisation_id = "
    "m.organisation_id AND "
    "asking.user_id = ? AND asking.role IN ('owner', 'manager') AND asking.shows = '' WHERE m.organisation_id = ? AND m.kind = ? "
    "AND m.enrolled = 1 "
    "AND "
    "m.expires_at_us > ? ORDER BY m.id DESC LIMIT 100";
constexpr auto select_by_secret =
    "SELECT m.id, m.organisation_id, o.name, m.kind, m.name, m.role, m.days, m.created_at_us, m.expires_at_us, m.last_used_at_us "
    "FROM "
    "machines m JOIN organisations o ON o.id = m.organisation_id WHERE m.secret_hash = ? AND m.enrolled = 1 AND m.expires_at_us "
    "> ?";
constexpr auto select_by_code =
    "SELECT m.id, m.organisation_id, o.name, m.kind, m.name, m.role, m.days, m.created_at_us, m.expires_at_us, m.last_used_at_us "
    "FROM "
    "machines m JOIN organisations o ON o.id = m.organisation_id WHERE m.secret_hash = ? AND m.enrolled = 0 AND m.expires_at_us "
    "> ? "
    "FOR UPDATE";
constexpr auto count_of_organisation = "SELECT COUNT(*) FROM machines WHERE organisation_id = ? AND expires_at_us > ?";
constexpr auto insert_row =
    "INSERT INTO machines (id, organisation_id, kind, name, role, secret_hash, days, enrolled, created_by, created_at_us, "
    "expires_at_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto update_enrolled = "UPDATE machines SET secret_hash = ?, enrolled = 1, expires_at_us = ? WHERE id = ?";
constexpr auto select_role = "SELECT role FROM machines WHERE id = ? AND organisation_id = ? AND kind = ? FOR UPDATE";
constexpr auto select_keys_by =
    "SELECT id FROM machines WHERE organisation_id = ? AND kind = 'key' AND created_by = ? FOR UPDATE";
constexpr auto select_ids = "SELECT id FROM machines WHERE organisation_id = ? FOR UPDATE";
constexpr auto delete_row = "DELETE FROM machines WHERE id = ?";
constexpr auto update_used =
    "UPDATE machines SET last_used_at_us = ? WHERE id = ? AND (last_used_at_us IS NULL OR last_used_at_us < ?)";
constexpr auto sweep_rows = "DELETE FROM machines WHERE expires_at_us <= ? LIMIT 1000";

std::string_view name_of_kind(MachineKind kind) { return kind == MachineKind::key ? "key" : "gate"; }

Machine read(mysql::RowView row) {
  return {{u64(row.at(0))},   {u64(row.at(1))},
          text(row.at(2)),    text(row.at(3)) == "key" ? MachineKind::key : MachineKind::gate,
          text(row.at(4)),    *parse_role(text(row.at(5))),
          u64(row.at(6)),     instant(row.at(7)),
          instant(row.at(8)), mysql::optional_instant(row.at(9))};
}

std::vector<MachineId> read_ids(const mysql::Results& found) {
  std::vector<MachineId> ids;
  for (const auto row : found.rows()) ids.push_back({u64(row.at(0))});
  return ids;
}

std::optional<Machine> first(const mysql::Results& found) {
  if (found.rows().empty()) return std::nullopt;
  return read(found.rows().at(0));
}

}  // namespace

Task<std::vector<Machine>> list_machines(mysql::Pool& pool, OrganisationId id, MachineKind kind, UserId asking, Instant now) {
  const auto found = co_await pool.query(select_of_organisation, asking, id, name_of_kind(kind), now);
  std::vector<Machine> machines;
  for (const auto row : found.rows()) machines.push_back(read(row));
  co_return machines;
}

Task<std::optional<Machine>> find_machine(mysql::Pool& pool, std::string secret_hash, Instant now) {
  co_return first(co_await pool.query(select_by_secret, secret_hash, now));
}

Task<std::uint64_t> count_machines(mysql::Connection& db, OrganisationId id, Instant now) {
  const auto found = co_await db.query(count_of_organisation, id, now);
  co_return u64(found.rows().at(0).at(0));
}

Task<> insert_machine(mysql::Connection& db, Machine machine, std::string secret_hash, bool enrolled, UserId by) {
  co_await db.query(insert_row, machine.id, machine.organisation, name_of_kind(machine.kind), machine.name, name_of(machine.role),
                    secret_hash, machine.days, enrolled ? 1 : 0, by, machine.created_at, machine.expires_at);
}

Task<std::optional<Machine>> find_unenrolled(mysql::Connection& db, std::string code_hash, Instant now) {
  co_return first(co_await db.query(select_by_code, code_hash, now));
}

Task<> enrol(mysql::Connection& db, MachineId id, std::string secret_hash, Instant expires_at) {
  co_await db.query(update_enrolled, secret_hash, expires_at, id);
}

Task<std::optional<Role>> role_of_machine(mysql::Connection& db, OrganisationId organisation, MachineId id, MachineKind kind) {
  const auto found = co_await db.query(select_role, id, organisation, name_of_kind(kind));
  if (found.rows().empty()) co_return std::nullopt;
  co_return parse_role(text(found.rows().at(0).at(0)));
}

Task<> delete_machine(mysql::Connection& db, MachineId id) { co_await db.query(delete_row, id); }

Task<std::vector<MachineId>> machines_of(mysql::Connection& db, OrganisationId id) {
  co_return read_ids(co_await db.query(select_ids, id));
}

Task<std::vector<MachineId>> keys_by(mysql::Connection& db, OrganisationId id, UserId by) {
  co_return read_ids(co_await db.query(select_keys_by, id, by));
}

Task<> note_use(mysql::Pool& pool, MachineId id, Instant now) { co_await pool.query(update_used, now, id, now - 1min); }

Task<std::uint64_t> sweep_machines(mysql::Pool& pool, Instant now) {
  const auto done = co_await pool.query(sweep_rows, now - 24h);
  co_return done.affected_rows();
}

}  // namespace gelora::user
