// Tickets that go from one person to another. The booking, its place and its money stay the buyer's.
#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "booking/box_office/desk.hpp"

namespace gelora::booking {
namespace {

std::string told_of(std::string_view what, std::string id) {
  return boost::json::serialize(boost::json::object{{what, std::move(id)}});
}

bool is_over(const Show& show, Instant now) { return show.state == ShowState::cancelled || now >= show.starts_at; }

}  // namespace

StoredShow::StoredTicket* Desk::find(BookingId booking, TicketId ticket) {
  const auto found = bookings_.find(booking);
  if (found == bookings_.end()) return nullptr;
  auto& tickets = found->second.tickets;
  const auto one = std::find_if(tickets.begin(), tickets.end(), [ticket](const auto& each) { return each.id == ticket; });
  return one == tickets.end() ? nullptr : &*one;
}

void Desk::end_offer(Batch& batch, StoredShow::StoredTicket& ticket, TransferStatus status) {
  if (ticket.offer) batch.offer_changes.push_back({ticket.offer, status});
  ticket.offer = {};
}

OfferTicketOutcome Desk::decide(const OfferTicket& command, Batch& batch, Instant now) {
  auto* ticket = find(command.booking, command.ticket);
  if (ticket == nullptr || ticket->owner != command.user) return NoSuchTicket{};
  if (ticket->status != TicketStatus::valid) return NotTransferable{NotTransferable::Because::status};
  if (is_over(*show_, now)) return NotTransferable{NotTransferable::Because::show};
  if (ticket->offer && now < ticket->offer_ends) return TransferOpen{};
  end_offer(batch, *ticket, TransferStatus::ended);
  ticket->offer = command.id;
  ticket->offer_ends = std::min(command.expires_at, show_->starts_at);
  OfferRow row{command, show_->id};
  row.offer.expires_at = ticket->offer_ends;
  batch.mails.push_back({command.id.value, command.email, command.subject, command.text, command.html});
  batch.offers.push_back(std::move(row));
  journal(batch, JournalKind::offered, bookings_.at(command.booking).hold, command.booking, command.user, {});
  return Offered{command.id, ticket->offer_ends};
}

TakeOfferBackOutcome Desk::decide(const TakeOfferBack& command, Batch& batch, Instant) {
  auto* ticket = find(command.booking, command.ticket);
  if (ticket == nullptr || ticket->owner != command.user) return NoSuchTicket{};
  if (ticket->status == TicketStatus::transferred) return TransferGone{};
  if (ticket->offer != command.id) return OfferTakenBack{};
  end_offer(batch, *ticket, TransferStatus::taken_back);
  journal(batch, JournalKind::offer_ended, bookings_.at(command.booking).hold, command.booking, command.user, {});
  return OfferTakenBack{};
}

TransferTicketOutcome Desk::decide(const TransferTicket& command, Batch& batch, Instant now) {
  auto* ticket = find(command.booking, command.ticket);
  if (ticket == nullptr || ticket->offer != command.id || now >= ticket->offer_ends) return TransferGone{};
  if (ticket->owner == command.receiver) return OwnTicket{};
  if (ticket->status != TicketStatus::valid || is_over(*show_, now)) return TransferGone{};
  const TicketId fresh = ids_.make<TicketId>(now);
  const auto place = ticket->place;
  const UserId sender = ticket->owner;
  ticket->offer = {};
  become(batch, *ticket, TicketStatus::transferred);
  batch.offer_changes.push_back({command.id, TransferStatus::accepted, command.receiver, fresh});
  BookingRecord& booking = bookings_.at(command.booking);
  booking.tickets.push_back({fresh, place, TicketStatus::valid, command.receiver});
  booking_of_ticket_[fresh] = command.booking;
  batch.tickets.push_back({fresh, command.booking, show_->id, command.receiver, place, command.name});
  batch.receipts.push_back(
      {ids_.next(now), command.booking, ReceiptKind::ticket_given, told_of("transfer", command.id.text()), sender});
  batch.receipts.push_back(
      {ids_.next(now), command.booking, ReceiptKind::ticket_received, told_of("ticket", fresh.text()), command.receiver});
  journal(batch, JournalKind::transferred, booking.hold, command.booking, command.receiver, std::vector<seats::SeatNo>(1, place));
  return TicketTransferred{fresh};
}

}  // namespace gelora::booking
