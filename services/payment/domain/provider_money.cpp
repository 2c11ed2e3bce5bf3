#include "payment/domain/provider_money.hpp"

#include <algorithm>
#include <charconv>
#include <span>

namespace gelora::payment {
namespace {

// What Stripe counts in hundredths though it has no decimals in our books.
constexpr std::string_view hundredfold[] = {"IDR", "ISK", "UGX"};
// Three decimals, of which Stripe wants the last to be 0.
constexpr std::string_view three_decimals[] = {"BHD", "JOD", "KWD", "OMR", "TND"};

bool is_in(std::span<const std::string_view> list, Currency currency) {
  return std::find(list.begin(), list.end(), currency.text()) != list.end();
}

std::int64_t floor_of(std::int64_t number, std::int64_t by) { return number / by - (number % by < 0 ? 1 : 0); }

}  // namespace

std::optional<std::int64_t> to_stripe_amount(Money money) {
  if (money.amount_minor <= 0) return std::nullopt;
  if (is_in(three_decimals, money.currency) && money.amount_minor % 10 != 0) return std::nullopt;
  std::int64_t amount = 0;
  if (__builtin_mul_overflow(money.amount_minor, is_in(hundredfold, money.currency) ? 100 : 1, &amount)) return std::nullopt;
  return amount;
}

Money from_stripe_amount(std::int64_t amount, Currency currency) {
  return {is_in(hundredfold, currency) ? floor_of(amount, 100) : amount, currency};
}

std::string to_midtrans_amount(std::int64_t rupiah) { return std::to_string(rupiah) + ".00"; }

std::optional<std::int64_t> from_midtrans_amount(std::string_view text) {
  const auto whole = text.substr(0, text.find('.'));
  const auto decimals = text.substr(std::min(text.size(), whole.size() + 1));
  const auto digits = [](char c) { return c >= '0' && c <= '9'; };
  const bool has_point = whole.size() < text.size();
  if (has_point && (decimals.empty() || decimals.size() > 2)) return std::nullopt;
  if (!std::all_of(decimals.begin(), decimals.end(), digits) || whole.empty() || !std::all_of(whole.begin(), whole.end(), digits))
    return std::nullopt;
  std::int64_t rupiah = 0;
  const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), rupiah);
  if (error != std::errc{}) return std::nullopt;
  return rupiah;
}

}  // namespace gelora::payment
