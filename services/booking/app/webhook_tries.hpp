// Calls that people ask for by hand: an organisation's tests and replays may be ten at once, and then one in six seconds. Counted
// by each process for itself.
#pragma once
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "base/time.hpp"

namespace gelora::booking {

class WebhookTries {
 public:
  explicit WebhookTries(bool limited) : limited_(limited) {}

  // How long to wait; nothing when it may be now, and was counted.
  std::optional<base::Duration> take(std::uint64_t organisation, base::Instant now);

 private:
  bool limited_;
  std::unordered_map<std::uint64_t, base::Instant> full_at_;  // when all tries are there again
};

}  // namespace gelora::booking
