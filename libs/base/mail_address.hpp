// Addresses of mail, as people type them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace gelora::base {

struct MailAddress {
  std::string address;  // trimmed, the domain in lower case: where mail goes
  std::string key;      // all in lower case: what is unique
};
// ASCII only, at most 254 bytes, with a dot in the domain (as the contracts' `format: email`); else nothing.
std::optional<MailAddress> parse_mail_address(std::string_view text);

// Without white space of ASCII at its ends.
std::string_view trimmed(std::string_view text);

}  // namespace gelora::base
