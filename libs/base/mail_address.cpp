#include "base/mail_address.hpp"

#include <algorithm>

namespace gelora::base {
namespace {

constexpr std::string_view spaces = " \t\r\n\v\f";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_case(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z'); }

// RFC 5321 Dot-string: atoms between dots.
bool is_local_part(std::string_view text) {
  if (text.empty() || text.size() > 64 || text.front() == '.' || text.back() == '.') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool atom = is_letter_or_digit(c) || std::string_view{"!#$%&'*+/=?^_`{|}~-"}.find(c) != std::string_view::npos;
    if (!atom && !(c == '.' && text[i + 1] != '.')) return false;
  }
  return true;
}

bool is_label(std::string_view text) {
  if (text.empty() || text.size() > 63 || text.front() == '-' || text.back() == '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_domain(std::string_view text) {
  if (text.find('.') == std::string_view::npos) return false;
  for (;;) {
    const auto dot = text.find('.');
    if (!is_label(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(spaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(spaces) - begin + 1);
}

std::optional<MailAddress> parse_mail_address(std::string_view text) {
  text = trimmed(text);
  const auto at = text.rfind('@');
  if (text.size() > 254 || at == std::string_view::npos || !is_local_part(text.substr(0, at)) || !is_domain(text.substr(at + 1)))
    return std::nullopt;
  return MailAddress{std::string{text.substr(0, at + 1)} + lower_case(text.substr(at + 1)), lower_case(text)};
}

}  // namespace gelora::base
