#include "booking/app/offer_limit.hpp"

#include <algorithm>

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_an_hour = 20, many_people = 10'000;

}  // namespace

OfferLimit::Place::~Place() {
  if (limit_ == nullptr) return;
  auto& times = limit_->times_[user_];
  if (const auto mine = std::find(times.begin(), times.end(), at_); mine != times.end()) times.erase(mine);
}

std::variant<OfferLimit::Place, Duration> OfferLimit::take(UserId user, Instant now) {
  if (times_.size() >= many_people)
    std::erase_if(times_, [now](const auto& one) { return one.second.empty() || one.second.back() + 1h <= now; });
  auto& times = times_[user];
  while (!times.empty() && times.front() + 1h <= now) times.pop_front();
  if (limited_ && times.size() >= most_an_hour) return times.front() + 1h - now;
  times.push_back(now);
  return Place{*this, user, now};
}

}  // namespace gelora::booking
