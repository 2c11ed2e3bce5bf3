// Keys of programs and telephones at gates, in SQL.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mysql/pool.hpp"
#include "user/domain/organisation.hpp"

namespace gelora::user {

using loop::Task;

enum class MachineKind { key, gate };

struct Machine {
  MachineId id;
  OrganisationId organisation;
  std::string organisation_name;
  MachineKind kind = MachineKind::key;
  std::string name;
  Role role = Role::gate;
  std::uint64_t days = 0;  // of a telephone that is not enrolled yet: how long it may work afterwards
  Instant created_at, expires_at;
  std::optional<Instant> last_used_at;
};

// Those that may work, newest first, for those who manage; none otherwise.
Task<std::vector<Machine>> list_machines(mysql::Pool& pool, OrganisationId id, MachineKind kind, UserId asking, Instant now);
// The one whose secret this is, if it may work now.
Task<std::optional<Machine>> find_machine(mysql::Pool& pool, std::string secret_hash, Instant now);

// Within the caller's transaction.
Task<std::uint64_t> count_machines(mysql::Connection& db, OrganisationId id, Instant now);  // those that may work
Task<> insert_machine(mysql::Connection& db, Machine machine, std::string secret_hash, bool enrolled, UserId by);
// The telephone whose one-time code this is; locked.
Task<std::optional<Machine>> find_unenrolled(mysql::Connection& db, std::string code_hash, Instant now);
Task<> enrol(mysql::Connection& db, MachineId id, std::string secret_hash, Instant expires_at);
Task<std::optional<Role>> role_of_machine(mysql::Connection& db, OrganisationId organisation, MachineId id, MachineKind kind);
Task<> delete_machine(mysql::Connection& db, MachineId id);
Task<std::vector<MachineId>> machines_of(mysql::Connection& db, OrganisationId id);
// Keys that this person made.
Task<std::vector<MachineId>> keys_by(mysql::Connection& db, OrganisationId id, UserId by);

// Noted once a minute at most.
Task<> note_use(mysql::Pool& pool, MachineId id, Instant now);

// How many went: at most 1000 at once.
Task<std::uint64_t> sweep_machines(mysql::Pool& pool, Instant now);

}  // namespace gelora::user
