// What somebody bought, as it is told of on paper and in mails.
#pragma once
#include <boost/json/object.hpp>

#include "booking/domain/ticket_code.hpp"
#include "booking/storage/receipts.hpp"
#include "l10n/language.hpp"
#include "pdf/invoice_pdf.hpp"

namespace gelora::booking {

using l10n::Language;

struct Purchase {
  BookingView booking;
  std::vector<TicketView> tickets;  // that are good for an entry
  ShowText show;
  std::shared_ptr<const Hall> hall;
  std::string cancelled_because;  // by its organiser; empty when the show is not cancelled
  std::string given_to{};         // the address that a ticket was given to, when it is known
  std::optional<seats::SeatNo> given_place{};
};

// The three colours of a concert, from its JSON; ours where there are none.
pdf::Palette palette_of(const std::string& colours);

// Where the holder of a ticket goes: "A-12" of "Tribun 1", or a standing zone.
struct PlaceText {
  std::string name, section, zone;
  bool standing = false;
};
PlaceText place_text(const Hall& hall, seats::SeatNo place);

// "Sabtu, 28 November 2026 · 19.30 WIB", by the venue's clock.
std::string when_text(const ShowText& show, Language language);

// One page a ticket. Throws nothing.
std::vector<pdf::TicketSheet> ticket_sheets(const Purchase& purchase, const TicketSigner& signer, Language language);
std::string tickets_title(const Purchase& purchase, Language language);

}  // namespace gelora::booking
