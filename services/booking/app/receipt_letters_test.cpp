#include "booking/app/receipt_letters.hpp"

#include <gtest/gtest.h>

#include "booking/app/invoicing.hpp"

namespace gelora::booking {
namespace {

constexpr Instant noon{1'795'348'800'000'000};  // 2026-11-22T12:00:00Z

Purchase a_purchase() {
  auto hall = std::make_shared<Hall>();
  hall->layout = seats::number({{.standing = false}, {.standing = true, .capacity = 4}}, {{.count = 2, .zone = 0}});
  hall->zones = {{"Kategori 2", ""}, {"Festival", ""}};
  hall->row_names = {"Tribun 1 · A"};
  hall->seat_labels = {"A-1", "A-2"};
  Purchase purchase;
  purchase.hall = hall;
  purchase.booking.id = {501};
  purchase.booking.reference = "7K3QFM2A";
  purchase.booking.lines = {{{0, 750'000}, "Tribun 1 · A-1", {1}, "Kategori 2"}, {{2, 350'000}, "Festival", {2}, "Festival"}};
  purchase.booking.fees = {55'000, {}};
  purchase.booking.discount = {100'000, {}};
  purchase.booking.total = {1'055'000, {}};
  purchase.tickets = {{{601}, {501}, {7}, 0, TicketStatus::valid, "<b>Dewi</b>"},
                      {{602}, {501}, {7}, 2, TicketStatus::valid, ""}};
  purchase.show = {
      "Langit & Karsa", "Tur", R"(["#1b1464","#e84a5f"])", 1, 1001, {{1}, "Istora", "Jakarta", "Asia/Jakarta", "Senayan"}, noon};
  return purchase;
}

Letter letter_of(ReceiptKind kind, std::string detail, Language language = Language::en) {
  Receipt receipt;
  receipt.kind = kind;
  receipt.detail = std::move(detail);
  return receipt_letter(receipt, a_purchase(), language, "https://gelora.example");
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(ReceiptLetter, TheTextHasAllThatTheHtmlHas) {
  const auto letter = letter_of(ReceiptKind::tickets, "{}");
  const auto text = to_text(letter);
  for (const std::string_view said :
       {"Sunday, 22 November 2026 · 19:00 WIB", "Istora, Jakarta", "A-1 · Tribun 1 · Kategori 2", "Festival · Standing area",
        "7K3QFM2A", "Rp1,055,000", "https://gelora.example/bookings/501"})
    EXPECT_TRUE(has(text, said)) << said << "\n" << text;
}

TEST(ReceiptLetter, WhatPeopleTypedIsNoMarkup) {
  const auto html = to_html(letter_of(ReceiptKind::tickets, "{}"));
  EXPECT_TRUE(has(html, "&lt;b&gt;Dewi&lt;/b&gt;"));
  EXPECT_FALSE(has(html, "<b>Dewi"));
  EXPECT_TRUE(has(html, "Langit &amp; Karsa"));
  EXPECT_TRUE(has(html, "src=\"cid:ticket-601\""));
  EXPECT_FALSE(has(html, "src=\"http"));
}

TEST(ReceiptLetter, OtherSeatsCanBeDeclinedUntilThen) {
  const auto letter =
      letter_of(ReceiptKind::substituted, R"({"old":["A-1"],"new":["B-7","B-8"],"decline_by":"2026-11-23T12:30:00Z"})");
  const auto text = to_text(letter);
  EXPECT_TRUE(has(text, "Decline before Monday, 23 November 2026, 19:30 WIB"));
  EXPECT_TRUE(has(text, "Seats you have: B-7, B-8"));
  EXPECT_EQ(letter.tickets.size(), 2u);
}

TEST(ReceiptLetter, ARefundSaysHowMuchAndWhy) {
  const auto refund = [](std::string_view reason) {
    return R"({"amount_minor":1055000,"currency":"IDR","reason":")" + std::string{reason} + "\"}";
  };
  EXPECT_TRUE(has(to_text(letter_of(ReceiptKind::refund, refund("second-payment"))), "paid twice"));
  EXPECT_TRUE(has(to_text(letter_of(ReceiptKind::refund, refund("The band is ill"))), "The reason: The band is ill"));
  EXPECT_TRUE(has(letter_of(ReceiptKind::refund, refund("x"), Language::id).heading, "Rp1.055.000 kembali ke Anda"));
  EXPECT_TRUE(corrects_the_sale({{}, "cancelled"}));
  EXPECT_FALSE(corrects_the_sale({{}, "second-payment"}));
  EXPECT_THROW(letter_of(ReceiptKind::refund, "{}"), std::exception);
}

TEST(Invoice, ComesBackFromItsDocumentAsItWas) {
  auto sheet = invoice_sheet(a_purchase(), {"Nada Nusantara", {"Dewi", "dewi@example.com"}}, noon, Language::id);
  set_number(sheet, "NADA-2026-000001", Language::id);
  const auto document = to_document(sheet);
  EXPECT_EQ(to_document(sheet_of(document)), document);
  EXPECT_EQ(number_of(sheet_of(document)), "NADA-2026-000001");
  EXPECT_EQ(print_invoice(document, noon), print_invoice(document, noon));
}

TEST(Invoice, ItsSumsAreThoseOfTheBooking) {
  const auto sheet = invoice_sheet(a_purchase(), {"Nada Nusantara", {}}, noon, Language::id);
  std::vector<std::string> amounts;
  for (const auto& one : sheet.sums) amounts.push_back(one.amount);
  EXPECT_EQ(amounts, (std::vector<std::string>{"Rp1.100.000", "Rp55.000", "−Rp100.000", "Rp1.055.000"}));
  EXPECT_EQ(sheet.lines[1].detail, "") << "a standing place is called as its zone";
}

TEST(Invoice, ACreditNoteNamesIt) {
  auto sheet = invoice_sheet(a_purchase(), {"Nada Nusantara", {"Dewi"}}, noon, Language::en);
  set_number(sheet, "NADA-2026-000001", Language::en);
  auto credit = credit_note_sheet(a_purchase(), sheet, {350'000, {}}, noon, Language::en);
  set_number(credit, "NADA-2026-000002", Language::en);
  EXPECT_EQ(credit.heading, "Credit note");
  EXPECT_EQ(credit.facts.back().value, "NADA-2026-000001");
  EXPECT_EQ(credit.sums.front().amount, "Rp350,000");
  EXPECT_EQ(credit.buyer, sheet.buyer);
}

}  // namespace
}  // namespace gelora::booking
