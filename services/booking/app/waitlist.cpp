#include "booking/app/waitlist.hpp"

#include <sodium.h>

#include <algorithm>

#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr Duration rest_after_refusal = 30s;

std::vector<std::uint32_t> free_by_zone(const Desk& desk) {
  std::vector<std::uint32_t> free;
  for (std::size_t i = 0; i < desk.show().zones.size(); ++i)
    free.push_back(desk.inventory().map().available(static_cast<seats::ZoneIndex>(i)));
  return free;
}

Hash128 blake2b(const std::string& text) {
  Hash128 hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  return hash;
}

// The same for the same attempt, whoever makes it: a repetition finds the hold of the first.
PlaceHold hold_for(App& app, const Show& show, const WaitlistEntry& entry) {
  PlaceHold command;
  command.id = app.ids.make<HoldId>(app.clock.now());
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
  const std::string attempt = "waitlist " + std::to_string(entry.id) + " " + std::to_string(entry.attempt);
  command.intent = {blake2b(attempt), blake2b("")};
  command.offered = true;
  return command;
}

// What is left to do of an attempt after a crash at any point is done again by the next round, under the same key.
Task<> serve(App& app, std::shared_ptr<const Show> show, WaitlistEntry entry) {
  const auto outcome = co_await app.box_office.submit(show->id, hold_for(app, *show, entry));
  const Instant now = app.clock.now();
  if (const auto* granted = std::get_if<HoldGranted>(&outcome)) {
    if (granted->expires_at <= now) co_return co_await wait_on(app.pool, entry, now);  // it ended before anybody was told
    entry.hold = granted->id;
    entry.expires_at = granted->expires_at;
    const bool offered = co_await offer(app.pool, entry, app.ids.next(now));
    if (offered) {
      telemetry::info("places offered", {{"entry", entry.id}, {"hold_id", entry.hold.text()}});
      co_return;
    }
    // Who left meanwhile is let go by the next round; of who was erased meanwhile nothing is left to say so.
    const auto still = co_await entries_of(app.pool, entry.user, entry.id);
    if (still.empty()) co_await app.box_office.submit(show->id, ReleaseHold{entry.hold, entry.user});
    co_return;
  }
  if (std::holds_alternative<KeyInFlight>(outcome)) co_return;
  Duration rest = rest_after_refusal;  // too many tickets by now, or the sale is closed
  if (const auto* cooling = std::get_if<CoolingDown>(&outcome)) rest = cooling->left;
  if (std::holds_alternative<seats::NotEnoughSeats>(outcome)) rest = {};  // somebody was faster
  co_await wait_on(app.pool, entry, now + rest);
}

// Gives back what is held for somebody who left. Who was being served is asked for again, to learn whether there is a hold.
Task<> let_go(App& app, std::shared_ptr<const Show> show, WaitlistEntry entry) {
  if (!entry.hold) {
    const auto outcome = co_await app.box_office.submit(show->id, hold_for(app, *show, entry));
    if (std::holds_alternative<KeyInFlight>(outcome)) co_return;
    if (const auto* granted = std::get_if<HoldGranted>(&outcome)) entry.hold = granted->id;
  }
  WaitStatus end = WaitStatus::cancelled;
  if (entry.hold) {
    const auto released = co_await app.box_office.submit(show->id, ReleaseHold{entry.hold, entry.user});
    if (std::holds_alternative<HoldAlreadyBooked>(released)) end = WaitStatus::taken;
  }
  co_await end_leaving(app.pool, entry.id, end);
}

