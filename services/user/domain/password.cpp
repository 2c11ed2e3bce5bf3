#include "user/domain/password.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>
#include <vector>

#include "user/domain/common_passwords.hpp"

namespace gelora::user {
namespace {

constexpr std::string_view digits = "0123456789";

struct Free {
  void operator()(void* memory) const { std::free(memory); }
};

// Lower case; letters and digits of ASCII and whole characters beyond it. "Pass-Word 1234" is "password1234".
std::string folded(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (kept) out += c;
  }
  return out;
}

std::size_t distinct_characters(std::string_view text) {
  std::set<std::string_view> seen;
  while (!text.empty()) {
    std::size_t bytes = 1;
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) ++bytes;
    seen.insert(text.substr(0, bytes));
    text.remove_prefix(bytes);
  }
  return seen.size();
}

// Without the digits around it, which are what people add first: a year, 123, a telephone number.
std::string_view core_of(std::string_view plain) {
  const auto begin = plain.find_first_not_of(digits);
  if (begin == std::string_view::npos) return {};
  return plain.substr(begin, plain.find_last_not_of(digits) - begin + 1);
}

bool everybody_tries(std::string_view plain) {
  const auto core = core_of(plain);
  return code_points(core) < 4 || is_common(plain) || is_common(core);
}

// Words of four bytes or more that people who know the person would try, the longest first.
std::vector<std::string> words_of(PasswordContext context) {
  std::vector<std::string> words{"gelora", "password", "katasandi"};
  const auto add = [&words](std::string_view text) {
    if (std::string word = folded(text); word.size() >= 4) words.push_back(std::move(word));
  };
  const auto at = context.email.rfind('@');
  add(context.email.substr(0, at));
  if (at != std::string_view::npos) add(context.email.substr(at + 1, context.email.find('.', at) - at - 1));
  const std::string name = normalised_password(context.name).value_or("");
  add(name);
  for (std::string_view rest = name; !rest.empty();) {
    const auto space = std::min(rest.find(' '), rest.size());
    add(rest.substr(0, space));
    rest.remove_prefix(std::min(rest.size(), space + 1));
  }
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

// What is left of the password when the words and runs of digits such as a year are taken out.
std::size_t own_part(std::string text, PasswordContext context) {
  bool found = false;
  for (const auto& word : words_of(context)) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) {
      text.erase(at, word.size());
      found = true;
    }
  }
  if (found) std::erase_if(text, [](char c) { return digits.find(c) != std::string_view::npos; });
  return code_points(text);
}

}  // namespace

std::optional<std::string> normalised_password(std::string_view text) {
  utf8proc_uint8_t* out = nullptr;
  const auto bytes =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &out,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
  const std::unique_ptr<utf8proc_uint8_t, Free> owned(out);
  if (bytes < 0) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(bytes));
}

PasswordContext password_context(const Account& account, bool is_staff, std::size_t fewest) {
  return {account.email.key, account.name, is_staff ? std::max(fewest, fewest_staff_password_characters) : fewest};
}

std::optional<Refused> check_password(std::string_view password, PasswordContext context) {
  if (password.size() > longest_password_bytes) return Refused{"must have at most 256 bytes"};
  if (code_points(password) < context.fewest)
    return Refused{"must have at least " + std::to_string(context.fewest) + " characters"};
  if (distinct_characters(password) < 5) return Refused{"is too simple: it repeats a few characters"};
  const std::string plain = folded(password);
  if (everybody_tries(plain)) return Refused{"is one of the most used passwords"};
  if (own_part(plain, context) < 4) return Refused{"is too close to your name, your address or ours"};
  return std::nullopt;
}

}  // namespace gelora::user
