#include "booking/app/receipt_letters.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <set>

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
  purchase.booking.user = {5};
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

TEST(ReceiptLetter, WhoWasMovedIsToldFromWhereToWhereWithTheNewCodes) {
  for (const Language language : {Language::id, Language::en}) {
    const auto text = to_text(letter_of(ReceiptKind::moved, R"({"old":["Tribun 1 · A-9"],"new":["Tribun 1 · A-1"]})", language));
    for (const std::string_view said : {"Tribun 1 · A-9", "Tribun 1 · A-1", "A-1 · Tribun 1 · Kategori 2", "7K3QFM2A"})
      EXPECT_TRUE(has(text, said)) << said << "\n" << text;
  }
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
  EXPECT_TRUE(has(letter_of(ReceiptKind::refund, refund("x"), Language::id).heading, "Rp1.055.000 kembali ke Anda"));
  EXPECT_THROW(letter_of(ReceiptKind::refund, "{}"), std::exception);
}

TEST(ReceiptLetter, AnOrganisersWordsAreToldAsTheyAre) {
  const auto text = to_text(letter_of(
      ReceiptKind::refund, R"({"amount_minor":5,"currency":"IDR","reason":"organiser","words":"late","corrects_sale":true})"));
  EXPECT_TRUE(has(text, "The organiser gives you money back."));
  EXPECT_TRUE(has(text, "The reason: late"));
  const auto older = to_text(letter_of(ReceiptKind::refund, R"({"amount_minor":5,"currency":"IDR","reason":"sakit"})"));
  EXPECT_TRUE(has(older, "The reason: sakit"));
}

TEST(ReceiptLetter, EveryReasonHasItsOwnTextInBothLanguages) {
  std::set<std::string> told;
  for (int i = 0; i <= static_cast<int>(last_refund_reason); ++i) {
    const auto reason = static_cast<RefundReason>(i);
    EXPECT_EQ(refund_reason_of(name_of(reason)), reason);
    const auto detail =
        R"({"amount_minor":5,"currency":"IDR","corrects_sale":true,"reason":")" + std::string{name_of(reason)} + "\"}";
    for (const auto language : {Language::en, Language::id}) {
      const auto letter = letter_of(ReceiptKind::refund, detail, language);
      EXPECT_EQ(letter.paragraphs.size(), 1u) << name_of(reason);
      told.insert(letter.paragraphs.front());
    }
  }
  EXPECT_EQ(told.size(), 2u * static_cast<std::size_t>(last_refund_reason)) << "two names say that it was paid twice";
}

TEST(ReceiptLetter, MoneyForWhatWasCancelledIsNotCalledLate) {
  const auto late = [](std::string_view reason) {
    return to_text(letter_of(ReceiptKind::late_refund, R"({"amount_minor":5,"currency":"IDR","corrects_sale":false,"reason":")" +
                                                           std::string{reason} + "\"}"));
  };
  EXPECT_TRUE(has(late("late"), "Your payment came too late"));
  EXPECT_TRUE(has(late("cancelled"), "This booking had been cancelled when your payment arrived."));
  EXPECT_TRUE(has(late("show-cancelled"), "The show had been cancelled when your payment arrived."));
  EXPECT_FALSE(has(late("cancelled") + late("show-cancelled"), "too late"));
}

TEST(ReceiptLetter, ADisputeIsSettledByTheBankAndNotByUs) {
  const auto text = to_text(letter_of(ReceiptKind::refund, R"({"amount_minor":5,"currency":"IDR","reason":"dispute-lost"})"));
  EXPECT_TRUE(has(text, "through your bank"));
  EXPECT_FALSE(has(text, "working days"));
}

TEST(ReceiptLetter, ACancelledShowPromisesNoMoneyWhereNoneWasPaid) {
  Receipt receipt;
  receipt.kind = ReceiptKind::show_cancelled;
  Purchase purchase = a_purchase();
  purchase.cancelled_because = "Artis sakit";
  const auto said = [&] { return to_text(receipt_letter(receipt, purchase, Language::en, "https://gelora.example")); };
  EXPECT_TRUE(has(said(), "Your money comes back"));
  EXPECT_TRUE(has(said(), "The reason: Artis sakit"));
  purchase.booking.total = {0, {}};
  EXPECT_FALSE(has(said(), "money"));
}

TEST(ReceiptLetter, WhoBoughtAtTheCounterHasNoPageAndFetchesMoneyThere) {
  Receipt receipt;
  Purchase purchase = a_purchase();
  purchase.booking.user = {};
  const auto letter = [&] { return receipt_letter(receipt, purchase, Language::en, "https://gelora.example"); };
  EXPECT_TRUE(has(to_text(letter()), "Bought at the counter"));
  EXPECT_FALSE(has(to_text(letter()), "/bookings/"));
  EXPECT_FALSE(has(to_html(letter()), "class=\"button\""));
  receipt.kind = ReceiptKind::show_cancelled;
  EXPECT_TRUE(has(to_text(letter()), "waiting at the counter"));
  receipt.kind = ReceiptKind::refund;
  receipt.detail = R"({"amount_minor":5,"currency":"IDR","reason":"show-cancelled"})";
  EXPECT_TRUE(has(to_text(letter()), "paid out at the counter"));
  EXPECT_FALSE(has(to_text(letter()), "working days"));
}

TEST(ReceiptLetter, TheMailOnceMoreSaysWhichSeatsWereReplaced) {
  Receipt receipt;
  receipt.kind = ReceiptKind::tickets_again;
  Purchase purchase = a_purchase();
  purchase.booking.replaced = {"Tribun 1 · A-7", "Tribun 1 · A-8"};
  EXPECT_TRUE(has(to_text(receipt_letter(receipt, purchase, Language::en, "")), "Instead of: Tribun 1 · A-7, Tribun 1 · A-8"));
}

TEST(Invoice, ComesBackFromItsDocumentAsItWas) {
  auto sheet = invoice_sheet(a_purchase(), {"Nada Nusantara", {"Dewi", "dewi@example.com"}}, noon, Language::id);
  set_number(sheet, "NADA-2026-000001", Language::id);
  const auto document = to_document(sheet);
  EXPECT_EQ(to_document(sheet_of(document)), document);
  EXPECT_EQ(sheet_of(document).number.value, "NADA-2026-000001");
  EXPECT_EQ(print_invoice(document, noon), print_invoice(document, noon));
}

TEST(Invoice, AnOlderDocumentHasItsNumberAsTheFirstFact) {
  auto sheet = invoice_sheet(a_purchase(), {"Nada Nusantara", {}}, noon, Language::id);
  set_number(sheet, "NADA-2026-000001", Language::id);
  auto older = boost::json::parse(to_document(sheet)).as_object();
  auto& facts = older.at("facts").as_array();
  facts.insert(facts.begin(), older.at("number"));
  older.erase("number");
  const auto document = boost::json::serialize(older);
  EXPECT_EQ(print_invoice(document, noon), print_invoice(to_document(sheet), noon));
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
