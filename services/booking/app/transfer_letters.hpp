// The mails about a ticket that goes from one person to another.
#pragma once
#include "booking/app/show_letter.hpp"
#include "booking/domain/transfer.hpp"

namespace gelora::booking {

struct OfferText {
  std::string from;  // first name of who gives it; may be empty
  PlaceText place;
  Instant until;
  std::string link;
};
// To whoever it is offered to, in the language of who offers it.
Letter offer_letter(const ShowText& show, const OfferText& offer, Language language);

// Of receipts; they throw when the receipt's detail is not that of its kind.
TransferId given_transfer(const Receipt& receipt);
TicketId received_ticket(const Receipt& receipt);
Letter ticket_given_letter(const Purchase& purchase, Language language, const std::string& public_url);
Letter ticket_received_letter(const Purchase& purchase, Language language, const std::string& public_url);
Letter ticket_ended_letter(const Receipt& receipt, const Purchase& purchase, Language language, const std::string& public_url);

}  // namespace gelora::booking
