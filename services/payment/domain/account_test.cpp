#include "payment/domain/account.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace gelora::payment {
namespace {

constexpr Instant now{1'900'000'000'000'000};
constexpr Money price{1'000, {}};

class BookkeeperTest : public ::testing::Test {
 protected:
  BookkeeperTest() {
    account_.payment.id = {7};
    account_.payment.booking = {8};
    account_.payment.provider = "sandbox";
    account_.payment.status = Status::pending;
    account_.payment.amount = price;
  }

  // As storage does: read, decide, write.
  template <class Decide>
  Changes change(Decide decide) {
    Bookkeeper books(account_, ids_, now);
    decide(books);
    account_ = books.account();
    for (const auto& posting : books.changes().postings) {
      EXPECT_TRUE(causes_.insert(posting.cause).second) << posting.cause << " was posted twice";
      std::int64_t sum = 0;
      for (const auto& entry : posting.entries) sum += entry.amount_minor, balances_[entry.account] += entry.amount_minor;
      EXPECT_EQ(sum, 0);
    }
    for (const auto& event : books.changes().events) ++events_[event.type];
    return books.changes();
  }
  Changes see(SessionState state) {
    return change([&](Bookkeeper& books) { books.observe(state); });
  }
  std::optional<std::uint64_t> set_aside(std::int64_t amount, bool voids = false) {
    std::optional<std::uint64_t> id;
    change([&](Bookkeeper& books) {
      RefundOrder order;
      order.amount_minor = amount;
      order.reason = "test";
      order.voids_tickets = voids;
      id = books.set_aside(std::move(order));
    });
    return id;
  }
  static SessionState paid(std::vector<ProviderCapture> captures = {{"c1", price, false}}) {
    SessionState state;
    state.kind = SessionState::Kind::closed;
    state.captures = std::move(captures);
    return state;
  }

  IdGenerator ids_{1};
  Account account_;
  std::map<std::string, std::int64_t> balances_;
  std::map<std::string, int> events_;
  std::set<std::string> causes_;
};

TEST_F(BookkeeperTest, MoneyIsKeptOnceHoweverOftenItIsSeen) {
  EXPECT_FALSE(see(paid()).empty());
  EXPECT_TRUE(see(paid()).empty());
  EXPECT_EQ(account_.payment.status, Status::captured);
  EXPECT_EQ(balances_["bookings"], -1'000);
  EXPECT_EQ(balances_["provider:sandbox"], 1'000);
  EXPECT_EQ(events_["payment.captured"], 1);
  EXPECT_EQ(events_["payment.closed"], 0);
}

TEST_F(BookkeeperTest, ASecondCaptureAndWrongMoneyGoBack) {
  see(paid({{"c1", price, false}, {"c2", price, false}, {"c3", {999, {}}, false}, {"c4", price, true}}));
  ASSERT_EQ(account_.refunds.size(), 3u);
  EXPECT_EQ(account_.refunds[0].reason, "second-capture");
  EXPECT_EQ(account_.refunds[1].reason, "wrong-amount");
  EXPECT_EQ(account_.refunds[2].reason, "wrong-account");
  EXPECT_EQ(account_.payment.status, Status::captured);
  EXPECT_EQ(balances_["bookings"], -1'000);
  EXPECT_EQ(balances_["excess"], 0);
  EXPECT_EQ(balances_["refunds_due"], -2'999);
}

TEST_F(BookkeeperTest, ClosedWithoutMoneyIsToldUnlessASisterLives) {
  see(paid({}));
  EXPECT_EQ(account_.payment.status, Status::expired);
  EXPECT_EQ(events_["payment.closed"], 1);
  see(paid());  // late
  EXPECT_EQ(account_.payment.status, Status::captured);
  EXPECT_EQ(events_["payment.captured"], 1);
}

TEST_F(BookkeeperTest, ClosedAfterADeclineHasFailed) {
  SessionState state = paid({});
  state.declined = true;
  account_.live_sister = true;
  see(state);
  EXPECT_EQ(account_.payment.status, Status::failed);
  EXPECT_EQ(events_["payment.closed"], 0);
}

TEST_F(BookkeeperTest, RefundsNeverPassWhatWasCaptured) {
  see(paid());
  EXPECT_FALSE(set_aside(1'001));
  EXPECT_TRUE(set_aside(600));
  EXPECT_FALSE(set_aside(401));
  EXPECT_FALSE(set_aside(0));
  EXPECT_TRUE(set_aside(400));
  EXPECT_FALSE(set_aside(1));
}

TEST_F(BookkeeperTest, ARefundWaitsForTheTickets) {
  see(paid());
  const auto id = *set_aside(1'000, true);
  EXPECT_EQ(account_.refunds.back().state, RefundState::reserved);
  EXPECT_EQ(events_["refund.requested"], 1);
  change([&](Bookkeeper& books) { books.tickets_void(id); });
  EXPECT_EQ(account_.refunds.back().state, RefundState::due);
  change([&](Bookkeeper& books) { books.refund_answered(id, {ProviderRefund::State::pending, id, "r1", "c1", price}); });
  EXPECT_EQ(account_.payment.status, Status::refund_pending);
  change([&](Bookkeeper& books) { books.refund_answered(id, {ProviderRefund::State::succeeded, id, "r1", "c1", price}); });
  change([&](Bookkeeper& books) { books.refund_answered(id, {ProviderRefund::State::succeeded, id, "r1", "c1", price}); });
  EXPECT_EQ(account_.payment.status, Status::refunded);
  EXPECT_EQ(events_["payment.refunded"], 1);
  EXPECT_EQ(balances_["provider:sandbox"], 0);
}

TEST_F(BookkeeperTest, TicketsThatStayGiveTheMoneyBackToTheBooking) {
  see(paid());
  const auto id = *set_aside(1'000, true);
  change([&](Bookkeeper& books) { books.tickets_stay(id, "ticket-used"); });
  change([&](Bookkeeper& books) { books.tickets_void(id); });  // too late
  EXPECT_EQ(account_.refunds.back().state, RefundState::refused);
  EXPECT_EQ(account_.payment.status, Status::captured);
  EXPECT_EQ(balances_["refunds_due"], 0);
  EXPECT_TRUE(set_aside(1'000));
}

TEST_F(BookkeeperTest, AFailedRefundIsForAPersonToLookAt) {
  see(paid());
  const auto id = *set_aside(1'000);
  const auto changes = change([&](Bookkeeper& books) { books.refund_never(id, "the card is closed"); });
  ASSERT_EQ(changes.findings.size(), 1u);
  EXPECT_EQ(changes.findings[0].kind, "refund-failed");
  EXPECT_EQ(account_.payment.status, Status::captured);
}

TEST_F(BookkeeperTest, ARefundThatAPersonMadeAtTheProviderVoidsTheTickets) {
  auto state = paid();
  state.refunds.push_back({ProviderRefund::State::succeeded, 0, "by-hand", "c1", price});
  see(state);
  see(state);
  EXPECT_EQ(events_["payment.reversed"], 1);
  EXPECT_EQ(account_.payment.status, Status::refunded);
}

TEST_F(BookkeeperTest, ADisputeHoldsTheMoneyUntilItIsDecided) {
  auto state = paid();
  state.disputes.push_back({ProviderDispute::State::open, "d1", "c1", price});
  see(state);
  EXPECT_EQ(events_["payment.disputed"], 1);
  EXPECT_FALSE(set_aside(1));
  auto won = state;
  won.disputes[0].state = ProviderDispute::State::won;
  see(won);
  see(state);  // an old word of it
  EXPECT_EQ(balances_["bookings"], -1'000);
  EXPECT_EQ(events_["payment.dispute_won"], 1);
  auto lost = state;
  lost.disputes.push_back({ProviderDispute::State::lost, "d2", "c1", price});
  see(lost);
  EXPECT_EQ(events_["payment.dispute_lost"], 1);
  EXPECT_EQ(account_.payment.status, Status::refunded);
  EXPECT_EQ(balances_["provider:sandbox"], 0);
}

TEST_F(BookkeeperTest, ADisputeThatWasWonBeforeItWasHeardOfFreezesNothing) {
  auto state = paid();
  see(state);
  state.disputes = {{ProviderDispute::State::won, "d1", "c1", price}};
  see(state);
  EXPECT_EQ(events_["payment.disputed"], 0);
  EXPECT_EQ(account_.disputes.front().state, DisputeState::won);
  EXPECT_EQ(account_.captures.front().left(), price.amount_minor);
}

TEST_F(BookkeeperTest, MoneyThatIsHeldBackWhenItIsToGoIsForAPersonToLookAt) {
  auto state = paid();
  state.disputes = {{ProviderDispute::State::open, "d1", "c1", {600, {}}}};
  see(state);
  const auto give_back = [](Bookkeeper& books) { books.give_back(std::nullopt, "show-cancelled"); };
  const auto changes = change(give_back);
  ASSERT_EQ(changes.refunds.size(), 1u);
  EXPECT_EQ(changes.refunds.front().amount.amount_minor, 400);
  ASSERT_EQ(changes.findings.size(), 1u);
  EXPECT_EQ(changes.findings.front().kind, "refund-short");
  EXPECT_EQ(changes.findings.front().amount.amount_minor, 600);
}

TEST_F(BookkeeperTest, MoneyThatAnOrganiserHasSetAsideIsToldOfWhenAllIsToGo) {
  see(paid());
  set_aside(1'000, true);
  const auto give_back = [](Bookkeeper& books) { books.give_back(std::nullopt, "show-cancelled"); };
  const auto changes = change(give_back);
  EXPECT_TRUE(changes.refunds.empty());
  ASSERT_EQ(changes.findings.size(), 1u);
  EXPECT_EQ(changes.findings.front().kind, "refund-short");
}

TEST_F(BookkeeperTest, WhatWentBackBeforeIsNotMissed) {
  see(paid());
  set_aside(800);
  const auto give_back = [](Bookkeeper& books) { books.give_back(900, "cancelled-by-buyer"); };
  const auto changes = change(give_back);
  ASSERT_EQ(changes.refunds.size(), 1u);
  EXPECT_EQ(changes.refunds.front().amount.amount_minor, 200);
  EXPECT_TRUE(changes.findings.empty());
}

// Whatever comes, in whatever order and however often: the ledger balances, and what is promised stays within what was taken.
TEST_F(BookkeeperTest, AnyOrderOfNewsKeepsTheBooks) {
  for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
    std::mt19937_64 random{seed};
    const auto one_of = [&random](std::uint64_t limit) { return random() % limit; };
    account_ = {};
    account_.payment.id = {7};
    account_.payment.booking = {8};
    account_.payment.provider = "sandbox";
    account_.payment.status = one_of(2) == 0 ? Status::intended : Status::pending;
    account_.payment.amount = price;
    balances_.clear();
    causes_.clear();
    SessionState truth;
    std::vector<SessionState> told{truth};  // old states are told again
    for (int i = 0; i < 14; ++i) {
      switch (one_of(9)) {
        case 0: truth.captures.push_back({"c" + std::to_string(i), {one_of(4) == 0 ? 900 : 1'000, {}}, one_of(6) == 0}); break;
        case 1: truth.kind = SessionState::Kind::closed; break;
        case 2: truth.declined = true; break;
        case 3:
          if (!truth.captures.empty())
            truth.disputes.push_back({ProviderDispute::State::open,
                                      "d" + std::to_string(i),
                                      truth.captures[one_of(truth.captures.size())].ref,
                                      {1'000, {}}});
          break;
        case 4:
          if (!truth.disputes.empty())
            truth.disputes[one_of(truth.disputes.size())].state =
                one_of(2) == 0 ? ProviderDispute::State::won : ProviderDispute::State::lost;
          break;
        case 5: set_aside(static_cast<std::int64_t>(1 + one_of(1'200)), one_of(2) == 0); break;
        case 6:
          if (!account_.refunds.empty()) {
            const auto id = account_.refunds[one_of(account_.refunds.size())].id;
            change([&](Bookkeeper& books) { one_of(3) == 0 ? books.tickets_stay(id, "used") : books.tickets_void(id); });
          }
          break;
        case 7:
          if (!account_.refunds.empty()) {
            const Refund refund = account_.refunds[one_of(account_.refunds.size())];
            const auto state = static_cast<ProviderRefund::State>(one_of(3));
            change([&](Bookkeeper& books) {
              books.refund_answered(refund.id, {state, refund.id, "r" + std::to_string(refund.id), "", refund.amount});
            });
          }
          break;
        default: break;
      }
      told.push_back(truth);
      see(told[one_of(3) == 0 ? one_of(told.size()) : told.size() - 1]);
      std::int64_t sum = 0, taken = 0, kept = 0;
      for (const auto& [account, balance] : balances_) sum += balance;
      for (const auto& capture : account_.captures) {
        ASSERT_TRUE(capture.promised_back >= 0 && capture.left() >= 0) << seed;
        taken += capture.amount.amount_minor;
        kept += capture.kept;
      }
      ASSERT_EQ(sum, 0) << seed;
      ASSERT_LE(kept, 1) << seed;
      ASSERT_EQ(has_money(account_.payment.status), kept == 1) << seed;
      ASSERT_LE(balances_["provider:sandbox"], taken) << seed;
      ASSERT_GE(balances_["provider:sandbox"], 0) << seed;
      ASSERT_LE(balances_["bookings"], 0) << seed;
      ASSERT_LE(balances_["excess"], 0) << seed;
      ASSERT_LE(balances_["refunds_due"], 0) << seed;
      ASSERT_LE(balances_["disputed"], 0) << seed;
    }
  }
}

// Every step that a state can take, and no other.
TEST(States, OfRefundsAndDisputesEndForGood) {
  for (const auto end : {RefundState::succeeded, RefundState::failed, RefundState::refused}) {
    for (const auto step : {RefundStep::tickets_void, RefundStep::tickets_stay, RefundStep::provider_has_it,
                            RefundStep::provider_did_it, RefundStep::provider_refused})
      EXPECT_FALSE(after(end, step));
  }
  EXPECT_FALSE(
      after(RefundState::reserved, RefundStep::provider_did_it));  // the provider is not asked before the tickets are void
  EXPECT_EQ(after(RefundState::due, RefundStep::provider_did_it), RefundState::succeeded);
  EXPECT_FALSE(after(DisputeState::won, DisputeStep::we_lost));
  EXPECT_FALSE(after(DisputeState::lost, DisputeStep::we_won));
}

TEST(States, OfPaymentsNeverLoseTheirMoney) {
  for (const auto paid : {Status::captured, Status::refund_pending, Status::refunded, Status::partially_refunded}) {
    for (const auto step : {Step::closed, Step::closed_after_decline, Step::session_opened, Step::money_kept})
      EXPECT_FALSE(after(paid, step));
  }
  for (const auto open : {Status::intended, Status::pending, Status::failed, Status::expired})
    EXPECT_EQ(after(open, Step::money_kept), Status::captured);
  EXPECT_FALSE(after(Status::refunded, Step::refund_begun));
}

}  // namespace
}  // namespace gelora::payment
