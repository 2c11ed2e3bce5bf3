#include "booking/app/waitlist.hpp"

#include <algorithm>

#include "booking/box_office/waitlist.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

class MysqlWaitBook final : public WaitBook {
 public:
  explicit MysqlWaitBook(App& app) : app_(app) {}

  Task<> settle(ShowId show) override { return settle_offers(app_.pool, show); }
  Task<std::vector<WaitlistEntry>> unfinished(ShowId show) override { return unfinished_entries_of(app_.pool, show); }
  Task<std::vector<WaitlistEntry>> first_in_line(ShowId show, ZoneId zone, std::uint32_t most, Instant now) override {
    return next_waiting(app_.pool, show, zone, most, now);
  }
  Task<bool> begin_serving(WaitlistEntry entry, std::optional<seats::ZoneIndex> zone, std::uint64_t epoch) override {
    return booking::begin_serving(app_.pool, entry, zone, epoch);
  }
  Task<bool> offer(WaitlistEntry entry) override { return booking::offer(app_.pool, entry, app_.ids.next(app_.clock.now())); }
  Task<> wait_on(WaitlistEntry entry, Instant next_try) override { return booking::wait_on(app_.pool, entry, next_try); }
  Task<bool> is_known(WaitlistEntry entry) override {
    const auto found = co_await entries_of(app_.pool, entry.user, entry.id);
    co_return !found.empty();
  }
  Task<> end_leaving(WaitlistEntry entry, WaitStatus status) override {
    return booking::end_leaving(app_.pool, entry.id, status);
  }
  Task<> end_all(ShowId show, bool offers_too) override {
    if (offers_too) co_await end_offered(app_.pool, show);
    co_await end_waiting(app_.pool, show);
  }

 private:
  App& app_;
};

// One show that fails keeps no other waiting.
Task<> try_to_serve(Waitlist& waitlist, ShowId show) {
  std::string fault;
  try {
    co_await serve_waitlist(waitlist, show);
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
  MysqlWaitBook book(app);
  Waitlist waitlist{app.box_office, book, app.ids, app.clock};
  co_await leave_all(app.pool, user);
  const auto leaving = co_await leaving_entries_of(app.pool, user);
  for (const auto& entry : leaving) {
    const auto show = app.shows.find(entry.show);
    if (show != app.shows.end()) co_await let_go(waitlist, show->second, entry);
  }
}

Task<> keep_serving_waitlists(App& app) {
  MysqlWaitBook book(app);
  Waitlist waitlist{app.box_office, book, app.ids, app.clock};
  for (;;) {
    std::set<ShowId> shows;
    std::string fault;
    try {
      shows = co_await shows_with_waiters(app.pool);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("waitlists are not served yet", {{"what", fault}});
    for (const auto show : shows) co_await try_to_serve(waitlist, show);
    co_await loop::sleep_for(250ms);
  }
}

}  // namespace gelora::booking
