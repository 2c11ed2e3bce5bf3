#include "booking/domain/invoice.hpp"

#include <gtest/gtest.h>

namespace gelora::booking {
namespace {

TEST(InvoiceNumber, SaysWhoWhenAndWhich) {
  EXPECT_EQ(invoice_number("Nada Nusantara", 2026, 123), "NADA-2026-000123");
  EXPECT_EQ(invoice_number("1 A.B", 2027, 1'234'567), "AB-2027-1234567");
  EXPECT_EQ(invoice_number("音楽", 2026, 1), "INV-2026-000001");
  EXPECT_EQ(invoice_number("", 2026, 0), "INV-2026-000000");
}

}  // namespace
}  // namespace gelora::booking
