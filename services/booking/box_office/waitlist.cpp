#include "booking/box_office/waitlist.hpp"

#include <algorithm>

#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr Duration rest_after_refusal = 30s;

// The same for the same attempt, whoever makes it: a repetition finds the hold of the first.
Intent intent_of(const WaitlistEntry& entry) {
  Intent intent;
  for (std::size_t i = 0; i < 8; ++i) intent.key[i] = static_cast<std::uint8_t>(entry.id >> (8 * i));
  for (std::size_t i = 0; i < 4; ++i) intent.key[8 + i] = static_cast<std::uint8_t>(entry.attempt >> (8 * i));
  constexpr std::string_view mark = "wait";  // those of requests are hashes
  std::copy(mark.begin(), mark.end(), intent.key.begin() + 12);
  return intent;
}

PlaceHold hold_for(Waitlist& waitlist, const Show& show, const WaitlistEntry& entry) {
  PlaceHold command;
  command.id = waitlist.ids.make<HoldId>(waitlist.clock.now());
  command.user = entry.user;
  const auto& zones = show.hall->layout.zones;
  if (entry.serve_zone && zones[*entry.serve_zone].standing) {
    seats::StandingPlaces places;
    places.quantities.emplace_back(*entry.serve_zone, entry.quantity);
    command.selection = std::move(places);
  } else {
    seats::BestAvailable best{std::vector<bool>(zones.size()), entry.quantity};
    for (std::size_t i = 0; i < zones.size(); ++i) best.zones[i] = entry.serve_zone ? *entry.serve_zone == i : !zones[i].standing;
    command.selection = std::move(best);
  }
  command.intent = intent_of(entry);
  command.offered = true;
  return command;
}

// What is left to do of an attempt after a crash at any point is done again by the next round, under the same key. False when
// the entry is back in its place, so that nobody behind it is to be looked at before it.
Task<bool> serve(Waitlist& waitlist, std::shared_ptr<const Show> show, WaitlistEntry entry) {
  const auto outcome = co_await waitlist.box_office.submit(show->id, hold_for(waitlist, *show, entry));
  const Instant now = waitlist.clock.now();
  if (const auto* granted = std::get_if<HoldGranted>(&outcome)) {
    if (granted->expires_at <= now) {  // it ended before anybody was told
      co_await waitlist.book.wait_on(entry, now);
      co_return false;
    }
    entry.hold = granted->id;
    entry.expires_at = granted->expires_at;
    const bool offered = co_await waitlist.book.offer(entry);
    if (offered) {
      telemetry::info("places offered", {{"entry", entry.id}, {"hold_id", entry.hold.text()}});
      co_return true;
    }
    // Who left meanwhile is let go by the next round; of who was erased meanwhile nothing is left to say so.
    const bool known = co_await waitlist.book.is_known(entry);
    if (!known) co_await waitlist.box_office.submit(show->id, ReleaseHold{entry.hold, entry.user});
    co_return true;
  }
  if (std::holds_alternative<KeyInFlight>(outcome)) co_return true;
  Duration rest = rest_after_refusal;  // too many tickets by now, or the sale is closed
  if (const auto* cooling = std::get_if<CoolingDown>(&outcome)) rest = cooling->left;
  const bool too_late = std::holds_alternative<seats::NotEnoughSeats>(outcome);  // somebody was faster
  if (too_late) rest = {};
  co_await waitlist.book.wait_on(entry, now + rest);
  co_return !too_late;
}

// Of all zones, oldest first.
Task<std::vector<WaitlistEntry>> first_in_line(Waitlist& waitlist, std::shared_ptr<const Show> show,
                                               std::vector<std::uint32_t> free) {
  const Instant now = waitlist.clock.now();
  std::vector<ZoneId> zones{ZoneId{}};
  for (const auto& zone : show->zones) zones.push_back(zone.id);
  std::vector<WaitlistEntry> waiting;
  for (const auto zone : zones) {
    const std::uint32_t most = most_for_one(*show, free, zone);
    if (most == 0) continue;
    const auto some = co_await waitlist.book.first_in_line(show->id, zone, most, now);
    waiting.insert(waiting.end(), some.begin(), some.end());
  }
  std::sort(waiting.begin(), waiting.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  co_return waiting;
}

}  // namespace

std::vector<std::uint32_t> free_by_zone(const Desk& desk) {
  std::vector<std::uint32_t> free;
  for (std::size_t i = 0; i < desk.show().zones.size(); ++i)
    free.push_back(desk.inventory().map().available(static_cast<seats::ZoneIndex>(i)));
  return free;
}

Task<> let_go(Waitlist& waitlist, std::shared_ptr<const Show> show, WaitlistEntry entry) {
  if (!entry.hold) {  // it was being served: asked for again, to learn whether there is a hold
    const auto outcome = co_await waitlist.box_office.submit(show->id, hold_for(waitlist, *show, entry));
    if (std::holds_alternative<KeyInFlight>(outcome)) co_return;
    if (const auto* granted = std::get_if<HoldGranted>(&outcome)) entry.hold = granted->id;
  }
  WaitStatus end = WaitStatus::cancelled;
  if (entry.hold) {
    const auto released = co_await waitlist.box_office.submit(show->id, ReleaseHold{entry.hold, entry.user});
    if (std::holds_alternative<HoldAlreadyBooked>(released)) end = WaitStatus::taken;
  }
  co_await waitlist.book.end_leaving(entry, end);
}

Task<> serve_waitlist(Waitlist& waitlist, ShowId id) {
  const Desk* desk = waitlist.box_office.desk(id);
  if (desk == nullptr) co_return;
  const auto show = desk->shared_show();
  co_await waitlist.book.settle(id);
  const auto unfinished = co_await waitlist.book.unfinished(id);
  for (const auto& entry : unfinished) {
    if (entry.status == WaitStatus::serving) co_await serve(waitlist, show, entry);
    else co_await let_go(waitlist, show, entry);
  }
  const Instant now = waitlist.clock.now();
  const bool called_off = show->state == ShowState::cancelled, planned = show->state == ShowState::as_planned;
  if (called_off || (planned && now >= show->closes_at)) co_await waitlist.book.end_all(id, called_off);
  desk = waitlist.box_office.desk(id);
  if (!planned || now < show->opens_at || now >= show->closes_at || desk == nullptr) co_return;
  const std::uint64_t epoch = desk->epoch();  // what is looked at below is of this time
  const auto waiting = co_await first_in_line(waitlist, show, free_by_zone(*desk));
  std::vector<WaitlistEntry> passed_over;  // for whom there was no room, and may be a moment later
  for (auto entry : waiting) {
    const bool behind = std::any_of(passed_over.begin(), passed_over.end(), [&entry](const auto& before) {
      return before.zone == entry.zone && before.quantity <= entry.quantity;
    });
    if (behind) continue;
    desk = waitlist.box_office.desk(id);
    if (desk == nullptr) co_return;
    const auto room = room_for(*show, free_by_zone(*desk), entry.zone, entry.quantity);
    if (!room) passed_over.push_back(entry);
    if (!room) continue;
    const bool ours = co_await waitlist.book.begin_serving(entry, room->zone, epoch);
    if (!ours) continue;
    entry.status = WaitStatus::serving;
    ++entry.attempt;
    entry.serve_zone = room->zone;
    const bool go_on = co_await serve(waitlist, show, entry);
    if (!go_on) co_return;
  }
}

}  // namespace gelora::booking