// Oldest first.
Task<std::vector<WaitlistEntry>> first_in_line(App& app, const Desk& desk) {
  const auto show = desk.shared_show();
  const auto free = free_by_zone(desk);
  const Instant now = app.clock.now();
  std::vector<ZoneId> zones{ZoneId{}};
  for (const auto& zone : show->zones) zones.push_back(zone.id);
  std::vector<WaitlistEntry> waiting;
  for (const auto zone : zones) {
    const std::uint32_t most = most_for_one(*show, free, zone);
    if (most == 0) continue;
    const auto some = co_await next_waiting(app.pool, show->id, zone, most, now);
    waiting.insert(waiting.end(), some.begin(), some.end());
  }
  std::sort(waiting.begin(), waiting.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  co_return waiting;
}

Task<> serve_show(App& app, ShowId id) {
  const Desk* desk = app.box_office.desk(id);
  if (desk == nullptr) co_return;
  const auto show = desk->shared_show();
  co_await settle_offers(app.pool, id);
  const auto unfinished = co_await unfinished_entries_of(app.pool, id);
  for (const auto& entry : unfinished) {
    if (entry.status == WaitStatus::serving) co_await serve(app, show, entry);
    else co_await let_go(app, show, entry);
  }
  const Instant now = app.clock.now();
  const bool called_off = show->state == ShowState::cancelled, planned = show->state == ShowState::as_planned;
  if (called_off) co_await end_offered(app.pool, id);
  if (called_off || (planned && now >= show->closes_at)) co_await end_waiting(app.pool, id);
  desk = app.box_office.desk(id);
  if (!planned || now < show->opens_at || now >= show->closes_at || desk == nullptr) co_return;
  const auto waiting = co_await first_in_line(app, *desk);
  for (auto entry : waiting) {
    desk = app.box_office.desk(id);
    if (desk == nullptr) co_return;
    const auto room = room_for(*show, free_by_zone(*desk), entry.zone, entry.quantity);
    if (!room) continue;
    const bool ours = co_await begin_serving(app.pool, entry, room->zone);
    if (ours) co_await serve(app, show, entry);
  }
}

// One show that fails keeps no other waiting.
Task<> try_to_serve(App& app, ShowId show) {
  std::string fault;
  try {
    co_await serve_show(app, show);
  } catch (const std::exception& error) {
    fault = error.what();
  }
  if (!fault.empty()) telemetry::warn("a waitlist is not served yet", {{"show_id", show.text()}, {"what", fault}});
}

}  // namespace

Task<JoinOutcome> join_waitlist(App& app, ShowId id, UserId user, WaitWish wish) {
  const auto found = app.shows.find(id);
  if (found == app.shows.end()) co_return NoShowToWaitFor{};
  const Desk* desk = app.box_office.desk(id);
  if (desk == nullptr) throw DeskElsewhere(id);
  const Show& show = desk->show();
  const Instant now = app.clock.now();
  if (wish.zone && std::none_of(show.zones.begin(), show.zones.end(), [&](const auto& zone) { return zone.id == *wish.zone; }))
    co_return NoSuchZone{};
  const std::uint32_t already = desk->inventory().places_of(user);
  const bool too_many = wish.quantity > show.max_tickets || (desk->limits() && already + wish.quantity > show.max_tickets);
  if (too_many) co_return seats::TooManyTickets{show.max_tickets, already};
  if (show.state != ShowState::as_planned || now >= show.closes_at) co_return SaleClosed{};
  if (now < show.opens_at) co_return SaleNotOpen{show.opens_at};
  WaitlistEntry entry;
  entry.id = app.ids.next(now);
  entry.show = id;
  entry.user = user;
  entry.zone = wish.zone.value_or(ZoneId{});
  entry.quantity = wish.quantity;
  const auto free = free_by_zone(*desk);
  const bool sold_out = !room_for(show, free, entry.zone, entry.quantity);
  if (!sold_out) co_return NotSoldOut{};
  const bool fresh = co_await put_entry(app.pool, entry, now);
  if (!fresh) co_return AlreadyWaiting{};
  const auto mine = co_await entries_of(app.pool, user, entry.id);
  co_return mine.at(0);
}

Task<> give_up_all(App& app, UserId user) {
  co_await leave_all(app.pool, user);
  const auto leaving = co_await leaving_entries_of(app.pool, user);
  for (const auto& entry : leaving) {
    const auto show = app.shows.find(entry.show);
    if (show != app.shows.end()) co_await let_go(app, show->second, entry);
  }
}

Task<> keep_serving_waitlists(App& app) {
  for (;;) {
    std::set<ShowId> shows;
    std::string fault;
    try {
      shows = co_await shows_with_waiters(app.pool);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("waitlists are not served yet", {{"what", fault}});
    for (const auto show : shows) co_await try_to_serve(app, show);
    co_await loop::sleep_for(250ms);
  }
}

}  // namespace gelora::booking
