#include <boost/json/array.hpp>
#include <charconv>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "booking/app/book_hold.hpp"
#include "booking/app/end_hold_or_booking.hpp"
#include "booking/app/promo.hpp"
#include "booking/app/take_payment_event.hpp"
#include "booking/app/take_user_event.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

TicketCodes codes_of(const Api& api, ShowId id) {
  const auto show = api.pages.find(id);
  return show ? show->codes : TicketCodes::fixed;
}

std::variant<BookingWish, Answer> read_wish(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  BookingWish wish;
  if (const auto hold = reader.id("hold_id")) wish.hold = {*hold};
  wish.promo_code = reader.optional_text("promo_code", 1, 40).value_or("");
  if (reader.has("attendees")) {
    const auto* list = reader.array("attendees", 0, 100);
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
      const std::string pointer = "/attendees/" + std::to_string(i);
      if (!(*list)[i].is_object()) {
        faults.add(pointer, "must be an object");
        continue;
      }
      http::ObjectReader one((*list)[i].get_object(), pointer, faults);
      const auto seat_no = one.integer("seat_no", 0, UINT32_MAX);
      auto name = one.text("name", 1, 100);
      one.unknown_members();
      if (!seat_no || !name) continue;
      if (!wish.attendees.emplace(static_cast<seats::SeatNo>(*seat_no), std::move(*name)).second)
        one.fault("seat_no", "is there twice");
    }
  }
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return wish;
}

}  // namespace

std::variant<PageWish, Answer> page_of(const Request& request) {
  PageWish wish;
  http::FieldFaults faults;
  if (const auto limit = request.query_value("limit"); limit && !limit->empty()) {
    const auto [end, error] = std::from_chars(limit->data(), limit->data() + limit->size(), wish.limit);
    if (error != std::errc{} || end != limit->data() + limit->size() || wish.limit < 1 || wish.limit > 100) {
      faults.add("/query/limit", "must be a whole number from 1 to 100");
    }
  }
  if (const auto cursor = request.query_value("cursor"); cursor && !cursor->empty()) {
    const auto id = parse_id(*cursor);
    if (id) wish.cursor = *id;
    else faults.add("/query/cursor", "must be the next_cursor of an earlier page");
  }
  if (!faults.none()) return faults.problem();
  return wish;
}

Task<Answer> create_booking(Api& api, Request& request) {
  auto read = read_wish(request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& wish = std::get<BookingWish>(read);
  wish.user = request.caller->user;
  wish.intent = intent_of(request);
  const auto outcome = co_await book_hold(api.app, std::move(wish));
  if (const auto* booking = std::get_if<BookingView>(&outcome))
    co_return http::json_answer(http::to_text(booking_json(*booking, codes_of(api, booking->show), api.signer)), 201);
  co_return std::visit(
      [](const auto& one) -> Answer {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, BookingView>) return nothing_here();
        else return answer(one);
      },
      outcome);
}

// What a booking of the hold would cost, with a promo code or without; claims nothing.
Task<Answer> quote_hold(Api& api, Request& request) {
  const auto id = parse_id_as<HoldId>(request.params[0]);
  if (!id) co_return nothing_here();
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  auto code = reader.optional_text("promo_code", 1, 40);
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  const auto hold = co_await find_hold(api.app.pool, *id, request.caller->user);
  const auto show = hold ? api.pages.find(hold->show) : nullptr;
  if (!show) co_return nothing_here();
  Discount discount;
  if (code) {
    auto look = co_await look_at_code(api.app, show, request.caller->user, std::move(*code), hold->places);
    if (const auto* invalid = std::get_if<PromoInvalid>(&look)) co_return answer(*invalid);
    if (const auto* many = std::get_if<TooManyGuesses>(&look)) co_return answer(*many);
    discount = std::move(std::get<UsableCode>(look).discount);
  }
  const auto lines = lines_of(*show, hold->places, code ? &discount : nullptr);
  co_return http::json_answer(http::to_text(quote_json(*show, lines)));
}

Task<Answer> list_my_bookings(Api& api, Request& request) {
  const auto wish = page_of(request);
  if (const auto* refused = std::get_if<Answer>(&wish)) co_return *refused;
  const auto page = std::get<PageWish>(wish);
  const auto rows = co_await list_bookings(api.app.pool, request.caller->user, page.cursor, page.limit + 1);
  co_return page_answer(rows, page.limit, [&api](const BookingView& booking) {
    return booking_json(booking, codes_of(api, booking.show), api.signer);
  });
}

// For user-service on that person's behalf: what an export of their data holds.
Task<Answer> list_bookings_of_person(Api& api, Request& request) {
  const auto id = parse_id_as<UserId>(request.params[0]);
  if (!id || request.service->service != "user-service" || request.service->user != *id) co_return nothing_here();
  const auto wish = page_of(request);
  if (const auto* refused = std::get_if<Answer>(&wish)) co_return *refused;
  const auto page = std::get<PageWish>(wish);
  const auto rows = co_await list_bookings(api.app.pool, *id, page.cursor, page.limit + 1);
  co_return page_answer(rows, page.limit, [&api](const BookingView& booking) {
    return booking_json(booking, codes_of(api, booking.show), api.signer);
  });
}

