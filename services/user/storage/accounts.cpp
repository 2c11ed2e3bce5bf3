#include "user/storage/accounts.hpp"

#include <sstream>

namespace gelora::user {
namespace {

using mysql::text, mysql::u64;

constexpr auto select_account =
    "SELECT id, email, email_key, name, locale, created_at_us, password_hash, generation, "
    "(SELECT GROUP_CONCAT(role ORDER BY role <> 'customer', role SEPARATOR ' ') FROM user_roles WHERE user_id = id), "
    "(SELECT GROUP_CONCAT(organisation_id, ' ', role, ' /', shows ORDER BY organisation_id SEPARATOR ' ') FROM members WHERE "
    "user_id = id) "
    "FROM users WHERE id = ?";
constexpr auto select_account_by_email =
    "SELECT id, email, email_key, name, locale, created_at_us, password_hash, generation, "
    "(SELECT GROUP_CONCAT(role ORDER BY role <> 'customer', role SEPARATOR ' ') FROM user_roles WHERE user_id = id), "
    "(SELECT GROUP_CONCAT(organisation_id, ' ', role, ' /', shows ORDER BY organisation_id SEPARATOR ' ') FROM members WHERE "
    "user_id = id) "
    "FROM users WHERE email_key = ?";
constexpr auto select_addresses_with_role =
    "SELECT u.email FROM user_roles r JOIN users u ON u.id = r.user_id WHERE r.role = ? ORDER BY u.email_key";
constexpr auto select_owners =
    "SELECT u.id, u.email, u.name, u.locale FROM members m JOIN users u ON u.id = m.user_id WHERE m.organisation_id = ? AND "
    "m.role "
    "= 'owner' ORDER BY u.id";
// Either way the row is locked for writing, without the detour of a shared lock that INSERT IGNORE takes.
constexpr auto lock_row =
    "INSERT INTO addresses (email_key, touched_at_us) VALUES (?, ?) ON DUPLICATE KEY UPDATE touched_at_us = "
    "VALUES(touched_at_us)";
constexpr auto lock_user_row = "SELECT id FROM users WHERE id = ? FOR UPDATE";
constexpr auto insert_user =
    "INSERT INTO users (id, email, email_key, name, locale, password_hash, created_at_us) VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr auto insert_role = "INSERT INTO user_roles (user_id, role) VALUES (?, ?)";
constexpr auto delete_roles = "DELETE FROM user_roles WHERE user_id = ?";
constexpr auto update_profile = "UPDATE users SET name = ?, locale = ? WHERE id = ?";
constexpr auto update_password = "UPDATE users SET password_hash = ? WHERE id = ?";

constexpr const char* delete_all_of[] = {
    "DELETE FROM recovery_codes WHERE user_id = ?",  "DELETE FROM totp WHERE user_id = ?",
    "DELETE FROM passkeys WHERE user_id = ?",        "DELETE FROM members WHERE user_id = ?",
    "DELETE FROM password_resets WHERE user_id = ?", "DELETE FROM sessions WHERE user_id = ?",
    "DELETE FROM user_roles WHERE user_id = ?"};
constexpr const char* delete_all_to[] = {"DELETE FROM pending_registrations WHERE email_key = ?",
                                         "DELETE FROM invitations WHERE email_key = ?",
                                         "DELETE FROM addresses WHERE email_key = ?"};
constexpr auto delete_mails = "DELETE FROM mail_outbox WHERE recipient = ?";
constexpr auto delete_user = "DELETE FROM users WHERE id = ?";

std::optional<StoredAccount> read_account(const mysql::Results& found) {
  if (found.rows().empty()) return std::nullopt;
  const auto row = found.rows().at(0);
  StoredAccount stored{{{u64(row.at(0))},
                        {text(row.at(1)), text(row.at(2))},
                        text(row.at(3)),
                        *parse_locale(text(row.at(4))),
                        {},
                        mysql::instant(row.at(5))},
                       text(row.at(6)),
                       static_cast<std::uint32_t>(u64(row.at(7))),
                       {}};
  std::istringstream roles(text(row.at(8)));
  for (std::string role; roles >> role;) stored.account.roles.push_back(role);
  std::istringstream members(text(row.at(9)));
  std::uint64_t organisation = 0;
  for (std::string role, shows; members >> organisation >> role >> shows;)
    stored.memberships.push_back({{organisation}, {*parse_role(role), parse_shows(shows.substr(1))}});
  return stored;
}

}  // namespace

Task<std::optional<StoredAccount>> find_account(mysql::Pool& pool, UserId id) {
  co_return read_account(co_await pool.query(select_account, id));
}

Task<std::optional<StoredAccount>> find_account(mysql::Connection& db, UserId id) {
  co_return read_account(co_await db.query(select_account, id));
}

Task<std::optional<StoredAccount>> find_account_by_email(mysql::Pool& pool, std::string email_key) {
  co_return read_account(co_await pool.query(select_account_by_email, email_key));
}

Task<std::optional<StoredAccount>> find_account_by_email(mysql::Connection& db, std::string email_key) {
  co_return read_account(co_await db.query(select_account_by_email, email_key));
}

Task<> lock_address(mysql::Connection& db, std::string email_key, Instant now) { co_await db.query(lock_row, email_key, now); }

Task<> lock_user(mysql::Connection& db, UserId id) { co_await db.query(lock_user_row, id); }

Task<> insert_account(mysql::Connection& db, Account account, std::string password_hash) {
  co_await db.query(insert_user, account.id, account.email.address, account.email.key, account.name, name_of(account.locale),
                    password_hash, account.created_at);
  for (const auto& role : account.roles) co_await db.query(insert_role, account.id, role);
}

Task<> change_profile(mysql::Connection& db, UserId id, std::string name, Locale locale) {
  co_await db.query(update_profile, name, name_of(locale), id);
}

Task<> change_password(mysql::Connection& db, UserId id, std::string password_hash) {
  co_await db.query(update_password, password_hash, id);
}

Task<bool> erase_account(mysql::Connection& db, Account account) {
  for (const char* statement : delete_all_of) co_await db.query(statement, account.id);
  for (const char* statement : delete_all_to) co_await db.query(statement, account.email.key);
  co_await db.query(delete_mails, account.email.address);
  const auto done = co_await db.query(delete_user, account.id);
  co_return done.affected_rows() == 1;
}

Task<std::vector<ContactOf>> contacts_of(mysql::Pool& pool, std::vector<std::uint64_t> users) {
  std::vector<ContactOf> contacts;
  if (users.empty()) co_return contacts;
  const auto found =
      co_await pool.run("SELECT id, email, name, locale FROM users WHERE id IN (" + mysql::id_list(users) + ") ORDER BY id");
  for (const auto row : found.rows()) contacts.push_back({{u64(row.at(0))}, text(row.at(1)), text(row.at(2)), text(row.at(3))});
  co_return contacts;
}

Task<std::vector<ContactOf>> owners_of(mysql::Pool& pool, OrganisationId organisation) {
  const auto found = co_await pool.query(select_owners, organisation);
  std::vector<ContactOf> owners;
  for (const auto row : found.rows()) owners.push_back({{u64(row.at(0))}, text(row.at(1)), text(row.at(2)), text(row.at(3))});
  co_return owners;
}

Task<std::vector<std::string>> addresses_with_role(mysql::Pool& pool, std::string role) {
  const auto found = co_await pool.query(select_addresses_with_role, role);
  std::vector<std::string> addresses;
  for (const auto row : found.rows()) addresses.push_back(text(row.at(0)));
  co_return addresses;
}

Task<> set_roles(mysql::Connection& db, UserId id, std::vector<std::string> roles) {
  co_await db.query(delete_roles, id);
  for (const auto& role : roles) co_await db.query(insert_role, id, role);
}

}  // namespace gelora::user
