#include "user/app/import_accounts.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <stdexcept>

#include "user/domain/password.hpp"
#include "user/storage/accounts.hpp"
#include "user/storage/organisations.hpp"
#include "user/storage/revocations.hpp"

namespace gelora::user {
namespace {

namespace json = boost::json;

struct Entry {
  Account account;
  std::string password;
};

Entry read_entry(const json::value& from) {
  const auto text = [&from](const char* name) { return std::string{from.at(name).as_string()}; };
  Entry entry;
  auto email = parse_email(text("email"));
  auto name = parse_name(text("name"));
  const auto locale = parse_locale(text("locale"));
  if (!std::holds_alternative<Email>(email) || !std::holds_alternative<std::string>(name) || !locale) {
    throw std::runtime_error("not a usable account: " + text("email"));
  }
  entry.account.email = std::get<Email>(std::move(email));
  entry.account.name = std::get<std::string>(std::move(name));
  entry.account.locale = *locale;
  for (const auto& role : from.at("roles").as_array()) {
    entry.account.roles.emplace_back(role.as_string());
    if (!is_role(entry.account.roles.back())) throw std::runtime_error("not a role: " + entry.account.roles.back());
  }
  entry.password = normalised_password(text("password")).value_or("");
  if (const auto refused = check_password(entry.password, password_context(entry.account, entry.account.roles.size() > 1)))
    throw std::runtime_error("the password of " + text("email") + " " + refused->reason);
  return entry;
}

Task<> write(mysql::Pool& pool, Account account, std::string hash, Instant now) {
  auto body = [account, hash, now](mysql::Connection& db) -> Task<> {
    co_await lock_address(db, account.email.key, now);
    const auto known = co_await find_account_by_email(db, account.email.key);
    if (!known) {
      co_await insert_account(db, account, hash);
      co_return;
    }
    const UserId id = known->account.id;
    co_await change_profile(db, id, account.name, account.locale);
    co_await change_password(db, id, hash);
    co_await set_roles(db, id, account.roles);
    co_await put_change_of_rights(db, id, now);
  };
  co_await pool.transaction(body);
}

Task<> write_organisation(mysql::Pool& pool, const json::value& from, Instant now) {
  const auto id = base::parse_id_as<OrganisationId>(std::string_view{from.at("id").as_string()});
  if (!id) throw std::runtime_error("not an organisation's id");
  auto body = [&from, id = *id, now](mysql::Connection& db) -> Task<> {
    const bool known = co_await lock_organisation(db, id);
    if (!known) co_await insert_organisation(db, id, std::string{from.at("name").as_string()}, now);
    for (const auto& one : from.at("members").as_array()) {
      const auto member = co_await find_account_by_email(db, std::string{one.at("email").as_string()});
      const auto role = parse_role(std::string_view{one.at("role").as_string()});
      if (!member || !role) throw std::runtime_error("not a member: " + json::serialize(one));
      co_await put_member(db, id, member->account.id, Rights{*role, {}}, now);
    }
  };
  co_await pool.transaction(body);
}

}  // namespace

Task<std::size_t> import_accounts(mysql::Pool& pool, PasswordHasher& hasher, IdGenerator& ids, std::string document,
                                  Instant now) {
  boost::system::error_code error;
  const json::value all = json::parse(document, error);
  if (error) throw std::runtime_error("the accounts are not JSON: " + error.message());
  std::size_t written = 0;
  for (const auto& one : all.at("accounts").as_array()) {
    Entry entry = read_entry(one);
    entry.account.id = ids.make<UserId>(now);
    entry.account.created_at = now;
    const auto hash = co_await hasher.hash(entry.password);
    if (!hash) throw std::runtime_error("too busy to hash");
    co_await write(pool, std::move(entry.account), *hash, now);
    ++written;
  }
  if (const auto* organisations = all.as_object().if_contains("organisations"))
    for (const auto& one : organisations->as_array()) co_await write_organisation(pool, one, now);
  co_return written;
}

}  // namespace gelora::user
