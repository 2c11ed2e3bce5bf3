// The audit log in SQL: events as they happen, and the chain that they are moved into.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mysql/pool.hpp"
#include "user/domain/account.hpp"
#include "user/domain/audit.hpp"

namespace gelora::user {

using loop::Task;

// Within the transaction of what the event tells of. `id` is new.
Task<> put_audit(mysql::Connection& db, std::uint64_t id, AuditEvent event, Instant now);
// Of what changed nothing, such as a refusal.
Task<> put_audit(mysql::Pool& pool, std::uint64_t id, AuditEvent event, Instant now);

// Moves up to 500 events to the end of the chain. Returns them as they stand there.
Task<std::vector<AuditEntry>> chain_audit(mysql::Pool& pool);

struct AuditHead {
  std::uint64_t position = 0;
  std::string hash;
};
Task<AuditHead> audit_head(mysql::Pool& pool);
// In order, after `position`, at most 1000; of one user when given (as the one it is about, or who did it).
Task<std::vector<AuditEntry>> audit_after(mysql::Pool& pool, std::uint64_t position, std::optional<UserId> user);

// What became of an organisation, its people and its machines, for those who manage it; nobody is told anything otherwise.
struct TeamWish {
  std::uint64_t organisation = 0;
  UserId asking;
  UserId by{};                       // 0: whoever
  Instant from{}, until{};           // within [from, until)
  std::uint64_t before = INT64_MAX;  // position of the last one that was read
  std::size_t limit = 50;
};
struct TeamEntry {
  AuditEntry entry;
  std::string user_name, by_name;  // empty: nobody, or they are gone
};
// Newest first, up to limit + 1.
Task<std::vector<TeamEntry>> team_changes(mysql::Pool& pool, TeamWish wish);

}  // namespace gelora::user
