#include "booking/storage/transfers.hpp"

#include "base/encoding.hpp"

namespace gelora::booking {
namespace {

using mysql::u64, mysql::text, mysql::instant;

#define TRANSFER_COLUMNS                                                                                                         \
  "id, ticket_id, booking_id, show_id, sender_id, email, name, sender_name, status, receiver_id, new_ticket_id, created_at_us, " \
  "expires_at_us, ended_at_us"

constexpr auto select_by_id = "SELECT " TRANSFER_COLUMNS " FROM ticket_transfers WHERE id = ?";
constexpr auto select_by_token = "SELECT " TRANSFER_COLUMNS " FROM ticket_transfers WHERE token_hash = UNHEX(?)";
constexpr auto select_of_ticket =
    "SELECT " TRANSFER_COLUMNS " FROM ticket_transfers WHERE ticket_id = ? AND sender_id = ? ORDER BY id DESC LIMIT 100";
constexpr auto select_of_booking =
    "SELECT " TRANSFER_COLUMNS
    " FROM ticket_transfers WHERE ticket_id IN (SELECT id FROM tickets WHERE booking_id = ?) ORDER "
    "BY id LIMIT 300";
constexpr auto select_live =
    "SELECT " TRANSFER_COLUMNS " FROM ticket_transfers WHERE sender_id = ? AND live_ticket_id IS NOT NULL ORDER BY id";
constexpr auto select_of_person = "SELECT " TRANSFER_COLUMNS
                                  " FROM ticket_transfers WHERE (sender_id = ? OR receiver_id = ?) AND id < ? ORDER BY id DESC "
                                  "LIMIT ?";
constexpr auto select_place = "SELECT seat_no FROM tickets WHERE id = ?";

StoredTransfer read_transfer(mysql::RowView row) {
  return {{u64(row.at(0))},    {u64(row.at(1))},   {u64(row.at(2))},
          {u64(row.at(3))},    {u64(row.at(4))},   text(row.at(5)),
          text(row.at(6)),     text(row.at(7)),    static_cast<TransferStatus>(u64(row.at(8))),
          {u64(row.at(9))},    {u64(row.at(10))},  instant(row.at(11)),
          instant(row.at(12)), instant(row.at(13))};
}

std::optional<StoredTransfer> first(const mysql::Results& found) {
  if (found.rows().empty()) return std::nullopt;
  return read_transfer(found.rows().at(0));
}

std::vector<StoredTransfer> all(const mysql::Results& found) {
  std::vector<StoredTransfer> transfers;
  for (const auto row : found.rows()) transfers.push_back(read_transfer(row));
  return transfers;
}

}  // namespace

Task<std::optional<StoredTransfer>> find_transfer(mysql::Pool& pool, TransferId id) {
  co_return first(co_await pool.query(select_by_id, id));
}

Task<std::optional<StoredTransfer>> find_transfer(mysql::Pool& pool, TokenHash token) {
  const std::string hex = to_hex(token);
  co_return first(co_await pool.query(select_by_token, hex));
}

Task<std::vector<StoredTransfer>> transfers_of_ticket(mysql::Pool& pool, TicketId ticket, UserId owner) {
  co_return all(co_await pool.query(select_of_ticket, ticket, owner));
}

Task<std::vector<StoredTransfer>> transfers_of_booking(mysql::Pool& pool, BookingId booking) {
  co_return all(co_await pool.query(select_of_booking, booking));
}

Task<std::vector<StoredTransfer>> live_transfers_of(mysql::Pool& pool, UserId owner) {
  co_return all(co_await pool.query(select_live, owner));
}

Task<std::vector<StoredTransfer>> transfers_of_person(mysql::Pool& pool, UserId person, std::uint64_t before, std::size_t limit) {
  co_return all(co_await pool.query(select_of_person, person, person, before, limit));
}

Task<std::optional<seats::SeatNo>> place_of_ticket(mysql::Pool& pool, TicketId ticket) {
  const auto found = co_await pool.query(select_place, ticket);
  if (found.rows().empty()) co_return std::nullopt;
  co_return static_cast<seats::SeatNo>(u64(found.rows().at(0).at(0)));
}

}  // namespace gelora::booking
