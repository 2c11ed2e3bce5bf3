// Invoices and credit notes: what is printed on them, and how it is kept.
#pragma once
#include "booking/app/purchase.hpp"

namespace gelora::booking {

struct Parties {
  std::string seller;              // the organisation's name
  std::vector<std::string> buyer;  // name, address of mail; empty when forgotten
};

// Without its number, which is known when it is written.
pdf::InvoiceSheet invoice_sheet(const Purchase& purchase, const Parties& parties, Instant paid_at, Language language);
// Money that goes back. `invoice` is the sheet of what it corrects.
pdf::InvoiceSheet credit_note_sheet(const Purchase& purchase, const pdf::InvoiceSheet& invoice, Money amount, Instant at,
                                    Language language);
void set_number(pdf::InvoiceSheet& sheet, const std::string& number, Language language);

// The document of the row, and back. Throws for what it did not write.
std::string to_document(const pdf::InvoiceSheet& sheet);
pdf::InvoiceSheet sheet_of(const std::string& document);
// Drawn from the document alone. Blocks.
std::string print_invoice(const std::string& document, Instant issued_at);

}  // namespace gelora::booking
