// Accounts in SQL.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mysql/pool.hpp"
#include "user/domain/account.hpp"
#include "user/domain/organisation.hpp"

namespace gelora::user {

using loop::Task;

struct StoredAccount {
  Account account;
  std::string password_hash;
  std::uint32_t generation = 0;  // of access tokens; goes up when rights change
  std::vector<Membership> memberships;

  bool is_staff() const { return !memberships.empty() || account.roles.size() > 1; }
};

Task<std::optional<StoredAccount>> find_account(mysql::Pool& pool, UserId id);
Task<std::optional<StoredAccount>> find_account_by_email(mysql::Pool& pool, std::string email_key);

// How somebody is written to.
struct ContactOf {
  UserId user;
  std::string email, name, locale;
};
// Those of them who are there.
Task<std::vector<ContactOf>> contacts_of(mysql::Pool& pool, std::vector<std::uint64_t> users);

Task<std::vector<ContactOf>> owners_of(mysql::Pool& pool, OrganisationId organisation);

// Addresses of all who have the role, in order.
Task<std::vector<std::string>> addresses_with_role(mysql::Pool& pool, std::string role);

// Within the caller's transaction: what concerns one user is done one after the other, until the end of the transaction.
Task<> lock_user(mysql::Connection& db, UserId id);
// Within the caller's transaction: takes the lock of one address until the end of the transaction.
Task<> lock_address(mysql::Connection& db, std::string email_key, Instant now);

Task<std::optional<StoredAccount>> find_account(mysql::Connection& db, UserId id);
Task<std::optional<StoredAccount>> find_account_by_email(mysql::Connection& db, std::string email_key);
Task<> insert_account(mysql::Connection& db, Account account, std::string password_hash);
Task<> change_profile(mysql::Connection& db, UserId id, std::string name, Locale locale);
Task<> change_password(mysql::Connection& db, UserId id, std::string password_hash);
// Erases the account with all that hangs on it: roles, sessions, links, second factor, mails that wait. False when there is none.
Task<bool> erase_account(mysql::Connection& db, Account account);
// Replaces the roles of the account.
Task<> set_roles(mysql::Connection& db, UserId id, std::vector<std::string> roles);

}  // namespace gelora::user
