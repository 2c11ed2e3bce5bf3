#include "judge.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gelora::audit_money {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Two tickets of 500 with a fee of 50 each, paid and in the books.
Facts paid() {
  Facts facts;
  PaymentFact payment;
  payment.id = 1;
  payment.booking = 10;
  payment.currency = "IDR";
  payment.captures.push_back({1'000, 0, "IDR", true});
  payment.ledger = {{"provider", 1'000}, {"bookings", -1'000}};
  facts.payments[1] = payment;
  facts.bookings[10] = {10, 1, "IDR", 1'000, 0, 2, {{500, 50, true}, {500, 50, true}}, 2};
  facts.has_bank = true;
  facts.bank[1] = {1'000, 0, 0};
  return facts;
}

std::string first(const Facts& facts) {
  const auto verdict = judge(facts);
  return verdict.contradictions.empty() ? "" : verdict.contradictions.front();
}

TEST(AuditMoney, WhatIsPaidAndTicketedIsFine) {
  const auto verdict = judge(paid());
  EXPECT_THAT(verdict.contradictions, IsEmpty());
  EXPECT_THAT(verdict.unresolved, IsEmpty());
  EXPECT_EQ(verdict.in_tickets, 1'000);
}

TEST(AuditMoney, AFeeThatIsKeptIsFineAndMoreIsNot) {
  Facts facts = paid();
  facts.bookings[10].lines = {{500, 50, false}, {500, 50, false}};
  facts.bookings[10].live_tickets = 0;
  facts.bookings[10].status = 6;
  const auto give = [&facts](std::int64_t amount) {
    facts.bookings[10].refunded = amount;
    facts.payments[1].refunds = {{amount, true, false, true, false}};
    facts.payments[1].captures[0].promised_back = amount;
    facts.payments[1].ledger = {{"provider", 1'000 - amount}, {"bookings", amount - 1'000}};
    facts.bank[1].refunded = amount;
  };
  give(900);
  EXPECT_EQ(first(facts), "");
  EXPECT_EQ(judge(facts).fees_kept, 100);
  give(899);
  EXPECT_THAT(first(facts), HasSubstr("101 is neither in tickets nor given back"));
}

TEST(AuditMoney, GoodwillBeforeAllWentBackIsNoFeeThatIsKept) {
  Facts facts = paid();
  facts.bookings[10].lines = {{500, 50, false}, {500, 50, false}};
  facts.bookings[10].live_tickets = 0;
  facts.bookings[10].status = 6;
  facts.bookings[10].refunded = 1'000;
  facts.payments[1].refunds = {{300, true, false, true, true}, {700, true, false, true, false}};
  facts.payments[1].captures[0].promised_back = 1'000;
  facts.payments[1].ledger = {{"provider", 0}, {"bookings", 0}};
  facts.bank[1].refunded = 1'000;
  EXPECT_EQ(first(facts), "");
  EXPECT_EQ(judge(facts).fees_kept, 0);
  EXPECT_EQ(judge(facts).goodwill, 0);
}

TEST(AuditMoney, ARefundByHandOfAllIsToldToTheBookingLately) {
  Facts facts = paid();
  facts.bookings[10].lines = {{500, 50, false}, {500, 50, false}};
  facts.bookings[10].live_tickets = 0;
  facts.bookings[10].status = 6;
  facts.payments[1].refunds = {{1'000, true, false, true, false, false, true}};
  facts.payments[1].captures[0].promised_back = 1'000;
  facts.payments[1].ledger = {{"provider", 0}, {"bookings", 0}};
  facts.bank[1].refunded = 1'000;
  for (const std::int64_t knows : {0, 1'000}) {
    facts.bookings[10].refunded = knows;
    EXPECT_EQ(first(facts), "");
  }
  facts.bookings[10].refunded = 500;
  EXPECT_THAT(first(facts), HasSubstr("it knows of 500"));
}

TEST(AuditMoney, ALostDisputeOfMoreThanWasLeftTakesWhatWasLeft) {
  Facts facts = paid();
  facts.bookings[10].lines = {{500, 50, false}, {500, 50, false}};
  facts.bookings[10].live_tickets = 0;
  facts.bookings[10].status = 6;
  facts.bookings[10].refunded = 1'000;
  facts.payments[1].refunds = {{400, true, false, true, false}};
  facts.payments[1].disputes = {{600, 1'000, true, false, true}};
  facts.payments[1].captures[0].promised_back = 1'000;
  facts.payments[1].ledger = {{"provider", 0}, {"bookings", 0}};
  facts.bank[1] = {1'000, 400, 1'000};
  EXPECT_EQ(first(facts), "");
}

TEST(AuditMoney, TicketsWithoutMoneyAreFound) {
  Facts facts = paid();
  facts.bookings[10].payment = 0;
  EXPECT_THAT(judge(facts).contradictions.back(), HasSubstr("valid tickets and no payment"));
  facts = paid();
  facts.payments[1].captures.clear();
  facts.payments[1].ledger.clear();
  facts.bank.clear();
  EXPECT_THAT(first(facts), HasSubstr("has no money"));
  facts = paid();
  facts.bookings[10].total = 1'100;
  EXPECT_THAT(first(facts), HasSubstr("it costs 1100 IDR, and 1000 IDR was captured"));
}

TEST(AuditMoney, MoneyWithoutTicketsIsFound) {
  Facts facts = paid();
  facts.bookings[10].lines[0].live = false;
  EXPECT_THAT(first(facts), HasSubstr("500 is neither in tickets nor given back"));
  facts = paid();
  facts.payments[2] = facts.payments[1];
  facts.payments[2].id = 2;  // a second payment that nobody gives back
  facts.bank[2] = {1'000, 0, 0};
  EXPECT_THAT(judge(facts).unresolved.front(), HasSubstr("not paid by it"));
}

TEST(AuditMoney, TheBankAndTheLedgerMustAgree) {
  Facts facts = paid();
  facts.bank[1].captured = 2'000;
  EXPECT_THAT(first(facts), HasSubstr("the bank took 2000"));
  facts = paid();
  facts.payments[1].ledger["provider"] = 900;
  EXPECT_THAT(first(facts), HasSubstr("900 at the provider"));
  facts = paid();
  facts.bank[99] = {500, 0, 0};
  EXPECT_THAT(first(facts), HasSubstr("which is nowhere"));
}

// The same for cash: the bank has never heard of it.
Facts sold() {
  Facts facts = paid();
  facts.bank.clear();
  facts.payments[1].counter = "cash";
  facts.payments[1].drawer = {{"cash", 1'000}};
  facts.payments[1].ledger = {{"counter:cash", 1'000}, {"bookings", -1'000}};
  return facts;
}

TEST(AuditMoney, WhatWasSoldAtTheCounterIsFineWithoutABank) {
  const auto verdict = judge(sold());
  EXPECT_THAT(verdict.contradictions, IsEmpty());
  EXPECT_THAT(verdict.unresolved, IsEmpty());
  EXPECT_EQ(verdict.at_counter, 1'000);
}

TEST(AuditMoney, ARefundThatWaitsAtTheCounterIsNothingToWorryAbout) {
  Facts facts = sold();
  facts.bookings[10].lines = {{500, 50, false}, {500, 50, false}};
  facts.bookings[10].live_tickets = 0;
  facts.bookings[10].status = 5;
  facts.payments[1].refunds = {{1'000, true, true, false, false, false, false, true}};
  facts.payments[1].captures[0].promised_back = 1'000;
  facts.payments[1].ledger = {{"counter:cash", 1'000}, {"bookings", 0}, {"refunds_due", -1'000}};
  EXPECT_EQ(first(facts), "");
  EXPECT_THAT(judge(facts).unresolved, IsEmpty());
  EXPECT_EQ(judge(facts).to_pay_out, 1'000);
  facts.payments[1].refunds[0].waits = false;
  EXPECT_EQ(judge(facts).unresolved.size(), 2u);
}

TEST(AuditMoney, TheCounterIsItsCapturesLessItsPayouts) {
  Facts facts = sold();
  facts.payments[1].ledger["counter:cash"] = 900;
  EXPECT_THAT(first(facts), HasSubstr("900 at the counter:cash, not 1000"));
  facts = sold();
  facts.payments[1].drawer["cash"] = 900;
  EXPECT_THAT(first(facts), HasSubstr("lists have 900, the ledger 1000"));
  facts = sold();
  facts.payments[1].drawer = {{"card", 1'000}};
  EXPECT_THAT(first(facts), HasSubstr("1000 of it in card"));
  facts = sold();
  facts.payments[1].ledger["provider"] = 5;
  EXPECT_THAT(first(facts), HasSubstr("5 of it in provider"));
}

TEST(AuditMoney, RefundsAboveTheCaptureAreFound) {
  Facts facts = paid();
  facts.payments[1].captures[0].promised_back = 1'001;
  EXPECT_THAT(first(facts), HasSubstr("more is promised back"));
}

TEST(AuditMoney, WhatIsOnItsWayIsUnresolved) {
  Facts facts = paid();
  facts.payments[1].open = true;
  facts.waiting_events = 3;
  EXPECT_EQ(judge(facts).unresolved.size(), 2u);
}

}  // namespace
}  // namespace gelora::audit_money
