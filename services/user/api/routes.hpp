// The one table of all endpoints of user-service.
#pragma once
#include "http/routes.hpp"
#include "user/api/api.hpp"

namespace gelora::user {

using http::Access, http::Kind, http::Verb;

inline constexpr http::Route<Api> routes[] = {
    {Verb::post, "/api/users", Access::open, create_user},
    {Verb::post, "/api/users/verifications", Access::open, create_verification},
    {Verb::get, "/api/users/{id}", Access::person, get_user},
    {Verb::patch, "/api/users/{id}", Access::person, patch_user},
    {Verb::delete_, "/api/users/{id}", Access::person, delete_user},
    {Verb::get, "/api/users/{id}/export", Access::person, export_user},
    {Verb::get, "/api/second-factor", Access::person, get_second_factor},
    {Verb::post, "/api/second-factor/totp", Access::person, create_totp},
    {Verb::post, "/api/second-factor/totp/confirm", Access::person, confirm_totp},
    {Verb::post, "/api/second-factor/totp/removal", Access::person, remove_totp},
    {Verb::post, "/api/second-factor/recovery-codes", Access::person, renew_recovery_codes},
    {Verb::get, "/api/passkeys", Access::person, list_passkeys},
    {Verb::post, "/api/passkeys", Access::person, create_passkey},
    {Verb::post, "/api/passkeys/options", Access::person, create_passkey_options},
    {Verb::post, "/api/passkeys/{id}/removal", Access::person, remove_passkey},
    {Verb::post, "/api/sessions", Access::open, create_session},
    {Verb::get, "/api/sessions", Access::person, list_sessions},
    {Verb::delete_, "/api/sessions", Access::person, delete_other_sessions},
    {Verb::post, "/api/sessions/passkey", Access::open, create_passkey_session},
    {Verb::post, "/api/sessions/passkey/options", Access::open, create_passkey_session_options},
    {Verb::post, "/api/sessions/refresh", Access::open, refresh},
    {Verb::delete_, "/api/sessions/current", Access::open, delete_current_session},
    {Verb::delete_, "/api/sessions/{id}", Access::person, delete_session},
    {Verb::post, "/api/password-resets", Access::open, create_password_reset},
    {Verb::post, "/api/password-resets/confirm", Access::open, confirm_password_reset},
    {Verb::get, "/api/organisations", Access::person, list_organisations},
    {Verb::post, "/api/organisations", Access::person, create_organisation},
    {Verb::get, "/api/organisations/{id}", Access::person, get_organisation},
    {Verb::patch, "/api/organisations/{id}", Access::person, patch_organisation},
    {Verb::get, "/api/organisations/{id}/members", Access::person, list_members},
    {Verb::patch, "/api/organisations/{id}/members/{user_id}", Access::person, patch_member},
    {Verb::delete_, "/api/organisations/{id}/members/{user_id}", Access::person, delete_member},
    {Verb::get, "/api/organisations/{id}/team-changes", Access::person, list_team_changes},
    {Verb::get, "/api/organisations/{id}/invitations", Access::person, list_invitations},
    {Verb::post, "/api/organisations/{id}/invitations", Access::person, create_invitation},
    {Verb::delete_, "/api/organisations/{id}/invitations/{invitation_id}", Access::person, delete_invitation},
    {Verb::post, "/api/invitations/acceptance", Access::person, accept_invitation},
    {Verb::get, "/api/organisations/{id}/api-keys", Access::person, list_api_keys},
    {Verb::post, "/api/organisations/{id}/api-keys", Access::person, create_api_key},
    {Verb::delete_, "/api/organisations/{id}/api-keys/{key_id}", Access::person, delete_api_key},
    {Verb::get, "/api/organisations/{id}/gate-devices", Access::person, list_gate_devices},
    {Verb::post, "/api/organisations/{id}/gate-devices", Access::person, create_gate_device},
    {Verb::delete_, "/api/organisations/{id}/gate-devices/{device_id}", Access::person, delete_gate_device},
    {Verb::post, "/api/gate-devices", Access::open, enrol_gate_device},
    {Verb::post, "/api/access-tokens", Access::open, create_access_token},
    {Verb::get, "/.well-known/jwks.json", Access::open, get_jwks, Kind::hot},
    {Verb::get, "/internal/users", Access::service, find_user_for_service},
    {Verb::get, "/internal/users/{id}", Access::service, get_user_for_service},
    {Verb::get, "/internal/users/{id}/contact", Access::service, get_contact},
    {Verb::post, "/internal/contacts", Access::service, list_contacts},
    {Verb::get, "/internal/organisations/{id}/owners", Access::service, list_owners_for_service},
    {Verb::get, "/internal/organisations/{id}", Access::service, get_organisation_for_service},
    {Verb::get, "/internal/revocations", Access::service, get_revocations, Kind::quiet},
    {Verb::get, "/healthz", Access::open, healthz, Kind::hot},
    {Verb::get, "/readyz", Access::open, readyz, Kind::hot},
    {Verb::get, "/metrics", Access::open, metrics, Kind::hot},
};

}  // namespace gelora::user
