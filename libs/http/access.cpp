#include "http/access.hpp"

#include <boost/beast/core/string.hpp>

#include "http/client.hpp"
#include "http/problem.hpp"
#include "telemetry/log.hpp"

namespace gelora::http {
namespace {

// The token of "Authorization: Bearer <token>"; empty when there is none.
std::string_view bearer(const Request& request) {
  const auto value = request.header(FieldName::authorization);
  if (value.size() < 8 || !boost::beast::iequals(value.substr(0, 7), "Bearer ")) return {};
  return value.substr(7);
}

}  // namespace

Authenticate authenticate_with(auth::AccessTokenVerifier& verifier, auth::ServiceTokens& services) {
  return [&verifier, &services](Request& request, Access access) -> std::optional<Answer> {
    const auto token = bearer(request);
    if (access == Access::service) {
      request.service = services.verify(token, request.now);
      if (!request.service) return problem(not_found, "There is nothing at this address.");
      return std::nullopt;
    }
    if (!verifier.has_keys()) return unavailable(1);
    request.caller = verifier.verify(token, request.now);
    if (!request.caller) return problem(unauthenticated, "Send a valid access token.");
    if (access == Access::admin && !request.caller->has_role("admin"))
      return problem(not_found, "There is nothing at this address.");
    return std::nullopt;
  };
}

Task<> keep_keys_fresh(loop::Loop& loop, auth::AccessTokenVerifier& verifier, std::string jwks_url) {
  const auto slash = jwks_url.find('/', jwks_url.find("://") + 3);
  Client client(loop, jwks_url.substr(0, slash));
  const std::string target = slash == std::string::npos ? "/" : jwks_url.substr(slash);
  for (;;) {
    std::string fault;
    try {
      Call call;
      call.target = target;
      const auto reply = co_await client.send(std::move(call));
      if (reply.status != 200 || !verifier.load_jwks(reply.body)) fault = "status " + std::to_string(reply.status);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("the keys of access tokens cannot be read", {{"what", fault}});
    const auto pause = verifier.has_keys() ? std::chrono::milliseconds{30'000} : std::chrono::milliseconds{200};
    co_await loop::sleep_for(pause);
  }
}

}  // namespace gelora::http
