// Argon2id (RFC 9106) on threads of its own, so that hashing never holds up a loop. Hashes are PHC strings.
#pragma once
#include <optional>
#include <string>

#include "loop/workers.hpp"

namespace gelora::user {

using loop::Task;

class PasswordHasher {
 public:
  PasswordHasher(unsigned threads, unsigned queue_limit);

  // Nothing when too many wait already.
  Task<std::optional<std::string>> hash(std::string password);
  // Costs the same for an empty `expected`, which no password fits. Nothing when too many wait already.
  Task<std::optional<bool>> verify(std::string password, std::string expected);

 private:
  loop::Workers workers_;
  std::string nobodys_;  // a hash of random bytes
};

}  // namespace gelora::user
