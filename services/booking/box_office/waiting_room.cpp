#include "booking/box_office/waiting_room.hpp"

#include <algorithm>
#include <cmath>

#include "base/check.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

// Who is called and does not come keeps nobody from being called for longer. Their turn lasts all the same.
constexpr Duration time_to_come = 2min;
// Before it is known how many places a turn takes.
constexpr double usual_basket = 2.0, turns_until_known = 20;
constexpr double first_pace = 0.1;  // of those that may choose at the same time, a second
constexpr double faster = 1.25, slower = 0.5;

}  // namespace

std::string_view name_of(RoomState state) {
  switch (state) {
    case RoomState::none: return "none";
    case RoomState::gathering: return "gathering";
    case RoomState::waiting: return "waiting";
    case RoomState::admitted: return "admitted";
    case RoomState::ended: return "ended";
  }
  return "none";
}

WaitingRoom::WaitingRoom(StoredRoom stored, const Hash256& seed) : calls_(std::move(stored.calls)) {
  entries_.reserve(stored.entries.size());
  for (const auto& one : stored.entries) {
    entries_.push_back({one.user, one.mark, one.joined_at});
    if (one.user) arrivals_[one.user] = arrived();
  }
  if (!stored.drawn) return;
  std::vector<Mark> marks;
  for (std::uint32_t i = 0; i < *stored.drawn; ++i) marks.push_back(entries_[i].mark);
  number_all(seed, root_of(marks), *stored.drawn);
  if (calls_.empty()) return;
  basket_before_ = calls_.back().basket_tenths / 10.0;
  std::uint32_t number = 0;
  for (const auto& call : calls_) {
    while (number < call.through) {
      const std::uint32_t arrival = arrival_of(++number);
      // Of those who were called before this life of the desk, it is not known who came.
      if (entries_[arrival - 1].user) {
        entries_[arrival - 1].began = true;
        turns_.push_back({arrival, call.at});
      }
    }
  }
}

void WaitingRoom::number_all(const Hash256& seed, const Hash256& root, std::uint32_t drawn) {
  std::vector<Mark> marks;
  marks.reserve(drawn);
  for (std::uint32_t i = 0; i < drawn; ++i) marks.push_back(entries_[i].mark);
  const auto order = drawn_order(seed, root, marks);
  number_of_.assign(drawn, 0);
  arrival_of_.clear();
  arrival_of_.reserve(drawn);
  for (const auto index : order) {
    arrival_of_.push_back(index + 1);
    number_of_[index] = static_cast<std::uint32_t>(arrival_of_.size());
  }
  drawn_ = drawn;
}

std::uint32_t WaitingRoom::number_of(std::uint32_t arrival) const {
  return arrival <= *drawn_ ? number_of_[arrival - 1] : arrival;
}

std::uint32_t WaitingRoom::arrival_of(std::uint32_t number) const { return number <= *drawn_ ? arrival_of_[number - 1] : number; }

const StoredRoom::Call* WaitingRoom::call_of(std::uint32_t number) const {
  const auto found =
      std::lower_bound(calls_.begin(), calls_.end(), number, [](const auto& call, auto wanted) { return call.through < wanted; });
  return found == calls_.end() ? nullptr : &*found;
}

WaitingRoom::Entry* WaitingRoom::in(UserId user) {
  const auto found = arrivals_.find(user);
  return found == arrivals_.end() ? nullptr : &entries_[found->second - 1];
}

RoomPlace WaitingRoom::place_of(UserId user, Duration turn, Instant now) const {
  const auto found = arrivals_.find(user);
  if (found == arrivals_.end()) return {};
  const Entry& entry = entries_[found->second - 1];
  RoomPlace place{RoomState::gathering, entry.mark, 0, entry.joined_at, {}};
  if (!drawn_) return place;
  place.number = number_of(found->second);
  const auto* call = call_of(place.number);
  if (call == nullptr) {
    place.state = RoomState::waiting;
    return place;
  }
  place.turn_ends_at = call->at + turn;
  place.state = now < place.turn_ends_at ? RoomState::admitted : RoomState::ended;
  return place;
}

std::uint32_t WaitingRoom::enter(UserId user, const Mark& mark, Instant now) {
  leave(user);
  entries_.push_back({user, mark, now});
  arrivals_[user] = arrived();
  return arrived();
}

std::uint32_t WaitingRoom::leave(UserId user) {
  const auto found = arrivals_.find(user);
  if (found == arrivals_.end()) return 0;
  const std::uint32_t arrival = found->second;
  entries_[arrival - 1].user = {};
  arrivals_.erase(found);
  return arrival;
}

Hash256 WaitingRoom::draw(const Hash256& seed) {
  CHECK(!drawn_);
  std::vector<Mark> marks;
  marks.reserve(entries_.size());
  for (const auto& entry : entries_) marks.push_back(entry.mark);
  const Hash256 root = root_of(marks);
  number_all(seed, root, arrived());
  return root;
}

void WaitingRoom::began(UserId user) {
  if (Entry* entry = in(user)) entry->began = true;
}

void WaitingRoom::placed(UserId user, std::size_t places) {
  Entry* entry = in(user);
  if (entry == nullptr || entry->placed) return;
  entry->began = entry->placed = true;
  ++turns_with_places_;
  places_ += static_cast<double>(places);
}

double WaitingRoom::basket() const {
  if (turns_with_places_ >= turns_until_known) return std::max(1.0, places_ / turns_with_places_);
  return basket_before_ > 0 ? std::max(1.0, basket_before_) : usual_basket;
}

std::optional<StoredRoom::Call> WaitingRoom::call(const WaitingRoomRules& rules, std::uint64_t free, bool strained, Instant now) {
  if (!drawn_) return std::nullopt;
  while (!turns_.empty() && turns_.front().from + rules.turn <= now) turns_.pop_front();
  double choosing = 0, without = 0;
  for (const auto& turn : turns_) {
    const Entry& entry = entries_[turn.arrival - 1];
    if (!entry.user || turn.from + rules.turn <= now || (!entry.began && turn.from + time_to_come <= now)) continue;
    ++choosing;
    if (!entry.placed) ++without;
  }
  const double most = rules.shoppers;
  if (pace_ == 0) pace_ = most * first_pace;
  else pace_ *= strained ? slower : faster;
  pace_ = std::clamp(pace_, 1.0, most);
  const double served = std::ceil(static_cast<double>(free) / basket());  // by the places that are left
  auto left = static_cast<std::int64_t>(std::min({most - choosing, served - without, pace_}));
  std::uint32_t number = through();
  const std::uint32_t before = number;
  while (left > 0 && number < arrived()) {
    const std::uint32_t arrival = arrival_of(++number);
    Entry& entry = entries_[arrival - 1];
    if (!entry.user) continue;
    --left;
    entry.began = entry.placed = false;
    turns_.push_back({arrival, now});
  }
  if (number == before) return std::nullopt;
  calls_.push_back({number, now, static_cast<std::uint32_t>(std::lround(basket() * 10))});
  return calls_.back();
}

}  // namespace gelora::booking
