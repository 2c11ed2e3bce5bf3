#include "user/domain/audit.hpp"

#include "user/domain/tokens.hpp"

namespace gelora::user {

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
