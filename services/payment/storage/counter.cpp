#include "payment/storage/counter.hpp"

#include <tuple>

#include "payment/storage/rows.hpp"

namespace gelora::payment {
namespace {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

constexpr auto select_organisation =
    "SELECT p.organisation_id FROM (SELECT organisation_id, show_id FROM payments WHERE show_id = ? ORDER BY id DESC LIMIT 1) p "
    "WHERE " MANAGED;
#define PAYOUTS "SELECT refund_id, booking_id, reference, method, reason, amount_minor, currency, due_at_us FROM counter_payouts "
#define WAIT "WHERE paid_at_us IS NULL AND show_id = ? AND organisation_id = ? AND refund_id > ? "
// Without its name MySQL takes the index of the sums, and sorts.
constexpr auto select_waiting = PAYOUTS "FORCE INDEX (counter_payouts_that_wait) " WAIT "ORDER BY refund_id LIMIT ?";
constexpr auto search_waiting = PAYOUTS WAIT "AND reference LIKE ? ORDER BY refund_id LIMIT ?";
constexpr auto sum_sales =
    "SELECT sold_by, method, currency, COUNT(*), CAST(SUM(amount_minor) AS SIGNED) FROM counter_sales WHERE show_id = ? AND "
    "organisation_id = ? AND sold_at_us >= ? AND sold_at_us < ? AND (? = 0 OR sold_by = ?) GROUP BY sold_by, method, currency";
constexpr auto sum_payouts =
    "SELECT paid_by, method, currency, COUNT(*), CAST(SUM(amount_minor) AS SIGNED) FROM counter_payouts WHERE show_id = ? AND "
    "organisation_id = ? AND paid_at_us >= ? AND paid_at_us < ? AND (? = 0 OR paid_by = ?) GROUP BY paid_by, method, currency";

}  // namespace

Task<std::optional<std::uint64_t>> organisation_of_show(mysql::Pool& pool, ShowId show, Rights rights) {
  const std::string list = list_of(rights);
  const auto found = co_await pool.query(select_organisation, show, static_cast<int>(rights.all), list, list);
  if (found.rows().empty()) co_return std::nullopt;
  co_return u64(found.rows().at(0).at(0));
}

Task<std::vector<WaitingPayout>> waiting_payouts(mysql::Pool& pool, std::uint64_t organisation, ShowId show,
                                                 std::string reference, std::uint64_t after, std::size_t limit) {
  mysql::Results found;
  if (reference.empty()) found = co_await pool.query(select_waiting, show, organisation, after, limit);
  else found = co_await pool.query(search_waiting, show, organisation, after, reference + "%", limit);
  std::vector<WaitingPayout> waiting;
  for (const auto row : found.rows())
    waiting.push_back({u64(row.at(0)),
                       {u64(row.at(1))},
                       text(row.at(2)),
                       text(row.at(3)),
                       text(row.at(4)),
                       {i64(row.at(5)), *Currency::parse(text(row.at(6)))},
                       instant(row.at(7))});
  co_return waiting;
}

Task<std::vector<Takings>> takings(mysql::Pool& pool, std::uint64_t organisation, ShowId show, std::optional<UserId> person,
                                   Instant from, Instant to) {
  const UserId only = person.value_or(UserId{});
  const auto sold = co_await pool.query(sum_sales, show, organisation, from, to, only, only);
  const auto paid = co_await pool.query(sum_payouts, show, organisation, from, to, only, only);
  std::map<std::tuple<std::uint64_t, std::string, std::string>, Takings> sums;
  const auto of = [&sums](mysql::RowView row) -> Takings& {
    Takings& one = sums[{u64(row.at(0)), text(row.at(1)), text(row.at(2))}];
    one.by = {u64(row.at(0))};
    one.method = text(row.at(1));
    one.taken.currency = one.paid_out.currency = *Currency::parse(text(row.at(2)));
    return one;
  };
  for (const auto row : sold.rows()) {
    Takings& one = of(row);
    one.sales = static_cast<std::uint64_t>(i64(row.at(3)));
    one.taken.amount_minor = i64(row.at(4));
  }
  for (const auto row : paid.rows()) {
    Takings& one = of(row);
    one.payouts = static_cast<std::uint64_t>(i64(row.at(3)));
    one.paid_out.amount_minor = i64(row.at(4));
  }
  std::vector<Takings> all;
  for (auto& [key, one] : sums) all.push_back(std::move(one));
  co_return all;
}

}  // namespace gelora::payment
