#include "user/domain/audit.hpp"

#include <algorithm>

#include "user/domain/tokens.hpp"

namespace gelora::user {

std::string_view word_of(std::string_view detail, std::string_view key) {
  while (!detail.empty()) {
    const auto word = detail.substr(0, detail.find(' '));
    if (word.starts_with(key) && word.substr(key.size()).starts_with('=')) return word.substr(key.size() + 1);
    detail.remove_prefix(std::min(word.size() + 1, detail.size()));
  }
  return {};
}

std::string audit_hash(std::string_view before, const AuditEntry& entry) {
  const auto& event = entry.event;
  std::string text{before};
  const auto add = [&text](std::string_view member) {
    text += '\n';
    text += member;
  };
  for (const std::uint64_t number :
       {entry.position, entry.id, static_cast<std::uint64_t>(entry.at.us), event.user.value, event.by.value, event.organisation})
    add(std::to_string(number));
  add(event.event);
  add(event.detail);
  return hash_of_link_token(text);
}

}  // namespace gelora::user
