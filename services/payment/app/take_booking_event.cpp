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

Task<> give_money_back(App& app, std::uint64_t event_id, PaymentId payment, std::string reason) {
  const Instant now = app.clock.now();
  auto body = [event_id, payment, &reason, now](mysql::Connection& db) -> Task<> {
    const bool news = co_await outbox::take(db, "booking-service", event_id, now);
    if (!news) co_return;
    const auto marked = co_await mark_refund_due(db, payment, reason);
    if (marked > 0) co_await set_status(db, payment, Status::refund_pending);
  };
  co_await app.pool.transaction(body);
}

}  // namespace

Task<bool> take_booking_event(App& app, outbox::Event event) {
  const auto booking = id_of<BookingId>(event.data, "booking_id");
  if (!booking) co_return false;
  if (event.type == "booking.cancelled") {
    const auto payments = co_await payments_of_booking(app.pool, *booking);
    for (const auto& payment : payments) {
      if (is_open(payment.status)) co_await close_payment(app, payment);
    }
    co_return true;
  }
  if (event.type == "booking.refund_due") {
    const auto payment = id_of<PaymentId>(event.data, "payment_id");
    const auto* reason = event.data.if_contains("reason");
    if (!payment || reason == nullptr || !reason->is_string()) co_return false;
    co_await give_money_back(app, event.id, *payment, std::string{reason->get_string()}.substr(0, 40));
    co_return true;
  }
  telemetry::warn("event of an unknown type", {{"type", event.type}});
  co_return true;
}

}  // namespace gelora::payment
