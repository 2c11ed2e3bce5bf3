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
  std::string role;  // owner, manager, box_office, gate
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
  // The role in an organisation; empty when there is none.
  std::string_view role_in(std::uint64_t organisation) const {
    for (const auto& one : organisations)
      if (one.organisation == organisation) return one.role;
    return {};
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
