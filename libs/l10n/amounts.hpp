// Money as people of a language write it.
#pragma once
#include <string>

#include "base/money.hpp"
#include "l10n/language.hpp"

namespace gelora::l10n {

// "Rp1.500.000" or "Rp1,500,000"; "US$12,50" or "US$12.50"; "−Rp5.000". Other currencies by their code, with two decimals.
std::string amount(base::Money money, Language language);

}  // namespace gelora::l10n
