// Organisations sell; people and machines work for them in a role.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "user/domain/account.hpp"

namespace gelora::user {

using OrganisationId = base::Id<struct OrganisationTag>;
using InvitationId = base::Id<struct InvitationTag>;
using MachineId = base::Id<struct MachineTag>;

enum class Role {
  owner,       // all, and who else owns it
  manager,     // concerts, sales, money, and the roles below
  box_office,  // sells and looks after buyers
  gate,        // lets ticket holders in
};
std::string_view name_of(Role role);
std::optional<Role> parse_role(std::string_view text);

// May somebody of this role look at and change who works here?
inline bool may_manage(Role role) { return role == Role::owner || role == Role::manager; }
// May somebody of this role give, or take, that one? An owner any; a manager those below.
inline bool may_give(Role giver, Role given) { return giver == Role::owner || (giver == Role::manager && given > Role::manager); }

struct Membership {
  OrganisationId organisation;
  Role role;
};

struct Organisation {
  OrganisationId id;
  std::string name;
  std::optional<Role> role;  // of the one who asks
  Instant created_at;
};

// As parse_name(), and nothing that could be taken for an address: the name stands in mails to people who did not ask for them.
std::variant<std::string, Refused> parse_organisation_name(std::string_view text);

// How many of a kind one may have.
inline constexpr std::uint64_t most_owned = 10, most_memberships = 20, most_invitations = 100, most_machines = 100;

// A one-time code of a telephone at a gate as it is typed, brought to the form in which it was shown ("KQ7M-2XPD-3HTA"); nothing
// for anything else.
std::optional<std::string> parse_gate_code(std::string_view text);

}  // namespace gelora::user
