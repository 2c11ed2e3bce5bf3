#include "payment/simulation/world.hpp"

#include "payment/app/background.hpp"
#include "payment/app/compare.hpp"
#include "payment/app/pay_out.hpp"
#include "payment/app/refund_payment.hpp"
#include "payment/app/start_payment.hpp"
#include "payment/app/take_booking_event.hpp"
#include "payment/app/take_webhook.hpp"
#include "payment/simulation/verdict.hpp"
#include "telemetry/log.hpp"

namespace gelora::payment::simulation {

using namespace std::chrono_literals;
using Steady = loop::SteadyClock;

namespace {

constexpr Duration step = 20ms, busy_for = 22s, bookings_for = 12s;
constexpr std::uint32_t instance = 1;

// payment-service without the network: all that a crash takes away.
struct Process {
  Process(SimulatedBooks& books, SimulatedBookings& desk, SimulatedProvider& bank, IdGenerator& ids, const Clock& clock)
      : app{books, desk, {{"sandbox", &bank}}, [] {}, ids, clock, "https://gelora.example"} {
    loop.spawn(check_payments(app, loop, "sandbox"));
    loop.spawn(send_refunds(app, loop, "sandbox"));
    loop.spawn(keep_comparing(app, bank, 1h));
  }
  loop::Loop loop;
  App app;
};

class World {
 public:
  World(std::uint64_t seed, bool trace)
      : nature_(seed, trace), ids_(instance), books_(nature_, ids_), desk_(nature_, ids_), bank_(nature_) {}
  Outcome play();

 private:
  // One Idempotency-Key, asked with until it is answered.
  struct Pay {
    StartPayment wish;
    Instant pay_by, next_try;
    std::optional<PaymentId> payment;
    bool done = false;
  };
  struct GiveBack {
    PaymentId payment;
    RefundRequest request;
    Instant next_try;
    std::optional<std::uint64_t> refund;
    bool done = false;
  };

  void faults();
  void crash();
  void new_booking();
  void new_sale();
  void plan_booking(BookingId id);
  void plan_payment(const Pay& pay, const std::string& ref);
  void plan_refunds(BookingId id, PaymentId payment);
  void people();
  void sellers();
  void relay();
  void forge();
  void heal();
  void advance(Duration by);
  void until(Instant end, Duration by);
  void check_answers();
  bool over() const { return !nature_.contradiction.empty(); }

  static Task<> start(World& world, App& app, Pay& pay);
  static Task<> give_back(World& world, App& app, GiveBack& order);
  static Task<> hand_over(World& world, App& app, PaymentId payment, std::uint64_t refund);
  static Task<> hand_in(World& world, App& app, SimulatedProvider::Webhook webhook, std::uint64_t tries, bool forged);
  static Task<> tell(World& world, App& app, outbox::Event event);

