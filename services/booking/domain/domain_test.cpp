#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/encoding.hpp"
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

// The key of RFC 8032, section 7.1, TEST 1; the vectors of docs/ticket-format.md, made by another program.
TEST(TicketCode, RotatesAsItsFormatSays) {
  const TicketSigner signer(
      "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE "
      "KEY-----\n");
  const TicketClaim claim{{123456789}, {42}, 57'000};
  EXPECT_EQ(base::to_hex(signer.rotation_key({42})), "e5a508b5e8a97ac56dc4113d18662516b4bd8abc2aa5a228b21ee4accf7970b8");
  EXPECT_EQ(base::to_hex(signer.rotation_secret(claim)), "f9b5334de96ce433910d196606967434383ba2efd5fd8efc351c34f89e944898");
  const Instant now{1'800'000'000'000'000};
  EXPECT_EQ(rotation_digits(signer.rotation_secret(claim), now), "95331979");
  EXPECT_EQ(rotation_digits(signer.rotation_secret(claim), now + std::chrono::seconds{14}), "95331979");

  const std::string stays = signer.sign_rotating(claim);
  EXPECT_EQ(
      stays,
      "GT2.AgAAAAAHW80VAAAAAAAAACoAAN6ogl_sQIJbCRYvHgWwYeas2ZV02Me5rl5OXm0tu3UuL3b2QG0Dd9KJZxn5brFR0fi7ZBTiI-rTcv1wtWAaFpgpDA");
  const std::string code = stays + "." + rotation_digits(signer.rotation_secret(claim), now);
  EXPECT_EQ(signer.verify_rotating(code, now), claim);
  EXPECT_EQ(signer.verify_rotating(code, now + std::chrono::seconds{29}), claim);
  EXPECT_EQ(signer.verify_rotating(code, now - std::chrono::seconds{15}), claim);
  EXPECT_FALSE(signer.verify_rotating(code, now + std::chrono::seconds{30}));  // a picture that was sent on
  EXPECT_FALSE(signer.verify_rotating(code, now - std::chrono::seconds{16}));
  EXPECT_FALSE(signer.verify_rotating(stays, now));
  EXPECT_FALSE(signer.verify_rotating(stays + ".", now));
  EXPECT_FALSE(signer.verify(code));
  EXPECT_FALSE(signer.verify(stays));
  EXPECT_FALSE(signer.verify_rotating(signer.sign(claim) + code.substr(stays.size()), now));
  for (std::size_t i = 0; i < code.size(); ++i) {
    auto forged = code;
    forged[i] = forged[i] == '1' ? '2' : '1';
    EXPECT_FALSE(signer.verify_rotating(forged, now)) << i;
  }
  const TicketClaim other{{123456790}, {42}, 57'000};
  EXPECT_FALSE(signer.verify_rotating(signer.sign_rotating(other) + code.substr(stays.size()), now));
}

TEST(TicketSigner, TellsWhatIsWrongWithACode) {
  const TicketSigner signer(testkit::make_ed25519_key().private_pem);
  const TicketClaim claim{{123456789}, {42}, 57'000};
  const base::Instant at{1'800'000'000'000'000};
  const std::string fixed = signer.sign(claim);
  const std::string rotating = signer.sign_rotating(claim) + "." + rotation_digits(signer.rotation_secret(claim), at);
  using Read = std::variant<TicketClaim, CodeFault>;
  EXPECT_EQ(signer.read(fixed, TicketCodes::fixed, at), Read{claim});
  EXPECT_EQ(signer.read(fixed, TicketCodes::rotating_or_printed, at), Read{claim});
  EXPECT_EQ(signer.read(fixed, TicketCodes::rotating, at), Read{CodeFault::too_old});
  EXPECT_EQ(signer.read(rotating, TicketCodes::rotating, at + std::chrono::seconds{15}), Read{claim});
  EXPECT_EQ(signer.read(rotating, TicketCodes::rotating, at + std::chrono::seconds{45}), Read{CodeFault::too_old});
  EXPECT_EQ(signer.read("GT1." + fixed.substr(5), TicketCodes::fixed, at), Read{CodeFault::unknown});
  auto forged = fixed;
  forged[20] = forged[20] == 'A' ? 'B' : 'A';
  EXPECT_EQ(signer.read(forged, TicketCodes::fixed, at), Read{CodeFault::bad_signature});
  EXPECT_EQ(signer.read("hello", TicketCodes::fixed, at), Read{CodeFault::unknown});
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
