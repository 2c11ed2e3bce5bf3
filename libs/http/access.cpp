#include "http/access.hpp"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <boost/json/parse.hpp>

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

std::optional<Answer> refused(const auth::Caller& caller, Access access) {
  const bool may = access == Access::person  ? !caller.machine
                   : access == Access::staff ? caller.is_staff()
                                             : caller.has_role("admin");
  if (may) return std::nullopt;
  return problem(not_found, "There is nothing at this address.");
}

Task<> keep_keys_fresh(loop::Loop& loop, auth::AccessTokenVerifier& verifier, std::string user_url) {
  Client client(loop, user_url);
  for (;;) {
    std::string fault;
    try {
      Call call;
      call.target = "/.well-known/jwks.json";
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

Task<> follow_revocations(loop::Loop& loop, auth::AccessTokenVerifier& verifier, auth::ServiceTokens& services,
                          const base::Clock& clock, std::string user_url) {
  Client client(loop, user_url);
  std::string after;  // empty: all that can still matter
  bool silent = false;
  for (;;) {
    std::string fault;
    try {
      Call call;
      call.target = "/internal/revocations" + (after.empty() ? "" : "?after=" + after);
      call.headers.emplace_back("Authorization", "Bearer " + services.issue("user-service", {}, clock.now()));
      call.deadline = std::chrono::milliseconds{1000};
      const auto reply = co_await client.send(std::move(call));
      const auto page = reply.status == 200 ? take_revocations(reply.body, verifier.revocations()) : std::nullopt;
      if (page) {
        after = page->position;
        if (!page->more) verifier.revocations().heard(std::chrono::steady_clock::now() - page->age);
      } else {
        fault = "status " + std::to_string(reply.status);
      }
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (silent != !fault.empty()) {
      silent = !fault.empty();
      telemetry::warn(silent ? "the feed of revocations is silent" : "the feed of revocations is back", {{"what", fault}});
    }
    if (silent) co_await loop::sleep_for(std::chrono::milliseconds{100});
  }
}

}  // namespace

std::optional<FeedPage> take_revocations(std::string_view text, auth::Revocations& revocations) {
  boost::system::error_code error;
  const boost::json::value page = boost::json::parse(text, error);
  const auto* object = error ? nullptr : page.if_object();
  const auto* entries = object == nullptr ? nullptr : object->if_contains("entries");
  const auto* position = object == nullptr ? nullptr : object->if_contains("position");
  if (entries == nullptr || !entries->is_array() || position == nullptr || !position->is_string()) return std::nullopt;
  if (!base::parse_id(std::string_view{position->get_string()}) && position->get_string() != "0") return std::nullopt;
  for (const auto& one : entries->get_array()) {
    if (!one.is_object()) return std::nullopt;
    const auto text_of = [&one](std::string_view name) -> std::string_view {
      const auto* value = one.get_object().if_contains(name);
      return value != nullptr && value->is_string() ? std::string_view{value->get_string()} : std::string_view{};
    };
    const auto session = base::parse_id(text_of("session")), user = base::parse_id(text_of("user"));
    const auto* generation = one.get_object().if_contains("generation");
    if (session) revocations.end_session({*session});
    else if (user && generation != nullptr && generation->is_int64())
      revocations.end_before({*user}, static_cast<std::uint32_t>(generation->get_int64()));
    else return std::nullopt;
  }
  const auto *more = object->if_contains("more"), *age = object->if_contains("age_ms");
  if (more == nullptr || !more->is_bool() || age == nullptr || !age->is_int64()) return std::nullopt;
  const std::int64_t age_ms = std::clamp(age->get_int64(), std::int64_t{0}, std::int64_t{60'000});
  return FeedPage{std::string{position->get_string()}, more->get_bool(), std::chrono::milliseconds{age_ms}};
}

Authenticate authenticate_with(auth::AccessTokenVerifier& verifier, auth::ServiceTokens& services) {
  return [&verifier, &services](Request& request, Access access) -> std::optional<Answer> {
    const auto token = bearer(request);
    if (access == Access::service) {
      request.service = services.verify(token, request.now);
      if (!request.service) return problem(not_found, "There is nothing at this address.");
      return std::nullopt;
    }
    if (!verifier.has_keys() || !verifier.revocations().heard_ever()) return unavailable(1);
    request.caller = verifier.verify(token, request.now);
    if (!request.caller) return problem(unauthenticated, "Send a valid access token.");
    if (auto refusal = refused(*request.caller, access)) return refusal;
    if (access != Access::person && verifier.revocations().is_silent(std::chrono::steady_clock::now())) return unavailable(1);
    return std::nullopt;
  };
}

Task<> until_tokens_are_known(auth::AccessTokenVerifier& verifier) {
  while (!verifier.has_keys() || !verifier.revocations().heard_ever()) co_await loop::sleep_for(std::chrono::milliseconds{10});
}

void follow_user_service(loop::Loop& loop, auth::AccessTokenVerifier& verifier, auth::ServiceTokens& services,
                         const base::Clock& clock, const std::string& user_url) {
  loop.spawn(keep_keys_fresh(loop, verifier, user_url));
  loop.spawn(follow_revocations(loop, verifier, services, clock, user_url));
}

}  // namespace gelora::http
