#include "booking/domain/check_in.hpp"

#include <gtest/gtest.h>

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;
using enum TicketStatus;
using enum ScanResult;

constexpr Instant now{1'800'000'000'000'000};
const Admission inside{now - 1h, "Utara", true, 1}, outside{now - 1h, "Utara", false, 2};

TEST(JudgeScan, KnowsEveryStateOfATicket) {
  struct Row {
    TicketStatus status;
    const Admission* admission;
    Direction direction;
    bool reentry, right_gate;
    ScanResult result;
    ScanRefusal refusal = ScanRefusal::none;
  };
  const auto in = Direction::in, out = Direction::out;
  const Row rows[] = {
      {valid, nullptr, in, false, true, admitted},
      {valid, nullptr, in, true, true, admitted},
      {valid, nullptr, in, false, false, refused, ScanRefusal::wrong_zone},
      {valid, nullptr, out, true, true, refused, ScanRefusal::not_inside},
      {used, &inside, in, false, true, already_admitted},
      {used, &inside, in, true, true, already_admitted},
      {used, &inside, in, true, false, refused, ScanRefusal::wrong_zone},
      {used, &inside, out, false, true, left},
      {used, &inside, out, false, false, left},
      {used, &outside, in, false, true, already_admitted},
      {used, &outside, in, true, true, admitted},
      {used, &outside, out, true, true, refused, ScanRefusal::not_inside},
      {used, nullptr, in, true, true, already_admitted},
      {voided, nullptr, in, false, true, refused, ScanRefusal::voided},
      {voided, &outside, in, true, true, refused, ScanRefusal::voided},
      {transferred, nullptr, in, true, true, refused, ScanRefusal::voided},
      {frozen, nullptr, in, true, true, refused, ScanRefusal::frozen},
  };
  for (const Row& row : rows) {
    const ScanVerdict expected{row.result, row.refusal};
    EXPECT_EQ(judge_scan(row.status, row.admission, row.direction, row.reentry, row.right_gate), expected)
        << "row " << &row - rows;
  }
}

TEST(AdmissionAfter, KeepsTheFirstTimeAndGate) {
  EXPECT_EQ(admission_after({admitted}, nullptr, now, "Barat"), (Admission{now, "Barat", true, 1}));
  EXPECT_EQ(admission_after({left}, &inside, now, "Barat"), (Admission{inside.first_at, "Utara", false, 1}));
  EXPECT_EQ(admission_after({admitted}, &outside, now, "Barat"), (Admission{inside.first_at, "Utara", true, 3}));
  EXPECT_EQ(admission_after({already_admitted}, &inside, now, "Barat"), std::nullopt);
  EXPECT_EQ(admission_after({refused, ScanRefusal::voided}, nullptr, now, "Barat"), std::nullopt);
}

TEST(BelievedTime, IsTheServersUnlessItCameLate) {
  EXPECT_EQ(believed_time(std::nullopt, now), now);
  EXPECT_EQ(believed_time(now - 29s, now), now);
  EXPECT_EQ(believed_time(now + 59s, now), now);
  EXPECT_EQ(believed_time(now - 31s, now), now - 31s);
  EXPECT_EQ(believed_time(now - 24h, now), now - 24h);
  EXPECT_EQ(believed_time(now - 24h - 1s, now), std::nullopt);
  EXPECT_EQ(believed_time(now + 61s, now), std::nullopt);
}

}  // namespace
}  // namespace gelora::booking
