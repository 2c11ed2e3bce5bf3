// Passkeys in SQL.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mysql/pool.hpp"
#include "user/domain/passkey.hpp"

namespace gelora::user {

using loop::Task;

using PasskeyId = base::Id<struct PasskeyTag>;

struct StoredPasskey {
  PasskeyId id;
  UserId user;
  PasskeyKey key;
  std::string name;
  Instant created_at;
  std::optional<Instant> last_used_at;
};

// Of one user, newest first.
Task<std::vector<StoredPasskey>> list_passkeys(mysql::Pool& pool, UserId user);
Task<std::optional<StoredPasskey>> find_passkey(mysql::Pool& pool, std::string credential_id);

Task<std::uint64_t> count_passkeys(mysql::Connection& db, UserId user);
// Within the caller's transaction. False when this credential is kept already, for whomever.
Task<bool> insert_passkey(mysql::Connection& db, StoredPasskey passkey);
Task<bool> delete_passkey(mysql::Connection& db, PasskeyId id, UserId owner);
// False when the counter has moved on meanwhile: the same answer came twice.
Task<bool> use_passkey(mysql::Connection& db, PasskeyId id, std::uint32_t sign_count, Instant now);
// False when the challenge was answered before.
Task<bool> use_challenge(mysql::Connection& db, std::string challenge, Instant expires_at);

// How many went: at most 1000 at once.
Task<std::uint64_t> sweep_challenges(mysql::Pool& pool, Instant now);

}  // namespace gelora::user
