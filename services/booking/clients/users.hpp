// What booking-service asks user-service.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "auth/tokens.hpp"
#include "base/time.hpp"
#include "http/client.hpp"

namespace gelora::booking {

using loop::Task;

// Where a person is written to, and in which language.
struct Contact {
  std::string email, name, locale;
};

class UserClient {
 public:
  UserClient(loop::Loop& loop, const std::string& base_url, auth::ServiceTokens& tokens, const base::Clock& clock)
      : client_(loop, base_url), tokens_(tokens), clock_(clock) {}

  // All but contacts(): nothing when there is no such; throw base::Unavailable.
  Task<std::optional<Contact>> contact(base::UserId user);
  // Of many at once, at most 500; those who are not there are left out.
  Task<std::map<base::UserId, Contact>> contacts(std::vector<base::UserId> users);
  // Who has this mail address, as somebody typed it.
  Task<std::optional<base::UserId>> find_by_email(std::string email);
  // Whom to write to about an organisation; nobody when there is no such.
  Task<std::vector<Contact>> owners_of(std::uint64_t organisation);
  Task<std::optional<std::string>> organisation_name(std::uint64_t organisation);

 private:
  // The answer; nothing for 404.
  Task<std::optional<boost::json::value>> ask(std::string target);

  http::Client client_;
  auth::ServiceTokens& tokens_;
  const base::Clock& clock_;
};

}  // namespace gelora::booking
