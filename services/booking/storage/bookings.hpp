// Reads holds, bookings and tickets. Every query is scoped to its owner.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "booking/domain/booking.hpp"
#include "mysql/pool.hpp"
#include "seat_inventory/best_available.hpp"

namespace gelora::booking {

using loop::Task;

struct StoredHoldView {
  HoldId id;
  ShowId show;
  HoldStatus status;
  Instant expires_at;
  seats::Placement placement;
  std::vector<seats::SeatNo> places;
};

struct TicketView {
  TicketId id;
  BookingId booking;
  ShowId show;
  seats::SeatNo seat_no = 0;
  TicketStatus status;
  std::string attendee;
  UserId owner{};
};

struct BookingView {
  BookingId id;
  std::string reference;
  ShowId show;
  UserId user;
  HoldId hold;
  BookingStatus status;
  Money fees, discount, tax, total, refunded;
  Instant created_at, pay_by;
  Instant decline_by;  // of substituted seats; 0: none were given
  PaymentId payment;   // 0: not paid
  std::vector<BookingLine> lines;
  std::map<seats::SeatNo, std::string> attendees;
  std::vector<TicketView> tickets;    // its buyer's, void and transferred ones too; not what somebody else has by now
  std::vector<std::string> replaced;  // labels of the places that were chosen, where others were given
};

Task<std::optional<StoredHoldView>> find_hold(mysql::Pool& pool, HoldId id, UserId owner);
// The show a hold or booking is of, for its owner.
Task<std::optional<ShowId>> show_of_hold(mysql::Pool& pool, HoldId id, UserId owner);
Task<std::optional<ShowId>> show_of_booking(mysql::Pool& pool, BookingId id, UserId owner);
// For events of payment-service, which act on behalf of nobody.
struct AnyBooking {
  ShowId show;
  BookingStatus status;
  HoldId hold;
  UserId user;
  std::uint64_t promo = 0;
  PaymentId payment;
};
Task<std::optional<AnyBooking>> find_any_booking(mysql::Pool& pool, BookingId id);

Task<std::optional<BookingView>> find_booking(mysql::Pool& pool, BookingId id, UserId owner);
// Newest first; those with an id below `before`.
Task<std::vector<BookingView>> list_bookings(mysql::Pool& pool, UserId owner, std::uint64_t before, std::size_t limit);

// For those who look after the show's buyers.
struct ShowBookingsWish {
  std::uint64_t before = INT64_MAX;
  std::size_t limit = 50;
  std::optional<BookingStatus> status;
  // What is looked for: a booking's reference or id, a part of a guest's name, or these seats (at most eight), or this buyer, or
  // whoever gave this address at the counter.
  std::string words;
  std::vector<seats::SeatNo> places;
  UserId buyer{};
  std::string counter_email{};
};
// Newest first, without their tickets.
Task<std::vector<BookingView>> list_show_bookings(mysql::Pool& pool, ShowId show, ShowBookingsWish wish);
// Oldest first, from the one after `after`; with all their tickets, whoever has them.
Task<std::vector<BookingView>> export_show_bookings(mysql::Pool& pool, ShowId show, BookingId after, std::size_t limit);
// With all its tickets, whoever has them.
Task<std::optional<BookingView>> find_show_booking(mysql::Pool& pool, ShowId show, BookingId id);

// All tickets of a booking, whatever became of them and whoever has them.
Task<std::vector<TicketView>> tickets_of(mysql::Pool& pool, BookingId booking);
Task<std::optional<TicketView>> find_ticket(mysql::Pool& pool, TicketId id, UserId owner);
Task<std::vector<TicketView>> list_tickets(mysql::Pool& pool, UserId owner, std::uint64_t before, std::size_t limit);

}  // namespace gelora::booking
