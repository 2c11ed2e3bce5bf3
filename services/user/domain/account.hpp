// What an account is, and the rules for the texts that people give: parsed once, then known to be right by their type.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"

namespace gelora::user {

using base::Duration, base::IdGenerator, base::Instant, base::Clock, base::SessionId, base::UserId;

enum class Locale { id, en };
std::string_view name_of(Locale locale);
std::optional<Locale> parse_locale(std::string_view text);

// Why a text is refused; to be shown at its field.
struct Refused {
  std::string reason;
};

// An address of mail.
struct Email {
  std::string address;  // trimmed, the domain in lower case: where mail goes
  std::string key;      // all in lower case: what is unique
};
// ASCII only, at most 254 bytes, with a dot in the domain (as the contract's `format: email`).
std::variant<Email, Refused> parse_email(std::string_view text);

// Trimmed, 1 to 100 code points, without control characters. `text` is valid UTF-8.
std::variant<std::string, Refused> parse_name(std::string_view text);

// The number of code points of valid UTF-8.
std::size_t code_points(std::string_view text);

struct Account {
  UserId id;
  Email email;
  std::string name;
  Locale locale = Locale::id;
  std::vector<std::string> roles;
  Instant created_at;
};

// Demonstration and registration give roles from this list only.
bool is_role(std::string_view text);

}  // namespace gelora::user
