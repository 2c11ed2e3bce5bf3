// Codes, promo codes and those of presales, are not to be found by trying: who asks for codes that there are not may do so 20
// times, and then once in three minutes. Counted by each process for itself.
#pragma once
#include <optional>
#include <unordered_map>

#include "base/ids.hpp"
#include "base/time.hpp"

namespace gelora::booking {

using namespace base;

struct TooManyGuesses {
  Duration left;  // until another code may be tried
};

class CodeGuesses {
 public:
  explicit CodeGuesses(bool limited) : limited_(limited) {}

  // How long this person has to wait before any code is looked at; nothing when none.
  std::optional<Duration> wait(UserId user, Instant now) const;
  // There was no such code.
  void missed(UserId user, Instant now);

 private:
  bool limited_;
  std::unordered_map<UserId, Instant> full_at_;  // when all tries are there again
};

}  // namespace gelora::booking
