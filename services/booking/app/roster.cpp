#include "booking/app/roster.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "booking/storage/seat_log.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {

using namespace std::chrono_literals;
using Steady = loop::SteadyClock;

namespace {

constexpr Duration lease_time = 3s;   // a dead owner's shows are free so long after its last renewal
constexpr auto lease_margin = 300ms;  // an owner stops deciding so long before that
constexpr auto renew_every = 1s;
constexpr auto settle_every = 250ms;
constexpr auto nap = 50ms;
constexpr auto current_for = 2s;
constexpr std::size_t longest_tail = 20'000;  // rows of the journal; behind more than that, the claims are read anew

}  // namespace

Roster::Roster(mysql::Pool& pool, Halls& halls, TimeLimits limits, BoxOffice& box_office, Listener& listener,
               mysql::DatabaseClock& clock, Owner owner)
    : pool_(pool),
      halls_(halls),
      limits_(limits),
      box_office_(box_office),
      listener_(listener),
      clock_(clock),
      owner_(std::move(owner)) {}

Task<> Roster::start() {
  const auto asked = Steady::now();
  co_await announce(pool_, owner_, lease_time);
  co_await clock_.read(pool_);
  box_office_.leases_hold_until(asked + lease_time - lease_margin);
  box_office_.loop().spawn(keep_renewing());  // opening what sells much takes longer than a lease lasts
  co_await settle();
}

Task<> Roster::renew_leases() {
  const auto asked = Steady::now();
  const Renewal renewal = co_await renew(pool_, owner_, lease_time);
  if (renewal == Renewal::replaced) {
    telemetry::error("another process has taken this instance's name", {{"instance", owner_.instance}});
    std::fflush(nullptr);
    std::_Exit(3);  // whatever this one still has on the way does not pass the fence
  }
  if (renewal == Renewal::lapsed) {  // this process stood still, or the database was away
    telemetry::warn("the leases were not renewed in time", {{"desks", box_office_.desks().size()}});
    co_await announce(pool_, owner_, lease_time);
    ++lapses_;
  }
  if (lapses_ == mended_) box_office_.leases_hold_until(asked + lease_time - lease_margin);
  co_await clock_.read(pool_);
}

Task<> Roster::keep_renewing() {
  renewing_ = true;
  bool told = false;
  while (!stopping_) {
    const auto begun = Steady::now();
    std::string fault;
    try {
      co_await renew_leases();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty() && !told) telemetry::warn("the leases cannot be renewed", {{"what", fault}});
    told = !fault.empty();
    while (!stopping_ && Steady::now() < begun + (told ? settle_every : renew_every)) co_await loop::sleep_for(nap);
  }
  renewing_ = false;
}

Task<> Roster::run() {
  running_ = true;
  bool told = false;
  while (!stopping_) {
    std::string fault;
    try {
      const std::uint64_t lapses = lapses_;
      if (lapses != mended_) {  // what the desks know may be old
        co_await box_office_.open_again();
        mended_ = lapses;
      }
      if (!stopping_) co_await settle();
      told = false;
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty() && !told) telemetry::warn("the leases cannot be settled", {{"what", fault}});
    told = !fault.empty();
    co_await loop::sleep_for(settle_every);
  }
  running_ = false;
}

Task<> Roster::stop() {
  stopping_ = true;
  while (running_ || renewing_) co_await loop::sleep_for(5ms);
  co_await retire(pool_, owner_);
}

Task<> Roster::settle() {
  const Directory directory = co_await read_directory(pool_);
  std::set<ShowId> here;
  for (const ShowId show : box_office_.desks()) here.insert(show);
  const LeaseMoves next = moves(directory, owner_.name, here);
  for (const ShowId show : next.hand_over) co_await box_office_.hand_over(show);
  for (const ShowId show : next.drop) co_await box_office_.open(show);  // finds the lease gone, and closes the desk
  for (const ShowId show : next.open) {
    const bool opened = co_await box_office_.open(show);
    if (opened) followed_.erase(show);
  }
  addresses_.clear();
  std::erase_if(followed_, [&directory](const auto& one) {
    return std::none_of(directory.leases.begin(), directory.leases.end(),
                        [&one](const Lease& lease) { return lease.show == one.first; });
  });
  for (const auto& lease : directory.leases) {
    if (box_office_.desk(lease.show) != nullptr) continue;
    if (lease.owner != owner_.name) addresses_[lease.show] = lease.address;
    co_await follow(lease);
  }
  settled_ = Steady::now();
}

Task<> Roster::follow_from_claims(ShowId id) {
  const std::uint64_t version = co_await read_version(pool_, id);  // first: what comes after it is told again
  const auto show = co_await load_show(pool_, halls_, limits_, id);
  seats::SeatMap map(show->hall->layout);
  for (std::size_t i = 0; i < show->zones.size(); ++i) map.set_capacity(static_cast<seats::ZoneIndex>(i), show->capacity_of(i));
  const auto claims = co_await read_claims(pool_, id);
  for (const auto& claim : claims) map.set(claim.place, claim.to);
  listener_.opened(show, map, version);
  followed_[id] = version;
}

Task<> Roster::follow(const Lease& lease) {
  const auto known = followed_.find(lease.show);
  if (known == followed_.end()) {
    co_await follow_from_claims(lease.show);
    co_return;
  }
  if (known->second >= lease.version) co_return;
  const auto changes = co_await read_changes(pool_, lease.show, known->second, lease.version, longest_tail);
  if (!changes) {
    co_await follow_from_claims(lease.show);
    co_return;
  }
  listener_.changed(lease.show, changes->claims, lease.version);
  for (const auto& row : changes->capacities) listener_.capacity_is(row.show, row.zone, row.capacity, lease.version);
  known->second = lease.version;
}

std::string Roster::address_of(ShowId show) const {
  const auto found = addresses_.find(show);
  return found == addresses_.end() ? std::string{} : found->second;
}

bool Roster::is_current() const { return Steady::now() < settled_ + current_for; }

}  // namespace gelora::booking
