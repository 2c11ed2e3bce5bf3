// What a desk knows of its show in numbers, for those who watch over it.
#include "booking/box_office/desk.hpp"

namespace gelora::booking {

DeskCounts Desk::counts() const {
  DeskCounts all;
  const auto& map = inventory_.map();
  const std::uint32_t places = inventory_.layout().place_count;
  for (seats::SeatNo place = 0; place < places; ++place) ++all.places[static_cast<std::size_t>(map.at(place))];
  for (std::size_t i = 0; i < inventory_.layout().zones.size(); ++i) {
    const auto blocked = std::min<std::size_t>(
        inventory_.layout().zones[i].capacity - map.capacity(static_cast<seats::ZoneIndex>(i)), all.places[0]);
    all.places[0] -= blocked;
    all.places[3] += blocked;
  }
  // Claims that have more places than are taken share one. So do tickets that are good for a place that another one has.
  const std::size_t taken = all.places[1] + all.places[2];
  if (const auto claimed = inventory_.claimed_places(); claimed > taken) all.oversold = claimed - taken;
  std::vector<bool> ticketed(places);
  for (const auto& [id, booking] : bookings_) {
    for (const auto& ticket : booking.tickets) {
      if (ticket.status == TicketStatus::voided || ticket.status == TicketStatus::transferred) continue;
      if (ticketed[ticket.place]) ++all.oversold;
      ticketed[ticket.place] = true;
    }
    if (booking.status != BookingStatus::awaiting_payment) continue;
    ++all.awaiting_payment;
    if (!all.first_pay_by || booking.pay_by < *all.first_pay_by) all.first_pay_by = booking.pay_by;
  }
  if (show_->has_room()) all.waiting = room_.arrived() - room_.through();
  return all;
}

}  // namespace gelora::booking
