#include "booking/domain/invoice.hpp"

namespace gelora::booking {

std::string invoice_number(std::string_view seller, int year, std::uint64_t number) {
  std::string out;
  for (const char c : seller) {
    if (out.size() == 4) break;
    if (c >= 'a' && c <= 'z') out += static_cast<char>(c - 'a' + 'A');
    else if (c >= 'A' && c <= 'Z') out += c;
  }
  if (out.empty()) out = "INV";
  std::string digits = std::to_string(number);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  return out + '-' + std::to_string(year) + '-' + digits;
}

}  // namespace gelora::booking
