// Token buckets, shared by all instances through Redis; while Redis is away, each instance counts for itself.
// A bucket is one time, by the generic cell rate algorithm (ITU-T I.371): when it would be full again.
#pragma once
#include <optional>
#include <string>
#include <unordered_map>

#include "base/time.hpp"
#include "redis/client.hpp"

namespace gelora::redis {

struct Bucket {
  std::uint32_t burst = 1;     // tokens of a full bucket
  base::Duration per_token{};  // time in which one comes back
};

// Takes one token out of the bucket that is full again at `full_at`. Nothing when there was one (and `full_at` moves on), else
// how long to wait for one.
std::optional<base::Duration> take_token(base::Instant& full_at, Bucket bucket, base::Instant now);

// Puts one back; a bucket is never fuller than full.
void give_token_back(base::Instant& full_at, Bucket bucket, base::Instant now);

class Buckets {
 public:
  explicit Buckets(Client& client) : client_(client) {}

  // As take_token, of the bucket with that name. Never throws for Redis' sake.
  Task<std::optional<base::Duration>> take(std::string name, Bucket bucket, base::Instant now);
  // Puts back what take() took, for what turned out not to count.
  Task<> give_back(std::string name, Bucket bucket, base::Instant now);

 private:
  std::optional<base::Duration> take_here(const std::string& name, Bucket bucket, base::Instant now);

  Client& client_;
  std::unordered_map<std::string, base::Instant> here_;
  bool away_ = false;
};

}  // namespace gelora::redis
