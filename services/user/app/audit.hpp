// The audit log: keeps its chain growing, and proves it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "mysql/pool.hpp"
#include "user/domain/audit.hpp"

namespace gelora::user {

using loop::Task;

// Moves events to the end of the chain within a fraction of a second, and writes each to the log of the process, which is thus a
// second copy somewhere else. Until the loop stops.
Task<> keep_audit_chained(mysql::Pool& pool);

struct AuditProof {
  std::uint64_t entries = 0;
  std::string head = first_audit_hash;
  std::string fault;  // empty: the chain is whole
};
// Reckons every hash anew. `known_head` is a hash that was once told, as "position:hash": it must still be in the chain, or its
// end was cut off.
Task<AuditProof> verify_audit(mysql::Pool& pool, std::string known_head);

}  // namespace gelora::user
