#include "booking/storage/bookings.hpp"

#include "booking/storage/batch_sql.hpp"
#include "booking/storage/booking_document.hpp"

namespace gelora::booking {
namespace {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

constexpr std::size_t most_places_sought = 8;

constexpr auto select_hold = "SELECT show_id, status, expires_at_us, placement, places FROM holds WHERE id = ? AND user_id = ?";
constexpr auto select_show_of_hold = "SELECT show_id FROM holds WHERE id = ? AND user_id = ?";
constexpr auto select_show_of_booking = "SELECT show_id FROM bookings WHERE id = ? AND user_id = ?";
constexpr auto select_any_booking = "SELECT show_id, status, hold_id, user_id, promo_id, payment_id FROM bookings WHERE id = ?";
#define BOOKING_COLUMNS                                                                                                  \
  "id, reference, show_id, user_id, hold_id, status, currency, fees_minor, discount_minor, total_minor, created_at_us, " \
  "pay_by_us, document, tax_minor, refunded_minor, decline_by_us, payment_id"
#define TICKET_COLUMNS "id, booking_id, show_id, seat_no, status, attendee, user_id"

constexpr auto select_booking = "SELECT " BOOKING_COLUMNS " FROM bookings WHERE id = ? AND user_id = ?";
// Its index is said to each list below, since the optimiser takes the primary key instead, backwards through all there is, for
// who has much.
constexpr auto select_bookings =
    "SELECT " BOOKING_COLUMNS
    " FROM bookings FORCE INDEX (bookings_of_a_user) WHERE user_id = ? AND id < ? ORDER BY id DESC LIMIT ?";
#define BOOKINGS_OF_A_SHOW " FROM bookings FORCE INDEX (bookings_of_a_show) "
constexpr auto select_of_show =
    "SELECT " BOOKING_COLUMNS BOOKINGS_OF_A_SHOW "WHERE show_id = ? AND id < ? ORDER BY id DESC LIMIT ?";
constexpr auto select_of_show_by_status =
    "SELECT " BOOKING_COLUMNS
    " FROM bookings FORCE INDEX (bookings_by_status) WHERE show_id = ? AND status = ? AND id < ? ORDER BY id DESC LIMIT ?";
// What was found comes first, whatever the tables' statistics say: the other way round reads all bookings of the show.
constexpr auto search_in_show =
    "SELECT " BOOKING_COLUMNS
    " FROM ("
    "SELECT id AS found FROM bookings WHERE reference = ? AND show_id = ? "
    "UNION SELECT id FROM bookings WHERE id = ? "
    "UNION SELECT id FROM bookings WHERE user_id = NULLIF(?, 0) AND show_id = ? "
    "UNION SELECT booking_id FROM counter_sales WHERE show_id = ? AND email = NULLIF(?, '') "
    "UNION SELECT booking_id FROM tickets FORCE INDEX (tickets_by_name) WHERE show_id = ? AND attendee LIKE ? "
    "UNION SELECT booking_id FROM tickets WHERE show_id = ? AND seat_no IN (?, ?, ?, ?, ?, ?, ?, ?)"
    ") f STRAIGHT_JOIN bookings ON id = found WHERE show_id = ? AND id < ? AND (? = 0 OR status = ?) ORDER BY id DESC LIMIT ?";
constexpr auto select_of_show_onwards =
    "SELECT " BOOKING_COLUMNS BOOKINGS_OF_A_SHOW "WHERE show_id = ? AND id > ? ORDER BY id LIMIT ?";
constexpr auto select_in_show = "SELECT " BOOKING_COLUMNS " FROM bookings WHERE id = ? AND show_id = ?";
constexpr auto select_tickets_of_booking = "SELECT " TICKET_COLUMNS " FROM tickets WHERE booking_id = ? ORDER BY id";
constexpr auto select_ticket = "SELECT " TICKET_COLUMNS " FROM tickets WHERE id = ? AND user_id = ?";
constexpr auto select_tickets =
    "SELECT " TICKET_COLUMNS
    " FROM tickets FORCE INDEX (tickets_of_a_user) WHERE user_id = ? AND id < ? ORDER BY id DESC LIMIT ?";

TicketView read_ticket(mysql::RowView row) {
  return {{u64(row.at(0))},
          {u64(row.at(1))},
          {u64(row.at(2))},
          static_cast<seats::SeatNo>(u64(row.at(3))),
          static_cast<TicketStatus>(u64(row.at(4))),
          text(row.at(5)),
          {u64(row.at(6))}};
}

BookingView read_booking(mysql::RowView row) {
  BookingView booking;
  booking.id = {u64(row.at(0))};
  booking.reference = text(row.at(1));
  booking.show = {u64(row.at(2))};
  booking.user = {u64(row.at(3))};
  booking.hold = {u64(row.at(4))};
  booking.status = static_cast<BookingStatus>(u64(row.at(5)));
  const Currency currency = *Currency::parse(text(row.at(6)));
  booking.fees = {i64(row.at(7)), currency};
  booking.discount = {i64(row.at(8)), currency};
  booking.total = {i64(row.at(9)), currency};
  booking.created_at = instant(row.at(10));
  booking.pay_by = instant(row.at(11));
  BookingDocument document = read_document(text(row.at(12)));
  booking.lines = std::move(document.lines);
  booking.attendees = std::move(document.attendees);
  booking.replaced = std::move(document.replaced);
  booking.tax = {i64(row.at(13)), currency};
  booking.refunded = {i64(row.at(14)), currency};
  booking.decline_by = instant(row.at(15));
  booking.payment = {u64(row.at(16))};
  return booking;
}

bool may_have_tickets(BookingStatus status) {
  return is_paid(status) || status == BookingStatus::refund_pending || status == BookingStatus::refunded;
}

// Of a booking that was found for its owner.
Task<> add_tickets(mysql::Pool& pool, BookingView& booking) {
  if (!may_have_tickets(booking.status)) co_return;
  booking.tickets = co_await tickets_of(pool, booking.id);
  std::erase_if(booking.tickets, [&booking](const TicketView& one) { return one.owner != booking.user; });
}

std::optional<ShowId> first_show(const mysql::Results& found) {
  if (found.rows().empty()) return std::nullopt;
  return ShowId{u64(found.rows().at(0).at(0))};
}

}  // namespace

Task<std::optional<StoredHoldView>> find_hold(mysql::Pool& pool, HoldId id, UserId owner) {
  const auto found = co_await pool.query(select_hold, id, owner);
  if (found.rows().empty()) co_return std::nullopt;
  const auto row = found.rows().at(0);
  co_return StoredHoldView{id,
                           {u64(row.at(0))},
                           static_cast<HoldStatus>(u64(row.at(1))),
                           instant(row.at(2)),
                           static_cast<seats::Placement>(u64(row.at(3))),
                           read_places_blob(text(row.at(4)))};
}

Task<std::optional<ShowId>> show_of_hold(mysql::Pool& pool, HoldId id, UserId owner) {
  co_return first_show(co_await pool.query(select_show_of_hold, id, owner));
}

Task<std::optional<ShowId>> show_of_booking(mysql::Pool& pool, BookingId id, UserId owner) {
  co_return first_show(co_await pool.query(select_show_of_booking, id, owner));
}

Task<std::optional<AnyBooking>> find_any_booking(mysql::Pool& pool, BookingId id) {
  const auto found = co_await pool.query(select_any_booking, id);
  if (found.rows().empty()) co_return std::nullopt;
  const auto row = found.rows().at(0);
  co_return AnyBooking{{u64(row.at(0))}, static_cast<BookingStatus>(u64(row.at(1))),
                       {u64(row.at(2))}, {u64(row.at(3))},
                       u64(row.at(4)),   {u64(row.at(5))}};
}

Task<std::optional<BookingView>> find_booking(mysql::Pool& pool, BookingId id, UserId owner) {
  const auto found = co_await pool.query(select_booking, id, owner);
  if (found.rows().empty()) co_return std::nullopt;
  BookingView booking = read_booking(found.rows().at(0));
  co_await add_tickets(pool, booking);
  co_return booking;
}

Task<std::vector<BookingView>> list_bookings(mysql::Pool& pool, UserId owner, std::uint64_t before, std::size_t limit) {
  const auto found = co_await pool.query(select_bookings, owner, before, limit);
  std::vector<BookingView> bookings;
  for (const auto row : found.rows()) bookings.push_back(read_booking(row));
  for (auto& booking : bookings) co_await add_tickets(pool, booking);
  co_return bookings;
}

Task<std::vector<BookingView>> list_show_bookings(mysql::Pool& pool, ShowId show, ShowBookingsWish wish) {
  const auto status = static_cast<std::uint64_t>(wish.status.value_or(BookingStatus{0}));
  mysql::Results found;
  if (wish.words.empty() && !wish.status) {
    found = co_await pool.query(select_of_show, show, wish.before, wish.limit);
  } else if (wish.words.empty()) {
    found = co_await pool.query(select_of_show_by_status, show, status, wish.before, wish.limit);
  } else {
    wish.places.resize(most_places_sought, UINT32_MAX);  // which is no place
    const auto& at = wish.places;
    const std::uint64_t id = base::parse_id(wish.words).value_or(0);
    found = co_await pool.query(search_in_show, wish.words, show, id, wish.buyer, show, show, wish.counter_email, show,
                                mysql::anywhere(wish.words), show, at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7], show,
                                wish.before, status, status, wish.limit);
  }
  std::vector<BookingView> bookings;
  for (const auto row : found.rows()) bookings.push_back(read_booking(row));
  co_return bookings;
}

