#include "booking/app/take_payment_event.hpp"

#include "booking/storage/bookings.hpp"
#include "booking/storage/promo_codes.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

template <class IdType>
std::optional<IdType> id_of(const boost::json::object& data, std::string_view name) {
  const auto* value = data.if_contains(name);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return parse_id_as<IdType>(std::string_view{value->get_string()});
}

std::optional<Money> captured_of(const boost::json::object& data) {
  const auto *amount = data.if_contains("amount_minor"), *code = data.if_contains("currency");
  if (amount == nullptr || !amount->is_int64() || code == nullptr || !code->is_string()) return std::nullopt;
  const auto currency = Currency::parse(std::string_view{code->get_string()});
  if (!currency) return std::nullopt;
  return Money{amount->get_int64(), *currency};
}

struct NameOf {
  std::string_view operator()(const BookingConfirmed&) const { return "confirmed"; }
  std::string_view operator()(const RefundDue& due) const { return due.reason; }
  std::string_view operator()(const PaymentNoted&) const { return "noted"; }
  std::string_view operator()(const NoSuchBooking&) const { return "no-such-booking"; }
};

// A reason that is none of ours is what an organiser wrote.
std::optional<NoteRefund> refund_of(const boost::json::object& data) {
  const auto amount = captured_of(data);
  if (!amount || amount->amount_minor < 0) return std::nullopt;
  NoteRefund command;
  command.amount = *amount;
  const auto *excess = data.if_contains("excess"), *reason = data.if_contains("reason");
  command.excess = excess != nullptr && excess->is_bool() && excess->get_bool();
  const std::string words = reason != nullptr && reason->is_string() ? std::string{reason->get_string()} : std::string{};
  const auto known = refund_reason_of(words);
  command.reason = known.value_or(RefundReason::organiser);
  // Lost to the bank and given back by us are two things: what is told of here is the second.
  if (known == RefundReason::dispute_lost) command.reason = RefundReason::rest;
  if (!known) command.words = words;
  return command;
}

// How much was lost, where it is said.
std::optional<std::int64_t> lost_of(const boost::json::object& data) {
  const auto* amount = data.if_contains("amount_minor");
  if (amount == nullptr || !amount->is_int64() || amount->get_int64() < 0) return std::nullopt;
  return amount->get_int64();
}

// The refund's id and the tickets it is for.
std::optional<VoidTickets> void_of(const boost::json::object& data) {
  VoidTickets command;
  const auto refund = id_of<PaymentId>(data, "refund_id");
  const auto *tickets = data.if_contains("ticket_ids"), *used = data.if_contains("used_too");
  if (!refund || tickets == nullptr || !tickets->is_array()) return std::nullopt;
  command.refund = refund->value;
  for (const auto& one : tickets->get_array()) {
    const auto id = one.is_string() ? parse_id_as<TicketId>(std::string_view{one.get_string()}) : std::nullopt;
    if (!id) return std::nullopt;
    command.tickets.push_back(*id);
  }
  command.used_too = used != nullptr && used->is_bool() && used->get_bool();
  return command;
}

// Money for a booking. One that has ended is promised its price again only with the use of the code that made it; a use that
// comes to no tickets is given back by itself.
Task<ConfirmBookingOutcome> confirm(App& app, AnyBooking booking, ConfirmBooking command) {
  const bool has_code = booking.promo != 0;
  command.late_too = !has_code;
  if (has_code && booking.status == BookingStatus::expired) {
    const PromoClaim claim{command.id, booking.hold, booking.user, app.clock.now()};
    command.late_too = co_await claim_use_again(app.pool, booking.promo, claim);
  }
  co_return co_await app.box_office.submit(booking.show, std::move(command));
}

std::optional<NoteDispute::Stage> dispute_stage(std::string_view type) {
  if (type == "payment.disputed") return NoteDispute::Stage::opened;
  if (type == "payment.dispute_won") return NoteDispute::Stage::won;
  if (type == "payment.reversed") return NoteDispute::Stage::lost;  // all of it was given back at the provider, by hand
  if (type == "payment.dispute_lost") return NoteDispute::Stage::lost;
  return std::nullopt;
}

}  // namespace

Task<TakeEventOutcome> take_payment_event(App& app, outbox::Event event) {
  const auto id = id_of<BookingId>(event.data, "booking_id");
  const auto payment = id_of<PaymentId>(event.data, "payment_id");
  if (!id || !payment) co_return EventMalformed{};
  const auto booking = co_await find_any_booking(app.pool, *id);
  // Money without a booking stays in the sender's outbox, where it is counted and seen.
  if (!booking && event.type == "payment.captured") throw base::Unavailable("money was captured for an unknown booking");
  if (!booking) co_return EventTaken{"no-such-booking"};
  const bool known = co_await outbox::was_taken(app.pool, "payment-service", event.id);
  if (known) co_return EventTaken{"taken-before"};

  const PaymentEvent told{event.id, *payment};
  if (event.type == "payment.captured") {
    const auto captured = captured_of(event.data);
    if (!captured) co_return EventMalformed{};
    ConfirmBooking command{*id, told, *captured};
    const auto outcome = co_await confirm(app, *booking, std::move(command));
    co_return EventTaken{std::visit(NameOf{}, outcome)};
  }
  if (event.type == "payment.closed") {
    const auto outcome = co_await app.box_office.submit(booking->show, ClosePayment{*id, told});
    co_return EventTaken{std::visit(NameOf{}, outcome)};
  }
  if (event.type == "payment.refunded") {
    auto command = refund_of(event.data);
    if (!command) co_return EventMalformed{};
    // Events may overtake each other: the booking's own money has to be told of first.
    const bool of_the_sale = !command->excess && !is_of_excess(command->reason);
    if (of_the_sale && !booking->payment) throw base::Unavailable("a refund of money that was not told of yet");
    command->id = *id;
    command->event = told;
    const auto outcome = co_await app.box_office.submit(booking->show, std::move(*command));
    co_return EventTaken{std::visit(NameOf{}, outcome)};
  }
  if (event.type == "refund.requested") {
    auto command = void_of(event.data);
    if (!command) co_return EventMalformed{};
    command->id = *id;
    command->event = told;
    const auto outcome = co_await app.box_office.submit(booking->show, std::move(*command));
    co_return EventTaken{std::visit(NameOf{}, outcome)};
  }
  if (const auto stage = dispute_stage(event.type)) {
    // Events may overtake each other. Taken now it would be forgotten, and the money that comes after it would still buy tickets.
    if (!booking->payment) throw base::Unavailable("a dispute of money that was not told of yet");
    NoteDispute command{*stage, *id, told};
    command.lost_minor = lost_of(event.data);
    if (event.type == "payment.reversed") command.reason = RefundReason::at_provider;
    const auto outcome = co_await app.box_office.submit(booking->show, std::move(command));
    co_return EventTaken{std::visit(NameOf{}, outcome)};
  }
  telemetry::warn("event of an unknown type", {{"type", event.type}});
  co_return EventTaken{"unknown-type"};
}

}  // namespace gelora::booking
