#include "payment/app/take_booking_event.hpp"

#include <algorithm>

#include "payment/app/settle.hpp"
#include "payment/domain/shortened.hpp"
#include "telemetry/log.hpp"

namespace gelora::payment {
namespace {

constexpr std::size_t longest_reference = 16, longest_description = 250, hash_digits = 32;
constexpr Duration sale_may_come = std::chrono::hours{1};  // behind what is told later of the same booking

template <class IdType>
std::optional<IdType> id_of(const boost::json::object& data, std::string_view name) {
  const auto* value = data.if_contains(name);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return parse_id_as<IdType>(std::string_view{value->get_string()});
}

std::string text_of(const boost::json::object& data, std::string_view name) {
  const auto* value = data.if_contains(name);
  return value != nullptr && value->is_string() ? std::string{value->get_string()} : std::string{};
}

// Nothing when something is missing, or is none of what it can be.
std::optional<CounterSale> sale_of(const boost::json::object& data, BookingId booking, Instant now) {
  const auto payment = id_of<PaymentId>(data, "payment_id");
  const auto show = id_of<ShowId>(data, "show_id");
  const auto organisation = parse_id(text_of(data, "organisation_id"));
  const auto seller = id_of<UserId>(data, "sold_by");
  const auto currency = Currency::parse(text_of(data, "currency"));
  const auto* amount = data.if_contains("amount_minor");
  const std::string method = text_of(data, "method"), reference = text_of(data, "reference");
  const bool known_method = method == "cash" || method == "card";
  if (!payment || !show || !organisation || !seller || !currency || !known_method) return std::nullopt;
  if (amount == nullptr || !amount->is_int64() || amount->get_int64() <= 0) return std::nullopt;
  if (reference.empty() || reference.size() > longest_reference) return std::nullopt;
  CounterSale sale;
  sale.reference = reference;
  sale.sold_by = *seller;
  NewPayment& fresh = sale.payment;
  fresh.id = *payment;
  fresh.booking = booking;
  fresh.show = *show;
  fresh.organisation = *organisation;
  fresh.provider = counter;
  fresh.method = method;
  fresh.amount = {amount->get_int64(), *currency};
  fresh.description = shortened(text_of(data, "description"), longest_description);
  fresh.now = std::min(time_of(*payment), now);  // when it was sold, however late that is told
  fresh.pay_by = fresh.now;
  fresh.key_hash = std::string(hash_digits - payment->text().size(), '0') + payment->text();
  fresh.body_hash = std::string(hash_digits, '0');
  return sale;
}

std::string reason_of(const boost::json::object& data) { return text_of(data, "reason").substr(0, 40); }

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
  if (event.type == "booking.sold_at_counter") {
    auto sale = sale_of(event.data, *booking, app.clock.now());
    if (!sale) co_return false;
    co_await app.books.sell_at_counter(std::move(*sale), BookingEvent{event.id});
    app.told();
    co_return true;
  }
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
    const Duration age = app.clock.now() - time_of(*payment);
    if (!known && age >= Duration{} && age < sale_may_come) throw base::Unavailable("the payment is not known yet");
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
