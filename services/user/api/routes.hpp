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
    {Verb::get, "/api/second-factor", Access::person, get_second_factor},
    {Verb::post, "/api/second-factor/totp", Access::person, create_totp},
    {Verb::post, "/api/second-factor/totp/confirm", Access::person, confirm_totp},
    {Verb::post, "/api/second-factor/totp/removal", Access::person, remove_totp},
    {Verb::post, "/api/second-factor/recovery-codes", Access::person, renew_recovery_codes},
    {Verb::post, "/api/sessions", Access::open, create_session},
    {Verb::get, "/api/sessions", Access::person, list_sessions},
    {Verb::post, "/api/sessions/refresh", Access::open, refresh},
    {Verb::delete_, "/api/sessions/current", Access::open, delete_current_session},
    {Verb::delete_, "/api/sessions/{id}", Access::person, delete_session},
    {Verb::post, "/api/password-resets", Access::open, create_password_reset},
    {Verb::post, "/api/password-resets/confirm", Access::open, confirm_password_reset},
    {Verb::get, "/.well-known/jwks.json", Access::open, get_jwks, Kind::hot},
    {Verb::get, "/internal/users/{id}", Access::service, get_user_for_service},
    {Verb::get, "/healthz", Access::open, healthz, Kind::hot},
    {Verb::get, "/readyz", Access::open, readyz, Kind::hot},
    {Verb::get, "/metrics", Access::open, metrics, Kind::hot},
};

}  // namespace gelora::user
