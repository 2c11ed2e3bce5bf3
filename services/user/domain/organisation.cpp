#include "user/domain/organisation.hpp"

#include <ranges>

namespace gelora::user {
namespace {

constexpr std::string_view names[] = {"owner", "manager", "box_office", "gate"};

}  // namespace

std::string_view name_of(Role role) { return names[static_cast<std::size_t>(role)]; }

std::optional<Role> parse_role(std::string_view text) {
  for (std::size_t i = 0; i < std::size(names); ++i)
    if (names[i] == text) return static_cast<Role>(i);
  return std::nullopt;
}

std::variant<std::string, Refused> parse_organisation_name(std::string_view text) {
  for (const std::string_view mark : {"://", "www.", "@"})
    if (text.find(mark) != std::string_view::npos) return Refused{"must be a name, not an address"};
  return parse_name(text);
}

std::optional<std::string> parse_gate_code(std::string_view text) {
  std::string code;
  for (const char c : text) {
    if (c == '-' || c == ' ') continue;
    if (!code.empty() && code.size() % 5 == 4) code += '-';
    code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  if (code.size() != 14 || code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567-") != std::string::npos) return std::nullopt;
  return code;
}

std::string text_of(const std::vector<std::uint64_t>& shows) {
  std::string text;
  for (const auto show : shows) text += (text.empty() ? "" : ",") + std::to_string(show);
  return text;
}

std::vector<std::uint64_t> parse_shows(std::string_view text) {
  std::vector<std::uint64_t> shows;
  for (const auto part : std::views::split(text, ',')) {
    const auto id = base::parse_id(std::string_view{part.begin(), part.end()});
    CHECK(id);
    shows.push_back(*id);
  }
  return shows;
}

std::size_t count_shows(const std::vector<Membership>& memberships) {
  std::size_t count = 0;
  for (const auto& one : memberships) count += one.rights.shows.size();
  return count;
}

std::string words_of(const Rights& rights) {
  const std::string role{name_of(rights.role)};
  if (rights.everywhere()) return role;
  return role + "@" + (rights.shows.size() <= 4 ? text_of(rights.shows) : "~" + std::to_string(rights.shows.size()));
}

std::optional<ToldRights> told_rights(std::string_view words) {
  const auto at = words.find('@');
  const auto role = parse_role(words.substr(0, at));
  if (!role) return std::nullopt;
  if (at == std::string_view::npos) return ToldRights{*role, {}};
  const auto rest = words.substr(at + 1);
  if (rest.starts_with('~')) return ToldRights{*role, {}, base::parse_id(rest.substr(1)).value_or(0)};
  auto shows = parse_shows(rest);
  const std::size_t count = shows.size();
  return ToldRights{*role, std::move(shows), count};
}

}  // namespace gelora::user