Task<Answer> get_booking(Api& api, Request& request) {
  const auto id = parse_id_as<BookingId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto booking = co_await find_booking(api.app.pool, *id, request.caller->user);
  if (!booking) co_return nothing_here();
  co_return http::json_answer(http::to_text(booking_json(*booking, codes_of(api, booking->show), api.signer)));
}

namespace {

// Ends a booking in one of the ways that its buyer has; answers with what it is now.
template <class Done, class Outcome>
Task<Answer> end_mine(Api& api, Request& request, Task<Outcome> (*end)(App&, BookingId, UserId)) {
  const auto id = parse_id_as<BookingId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto outcome = co_await end(api.app, *id, request.caller->user);
  if (std::holds_alternative<Done>(outcome)) co_return co_await get_booking(api, request);
  co_return std::visit(
      [](const auto& one) -> Answer {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, Done>) return http::no_content();
        else return answer(one);
      },
      outcome);
}

}  // namespace

Task<Answer> cancel_booking(Api& api, Request& request) {
  return end_mine<BookingCancelled, CancelBookingOutcome>(api, request, cancel_booking);
}

Task<Answer> decline_substitute(Api& api, Request& request) {
  return end_mine<Declined, DeclineOutcome>(api, request, decline_substitute);
}

// What payment-service needs to take money for a booking; acts on behalf of the booking's owner.
Task<Answer> get_amount_due(Api& api, Request& request) {
  const auto id = parse_id_as<BookingId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto booking = co_await find_booking(api.app.pool, *id, request.service->user);
  if (!booking || request.service->service != "payment-service") co_return nothing_here();
  const auto* concert = api.pages.concert_of(booking->show);
  co_return http::json_answer(http::to_text(
      boost::json::object{{"booking_id", booking->id.text()},
                          {"user_id", booking->user.text()},
                          {"show_id", booking->show.text()},
                          {"organisation_id", std::to_string(concert != nullptr ? concert->organisation : 0)},
                          {"reference", booking->reference},
                          {"title", concert != nullptr ? concert->artist + " · " + concert->title : std::string{}},
                          {"status", booking->status == BookingStatus::awaiting_payment && booking->pay_by <= request.now
                                         ? "expired"
                                         : std::string{name_of(booking->status)}},
                          {"total", to_json(booking->total)},
                          // Rounded up: a session that is closed before pay_by would keep its seats for the whole grace.
                          {"pay_by", to_rfc3339(booking->pay_by + std::chrono::milliseconds{999})}}));
}

// What payment-service needs to refund tickets of a booking: those named, or all. It acts on behalf of nobody: who may ask was
// decided there, by the organisation that its payment is of.
Task<Answer> get_refund_quote(Api& api, Request& request) {
  const auto id = parse_id_as<BookingId>(request.params[0]);
  if (!id || request.service->service != "payment-service") co_return nothing_here();
  const auto any = co_await find_any_booking(api.app.pool, *id);
  if (!any) co_return nothing_here();
  const auto booking = co_await find_booking(api.app.pool, *id, any->user);
  if (!booking) co_return nothing_here();
  boost::json::array tickets;
  const auto all = co_await tickets_of(api.app.pool, *id);
  for (const auto& ticket : all) {
    const auto line = std::find_if(booking->lines.begin(), booking->lines.end(),
                                   [&](const auto& one) { return one.money.place == ticket.seat_no; });
    tickets.push_back({{"id", ticket.id.text()},
                       {"status", name_of(ticket.status)},
                       {"amount_minor", line == booking->lines.end() ? 0 : line->money.total()}});
  }
  co_return http::json_answer(http::to_text(
      boost::json::object{{"booking_id", id->text()}, {"status", name_of(booking->status)}, {"tickets", std::move(tickets)}}));
}

Task<Answer> take_event(Api& api, Request& request) {
  auto event = outbox::parse_event(request.body);
  if (!event) co_return http::problem(http::malformed_json, "The body is not an event.");
  const auto& sender = request.service->service;
  if (sender != "payment-service" && sender != "user-service") co_return nothing_here();
  TakeEventOutcome outcome = EventMalformed{};
  if (sender == "user-service") outcome = co_await take_user_event(api.app, std::move(*event));
  else outcome = co_await take_payment_event(api.app, std::move(*event));
  if (std::holds_alternative<EventMalformed>(outcome))
    co_return http::problem(http::malformed_json, "The event lacks something.");
  Answer answer = http::no_content();
  answer.outcome = std::get<EventTaken>(outcome).outcome;
  co_return answer;
}

}  // namespace gelora::booking
