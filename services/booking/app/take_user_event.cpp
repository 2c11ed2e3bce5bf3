#include "booking/app/take_user_event.hpp"

#include "booking/app/end_hold_or_booking.hpp"
#include "booking/app/transfers.hpp"
#include "booking/app/waitlist.hpp"
#include "booking/storage/messages.hpp"
#include "booking/storage/retention.hpp"
#include "booking/storage/waiting_rooms.hpp"
#include "booking/storage/waitlist.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {

Task<TakeEventOutcome> take_user_event(App& app, outbox::Event event) {
  if (event.type != "user.erased") {
    telemetry::warn("event of an unknown type", {{"type", event.type}});
    co_return EventTaken{"unknown-type"};
  }
  const auto* value = event.data.if_contains("user_id");
  const auto user =
      value != nullptr && value->is_string() ? parse_id_as<UserId>(std::string_view{value->get_string()}) : std::nullopt;
  if (!user) co_return EventMalformed{};
  // Their desks have names in memory, for tickets that nobody is there to hold any more.
  const auto unpaid = co_await unpaid_bookings_of(app.pool, *user);
  for (const auto booking : unpaid) co_await cancel_booking(app, booking, *user);
  co_await take_all_offers_back(app, *user);
  co_await give_up_all(app, *user);
  const auto rooms = co_await room_entries_of(app.pool, *user);
  for (const auto& entry : rooms) {
    if (!app.shows.contains(entry.show)) continue;
    const LeaveRoom command{*user};
    co_await app.box_office.submit(entry.show, command);
  }
  auto body = [user = *user, id = event.id, now = app.clock.now()](mysql::Connection& db) -> Task<bool> {
    const bool fresh = co_await outbox::take(db, "user-service", id, now);
    if (fresh) {
      co_await forget_names(db, user);
      co_await forget_waiting(db, user);
      co_await forget_messages(db, user);
      co_await forget_room_entries(db, user);
    }
    co_return fresh;
  };
  const bool fresh = co_await app.pool.transaction(body);
  co_return EventTaken{fresh ? "forgotten" : "taken-before"};
}

}  // namespace gelora::booking
