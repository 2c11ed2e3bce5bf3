// Invoices and credit notes. All texts come worded, so that one that is printed again is the same whatever has changed since.
#pragma once
#include <string>
#include <vector>

#include "pdf/ticket_pdf.hpp"

namespace gelora::pdf {

struct InvoiceSheet {
  struct Line {
    std::string text, detail, amount;
  };
  struct Sum {
    std::string label, amount;
    bool strong = false;
  };
  std::string seller, heading;         // "Nada Nusantara", "Invoice"
  Fact number;                         // "NADA-2026-000123"
  std::vector<Fact> facts;             // date, booking …
  std::string buyer_label;             // "Billed to"
  std::vector<std::string> buyer;      // name, address of mail; may be empty
  std::string subject;                 // what all lines are of: the show
  std::string text_head, amount_head;  // above the lines
  std::vector<Line> lines;
  std::vector<Sum> sums;
  std::string note;
};

// `title` is the document's.
std::string invoice_pdf(const std::string& title, const InvoiceSheet& sheet, base::Instant made);

}  // namespace gelora::pdf
