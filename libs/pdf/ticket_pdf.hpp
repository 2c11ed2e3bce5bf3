// Tickets to print or to keep on a telephone: one a page. All texts come worded.
#pragma once
#include <string>
#include <vector>

#include "base/time.hpp"
#include "pdf/poster.hpp"

namespace gelora::pdf {

struct Fact {
  std::string label, value;
};

struct TicketSheet {
  Palette palette;
  std::uint32_t poster_seed = 0;
  std::string artist, title;
  std::string when, where, address;
  Fact seat;                // what is looked for in the hall: "A-12"
  std::string seat_detail;  // "Tribun 1 · Kategori 2"
  std::vector<Fact> facts;  // attendee, reference …
  std::string code;         // what the QR says
  std::string scan_here, note;
};

// At least one ticket. `title` is the document's.
std::string ticket_pdf(const std::string& title, const std::vector<TicketSheet>& tickets, base::Instant made);

}  // namespace gelora::pdf
