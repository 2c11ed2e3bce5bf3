#include "payment/app/settle.hpp"

#include <boost/json/object.hpp>

#include "telemetry/log.hpp"

namespace gelora::payment {
namespace {

// What a provider captured twice without telling is found, but not in the minutes in which a hall sells out.
constexpr auto look_again_after = std::chrono::minutes{10};

boost::json::object event_data(const PaymentRow& payment) {
  return {{"payment_id", payment.id.text()}, {"booking_id", payment.booking.text()}};
}

// One capture within the transaction. True when it was news.
Task<bool> settle_capture(App& app, mysql::Connection& db, PaymentRow& payment, ProviderCapture capture, Instant now) {
  const CaptureFate fate = fate_of_capture(payment.status, payment.amount, capture.amount);
  const bool keep = fate == CaptureFate::keep;
  const bool fresh =
      co_await insert_capture(db, app.ids.next(now), payment.id, payment.provider, capture.ref, capture.amount,
                              keep ? CaptureState::kept : CaptureState::refund_due, std::string{reason_of(fate)}, now);
  if (!fresh) co_return false;
  if (!keep) {
    telemetry::warn("captured money goes back", {{"payment_id", payment.id.text()}, {"reason", reason_of(fate)}});
    co_return true;
  }
  payment.status = Status::captured;
  co_await set_captured(db, payment.id, now + look_again_after);
  auto data = event_data(payment);
  data["amount_minor"] = capture.amount.amount_minor;
  data["currency"] = capture.amount.currency.text();
  co_await outbox::put(db, app.ids.next(now), "booking-service", "payment.captured", std::move(data), now);
  co_return true;
}

}  // namespace

Task<Settled> settle(App& app, PaymentRow payment, SessionState state, std::uint64_t webhook_event_id) {
  const Instant now = app.clock.now();
  auto body = [&app, &payment, &state, webhook_event_id, now](mysql::Connection& db) -> Task<Settled> {
    Settled settled;
    if (webhook_event_id != 0) {
      const bool news = co_await outbox::take(db, payment.provider, webhook_event_id, now);
      if (!news) co_return settled;
    }
    auto locked = co_await lock_payment(db, payment.id);
    if (!locked) throw std::runtime_error("payment " + payment.id.text() + " has vanished");
    for (const auto& capture : state.captures) {
      const bool news = co_await settle_capture(app, db, *locked, capture, now);
      if (news) ++settled.new_captures;
    }
    if (state.kind == SessionState::Kind::closed && is_open(locked->status)) {
      co_await set_status(db, locked->id, Status::expired);
      const bool sister = co_await has_live_sister(db, locked->booking, locked->id);
      settled.closed = true;
      if (sister) co_return settled;  // the booking may still be paid by another
      co_await outbox::put(db, app.ids.next(now), "booking-service", "payment.closed", event_data(*locked), now);
    }
    co_return settled;
  };
  const Settled settled = co_await app.pool.transaction(body);
  if (settled.new_captures > 0 || settled.closed) app.relay.nudge();
  co_return settled;
}

Task<Settled> reconcile(App& app, PaymentRow payment) {
  Provider& provider = *app.providers.at(payment.provider);
  auto state = co_await provider.look_up(payment.provider_ref);
  co_return co_await settle(app, std::move(payment), std::move(state), 0);
}

Task<Settled> close_payment(App& app, PaymentRow payment) {
  Provider& provider = *app.providers.at(payment.provider);
  SessionState state;
  state.kind = SessionState::Kind::closed;
  if (payment.provider_ref.empty()) {
    // The provider may have made the session though we never heard of it: ask again under the same key, then close that.
    SessionWish wish;
    wish.payment = payment.id;
    wish.amount = payment.amount;
    wish.description = payment.description;
    wish.return_url = app.public_url + "/bookings/" + payment.booking.text();
    wish.expires_at = payment.pay_by;
    const Session session = co_await provider.open_session(std::move(wish));
    co_await note_session(app.pool, payment.id, session.ref, session.checkout_url);
    payment.provider_ref = session.ref;
  }
  state = co_await provider.close_session(payment.provider_ref);
  co_return co_await settle(app, std::move(payment), std::move(state), 0);
}

}  // namespace gelora::payment
