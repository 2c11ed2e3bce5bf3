#include "redis/buckets.hpp"

#include <algorithm>

#include "telemetry/log.hpp"

namespace gelora::redis {
namespace {

constexpr std::size_t most_buckets_here = 100'000;

// take_token in Lua: KEYS[1] bucket; ARGV now, per token, burst. Answers 0 or the time to wait, in microseconds.
constexpr auto take_script =
    "local now, per = tonumber(ARGV[1]), tonumber(ARGV[2]) "
    "local full_at = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now) + per "
    "local over = full_at - now - per * tonumber(ARGV[3]) "
    "if over > 0 then return over end "
    "redis.call('SET', KEYS[1], string.format('%.0f', full_at), 'PX', math.ceil((full_at - now) / 1000)) "
    "return 0";

// give_token_back in Lua: KEYS[1] bucket; ARGV now, per token.
constexpr auto give_back_script =
    "local full_at = tonumber(redis.call('GET', KEYS[1]) or '0') - tonumber(ARGV[2]) "
    "local left = full_at - tonumber(ARGV[1]) "
    "if left <= 0 then redis.call('DEL', KEYS[1]) return 0 end "
    "redis.call('SET', KEYS[1], string.format('%.0f', full_at), 'PX', math.ceil(left / 1000)) "
    "return 0";

}  // namespace

void give_token_back(base::Instant& full_at, Bucket bucket, base::Instant now) {
  full_at = std::max(full_at - bucket.per_token, now);
}

std::optional<base::Duration> take_token(base::Instant& full_at, Bucket bucket, base::Instant now) {
  const base::Instant then = std::max(full_at, now) + bucket.per_token;
  const base::Duration over = then - now - bucket.per_token * bucket.burst;
  if (over > over.zero()) return over;
  full_at = then;
  return std::nullopt;
}

Task<std::optional<base::Duration>> Buckets::take(std::string name, Bucket bucket, base::Instant now) {
  std::vector<std::string> words{"EVAL",
                                 take_script,
                                 "1",
                                 "bucket:" + name,
                                 std::to_string(now.us),
                                 std::to_string(bucket.per_token.count()),
                                 std::to_string(bucket.burst)};
  std::string fault;
  try {
    const Reply reply = co_await client_.command(std::move(words));
    if (away_) telemetry::info("limits are shared again");
    away_ = false;
    if (reply.integer <= 0) co_return std::nullopt;
    co_return base::Duration{reply.integer};
  } catch (const Away& away) {
    fault = away.what();
  }
  if (!away_) telemetry::warn("limits are counted by this instance alone", {{"what", fault}});
  away_ = true;
  co_return take_here(name, bucket, now);
}

Task<> Buckets::give_back(std::string name, Bucket bucket, base::Instant now) {
  std::vector<std::string> words{"EVAL",           give_back_script,       "1",
                                 "bucket:" + name, std::to_string(now.us), std::to_string(bucket.per_token.count())};
  bool here = away_;
  try {
    if (!here) co_await client_.command(std::move(words));
  } catch (const Away&) {
    here = true;  // it was taken there and is lost with it, or was taken here
  }
  if (const auto found = here_.find(name); here && found != here_.end()) give_token_back(found->second, bucket, now);
}

std::optional<base::Duration> Buckets::take_here(const std::string& name, Bucket bucket, base::Instant now) {
  if (here_.size() >= most_buckets_here) {
    std::erase_if(here_, [now](const auto& one) { return one.second <= now; });
    if (here_.size() >= most_buckets_here) here_.clear();
  }
  return take_token(here_[name], bucket, now);
}

}  // namespace gelora::redis
