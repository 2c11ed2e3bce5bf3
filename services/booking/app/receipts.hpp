// Tells buyers by mail what became of their bookings: takes receipts, and makes an invoice and a mail of each, once. Any number
// of processes may do so. What fails is tried again, for good; see docs/adr/0013-receipts.md.
#pragma once
#include "booking/app/app.hpp"
#include "booking/app/printing.hpp"
#include "booking/clients/users.hpp"
#include "booking/domain/ticket_code.hpp"
#include "mail/mail_outbox.hpp"

namespace gelora::booking {

struct PostOffice {
  mysql::Pool& pool;  // its own: what waits here keeps nobody from buying
  IdGenerator& ids;
  const Clock& clock;
  const ShowBook& shows;
  const TicketSigner& signer;
  UserClient& users;
  Printing& printing;
  mail::Relay& mails;
  std::string public_url;
};

// Until the loop stops.
Task<> keep_sending_receipts(loop::Loop& loop, PostOffice& office, telemetry::Metrics& metrics);

}  // namespace gelora::booking
