#include "l10n/amounts.hpp"

namespace gelora::l10n {
namespace {

struct Style {
  std::string_view code, symbol;
  std::size_t decimals;
};
// How many decimals is the product's rule (libs/base/money.hpp), not ISO's.
constexpr Style styles[] = {{"IDR", "Rp", 0}, {"JPY", "¥", 0}, {"USD", "US$", 2},
                            {"SGD", "S$", 2}, {"EUR", "€", 2}, {"MYR", "RM", 2}};

Style style_of(std::string_view code) {
  for (const Style& one : styles) {
    if (one.code == code) return one;
  }
  return {code, {}, 2};
}

}  // namespace

std::string amount(base::Money money, Language language) {
  const auto code = money.currency.text();
  const Style style = style_of(code);
  const char thousands = language == Language::en ? ',' : '.', decimal = language == Language::en ? '.' : ',';
  const bool negative = money.amount_minor < 0;
  const auto size =
      negative ? 0 - static_cast<std::uint64_t>(money.amount_minor) : static_cast<std::uint64_t>(money.amount_minor);
  std::string digits = std::to_string(size);
  if (digits.size() <= style.decimals) digits.insert(0, style.decimals + 1 - digits.size(), '0');
  const std::size_t whole = digits.size() - style.decimals;
  std::string out = negative ? "−" : "";
  out += style.symbol.empty() ? std::string{code} + ' ' : std::string{style.symbol};
  for (std::size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % 3 == 0) out += thousands;
    out += digits[i];
  }
  if (style.decimals > 0) out += decimal + digits.substr(whole);
  return out;
}

}  // namespace gelora::l10n
