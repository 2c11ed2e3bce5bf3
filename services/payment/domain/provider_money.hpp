// Amounts as providers write them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/money.hpp"

namespace gelora::payment {

using namespace base;

// Stripe's smallest unit: a hundredth for most currencies, the rupiah too, which has no decimals here. Nothing for an amount that
// Stripe does not take. Source: docs.stripe.com/currencies, "zero-decimal currencies" and "special cases".
std::optional<std::int64_t> to_stripe_amount(Money money);
// Rounded down to what we count in: never more than was paid.
Money from_stripe_amount(std::int64_t amount, Currency currency);

// Midtrans': rupiah with two decimals, "150000.00".
std::string to_midtrans_amount(std::int64_t rupiah);
// Rounded down; nothing for what is no amount.
std::optional<std::int64_t> from_midtrans_amount(std::string_view text);

}  // namespace gelora::payment
