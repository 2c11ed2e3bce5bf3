#include "booking/storage/booking_history.hpp"

namespace gelora::booking {
namespace {

using mysql::u64, mysql::text, mysql::instant;

constexpr auto select_mails =
    "SELECT kind, detail, created_at_us, done_at_us FROM receipts WHERE booking_id = ? ORDER BY id LIMIT 300";
constexpr auto select_notes = "SELECT id, by_id, at_us, words FROM booking_notes WHERE booking_id = ? ORDER BY id LIMIT 300";
constexpr auto select_admissions =
    "SELECT a.ticket_id, a.first_at_us, a.gate, a.inside, a.entries FROM tickets t JOIN admissions a ON a.ticket_id = t.id WHERE "
    "t.booking_id = ?";
constexpr auto insert_note = "INSERT INTO booking_notes(id, booking_id, by_id, at_us, words) VALUES (?, ?, ?, ?, ?)";

}  // namespace

Task<BookingHistory> history_of(mysql::Pool& pool, BookingId booking) {
  BookingHistory history;
  const auto mails = co_await pool.query(select_mails, booking);
  for (const auto row : mails.rows())
    history.mails.push_back(
        {static_cast<ReceiptKind>(u64(row.at(0))), text(row.at(1)), instant(row.at(2)), mysql::optional_instant(row.at(3))});
  history.transfers = co_await transfers_of_booking(pool, booking);
  const auto notes = co_await pool.query(select_notes, booking);
  for (const auto row : notes.rows())
    history.notes.push_back({u64(row.at(0)), {u64(row.at(1))}, instant(row.at(2)), text(row.at(3))});
  const auto admissions = co_await pool.query(select_admissions, booking);
  for (const auto row : admissions.rows())
    history.admissions[{u64(row.at(0))}] = {instant(row.at(1)), text(row.at(2)), u64(row.at(3)) != 0,
                                            static_cast<std::uint32_t>(u64(row.at(4)))};
  history.deeds = co_await deeds_of_booking(pool, booking);
  co_return history;
}

Task<> put_note(mysql::Pool& pool, IdGenerator& ids, Author author, BookingView booking, BookingNote note) {
  auto body = [&](mysql::Connection& db) -> Task<> {
    co_await db.query(insert_note, note.id, booking.id, note.by, note.at, note.words);
    boost::json::object after{{"id", booking.id.text()}, {"name", booking.reference}};
    CatalogueChange change{"booking_noted", {}, booking.show, nullptr, std::move(after)};
    co_await note_change(db, ids, author, std::move(change));
  };
  co_await pool.transaction(body);
}

}  // namespace gelora::booking
