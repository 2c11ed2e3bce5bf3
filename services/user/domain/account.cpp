#include "user/domain/account.hpp"

#include <algorithm>

#include "base/control_characters.hpp"
#include "base/mail_address.hpp"

namespace gelora::user {

std::string_view name_of(Locale locale) { return locale == Locale::id ? "id" : "en"; }

std::optional<Locale> parse_locale(std::string_view text) {
  if (text == "id") return Locale::id;
  if (text == "en") return Locale::en;
  return std::nullopt;
}

std::variant<Email, Refused> parse_email(std::string_view text) {
  const auto address = base::parse_mail_address(text);
  if (!address) return Refused{"must be an address of mail, such as ayu@example.com"};
  return Email{address->address, address->key};
}

std::variant<std::string, Refused> parse_name(std::string_view text) {
  text = base::trimmed(text);
  if (text.empty()) return Refused{"must not be empty"};
  if (code_points(text) > 100) return Refused{"must have at most 100 characters"};
  if (base::has_control_characters(text)) return Refused{"must not have control characters"};
  return std::string{text};
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_role(std::string_view text) {
  return text == "customer" || text == "organiser" || text == "box_office" || text == "gate" || text == "admin";
}

}  // namespace gelora::user
