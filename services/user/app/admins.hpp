// Use case: who may do everything. By whoever runs the system, at its machine; there is no way there through the API.
#pragma once
#include "user/app/app.hpp"

namespace gelora::user {

enum class AdminOutcome { changed, unchanged, no_such_account };

// Makes the account of this address an admin, or no admin any more. Its access tokens of before end; in production an admin needs
// a second factor, as whoever works for an organisation does.
Task<AdminOutcome> set_admin(mysql::Pool& pool, IdGenerator& ids, std::string email_key, bool admin, Instant now);

// Their addresses, in order.
Task<std::vector<std::string>> list_admins(mysql::Pool& pool);

}  // namespace gelora::user
