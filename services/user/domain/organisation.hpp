// Organisations sell; people and machines work for them in a role.
#pragma once
#include <algorithm>
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

// What somebody may do in an organisation: their role, in all of its shows and those to come, or in some.
struct Rights {
  Role role = Role::gate;
  std::vector<std::uint64_t> shows;  // ids, ascending, at most `most_shows`; empty: all

  bool everywhere() const { return shows.empty(); }
  // Nothing that `other` does not allow?
  bool within(const Rights& other) const {
    return role >= other.role && (other.everywhere() || (!everywhere() && std::includes(other.shows.begin(), other.shows.end(),
                                                                                        shows.begin(), shows.end())));
  }
  bool operator==(const Rights&) const = default;
};
inline constexpr std::size_t most_shows = 20;
// "12,45", as they are kept; empty for all.
std::string text_of(const std::vector<std::uint64_t>& shows);
std::vector<std::uint64_t> parse_shows(std::string_view text);
// For the audit, whose details are short: "manager", "gate@12,45", of more than four shows how many: "gate@~12".
std::string words_of(const Rights& rights);
// What they say; `shows` is empty where only their number stands, nothing for anything else.
struct ToldRights {
  Role role;
  std::vector<std::uint64_t> shows;
  std::size_t show_count = 0;  // 0: all
};
std::optional<ToldRights> told_rights(std::string_view words);

// May somebody with these rights look at and change who works here?
inline bool may_manage(const Rights& rights) {
  return rights.everywhere() && (rights.role == Role::owner || rights.role == Role::manager);
}
// May somebody with these rights give, or take, that role? An owner any; a manager those below.
inline bool may_give(const Rights& giver, Role given) {
  return may_manage(giver) && (giver.role == Role::owner || given > Role::manager);
}

struct Membership {
  OrganisationId organisation;
  Rights rights;
};
// Their ids are in every access token, and a head has room for so many.
inline constexpr std::size_t most_shows_of_person = 100;
std::size_t count_shows(const std::vector<Membership>& memberships);

struct Organisation {
  OrganisationId id;
  std::string name;
  std::optional<Rights> rights;  // of the one who asks
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
