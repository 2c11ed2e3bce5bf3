// The audit log: what happened to accounts and organisations, and who did it. Each entry carries a hash over itself and the one
// before, so that none can be changed or taken out without all later hashes changing.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "user/domain/account.hpp"

namespace gelora::user {

// Never a name, an address, a secret or a text of the caller's. 0: nobody, none.
struct AuditEvent {
  std::string event;  // "logged_in": snake case, at most 40 characters
  UserId user;        // whom it is about
  UserId by;          // who did it: a person, or a machine
  std::uint64_t organisation = 0;
  std::string detail;  // "role=gate session=12": at most 200 characters, ids and words of ours
};

struct AuditEntry {
  std::uint64_t position = 0;
  std::uint64_t id = 0;
  Instant at;
  AuditEvent event;
  std::string hash;  // SHA-256 in hex
};

// The value of a word of its detail: "gate" of "role" in "role=gate session=12"; empty when it is not there.
std::string_view word_of(std::string_view detail, std::string_view key);

inline const std::string first_audit_hash(64, '0');

// SHA-256, in hex, over the hash before and the entry's members, each on a line of its own.
std::string audit_hash(std::string_view before, const AuditEntry& entry);

}  // namespace gelora::user
