#include "payment/storage/mysql_books.hpp"

#include <boost/json.hpp>

#include "base/guards.hpp"
#include "outbox/outbox.hpp"
#include "payment/storage/rows.hpp"

namespace gelora::payment {
namespace {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

#define NEW_PAYMENT                                                                                                            \
  "INTO payments (id, booking_id, user_id, show_id, organisation_id, provider, method, status, amount_minor, currency, "       \
  "description, created_at_us, pay_by_us, next_check_us, key_hash, body_hash) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, " \
  "?, ?, ?)"
constexpr auto insert = "INSERT " NEW_PAYMENT;
constexpr auto insert_if_new = "INSERT IGNORE " NEW_PAYMENT;
constexpr auto insert_counter_sale =
    "INSERT INTO counter_sales (payment_id, booking_id, show_id, organisation_id, reference, method, amount_minor, currency, "
    "sold_by, sold_at_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto insert_payout =
    "INSERT INTO counter_payouts (refund_id, amount_minor, reason, due_at_us, payment_id, booking_id, show_id, organisation_id, "
    "reference, method, currency) SELECT ?, ?, ?, ?, payment_id, booking_id, show_id, organisation_id, reference, method, "
    "currency FROM counter_sales WHERE payment_id = ?";
constexpr auto update_payout =
    "UPDATE counter_payouts SET paid_at_us = ?, paid_by = ? WHERE refund_id = ? AND paid_at_us IS NULL";
constexpr auto select_by_key = "SELECT " PAYMENT_COLUMNS " FROM payments p WHERE p.key_hash = ? AND p.user_id = ?";
constexpr auto select_by_id = "SELECT " PAYMENT_COLUMNS " FROM payments p WHERE p.id = ?";
constexpr auto select_by_ref = "SELECT " PAYMENT_COLUMNS " FROM payments p WHERE p.provider = ? AND p.provider_ref = ?";
constexpr auto select_by_capture =
    "SELECT " PAYMENT_COLUMNS
    " FROM captures c JOIN payments p ON p.id = c.payment_id WHERE c.provider = ? AND c.provider_ref = ?";
constexpr auto select_of_booking = "SELECT " PAYMENT_COLUMNS " FROM payments p WHERE p.booking_id = ?";
constexpr auto select_due =
    "SELECT " PAYMENT_COLUMNS " FROM payments p WHERE p.provider = ? AND p.next_check_us <= ? ORDER BY p.next_check_us LIMIT ?";
// All of a booking, in one order: two of them that are closed together see each other's end.
constexpr auto select_locked =
    "SELECT " PAYMENT_COLUMNS
    " FROM payments p WHERE p.booking_id = (SELECT m.booking_id FROM payments m WHERE m.id = ?) ORDER BY p.id FOR UPDATE";
constexpr auto update_next_check = "UPDATE payments SET next_check_us = ?, checks = checks + 1 WHERE id = ?";
constexpr auto update_payment =
    "UPDATE payments SET status = ?, declined = ?, provider_ref = NULLIF(?, ''), checkout_url = ?, next_check_us = COALESCE(?, "
    "next_check_us) "
    "WHERE id = ?";
constexpr auto select_captures =
    "SELECT id, provider_ref, amount_minor, currency, state, reason, promised_back_minor, owed_back_minor FROM captures WHERE "
    "payment_id = ? ORDER BY id";
constexpr auto update_debt = "UPDATE captures SET owed_back_minor = ?, reason = ? WHERE id = ?";
constexpr auto insert_capture =
    "INSERT INTO captures (id, payment_id, provider, provider_ref, amount_minor, currency, state, reason, captured_at_us) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto add_promise =
    "UPDATE captures SET promised_back_minor = promised_back_minor + ? WHERE id = ? AND promised_back_minor + ? BETWEEN 0 AND "
    "amount_minor";
constexpr auto select_refunds = "SELECT " REFUND_COLUMNS " FROM refunds r WHERE r.payment_id = ? ORDER BY r.id";
constexpr auto insert_refund =
    "INSERT INTO refunds (id, payment_id, capture_id, amount_minor, currency, state, reason, provider_ref, ticket_ids, used_too, "
    "requested_by, created_at_us, finished_at_us, key_hash, body_hash, goodwill, next_try_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, ''), ?, ?)";
constexpr auto update_refund = "UPDATE refunds SET state = ?, provider_ref = ?, finished_at_us = ? WHERE id = ?";
constexpr auto select_to_send = "SELECT " PAYMENT_COLUMNS ", " REFUND_COLUMNS
                                ", c.provider_ref, r.tries FROM refunds r JOIN payments p ON p.id = r.payment_id JOIN captures c "
                                "ON c.id = r.capture_id WHERE "
                                "r.state IN (2, 3) AND r.next_try_us <= ? AND p.provider = ? ORDER BY r.next_try_us LIMIT ?";
constexpr auto select_payment_of_refund = "SELECT payment_id FROM refunds WHERE id = ?";
constexpr auto update_next_try = "UPDATE refunds SET next_try_us = ?, tries = tries + 1 WHERE id = ?";
constexpr auto select_disputes =
    "SELECT id, capture_id, provider_ref, amount_minor, currency, state, held_minor FROM disputes WHERE payment_id = ? ORDER BY "
    "id";
constexpr auto select_disputed = "SELECT DISTINCT " PAYMENT_COLUMNS
                                 " FROM disputes d JOIN payments p ON p.id = d.payment_id WHERE d.state = 1 AND p.provider = ?";
constexpr auto insert_dispute =
    "INSERT INTO disputes (id, payment_id, capture_id, provider_ref, amount_minor, currency, state, opened_at_us) VALUES (?, ?, "
    "?, ?, "
    "?, ?, ?, ?)";
constexpr auto update_dispute = "UPDATE disputes SET state = ?, held_minor = ?, decided_at_us = ? WHERE id = ?";
constexpr auto insert_entry =
    "INSERT INTO ledger_entries (cause, account, amount_minor, currency, payment_id, booking_id, show_id, organisation_id, "
    "at_us) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto insert_two_entries =
    "INSERT INTO ledger_entries (cause, account, amount_minor, currency, payment_id, booking_id, show_id, organisation_id, "
    "at_us) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto insert_webhook =
    "INSERT IGNORE INTO webhook_events (provider, event_id, outcome, payment_id, received_at_us) VALUES (?, ?, ?, ?, ?)";
constexpr auto insert_finding =
    "INSERT IGNORE INTO findings (id, kind, provider, ref, payment_id, booking_id, amount_minor, currency, detail, found_at_us) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

constexpr auto select_captures_between =
    "SELECT c.payment_id, c.provider_ref, c.amount_minor, c.currency FROM payments p JOIN captures c ON c.payment_id = p.id "
    "WHERE "
    "p.provider = ? AND p.created_at_us >= ? AND p.created_at_us < ?";
constexpr auto select_compared_to = "SELECT compared_to_us FROM comparisons WHERE provider = ?";
constexpr auto upsert_comparison =
    "INSERT INTO comparisons (provider, compared_to_us, ran_at_us, sessions, differences) VALUES (?, ?, ?, ?, ?) ON DUPLICATE "
    "KEY "
    "UPDATE compared_to_us = VALUES(compared_to_us), ran_at_us = VALUES(ran_at_us), sessions = VALUES(sessions), differences = "
    "VALUES(differences)";
constexpr auto delete_old_webhooks = "DELETE FROM webhook_events WHERE received_at_us < ? LIMIT 1000";
constexpr auto delete_old_inbox = "DELETE FROM inbox WHERE received_at_us < ? LIMIT 1000";

std::string ids_as_json(const std::vector<TicketId>& tickets) {
  boost::json::array ids;
  for (const auto one : tickets) ids.emplace_back(one.text());
  return boost::json::serialize(ids);
}

}  // namespace

Task<bool> MysqlBooks::insert_payment(NewPayment p) {
  bool taken = false;
  try {
    co_await pool_.query(insert, p.id, p.booking, p.user, p.show, p.organisation, p.provider, p.method, p.amount.amount_minor,
                         p.amount.currency.text(), p.description, p.now, p.pay_by, p.now + std::chrono::seconds{2}, p.key_hash,
                         p.body_hash);
  } catch (const mysql::Fault& fault) {
    if (fault.kind != mysql::FaultKind::duplicate || !fault.names("one_payment_per_key")) throw;
    taken = true;
  }
  co_return !taken;
}

Task<bool> MysqlBooks::sell_at_counter(CounterSale sale, BookingEvent event) {
  auto body = [this, &sale, event](mysql::Connection& db) -> Task<bool> {
    const NewPayment& p = sale.payment;
    const auto amount = p.amount.amount_minor;
    const auto currency = p.amount.currency.text();
    Cause cause = event;
    const bool news = co_await take(db, std::move(cause), p.id);
    if (!news && base::guards::events_act_once) co_return false;
    const auto made = co_await db.query(insert_if_new, p.id, p.booking, p.user, p.show, p.organisation, p.provider, p.method,
                                        amount, currency, p.description, p.now, p.pay_by, never, p.key_hash, p.body_hash);
    if (made.affected_rows() == 0) co_return false;
    co_await db.query(insert_counter_sale, p.id, p.booking, p.show, p.organisation, sale.reference, p.method, amount, currency,
                      sale.sold_by, p.now);
    Account account = co_await read(db, p.id);
    Bookkeeper books(std::move(account), ids_, clock_.now());
    books.sold_at_counter();
    co_await write(db, books.account(), books.changes(), books.now());
    co_return true;
  };
  co_return co_await pool_.transaction(body);
}

Task<std::optional<PaymentRow>> MysqlBooks::find_by_key(std::string key_hash, UserId owner) {
  co_return first_payment(co_await pool_.query(select_by_key, key_hash, owner));
}

Task<std::optional<PaymentRow>> MysqlBooks::find_by_id(PaymentId id) {
  co_return first_payment(co_await pool_.query(select_by_id, id));
}

Task<std::optional<PaymentRow>> MysqlBooks::find_by_session(std::string provider, std::string ref) {
  co_return first_payment(co_await pool_.query(select_by_ref, provider, ref));
}

Task<std::optional<PaymentRow>> MysqlBooks::find_by_capture(std::string provider, std::string ref) {
  co_return first_payment(co_await pool_.query(select_by_capture, provider, ref));
}

Task<std::vector<PaymentRow>> MysqlBooks::payments_of_booking(BookingId booking) {
  co_return all_payments(co_await pool_.query(select_of_booking, booking));
}

Task<std::vector<PaymentRow>> MysqlBooks::payments_to_check(std::string provider, Instant now, std::size_t limit) {
  co_return all_payments(co_await pool_.query(select_due, provider, now, limit));
}

Task<> MysqlBooks::postpone_check(PaymentId id, Instant next) { co_await pool_.query(update_next_check, next, id); }

Task<std::vector<RefundToSend>> MysqlBooks::refunds_to_send(std::string provider, Instant now, std::size_t limit) {
  const auto found = co_await pool_.query(select_to_send, now, provider, limit);
  std::vector<RefundToSend> due;
  for (const auto row : found.rows()) {
    const std::size_t rest = payment_columns + refund_columns;
    due.push_back({read_payment(row), text(row.at(rest)), read_refund(row, payment_columns), u64(row.at(rest + 1))});
  }
  co_return due;
}

Task<std::optional<PaymentId>> MysqlBooks::payment_of_refund(std::uint64_t refund) {
  const auto found = co_await pool_.query(select_payment_of_refund, refund);
  if (found.rows().empty()) co_return std::nullopt;
  co_return PaymentId{u64(found.rows().at(0).at(0))};
}

Task<> MysqlBooks::postpone_refund(std::uint64_t refund, Instant next) { co_await pool_.query(update_next_try, next, refund); }

Task<bool> MysqlBooks::take(mysql::Connection& db, Cause cause, PaymentId payment) {
  const Instant now = clock_.now();
  if (const auto* webhook = std::get_if<WebhookEvent>(&cause)) {
    const auto taken =
        co_await db.query(insert_webhook, webhook->provider, webhook->event_id, std::string_view{"settled"}, payment, now);
    co_return taken.affected_rows() == 1;
  }
  if (const auto* event = std::get_if<BookingEvent>(&cause)) {
    const bool news = co_await outbox::take(db, "booking-service", event->event_id, now);
    co_return news;
  }
  co_return true;
}

Task<Account> MysqlBooks::read(mysql::Connection& db, PaymentId id) {
  Account account;
  const auto of_booking = co_await db.query(select_locked, id);
  if (of_booking.rows().empty()) throw std::runtime_error("payment " + id.text() + " is not in the books");
  for (const auto row : of_booking.rows()) {
    auto payment = read_payment(row);
    if (payment.id == id) account.payment = std::move(payment);
    else account.live_sister = account.live_sister || is_open(payment.status) || payment.status == Status::captured;
  }
  if (account.payment.provider_ref.empty()) co_return account;  // the provider never heard of it: there is no money
  const auto captures = co_await db.query(select_captures, id);
  for (const auto row : captures.rows()) {
    account.captures.push_back({u64(row.at(0)),
                                text(row.at(1)),
                                {i64(row.at(2)), *Currency::parse(text(row.at(3)))},
                                u64(row.at(4)) == 1,
                                text(row.at(5)),
                                i64(row.at(6)),
                                i64(row.at(7))});
  }
  if (account.captures.empty()) co_return account;
  const auto refunds = co_await db.query(select_refunds, id);
  for (const auto row : refunds.rows()) account.refunds.push_back(read_refund(row));
  const auto disputes = co_await db.query(select_disputes, id);
  for (const auto row : disputes.rows()) {
    account.disputes.push_back({u64(row.at(0)),
                                u64(row.at(1)),
                                text(row.at(2)),
                                {i64(row.at(3)), *Currency::parse(text(row.at(4)))},
                                static_cast<DisputeState>(u64(row.at(5))),
                                i64(row.at(6))});
  }
  co_return account;
}

Task<> MysqlBooks::write(mysql::Connection& db, const Account& account, Changes changes, Instant now) {
  const PaymentRow& payment = account.payment;
  // Money that has just come is looked at again: a second capture may follow without a word.
  std::optional<Instant> next_check;
  if (changes.status == Status::captured) next_check = now + std::chrono::minutes{10};
  if (changes.status == Status::expired || changes.status == Status::failed) next_check = now + std::chrono::seconds{5};
  if (changes.status == Status::refund_pending) next_check = now + std::chrono::seconds{2};
  if (payment.at_counter()) next_check.reset();  // there is nobody to look at it with
  const Instant next_try = payment.at_counter() ? never : Instant{};
  co_await db.query(update_payment, static_cast<unsigned>(payment.status), static_cast<int>(payment.declined),
                    payment.provider_ref, payment.checkout_url, next_check, payment.id);
  for (const auto& one : changes.captures) {
    co_await db.query(insert_capture, one.id, payment.id, payment.provider, one.ref, one.amount.amount_minor,
                      one.amount.currency.text(), one.kept ? 1 : 4, one.reason, now);
  }
  for (const auto& one : changes.promises) {
    const auto added = co_await db.query(add_promise, one.amount_minor, one.capture, one.amount_minor);
    CHECK(added.affected_rows() == 1);  // under the payment's lock the account was right
  }
  for (const auto& one : changes.debts) co_await db.query(update_debt, one.owed_back, one.reason, one.capture);
  for (const auto& one : changes.refunds) {
    std::optional<Instant> finished;
    if (!is_open(one.state)) finished = now;
    co_await db.query(insert_refund, one.id, payment.id, one.capture, one.amount.amount_minor, one.amount.currency.text(),
                      static_cast<unsigned>(one.state), one.reason, one.provider_ref, ids_as_json(one.tickets),
                      static_cast<int>(one.used_too), one.by, one.created_at, finished, one.key_hash, one.body_hash,
                      static_cast<int>(one.goodwill), next_try);
  }
  for (const auto& one : changes.refund_changes) {
    std::optional<Instant> finished;
    if (!is_open(one.state)) finished = now;
    co_await db.query(update_refund, static_cast<unsigned>(one.state), one.provider_ref, finished, one.id);
  }
  if (payment.at_counter()) {
    co_await write_payouts(db, payment.id, changes.refunds, now);
    co_await write_payouts(db, payment.id, changes.refund_changes, now);
  }
  for (const auto& one : changes.disputes) {
    co_await db.query(insert_dispute, one.id, payment.id, one.capture, one.ref, one.amount.amount_minor,
                      one.amount.currency.text(), static_cast<unsigned>(one.state), now);
  }
  for (const auto& one : changes.dispute_changes) {
    std::optional<Instant> decided;
    if (one.state != DisputeState::open) decided = now;
    co_await db.query(update_dispute, static_cast<unsigned>(one.state), one.held, decided, one.id);
  }
  for (const auto& posting : changes.postings) {
    const auto currency = posting.currency.text();
    if (posting.entries.size() == 2) {  // nearly always: one statement
      const auto &one = posting.entries[0], &other = posting.entries[1];
      co_await db.query(insert_two_entries, posting.cause, one.account, one.amount_minor, currency, payment.id, payment.booking,
                        payment.show, payment.organisation, now, posting.cause, other.account, other.amount_minor, currency,
                        payment.id, payment.booking, payment.show, payment.organisation, now);
      continue;
    }
    for (const auto& entry : posting.entries) {
      co_await db.query(insert_entry, posting.cause, entry.account, entry.amount_minor, currency, payment.id, payment.booking,
                        payment.show, payment.organisation, now);
    }
  }
  for (auto& event : changes.events)
    co_await outbox::put(db, ids_.next(now), "booking-service", event.type, std::move(event.data), now);
  for (auto& finding : changes.findings) co_await insert_one(db, payment.provider, &payment, std::move(finding));
}

// What waits at the counter from now on, or was handed over.
Task<> MysqlBooks::write_payouts(mysql::Connection& db, PaymentId payment, const std::vector<Refund>& refunds, Instant now) {
  for (const auto& one : refunds) {
    if (one.state == RefundState::due)
      co_await db.query(insert_payout, one.id, one.amount.amount_minor, one.reason, now, payment);
    if (one.state != RefundState::succeeded) continue;
    const auto paid = co_await db.query(update_payout, now, one.paid_by, one.id);
    CHECK(paid.affected_rows() == 1);  // under the payment's lock it was due
  }
}

Task<bool> MysqlBooks::change(PaymentId id, Cause cause, std::function<void(Bookkeeper&)> decide) {
  auto body = [this, id, &cause, &decide](mysql::Connection& db) -> Task<bool> {
    const bool news = co_await take(db, cause, id);
    if (!news && base::guards::events_act_once) co_return false;
    Account account = co_await read(db, id);
    Bookkeeper books(std::move(account), ids_, clock_.now());
    const std::string ref_before = books.account().payment.provider_ref;
    decide(books);
    const bool changed = !books.changes().empty() || books.account().payment.provider_ref != ref_before;
    if (changed) co_await write(db, books.account(), books.changes(), books.now());
    co_return true;
  };
  co_return co_await pool_.transaction(body);
}

Task<> MysqlBooks::insert_one(mysql::Connection& db, std::string provider, const PaymentRow* payment, Finding finding) {
  const Instant now = clock_.now();
  co_await db.query(insert_finding, ids_.next(now), finding.kind, provider, finding.ref,
                    payment == nullptr ? std::uint64_t{0} : payment->id.value,
                    payment == nullptr ? std::uint64_t{0} : payment->booking.value, finding.amount.amount_minor,
                    finding.amount.currency.text(), finding.detail.substr(0, 300), now);
}

Task<bool> MysqlBooks::record(WebhookEvent event, std::string outcome, std::optional<Finding> finding) {
  auto body = [this, &event, &outcome, &finding](mysql::Connection& db) -> Task<bool> {
    const auto taken = co_await db.query(insert_webhook, event.provider, event.event_id, outcome, std::uint64_t{0}, clock_.now());
    if (taken.affected_rows() == 0) co_return false;
    if (finding) co_await insert_one(db, event.provider, nullptr, *finding);
    co_return true;
  };
  co_return co_await pool_.transaction(body);
}

Task<> MysqlBooks::record(std::string provider, Finding finding) {
  auto body = [this, &provider, &finding](mysql::Connection& db) -> Task<> {
    co_await insert_one(db, provider, nullptr, finding);
  };
  co_await pool_.transaction(body);
}

Task<std::vector<PaymentRow>> MysqlBooks::payments_with_open_disputes(std::string provider) {
  co_return all_payments(co_await pool_.query(select_disputed, provider));
}

Task<std::vector<KnownCapture>> MysqlBooks::captures_between(std::string provider, Instant from, Instant to) {
  const auto found = co_await pool_.query(select_captures_between, provider, from, to);
  std::vector<KnownCapture> captures;
  for (const auto row : found.rows())
    captures.push_back({{u64(row.at(0))}, text(row.at(1)), {i64(row.at(2)), *Currency::parse(text(row.at(3)))}});
  co_return captures;
}

Task<std::optional<Instant>> MysqlBooks::compared_to(std::string provider) {
  const auto found = co_await pool_.query(select_compared_to, provider);
  if (found.rows().empty()) co_return std::nullopt;
  co_return instant(found.rows().at(0).at(0));
}

Task<> MysqlBooks::note_comparison(Comparison done) {
  co_await pool_.query(upsert_comparison, done.provider, done.to, clock_.now(), done.sessions, done.differences);
}

Task<> MysqlBooks::forget_old_webhooks(Instant now) {
  const Instant before = now - std::chrono::days{35};
  const char* statements[] = {delete_old_webhooks, delete_old_inbox};
  for (const char* statement : statements) {
    for (bool more = true; more;) {
      const auto gone = co_await pool_.query(statement, before);
      more = gone.affected_rows() == 1000;
    }
  }
}

}  // namespace gelora::payment
