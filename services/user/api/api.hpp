// What the handlers of user-service share. Handlers know HTTP and JSON, and no rules.
#pragma once
#include <string>

#include "auth/tokens.hpp"
#include "http/message.hpp"
#include "telemetry/metrics.hpp"
#include "user/app/app.hpp"
#include "user/app/limits.hpp"

namespace gelora::user {

// What readyz tells.
struct Readiness {
  bool serving = false;
  bool database = true;
};

struct Api {
  App& app;
  Limits& limits;
  auth::AccessTokenVerifier& verifier;  // for routes that take a cookie or a token
  telemetry::Metrics& metrics;
  const Readiness& readiness;
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

Task<Answer> create_password_reset(Api& api, Request& request);
Task<Answer> confirm_password_reset(Api& api, Request& request);

Answer get_jwks(Api& api, Request& request);

// Between services.
Task<Answer> get_user_for_service(Api& api, Request& request);

// Of the process.
Answer healthz(Api& api, Request& request);
Answer readyz(Api& api, Request& request);
Answer metrics(Api& api, Request& request);

}  // namespace gelora::user
