// What Stripe's and Midtrans' words mean: every state that they publish.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/unavailable.hpp"
#include "payment/domain/signature.hpp"
#include "payment/providers/midtrans_words.hpp"
#include "payment/providers/stripe_words.hpp"

namespace gelora::payment {
namespace {

namespace json = boost::json;
using Kind = SessionState::Kind;

TEST(StripeSession, IsOpenUntilItIsExpiredOrPaid) {
  const auto read = [](const char* text) { return read_stripe_session(json::parse(text)); };
  EXPECT_EQ(read(R"({"status":"open","payment_intent":null})").kind, Kind::open);
  EXPECT_EQ(read(R"({"status":"expired","payment_intent":null})").kind, Kind::closed);
  EXPECT_EQ(read(R"({"status":"complete","payment_intent":{"status":"succeeded"}})").kind, Kind::closed);
  EXPECT_EQ(read(R"({"status":"complete","payment_intent":{"status":"processing"}})").kind, Kind::open);
  const auto declined =
      read(R"({"status":"open","payment_intent":{"status":"requires_payment_method","last_payment_error":{}}})");
  EXPECT_TRUE(declined.declined);
  EXPECT_EQ(declined.kind, Kind::open);
}

TEST(StripeSession, NamesItsPaymentIntentExpandedOrNot) {
  EXPECT_EQ(stripe_payment_intent_of(json::parse(R"({"payment_intent":null})")), "");
  EXPECT_EQ(stripe_payment_intent_of(json::parse(R"({"payment_intent":"pi_1"})")), "pi_1");
  EXPECT_EQ(stripe_payment_intent_of(json::parse(R"({"payment_intent":{"id":"pi_1"}})")), "pi_1");
}

TEST(StripeCharge, IsMoneyWhenItSucceededAndWasCaptured) {
  const auto charge = [](const char* changed, json::value to, bool live = false) {
    json::object one =
        json::parse(R"({"id":"ch_1","status":"succeeded","captured":true,"amount":15000000,"amount_captured":15000000,
      "currency":"idr","livemode":false,"on_behalf_of":null,"transfer_data":null})")
            .as_object();
    one[changed] = std::move(to);
    return read_stripe_charge(one, live);
  };
  const auto plain = charge("id", "ch_1");
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->amount, (Money{150'000, {}}));
  EXPECT_FALSE(plain->other_account);
  EXPECT_FALSE(charge("status", "failed"));
  EXPECT_FALSE(charge("status", "pending"));
  EXPECT_FALSE(charge("captured", false));
  EXPECT_TRUE(charge("on_behalf_of", "acct_2")->other_account);
  EXPECT_TRUE(charge("transfer_data", json::object{{"destination", "acct_2"}})->other_account);
  EXPECT_TRUE(charge("id", "ch_1", true)->other_account);
  EXPECT_EQ(charge("currency", "usd")->amount, (Money{15'000'000, *Currency::parse("USD")}));
}

TEST(StripeRefund, HasTheStatesThatStripePublishes) {
  using State = ProviderRefund::State;
  const auto state = [](const std::string& status) {
    return read_stripe_refund(
               json::parse(
                   R"({"id":"re_1","charge":"ch_1","amount":100000,"currency":"idr","metadata":{"refund_id":"77"},"status":")" +
                   status + "\"}"))
        .state;
  };
  EXPECT_EQ(state("succeeded"), State::succeeded);
  EXPECT_EQ(state("pending"), State::pending);
  EXPECT_EQ(state("requires_action"), State::pending);
  EXPECT_EQ(state("failed"), State::failed);
  EXPECT_EQ(state("canceled"), State::failed);
  const auto not_ours = read_stripe_refund(
      json::parse(R"({"id":"re_1","charge":"ch_1","amount":100000,"currency":"idr","metadata":{},"status":null})"));
  EXPECT_EQ(not_ours.key, 0u);
  EXPECT_EQ(not_ours.amount, (Money{1000, {}}));
}

TEST(StripeDispute, HasTheStatesThatStripePublishes) {
  using State = ProviderDispute::State;
  const auto state = [](const std::string& status) {
    return read_stripe_dispute(
               json::parse(R"({"id":"du_1","charge":"ch_1","amount":100,"currency":"idr","status":")" + status + "\"}"))
        .state;
  };
  for (const char* open : {"warning_needs_response", "warning_under_review", "needs_response", "under_review"})
    EXPECT_EQ(state(open), State::open) << open;
  EXPECT_EQ(state("won"), State::won);
  EXPECT_EQ(state("warning_closed"), State::won);
  EXPECT_EQ(state("lost"), State::lost);
}

TEST(StripeEvent, PointsAtASessionOrACharge) {
  const auto notice = [](const std::string& type, const std::string& object) {
    const auto read = read_stripe_event(
        R"({"id":"evt_1","object":"event","livemode":false,"type":")" + type + R"(","data":{"object":)" + object + "}}", false);
    return std::get<WebhookNotice>(read);
  };
  for (const char* type : {"completed", "expired", "async_payment_succeeded", "async_payment_failed"})
    EXPECT_EQ(notice(std::string{"checkout.session."} + type, R"({"id":"cs_1"})").session_ref, "cs_1");
  EXPECT_EQ(notice("charge.refunded", R"({"id":"ch_1"})").capture_ref, "ch_1");
  for (const char* type : {"refund.created", "refund.updated", "refund.failed", "charge.dispute.created", "charge.dispute.closed",
                           "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated"})
    EXPECT_EQ(notice(type, R"({"id":"x_1","charge":"ch_1"})").capture_ref, "ch_1") << type;
}

TEST(StripeEvent, OfTheOtherModeIsNotAuthentic) {
  const std::string body =
      R"({"id":"evt_1","object":"event","livemode":true,"type":"charge.refunded","data":{"object":{"id":"ch_1"}}})";
  EXPECT_TRUE(std::holds_alternative<NotAuthentic>(read_stripe_event(body, false)));
  EXPECT_TRUE(std::holds_alternative<WebhookNotice>(read_stripe_event(body, true)));
}

TEST(StripeEvent, MayBeOfNoInterestOrNoEvent) {
  const auto read = [](const char* body) { return read_stripe_event(body, false); };
  EXPECT_TRUE(std::holds_alternative<NotOfInterest>(
      read(R"({"id":"evt_1","object":"event","livemode":false,"type":"customer.created","data":{"object":{}}})")));
  EXPECT_TRUE(std::holds_alternative<NotOfInterest>(read(
      R"({"id":"evt_1","object":"event","livemode":false,"account":"acct_2","type":"charge.refunded","data":{"object":{"id":"ch_1"}}})")));
  for (const char* body :
       {"", "[]", "{}", "null", R"({"object":"event"})", R"({"id":"evt_1","object":"event","livemode":0,"type":"a","data":{}})",
        R"({"id":"evt_1","object":"event","livemode":false,"type":"charge.refunded","data":{"object":{}}})"})
    EXPECT_TRUE(std::holds_alternative<NotANotice>(read(body))) << body;
}

SessionState midtrans(const std::string& status, const std::string& more = "") {
  return read_midtrans_status(
      json::parse(
          R"({"status_code":"200","order_id":"1","transaction_id":"t1","merchant_id":"G1","gross_amount":"150000.00","currency":"IDR",)"
          R"("transaction_status":")" +
          status + "\"" + more + "}"),
      "G1");
}

