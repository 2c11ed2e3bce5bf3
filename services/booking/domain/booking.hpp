// A booking: its states, its price, its reference. Pure.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "booking/domain/show.hpp"

namespace gelora::booking {

// Numbers are those of the database.
enum class BookingStatus : std::uint8_t {
  awaiting_payment = 1,
  confirmed = 2,
  expired = 3,
  cancelled = 4,
  refund_pending = 5,  // no ticket is valid, and the money is on its way back
  refunded = 6,
  partially_refunded = 7,  // some money went back; some tickets are valid
  substituted = 8,         // paid late: other seats than were chosen
};
std::string_view name_of(BookingStatus status);
// Whether the step is one that a booking can take; see docs/architecture.md.
bool can_become(BookingStatus from, BookingStatus to);
// Whether there may be valid tickets.
bool is_paid(BookingStatus status);

enum class HoldStatus : std::uint8_t { active = 1, booked = 2, released = 3, expired = 4 };
std::string_view name_of(HoldStatus status);

enum class TicketStatus : std::uint8_t { valid = 1, used = 2, voided = 3, transferred = 4, frozen = 5 };
std::string_view name_of(TicketStatus status);

// One place of a booking, as it was called and priced when it was booked.
struct BookingLine {
  LineMoney money;
  std::string label;
  ZoneId zone;
  std::string zone_name;
};
// How the show calls the places of these lines.
std::vector<BookingLine> named(const Show& show, std::span<const LineMoney> lines);

// What the places cost, each at its zone's price, fee and tax.
std::vector<LineMoney> lines_of(const Show& show, std::span<const seats::SeatNo> places, const Discount* discount = nullptr);
Price price_of(const Show& show, std::span<const seats::SeatNo> places);

// What a buyer who gives this place back gets, by the show's rule.
std::int64_t refundable(const LineMoney& line, const RefundRule& rule);

// Eight characters without look-alikes (Crockford's base 32), from 40 random bits. For people to read out, not an identity.
std::string reference_from(std::uint64_t random_bits);

}  // namespace gelora::booking
