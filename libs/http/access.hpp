// Access control of routes: access tokens of people, service tokens of our services.
#pragma once
#include <string>

#include "auth/tokens.hpp"
#include "http/server.hpp"
#include "loop/loop.hpp"

namespace gelora::http {

// A person's route needs an access token (401 otherwise), an admin's the role (404: it is nobody else's business that it
// exists), a service's a service token (404). While no key is known yet, 503.
Authenticate authenticate_with(auth::AccessTokenVerifier& verifier, auth::ServiceTokens& services);

// Fetches the JWK set until it is there, then every 30 s; until the loop stops.
Task<> keep_keys_fresh(loop::Loop& loop, auth::AccessTokenVerifier& verifier, std::string jwks_url);

}  // namespace gelora::http
