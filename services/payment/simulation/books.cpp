#include "payment/simulation/books.hpp"

#include <algorithm>

#include "base/guards.hpp"

namespace gelora::payment::simulation {

using namespace std::chrono_literals;

namespace {

bool reachable(Status from, Status to, int steps) {
  if (from == to) return true;
  if (steps == 0) return false;
  for (int step = 0; step <= static_cast<int>(Step::all_refunded); ++step) {
    const auto next = after(from, static_cast<Step>(step));
    if (next && *next != from && reachable(*next, to, steps - 1)) return true;
  }
  return false;
}

bool within(std::int64_t amount, const Capture& capture) { return amount >= 0 && amount <= capture.amount.amount_minor; }

template <class Row>
Row* row_of(std::vector<Row>& rows, std::uint64_t id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [id](const Row& one) { return one.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

struct SimulatedBooks::Locks {
  Locks(std::set<std::string>& locked, std::string cause, std::string booking)
      : all(locked), by_cause(std::move(cause)), by_booking(std::move(booking)) {
    if (!by_cause.empty()) all.insert(by_cause);
    all.insert(by_booking);
  }
  ~Locks() {
    all.erase(by_cause);
    all.erase(by_booking);
  }
  Locks(const Locks&) = delete;
  Locks& operator=(const Locks&) = delete;
  std::set<std::string>& all;
  std::string by_cause, by_booking;
};

template <class Match>
std::optional<PaymentRow> SimulatedBooks::first(Match match) const {
  for (const auto& [id, record] : payments) {
    if (match(record)) return record.account.payment;
  }
  return std::nullopt;
}

SimulatedBooks::Record SimulatedBooks::record_of(const NewPayment& p) {
  Record record;
  record.account.payment = {p.id,     p.booking, p.user,           p.show, p.organisation, p.provider,    p.method,
                            {},       {},        Status::intended, false,  p.amount,       p.description, p.now,
                            p.pay_by, 0,         p.body_hash};
  record.key_hash = p.key_hash;
  record.next_check = p.now + 2s;
  return record;
}

Task<bool> SimulatedBooks::insert_payment(NewPayment p) {
  auto insert = [this, p] {
    const auto same_key = [&p](const auto& one) { return one.second.key_hash == p.key_hash; };
    if (std::any_of(payments.begin(), payments.end(), same_key)) return false;
    payments[p.id] = record_of(p);
    ++commits;
    nature_.note("payment " + p.id.text() + " of booking " + p.booking.text() + " is written");
    return true;
  };
  co_return co_await wire.call(std::move(insert));
}

Task<std::optional<PaymentRow>> SimulatedBooks::find_by_key(std::string key_hash, UserId owner) {
  auto find = [this, key_hash, owner] {
    return first([&](const Record& one) { return one.key_hash == key_hash && one.account.payment.user == owner; });
  };
  co_return co_await wire.call(std::move(find));
}

Task<std::optional<PaymentRow>> SimulatedBooks::find_by_id(PaymentId id) {
  auto find = [this, id] { return first([id](const Record& one) { return one.account.payment.id == id; }); };
  co_return co_await wire.call(std::move(find));
}

Task<std::optional<PaymentRow>> SimulatedBooks::find_by_session(std::string provider, std::string ref) {
  auto find = [this, provider, ref] {
    return first(
        [&](const Record& one) { return one.account.payment.provider == provider && one.account.payment.provider_ref == ref; });
  };
  co_return co_await wire.call(std::move(find));
}

Task<std::optional<PaymentRow>> SimulatedBooks::find_by_capture(std::string provider, std::string ref) {
  auto find = [this, provider, ref] {
    return first([&](const Record& one) {
      const auto& captures = one.account.captures;
      return one.account.payment.provider == provider &&
             std::any_of(captures.begin(), captures.end(), [&](const Capture& capture) { return capture.ref == ref; });
    });
  };
  co_return co_await wire.call(std::move(find));
}

Task<std::vector<PaymentRow>> SimulatedBooks::payments_of_booking(BookingId booking) {
  auto find = [this, booking] {
    std::vector<PaymentRow> found;
    for (const auto& [id, record] : payments) {
      if (record.account.payment.booking == booking) found.push_back(record.account.payment);
    }
    return found;
  };
  co_return co_await wire.call(std::move(find));
}

Task<std::vector<PaymentRow>> SimulatedBooks::payments_to_check(std::string provider, Instant now, std::size_t limit) {
  auto find = [this, provider, now, limit] {
    std::vector<PaymentRow> due;
    for (const auto& [id, record] : payments) {
      const PaymentRow& row = record.account.payment;
      if (row.provider == provider && record.next_check <= now && due.size() < limit) due.push_back(row);
    }
    return due;
  };
  co_return co_await wire.call(std::move(find));
}

Task<> SimulatedBooks::postpone_check(PaymentId id, Instant next) {
  auto postpone = [this, id, next] {
    Record& record = payments.at(id);
    record.next_check = next;
    ++record.account.payment.checks;
    return true;
  };
  co_await wire.call(std::move(postpone));
}

Task<std::vector<RefundToSend>> SimulatedBooks::refunds_to_send(std::string provider, Instant now, std::size_t limit) {
  auto find = [this, provider, now, limit] {
    std::vector<RefundToSend> due;
    for (auto& [id, record] : payments) {
      for (const auto& refund : record.account.refunds) {
        const bool to_send = record.account.payment.provider == provider &&
                             (refund.state == RefundState::due || refund.state == RefundState::sent);
        const Try& tried = record.tries[refund.id];
        if (!to_send || tried.next > now || due.size() == limit) continue;
        const Capture* capture = row_of(record.account.captures, refund.capture);
        due.push_back({record.account.payment, capture->ref, refund, tried.tries});
      }
    }
    return due;
  };
  co_return co_await wire.call(std::move(find));
}

Task<std::optional<PaymentId>> SimulatedBooks::payment_of_refund(std::uint64_t refund) {
  auto find = [this, refund]() -> std::optional<PaymentId> {
    for (auto& [id, record] : payments) {
      if (row_of(record.account.refunds, refund) != nullptr) return id;
    }
    return std::nullopt;
  };
  co_return co_await wire.call(std::move(find));
}

Task<> SimulatedBooks::postpone_refund(std::uint64_t refund, Instant next) {
  auto postpone = [this, refund, next] {
    for (auto& [id, record] : payments) {
      if (row_of(record.account.refunds, refund) == nullptr) continue;
      record.tries[refund].next = next;
      ++record.tries[refund].tries;
    }
    return true;
  };
  co_await wire.call(std::move(postpone));
}

std::string SimulatedBooks::name_of(const Cause& cause) {
  if (const auto* webhook = std::get_if<WebhookEvent>(&cause)) return "webhook " + webhook->event_id;
  if (const auto* event = std::get_if<BookingEvent>(&cause)) return "event " + std::to_string(event->event_id);
  return {};
}

bool SimulatedBooks::was_taken(const Cause& cause) const {
  if (const auto* webhook = std::get_if<WebhookEvent>(&cause)) return webhooks.contains({webhook->provider, webhook->event_id});
  if (const auto* event = std::get_if<BookingEvent>(&cause)) return inbox.contains(event->event_id);
  return false;
}

Task<std::shared_ptr<SimulatedBooks::Locks>> SimulatedBooks::lock(Cause cause, BookingId booking) {
  const std::string by_cause = name_of(cause), by_booking = "booking " + booking.text();
  while (locked_.contains(by_cause) || locked_.contains(by_booking)) co_await loop::sleep_for(5ms);
  co_return std::make_shared<Locks>(locked_, by_cause, by_booking);
}

// Between the lock and COMMIT the decision is made on what was read, while no payment of the booking changes.
Task<bool> SimulatedBooks::change(PaymentId id, Cause cause, std::function<void(Bookkeeper&)> decide) {
  auto here = [] { return true; };
  co_await wire.call(std::move(here));
  const auto found = payments.find(id);
  if (found == payments.end()) throw std::runtime_error("payment " + id.text() + " is not in the books");
  const auto locks = co_await lock(cause, found->second.account.payment.booking);
  if (was_taken(cause) && base::guards::events_act_once) co_return false;
  Account account = found->second.account;
  account.live_sister = std::any_of(payments.begin(), payments.end(), [&](const auto& one) {
    const PaymentRow& row = one.second.account.payment;
    return row.booking == account.payment.booking && row.id != id && (is_open(row.status) || row.status == Status::captured);
  });
  Bookkeeper books(std::move(account), ids_, nature_.now());
  decide(books);
  auto commit = [this, locks, cause, after = books.account(), changes = books.changes()] { return write(cause, after, changes); };
  const std::string fault = co_await wire.call(std::move(commit));
  if (!fault.empty()) throw std::runtime_error(fault);
  co_return true;
}

Task<bool> SimulatedBooks::sell_at_counter(CounterSale sale, BookingEvent event) {
  auto here = [] { return true; };
  co_await wire.call(std::move(here));
  const Cause cause = event;
  const PaymentId id = sale.payment.id;
  const auto locks = co_await lock(cause, sale.payment.booking);
  if ((was_taken(cause) && base::guards::events_act_once) || payments.contains(id)) co_return false;
  const Record fresh = record_of(sale.payment);
  Bookkeeper books(fresh.account, ids_, nature_.now());
  books.sold_at_counter();
  auto commit = [this, locks, cause, fresh, after = books.account(), changes = books.changes()] {
    payments[after.payment.id] = fresh;
    return write(cause, after, changes);
  };
  const std::string fault = co_await wire.call(std::move(commit));
  if (!fault.empty()) throw std::runtime_error(fault);
  co_return true;
}

// All of it, or nothing and why.
std::string SimulatedBooks::write(const Cause& cause, const Account& account, const Changes& changes) {
  const Instant now = nature_.now();
  const PaymentRow& payment = account.payment;
  Record next = payments.at(payment.id);
  Account& rows = next.account;
  if (!reachable(rows.payment.status, payment.status, 3))
    nature_.broken("payment " + payment.id.text() + " became " + std::string{payment::name_of(payment.status)} + " from " +
                   std::string{payment::name_of(rows.payment.status)});
  rows.payment.status = payment.status;
  rows.payment.declined = payment.declined;
  rows.payment.provider_ref = payment.provider_ref;
  rows.payment.checkout_url = payment.checkout_url;
  if (changes.status == Status::captured) next.next_check = now + 10min;
  if (changes.status == Status::expired || changes.status == Status::failed) next.next_check = now + 5s;
  if (changes.status == Status::refund_pending) next.next_check = now + 2s;
  for (auto one : changes.captures) {
    one.promised_back = 0;
    for (const auto& [id, record] : payments) {
      for (const auto& other : record.account.captures) {
        if (other.ref == one.ref) nature_.broken("capture " + one.ref + " was written twice");
      }
    }
    rows.captures.push_back(std::move(one));
  }
  for (const auto& one : changes.promises) {
    Capture* capture = row_of(rows.captures, one.capture);
    if (!within(capture->promised_back + one.amount_minor, *capture)) {
      nature_.broken("of capture " + capture->ref + " over " + std::to_string(capture->amount.amount_minor) + ", " +
                     std::to_string(capture->promised_back + one.amount_minor) + " was promised back");
      return "the promises leave their capture";
    }
    capture->promised_back += one.amount_minor;
  }
  for (const auto& one : changes.debts) {
    Capture* capture = row_of(rows.captures, one.capture);
    if (one.owed_back < 0 || one.owed_back > capture->amount.amount_minor) return "the debt leaves its capture";
    capture->owed_back = one.owed_back;
    capture->reason = one.reason;
  }
  for (const auto& one : changes.refunds) {
    for (const auto& [id, record] : payments) {
      for (const auto& other : record.account.refunds) {
        if (!one.key_hash.empty() && other.key_hash == one.key_hash) return "one_refund_per_key";
      }
    }
    rows.refunds.push_back(one);
  }
  for (const auto& one : changes.refund_changes) {
    Refund* refund = row_of(rows.refunds, one.id);
    refund->state = one.state;
    refund->provider_ref = one.provider_ref;
  }
  for (const auto& one : changes.disputes) rows.disputes.push_back(one);
  for (const auto& one : changes.dispute_changes) *row_of(rows.disputes, one.id) = one;
  for (const auto& posting : changes.postings) {
    std::int64_t sum = 0;
    for (const auto& entry : posting.entries) {
      sum += entry.amount_minor;
      const bool news = ledger.try_emplace({posting.cause, entry.account}, Posted{payment.id, entry.amount_minor}).second;
      if (!news) nature_.broken("posting " + posting.cause + " was made twice");
    }
    if (sum != 0) nature_.broken("posting " + posting.cause + " does not add up to nothing");
  }
  for (const auto& event : changes.events) outbox.emplace(ids_.next(now), event);
  for (const auto& one : changes.findings) findings.try_emplace({one.kind, one.ref}, payment.id);
  if (const auto* webhook = std::get_if<WebhookEvent>(&cause)) webhooks.insert({webhook->provider, webhook->event_id});
  if (const auto* event = std::get_if<BookingEvent>(&cause)) inbox.insert(event->event_id);
  payments[payment.id] = std::move(next);
  commits += changes.empty() ? 0 : 1;
  return {};
}

Task<bool> SimulatedBooks::record(WebhookEvent event, std::string, std::optional<Finding> finding) {
  auto write = [this, event, finding] {
    if (!webhooks.insert({event.provider, event.event_id}).second) return false;
    if (finding) findings.try_emplace({finding->kind, finding->ref});
    return true;
  };
  co_return co_await wire.call(std::move(write));
}

Task<> SimulatedBooks::record(std::string, Finding finding) {
  auto write = [this, finding] { return findings.try_emplace({finding.kind, finding.ref}).second; };
  co_await wire.call(std::move(write));
}

Task<std::vector<PaymentRow>> SimulatedBooks::payments_with_open_disputes(std::string provider) {
  auto find = [this, provider] {
    std::vector<PaymentRow> found;
    for (const auto& [id, record] : payments) {
      const auto& disputes = record.account.disputes;
      const bool open =
          std::any_of(disputes.begin(), disputes.end(), [](const auto& one) { return one.state == DisputeState::open; });
      if (open && record.account.payment.provider == provider) found.push_back(record.account.payment);
    }
    return found;
  };
  co_return co_await wire.call(std::move(find));
}

Task<std::vector<KnownCapture>> SimulatedBooks::captures_between(std::string provider, Instant from, Instant to) {
  auto find = [this, provider, from, to] {
    std::vector<KnownCapture> found;
    for (const auto& [id, record] : payments) {
      const PaymentRow& row = record.account.payment;
      if (row.provider != provider || row.created_at < from || row.created_at >= to) continue;
      for (const auto& capture : record.account.captures) found.push_back({id, capture.ref, capture.amount});
    }
    return found;
  };
  co_return co_await wire.call(std::move(find));
}

Task<std::optional<Instant>> SimulatedBooks::compared_to(std::string provider) {
  auto find = [this, provider]() -> std::optional<Instant> {
    const auto found = compared_.find(provider);
    if (found == compared_.end()) return std::nullopt;
    return found->second;
  };
  co_return co_await wire.call(std::move(find));
}

Task<> SimulatedBooks::note_comparison(Comparison done) {
  auto write = [this, done] { return compared_.insert_or_assign(done.provider, done.to).second; };
  co_await wire.call(std::move(write));
}

// A schedule is shorter than what is remembered.
Task<> SimulatedBooks::forget_old_webhooks(Instant) {
  auto none = [] { return true; };
  co_await wire.call(std::move(none));
}

Task<std::optional<Refund>> SimulatedBooks::refund_of_key(std::string key_hash) {
  auto find = [this, key_hash]() -> std::optional<Refund> {
    for (const auto& [id, record] : payments) {
      for (const auto& refund : record.account.refunds) {
        if (refund.key_hash == key_hash) return refund;
      }
    }
    return std::nullopt;
  };
  co_return co_await wire.call(std::move(find));
}

}  // namespace gelora::payment::simulation
