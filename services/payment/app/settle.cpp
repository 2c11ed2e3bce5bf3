#include "payment/app/settle.hpp"

#include "base/failpoints.hpp"

namespace gelora::payment {

Provider& provider_of(const App& app, const PaymentRow& payment) {
  const auto found = app.providers.find(payment.provider);
  if (found == app.providers.end()) throw base::Unavailable("provider " + payment.provider + " is not configured");
  return *found->second;
}

Task<> settle(App& app, PaymentId payment, SessionState state, Cause cause) {
  const std::function<void(Bookkeeper&)> observe = [seen = std::move(state)](Bookkeeper& books) { books.observe(seen); };
  co_await app.books.change(payment, std::move(cause), observe);
  base::failpoint("payment.settled");
  app.told();
}

Task<> reconcile(App& app, PaymentRow payment, Cause cause) {
  auto state = co_await provider_of(app, payment).look_up(payment.provider_ref);
  co_await settle(app, payment.id, std::move(state), std::move(cause));
}

Task<PaymentRow> with_session(App& app, PaymentRow payment, std::string traceparent) {
  if (payment.status != Status::intended) co_return payment;
  SessionWish wish;
  wish.payment = payment.id;
  wish.amount = payment.amount;
  wish.method = payment.method;
  wish.description = payment.description;
  wish.return_url = app.public_url + "/bookings/" + payment.booking.text();
  wish.expires_at = payment.pay_by;
  wish.traceparent = std::move(traceparent);
  base::failpoint("payment.before-provider");
  Session session = co_await provider_of(app, payment).open_session(std::move(wish));
  base::failpoint("payment.after-provider");
  payment.provider_ref = session.ref;
  payment.checkout_url = session.checkout_url;
  payment.status = Status::pending;
  const std::function<void(Bookkeeper&)> opened = [made = std::move(session)](Bookkeeper& books) {
    books.session_opened(made.ref, made.checkout_url);
  };
  co_await app.books.change(payment.id, {}, opened);
  co_return payment;
}

Task<> close_payment(App& app, PaymentRow payment) {
  // The provider may have made the session though we never heard of it: ask again under the same key, then close that.
  if (payment.provider_ref.empty()) payment = co_await with_session(app, std::move(payment), {});
  auto state = co_await provider_of(app, payment).close_session(payment.provider_ref);
  co_await settle(app, payment.id, std::move(state), {});
}

}  // namespace gelora::payment
