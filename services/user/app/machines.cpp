#include "user/app/machines.hpp"

#include "user/app/random.hpp"
#include "user/storage/revocations.hpp"

namespace gelora::user {
namespace {

using namespace std::chrono_literals;

constexpr auto code_lifetime = 15min;

Task<NewMachineOutcome> keep(App& app, UserId by, NewMachine fresh, bool enrolled) {
  auto body = [&app, by, fresh, enrolled, now = app.clock.now()](mysql::Connection& db) -> Task<NewMachineOutcome> {
    const auto& machine = fresh.machine;
    const bool there = co_await lock_organisation(db, machine.organisation);
    const auto mine = co_await rights_of(db, machine.organisation, by);
    if (!there || !mine || !may_manage(*mine) || machine.role < mine->role) co_return NotYours{};
    const auto kept = co_await count_machines(db, machine.organisation, now);
    if (kept >= most_machines) co_return TooMany{most_machines};
    co_await insert_machine(db, machine, hash_of_link_token(fresh.secret), enrolled, by);
    AuditEvent event{enrolled ? "api_key_created" : "gate_device_invited",
                     {},
                     by,
                     machine.organisation.value,
                     "machine=" + machine.id.text() + " role=" + std::string{name_of(machine.role)}};
    co_await app.audit(db, std::move(event), now);
    co_return fresh;
  };
  co_return co_await app.pool.transaction(body);
}

}  // namespace

Task<NewMachineOutcome> create_api_key(App& app, OrganisationId id, UserId by, ApiKeyWish wish) {
  const Instant now = app.clock.now();
  NewMachine fresh;
  fresh.machine.id = app.ids.make<MachineId>(now);
  fresh.machine.organisation = id;
  fresh.machine.kind = MachineKind::key;
  fresh.machine.name = std::move(wish.name);
  fresh.machine.role = wish.role;
  fresh.machine.created_at = now;
  fresh.machine.expires_at = now + 24h * wish.days;
  fresh.secret = new_machine_secret("key");
  co_return co_await keep(app, by, std::move(fresh), true);
}

Task<NewMachineOutcome> invite_gate_device(App& app, OrganisationId id, UserId by, std::string name, int days) {
  const Instant now = app.clock.now();
  NewMachine fresh;
  fresh.machine.id = app.ids.make<MachineId>(now);
  fresh.machine.organisation = id;
  fresh.machine.kind = MachineKind::gate;
  fresh.machine.name = std::move(name);
  fresh.machine.role = Role::gate;
  fresh.machine.days = static_cast<std::uint64_t>(days);
  fresh.machine.created_at = now;
  fresh.machine.expires_at = now + code_lifetime;
  fresh.secret = new_gate_code();
  co_return co_await keep(app, by, std::move(fresh), false);
}

Task<RevokeMachineOutcome> revoke_machine(App& app, OrganisationId id, UserId by, MachineId machine, MachineKind kind) {
  auto body = [&app, id, by, machine, kind, now = app.clock.now()](mysql::Connection& db) -> Task<RevokeMachineOutcome> {
    const auto mine = co_await rights_of(db, id, by);
    const auto theirs = co_await role_of_machine(db, id, machine, kind);
    if (!mine || !theirs || !may_manage(*mine) || *theirs < mine->role) co_return NotYours{};
    co_await delete_machine(db, machine);
    AuditEvent event{kind == MachineKind::key ? "api_key_revoked" : "gate_device_revoked",
                     {},
                     by,
                     id.value,
                     "machine=" + machine.text() + " from=" + std::string{name_of(*theirs)}};
    co_await app.audit(db, std::move(event), now);
    co_await put_revocation(db, SessionId{machine.value}, now);  // a machine's tokens have its id as their session
    co_return Done{};
  };
  const auto outcome = co_await app.pool.transaction(body);
  app.revocations.nudge();
  co_return outcome;
}

Task<EnrolOutcome> enrol_gate_device(App& app, std::string code) {
  const auto shown = parse_gate_code(code);
  if (!shown) co_return TokenExpired{};
  auto body = [&app, code_hash = hash_of_link_token(*shown), secret = new_machine_secret("gate"),
               now = app.clock.now()](mysql::Connection& db) -> Task<EnrolOutcome> {
    auto machine = co_await find_unenrolled(db, code_hash, now);
    if (!machine) co_return TokenExpired{};
    machine->expires_at = now + 24h * static_cast<int>(machine->days);
    co_await enrol(db, machine->id, hash_of_link_token(secret), machine->expires_at);
    AuditEvent event{
        "gate_device_enrolled", {}, {machine->id.value}, machine->organisation.value, "machine=" + machine->id.text()};
    co_await app.audit(db, std::move(event), now);
    co_return NewMachine{std::move(*machine), secret};
  };
  co_return co_await app.pool.transaction(body);
}

Task<MachineTokenOutcome> issue_machine_token(App& app, std::string key) {
  const Instant now = app.clock.now();
  const auto machine = co_await find_machine(app.pool, hash_of_link_token(key), now);
  if (!machine) co_return NoSuchKey{};
  auth::Caller caller;
  caller.user = {machine->id.value};
  caller.session = {machine->id.value};
  caller.machine = true;
  caller.organisations.push_back({machine->organisation.value, std::string{name_of(machine->role)}});
  caller.expires_at = std::min(now + app.access_tokens.lifetime(), machine->expires_at);
  co_await note_use(app.pool, machine->id, now);
  co_return MachineToken{app.access_tokens.issue(caller, now), caller.expires_at - now};
}

}  // namespace gelora::user
