#include "booking/app/message_letter.hpp"

#include <gtest/gtest.h>

#include "mail/mime.hpp"

namespace gelora::booking {
namespace {

constexpr Instant noon{1'795'348'800'000'000};  // 2026-11-22T12:00:00Z
const ShowText istora{
    "Langit & Karsa", "Tur", R"(["#1b1464"])", 1, 1001, {{1}, "Istora", "Jakarta", "Asia/Jakarta", "Senayan"}, noon};
const MessageWords words{"Pintu {name}", "Halo {name},\n\npintu {concert}\ndibuka.", "Doors {reference}",
                         "Hi {name}, {show_time} at {venue}: {reference}"};

Letter letter_to(const Addressee& to, Language language) {
  return message_letter(words, istora, to, "Nada <Uji>", language, "https://gelora.example");
}

TEST(MessageLetter, IsInTheReadersLanguageWithTheirValues) {
  const auto english = letter_to({"Ayu", "7K2M9QXT"}, Language::en);
  EXPECT_EQ(english.subject, "Doors 7K2M9QXT");
  EXPECT_EQ(english.paragraphs.at(0), "Hi Ayu, Sunday, 22 November 2026 · 19:00 WIB at Istora, Jakarta: 7K2M9QXT");
  const auto indonesian = letter_to({"Ayu", "7K2M9QXT"}, Language::id);
  EXPECT_EQ(indonesian.paragraphs, (std::vector<std::string>{"Halo Ayu,", "pintu Langit & Karsa · Tur\ndibuka."}));
  EXPECT_NE(to_html(indonesian).find("pintu Langit &amp; Karsa · Tur<br>dibuka."), std::string::npos);
}

TEST(MessageLetter, WhatPeopleTypedIsNeitherMarkupNorAHeader) {
  const auto letter = letter_to({"<img src=x>\r\nBcc: all@example.com", "7K2M9QXT"}, Language::id);
  const auto html = to_html(letter);
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_EQ(html.find("<Uji>"), std::string::npos);
  const auto mime =
      mail::to_mime({"ayu@example.com", letter.subject, to_text(letter), html}, "Gelora <a@gelora.test>", "1", noon);
  EXPECT_EQ(mime.find("\r\nBcc:"), std::string::npos);
}

}  // namespace
}  // namespace gelora::booking
