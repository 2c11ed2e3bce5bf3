#include "mysql/migrate.hpp"

#include "telemetry/log.hpp"

namespace gelora::mysql {
namespace {

constexpr auto create_table =
    "CREATE TABLE IF NOT EXISTS schema_migrations ("
    " name VARCHAR(100) NOT NULL PRIMARY KEY,"
    " applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP) ENGINE=InnoDB";
constexpr auto take_lock = "SELECT GET_LOCK(CONCAT(DATABASE(), '.migrate'), 60)";
constexpr auto release_lock = "DO RELEASE_LOCK(CONCAT(DATABASE(), '.migrate'))";
constexpr auto find_applied = "SELECT 1 FROM schema_migrations WHERE name = ?";
constexpr auto record = "INSERT INTO schema_migrations (name) VALUES (?)";

}  // namespace

Task<int> migrate(Connection& connection, std::span<const base::EmbeddedFile> files) {
  connection.set_deadline(std::chrono::hours{1});  // a large table is rebuilt at its own pace
  const auto locked = co_await connection.run(take_lock);
  if (locked.rows().at(0).at(0).is_null() || i64(locked.rows().at(0).at(0)) != 1) {
    throw std::runtime_error("another migration holds the lock for more than 60 s");
  }
  co_await connection.run(create_table);
  int applied = 0;
  for (const auto& file : files) {
    const auto found = co_await connection.query(find_applied, file.name);
    if (!found.rows().empty()) continue;
    telemetry::info("migration", {{"name", file.name}});
    co_await connection.run(std::string{file.text});
    co_await connection.query(record, file.name);
    ++applied;
  }
  co_await connection.run(release_lock);
  co_return applied;
}

Task<> assert_migrated(Connection& connection, std::span<const base::EmbeddedFile> files) {
  for (const auto& file : files) {
    const auto found = co_await connection.query(find_applied, file.name);
    if (found.rows().empty())
      throw std::runtime_error("migration " + std::string{file.name} + " is missing: run `migrate` first");
  }
}

}  // namespace gelora::mysql
