// The second factor in SQL.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mysql/pool.hpp"
#include "user/domain/account.hpp"

namespace gelora::user {

using loop::Task;

struct StoredTotp {
  std::string sealed_secret;
  Instant created_at;
  std::optional<Instant> confirmed_at;  // none: not in use yet
};

Task<std::optional<StoredTotp>> find_totp(mysql::Pool& pool, UserId user);
// A secret that is not in use yet; takes the place of an earlier one, but not of one in use.
Task<> put_totp(mysql::Pool& pool, UserId user, std::string sealed_secret, Instant now);
// Within the caller's transaction. False when it is in use already, or was replaced meanwhile.
Task<bool> confirm_totp(mysql::Connection& db, UserId user, std::string sealed_secret, std::uint64_t step, Instant now);
// Marks the step as used. False when it, or a later one, was.
Task<bool> use_step(mysql::Pool& pool, UserId user, std::uint64_t step);

Task<std::uint64_t> count_recovery_codes(mysql::Pool& pool, UserId user);
// Within the caller's transaction: these instead of all earlier ones.
Task<> put_recovery_codes(mysql::Connection& db, UserId user, std::vector<std::string> hashes);
// False when there is no such code, or it was used.
Task<bool> use_recovery_code(mysql::Pool& pool, UserId user, std::string hash);

// Within the caller's transaction: no second factor any more. False when there was none.
Task<bool> drop_second_factor(mysql::Connection& db, UserId user);

}  // namespace gelora::user
