// What the process itself asks of the database.
#pragma once
#include <cstdint>
#include <string>

#include "mysql/pool.hpp"

namespace gelora::user {

using loop::Task;

// The number of the named instance, for its id generator; given at its first start.
Task<std::uint32_t> instance_number(mysql::Pool& pool, std::string name);
// Throws when the database does not answer.
Task<> ask_database(mysql::Pool& pool);

}  // namespace gelora::user
