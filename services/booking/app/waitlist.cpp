#include "booking/app/waitlist.hpp"

#include <sodium.h>

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
    if (!offered) {  // another instance finished it, or it was cancelled meanwhile
      const auto mine = co_await entries_of(app.pool, entry.user, entry.id);
      const bool wanted = !mine.empty() && mine[0].entry.hold == entry.hold;
      if (!wanted) co_await app.box_office.submit(show->id, ReleaseHold{entry.hold, entry.user});
    } else {
      telemetry::info("places offered", {{"entry", entry.id}, {"hold_id", entry.hold.text()}});
    }
    co_return;
  }
  if (std::holds_alternative<KeyInFlight>(outcome)) co_return;
  Duration rest = rest_after_refusal;  // too many tickets by now, or the sale is closed
  if (const auto* cooling = std::get_if<CoolingDown>(&outcome)) rest = cooling->left;
  if (std::holds_alternative<seats::NotEnoughSeats>(outcome)) rest = {};  // somebody was faster
  co_await wait_on(app.pool, entry, now + rest);
}

Task<> serve_show(App& app, ShowId id) {
  const Desk* desk = app.box_office.desk(id);
  if (desk == nullptr) co_return;
  const auto show = desk->shared_show();
  const Instant now = app.clock.now();
  auto open = co_await open_entries_of(app.pool, id, now);
  std::vector<WaitlistEntry> waiting;
  for (auto& entry : open) {
    if (entry.status == WaitStatus::serving) co_await serve(app, show, std::move(entry));
    else waiting.push_back(std::move(entry));
  }
  const bool sells = show->state == ShowState::as_planned && now >= show->opens_at && now < show->closes_at;
  desk = app.box_office.desk(id);
  if (!sells || desk == nullptr) co_return;
  for (const auto& [at, zone] : serve_next(*show, free_by_zone(*desk), waiting)) {
    const bool ours = co_await begin_serving(app.pool, waiting[at], zone);
    if (ours) co_await serve(app, show, waiting[at]);
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

Task<bool> leave_waitlist(App& app, std::uint64_t id, UserId user) {
  const auto mine = co_await entries_of(app.pool, user, id);
  if (mine.empty() || mine[0].entry.status > WaitStatus::offered) co_return false;
  const auto& entry = mine[0].entry;
  // First, so that a desk that is elsewhere is asked before anything has changed. Whoever is serving it right now finds it
  // cancelled, and gives its hold back.
  if (entry.status == WaitStatus::offered) co_await app.box_office.submit(entry.show, ReleaseHold{entry.hold, user});
  co_await cancel_entry(app.pool, id, user);
  co_return true;
}

Task<> keep_serving_waitlists(App& app) {
  for (;;) {
    std::vector<ShowId> shows;
    std::string fault;
    try {
      co_await settle_entries(app.pool, app.clock.now());
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
