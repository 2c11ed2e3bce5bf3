#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "booking/domain/booking.hpp"
#include "booking/domain/ticket_code.hpp"
#include "testkit/keys.hpp"

namespace gelora::booking {
namespace {

Show a_show() {
  auto hall = std::make_shared<Hall>();
  hall->layout = seats::number({{.standing = false}, {.standing = true, .capacity = 3}}, {{.count = 2, .zone = 0}});
  hall->zones = {{"VIP", "#112233"}, {"Festival", "#445566"}};
  hall->row_names = {"Tribun 1 · A"};
  hall->seat_labels = {"A-1", "A-2"};
  Show show;
  show.hall = hall;
  show.opens_at = {100};
  show.closes_at = {200};
  show.zones = {{ZoneId{1}, {1'500'000, {}}, {50'000, {}}}, {ZoneId{2}, {400'000, {}}, {20'000, {}}}};
  return show;
}

TEST(PriceOf, AddsPricesAndFeesOfTheZones) {
  const seats::SeatNo places[] = {0, 1, 3};
  const Price price = price_of(a_show(), places);
  EXPECT_EQ(price.seats.amount_minor, 3'400'000);
  EXPECT_EQ(price.fees.amount_minor, 120'000);
  EXPECT_EQ(price.total.amount_minor, 3'520'000);
}

TEST(SaleStatus, FollowsTimeStateAndFreePlaces) {
  Show show = a_show();
  EXPECT_EQ(sale_status(show, {99}, 5), SaleStatus::upcoming);
  EXPECT_EQ(sale_status(show, {100}, 5), SaleStatus::on_sale);
  EXPECT_EQ(sale_status(show, {100}, 0), SaleStatus::sold_out);
  EXPECT_EQ(sale_status(show, {200}, 0), SaleStatus::closed);
  show.state = ShowState::cancelled;
  EXPECT_EQ(sale_status(show, {100}, 5), SaleStatus::cancelled);
}

TEST(Hall, NamesSeatsAndStandingPlaces) {
  const Show show = a_show();
  EXPECT_EQ(show.hall->full_label(1), "Tribun 1 · A-2");
  EXPECT_EQ(show.hall->short_label(1), "A-2");
  EXPECT_EQ(show.hall->full_label(2), "Festival");
}

TEST(Reference, HasEightCharactersWithoutLookAlikes) {
  EXPECT_TRUE(rc::check([](std::uint64_t bits) {
    const auto reference = reference_from(bits);
    RC_ASSERT(reference.size() == 8u);
    RC_ASSERT(reference.find_first_of("ILOU") == std::string::npos);
  }));
}

TEST(TicketCode, VerifiesAndSurvivesNoFlippedCharacter) {
  const TicketSigner signer(testkit::make_ed25519_key().private_pem);
  const TicketClaim claim{{123456789}, {42}, 57'000};
  const auto code = signer.sign(claim);
  EXPECT_EQ(signer.verify(code), claim);
  for (std::size_t i = 0; i < code.size(); ++i) {
    auto forged = code;
    forged[i] = forged[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(signer.verify(forged)) << i;
  }
  EXPECT_FALSE(TicketSigner(testkit::make_ed25519_key().private_pem).verify(code));
  EXPECT_FALSE(signer.verify(""));
  EXPECT_FALSE(signer.verify("GT1."));
}

// What is over stays over, and nothing comes to money without having been paid.
TEST(BookingStatus, TakesLegalStepsOnly) {
  using enum BookingStatus;
  constexpr BookingStatus all[] = {awaiting_payment, confirmed,          expired,    cancelled, refund_pending,
                                   refunded,         partially_refunded, substituted};
  for (const auto to : all) EXPECT_FALSE(can_become(refunded, to));
  for (const auto from : all) EXPECT_FALSE(can_become(from, awaiting_payment));
  EXPECT_TRUE(can_become(expired, substituted));
  EXPECT_FALSE(can_become(cancelled, confirmed));
  EXPECT_FALSE(can_become(awaiting_payment, refunded));
  EXPECT_FALSE(can_become(refund_pending, partially_refunded));
}

}  // namespace
}  // namespace gelora::booking
