#include "payment/app/background.hpp"

#include "payment/app/settle.hpp"
#include "telemetry/log.hpp"

namespace gelora::payment {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t page = 100;

// 2 s, 4 s, … 60 s.
Duration back_off(std::uint64_t attempts) { return std::min<Duration>(2s * (1 << std::min<std::uint64_t>(attempts, 5)), 60s); }

Task<> check_one(App& app, PaymentRow payment) {
  const Instant now = app.clock.now();
  // Not later than pay_by, so that the seats of an unpaid booking are free on time.
  Instant next = now + back_off(payment.checks);
  if (payment.pay_by > now) next = std::min(next, payment.pay_by);
  if (!is_open(payment.status)) next = now + std::chrono::hours{1};
  co_await postpone_check(app.pool, payment.id, next);
  if (!is_open(payment.status)) {
    if (!payment.provider_ref.empty()) co_await reconcile(app, payment);
  } else if (payment.pay_by <= now) {
    co_await close_payment(app, payment);
  } else if (payment.status == Status::pending) {
    co_await reconcile(app, payment);
  }
}

Task<> refund_one(App& app, CaptureRow capture) {
  co_await postpone_refund(app.pool, capture.id, app.clock.now() + back_off(capture.tries));
  co_await app.providers.at(capture.provider)->refund(capture.provider_ref, capture.id);
  const Instant now = app.clock.now();
  auto body = [&app, &capture, now](mysql::Connection& db) -> Task<> {
    auto payment = co_await lock_payment(db, capture.payment);
    const bool news = co_await mark_refunded(db, capture.id);
    if (!news || !payment || payment->status != Status::refund_pending) co_return;
    const auto left = co_await count_unrefunded(db, capture.payment);
    if (left > 0) co_return;
    co_await set_status(db, capture.payment, Status::refunded);
    boost::json::object data;
    data["payment_id"] = payment->id.text();
    data["booking_id"] = payment->booking.text();
    co_await outbox::put(db, app.ids.next(now), "booking-service", "payment.refunded", std::move(data), now);
  };
  co_await app.pool.transaction(body);
  app.relay.nudge();
}

// Runs one piece of work; a fault is logged and the work comes up again by its back-off.
template <class Row, class Work>
Task<> guarded(App& app, Row row, Work work) {
  std::string fault;
  try {
    co_await work(app, std::move(row));
  } catch (const std::exception& error) {
    fault = error.what();
  }
  if (!fault.empty()) telemetry::warn("background work will be repeated", {{"what", fault}});
}

}  // namespace

Task<> check_payments(App& app) {
  for (;;) {
    std::vector<PaymentRow> due;
    std::string fault;
    try {
      due = co_await payments_to_check(app.pool, app.clock.now(), page);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("payments cannot be checked", {{"what", fault}});
    for (const auto& payment : due) co_await guarded(app, payment, check_one);
    if (due.size() < page) co_await loop::sleep_for(250ms);
  }
}

Task<> send_refunds(App& app) {
  for (;;) {
    std::vector<CaptureRow> due;
    std::string fault;
    try {
      due = co_await captures_to_refund(app.pool, app.clock.now(), page);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("refunds cannot be read", {{"what", fault}});
    for (const auto& capture : due) co_await guarded(app, capture, refund_one);
    if (due.size() < page) co_await loop::sleep_for(250ms);
  }
}

}  // namespace gelora::payment
