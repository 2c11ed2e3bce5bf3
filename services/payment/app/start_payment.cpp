#include "payment/app/start_payment.hpp"

namespace gelora::payment {
namespace {

// Calls the provider, or calls it again under the same key after an unknown outcome.
Task<PaymentRow> with_session(App& app, Provider& provider, PaymentRow payment, std::string traceparent) {
  if (payment.status != Status::intended) co_return payment;
  SessionWish wish;
  wish.payment = payment.id;
  wish.amount = payment.amount;
  wish.description = payment.description;
  wish.return_url = app.public_url + "/bookings/" + payment.booking.text();
  wish.expires_at = payment.pay_by;
  wish.traceparent = std::move(traceparent);
  const Session session = co_await provider.open_session(std::move(wish));
  co_await note_session(app.pool, payment.id, session.ref, session.checkout_url);
  payment.provider_ref = session.ref;
  payment.checkout_url = session.checkout_url;
  payment.status = Status::pending;
  co_return payment;
}

}  // namespace

Task<StartPaymentOutcome> start_payment(App& app, StartPayment wish) {
  const auto provider = app.providers.find(wish.provider);
  if (provider == app.providers.end()) co_return NoSuchProvider{};
  auto payment = co_await find_payment_by_key(app.pool, wish.key_hash, wish.user);
  if (!payment) {
    const auto due = co_await app.booking.amount_due(wish.booking, wish.user, wish.traceparent);
    if (!due) co_return NoSuchBooking{};
    if (due->status != "awaiting_payment" || due->total.amount_minor <= 0) co_return BookingNotPayable{due->status};
    NewPayment fresh;
    fresh.id = app.ids.make<PaymentId>(app.clock.now());
    fresh.booking = wish.booking;
    fresh.user = wish.user;
    fresh.provider = wish.provider;
    fresh.amount = due->total;
    fresh.description = due->description;
    fresh.now = app.clock.now();
    fresh.pay_by = due->pay_by;
    fresh.key_hash = wish.key_hash;
    fresh.body_hash = wish.body_hash;
    const bool first = co_await insert_payment(app.pool, std::move(fresh));
    if (!first) co_return KeyInFlight{};
    payment = co_await find_payment_by_key(app.pool, wish.key_hash, wish.user);
  }
  if (!payment) co_return KeyInFlight{};
  if (payment->body_hash != wish.body_hash) co_return KeyReused{};
  co_return co_await with_session(app, *provider->second, std::move(*payment), wish.traceparent);
}

}  // namespace gelora::payment
