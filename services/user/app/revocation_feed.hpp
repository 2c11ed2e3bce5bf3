// What voids access tokens before their end, told to this process's own verifier and to the other services: read from the
// database every 100 ms, so that it makes no difference which instance it was that ended something.
#pragma once
#include <chrono>
#include <deque>
#include <optional>
#include <string>

#include "auth/tokens.hpp"
#include "loop/loop.hpp"
#include "user/storage/revocations.hpp"

namespace gelora::user {

class RevocationFeed {
 public:
  // The pool is one of its own: the feed waits for nobody.
  RevocationFeed(loop::Loop& loop, mysql::Pool& pool, auth::AccessTokenVerifier& own, const Clock& clock);

  // Reads all that can still matter; throws when the database does not answer. Before the service is ready.
  Task<> load();
  Task<> run();
  // Something was just revoked here.
  void nudge() { wake_.notify_one(); }

  struct Page {
    std::uint64_t position = 0;  // of the last entry, or of all that is known
    std::vector<Revocation> entries;
    bool more = false;                 // ask again at once: not all fitted
    std::chrono::milliseconds age{0};  // since the database was last heard
  };
  // What came after `position` (none: all that can still matter), at most 5,000 entries, waiting for at most `limit` for
  // something to come. Nothing when the database was not heard for a second: then this process does not know either.
  Task<std::optional<Page>> after(std::optional<std::uint64_t> position, std::chrono::milliseconds limit);

 private:
  Task<bool> read_more();
  void take(const std::vector<Revocation>& more);

  mysql::Pool& pool_;
  auth::AccessTokenVerifier& own_;
  const Clock& clock_;
  loop::Signal wake_, news_;
  std::uint64_t position_ = 0;
  struct Known {
    Revocation revocation;
    Instant until;
  };
  std::deque<Known> known_;  // in order of positions
};

}  // namespace gelora::user