TEST(MidtransStatus, OfEveryKind) {
  EXPECT_EQ(read_midtrans_status(json::parse(R"({"status_code":"404"})"), "G1").kind, Kind::open);
  for (const char* open : {"pending", "authorize"}) {
    EXPECT_EQ(midtrans(open).kind, Kind::open) << open;
    EXPECT_FALSE(midtrans(open).declined);
    EXPECT_TRUE(midtrans(open).captures.empty());
  }
  for (const char* again : {"deny", "failure"}) {
    EXPECT_EQ(midtrans(again).kind, Kind::open) << again;
    EXPECT_TRUE(midtrans(again).declined);
    EXPECT_TRUE(midtrans(again).captures.empty());
  }
  for (const char* over : {"cancel", "expire"}) {
    EXPECT_EQ(midtrans(over).kind, Kind::closed) << over;
    EXPECT_TRUE(midtrans(over).captures.empty());
  }
  for (const char* paid : {"capture", "settlement", "refund", "partial_refund", "chargeback", "partial_chargeback"}) {
    const auto state = midtrans(paid, R"(,"fraud_status":"accept")");
    EXPECT_EQ(state.kind, Kind::closed) << paid;
    ASSERT_EQ(state.captures.size(), 1u) << paid;
    EXPECT_EQ(state.captures[0].amount, (Money{150'000, {}}));
    EXPECT_FALSE(state.captures[0].other_account);
  }
  EXPECT_THROW(midtrans("something_new"), base::Unavailable);
}

TEST(MidtransStatus, ACardIsPaidOnlyWhenFraudDetectionAcceptsIt) {
  EXPECT_EQ(midtrans("capture", R"(,"fraud_status":"challenge")").kind, Kind::open);
  EXPECT_TRUE(midtrans("capture", R"(,"fraud_status":"challenge")").captures.empty());
  EXPECT_TRUE(midtrans("capture", R"(,"fraud_status":"deny")").declined);
  EXPECT_TRUE(midtrans("capture", R"(,"fraud_status":"deny")").captures.empty());
}

TEST(MidtransStatus, TellsRefundsAndTheEndOfDisputes) {
  const auto state = midtrans("partial_refund", R"(,"refunds":[
    {"refund_amount":"5000.00","refund_key":"77","bank_confirmed_at":"2026-11-22 12:00:00"},
    {"refund_amount":"100.00","refund_key":"by hand"}])");
  ASSERT_EQ(state.refunds.size(), 2u);
  EXPECT_EQ(state.refunds[0].key, 77u);
  EXPECT_EQ(state.refunds[0].state, ProviderRefund::State::succeeded);
  EXPECT_EQ(state.refunds[0].amount, (Money{5000, {}}));
  EXPECT_EQ(state.refunds[1].key, 0u);
  EXPECT_EQ(state.refunds[1].state, ProviderRefund::State::pending);
  EXPECT_EQ(state.refunds[1].ref, "by hand");
  ASSERT_EQ(midtrans("chargeback").disputes.size(), 1u);
  EXPECT_EQ(midtrans("chargeback").disputes[0].state, ProviderDispute::State::lost);
}

TEST(MidtransStatus, ARefundWithoutAKeyIsNamedByItsOrderAndNumber) {
  const auto state = midtrans("refund", R"(,"refunds":[{"refund_amount":"5.00","refund_chargeback_id":1},
    {"refund_amount":"5.00","refund_chargeback_id":2,"refund_chargeback_uuid":"u-2"},{"refund_amount":"5.00"}])");
  ASSERT_EQ(state.refunds.size(), 3u);
  EXPECT_EQ(state.refunds[0].ref, "t1:1");
  EXPECT_EQ(state.refunds[1].ref, "t1:u-2");
  EXPECT_EQ(state.refunds[2].ref, "");
}

TEST(MidtransStatus, APartialChargebackIsOfItsAmountOrUnclear) {
  const auto known = midtrans("partial_chargeback", R"(,"chargeback_amount":"50000.00")");
  ASSERT_EQ(known.disputes.size(), 1u);
  EXPECT_EQ(known.disputes[0].amount, (Money{50'000, {}}));
  EXPECT_TRUE(known.unclear.empty());
  const auto unknown = midtrans("partial_chargeback");
  EXPECT_TRUE(unknown.disputes.empty());
  EXPECT_EQ(unknown.unclear.size(), 1u);
}

TEST(MidtransRefund, EndsByCodesThatAreFinalOnly) {
  for (const unsigned code : {400u, 404u, 412u, 413u, 414u}) EXPECT_TRUE(midtrans_refund_is_refused(code, "settlement")) << code;
  for (const unsigned code : {200u, 201u, 402u, 405u, 406u, 408u, 410u, 415u, 416u, 418u})
    EXPECT_FALSE(midtrans_refund_is_refused(code, "settlement")) << code;
  EXPECT_FALSE(midtrans_refund_is_refused(412, "capture"));  // settled tomorrow
}

TEST(MidtransStatus, MoneyOfAnotherMerchantIsNotOurs) {
  const auto status = json::parse(
      R"({"status_code":"200","transaction_id":"t1","merchant_id":"G2","gross_amount":"1.00","transaction_status":"settlement"})");
  EXPECT_TRUE(read_midtrans_status(status, "G1").captures.at(0).other_account);
}

std::string notice(const std::string& status, const std::string& key, const std::string& more = "") {
  return R"({"order_id":"o1","status_code":"200","gross_amount":"150000.00","transaction_id":"t1","transaction_status":")" +
         status + R"(","signature_key":")" + sha512_hex("o1200150000.00" + key) + "\"" + more + "}";
}

TEST(MidtransNotice, IsSignedByTheServerKey) {
  const auto read = read_midtrans_notice(notice("settlement", "key"), "key");
  ASSERT_TRUE(std::holds_alternative<WebhookNotice>(read));
  EXPECT_EQ(std::get<WebhookNotice>(read).session_ref, "o1");
  EXPECT_LE(std::get<WebhookNotice>(read).event_id.size(), 100u);
  for (const auto& bad :
       {notice("settlement", ""), notice("settlement", "other"), std::string{"{}"}, std::string{""}, std::string{"[]"}})
    EXPECT_TRUE(std::holds_alternative<NotAuthentic>(read_midtrans_notice(bad, "key"))) << bad;
  EXPECT_TRUE(std::holds_alternative<NotAuthentic>(read_midtrans_notice(notice("settlement", ""), "")));
}

TEST(MidtransNotice, HasOneIdForOneChange) {
  const auto id = [](const std::string& status, const std::string& more = "") {
    return std::get<WebhookNotice>(read_midtrans_notice(notice(status, "key", more), "key")).event_id;
  };
  EXPECT_EQ(id("settlement"), id("settlement"));
  EXPECT_NE(id("settlement"), id("partial_refund"));
  const auto refund = [](const char* amount, const char* keys) {
    return R"(,"refund_amount":")" + std::string{amount} + R"(","refunds":[)" + keys + "]";
  };
  EXPECT_NE(id("partial_refund", refund("5.00", R"({"refund_key":"1"})")),
            id("partial_refund", refund("9.00", R"({"refund_key":"1"},{"refund_key":"2"})")));
  EXPECT_NE(id("partial_refund", refund("5.00", R"({"refund_key":"1"})")),
            id("partial_refund", refund("5.00", R"({"refund_key":"1","bank_confirmed_at":"x"})")));
}

}  // namespace
}  // namespace gelora::payment
