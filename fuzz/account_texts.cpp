// What people type about themselves: what is taken is in a form that may stand in a mail and on a page.
#include <algorithm>

#include "fuzz/fuzz.hpp"
#include "user/domain/account.hpp"
#include "user/domain/password.hpp"
#include "user/domain/tokens.hpp"

using namespace gelora::user;

FUZZ(bytes) {
  const auto parsed = parse_email(bytes);
  if (const auto* email = std::get_if<Email>(&parsed)) {
    CHECK(email->address.size() <= 254 && email->address.size() == email->key.size());
    CHECK(std::all_of(email->address.begin(), email->address.end(), [](char c) { return c > 0x20 && c < 0x7f; }));
    CHECK(std::count(email->address.begin(), email->address.end(), '@') == 1);
    CHECK(email->address.find_first_of("<>,;:\\\"()[]") == std::string::npos);
    const auto again = parse_email(email->address);
    CHECK(std::get<Email>(again).address == email->address && std::get<Email>(again).key == email->key);
  }
  const auto named = parse_name(bytes);
  if (const auto* name = std::get_if<std::string>(&named)) {
    CHECK(!name->empty() && code_points(*name) <= 100);
    CHECK(std::none_of(name->begin(), name->end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; }));
    CHECK(std::get<std::string>(parse_name(*name)) == *name);
  }
  parse_locale(bytes);
  const auto password = normalised_password(gelora::fuzz::line(bytes));
  const auto email = gelora::fuzz::line(bytes);
  if (!password) return;
  CHECK(normalised_password(*password) == password);
  if (!check_password(*password, {email, bytes})) CHECK(password->size() >= 12 && password->size() <= longest_password_bytes);
}
