#include "booking/domain/transfer.hpp"

#include <gtest/gtest.h>

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr base::Instant noon{1'795'348'800'000'000};

TEST(Transfer, LastsThreeDaysAtMostUntilTheShow) {
  EXPECT_EQ(transfer_ends(noon, noon + 100h), noon + 72h);
  EXPECT_EQ(transfer_ends(noon, noon + 2h), noon + 2h);
}

TEST(Transfer, AnOfferWhoseTimeIsUpHasExpired) {
  EXPECT_EQ(name_of(TransferStatus::offered, noon + 1s, noon), "offered");
  EXPECT_EQ(name_of(TransferStatus::offered, noon, noon), "expired");
  EXPECT_EQ(name_of(TransferStatus::ended, noon + 1s, noon), "expired");
  EXPECT_EQ(name_of(TransferStatus::accepted, noon, noon), "accepted");
}

TEST(FirstName, IsAWordAndNoLink) {
  EXPECT_EQ(first_name("Ayu Lestari"), "Ayu");
  EXPECT_EQ(first_name("Ayu"), "Ayu");
  EXPECT_EQ(first_name("https://evil.example now"), "https");
  EXPECT_EQ(first_name("evil.example"), "evil");
}

}  // namespace
}  // namespace gelora::booking
