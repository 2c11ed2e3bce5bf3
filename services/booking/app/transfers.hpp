// Use cases: a ticket is offered to somebody by mail, the offer is taken back, and whoever has its token looks at it and takes
// the ticket. The show's desk decides.
#pragma once
#include "base/mail_address.hpp"
#include "booking/app/app.hpp"
#include "booking/app/ask_receipt.hpp"
#include "booking/app/offer_limit.hpp"
#include "booking/clients/users.hpp"
#include "booking/storage/bookings.hpp"
#include "booking/storage/transfers.hpp"
#include "mail/mail_outbox.hpp"

namespace gelora::booking {

// What an offer needs besides the box office.
struct Courier {
  UserClient& users;
  mail::Relay& mails;
  OfferLimit& limit;
  std::string public_url;
};

struct OfferWish {
  TicketId ticket;
  UserId user;
  MailAddress email;
  std::string name;  // for the new ticket; may be empty
};
struct OwnAddress {};
using OfferResult = std::variant<StoredTransfer, NoSuchTicket, NotTransferable, TransferOpen, OwnAddress, AskedTooOften>;
// Throws base::Unavailable when user-service cannot be asked.
Task<OfferResult> offer_ticket(App& app, Courier& courier, OfferWish wish);

Task<TakeOfferBackOutcome> take_offer_back(App& app, TicketId ticket, TransferId transfer, UserId user);
// Of somebody whose account is erased.
Task<> take_all_offers_back(App& app, UserId user);

// An open offer with its place, for whoever has the token.
struct OpenTransfer {
  StoredTransfer transfer;
  seats::SeatNo place = 0;
};
using LookResult = std::variant<OpenTransfer, TransferGone>;
Task<LookResult> look_at_offer(App& app, std::string token);

using AcceptResult = std::variant<TicketView, TransferGone, OwnTicket>;
Task<AcceptResult> accept_offer(App& app, std::string token, UserId user);

}  // namespace gelora::booking
