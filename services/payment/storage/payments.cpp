#include "payment/storage/payments.hpp"

#include "payment/storage/rows.hpp"

namespace gelora::payment {
namespace {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

constexpr auto select_mine = "SELECT " PAYMENT_COLUMNS " FROM payments p WHERE p.id = ? AND p.user_id = ?";
constexpr auto select_of_person =
    "SELECT " PAYMENT_COLUMNS " FROM payments p WHERE p.user_id = ? AND p.id < ? ORDER BY p.id DESC LIMIT ?";
constexpr auto select_managed = "SELECT " PAYMENT_COLUMNS " FROM payments p WHERE p.id = ? AND " MANAGED;
constexpr auto select_managed_list =
    "SELECT " PAYMENT_COLUMNS
    ", COALESCE(c.amount_minor, 0), COALESCE(c.promised_back_minor, 0) FROM payments p FORCE INDEX (payments_of_an_organisation) "
    "LEFT JOIN captures c "
    "ON c.payment_id = p.id AND c.state = 1 WHERE p.organisation_id = ? AND (? = 0 OR p.show_id = ?) AND (? = 0 OR p.booking_id "
    "= ?) "
    "AND p.id < ? ORDER BY p.id DESC LIMIT ?";
constexpr auto select_managed_refund =
    "SELECT " REFUND_COLUMNS ", r.payment_id FROM refunds r JOIN payments p ON p.id = r.payment_id WHERE r.id = ? AND " MANAGED;
constexpr auto select_refunds_of_mine = "SELECT " REFUND_COLUMNS
                                        ", r.payment_id FROM refunds r JOIN payments p ON p.id = r.payment_id "
                                        "WHERE r.payment_id = ? AND p.user_id = ? "
                                        "ORDER BY r.id";
constexpr auto select_refund_by_key = "SELECT " REFUND_COLUMNS ", r.payment_id FROM refunds r WHERE r.key_hash = ?";
constexpr auto select_lines =
    "SELECT p.id, p.at_us, p.payment_id, p.booking_id, p.cause, p.account, p.amount_minor, p.currency FROM ledger_entries p "
    "WHERE "
    "p.show_id = ? AND p.id > ? AND (p.account LIKE 'provider:%' OR p.account LIKE 'counter:%') AND " MANAGED
    " ORDER BY p.id LIMIT ?";
constexpr auto select_show_payment = "SELECT 1 FROM payments p WHERE p.show_id = ? AND " MANAGED " LIMIT 1";
constexpr auto select_findings =
    "SELECT id, kind, provider, ref, detail, payment_id, booking_id, amount_minor, currency, found_at_us FROM findings WHERE "
    "closed_at_us IS NULL AND id > ? ORDER BY id LIMIT ?";
constexpr auto update_finding = "UPDATE findings SET closed_at_us = COALESCE(closed_at_us, ?) WHERE id = ?";
constexpr auto find_finding = "SELECT 1 FROM findings WHERE id = ?";
constexpr auto count_findings = "SELECT COUNT(*) FROM findings WHERE closed_at_us IS NULL";
constexpr auto count_overdue = "SELECT COUNT(*) FROM payments WHERE status IN (0, 1) AND pay_by_us < ?";
constexpr auto select_open_payments = "SELECT COUNT(*), MIN(created_at_us) FROM payments WHERE status = ?";
// What waits at the counter, where nothing is tried, is due to a person and counted by itself.
constexpr auto select_open_refunds =
    "SELECT COUNT(*), MIN(created_at_us) FROM refunds WHERE state = ? AND (state <> 2 OR next_try_us < 9223372036854775807)";
constexpr auto select_open_payouts = "SELECT COUNT(*), MIN(due_at_us) FROM counter_payouts WHERE paid_at_us IS NULL";
constexpr auto select_comparisons = "SELECT provider, compared_to_us FROM comparisons";
constexpr auto insert_instance = "INSERT IGNORE INTO instances (name) VALUES (?)";
constexpr auto select_instance = "SELECT number FROM instances WHERE name = ?";

// "provider:stripe" is stripe; "counter:cash" stays what it is.
std::string holder(std::string account) {
  constexpr std::string_view provider = "provider:";
  return account.starts_with(provider) ? account.substr(provider.size()) : account;
}

RefundView read_view(mysql::RowView row) { return {read_refund(row), {u64(row.at(refund_columns))}}; }

}  // namespace

Task<std::optional<PaymentRow>> find_payment(mysql::Pool& pool, PaymentId id, UserId owner) {
  co_return first_payment(co_await pool.query(select_mine, id, owner));
}

Task<std::vector<PaymentRow>> payments_of_person(mysql::Pool& pool, UserId owner, std::uint64_t before, std::size_t limit) {
  co_return all_payments(co_await pool.query(select_of_person, owner, before, limit));
}

Task<std::optional<PaymentRow>> find_managed_payment(mysql::Pool& pool, PaymentId id, Rights rights) {
  const std::string list = list_of(rights);
  co_return first_payment(co_await pool.query(select_managed, id, static_cast<int>(rights.all), list, list));
}

Task<std::vector<ManagedPayment>> managed_payments(mysql::Pool& pool, std::uint64_t organisation, ShowId show, BookingId booking,
                                                   std::uint64_t before, std::size_t limit) {
  const auto found = co_await pool.query(select_managed_list, organisation, show, show, booking, booking, before, limit);
  std::vector<ManagedPayment> payments;
  for (const auto row : found.rows())
    payments.push_back({read_payment(row), i64(row.at(payment_columns)), i64(row.at(payment_columns + 1))});
  co_return payments;
}

Task<std::optional<RefundView>> find_managed_refund(mysql::Pool& pool, std::uint64_t id, Rights rights) {
  const std::string list = list_of(rights);
  const auto found = co_await pool.query(select_managed_refund, id, static_cast<int>(rights.all), list, list);
  if (found.rows().empty()) co_return std::nullopt;
  co_return read_view(found.rows().at(0));
}

Task<std::optional<RefundView>> find_refund_by_key(mysql::Pool& pool, std::string key_hash) {
  const auto found = co_await pool.query(select_refund_by_key, key_hash);
  if (found.rows().empty()) co_return std::nullopt;
  co_return read_view(found.rows().at(0));
}

Task<std::vector<RefundView>> refunds_of_payment(mysql::Pool& pool, PaymentId payment, UserId owner) {
  const auto found = co_await pool.query(select_refunds_of_mine, payment, owner);
  std::vector<RefundView> refunds;
  for (const auto row : found.rows()) refunds.push_back(read_view(row));
  co_return refunds;
}

Task<std::vector<SettlementLine>> settlement_lines(mysql::Pool& pool, ShowId show, Rights rights, std::uint64_t& after,
                                                   std::size_t limit) {
  const std::string list = list_of(rights);
  const auto found = co_await pool.query(select_lines, show, after, static_cast<int>(rights.all), list, list, limit);
  std::vector<SettlementLine> lines;
  for (const auto row : found.rows()) {
    after = u64(row.at(0));
    lines.push_back({instant(row.at(1)),
                     {u64(row.at(2))},
                     {u64(row.at(3))},
                     text(row.at(4)),
                     holder(text(row.at(5))),
                     {i64(row.at(6)), *Currency::parse(text(row.at(7)))}});
  }
  co_return lines;
}

Task<bool> may_see_money_of(mysql::Pool& pool, ShowId show, Rights rights) {
  const std::string list = list_of(rights);
  const auto found = co_await pool.query(select_show_payment, show, static_cast<int>(rights.all), list, list);
  co_return !found.rows().empty();
}

Task<std::vector<FindingView>> open_findings(mysql::Pool& pool, std::uint64_t after, std::size_t limit) {
  const auto found = co_await pool.query(select_findings, after, limit);
  std::vector<FindingView> findings;
  for (const auto row : found.rows()) {
    findings.push_back({u64(row.at(0)),
                        text(row.at(1)),
                        text(row.at(2)),
                        text(row.at(3)),
                        text(row.at(4)),
                        u64(row.at(5)),
                        u64(row.at(6)),
                        {i64(row.at(7)), *Currency::parse(text(row.at(8)))},
                        instant(row.at(9))});
  }
  co_return findings;
}

Task<bool> close_finding(mysql::Pool& pool, std::uint64_t id, Instant now) {
  co_await pool.query(update_finding, now, id);
  const auto found = co_await pool.query(find_finding, id);
  co_return !found.rows().empty();
}

Task<std::uint64_t> count_open_findings(mysql::Pool& pool) {
  const auto found = co_await pool.query(count_findings);
  co_return u64(found.rows().at(0).at(0));
}

Task<std::uint64_t> count_overdue_payments(mysql::Pool& pool, Instant pay_by_before) {
  const auto found = co_await pool.query(count_overdue, pay_by_before);
  co_return u64(found.rows().at(0).at(0));
}

Task<std::vector<OpenSagas>> open_sagas(mysql::Pool& pool) {
  constexpr std::pair<const char*, Status> payments[] = {{"intended", Status::intended}, {"pending", Status::pending}};
  constexpr std::pair<const char*, RefundState> refunds[] = {
      {"reserved", RefundState::reserved}, {"due", RefundState::due}, {"sent", RefundState::sent}};
  std::vector<OpenSagas> all;
  const auto add = [&all](const char* kind, const char* name, const mysql::Results& found) {
    const auto row = found.rows().at(0);
    all.push_back({kind, name, static_cast<std::uint64_t>(i64(row.at(0))), mysql::optional_instant(row.at(1))});
  };
  for (const auto& [name, status] : payments) {
    const auto found = co_await pool.query(select_open_payments, static_cast<int>(status));
    add("payment", name, found);
  }
  for (const auto& [name, state] : refunds) {
    const auto found = co_await pool.query(select_open_refunds, static_cast<int>(state));
    add("refund", name, found);
  }
  const auto waiting = co_await pool.query(select_open_payouts);
  add("payout", "due", waiting);
  co_return all;
}

Task<std::map<std::string, Instant>> comparisons(mysql::Pool& pool) {
  const auto found = co_await pool.query(select_comparisons);
  std::map<std::string, Instant> compared_to;
  for (const auto row : found.rows()) compared_to[text(row.at(0))] = instant(row.at(1));
  co_return compared_to;
}

Task<std::uint32_t> instance_number(mysql::Pool& pool, std::string name) {
  auto found = co_await pool.query(select_instance, name);
  if (found.rows().empty()) {
    co_await pool.query(insert_instance, name);
    found = co_await pool.query(select_instance, name);
  }
  co_return static_cast<std::uint32_t>(u64(found.rows().at(0).at(0)) % 1024);
}

}  // namespace gelora::payment
