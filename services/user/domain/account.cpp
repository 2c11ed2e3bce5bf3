#include "user/domain/account.hpp"

#include <algorithm>

namespace gelora::user {
namespace {

constexpr std::string_view spaces = " \t\r\n\v\f";

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(spaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(spaces) - begin + 1);
}

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

std::string_view name_of(Locale locale) { return locale == Locale::id ? "id" : "en"; }

std::optional<Locale> parse_locale(std::string_view text) {
  if (text == "id") return Locale::id;
  if (text == "en") return Locale::en;
  return std::nullopt;
}

std::variant<Email, Refused> parse_email(std::string_view text) {
  text = trimmed(text);
  const auto at = text.rfind('@');
  if (text.size() > 254 || at == std::string_view::npos || !is_local_part(text.substr(0, at)) ||
      !is_domain(text.substr(at + 1))) {
    return Refused{"must be an address of mail, such as ayu@example.com"};
  }
  return Email{std::string{text.substr(0, at + 1)} + lower_case(text.substr(at + 1)), lower_case(text)};
}

std::variant<std::string, Refused> parse_name(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return Refused{"must not be empty"};
  if (code_points(text) > 100) return Refused{"must have at most 100 characters"};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // C0, DEL, and C1 in UTF-8; the marks that turn the direction of text, U+202A to U+202E and U+2066 to U+2069
    const bool control = byte < 0x20 || byte == 0x7f || (byte == 0xC2 && text.substr(i, 2) < "\u00A0") ||
                         (byte == 0xE2 && (text.substr(i, 3) >= "\u202A" && text.substr(i, 3) <= "\u202E")) ||
                         (byte == 0xE2 && (text.substr(i, 3) >= "\u2066" && text.substr(i, 3) <= "\u2069"));
    if (control) return Refused{"must not have control characters"};
  }
  return std::string{text};
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_role(std::string_view text) { return text == "customer" || text == "organiser" || text == "gate" || text == "admin"; }

}  // namespace gelora::user