Task<std::vector<BookingView>> export_show_bookings(mysql::Pool& pool, ShowId show, BookingId after, std::size_t limit) {
  const auto found = co_await pool.query(select_of_show_onwards, show, after, limit);
  std::vector<BookingView> bookings;
  std::map<BookingId, std::size_t> position;
  std::vector<std::uint64_t> ids;
  for (const auto row : found.rows()) {
    bookings.push_back(read_booking(row));
    position[bookings.back().id] = bookings.size() - 1;
    ids.push_back(bookings.back().id.value);
  }
  if (ids.empty()) co_return bookings;
  const auto tickets =
      co_await pool.run("SELECT " TICKET_COLUMNS " FROM tickets WHERE booking_id IN (" + mysql::id_list(ids) + ") ORDER BY id");
  for (const auto row : tickets.rows()) {
    TicketView ticket = read_ticket(row);
    bookings[position.at(ticket.booking)].tickets.push_back(std::move(ticket));
  }
  co_return bookings;
}

Task<std::optional<BookingView>> find_show_booking(mysql::Pool& pool, ShowId show, BookingId id) {
  const auto found = co_await pool.query(select_in_show, id, show);
  if (found.rows().empty()) co_return std::nullopt;
  BookingView booking = read_booking(found.rows().at(0));
  booking.tickets = co_await tickets_of(pool, id);
  co_return booking;
}

Task<std::vector<TicketView>> tickets_of(mysql::Pool& pool, BookingId booking) {
  const auto found = co_await pool.query(select_tickets_of_booking, booking);
  std::vector<TicketView> tickets;
  for (const auto row : found.rows()) tickets.push_back(read_ticket(row));
  co_return tickets;
}

Task<std::optional<TicketView>> find_ticket(mysql::Pool& pool, TicketId id, UserId owner) {
  const auto found = co_await pool.query(select_ticket, id, owner);
  if (found.rows().empty()) co_return std::nullopt;
  co_return read_ticket(found.rows().at(0));
}

Task<std::vector<TicketView>> list_tickets(mysql::Pool& pool, UserId owner, std::uint64_t before, std::size_t limit) {
  const auto found = co_await pool.query(select_tickets, owner, before, limit);
  std::vector<TicketView> tickets;
  for (const auto row : found.rows()) tickets.push_back(read_ticket(row));
  co_return tickets;
}

}  // namespace gelora::booking
