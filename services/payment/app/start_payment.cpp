#include "payment/app/start_payment.hpp"

#include <algorithm>

#include "base/failpoints.hpp"
#include "base/guards.hpp"
#include "payment/app/settle.hpp"

namespace gelora::payment {
namespace {

NewPayment payment_for(const AmountDue& due, const StartPayment& wish, PaymentId id, Instant now) {
  NewPayment fresh;
  fresh.id = id;
  fresh.booking = wish.booking;
  fresh.user = wish.user;
  fresh.show = due.show;
  fresh.organisation = due.organisation;
  fresh.provider = wish.provider;
  fresh.method = wish.method;
  fresh.amount = due.total;
  fresh.description = due.description;
  fresh.now = now;
  fresh.pay_by = due.pay_by;
  fresh.key_hash = wish.key_hash;
  fresh.body_hash = wish.body_hash;
  return fresh;
}

// As the books have it from now on.
PaymentRow row_of(const NewPayment& fresh) {
  PaymentRow row;
  row.id = fresh.id;
  row.booking = fresh.booking;
  row.user = fresh.user;
  row.show = fresh.show;
  row.organisation = fresh.organisation;
  row.provider = fresh.provider;
  row.method = fresh.method;
  row.amount = fresh.amount;
  row.description = fresh.description;
  row.created_at = fresh.now;
  row.pay_by = fresh.pay_by;
  row.body_hash = fresh.body_hash;
  return row;
}

// What `./gelora test guards` does when the intent is not to come first: the provider hears of a payment that is nowhere.
Task<> call_too_early(App& app, const NewPayment& fresh) {
  PaymentRow payment;
  payment.id = fresh.id;
  payment.booking = fresh.booking;
  payment.provider = fresh.provider;
  payment.amount = fresh.amount;
  payment.pay_by = fresh.pay_by;
  SessionWish wish;
  wish.payment = fresh.id;
  wish.amount = fresh.amount;
  wish.expires_at = fresh.pay_by;
  co_await provider_of(app, payment).open_session(std::move(wish));
  base::failpoint("payment.after-provider");
}

}  // namespace

Task<StartPaymentOutcome> start_payment(App& app, StartPayment wish) {
  const auto provider = app.providers.find(wish.provider);
  if (provider == app.providers.end()) co_return NoSuchProvider{};
  const auto offered = provider->second->methods();
  const bool any_method = wish.method.empty() || std::find(offered.begin(), offered.end(), wish.method) != offered.end();
  if (!any_method) co_return NoSuchMethod{offered};
  auto payment = co_await app.books.find_by_key(wish.key_hash, wish.user);
  if (!payment) {
    const auto due = co_await app.booking.amount_due(wish.booking, wish.user, wish.traceparent);
    if (!due) co_return NoSuchBooking{};
    if (due->status != "awaiting_payment" || due->total.amount_minor <= 0) co_return BookingNotPayable{due->status};
    if (!provider->second->takes(due->total.currency)) co_return CurrencyNotTaken{};
    NewPayment fresh = payment_for(*due, wish, app.ids.make<PaymentId>(app.clock.now()), app.clock.now());
    if (!base::guards::intent_comes_first) co_await call_too_early(app, fresh);
    payment = row_of(fresh);
    const bool first = co_await app.books.insert_payment(std::move(fresh));
    if (!first) co_return KeyInFlight{};
  }
  if (payment->body_hash != wish.body_hash) co_return KeyReused{};
  const bool was_open = is_open(payment->status);
  auto begun = co_await with_session(app, std::move(*payment), wish.traceparent);
  const bool refused = !is_open(begun.status) && (was_open || begun.provider_ref.empty());
  if (refused) co_return ProviderRefuses{};
  co_return begun;
}

}  // namespace gelora::payment
