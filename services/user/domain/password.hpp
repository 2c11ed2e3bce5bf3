// Which passwords are good enough: length, and not what everybody, or everybody who knows the person, would try first.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "user/domain/account.hpp"

namespace gelora::user {

// What the password is chosen for; its words do not make one.
struct PasswordContext {
  std::string_view email;
  std::string_view name;
};

// Nothing when it may be used. `password` is valid UTF-8.
std::optional<Refused> check_password(std::string_view password, PasswordContext context);

// Longer ones are refused, never cut.
inline constexpr std::size_t longest_password_bytes = 256;

}  // namespace gelora::user
