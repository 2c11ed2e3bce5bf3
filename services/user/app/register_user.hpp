// Use cases: somebody registers; the link of the mail makes the account.
#pragma once
#include <variant>

#include "user/app/app.hpp"
#include "user/domain/account.hpp"

namespace gelora::user {

struct RegistrationWish {
  Email email;
  std::string password;  // checked
  std::string name;
  Locale locale = Locale::id;
};

// The same for a known and an unknown address; which of the two it was is told by mail alone.
struct VerificationSent {};
using RegisterOutcome = std::variant<VerificationSent, TooBusy>;

Task<RegisterOutcome> register_user(App& app, RegistrationWish wish);

struct Verified {};
using VerifyOutcome = std::variant<Verified, TokenExpired>;

Task<VerifyOutcome> verify_email(App& app, std::string token);

}  // namespace gelora::user
