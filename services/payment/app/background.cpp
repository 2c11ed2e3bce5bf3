#include "payment/app/background.hpp"

#include "base/failpoints.hpp"
#include "payment/app/settle.hpp"
#include "telemetry/log.hpp"

namespace gelora::payment {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t page = 100;
constexpr std::size_t at_once = 16;

constexpr Duration looked_after = std::chrono::days{3};                       // after pay_by
constexpr std::uint64_t quick_tries = 15, most_tries = quick_tries + 7 * 24;  // of a refund: a quarter of an hour, a week

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
  // What comes later than that is told by webhooks and by the daily comparison.
  const bool at_its_end = !is_open(payment.status) && payment.status != Status::refund_pending;
  if (at_its_end && payment.pay_by + looked_after < now) next = never;
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
  const Duration pause = due.tries < quick_tries ? back_off(due.tries) : Duration{1h};
  co_await app.books.postpone_refund(due.refund.id, app.clock.now() + pause);
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
  std::string refused;
  base::failpoint("refund.before-provider");
  try {
    answer = co_await provider_of(app, due.payment).refund(std::move(wish));
  } catch (const RefundRefused& no) {
    refused = no.what();
  } catch (const std::exception& fault) {
    if (due.tries < most_tries) throw;
    refused = std::string{"given up after a week: "} + fault.what();
  }
  base::failpoint("refund.after-provider");
  const std::function<void(Bookkeeper&)> note = [id = due.refund.id, answer, refused](Bookkeeper& books) {
    if (answer) books.refund_answered(id, *answer);
    else books.refund_never(id, refused);
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

// All of them, some at a time.
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

// Reads what is due and works through it, as long as the loop runs.
template <class Read, class Work>
Task<> keep_working(App& app, loop::Loop& loop, Read read, Work work) {
  for (;;) {
    typename std::invoke_result_t<Read>::value_type due;
    std::string fault;
    try {
      due = co_await read();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("background work cannot be read", {{"what", fault}});
    const bool more = due.size() == page;
    co_await work_through(app, loop, std::move(due), work);
    if (!more) co_await loop::sleep_for(250ms);
  }
}

}  // namespace

Task<> check_payments(App& app, loop::Loop& loop, std::string provider) {
  const auto read = [&app, &provider] { return app.books.payments_to_check(provider, app.clock.now(), page); };
  co_await keep_working(app, loop, read, check_one);
}

Task<> send_refunds(App& app, loop::Loop& loop, std::string provider) {
  const auto read = [&app, &provider] { return app.books.refunds_to_send(provider, app.clock.now(), page); };
  co_await keep_working(app, loop, read, send_one);
}

}  // namespace gelora::payment
