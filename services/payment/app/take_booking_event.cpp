#include "payment/app/take_booking_event.hpp"

#include "payment/app/settle.hpp"
#include "telemetry/log.hpp"

namespace gelora::payment {
namespace {

template <class IdType>
std::optional<IdType> id_of(const boost::json::object& data, std::string_view name) {
  const auto* value = data.if_contains(name);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return parse_id_as<IdType>(std::string_view{value->get_string()});
}

std::string reason_of(const boost::json::object& data) {
  const auto* value = data.if_contains("reason");
  return value != nullptr && value->is_string() ? std::string{value->get_string()}.substr(0, 40) : std::string{};
}

Task<> answered(App& app, std::uint64_t event_id, std::uint64_t refund, bool approved, std::string reason) {
  const auto payment = co_await app.books.payment_of_refund(refund);
  if (!payment) {
    telemetry::warn("booking-service answers about an unknown refund", {{"refund_id", refund}});
    co_return;
  }
  const std::function<void(Bookkeeper&)> note = [refund, approved, reason](Bookkeeper& books) {
    if (approved) books.tickets_void(refund);
    else books.tickets_stay(refund, reason);
  };
  Cause cause = BookingEvent{event_id};
  co_await app.books.change(*payment, std::move(cause), note);
  app.told();
}

}  // namespace

Task<bool> take_booking_event(App& app, outbox::Event event) {
  const auto booking = id_of<BookingId>(event.data, "booking_id");
  if (!booking) co_return false;
  if (event.type == "booking.cancelled") {
    const auto payments = co_await app.books.payments_of_booking(*booking);
    for (const auto& payment : payments) {
      if (is_open(payment.status)) co_await close_payment(app, payment);
    }
    co_return true;
  }
  if (event.type == "booking.refund_due") {
    const auto payment = id_of<PaymentId>(event.data, "payment_id");
    const auto* amount = event.data.if_contains("amount_minor");
    if (!payment || reason_of(event.data).empty() || (amount != nullptr && !amount->is_int64())) co_return false;
    const auto known = co_await app.books.find_by_id(*payment);
    if (!known) {  // nothing of it is ours to give: a person has to look
      Finding finding{
          "refund-of-unknown-payment", payment->text(), {}, "booking " + booking->text() + ": " + reason_of(event.data)};
      co_await app.books.record("none", std::move(finding));
      co_return true;
    }
    std::optional<std::int64_t> wanted;
    if (amount != nullptr) wanted = amount->get_int64();
    const std::function<void(Bookkeeper&)> order = [wanted, reason = reason_of(event.data)](Bookkeeper& books) {
      books.give_back(wanted, reason);
    };
    Cause cause = BookingEvent{event.id};
    co_await app.books.change(*payment, std::move(cause), order);
    app.told();
    co_return true;
  }
  if (event.type == "refund.approved" || event.type == "refund.refused") {
    const auto refund = id_of<PaymentId>(event.data, "refund_id");
    if (!refund) co_return false;
    co_await answered(app, event.id, refund->value, event.type == "refund.approved", reason_of(event.data));
    co_return true;
  }
  telemetry::warn("event of an unknown type", {{"type", event.type}});
  co_return true;
}

}  // namespace gelora::payment
