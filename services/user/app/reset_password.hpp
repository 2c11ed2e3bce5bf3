// Use cases: a forgotten password.
#pragma once
#include <string>
#include <variant>

#include "user/app/app.hpp"
#include "user/domain/password.hpp"

namespace gelora::user {

// Sends a link when the address has an account; the answer is the same when it has none.
Task<> ask_for_reset(App& app, Email email);

struct PasswordChanged {};
using ResetOutcome = std::variant<PasswordChanged, TokenExpired, Refused, TooBusy>;

// Sets the password and ends every session of the account. Refused is about the password.
Task<ResetOutcome> reset_password(App& app, std::string token, std::string password);

}  // namespace gelora::user
