// Use cases: read and change an account. Only oneself, or an admin; for anybody else it does not exist.
#pragma once
#include <optional>
#include <string>
#include <variant>

#include "user/app/app.hpp"

namespace gelora::user {

struct NoSuchAccount {};
using AccountOutcome = std::variant<Account, NoSuchAccount>;

Task<AccountOutcome> read_account(App& app, UserId id, std::shared_ptr<const auth::Caller> caller);

struct AccountChange {
  std::optional<std::string> name;
  std::optional<Locale> locale;
};

Task<AccountOutcome> change_account(App& app, UserId id, std::shared_ptr<const auth::Caller> caller, AccountChange change);

}  // namespace gelora::user
