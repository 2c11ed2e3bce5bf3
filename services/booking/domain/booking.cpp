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
  }
  return "";
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

std::vector<BookingLine> lines_of(const Show& show, std::span<const seats::SeatNo> places) {
  std::vector<BookingLine> lines;
  for (const seats::SeatNo place : places) {
    const ShowZone& zone = show.zone_of(place);
    lines.push_back(
        {place, show.hall->full_label(place), zone.id, show.hall->zones[show.hall->layout.zone_of(place)].name, zone.price});
  }
  return lines;
}

Price price_of(const Show& show, std::span<const seats::SeatNo> places) {
  const Money nothing{0, show.currency};
  Price price{nothing, nothing, nothing, nothing};
  for (const seats::SeatNo place : places) {
    const ShowZone& zone = show.zone_of(place);
    price.seats = price.seats + zone.price;
    price.fees = price.fees + zone.fee;
  }
  price.total = price.seats + price.fees - price.discount;
  return price;
}

std::string reference_from(std::uint64_t random_bits) {
  constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string reference;
  for (int i = 0; i < 8; ++i, random_bits >>= 5) reference += alphabet[random_bits & 31];
  return reference;
}

}  // namespace gelora::booking
