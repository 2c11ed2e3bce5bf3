// Which passwords are good enough: length, and not what everybody, or everybody who knows the person, would try first.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "user/domain/account.hpp"

namespace gelora::user {

// In code points after NFKC, as NIST SP 800-63B counts them. Longer ones than the most are refused, never cut.
inline constexpr std::size_t fewest_password_characters = 12, fewest_staff_password_characters = 15;
inline constexpr std::size_t longest_password_bytes = 256;

// NFKC: the same text however it was typed ("é" is one code point on one system and two on another). Everything that is checked,
// hashed or verified went through here. Nothing when `text` is not UTF-8.
std::optional<std::string> normalised_password(std::string_view text);

// What the password is chosen for: whose words do not make one, and how many characters it needs.
struct PasswordContext {
  std::string_view email = {};
  std::string_view name = {};
  std::size_t fewest = fewest_password_characters;
};

// Of the account, which has to outlive it. Staff (who has a role besides customer, or works for an organisation) needs 15
// characters, whatever `fewest` says.
PasswordContext password_context(const Account& account, bool is_staff, std::size_t fewest = fewest_password_characters);

// Nothing when it may be used. `password` is normalised.
std::optional<Refused> check_password(std::string_view password, PasswordContext context);

}  // namespace gelora::user
