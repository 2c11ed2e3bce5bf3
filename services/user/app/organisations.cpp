#include "user/app/organisations.hpp"

#include "user/storage/accounts.hpp"
#include "user/storage/machines.hpp"
#include "user/storage/revocations.hpp"

namespace gelora::user {
namespace {

// What somebody whose role goes, or shrinks, could come back by: invitations on their way, and keys, which others may not know
// of. Telephones at gates stay: they let people in and nothing else. Within the caller's transaction, at its end.
Task<> take_back(mysql::Connection& db, OrganisationId id, UserId member, Instant now) {
  co_await drop_invitations_by(db, id, member);
  const auto keys = co_await keys_by(db, id, member);
  for (const auto key : keys) {
    co_await delete_machine(db, key);
    co_await put_revocation(db, SessionId{key.value}, now);
  }
  co_await put_change_of_rights(db, member, now);
}

}  // namespace

Task<FoundOutcome> found_organisation(App& app, UserId by, std::string name) {
  const Instant now = app.clock.now();
  const Organisation organisation{app.ids.make<OrganisationId>(now), std::move(name), Rights{Role::owner, {}}, now};
  auto body = [&app, by, organisation, now](mysql::Connection& db) -> Task<FoundOutcome> {
    co_await lock_user(db, by);  // one after the other, so that the limit holds
    const auto owned = co_await count_owned(db, by);
    if (owned >= most_owned) co_return TooMany{most_owned};
    co_await insert_organisation(db, organisation.id, organisation.name, now);
    co_await put_member(db, organisation.id, by, *organisation.rights, now);
    AuditEvent event{"organisation_founded", by, by, organisation.id.value, ""};
    co_await app.audit(db, std::move(event), now);
    co_return organisation;
  };
  co_return co_await app.pool.transaction(body);
}

Task<RenameOutcome> rename(App& app, OrganisationId id, UserId by, std::string name) {
  auto body = [&app, id, by, name, now = app.clock.now()](mysql::Connection& db) -> Task<bool> {
    const bool renamed = co_await rename_organisation(db, id, name, by);
    if (!renamed) co_return false;
    AuditEvent event{"organisation_renamed", {}, by, id.value, ""};
    co_await app.audit(db, std::move(event), now);
    co_return true;
  };
  const bool renamed = co_await app.pool.transaction(body);
  if (!renamed) co_return NotYours{};
  auto organisation = co_await find_organisation(app.pool, id, by, false);
  if (!organisation) co_return NotYours{};
  co_return std::move(*organisation);
}

Task<ChangeMemberOutcome> change_member(App& app, OrganisationId id, UserId by, UserId member, Role role,
                                        std::optional<std::vector<std::uint64_t>> shows) {
  auto body = [&app, id, by, member, role, shows, now = app.clock.now()](mysql::Connection& db) -> Task<ChangeMemberOutcome> {
    const bool there = co_await lock_organisation(db, id);
    const auto mine = co_await rights_of(db, id, by);
    const auto before = co_await rights_of(db, id, member);
    if (!there || !mine || !before || !may_give(*mine, before->role) || !may_give(*mine, role)) co_return NotYours{};
    Rights after{role, shows.value_or(before->shows)};
    if (role == Role::owner) after.shows.clear();
    if (*before == after) co_return Member{};
    const auto owners = co_await count_owners(db, id);
    if (before->role == Role::owner && role != Role::owner && owners == 1) co_return LastOwner{};
    const auto account = co_await find_account(db, member);
    if (account && count_shows(account->memberships) - before->shows.size() + after.shows.size() > most_shows_of_person)
      co_return TooMany{most_shows_of_person};
    co_await put_member(db, id, member, after, now);
    AuditEvent event{"role_changed", member, by, id.value, "from=" + words_of(*before) + " to=" + words_of(after)};
    co_await app.audit(db, std::move(event), now);
    if (!before->within(after)) co_await take_back(db, id, member, now);
    else co_await put_change_of_rights(db, member, now);
    co_return Member{};
  };
  auto outcome = co_await app.pool.transaction(body);
  if (!std::holds_alternative<Member>(outcome)) co_return outcome;
  app.revocations.nudge();
  const auto members = co_await list_members(app.pool, id, by);
  for (const auto& one : members)
    if (one.user == member) co_return one;
  co_return NotYours{};  // whoever gave away the right to look
}

Task<RemoveMemberOutcome> remove_member(App& app, OrganisationId id, UserId by, UserId member) {
  auto body = [&app, id, by, member, now = app.clock.now()](mysql::Connection& db) -> Task<RemoveMemberOutcome> {
    const bool there = co_await lock_organisation(db, id);
    const auto mine = co_await rights_of(db, id, by);
    const auto theirs = co_await rights_of(db, id, member);
    if (!there || !mine || !theirs || (by != member && !may_give(*mine, theirs->role))) co_return NotYours{};
    const auto owners = co_await count_owners(db, id);
    if (theirs->role == Role::owner && owners == 1) co_return LastOwner{};
    co_await delete_member(db, id, member);
    AuditEvent event{"member_removed", member, by, id.value, "from=" + words_of(*theirs)};
    co_await app.audit(db, std::move(event), now);
    co_await take_back(db, id, member, now);
    co_return Done{};
  };
  const auto outcome = co_await app.pool.transaction(body);
  app.revocations.nudge();
  co_return outcome;
}

}  // namespace gelora::user
