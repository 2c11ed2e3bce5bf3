// A mail to somebody who bought, worded: as HTML that mail programs can show, light and dark, and as plain text with all of it.
#pragma once
#include <string>
#include <vector>

#include "pdf/ticket_pdf.hpp"

namespace gelora::booking {

struct Letter {
  struct Ticket {
    std::string picture;  // content id of the QR; empty: its code changes and is shown on a phone only
    std::string seat, detail, attendee;
  };
  std::string language;  // "id", "en"
  std::string subject, heading;
  std::vector<std::string> paragraphs;
  std::string band;  // the concert's colour, "#1b1464"
  std::string show, when, where;
  std::vector<Ticket> tickets;
  std::vector<pdf::Fact> facts;
  std::string button, link;  // empty: there is no page for whoever reads it
  std::string after;
};

std::string to_html(const Letter& letter);
std::string to_text(const Letter& letter);

}  // namespace gelora::booking
