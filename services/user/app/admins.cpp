#include "user/app/admins.hpp"

#include <algorithm>

#include "user/storage/accounts.hpp"
#include "user/storage/audit.hpp"
#include "user/storage/revocations.hpp"

namespace gelora::user {

Task<AdminOutcome> set_admin(mysql::Pool& pool, IdGenerator& ids, std::string email_key, bool admin, Instant now) {
  auto body = [&ids, email_key, admin, now](mysql::Connection& db) -> Task<AdminOutcome> {
    co_await lock_address(db, email_key, now);
    const auto known = co_await find_account_by_email(db, email_key);
    if (!known) co_return AdminOutcome::no_such_account;
    const UserId id = known->account.id;
    auto roles = known->account.roles;
    const bool was = std::find(roles.begin(), roles.end(), "admin") != roles.end();
    if (was == admin) co_return AdminOutcome::unchanged;
    if (admin) roles.emplace_back("admin");
    else std::erase(roles, "admin");
    co_await set_roles(db, id, std::move(roles));
    co_await put_change_of_rights(db, id, now);
    const AuditEvent event{admin ? "admin_made" : "admin_removed", id, {}, 0, "at the machine"};
    co_await put_audit(db, ids.next(now), event, now);
    co_return AdminOutcome::changed;
  };
  co_return co_await pool.transaction(std::move(body));
}

Task<std::vector<std::string>> list_admins(mysql::Pool& pool) { return addresses_with_role(pool, "admin"); }

}  // namespace gelora::user
