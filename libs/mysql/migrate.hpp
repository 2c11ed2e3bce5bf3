// Forward-only migrations: numbered .sql texts, applied in order under a lock, recorded in schema_migrations.
#pragma once
#include <span>
#include <string>

#include "base/embedded_file.hpp"
#include "mysql/connection.hpp"

namespace gelora::mysql {

// Applies what is missing, in the order of the files' names; two instances may start at once (GET_LOCK). Returns how many.
Task<int> migrate(Connection& connection, std::span<const base::EmbeddedFile> files);

// Throws, naming the migration, when the schema is not at the last of `files`.
Task<> assert_migrated(Connection& connection, std::span<const base::EmbeddedFile> files);

}  // namespace gelora::mysql
