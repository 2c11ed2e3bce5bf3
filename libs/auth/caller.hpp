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

// A person, from an access token.
struct Caller {
  base::UserId user;
  base::SessionId session;
  base::Instant expires_at;
  std::vector<std::string> roles;  // customer, admin
  std::vector<OrganisationRole> organisations;

  bool has_role(std::string_view role) const { return std::find(roles.begin(), roles.end(), role) != roles.end(); }
};

// One of our services, from a service token; `user` is on whose behalf it acts, if anybody's.
struct ServiceCaller {
  std::string service;
  base::UserId user;
};

}  // namespace gelora::auth
