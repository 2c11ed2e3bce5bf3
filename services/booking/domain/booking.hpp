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
  refund_pending = 5,
  refunded = 6,
};
std::string_view name_of(BookingStatus status);

enum class HoldStatus : std::uint8_t { active = 1, booked = 2, released = 3, expired = 4 };
std::string_view name_of(HoldStatus status);

enum class TicketStatus : std::uint8_t { valid = 1, used = 2, voided = 3, transferred = 4, frozen = 5 };
std::string_view name_of(TicketStatus status);

struct Price {
  Money seats, fees, discount, total;  // total = seats + fees - discount
};

// One place of a booking, as it was called and priced when it was booked.
struct BookingLine {
  seats::SeatNo seat_no = 0;
  std::string label;
  ZoneId zone;
  std::string zone_name;
  Money price;
};
std::vector<BookingLine> lines_of(const Show& show, std::span<const seats::SeatNo> places);

// What the places cost, each at its zone's price and fee.
Price price_of(const Show& show, std::span<const seats::SeatNo> places);

// Eight characters without look-alikes (Crockford's base 32), from 40 random bits. For people to read out, not an identity.
std::string reference_from(std::uint64_t random_bits);

}  // namespace gelora::booking
