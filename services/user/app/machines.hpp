// Use cases: keys for programs and telephones at gates. A key is exchanged for access tokens; it is told once and kept as a hash.
#pragma once
#include <string>
#include <variant>

#include "user/app/organisations.hpp"
#include "user/storage/machines.hpp"

namespace gelora::user {

struct NewMachine {
  Machine machine;
  std::string secret;  // a key; of a telephone, the one-time code
};
using NewMachineOutcome = std::variant<NewMachine, NotYours, TooMany>;

struct ApiKeyWish {
  std::string name;
  Role role = Role::gate;
  int days = 0;
};
Task<NewMachineOutcome> create_api_key(App& app, OrganisationId id, UserId by, ApiKeyWish wish);
// A code for a telephone that may let ticket holders in, and nothing else.
Task<NewMachineOutcome> invite_gate_device(App& app, OrganisationId id, UserId by, std::string name, int days);

using RevokeMachineOutcome = std::variant<Done, NotYours>;
Task<RevokeMachineOutcome> revoke_machine(App& app, OrganisationId id, UserId by, MachineId machine, MachineKind kind);

using EnrolOutcome = std::variant<NewMachine, TokenExpired>;
Task<EnrolOutcome> enrol_gate_device(App& app, std::string code);

struct MachineToken {
  std::string access_token;
  Duration expires_in;
};
struct NoSuchKey {};
using MachineTokenOutcome = std::variant<MachineToken, NoSuchKey>;
Task<MachineTokenOutcome> issue_machine_token(App& app, std::string key);

}  // namespace gelora::user
