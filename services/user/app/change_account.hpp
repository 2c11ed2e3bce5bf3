// Use cases: read and change an account. Only oneself, or an admin; for anybody else it does not exist.
#pragma once
#include <optional>
#include <string>
#include <variant>

#include "user/app/app.hpp"
#include "user/domain/password.hpp"

namespace gelora::user {

struct NoSuchAccount {};
using AccountOutcome = std::variant<Account, NoSuchAccount>;

Task<AccountOutcome> read_account(App& app, UserId id, std::shared_ptr<const auth::Caller> caller);

struct AccountChange {
  std::optional<std::string> name;
  std::optional<Locale> locale;
};

Task<AccountOutcome> change_account(App& app, UserId id, std::shared_ptr<const auth::Caller> caller, AccountChange change);

// A new password, by its owner alone, who shows that the old one is known. Ends the owner's other sessions.
struct PasswordChange {
  std::string current, wanted;
};
struct CurrentPasswordIsWrong {};
struct NewPasswordSet {};
using PasswordChangeOutcome = std::variant<NewPasswordSet, NoSuchAccount, CurrentPasswordIsWrong, Refused, TooBusy>;
Task<PasswordChangeOutcome> set_password(App& app, UserId id, std::shared_ptr<const auth::Caller> caller, PasswordChange change);

// Irreversible: the person is gone, with sessions, factors, links and roles. Bookings and payments of the other services stay,
// under an id that nobody has any more, and without names: booking-service is told.
struct AccountErased {};
struct OwnsAlone {};   // others work for an organisation that nobody else owns
struct LogInAgain {};  // a telephone left on a table must not be enough
using EraseOutcome = std::variant<AccountErased, NoSuchAccount, OwnsAlone, LogInAgain>;
inline constexpr std::chrono::minutes recent_log_in{15};
Task<EraseOutcome> erase(App& app, UserId id, std::shared_ptr<const auth::Caller> caller);

}  // namespace gelora::user
