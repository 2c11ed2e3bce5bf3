#include "booking/storage/invoices.hpp"

namespace gelora::booking {
namespace {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

constexpr auto select_mine =
    "SELECT i.id, i.organisation_id, i.number, i.booking_id, i.kind, i.cause, i.issued_at_us, i.total_minor, i.currency, "
    "i.document "
    "FROM invoices i JOIN bookings b ON b.id = i.booking_id WHERE i.booking_id = ? AND i.kind = 1 AND b.user_id = ?";
constexpr auto select_invoice =
    "SELECT id, organisation_id, number, booking_id, kind, cause, issued_at_us, total_minor, currency, document FROM invoices "
    "WHERE booking_id = ? AND kind = ? AND cause = ?";
constexpr auto raise_number =
    "INSERT INTO invoice_numbers (organisation_id, next_no) VALUES (?, 2) ON DUPLICATE KEY UPDATE next_no = next_no + 1";
constexpr auto select_number = "SELECT next_no - 1 FROM invoice_numbers WHERE organisation_id = ?";
constexpr auto insert_row =
    "INSERT INTO invoices (id, organisation_id, number, booking_id, kind, cause, issued_at_us, total_minor, currency, document) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

std::optional<Invoice> read_invoice(const mysql::Results& found) {
  if (found.rows().empty()) return std::nullopt;
  const auto row = found.rows().at(0);
  return Invoice{u64(row.at(0)),
                 u64(row.at(1)),
                 u64(row.at(2)),
                 {u64(row.at(3))},
                 static_cast<InvoiceKind>(u64(row.at(4))),
                 u64(row.at(5)),
                 instant(row.at(6)),
                 {i64(row.at(7)), *Currency::parse(text(row.at(8)))},
                 text(row.at(9))};
}

}  // namespace

Task<std::optional<Invoice>> find_invoice(mysql::Pool& pool, BookingId booking, UserId owner) {
  co_return read_invoice(co_await pool.query(select_mine, booking, owner));
}

Task<std::optional<Invoice>> find_invoice(mysql::Connection& db, BookingId booking, InvoiceKind kind, std::uint64_t cause) {
  co_return read_invoice(co_await db.query(select_invoice, booking, static_cast<unsigned>(kind), cause));
}

Task<std::uint64_t> take_number(mysql::Connection& db, std::uint64_t organisation) {
  co_await db.query(raise_number, organisation);
  const auto found = co_await db.query(select_number, organisation);
  co_return u64(found.rows().at(0).at(0));
}

Task<> insert_invoice(mysql::Connection& db, Invoice invoice) {
  co_await db.query(insert_row, invoice.id, invoice.organisation, invoice.number, invoice.booking,
                    static_cast<unsigned>(invoice.kind), invoice.cause, invoice.issued_at, invoice.total.amount_minor,
                    invoice.total.currency.text(), invoice.document);
}

}  // namespace gelora::booking
