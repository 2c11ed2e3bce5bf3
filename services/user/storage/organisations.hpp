// Organisations, their people and their invitations in SQL. What is not for the one who asks is not found.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mysql/pool.hpp"
#include "user/domain/organisation.hpp"

namespace gelora::user {

using loop::Task;

// Whom a user works for, oldest first.
Task<std::vector<Organisation>> list_organisations(mysql::Pool& pool, UserId user);
// For those who work there; for anybody when `for_admin`.
Task<std::optional<Organisation>> find_organisation(mysql::Pool& pool, OrganisationId id, UserId asking, bool for_admin);

struct Member {
  UserId user;
  std::string name, email;
  Rights rights;
  Instant since;
  bool second_factor = false;
};
// For those who manage; nobody otherwise.
Task<std::vector<Member>> list_members(mysql::Pool& pool, OrganisationId id, UserId asking);

// Within the caller's transaction. The organisation's row is locked: its people change one after the other.
Task<bool> lock_organisation(mysql::Connection& db, OrganisationId id);
// All that a user works for, in order of their ids.
Task<> lock_organisations_of(mysql::Connection& db, UserId user);
Task<std::string> name_of_organisation(mysql::Connection& db, OrganisationId id);
Task<std::optional<Rights>> rights_of(mysql::Connection& db, OrganisationId id, UserId user);
Task<> insert_organisation(mysql::Connection& db, OrganisationId id, std::string name, Instant now);
// False unless `owner` owns it.
Task<bool> rename_organisation(mysql::Connection& db, OrganisationId id, std::string name, UserId owner);
Task<> put_member(mysql::Connection& db, OrganisationId id, UserId user, Rights rights, Instant now);
Task<> delete_member(mysql::Connection& db, OrganisationId id, UserId user);
Task<std::uint64_t> count_owners(mysql::Connection& db, OrganisationId id);
Task<std::uint64_t> count_owned(mysql::Connection& db, UserId user);
Task<std::uint64_t> count_memberships(mysql::Connection& db, UserId user);
// Organisations that nobody but this user owns, and that others work for.
Task<std::uint64_t> count_owned_alone(mysql::Connection& db, UserId user);
// Organisations for which nobody but this user works.
Task<std::vector<OrganisationId>> organisations_of_one(mysql::Connection& db, UserId user);
Task<> drop_invitations(mysql::Connection& db, OrganisationId id);
// Those that this person sent.
Task<> drop_invitations_by(mysql::Connection& db, OrganisationId id, UserId by);
Task<bool> is_member_by_email(mysql::Connection& db, OrganisationId id, std::string email_key);

struct Invitation {
  InvitationId id;
  OrganisationId organisation;
  Email email;
  Rights rights;
  Instant created_at, expires_at;
};
// Those that wait, for those who manage; none otherwise.
Task<std::vector<Invitation>> list_invitations(mysql::Pool& pool, OrganisationId id, UserId asking, Instant now);
// Within the caller's transaction. One an address: a new one takes the place of the one before.
Task<> put_invitation(mysql::Connection& db, Invitation invitation, std::string token_hash, UserId by);
Task<std::uint64_t> count_invitations(mysql::Connection& db, OrganisationId id);
Task<std::optional<Invitation>> find_invitation(mysql::Connection& db, OrganisationId organisation, InvitationId id);
// The invitation of a link, for the address that it was sent to.
Task<std::optional<Invitation>> find_invitation(mysql::Connection& db, std::string token_hash, std::string email_key,
                                                Instant now);
Task<bool> delete_invitation(mysql::Connection& db, InvitationId id);

// How many went: at most 1000 at once.
Task<std::uint64_t> sweep_invitations(mysql::Pool& pool, Instant now);

}  // namespace gelora::user
