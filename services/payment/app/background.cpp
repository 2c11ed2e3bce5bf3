#include "payment/app/background.hpp"

#include "base/failpoints.hpp"
#include "payment/app/settle.hpp"
#include "telemetry/log.hpp"

namespace gelora::payment {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t page = 100;
constexpr std::size_t at_once = 16;

// 2 s, 4 s, … 60 s.
Duration back_off(std::uint64_t attempts) { return std::min<Duration>(2s * (1 << std::min<std::uint64_t>(attempts, 5)), 60s); }

// What a provider captured late or twice without telling, or refunded, or what is disputed, is found also when no webhook comes:
// soon after a session was closed, ever more seldom later. One that has its money is left alone while a hall sells out.
Duration next_look(const PaymentRow& payment, Instant now) {
  if (payment.status == Status::refund_pending) return back_off(payment.checks);
  if (has_money(payment.status)) return payment.checks < 6 ? Duration{10min} : Duration{1h};
  return std::clamp<Duration>((now - payment.pay_by) / 2, 5s, 1h);
}

Task<> check_one(App& app, PaymentRow payment) {
  const Instant now = app.clock.now();
  // Not later than pay_by, so that the seats of an unpaid booking are free on time.
  Instant next = now + back_off(payment.checks);
  if (payment.pay_by > now) next = std::min(next, payment.pay_by);
  if (!is_open(payment.status)) next = now + next_look(payment, now);
  co_await app.books.postpone_check(payment.id, next);
  if (!is_open(payment.status)) {
    if (!payment.provider_ref.empty()) co_await reconcile(app, payment, {});
  } else if (payment.pay_by <= now) {
    co_await close_payment(app, payment);
  } else if (payment.status == Status::pending) {
    co_await reconcile(app, payment, {});
  }
}

Task<> send_one(App& app, RefundToSend due) {
  co_await app.books.postpone_refund(due.refund.id, app.clock.now() + back_off(due.tries));
  if (due.refund.state == RefundState::sent) {  // the same key would give the first answer again
    co_await reconcile(app, std::move(due.payment), {});
    co_return;
  }
  RefundWish wish;
  wish.key = due.refund.id;
  wish.payment = due.payment.id;
  wish.session_ref = due.payment.provider_ref;
  wish.capture_ref = due.capture_ref;
  wish.amount = due.refund.amount;
  wish.reason = due.refund.reason;
  std::optional<ProviderRefund> answer;
  std::string never;
  base::failpoint("refund.before-provider");
  try {
    answer = co_await provider_of(app, due.payment).refund(std::move(wish));
  } catch (const RefundRefused& refused) {
    never = refused.what();
  }
  base::failpoint("refund.after-provider");
  const std::function<void(Bookkeeper&)> note = [id = due.refund.id, answer, never](Bookkeeper& books) {
    if (answer) books.refund_answered(id, *answer);
    else books.refund_never(id, never);
  };
  co_await app.books.change(due.payment.id, {}, note);
  app.told();
}

// Runs one piece of work; a fault is logged and the work comes up again by its back-off.
template <class Row, class Work>
Task<> guarded(App& app, Row row, Work work, std::size_t& open, loop::Signal& freed) {
  std::string fault;
  try {
    co_await work(app, std::move(row));
  } catch (const std::exception& error) {
    fault = error.what();
  }
  if (!fault.empty()) telemetry::warn("background work will be repeated", {{"what", fault}});
  --open;
  freed.notify_all();
}

// All of them, some at a time; a slow provider keeps its own waiting, and `at_once` others at most.
template <class Row, class Work>
Task<> work_through(App& app, loop::Loop& loop, std::vector<Row> rows, Work work) {
  std::size_t open = 0;
  loop::Signal freed(loop);
  for (auto& row : rows) {
    while (open >= at_once) co_await freed.wait();
    ++open;
    loop.spawn(guarded(app, std::move(row), work, open, freed));
  }
  while (open > 0) co_await freed.wait();
}

}  // namespace

Task<> check_payments(App& app, loop::Loop& loop) {
  for (;;) {
    std::vector<PaymentRow> due;
    std::string fault;
    try {
      due = co_await app.books.payments_to_check(app.clock.now(), page);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("payments cannot be checked", {{"what", fault}});
    const bool more = due.size() == page;
    co_await work_through(app, loop, std::move(due), check_one);
    if (!more) co_await loop::sleep_for(250ms);
  }
}

Task<> send_refunds(App& app, loop::Loop& loop) {
  for (;;) {
    std::vector<RefundToSend> due;
    std::string fault;
    try {
      due = co_await app.books.refunds_to_send(app.clock.now(), page);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("refunds cannot be read", {{"what", fault}});
    const bool more = due.size() == page;
    co_await work_through(app, loop, std::move(due), send_one);
    if (!more) co_await loop::sleep_for(250ms);
  }
}

}  // namespace gelora::payment
