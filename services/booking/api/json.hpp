// JSON of the booking contract's own shapes.
#pragma once
#include <boost/json/object.hpp>

#include "booking/app/hold_seats.hpp"
#include "booking/domain/ticket_code.hpp"
#include "booking/storage/bookings.hpp"
#include "booking/storage/house_seats.hpp"
#include "booking/storage/transfers.hpp"

namespace gelora::booking {

boost::json::object to_json(Money money);
// The text of a hold: the answer that is built most often.
std::string hold_text(const Show& show, HoldId id, std::span<const seats::SeatNo> places, seats::Placement placement,
                      Instant expires_at, HoldStatus status);
boost::json::object quote_json(const Show& show, std::span<const LineMoney> lines);
boost::json::object booking_json(const BookingView& booking, TicketCodes codes, const TicketSigner& signer);
boost::json::object ticket_json(const TicketView& ticket, const Show& show, const TicketSigner& signer);
// House seats.
boost::json::object group_json(const HouseGroup& group, const Show& show);
// An offer of a ticket as its owner sees it.
boost::json::object transfer_json(const StoredTransfer& transfer, Instant now);

}  // namespace gelora::booking