  Nature nature_;
  IdGenerator ids_;
  SimulatedBooks books_;
  SimulatedBookings desk_;
  SimulatedProvider bank_;
  std::unique_ptr<Process> process_;
  std::vector<std::unique_ptr<Pay>> pays_;
  std::vector<std::unique_ptr<GiveBack>> orders_;
  std::map<std::uint64_t, PaymentId> handed_over_;             // refunds, as the counter was told
  std::map<std::uint64_t, Instant> next_told_, next_relayed_;  // events of the desk, and of the books
  bool busy_ = true, crash_now_ = false;
  std::uint64_t keys_ = 0;
  Outcome outcome_;
};

void World::new_booking() {
  const UserId user{1 + nature_.below(1000)};
  const Instant pay_by = nature_.now() + nature_.between(4s, 15s);
  const BookingId id = desk_.book(user, pay_by, nature_.chance(0.5));
  const int tries = nature_.chance(0.25) ? 2 : 1;
  for (int i = 0; i < tries; ++i) {
    auto pay = std::make_unique<Pay>();
    pay->wish = {id, user, "sandbox", nature_.chance(0.5) ? "qris" : "", "key" + std::to_string(++keys_), "body", {}};
    pay->pay_by = pay_by;
    pay->next_try = nature_.now() + nature_.between(100ms, 1500ms * (i + 1));
    pays_.push_back(std::move(pay));
  }
  plan_booking(id);
}

// At the counter: the money is there, nobody can dispute it, and what goes back waits for a hand.
void World::new_sale() {
  const BookingId id = desk_.sell_at_counter();
  const PaymentId payment = desk_.bookings.at(id).payment;
  const auto some_time = [this] { return nature_.chance(0.3) ? nature_.between(1min, 20h) : nature_.between(0s, 20s); };
  if (nature_.chance(0.3)) nature_.later(some_time(), [this, id] { desk_.call_off(id); });
  if (nature_.chance(0.2)) nature_.later(some_time(), [this, id] { desk_.use_a_ticket(id); });
  if (nature_.chance(0.5)) nature_.later(some_time(), [this, id, payment] { plan_refunds(id, payment); });
}

void World::plan_booking(BookingId id) {
  const auto some_time = [this] { return nature_.chance(0.3) ? nature_.between(1min, 20h) : nature_.between(500ms, 20s); };
  if (nature_.chance(0.25)) nature_.later(some_time(), [this, id] { desk_.cancel(id); });
  if (nature_.chance(0.1)) nature_.later(some_time(), [this, id] { desk_.call_off(id); });
  if (nature_.chance(0.1)) nature_.later(some_time(), [this, id] { desk_.use_a_ticket(id); });
}

void World::plan_payment(const Pay& pay, const std::string& ref) {
  using Way = SimulatedProvider::Way;
  if (nature_.chance(0.2)) nature_.later(nature_.between(50ms, 2s), [this, ref] { bank_.decline(ref); });
  if (nature_.chance(0.1)) return;
  const Way way = nature_.chance(0.8)   ? Way::right
                  : nature_.chance(0.4) ? Way::too_little
                  : nature_.chance(0.5) ? Way::too_much
                                        : Way::other_account;
  const Duration to_pay_by = std::max<Duration>(pay.pay_by - nature_.now(), 1s);
  const bool late = nature_.chance(0.2);
  const Duration after = late                  ? to_pay_by + nature_.between(0s, nature_.chance(0.3) ? 20h : Duration{90s})
                                          : nature_.chance(0.3) ? to_pay_by + nature_.between(-500ms, 500ms)
                                               : nature_.between(50ms, 4s);
  nature_.later(after, [this, ref, way, late] { bank_.pay(ref, way, late); });
  if (nature_.chance(0.15)) {
    const Duration again = after + nature_.between(0s, nature_.chance(0.3) ? 10h : Duration{5s});
    nature_.later(again, [this, ref] { bank_.pay(ref, Way::right, true); });
  }
  const auto some_time = [this] { return nature_.chance(0.3) ? nature_.between(1min, 20h) : nature_.between(100ms, 20s); };
  if (nature_.chance(0.12)) {  // a bank takes longer than one event can be behind another
    nature_.later(after + some_time(), [this, ref] { bank_.dispute(ref, nature_.between(1min, 20h)); });
  }
  if (nature_.chance(0.08)) nature_.later(after + some_time(), [this, ref] { bank_.refund_by_hand(ref); });
  if (nature_.chance(0.35)) nature_.later(after + some_time(), [this, &pay] { plan_refunds(pay.wish.booking, *pay.payment); });
}

// Two or three at the same moment, who may want more together than there is.
void World::plan_refunds(BookingId id, PaymentId payment) {
  const auto& booking = desk_.bookings.at(id);
  const auto count = 1 + nature_.below(3);
  for (std::uint64_t i = 0; i < count; ++i) {
    auto order = std::make_unique<GiveBack>();
    order->payment = payment;
    RefundRequest& request = order->request;
    request.key_hash = "key" + std::to_string(++keys_);
    request.body_hash = "body";
    request.reason = "goodwill";
    request.force = nature_.chance(0.3);
    request.by = {7};
    if (nature_.chance(0.6))
      request.amount_minor = 1 + static_cast<std::int64_t>(nature_.below(static_cast<std::uint64_t>(booking.total.amount_minor)));
    else if (nature_.chance(0.7)) request.tickets = {booking.tickets[nature_.below(booking.tickets.size())].id};
    orders_.push_back(std::move(order));
  }
}

Task<> World::start(World& world, App& app, Pay& pay) {
  const bool was_answered = pay.payment.has_value();
  std::optional<StartPaymentOutcome> outcome;
  try {
    outcome = co_await start_payment(app, pay.wish);
  } catch (const base::Unavailable& away) {
    telemetry::debug("not now", {{"what", away.what()}});
  }
  if (!outcome || std::holds_alternative<KeyInFlight>(*outcome)) co_return;
  const auto* row = std::get_if<PaymentRow>(&*outcome);
  if (row == nullptr) {
    if (was_answered) world.nature_.broken("a payment was acknowledged, and its repetition refused");
    pay.done = true;
    co_return;
  }
  if (pay.payment && *pay.payment != row->id) world.nature_.broken("the same key gave two payments");
  if (pay.done) co_return;
  pay.payment = row->id;
  pay.done = true;
  if (!row->checkout_url.empty()) world.plan_payment(pay, row->provider_ref);
}

Task<> World::give_back(World& world, App& app, GiveBack& order) {
  std::optional<std::uint64_t> refund;
  bool answered = false;
  try {
    const auto before = co_await world.books_.refund_of_key(order.request.key_hash);
    if (before) {
      refund = before->id;
      answered = true;
    } else if (const auto payment = co_await app.books.find_by_id(order.payment)) {
      RefundRequest request = order.request;
      request.payment = *payment;
      const auto outcome = co_await refund_payment(app, std::move(request));
      if (const auto* granted = std::get_if<Refund>(&outcome)) refund = granted->id;
      answered = true;
    }
  } catch (const std::exception& fault) {  // or another request with this key was first
    telemetry::debug("not now", {{"what", fault.what()}});
  }
  if (!answered) co_return;
  if (order.refund && refund && *order.refund != *refund) world.nature_.broken("the same key gave two refunds");
  if (refund) order.refund = refund;
  order.done = true;
}

Task<> World::hand_over(World& world, App& app, PaymentId payment, std::uint64_t refund) {
  std::optional<PayOutOutcome> outcome;
  try {
    outcome = co_await pay_out(app, payment, refund, {7});
  } catch (const std::exception& fault) {
    telemetry::debug("not now", {{"what", fault.what()}});
  }
  if (!outcome) co_return;
  if (std::holds_alternative<PaidOut>(*outcome)) world.handed_over_[refund] = payment;
  else world.nature_.broken("what was due was not paid out");
}

Task<> World::hand_in(World& world, App& app, SimulatedProvider::Webhook webhook, std::uint64_t tries, bool forged) {
  const WebhookDelivery delivery{[&webhook](std::string_view) { return std::string_view{webhook.header}; }, webhook.body,
                                 world.nature_.now()};
  std::optional<TakeWebhookOutcome> outcome;
  try {
    outcome = co_await take_webhook(app, world.bank_, delivery);
  } catch (const std::exception& fault) {
    telemetry::debug("not now", {{"what", fault.what()}});
  }
  const bool refused = outcome && std::holds_alternative<NotAuthentic>(*outcome);
  if (forged && !refused) world.nature_.broken("a forged webhook of " + webhook.session_ref + " was taken");
  if (!forged && refused) world.nature_.broken("a true webhook of " + webhook.session_ref + " was refused");
  if (outcome && !std::holds_alternative<UnknownSession>(*outcome)) co_return;
  if (!forged)
    world.nature_.later(10s * (tries + 1), [&world, webhook, tries] { world.bank_.deliver_again(webhook, tries + 1); });
}

Task<> World::tell(World& world, App& app, outbox::Event event) {
  std::optional<bool> taken;
  try {
    taken = co_await take_booking_event(app, event);
  } catch (const std::exception& fault) {
    telemetry::debug("not now", {{"what", fault.what()}});
  }
  if (!taken) co_return;
  if (!*taken) world.nature_.broken("an event of the desk was not understood");
  const bool ack_is_lost = world.busy_ && world.nature_.chance(0.2);
  if (!ack_is_lost) world.desk_.outbox.erase(event.id);
}

void World::people() {
  const Instant now = nature_.now();
  for (auto& pay : pays_) {
    const bool again = busy_ && pay->payment && nature_.chance(0.002);
    if (!process_ || (pay->done && !again) || now < pay->next_try) continue;
    pay->next_try = now + nature_.between(200ms, 1500ms);
    process_->loop.spawn(start(*this, process_->app, *pay));
    if (busy_ && nature_.chance(0.1)) process_->loop.spawn(start(*this, process_->app, *pay));  // pressed twice
  }
  for (auto& order : orders_) {
    if (!process_ || order->done || now < order->next_try) continue;
    order->next_try = now + nature_.between(200ms, 1500ms);
    process_->loop.spawn(give_back(*this, process_->app, *order));
    if (busy_ && nature_.chance(0.1)) process_->loop.spawn(give_back(*this, process_->app, *order));
  }
}

// Buyers come for what is due sooner or later; now and then it is asked for once more.
void World::sellers() {
  if (!process_) return;
  for (const auto& [id, record] : books_.payments) {
    if (!record.account.payment.at_counter()) continue;
    for (const auto& one : record.account.refunds) {
      const bool due = one.state == RefundState::due && nature_.chance(busy_ ? 0.01 : 0.2);
      const bool again = busy_ && one.state == RefundState::succeeded && nature_.chance(0.002);
      if (!due && !again) continue;
      process_->loop.spawn(hand_over(*this, process_->app, id, one.id));
      if (busy_ && nature_.chance(0.3)) process_->loop.spawn(hand_over(*this, process_->app, id, one.id));
    }
  }
}

// Events both ways: at least once, sometimes twice, in any order.
void World::relay() {
  if (!process_) return;
  const Instant now = nature_.now();
  const auto soon = [this, now] { return now + (nature_.chance(0.2) ? nature_.between(0s, 3s) : nature_.between(0s, 60ms)); };
  for (const auto& [id, event] : desk_.outbox) {
    const auto [next, fresh] = next_told_.try_emplace(id, soon());
    if (now < next->second) continue;
    next->second = now + 1s;
    process_->loop.spawn(tell(*this, process_->app, event));
    if (nature_.chance(0.1)) {
      nature_.later(nature_.between(0s, 10s), [this, event = event] {
        if (process_) process_->loop.spawn(tell(*this, process_->app, event));
      });
    }
  }
  for (const auto& [id, event] : books_.outbox) {
    const auto [next, fresh] = next_relayed_.try_emplace(id, soon());
    if (now < next->second) continue;
    next->second = now + 1s;
    const bool ack_is_lost = busy_ && nature_.chance(0.2);
    nature_.later(nature_.between(0s, 50ms), [this, id = id, event = event, ack_is_lost] {
      const bool taken = desk_.take(id, event.type, event.data);
      if (taken && !ack_is_lost) books_.outbox.erase(id);
    });
  }
}

void World::forge() {
  auto forged = bank_.forge();
  if (!process_ || !forged) return;
  ++outcome_.forged;
  process_->loop.spawn(hand_in(*this, process_->app, std::move(*forged), 0, true));
}

void World::crash() {
  if (!process_) return;
  nature_.note("payment-service dies");
  ++outcome_.crashes;
  process_.reset();
  books_.wire.sender_died();
  bank_.wire.sender_died();
}

void World::faults() {
  if (nature_.chance(0.004)) crash();
  if (!process_ && nature_.chance(0.04)) process_ = std::make_unique<Process>(books_, desk_, bank_, ids_, nature_.clock);
  for (Wire* wire : {&books_.wire, &bank_.wire, &desk_.wire}) {
    if (wire->down ? nature_.chance(0.03) : nature_.chance(0.002)) wire->down = !wire->down;
  }
  if (nature_.chance(0.02)) forge();
}

void World::heal() {
  nature_.note("healed");
  busy_ = false;
  bank_.refunds_failing = 0;
  for (Wire* wire : {&books_.wire, &bank_.wire, &desk_.wire}) {
    wire->down = false;
    wire->lost = wire->unanswered = wire->slow = 0;
    wire->usual = 5ms;
  }
  if (!process_) process_ = std::make_unique<Process>(books_, desk_, bank_, ids_, nature_.clock);
}

void World::advance(Duration by) {
  Steady::advance(by);
  nature_.run_due();
  for (Wire* wire : {&books_.wire, &bank_.wire, &desk_.wire}) wire->run();
  if (crash_now_) crash();
  crash_now_ = false;
  desk_.let_go_of_overdue();
  people();
  sellers();
  relay();
  if (!process_) return;
  process_->loop.wake_sleepers();
  while (process_->loop.context().poll() > 0) {
  }
}

// In large steps, each with as many small ones as it takes to finish what it began.
void World::until(Instant end, Duration by) {
  while (nature_.now() < end && !over()) {
    advance(by);
    for (int i = 0; i < 200 && (books_.wire.busy() || bank_.wire.busy() || desk_.wire.busy()); ++i) advance(step);
  }
}

void World::check_answers() {
  for (const auto& pay : pays_) {
    if (!pay->done) return nature_.broken("a buyer was never answered");
    if (pay->payment && !books_.payments.contains(*pay->payment))
      return nature_.broken("a payment was acknowledged and is unknown");
  }
  for (const auto& order : orders_) {
    if (!order->done) return nature_.broken("an organiser was never answered");
    if (!order->refund) continue;
    std::size_t known = 0;
    for (const auto& refund : books_.payments.at(order->payment).account.refunds)
      known += refund.key_hash == order->request.key_hash && refund.id == *order->refund;
    if (known != 1) return nature_.broken("a refund was acknowledged and is unknown");
  }
  for (const auto& [refund, payment] : handed_over_) {
    for (const auto& one : books_.payments.at(payment).account.refunds) {
      if (one.id == refund && one.state != RefundState::succeeded)
        return nature_.broken("money was handed over that is still due");
    }
  }
  if (!desk_.outbox.empty() || !books_.outbox.empty()) nature_.broken("an event was never taken");
}

Outcome World::play() {
  for (Wire* wire : {&books_.wire, &bank_.wire, &desk_.wire}) {
    wire->lost = nature_.chance(0.5) ? 0.03 : 0;
    wire->unanswered = nature_.chance(0.5) ? 0.03 : 0;
    wire->slow = nature_.chance(0.3) ? 0.05 : 0;
  }
  bank_.webhooks_lost = nature_.chance(0.3) ? 0.6 : 0.1;
  bank_.webhooks_late = 0.15;
  bank_.refunds_failing = nature_.chance(0.3) ? 0.3 : 0;
  bank_.refunds_returning = nature_.chance(0.3) ? 0.1 : 0;
  bank_.has_list = nature_.chance(0.7);
  bank_.names_are_ours = nature_.chance(0.4);
  bank_.something_was_done = [this] { crash_now_ = crash_now_ || (busy_ && nature_.chance(0.06)); };
  bank_.deliver = [this](SimulatedProvider::Webhook webhook, std::uint64_t tries) {
    if (process_) process_->loop.spawn(hand_in(*this, process_->app, std::move(webhook), tries, false));
    else nature_.later(10s, [this, webhook, tries] { bank_.deliver_again(webhook, tries + 1); });
  };
  const bool calm = nature_.chance(0.1);
  const auto crowd = 3 + nature_.below(8);
  const Instant start = nature_.now();
  while (nature_.now() < start + busy_for && !over()) {
    if (!calm || !process_) faults();
    if (desk_.bookings.size() < crowd && nature_.now() < start + bookings_for && nature_.chance(0.05)) {
      if (nature_.chance(0.2)) new_sale();
      else new_booking();
    }
    advance(step);
  }
  heal();
  const Instant healed = nature_.now();
  while (nature_.now() < healed + 75s && !over()) {
    until(nature_.now() + 2500ms, 250ms);
    if (auto fault = overdue(books_, healed, nature_.now()); !fault.empty()) nature_.broken(std::move(fault));
  }
  until(healed + 10min, 15s);
  until(healed + 100h, 100min);
  if (!over()) check_answers();
  if (!over()) nature_.contradiction = verdict(books_, bank_, desk_);
  outcome_.contradiction = nature_.contradiction;
  outcome_.commits = books_.commits;
  for (const auto& [ref, session] : bank_.sessions) {
    outcome_.captures += session.state.captures.size();
    outcome_.refunds += session.state.refunds.size();
  }
  return outcome_;
}

}  // namespace

Outcome play(std::uint64_t seed, bool trace) {
  Steady::simulate();  // each schedule begins at the same time
  return World(seed, trace).play();
}

}  // namespace gelora::payment::simulation
