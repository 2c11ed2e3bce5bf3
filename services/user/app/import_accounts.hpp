// Use case: loads demonstration accounts from a document {"accounts": [{email, password, name, locale, roles}], "organisations":
// [{id, name, members: [{email, role}]}]}.
#pragma once
#include <string>

#include "mysql/pool.hpp"
#include "user/app/password_hasher.hpp"
#include "user/domain/account.hpp"

namespace gelora::user {

// May be repeated: an account that is there gets the document's name, language, password and roles. Throws naming the entry
// that is not right. Returns how many were written.
Task<std::size_t> import_accounts(mysql::Pool& pool, PasswordHasher& hasher, IdGenerator& ids, std::string document, Instant now);

}  // namespace gelora::user
