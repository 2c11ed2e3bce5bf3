// Who makes a request, as proven by a token.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"

namespace gelora::auth {

struct OrganisationRole {
  std::uint64_t organisation = 0;
  std::string role;                       // owner, manager, box_office, gate
  std::vector<std::uint64_t> shows = {};  // in these only; empty: in all
};

// A person, or a machine of an organisation (a program's key, a telephone at a gate), from an access token.
struct Caller {
  base::UserId user;        // of a machine: its key's id, which is nobody's
  base::SessionId session;  // of a machine: its key's id
  base::Instant expires_at;
  std::uint32_t generation = 0;  // raised when the user's rights change
  bool machine = false;
  bool second_factor = false;      // of the session
  std::vector<std::string> roles;  // customer, admin
  std::vector<OrganisationRole> organisations;

  bool has_role(std::string_view role) const { return std::find(roles.begin(), roles.end(), role) != roles.end(); }
  // The role in all of an organisation; empty when there is none.
  std::string_view role_in(std::uint64_t organisation) const {
    const auto* one = work_for(organisation);
    return one != nullptr && one->shows.empty() ? std::string_view{one->role} : std::string_view{};
  }
  // The role in a show of an organisation; empty when there is none.
  std::string_view role_at(std::uint64_t organisation, std::uint64_t show) const {
    const auto* one = work_for(organisation);
    if (one == nullptr) return {};
    const bool there = one->shows.empty() || std::find(one->shows.begin(), one->shows.end(), show) != one->shows.end();
    return there ? std::string_view{one->role} : std::string_view{};
  }
  // What they do there, in all shows or some; null: nothing.
  const OrganisationRole* work_for(std::uint64_t organisation) const {
    for (const auto& one : organisations)
      if (one.organisation == organisation) return &one;
    return nullptr;
  }
  // Somebody with rights over what belongs to others.
  bool is_staff() const { return !organisations.empty() || has_role("admin"); }
};

// One of our services, from a service token; `user` is on whose behalf it acts, if anybody's.
struct ServiceCaller {
  std::string service;
  base::UserId user;
};

}  // namespace gelora::auth
