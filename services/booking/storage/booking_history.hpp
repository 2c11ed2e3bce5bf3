// What happened to a booking, as those see it who look after the show's buyers. The caller knows that the booking is theirs.
#pragma once
#include <string>
#include <vector>

#include "booking/storage/bookings.hpp"
#include "booking/storage/catalogue_changes.hpp"
#include "booking/storage/gates.hpp"
#include "booking/storage/house_seats.hpp"
#include "booking/storage/receipts.hpp"
#include "booking/storage/transfers.hpp"

namespace gelora::booking {

struct BookingNote {
  std::uint64_t id = 0;
  UserId by;
  Instant at;
  std::string words;
};
struct SentMail {
  ReceiptKind kind;
  std::string detail;  // JSON, see ReceiptKind
  Instant promised_at;
  std::optional<Instant> sent_at;
};
struct BookingHistory {
  std::vector<SentMail> mails;
  std::vector<StoredTransfer> transfers;
  std::vector<BookingNote> notes;
  std::map<TicketId, Admission> admissions;
  std::vector<Deed> deeds;  // other seats, other names
};
// At most a few hundred of each.
Task<BookingHistory> history_of(mysql::Pool& pool, BookingId booking);

// That there is one stands in the log of changes as well; its words do not.
Task<> put_note(mysql::Pool& pool, IdGenerator& ids, Author author, BookingView booking, BookingNote note);

}  // namespace gelora::booking
