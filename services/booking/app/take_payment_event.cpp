#include "booking/app/take_payment_event.hpp"

#include "booking/storage/bookings.hpp"
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

}  // namespace

Task<TakeEventOutcome> take_payment_event(App& app, outbox::Event event) {
  const auto booking = id_of<BookingId>(event.data, "booking_id");
  const auto payment = id_of<PaymentId>(event.data, "payment_id");
  if (!booking || !payment) co_return EventMalformed{};
  const auto show = co_await show_of_any_booking(app.pool, *booking);
  // Money without a booking stays in the sender's outbox, where it is counted and seen.
  if (!show && event.type == "payment.captured") throw base::Unavailable("money was captured for an unknown booking");
  if (!show) co_return EventTaken{"no-such-booking"};
  const bool known = co_await outbox::was_taken(app.pool, "payment-service", event.id);
  if (known) co_return EventTaken{"taken-before"};

  const PaymentEvent told{event.id, *payment};
  if (event.type == "payment.captured") {
    const auto captured = captured_of(event.data);
    if (!captured) co_return EventMalformed{};
    const auto outcome = co_await app.box_office.submit(*show, ConfirmBooking{*booking, told, *captured});
    co_return EventTaken{std::visit(NameOf{}, outcome)};
  }
  if (event.type == "payment.closed") {
    const auto outcome = co_await app.box_office.submit(*show, ClosePayment{*booking, told});
    co_return EventTaken{std::visit(NameOf{}, outcome)};
  }
  if (event.type == "payment.refunded") {
    const auto outcome = co_await app.box_office.submit(*show, NoteRefund{*booking, told});
    co_return EventTaken{std::visit(NameOf{}, outcome)};
  }
  telemetry::warn("event of an unknown type", {{"type", event.type}});
  co_return EventTaken{"unknown-type"};
}

}  // namespace gelora::booking
