#include "booking/app/webhook_tries.hpp"

#include "redis/buckets.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr redis::Bucket tries{10, 6s};
constexpr std::size_t many = 10'000;

}  // namespace

std::optional<base::Duration> WebhookTries::take(std::uint64_t organisation, base::Instant now) {
  if (!limited_) return std::nullopt;
  if (full_at_.size() >= many) std::erase_if(full_at_, [now](const auto& one) { return one.second <= now; });
  return redis::take_token(full_at_[organisation], tries, now);
}

}  // namespace gelora::booking
