#include "user/storage/process.hpp"

namespace gelora::user {
namespace {

constexpr auto insert_instance = "INSERT IGNORE INTO instances (name) VALUES (?)";
constexpr auto select_instance = "SELECT number FROM instances WHERE name = ?";
constexpr auto select_nothing = "SELECT 1";

}  // namespace

Task<std::uint32_t> instance_number(mysql::Pool& pool, std::string name) {
  auto found = co_await pool.query(select_instance, name);
  if (found.rows().empty()) {
    co_await pool.query(insert_instance, name);
    found = co_await pool.query(select_instance, name);
  }
  co_return static_cast<std::uint32_t>(mysql::u64(found.rows().at(0).at(0)));
}

Task<> ask_database(mysql::Pool& pool) { co_await pool.query(select_nothing); }

}  // namespace gelora::user
