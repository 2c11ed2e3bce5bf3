#include "payment/domain/provider_money.hpp"

#include <gtest/gtest.h>

namespace gelora::payment {
namespace {

Money money(std::int64_t amount, const char* currency) { return {amount, *Currency::parse(currency)}; }

TEST(StripeAmount, CountsRupiahInHundredths) {
  EXPECT_EQ(to_stripe_amount(money(150'000, "IDR")), 15'000'000);
  EXPECT_EQ(to_stripe_amount(money(500, "JPY")), 500);
  EXPECT_EQ(to_stripe_amount(money(1'000, "USD")), 1'000);
  EXPECT_EQ(to_stripe_amount(money(5, "ISK")), 500);
  EXPECT_EQ(to_stripe_amount(money(7, "UGX")), 700);
  EXPECT_EQ(to_stripe_amount(money(5'120, "KWD")), 5'120);
}

TEST(StripeAmount, RefusesWhatStripeDoesNotTake) {
  EXPECT_EQ(to_stripe_amount(money(0, "IDR")), std::nullopt);
  EXPECT_EQ(to_stripe_amount(money(-1, "USD")), std::nullopt);
  EXPECT_EQ(to_stripe_amount(money(5'124, "KWD")), std::nullopt);
  EXPECT_EQ(to_stripe_amount(money(INT64_MAX, "IDR")), std::nullopt);
}

TEST(StripeAmount, ComesBackNeverLargerThanWhatWasPaid) {
  EXPECT_EQ(from_stripe_amount(15'000'000, Currency{}), money(150'000, "IDR"));
  EXPECT_EQ(from_stripe_amount(14'999'999, Currency{}), money(149'999, "IDR"));
  EXPECT_EQ(from_stripe_amount(99, *Currency::parse("USD")), money(99, "USD"));
}

TEST(MidtransAmount, IsAStringWithTwoDecimals) {
  EXPECT_EQ(to_midtrans_amount(150'000), "150000.00");
  EXPECT_EQ(from_midtrans_amount("150000.00"), 150'000);
  EXPECT_EQ(from_midtrans_amount("150000.0"), 150'000);
  EXPECT_EQ(from_midtrans_amount("150000"), 150'000);
  EXPECT_EQ(from_midtrans_amount("149999.99"), 149'999);
  for (const char* bad : {"", ".", "1.", ".00", "-1.00", "1,000.00", "1e3", "1.000", " 1", "99999999999999999999.00"})
    EXPECT_EQ(from_midtrans_amount(bad), std::nullopt) << bad;
}

}  // namespace
}  // namespace gelora::payment
