// What voids access tokens before their end, in SQL, in the order of commits.
#pragma once
#include <optional>
#include <variant>
#include <vector>

#include "mysql/pool.hpp"
#include "user/domain/account.hpp"

namespace gelora::user {

using loop::Task;

struct TokensBefore {  // of a user, with an earlier generation
  UserId user;
  std::uint32_t generation;
};
struct Revocation {
  std::uint64_t position;
  std::variant<SessionId, TokensBefore> what;
};

// Within the caller's transaction, near its end: from here to the commit nobody else can revoke.
Task<> put_revocation(mysql::Connection& db, SessionId session, Instant now);
// Raises the user's generation: tokens issued before say what is no longer so.
Task<> put_change_of_rights(mysql::Connection& db, UserId user, Instant now);
// All tokens of a user who is being erased.
Task<> put_end_of_user(mysql::Connection& db, UserId user, Instant now);

inline constexpr std::size_t most_revocations_at_once = 1000;
// In order of positions: those after `position`, at most so many, or else all since `since`.
Task<std::vector<Revocation>> revocations_after(mysql::Pool& pool, std::uint64_t position);
Task<std::vector<Revocation>> revocations_since(mysql::Pool& pool, Instant since);

// How many went: at most 1000 at once.
Task<std::uint64_t> sweep_revocations(mysql::Pool& pool, Instant now);

}  // namespace gelora::user
