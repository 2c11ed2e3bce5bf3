#include "booking/storage/leases.hpp"

#include "mysql/database_clock.hpp"

namespace gelora::booking {
namespace {

using mysql::u64, mysql::text;

constexpr auto update_announced =
    "UPDATE instances SET owner = ?, capacity_owner = owner, address = ?, alive_until_us = " GELORA_SQL_NOW_US
    " + ? WHERE name = ?";
constexpr auto update_renewed =
    "UPDATE instances SET alive_until_us = " GELORA_SQL_NOW_US " + ? WHERE owner = ? AND alive_until_us > " GELORA_SQL_NOW_US;
constexpr auto select_owner = "SELECT 1 FROM instances WHERE owner = ?";
constexpr auto update_retired = "UPDATE instances SET alive_until_us = 0 WHERE owner = ?";
constexpr auto select_directory =
    "SELECT l.show_id, l.version, COALESCE(i.owner, ''), COALESCE(i.address, '') FROM show_leases l "
    "JOIN shows s ON s.id = l.show_id AND s.published = 1 "
    "LEFT JOIN instances i ON i.owner = l.owner AND i.owner <> '' AND i.alive_until_us > " GELORA_SQL_NOW_US;
constexpr auto count_alive = "SELECT COUNT(*) FROM instances WHERE address <> '' AND alive_until_us > " GELORA_SQL_NOW_US;
constexpr auto select_older =
    "SELECT 1 FROM instances WHERE address <> '' AND capacity_owner <> owner AND alive_until_us > " GELORA_SQL_NOW_US " LIMIT 1";

}  // namespace

Task<> announce(mysql::Pool& pool, const Owner& owner, Duration lease) {
  co_await pool.query(update_announced, owner.name, owner.address, lease.count(), owner.instance);
}

Task<Renewal> renew(mysql::Pool& pool, const Owner& owner, Duration lease) {
  const auto results = co_await pool.query(update_renewed, lease.count(), owner.name);
  if (results.affected_rows() == 1) co_return Renewal::renewed;
  const auto still_there = co_await pool.query(select_owner, owner.name);
  co_return still_there.rows().empty() ? Renewal::replaced : Renewal::lapsed;
}

Task<bool> one_sells_without_capacities(mysql::Pool& pool) {
  const auto found = co_await pool.query(select_older);
  co_return !found.rows().empty();
}

Task<> retire(mysql::Pool& pool, const Owner& owner) { co_await pool.query(update_retired, owner.name); }

Task<Directory> read_directory(mysql::Pool& pool) {
  Directory directory;
  const auto leases = co_await pool.query(select_directory);
  for (const auto row : leases.rows()) {
    directory.leases.push_back({{u64(row.at(0))}, u64(row.at(1)), text(row.at(2)), text(row.at(3))});
  }
  const auto alive = co_await pool.query(count_alive);
  directory.instances = static_cast<std::size_t>(mysql::i64(alive.rows().at(0).at(0)));
  co_return directory;
}

}  // namespace gelora::booking
