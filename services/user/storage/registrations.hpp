// Registrations that wait for their link, and links to set a new password. At most three of each an address; the oldest makes
// room.
#pragma once
#include <optional>
#include <string>

#include "mysql/pool.hpp"
#include "user/domain/account.hpp"

namespace gelora::user {

using loop::Task;

struct Registration {
  Email email;
  std::string name;
  Locale locale = Locale::id;
  std::string password_hash;
};

// Within the caller's transaction, which holds the lock of the address.
Task<> put_registration(mysql::Connection& db, Registration registration, std::string token_hash, Instant now,
                        Instant expires_at);
Task<std::optional<Registration>> find_registration(mysql::Connection& db, std::string token_hash, Instant now);
Task<> drop_registrations(mysql::Connection& db, std::string email_key);

// The canonical address that a link is for; nothing when the link is used, expired or not ours.
Task<std::optional<std::string>> address_of_registration(mysql::Pool& pool, std::string token_hash, Instant now);
// The password hash of the newest registration of an address.
Task<std::optional<std::string>> newest_registration_hash(mysql::Pool& pool, std::string email_key, Instant now);

// Within the caller's transaction, which holds the lock of the address.
Task<> put_reset(mysql::Connection& db, UserId user, std::string token_hash, Instant now, Instant expires_at);
Task<std::optional<UserId>> find_reset(mysql::Pool& pool, std::string token_hash, Instant now);
// False when the link was used meanwhile. Drops the other links of the user as well.
Task<bool> take_reset(mysql::Connection& db, UserId user, std::string token_hash, Instant now);

// Throws away what has expired. The most rows that went from one table: at most 1000 at once.
Task<std::uint64_t> sweep_expired(mysql::Pool& pool, Instant now);

}  // namespace gelora::user
