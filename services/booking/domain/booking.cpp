#include "booking/domain/booking.hpp"

namespace gelora::booking {

std::string_view name_of(BookingStatus status) {
  switch (status) {
    case BookingStatus::awaiting_payment: return "awaiting_payment";
    case BookingStatus::confirmed: return "confirmed";
    case BookingStatus::expired: return "expired";
    case BookingStatus::cancelled: return "cancelled";
    case BookingStatus::refund_pending: return "refund_pending";
    case BookingStatus::refunded: return "refunded";
    case BookingStatus::partially_refunded: return "partially_refunded";
    case BookingStatus::substituted: return "substituted";
  }
  return "";
}

bool can_become(BookingStatus from, BookingStatus to) {
  using enum BookingStatus;
  switch (from) {
    case awaiting_payment: return to == confirmed || to == expired || to == cancelled;
    case expired: return to == confirmed || to == substituted || to == refund_pending;  // paid late
    case cancelled: return to == refund_pending;                                        // paid all the same
    case confirmed:
    case substituted:
    case partially_refunded: return to == refund_pending || to == partially_refunded || to == refunded;
    case refund_pending: return to == refunded;
    case refunded: return false;
  }
  return false;
}

bool is_paid(BookingStatus status) {
  return status == BookingStatus::confirmed || status == BookingStatus::substituted ||
         status == BookingStatus::partially_refunded;
}

std::string_view name_of(HoldStatus status) {
  switch (status) {
    case HoldStatus::active: return "active";
    case HoldStatus::booked: return "booked";
    case HoldStatus::released: return "released";
    case HoldStatus::expired: return "expired";
  }
  return "";
}

std::string_view name_of(TicketStatus status) {
  switch (status) {
    case TicketStatus::valid: return "valid";
    case TicketStatus::used: return "used";
    case TicketStatus::voided: return "void";
    case TicketStatus::transferred: return "transferred";
    case TicketStatus::frozen: return "frozen";
  }
  return "";
}

std::vector<BookingLine> named(const Show& show, std::span<const LineMoney> lines) {
  std::vector<BookingLine> named;
  for (const auto& line : lines) {
    named.push_back({line, show.hall->full_label(line.place), show.zone_of(line.place).id,
                     show.hall->zones[show.hall->layout.zone_of(line.place)].name});
  }
  return named;
}

std::vector<LineMoney> lines_of(const Show& show, std::span<const seats::SeatNo> places, const Discount* discount) {
  std::vector<Asked> asked;
  for (const seats::SeatNo place : places) {
    const seats::ZoneIndex index = show.hall->layout.zone_of(place);
    const ShowZone& zone = show.zones[index];
    asked.push_back({place, index, zone.price.amount_minor, zone.fee.amount_minor, show.tax_of(zone)});
  }
  return price_lines(asked, discount);
}

Price price_of(const Show& show, std::span<const seats::SeatNo> places) {
  const auto lines = lines_of(show, places);
  return sum_of(lines, show.currency);
}

std::int64_t refundable(const LineMoney& line, const RefundRule& rule) {
  return rule.keeps_fees ? line.total() - line.fee : line.total();
}

std::string reference_from(std::uint64_t random_bits) {
  constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string reference;
  for (int i = 0; i < 8; ++i, random_bits >>= 5) reference += alphabet[random_bits & 31];
  return reference;
}

}  // namespace gelora::booking
