// What is to be told by mail, in SQL. See migrations/0007_receipts.sql.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "booking/domain/receipt.hpp"
#include "booking/storage/bookings.hpp"
#include "booking/storage/catalogue.hpp"

namespace gelora::booking {

struct Receipt {
  std::uint64_t id = 0;
  BookingId booking;
  UserId user;  // who is told
  ReceiptKind kind = ReceiptKind::tickets;
  std::string detail;  // JSON, see ReceiptKind
  Instant created_at;
  std::uint64_t tries = 0;
  UserId buyer{};  // of the booking
};
// Takes some whose time has come, oldest first, until then; of one booking only its oldest. What another instance took is left
// out. `tries` goes up, and is the mark of who has it.
Task<std::vector<Receipt>> take_receipts(mysql::Pool& pool, Instant now, Instant until, std::size_t limit);
// Gives a claimed one back, to be taken again then.
Task<> postpone(mysql::Pool& pool, Receipt receipt, Instant until);
// Within the caller's transaction. False when it is not ours any more: then nothing may come of it.
Task<bool> finish(mysql::Connection& db, Receipt receipt, Instant now);

// Count and oldest of those that wait, see mysql::Backlog.
std::string receipts_backlog();

// Within the caller's transaction: the times of the last hour at which the mail was asked for again, oldest first; nothing when
// the first was never promised. Those who ask for one booking do so one after the other.
Task<std::optional<std::vector<Instant>>> lock_repeats(mysql::Connection& db, BookingId booking, Instant now);
Task<> put_receipt(mysql::Connection& db, Receipt receipt);

// A show as it is told of.
struct ShowText {
  std::string artist, title, colours;  // colours: JSON
  std::uint32_t poster_seed = 0;
  std::uint64_t organisation = 0;
  VenueText venue;
  Instant starts_at;
  TicketCodes codes = TicketCodes::fixed;
};
Task<std::optional<ShowText>> find_show_text(mysql::Pool& pool, ShowId show);

}  // namespace gelora::booking
