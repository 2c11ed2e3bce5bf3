#include "booking/domain/message.hpp"

#include <gtest/gtest.h>

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;
using Words = std::vector<std::string>;

const PlaceholderValues ayu{{"name", "Ayu {reference}"}, {"reference", "7K2M9QXT"}, {"venue", ""}};

TEST(Message, PlaceholdersAreFilledInOnce) {
  EXPECT_EQ(filled_in("Halo {name}!", ayu), "Halo Ayu {reference}!");
  EXPECT_EQ(filled_in("{reference}{reference}", ayu), "7K2M9QXT7K2M9QXT");
  EXPECT_EQ(filled_in("di {venue}.", ayu), "di .");
  EXPECT_EQ(filled_in("", ayu), "");
}

TEST(Message, WhatIsNoPlaceholderStays) {
  for (const std::string text : {"{", "}", "{}", "a { b", ":-{", "{\nname}", "{name", "name}"}) {
    EXPECT_EQ(filled_in(text, ayu), text);
    EXPECT_EQ(unknown_placeholders(text), Words{});
  }
  EXPECT_EQ(filled_in("{{name}}", ayu), "{Ayu {reference}}");
}

TEST(Message, UnknownPlaceholdersAreToldAsTheyWereTyped) {
  EXPECT_EQ(unknown_placeholders("Hi {Name}, {name}, { name }, {seat}"), (Words{"{Name}", "{ name }", "{seat}"}));
  EXPECT_EQ(unknown_placeholders("{" + std::string(41, 'x') + "}"), Words{});
}

TEST(Message, CountsItsPlaceholders) {
  EXPECT_EQ(count_placeholders("{name} {x} { {} {reference}{name}"), 4u);
  EXPECT_EQ(count_placeholders(""), 0u);
}

TEST(Message, ParagraphsKeepTheirLines) {
  EXPECT_EQ(paragraphs_of("one\r\ntwo  \n\n \n\nthree\n"), (Words{"one\ntwo", "three"}));
  EXPECT_EQ(paragraphs_of("\n\n"), Words{});
}

TEST(Message, ThePaceIsThatOfTheSetting) {
  EXPECT_EQ(mails_a_step(1, 1), 1u);
  EXPECT_EQ(mails_a_step(300, 1), 5u);
  EXPECT_EQ(mails_a_step(60'000, 1), 20u);
  EXPECT_EQ(time_for(5, 300, 1), 1s);
  EXPECT_EQ(time_for(1, 1, 1), 1min);
  EXPECT_EQ(time_for(0, 300, 1), 0s);
}

TEST(Message, ThePaceIsSharedByThoseThatAreBeingSent) {
  for (const unsigned messages : {2u, 5u, 20u, 1000u}) {
    const auto mails = mails_a_step(300, messages);
    EXPECT_GE(mails, 1u);
    // Each takes such a step in that time: all together 300 a minute.
    EXPECT_EQ(Duration{1min} * static_cast<int>(mails * messages) / 300, time_for(mails, 300, messages)) << messages;
  }
}

TEST(Message, IsForThoseWithABookingThatCounts) {
  EXPECT_TRUE(may_be_written_to(BookingStatus::confirmed));
  EXPECT_TRUE(may_be_written_to(BookingStatus::refunded));
  EXPECT_FALSE(may_be_written_to(BookingStatus::expired));
  EXPECT_FALSE(may_be_written_to(BookingStatus::cancelled));
}

}  // namespace
}  // namespace gelora::booking
