#include "booking/storage/counter_sales.hpp"

#include "booking/storage/booking_document.hpp"

namespace gelora::booking {
namespace {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

#define COUNTER_SALES                                                                                                       \
  "SELECT c.booking_id, b.reference, b.created_at_us, c.sold_by, c.method, c.reason, c.name, c.email, c.locale, b.status, " \
  "b.total_minor, b.refunded_minor, b.currency, b.document FROM counter_sales c JOIN bookings b ON b.id = c.booking_id "
constexpr auto select_all = COUNTER_SALES "WHERE c.show_id = ? AND c.booking_id < ? ORDER BY c.booking_id DESC LIMIT ?";
constexpr auto select_own =
    COUNTER_SALES "WHERE c.show_id = ? AND c.sold_by = ? AND c.booking_id < ? ORDER BY c.booking_id DESC LIMIT ?";
constexpr auto select_one = COUNTER_SALES "WHERE c.show_id = ? AND c.booking_id = ?";

CounterSale read_sale(mysql::RowView row) {
  const Currency currency = *Currency::parse(text(row.at(12)));
  CounterSale sale{{u64(row.at(0))},
                   text(row.at(1)),
                   instant(row.at(2)),
                   {u64(row.at(3))},
                   static_cast<CounterMethod>(u64(row.at(4))),
                   text(row.at(5)),
                   {text(row.at(6)), text(row.at(7)), text(row.at(8))},
                   static_cast<BookingStatus>(u64(row.at(9))),
                   {i64(row.at(10)), currency},
                   {i64(row.at(11)), currency},
                   {}};
  for (const auto& line : read_document(text(row.at(13))).lines) sale.places.push_back(line.label);
  return sale;
}

std::vector<CounterSale> read_sales(const mysql::Results& found) {
  std::vector<CounterSale> sales;
  for (const auto row : found.rows()) sales.push_back(read_sale(row));
  return sales;
}

}  // namespace

Task<std::vector<CounterSale>> list_counter_sales(mysql::Pool& pool, ShowId show, std::optional<UserId> seller,
                                                  std::uint64_t before, std::size_t limit) {
  if (seller) co_return read_sales(co_await pool.query(select_own, show, *seller, before, limit));
  co_return read_sales(co_await pool.query(select_all, show, before, limit));
}

Task<std::optional<CounterSale>> find_counter_sale(mysql::Pool& pool, ShowId show, BookingId id) {
  const auto found = co_await pool.query(select_one, show, id);
  if (found.rows().empty()) co_return std::nullopt;
  co_return read_sale(found.rows().at(0));
}

Task<std::map<BookingId, CounterBuyer>> counter_buyers(mysql::Pool& pool, std::vector<BookingId> bookings) {
  std::map<BookingId, CounterBuyer> buyers;
  if (bookings.empty()) co_return buyers;
  std::vector<std::uint64_t> ids;
  for (const auto id : bookings) ids.push_back(id.value);
  const auto found = co_await pool.run("SELECT booking_id, name, email, locale FROM counter_sales WHERE booking_id IN (" +
                                       mysql::id_list(ids) + ")");
  for (const auto row : found.rows()) buyers[{u64(row.at(0))}] = {text(row.at(1)), text(row.at(2)), text(row.at(3))};
  co_return buyers;
}

}  // namespace gelora::booking
