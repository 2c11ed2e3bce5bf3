// Reads what became of tickets that were offered to somebody else. Written by the box office alone, but for what is forgotten.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "booking/domain/booking.hpp"
#include "booking/domain/transfer.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

struct StoredTransfer {
  TransferId id;
  TicketId ticket;
  BookingId booking;
  ShowId show;
  UserId sender;
  std::string email, name, sender_name;  // empty when they were forgotten
  TransferStatus status = TransferStatus::offered;
  UserId receiver;
  TicketId new_ticket;
  Instant created_at, expires_at, ended_at;
};

Task<std::optional<StoredTransfer>> find_transfer(mysql::Pool& pool, TransferId id);
// By the hash of the token, for whoever has it.
Task<std::optional<StoredTransfer>> find_transfer(mysql::Pool& pool, TokenHash token);
// Of a ticket by its owner, newest first.
Task<std::vector<StoredTransfer>> transfers_of_ticket(mysql::Pool& pool, TicketId ticket, UserId owner);
// Of a booking's tickets, oldest first.
Task<std::vector<StoredTransfer>> transfers_of_booking(mysql::Pool& pool, BookingId booking);
// Open offers and accepted ones of a person's tickets.
Task<std::vector<StoredTransfer>> live_transfers_of(mysql::Pool& pool, UserId owner);
// All that a person gave or got, newest first; those with an id below `before`.
Task<std::vector<StoredTransfer>> transfers_of_person(mysql::Pool& pool, UserId person, std::uint64_t before, std::size_t limit);

// The place of an offered ticket.
Task<std::optional<seats::SeatNo>> place_of_ticket(mysql::Pool& pool, TicketId ticket);

}  // namespace gelora::booking
