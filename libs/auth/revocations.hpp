// Which access tokens are void before their end: those of sessions that ended, and those issued before somebody's rights changed.
#pragma once
#include <chrono>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "auth/caller.hpp"

namespace gelora::auth {

// Entries are forgotten when the longest token that they are about has ended. One object a loop.
class Revocations {
 public:
  using Steady = std::chrono::steady_clock::time_point;

  void end_session(base::SessionId session);
  // Tokens of the user with an earlier generation than this are void.
  void end_before(base::UserId user, std::uint32_t generation);
  bool voids(const Caller& caller) const;

  // The source of the entries has answered just now. What it knows is here, and nothing is missing.
  void heard(Steady now);
  bool heard_ever() const { return heard_ever_; }
  Steady heard_at() const { return heard_at_; }
  // For those whose rights reach others' data: nobody may act on rights that were taken away more than a second ago.
  bool is_silent(Steady now) const { return !heard_ever_ || now - heard_at_ > std::chrono::seconds{1}; }

 private:
  struct Entries {
    std::unordered_set<std::uint64_t> sessions;
    std::unordered_map<std::uint64_t, std::uint32_t> users;
    bool void_token(const Caller& caller) const;
  };
  Entries fresh_, old_;  // the old ones go when the fresh ones have aged
  Steady turned_at_{};
  Steady heard_at_{};
  bool heard_ever_ = false;
};

}  // namespace gelora::auth
