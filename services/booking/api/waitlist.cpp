// Watching a show whose sale has not opened, and waiting for places of one that is sold out.
#include <boost/json/array.hpp>

#include "booking/api/api.hpp"
#include "booking/api/problems.hpp"
#include "booking/app/waitlist.hpp"
#include "booking/app/watch.hpp"
#include "booking/storage/waiting_rooms.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr http::ProblemType not_upcoming{409, "not-upcoming", "There is no opening to wait for"};
constexpr http::ProblemType not_sold_out{409, "not-sold-out", "There are places"};
constexpr http::ProblemType already_waiting{409, "already-waiting", "You are waiting already"};

json::object entry_json(const EntryView& view) {
  const auto& entry = view.entry;
  json::object out{{"id", std::to_string(entry.id)},
                   {"show_id", entry.show.text()},
                   {"zone_id", nullptr},
                   {"quantity", entry.quantity},
                   {"position", nullptr},
                   {"status", name_of(entry.status)},
                   {"created_at", to_rfc3339(view.created_at)}};
  if (entry.zone) out["zone_id"] = entry.zone.text();
  if (view.position > 0) out["position"] = view.position;
  if (entry.hold && entry.status == WaitStatus::offered) {
    out["hold_id"] = entry.hold.text();
    out["expires_at"] = to_rfc3339(entry.expires_at);
  }
  return out;
}

Answer answer(const EntryView& view) { return http::json_answer(http::to_text(entry_json(view)), 201); }
Answer answer(const NoShowToWaitFor&) { return nothing_here(); }
Answer answer(const NoSuchZone&) {
  http::FieldFaults faults;
  faults.add("/zone_id", "this show has no such zone");
  return faults.problem();
}
Answer answer(const NotSoldOut&) { return http::problem(not_sold_out, "What you want is free: choose it now."); }
Answer answer(const AlreadyWaiting&) { return http::problem(already_waiting, "You have a place in the line of this show."); }
Answer answer(const Watching&) { return http::no_content(); }
Answer answer(const NotUpcoming&) { return http::problem(not_upcoming, "Its sale has opened, or will not."); }
Answer answer(const NoShowToWatch&) { return nothing_here(); }

std::optional<ShowId> known_show(const Api& api, const Request& request) {
  const auto id = parse_id_as<ShowId>(request.params[0]);
  return id && api.app.shows.contains(*id) ? id : std::nullopt;
}

}  // namespace

Task<Answer> watch_show(Api& api, Request& request) {
  const auto show = known_show(api, request);
  if (!show) co_return nothing_here();
  const auto outcome = co_await watch_show(api.app, *show, request.caller->user);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> unwatch_show(Api& api, Request& request) {
  const auto show = known_show(api, request);
  if (!show) co_return nothing_here();
  co_await unwatch(api.app.pool, *show, request.caller->user);
  co_return http::no_content();
}

Task<Answer> get_watch(Api& api, Request& request) {
  const auto show = known_show(api, request);
  if (!show) co_return nothing_here();
  const bool watching = co_await is_watching(api.app.pool, *show, request.caller->user);
  co_return http::json_answer(http::to_text(json::object{{"watching", watching}}));
}

Task<Answer> join_waitlist(Api& api, Request& request) {
  const auto show = known_show(api, request);
  if (!show) co_return nothing_here();
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  WaitWish wish;
  if (reader.has("zone_id") && !reader.is_null("zone_id")) {
    if (const auto zone = reader.optional_id("zone_id")) wish.zone = ZoneId{*zone};
  }
  wish.quantity = static_cast<std::uint32_t>(reader.integer("quantity", 1, 100).value_or(0));
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  const auto outcome = co_await join_waitlist(api.app, *show, request.caller->user, wish);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> list_my_waitlist(Api& api, Request& request) {
  const auto mine = co_await entries_of(api.app.pool, request.caller->user);
  json::array items;
  for (const auto& one : mine) items.push_back(entry_json(one));
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", nullptr}}));
}

Task<Answer> leave_waitlist(Api& api, Request& request) {
  const auto id = parse_id(request.params[0]);
  if (!id) co_return nothing_here();
  const bool left = co_await leave(api.app.pool, *id, request.caller->user);
  co_return left ? http::no_content() : nothing_here();
}

Task<Answer> list_my_watches(Api& api, Request& request) {
  const auto watches = co_await watches_of(api.app.pool, request.caller->user);
  json::array items;
  for (const auto& one : watches) items.push_back({{"show_id", one.show.text()}, {"created_at", to_rfc3339(one.created_at)}});
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", nullptr}}));
}

// For user-service on that person's behalf: what an export of their data holds.
Task<Answer> list_waiting_of_person(Api& api, Request& request) {
  const auto id = parse_id_as<UserId>(request.params[0]);
  if (!id || request.service->service != "user-service" || request.service->user != *id) co_return nothing_here();
  const auto mine = co_await entries_of(api.app.pool, *id);
  const auto watches = co_await watches_of(api.app.pool, *id);
  const auto rooms = co_await room_entries_of(api.app.pool, *id);
  json::array items;
  for (const auto& one : mine) items.push_back(entry_json(one));
  for (const auto& one : rooms)
    items.push_back({{"show_id", one.show.text()}, {"status", "in-waiting-room"}, {"created_at", to_rfc3339(one.joined_at)}});
  for (const auto& one : watches)
    items.push_back({{"show_id", one.show.text()}, {"status", "watching"}, {"created_at", to_rfc3339(one.created_at)}});
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", nullptr}}));
}

}  // namespace gelora::booking
