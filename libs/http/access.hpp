// Access control of routes: access tokens of people, service tokens of our services.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "auth/tokens.hpp"
#include "http/server.hpp"
#include "loop/loop.hpp"

namespace gelora::http {

// A person's route needs an access token (401 otherwise); a route of staff a role in some organisation, an admin's that role
// (404: it is nobody else's business that it exists); a service's a service token (404). While keys or revocations are not known
// yet, 503; for staff and admins also while it has not been heard for a second whose rights have ended.
Authenticate authenticate_with(auth::AccessTokenVerifier& verifier, auth::ServiceTokens& services);

// Keeps the keys of access tokens and what ended before its time as user-service knows it, until the loop stops.
void follow_user_service(loop::Loop& loop, auth::AccessTokenVerifier& verifier, auth::ServiceTokens& services,
                         const base::Clock& clock, const std::string& user_url);

// Ends when it is known whose tokens are good: keys are there, and what ended lately was heard.
Task<> until_tokens_are_known(auth::AccessTokenVerifier& verifier);

// Takes one page of the feed: {"position", "entries": [{"session"} | {"user", "generation"}], "more", "age_ms"}. Nothing, when it
// is no such page (entries before the fault may be taken then).
struct FeedPage {
  std::string position;
  bool more = false;                 // not all fitted
  std::chrono::milliseconds age{0};  // of what user-service knows itself
};
std::optional<FeedPage> take_revocations(std::string_view page, auth::Revocations& revocations);

// How long user-service may wait for something new before it answers a poll of its feed of revocations.
inline constexpr std::chrono::milliseconds longest_feed_wait{400};

}  // namespace gelora::http
