// Invoices and credit notes in SQL. The document is all that is printed.
#pragma once
#include <optional>
#include <string>

#include "booking/domain/booking.hpp"
#include "booking/domain/invoice.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

struct Invoice {
  std::uint64_t id = 0, organisation = 0, number = 0;
  BookingId booking;
  InvoiceKind kind = InvoiceKind::invoice;
  std::uint64_t cause = 0;  // of a credit note: the receipt that it belongs to
  Instant issued_at;
  Money total;
  std::string document;  // JSON
};

// The invoice of one's own booking.
Task<std::optional<Invoice>> find_invoice(mysql::Pool& pool, BookingId booking, UserId owner);

// Within the caller's transaction.
Task<std::optional<Invoice>> find_invoice(mysql::Connection& db, BookingId booking, InvoiceKind kind, std::uint64_t cause);
// The organisation's next number; its row stays locked until the end of the transaction.
Task<std::uint64_t> take_number(mysql::Connection& db, std::uint64_t organisation);
Task<> insert_invoice(mysql::Connection& db, Invoice invoice);

}  // namespace gelora::booking
