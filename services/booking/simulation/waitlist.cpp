#include "booking/simulation/waitlist.hpp"

#include <algorithm>

namespace gelora::booking::simulation {
namespace {

using namespace std::chrono_literals;

constexpr auto way = 10ms;

bool is_open(WaitStatus status) { return status <= WaitStatus::offered; }

// Asks the database, on the other side of a way that may be lost, before or after.
template <class Ask>
auto there_and_back(Database& database, Ask ask) -> Task<decltype(ask())> {
  co_await loop::sleep_for(way);
  if (database.down || database.happens(database.lost_before)) throw base::Unavailable("the statement is lost");
  auto answer = ask();
  co_await loop::sleep_for(way);
  if (database.down || database.happens(database.lost_after)) throw base::Unavailable("the answer is lost");
  co_return answer;
}

std::vector<WaitlistEntry> entries_where(const Database& database, auto wanted) {
  std::vector<WaitlistEntry> found;
  for (const auto& [id, one] : database.waitlist) {
    if (wanted(one)) found.push_back(one.entry);
  }
  return found;
}

}  // namespace

Task<> SimulatedWaitBook::settle(ShowId show) {
  auto ask = [this, show] {
    for (auto& [id, one] : database_.waitlist) {
      if (one.entry.show != show || one.entry.status != WaitStatus::offered) continue;
      const HoldStatus hold = database_.holds.at(one.entry.hold).status;
      if (hold == HoldStatus::booked) one.entry.status = WaitStatus::taken;
      else if (hold == HoldStatus::released) one.entry.status = WaitStatus::cancelled;
      else if (hold == HoldStatus::expired) one.entry.status = WaitStatus::lapsed;
    }
    return true;
  };
  co_await there_and_back(database_, ask);
}

Task<std::vector<WaitlistEntry>> SimulatedWaitBook::unfinished(ShowId show) {
  auto ask = [this, show] {
    return entries_where(database_, [show](const auto& one) {
      const auto status = one.entry.status;
      return one.entry.show == show && (status == WaitStatus::serving || status == WaitStatus::leaving);
    });
  };
  return there_and_back(database_, ask);
}

Task<std::vector<WaitlistEntry>> SimulatedWaitBook::first_in_line(ShowId show, ZoneId zone, std::uint32_t most, Instant now) {
  looked_at_ = now;
  auto ask = [this, show, zone, most, now] {
    auto found = entries_where(database_, [&](const auto& one) {
      const auto& entry = one.entry;
      return entry.show == show && entry.status == WaitStatus::waiting && entry.zone == zone && entry.quantity <= most &&
             one.next_try <= now;
    });
    found.resize(std::min<std::size_t>(found.size(), most));
    return found;
  };
  return there_and_back(database_, ask);
}

Task<bool> SimulatedWaitBook::begin_serving(WaitlistEntry entry, std::optional<seats::ZoneIndex> zone, std::uint64_t epoch) {
  auto ask = [this, entry, zone, epoch] {
    auto& one = database_.waitlist.at(entry.id);
    const bool ours = one.entry.status == WaitStatus::waiting && one.entry.attempt == entry.attempt;
    if (!ours || database_.epoch(entry.show) != epoch) return false;
    for (const auto& [id, other] : database_.waitlist) {
      const bool before = id < entry.id && other.entry.show == entry.show && other.entry.zone == entry.zone;
      const bool fits = other.entry.quantity <= entry.quantity && other.next_try <= looked_at_;
      if (before && fits && other.entry.status == WaitStatus::waiting)
        database_.jumped = "entry " + std::to_string(entry.id) + " is served before " + std::to_string(id);
    }
    one.entry.status = WaitStatus::serving;
    ++one.entry.attempt;
    one.entry.serve_zone = zone;
    return true;
  };
  return there_and_back(database_, ask);
}

Task<bool> SimulatedWaitBook::offer(WaitlistEntry entry) {
  auto ask = [this, entry] {
    auto& one = database_.waitlist.at(entry.id).entry;
    if (one.status != WaitStatus::serving || one.attempt != entry.attempt) return false;
    one.status = WaitStatus::offered;
    one.hold = entry.hold;
    one.expires_at = entry.expires_at;
    return true;
  };
  return there_and_back(database_, ask);
}

Task<> SimulatedWaitBook::wait_on(WaitlistEntry entry, Instant next_try) {
  auto ask = [this, entry, next_try] {
    auto& one = database_.waitlist.at(entry.id);
    const bool ours = one.entry.status == WaitStatus::serving && one.entry.attempt == entry.attempt;
    if (ours) one.entry.status = WaitStatus::waiting;
    if (ours) one.next_try = next_try;
    return true;
  };
  co_await there_and_back(database_, ask);
}

Task<bool> SimulatedWaitBook::is_known(WaitlistEntry entry) {
  auto ask = [this, entry] { return database_.waitlist.contains(entry.id); };
  return there_and_back(database_, ask);
}

Task<> SimulatedWaitBook::end_leaving(WaitlistEntry entry, WaitStatus status) {
  auto ask = [this, entry, status] {
    auto& one = database_.waitlist.at(entry.id).entry;
    if (one.status == WaitStatus::leaving) one.status = status;
    return true;
  };
  co_await there_and_back(database_, ask);
}

Task<> SimulatedWaitBook::end_all(ShowId show, bool offers_too) {
  auto ask = [this, show, offers_too] {
    for (auto& [id, one] : database_.waitlist) {
      const bool over = one.entry.status == WaitStatus::waiting || (offers_too && one.entry.status == WaitStatus::offered);
      if (one.entry.show == show && over) one.entry.status = WaitStatus::ended;
    }
    return true;
  };
  co_await there_and_back(database_, ask);
}

bool leave(Database& database, std::uint64_t entry) {
  auto& one = database.waitlist.at(entry).entry;
  if (database.down || !is_open(one.status)) return false;
  one.status = one.status == WaitStatus::waiting ? WaitStatus::cancelled : WaitStatus::leaving;
  return true;
}

std::string wrong_waiting(const Database& database, Instant now) {
  if (!database.jumped.empty()) return database.jumped;
  for (const auto& [id, one] : database.waitlist) {
    std::size_t live = 0;
    for (const auto& [hold, row] : database.holds) {
      const bool theirs = row.user == one.entry.user && row.status == HoldStatus::active && row.expires_at > now;
      if (theirs && one.entry.status == WaitStatus::cancelled)
        return "entry " + std::to_string(id) + " was left, and hold " + hold.text() + " is kept for it";
      live += theirs;
    }
    if (live > 1) return "entry " + std::to_string(id) + " has " + std::to_string(live) + " holds";
  }
  return {};
}

std::string forgotten(const Database& database) {
  for (const auto& [id, one] : database.waitlist) {
    const auto& entry = one.entry;
    const std::string who = "entry " + std::to_string(id);
    const bool done = entry.status != WaitStatus::serving && entry.status != WaitStatus::leaving;
    if (!done || entry.status == WaitStatus::offered) return who + " never came to an end";
    if (entry.status != WaitStatus::waiting) continue;
    const auto show = database.show(entry.show);
    if (show->state == ShowState::cancelled) return who + " waits for a show that was called off";
    const auto& layout = show->hall->layout;
    std::vector<std::uint32_t> free;
    for (std::size_t i = 0; i < layout.zones.size(); ++i) free.push_back(show->capacity_of(i));
    for (const auto& claim : database.claims.at(entry.show)) --free[layout.zone_of(claim.place)];
    if (room_for(*show, free, entry.zone, entry.quantity)) return who + " waits, and there is room for it";
  }
  return {};
}

}  // namespace gelora::booking::simulation
