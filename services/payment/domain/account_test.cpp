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
    Bookkeeper books(account_, ids_, now_);
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
  // How much of it goes at once.
  std::int64_t give_back(std::optional<std::int64_t> amount) {
    const auto changes = change([&](Bookkeeper& books) { books.give_back(amount, "test"); });
    return changes.refunds.empty() ? 0 : changes.refunds.front().amount.amount_minor;
  }
  std::optional<std::uint64_t> set_aside(std::int64_t amount, bool voids = false, std::vector<TicketId> tickets = {}) {
    std::optional<std::uint64_t> id;
    change([&](Bookkeeper& books) {
      RefundOrder order;
      order.amount_minor = amount;
      order.reason = "test";
      order.voids_tickets = voids;
      order.tickets = tickets;
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

  Instant now_ = now;
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

TEST_F(BookkeeperTest, WhatADisputeHoldsBackFollowsWhenItIsWon) {
  auto state = paid();
  state.disputes = {{ProviderDispute::State::open, "d1", "c1", {600, {}}}};
  see(state);
  EXPECT_EQ(give_back(std::nullopt), 400);
  EXPECT_EQ(account_.captures.front().owed_back, 600);
  state.disputes[0].state = ProviderDispute::State::won;
  const auto changes = see(state);
  ASSERT_EQ(changes.refunds.size(), 1u);
  EXPECT_EQ(changes.refunds.front().amount.amount_minor, 600);
  EXPECT_EQ(changes.refunds.front().reason, "test");
  EXPECT_EQ(account_.captures.front().owed_back, 0);
}

TEST_F(BookkeeperTest, WhatADisputeTookIsNotOwedAsWell) {
  auto state = paid();
  state.disputes = {{ProviderDispute::State::open, "d1", "c1", {600, {}}}};
  see(state);
  give_back(std::nullopt);
  state.disputes[0].state = ProviderDispute::State::lost;
  EXPECT_TRUE(see(state).refunds.empty());
  EXPECT_EQ(account_.captures.front().owed_back, 0);
}

TEST_F(BookkeeperTest, WhatAnOrganiserHasSetAsideFollowsWhenTheTicketsWereVoidAlready) {
  see(paid());
  const auto one_ticket = *set_aside(300, true);
  EXPECT_EQ(give_back(900), 700);  // by the show's rule
  change([&](Bookkeeper& books) { books.tickets_stay(one_ticket, "booking-not-refundable"); });
  EXPECT_EQ(account_.refunds.back().amount.amount_minor, 200);
  EXPECT_EQ(account_.captures.front().left(), 100);
}

TEST_F(BookkeeperTest, WhatAnOrganiserHasSetAsideAndTheDeskApprovedIsNotOwedAsWell) {
  see(paid());
  const auto one_ticket = *set_aside(300, true, {{5}});
  give_back(900);
  change([&](Bookkeeper& books) { books.tickets_void(one_ticket); });
  EXPECT_EQ(account_.captures.front().owed_back, 0);
  EXPECT_EQ(account_.captures.front().left(), 0);
}

// The desk takes the two the other way round: everything first, so that the one ticket is void when it is asked about.
TEST_F(BookkeeperTest, AllThatIsGivenBackTakesARefusedTicketRefundWithIt) {
  for (const bool refusal_first : {false, true}) {
    account_.captures.clear(), account_.refunds.clear(), causes_.clear();
    account_.payment.status = Status::pending;
    see(paid());
    const auto one_ticket = *set_aside(500, true, {{5}}), all = *set_aside(500, true);
    const auto refuse = [&] { change([&](Bookkeeper& books) { books.tickets_stay(one_ticket, "ticket-void"); }); };
    if (refusal_first) refuse();
    change([&](Bookkeeper& books) { books.tickets_void(all); });
    if (!refusal_first) refuse();
    EXPECT_EQ(account_.captures.front().left(), 0);
    EXPECT_EQ(account_.refunds.back().state, RefundState::due);
    EXPECT_EQ(account_.refunds.back().amount.amount_minor, 500);
  }
}

TEST_F(BookkeeperTest, ABookingWithNothingLeftToGetIsToldSo) {
  see(paid());
  const auto goodwill = *set_aside(1'000);
  give_back(std::nullopt);
  EXPECT_EQ(events_["payment.refunded"], 0);  // the one that is on its way will tell
  change([&](Bookkeeper& books) {
    books.refund_answered(goodwill, {ProviderRefund::State::succeeded, goodwill, "r1", "c1", price});
  });
  const auto changes = change([](Bookkeeper& books) { books.give_back(std::nullopt, "show-cancelled"); });
  ASSERT_EQ(changes.events.size(), 1u);
  EXPECT_EQ(changes.events.front().type, "payment.refunded");
  EXPECT_EQ(changes.events.front().data.at("amount_minor").as_int64(), 0);
  EXPECT_EQ(changes.events.front().data.at("reason").as_string(), "nothing-left");
}

TEST_F(BookkeeperTest, ARefundThatFailsAfterItSucceededPutsTheMoneyBack) {
  see(paid());
  const auto id = *set_aside(1'000);
  auto state = paid();
  state.refunds = {{ProviderRefund::State::succeeded, id, "r1", "c1", price}};
  see(state);
  EXPECT_EQ(account_.payment.status, Status::refunded);
  state.refunds[0].state = ProviderRefund::State::failed;
  const auto changes = see(state);
  ASSERT_EQ(changes.findings.size(), 1u);
  EXPECT_EQ(changes.findings[0].kind, "refund-returned");
  EXPECT_EQ(account_.refunds.back().state, RefundState::returned);
  EXPECT_EQ(account_.payment.status, Status::captured);
  EXPECT_EQ(account_.captures.front().left(), 1'000);
  EXPECT_EQ(balances_["bookings"], -1'000);
  EXPECT_EQ(balances_["provider:sandbox"], 1'000);
  EXPECT_TRUE(see(state).empty());
  EXPECT_TRUE(set_aside(1'000));  // anew
}

TEST_F(BookkeeperTest, ARefundThatWasGivenUpAndIsMadeAllTheSameIsBookedOnce) {
  see(paid());
  const auto id = *set_aside(1'000);
  change([&](Bookkeeper& books) { books.refund_never(id, "no answer for a week"); });
  auto state = paid();
  state.refunds = {{ProviderRefund::State::succeeded, id, "r1", "c1", price}};
  const auto changes = see(state);
  ASSERT_EQ(changes.findings.size(), 1u);
  EXPECT_EQ(changes.findings[0].kind, "refund-after-all");
  EXPECT_EQ(account_.payment.status, Status::refunded);
  EXPECT_EQ(balances_["provider:sandbox"], 0);
  EXPECT_TRUE(see(state).empty());
}

TEST_F(BookkeeperTest, ARefundThatWasGivenUpAndMadeBesideAnotherIsFound) {
  see(paid());
  const auto id = *set_aside(1'000);
  change([&](Bookkeeper& books) { books.refund_never(id, "no answer for a week"); });
  set_aside(1'000);
  auto state = paid();
  state.refunds = {{ProviderRefund::State::succeeded, id, "r1", "c1", price}};
  EXPECT_EQ(see(state).findings.at(0).kind, "refund-after-all");
  EXPECT_EQ(account_.captures.front().left(), 0);
}

TEST_F(BookkeeperTest, ADisputeOfMoreThanIsLeftHoldsWhatThereIsAndIsBooked) {
  see(paid());
  set_aside(700);
  auto state = paid();
  state.disputes = {{ProviderDispute::State::open, "d1", "c1", price}};
  const auto opened = see(state);
  EXPECT_EQ(events_["payment.disputed"], 1);
  EXPECT_EQ(opened.findings.at(0).kind, "dispute-above-what-is-left");
  EXPECT_EQ(account_.captures.front().left(), 0);
  EXPECT_EQ(balances_["disputed"], -300);
  state.disputes[0].state = ProviderDispute::State::lost;
  see(state);
  EXPECT_EQ(events_["payment.dispute_lost"], 1);
  EXPECT_EQ(balances_["provider:sandbox"], 700);  // for the refund
}

TEST_F(BookkeeperTest, ADisputeOfMoneyThatIsAllOnItsWayBackFreezesTheTicketsAndHoldsItWhenThatFails) {
  see(paid());
  const auto id = *set_aside(1'000);
  auto state = paid();
  state.disputes = {{ProviderDispute::State::open, "d1", "c1", price}};
  see(state);
  EXPECT_EQ(events_["payment.disputed"], 1);
  EXPECT_EQ(account_.disputes.front().held, 0);
  change([&](Bookkeeper& books) { books.refund_never(id, "disputed"); });
  see(state);
  EXPECT_EQ(account_.disputes.front().held, 1'000);
  state.disputes[0].state = ProviderDispute::State::lost;
  see(state);
  EXPECT_EQ(account_.payment.status, Status::refunded);
  EXPECT_EQ(balances_["provider:sandbox"], 0);
}

TEST_F(BookkeeperTest, ALostDisputeOfAPartGivesTheRestBackForTheTicketsAreVoid) {
  auto state = paid();
  state.disputes = {{ProviderDispute::State::lost, "d1", "c1", {300, {}}}};
  const auto changes = see(state);
  ASSERT_EQ(changes.refunds.size(), 1u);
  EXPECT_EQ(changes.refunds.front().amount.amount_minor, 700);
}

TEST_F(BookkeeperTest, ALostDisputeOfAPartLeavesTheFeeOfABookingThatHadEnded) {
  see(paid());
  give_back(800);
  auto state = paid();
  state.disputes = {{ProviderDispute::State::lost, "d1", "c1", {100, {}}}};
  EXPECT_TRUE(see(state).refunds.empty());
  EXPECT_EQ(account_.captures.front().left(), 100);
}

TEST_F(BookkeeperTest, LessThanOneUnitMovesNothing) {
  auto state = paid();
  state.captures.push_back({"c2", {0, {}}, false});
  state.refunds = {{ProviderRefund::State::succeeded, 0, "by-hand", "c1", {0, {}}}};
  state.disputes = {{ProviderDispute::State::open, "d1", "c1", {0, {}}}};
  EXPECT_EQ(see(state).findings.size(), 3u);
  EXPECT_EQ(account_.captures.size(), 1u);
  EXPECT_TRUE(account_.refunds.empty());
  EXPECT_TRUE(account_.disputes.empty());
}

TEST_F(BookkeeperTest, ARefundByHandOfAPartLeavesTheTicketsAndOneWithoutANameIsOnlyFound) {
  auto state = paid();
  state.refunds = {{ProviderRefund::State::succeeded, 0, "by-hand", "c1", {300, {}}},
                   {ProviderRefund::State::succeeded, 0, "", "c1", {200, {}}}};
  const auto changes = see(state);
  ASSERT_EQ(changes.refunds.size(), 1u);
  EXPECT_TRUE(changes.refunds.front().goodwill);
  EXPECT_EQ(changes.findings.size(), 2u);
  EXPECT_EQ(account_.captures.front().left(), 700);
}

TEST_F(BookkeeperTest, ARefundByHandOfTheRestTellsItsAmountAndTakesWhatWasReservedWithIt) {
  see(paid());
  const auto one_ticket = *set_aside(400, true, {{5}});
  auto state = paid();
  state.refunds = {{ProviderRefund::State::succeeded, 0, "by-hand", "c1", {600, {}}}};
  const auto changes = see(state);
  ASSERT_EQ(changes.events.size(), 1u);
  EXPECT_EQ(changes.events.front().type, "payment.reversed");
  EXPECT_EQ(changes.events.front().data.at("amount_minor").as_int64(), 600);
  EXPECT_FALSE(changes.refunds.front().goodwill);
  change([&](Bookkeeper& books) { books.tickets_stay(one_ticket, "booking-not-refundable"); });
  EXPECT_EQ(account_.refunds.back().amount.amount_minor, 400);
  EXPECT_EQ(account_.captures.front().left(), 0);
}

TEST_F(BookkeeperTest, MoneyWithoutARightToItIsTriedAgainADayAfterItsRefundFailed) {
  const auto state = paid({{"c1", price, false}, {"c2", price, false}});
  see(state);
  const auto first = account_.refunds.front().id;
  change([&](Bookkeeper& books) { books.refund_never(first, "the card is closed"); });
  now_ = now + std::chrono::hours{23};
  EXPECT_TRUE(see(state).empty());
  now_ = now + std::chrono::hours{25};
  const auto changes = see(state);
  ASSERT_EQ(changes.refunds.size(), 1u);
  EXPECT_NE(changes.refunds.front().id, first);
  EXPECT_EQ(changes.refunds.front().reason, "second-capture");
  EXPECT_TRUE(see(state).empty());
}

TEST_F(BookkeeperTest, APaymentWhoseSessionIsRefusedEndsAndIsFound) {
  account_.payment.status = Status::intended;
  const auto changes = change([](Bookkeeper& books) { books.session_refused("below the least amount"); });
  EXPECT_EQ(account_.payment.status, Status::expired);
  EXPECT_EQ(changes.findings.at(0).kind, "session-refused");
  EXPECT_EQ(events_["payment.closed"], 1);
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
      switch (one_of(11)) {
        case 0: truth.captures.push_back({"c" + std::to_string(i), {one_of(4) == 0 ? 900 : 1'000, {}}, one_of(6) == 0}); break;
        case 1: truth.kind = SessionState::Kind::closed; break;
        case 2: truth.declined = true; break;
        case 3:
          if (!truth.captures.empty())
            truth.disputes.push_back({ProviderDispute::State::open,
                                      "d" + std::to_string(i),
                                      truth.captures[one_of(truth.captures.size())].ref,
                                      {one_of(3) == 0 ? 300 : 1'000, {}}});
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
        case 8:
          change([&](Bookkeeper& books) {
            books.give_back(one_of(2) == 0 ? std::nullopt : std::optional<std::int64_t>{700}, "ended");
          });
          break;
        case 9:
          if (!truth.captures.empty())
            truth.refunds.push_back({ProviderRefund::State::succeeded,
                                     0,
                                     "h" + std::to_string(i),
                                     truth.captures.front().ref,
                                     {static_cast<std::int64_t>(one_of(1'001)), {}}});
          break;
        default: break;
      }
      told.push_back(truth);
      see(told[one_of(3) == 0 ? one_of(told.size()) : told.size() - 1]);
      std::int64_t sum = 0, taken = 0, kept = 0;
      for (const auto& [account, balance] : balances_) sum += balance;
      for (const auto& capture : account_.captures) {
        ASSERT_TRUE(capture.promised_back >= 0 && capture.left() >= 0) << seed;
        ASSERT_TRUE(capture.owed_back >= 0 && capture.owed_back <= capture.promised_back) << seed;
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
  for (const auto end : {RefundState::refused, RefundState::returned}) {
    for (const auto step : {RefundStep::tickets_void, RefundStep::tickets_stay, RefundStep::provider_has_it,
                            RefundStep::provider_did_it, RefundStep::provider_refused, RefundStep::provider_took_it_back})
      EXPECT_FALSE(after(end, step));
  }
  EXPECT_EQ(after(RefundState::succeeded, RefundStep::provider_took_it_back), RefundState::returned);
  EXPECT_EQ(after(RefundState::failed, RefundStep::provider_did_it), RefundState::succeeded);
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

// Of money that was taken at the counter.
class AtTheCounter : public BookkeeperTest {
 protected:
  AtTheCounter() {
    account_.payment.provider = counter;
    account_.payment.method = "cash";
    account_.payment.status = Status::intended;
  }
  Changes sell() {
    return change([](Bookkeeper& books) { books.sold_at_counter(); });
  }
  Payout pay_out(std::uint64_t refund) {
    Payout payout = Payout::failed;
    change([&](Bookkeeper& books) { payout = books.pay_out(refund, {9}); });
    return payout;
  }
};

TEST_F(AtTheCounter, MoneyIsTakenOnceHoweverOftenItIsTold) {
  EXPECT_EQ(sell().captures.size(), 1u);
  EXPECT_TRUE(sell().empty());
  EXPECT_EQ(account_.payment.status, Status::captured);
  EXPECT_EQ(balances_["bookings"], -1'000);
  EXPECT_EQ(balances_["counter:cash"], 1'000);
  EXPECT_EQ(events_["payment.captured"], 1);
  EXPECT_EQ(events_["payment.closed"], 0);
}

TEST_F(AtTheCounter, TheTerminalHasAnAccountOfItsOwn) {
  account_.payment.method = "card";
  sell();
  EXPECT_EQ(balances_["counter:card"], 1'000);
}

TEST_F(AtTheCounter, ARefundWaitsForAHandAndIsPaidOutOnce) {
  sell();
  const auto refund = set_aside(400);
  EXPECT_EQ(account_.payment.status, Status::refund_pending);
  EXPECT_EQ(balances_["counter:cash"], 1'000);
  EXPECT_EQ(pay_out(*refund), Payout::done);
  EXPECT_EQ(pay_out(*refund), Payout::done);
  EXPECT_EQ(account_.payment.status, Status::partially_refunded);
  EXPECT_EQ(balances_["counter:cash"], 600);
  EXPECT_EQ(balances_["refunds_due"], 0);
  EXPECT_EQ(events_["payment.refunded"], 1);
}

TEST_F(AtTheCounter, NothingIsPaidOutWhileTheTicketsAreValid) {
  sell();
  const auto first = set_aside(400, true, {{1}}), second = set_aside(400, true, {{2}});
  EXPECT_EQ(pay_out(*first), Payout::reserved);
  change([&](Bookkeeper& books) { books.tickets_void(*first); });
  change([&](Bookkeeper& books) { books.tickets_stay(*second, "ticket-used"); });
  EXPECT_EQ(pay_out(*first), Payout::done);
  EXPECT_EQ(pay_out(*second), Payout::failed);
  EXPECT_EQ(balances_["counter:cash"], 600);
}

TEST_F(AtTheCounter, WhatAShowThatIsCalledOffGivesBackWaitsToo) {
  sell();
  EXPECT_EQ(give_back(std::nullopt), 1'000);
  EXPECT_EQ(pay_out(account_.refunds.front().id), Payout::done);
  EXPECT_EQ(account_.payment.status, Status::refunded);
  EXPECT_EQ(balances_["counter:cash"], 0);
}

TEST_F(BookkeeperTest, WhatAProviderHoldsIsNotPaidOutAtTheCounter) {
  see(paid());
  const auto refund = set_aside(400);
  const auto changes = change([&](Bookkeeper& books) { EXPECT_EQ(books.pay_out(*refund, {9}), Payout::not_at_counter); });
  EXPECT_TRUE(changes.empty());
  change([](Bookkeeper& books) { books.sold_at_counter(); });
  EXPECT_EQ(balances_["provider:sandbox"], 1'000);
}

}  // namespace
}  // namespace gelora::payment
