#include "booking/app/code_guesses.hpp"

#include "redis/buckets.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr redis::Bucket tries{20, 3min};
constexpr std::size_t many_people = 10'000;

}  // namespace

std::optional<Duration> CodeGuesses::wait(UserId user, Instant now) const {
  const auto found = full_at_.find(user);
  if (found == full_at_.end()) return std::nullopt;
  Instant full_at = found->second;  // only looked at
  return redis::take_token(full_at, tries, now);
}

void CodeGuesses::missed(UserId user, Instant now) {
  if (!limited_) return;
  if (full_at_.size() >= many_people) std::erase_if(full_at_, [now](const auto& one) { return one.second <= now; });
  redis::take_token(full_at_[user], tries, now);
}

}  // namespace gelora::booking
