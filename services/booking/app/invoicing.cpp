#include "booking/app/invoicing.hpp"

#include <boost/json.hpp>

#include "l10n/amounts.hpp"
#include "l10n/dates.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

std::string subject_of(const ShowText& show, Language language) {
  return show.artist + " · " + show.title + "\n" + when_text(show, language) + "\n" + show.venue.name + ", " + show.venue.city;
}

std::string text(const json::value& of, const char* name) { return std::string{of.at(name).as_string()}; }

}  // namespace

pdf::InvoiceSheet invoice_sheet(const Purchase& purchase, const Parties& parties, Instant paid_at, Language language) {
  const auto say = [language](std::string_view id, std::string_view en) { return std::string{l10n::in(language, id, en)}; };
  const auto amount = [language](Money money) { return l10n::amount(money, language); };
  const BookingView& booking = purchase.booking;
  const std::string day = l10n::plain_date(paid_at, purchase.show.venue.timezone, language);
  pdf::InvoiceSheet sheet;
  sheet.seller = parties.seller;
  sheet.heading = "Invoice";
  sheet.facts = {{say("Tanggal", "Date"), day},
                 {say("Kode pesanan", "Booking"), booking.reference},
                 {say("Pembayaran", "Payment"), say("Lunas, ", "Paid, ") + day}};
  sheet.buyer_label = say("Ditagihkan kepada", "Billed to");
  sheet.buyer = parties.buyer;
  sheet.subject = subject_of(purchase.show, language);
  sheet.text_head = say("Uraian", "Description");
  sheet.amount_head = say("Jumlah", "Amount");
  Money places{0, booking.total.currency};
  for (const auto& line : booking.lines) {
    const Money price{line.money.price, booking.total.currency};
    sheet.lines.push_back({line.label, line.label == line.zone_name ? std::string{} : line.zone_name, amount(price)});
    places = places + price;
  }
  sheet.sums.push_back({say("Harga tiket", "Tickets"), amount(places)});
  sheet.sums.push_back({say("Biaya layanan", "Service fee"), amount(booking.fees)});
  if (booking.discount.amount_minor != 0)
    sheet.sums.push_back({say("Potongan", "Discount"), amount(Money{0, booking.total.currency} - booking.discount)});
  const bool taxed = booking.tax.amount_minor != 0;
  const bool on_top = taxed && !booking.lines.front().money.tax_included;
  if (on_top) sheet.sums.push_back({say("Pajak", "Tax"), amount(booking.tax)});
  sheet.sums.push_back({say("Total dibayar", "Total paid"), amount(booking.total), true});
  if (taxed && !on_top) sheet.sums.push_back({say("Termasuk pajak", "Tax included"), amount(booking.tax)});
  sheet.note = say("Dokumen ini dibuat secara elektronik dan sah tanpa tanda tangan.",
                   "This document was made electronically and is valid without a signature.");
  return sheet;
}

pdf::InvoiceSheet credit_note_sheet(const Purchase& purchase, const pdf::InvoiceSheet& invoice, Money amount, Instant at,
                                    Language language) {
  const auto say = [language](std::string_view id, std::string_view en) { return std::string{l10n::in(language, id, en)}; };
  pdf::InvoiceSheet sheet = invoice;
  sheet.heading = say("Nota Kredit", "Credit note");
  sheet.facts = {{say("Tanggal", "Date"), l10n::plain_date(at, purchase.show.venue.timezone, language)},
                 {say("Kode pesanan", "Booking"), purchase.booking.reference},
                 {say("Untuk invoice", "For invoice"), invoice.number.value}};
  const std::string back = l10n::amount(amount, language);
  sheet.lines = {{say("Pengembalian dana", "Refund"), {}, back}};
  sheet.sums = {{say("Total dikembalikan", "Total refunded"), back, true}};
  return sheet;
}

void set_number(pdf::InvoiceSheet& sheet, const std::string& number, Language language) {
  sheet.number = {std::string{l10n::in(language, "Nomor", "Number")}, number};
}

std::string to_document(const pdf::InvoiceSheet& sheet) {
  json::array facts, buyer, lines, sums;
  for (const auto& one : sheet.facts) facts.push_back({{"label", one.label}, {"value", one.value}});
  for (const auto& one : sheet.buyer) buyer.push_back(json::value(one));
  for (const auto& one : sheet.lines) lines.push_back({{"text", one.text}, {"detail", one.detail}, {"amount", one.amount}});
  for (const auto& one : sheet.sums) sums.push_back({{"label", one.label}, {"amount", one.amount}, {"strong", one.strong}});
  return json::serialize(json::object{{"seller", sheet.seller},
                                      {"heading", sheet.heading},
                                      {"number", {{"label", sheet.number.label}, {"value", sheet.number.value}}},
                                      {"facts", std::move(facts)},
                                      {"buyer_label", sheet.buyer_label},
                                      {"buyer", std::move(buyer)},
                                      {"subject", sheet.subject},
                                      {"text_head", sheet.text_head},
                                      {"amount_head", sheet.amount_head},
                                      {"lines", std::move(lines)},
                                      {"sums", std::move(sums)},
                                      {"note", sheet.note}});
}

pdf::InvoiceSheet sheet_of(const std::string& document) {
  const auto all = json::parse(document);
  pdf::InvoiceSheet sheet;
  sheet.seller = text(all, "seller");
  sheet.heading = text(all, "heading");
  for (const auto& one : all.at("facts").as_array()) sheet.facts.push_back({text(one, "label"), text(one, "value")});
  if (const auto* number = all.as_object().if_contains("number")) {
    sheet.number = {text(*number, "label"), text(*number, "value")};
  } else {  // of an older document, where it is the first fact
    sheet.number = sheet.facts.front();
    sheet.facts.erase(sheet.facts.begin());
  }
  sheet.buyer_label = text(all, "buyer_label");
  for (const auto& one : all.at("buyer").as_array()) sheet.buyer.push_back(std::string{one.as_string()});
  sheet.subject = text(all, "subject");
  sheet.text_head = text(all, "text_head");
  sheet.amount_head = text(all, "amount_head");
  for (const auto& one : all.at("lines").as_array())
    sheet.lines.push_back({text(one, "text"), text(one, "detail"), text(one, "amount")});
  for (const auto& one : all.at("sums").as_array())
    sheet.sums.push_back({text(one, "label"), text(one, "amount"), one.at("strong").as_bool()});
  sheet.note = text(all, "note");
  return sheet;
}

std::string print_invoice(const std::string& document, Instant issued_at) {
  const auto sheet = sheet_of(document);
  return pdf::invoice_pdf(sheet.heading + " " + sheet.number.value, sheet, issued_at);
}

}  // namespace gelora::booking
