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

namespace {

// What may have been made unheard is looked up under our name for it, where the provider knows it by that. `refused`: by the
// provider, and why.
Task<> end_without_session(App& app, PaymentRow payment, std::string refused) {
  Provider& provider = provider_of(app, payment);
  const std::string ref = provider.ref_of(payment.id);
  SessionState state;
  if (!ref.empty()) state = co_await provider.close_session(ref);
  const std::function<void(Bookkeeper&)> end = [ref, state, refused](Bookkeeper& books) {
    if (!books.account().payment.provider_ref.empty()) return;  // somebody else was answered meanwhile
    if (!refused.empty() && state.captures.empty()) books.session_refused(refused);
    if (ref.empty()) return;
    books.session_opened(ref, {});
    books.observe(state);
  };
  co_await app.books.change(payment.id, {}, end);
  app.told();
}

}  // namespace

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
  std::optional<Session> session;
  std::string refused;
  try {
    session = co_await provider_of(app, payment).open_session(std::move(wish));
  } catch (const SessionRefused& no) {
    refused = no.what();
  }
  base::failpoint("payment.after-provider");
  if (!session) {
    co_await end_without_session(app, payment, std::move(refused));
    const auto ended = co_await app.books.find_by_id(payment.id);
    co_return ended.value_or(payment);
  }
  payment.provider_ref = session->ref;
  payment.checkout_url = session->checkout_url;
  payment.status = Status::pending;
  const std::function<void(Bookkeeper&)> opened = [made = std::move(*session)](Bookkeeper& books) {
    books.session_opened(made.ref, made.checkout_url);
  };
  co_await app.books.change(payment.id, {}, opened);
  co_return payment;
}

Task<> close_payment(App& app, PaymentRow payment) {
  Provider& provider = provider_of(app, payment);
  if (payment.provider_ref.empty() && !provider.ref_of(payment.id).empty()) {
    co_await end_without_session(app, std::move(payment), {});
    co_return;
  }
  // The provider may have made the session though we never heard of it: ask again under the same key, then close that.
  if (payment.provider_ref.empty()) payment = co_await with_session(app, std::move(payment), {});
  if (payment.provider_ref.empty()) co_return;  // refused for good, and closed with that
  auto state = co_await provider.close_session(payment.provider_ref);
  co_await settle(app, payment.id, std::move(state), {});
}

}  // namespace gelora::payment
