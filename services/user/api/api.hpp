// What the handlers of user-service share. Handlers know HTTP and JSON, and no rules.
#pragma once
#include <string>

#include "auth/tokens.hpp"
#include "http/message.hpp"
#include "mysql/vitals.hpp"
#include "telemetry/metrics.hpp"
#include "user/app/app.hpp"
#include "user/app/export_data.hpp"
#include "user/app/limits.hpp"
#include "user/storage/sessions.hpp"

namespace gelora::user {

// What readyz tells.
struct Readiness {
  bool serving = false;
  bool database = true;
};

struct Api {
  App& app;
  Limits& limits;
  PersonData& person_data;              // what the other services keep
  auth::AccessTokenVerifier& verifier;  // for routes that take a cookie or a token
  telemetry::Metrics& metrics;
  const Readiness& readiness;
  const mysql::Vitals& vitals;
  bool production;
};

using http::Answer;
using http::Request;
using http::Task;

Task<Answer> create_user(Api& api, Request& request);
Task<Answer> create_verification(Api& api, Request& request);
Task<Answer> get_user(Api& api, Request& request);
Task<Answer> patch_user(Api& api, Request& request);
Task<Answer> delete_user(Api& api, Request& request);
Task<Answer> export_user(Api& api, Request& request);

Task<Answer> list_passkeys(Api& api, Request& request);
Task<Answer> create_passkey_options(Api& api, Request& request);
Task<Answer> create_passkey(Api& api, Request& request);
Task<Answer> remove_passkey(Api& api, Request& request);
Task<Answer> create_passkey_session_options(Api& api, Request& request);
Task<Answer> create_passkey_session(Api& api, Request& request);

Task<Answer> list_organisations(Api& api, Request& request);
Task<Answer> create_organisation(Api& api, Request& request);
Task<Answer> get_organisation(Api& api, Request& request);
Task<Answer> patch_organisation(Api& api, Request& request);
Task<Answer> list_members(Api& api, Request& request);
Task<Answer> list_team_changes(Api& api, Request& request);
Task<Answer> patch_member(Api& api, Request& request);
Task<Answer> delete_member(Api& api, Request& request);
Task<Answer> list_invitations(Api& api, Request& request);
Task<Answer> create_invitation(Api& api, Request& request);
Task<Answer> delete_invitation(Api& api, Request& request);
Task<Answer> accept_invitation(Api& api, Request& request);

Task<Answer> list_api_keys(Api& api, Request& request);
Task<Answer> create_api_key(Api& api, Request& request);
Task<Answer> delete_api_key(Api& api, Request& request);
Task<Answer> list_gate_devices(Api& api, Request& request);
Task<Answer> create_gate_device(Api& api, Request& request);
Task<Answer> delete_gate_device(Api& api, Request& request);
Task<Answer> enrol_gate_device(Api& api, Request& request);
Task<Answer> create_access_token(Api& api, Request& request);

Task<Answer> get_second_factor(Api& api, Request& request);
Task<Answer> create_totp(Api& api, Request& request);
Task<Answer> confirm_totp(Api& api, Request& request);
Task<Answer> remove_totp(Api& api, Request& request);
Task<Answer> renew_recovery_codes(Api& api, Request& request);

Task<Answer> create_session(Api& api, Request& request);
Task<Answer> refresh(Api& api, Request& request);
Task<Answer> delete_current_session(Api& api, Request& request);
Task<Answer> list_sessions(Api& api, Request& request);
Task<Answer> delete_session(Api& api, Request& request);
Task<Answer> delete_other_sessions(Api& api, Request& request);

Task<Answer> create_password_reset(Api& api, Request& request);
Task<Answer> confirm_password_reset(Api& api, Request& request);

Answer get_jwks(Api& api, Request& request);

// Between services.
Task<Answer> get_user_for_service(Api& api, Request& request);
Task<Answer> get_contact(Api& api, Request& request);
Task<Answer> list_contacts(Api& api, Request& request);
Task<Answer> list_owners_for_service(Api& api, Request& request);
Task<Answer> find_user_for_service(Api& api, Request& request);
Task<Answer> get_organisation_for_service(Api& api, Request& request);
Task<Answer> get_revocations(Api& api, Request& request);

// Of the process.
Answer healthz(Api& api, Request& request);
Answer readyz(Api& api, Request& request);
Answer metrics(Api& api, Request& request);

// Of several handlers: {"password": "…"} of the one who asks, unless it was guessed at too often; a refusal otherwise.
Task<std::variant<std::string, Answer>> proof_of(Api& api, Request& request);
// Where a request comes from, as it may be shown.
Place place_of(const Request& request);
// For what is done in a role: refused when roles need a session with a second factor and this is none.
std::optional<Answer> weak_session(const Api& api, const Request& request);

}  // namespace gelora::user
