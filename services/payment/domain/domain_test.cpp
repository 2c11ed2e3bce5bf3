#include <gtest/gtest.h>

#include "payment/domain/payment.hpp"
#include "payment/domain/signature.hpp"

namespace gelora::payment {
namespace {

using namespace std::chrono_literals;

constexpr base::Instant now{1'900'000'000'000'000};
constexpr std::string_view secret = "a secret of at least thirty-two bytes";

TEST(FateOfCapture, TheFirstIsKeptAlsoWhenLate) {
  const Money asked{100, {}};
  for (const Status status : {Status::intended, Status::pending, Status::failed, Status::expired}) {
    EXPECT_EQ(fate_of_capture(status, asked, asked, false), CaptureFate::keep);
  }
}

TEST(FateOfCapture, ASecondOrAnotherAmountGoesBack) {
  const Money asked{100, {}};
  for (const Status status : {Status::captured, Status::refund_pending, Status::refunded, Status::partially_refunded}) {
    EXPECT_EQ(fate_of_capture(status, asked, asked, false), CaptureFate::give_back_second);
  }
  EXPECT_EQ(fate_of_capture(Status::pending, asked, asked, true), CaptureFate::give_back_account);
  EXPECT_EQ(fate_of_capture(Status::pending, asked, Money{99, {}}, false), CaptureFate::give_back_amount);
  EXPECT_EQ(fate_of_capture(Status::pending, asked, Money{100, *Currency::parse("USD")}, false), CaptureFate::give_back_amount);
}

TEST(WebhookSignature, VerifiesItsOwn) {
  const std::string body = R"({"id":"1"})";
  const auto header = sign_webhook(secret, body, now);
  EXPECT_TRUE(verify_webhook(secret, header, body, now));
  EXPECT_TRUE(verify_webhook(secret, header, body, now + 300s));
  EXPECT_TRUE(verify_webhook(secret, header + ",v1=" + std::string(64, '0'), body, now));
}

TEST(WebhookSignature, RefusesForgeriesAndOldOnes) {
  const std::string body = R"({"id":"1"})";
  const auto header = sign_webhook(secret, body, now);
  EXPECT_FALSE(verify_webhook(secret, header, body + " ", now));
  EXPECT_FALSE(verify_webhook("another secret, also long enough ...", header, body, now));
  EXPECT_FALSE(verify_webhook("", header, body, now));
  EXPECT_FALSE(verify_webhook(secret, header, body, now + 301s));
  EXPECT_FALSE(verify_webhook(secret, header, body, now - 301s));
  for (const char* bad : {"", "t=", "v1=abc", "t=abc,v1=", "t=1900000000", "v1=x,t=1900000000"}) {
    EXPECT_FALSE(verify_webhook(secret, bad, body, now)) << bad;
  }
  for (std::size_t i = 0; i < header.size(); ++i) {
    auto forged = header;
    forged[i] = forged[i] == '1' ? '2' : '1';
    EXPECT_FALSE(verify_webhook(secret, forged, body, now)) << i;
  }
}

}  // namespace
}  // namespace gelora::payment
