#include <boost/beast/core/string.hpp>
#include <boost/json/array.hpp>

#include "user/api/api.hpp"
#include "user/api/cookies.hpp"
#include "user/api/json.hpp"
#include "user/api/problems.hpp"

namespace gelora::user {
namespace {

constexpr std::size_t most_user_agent_bytes = 200;
constexpr std::size_t most_address_bytes = 45;

bool is_six_digits(std::string_view text) {
  return text.size() == 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// What a browser says of itself, as it may be shown: visible ASCII.
std::string user_agent_of(const Request& request) {
  std::string out;
  for (const char c : request.header(http::FieldName::user_agent).substr(0, most_user_agent_bytes))
    out += c >= 0x20 && c <= 0x7e ? c : '?';
  return out;
}

std::variant<Credentials, Answer> read_credentials(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto email = reader.text("email", 1, 254);
  const auto password = read_password(reader, "password");
  const auto totp = reader.optional_text("totp", 1, 20);
  if (totp && !is_six_digits(*totp)) reader.fault("totp", "must be six digits");
  const auto recovery_code = reader.optional_text("recovery_code", 1, 40);
  std::optional<PasskeyAnswer> passkey;
  if (reader.has("passkey")) {
    if (const auto* object = reader.object("passkey")) {
      http::ObjectReader one(*object, "/passkey", faults);
      passkey = read_passkey_answer(one);
    }
  }
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  const auto parsed = parse_email(*email);  // what is no address has no account, and takes as long to say so
  const auto* address = std::get_if<Email>(&parsed);
  return Credentials{address != nullptr ? address->key : "",
                     *password,
                     place_of(request),
                     false,
                     totp.value_or(""),
                     recovery_code.value_or(""),
                     std::move(passkey)};
}

Answer answer(const LoggedIn& session, unsigned status) {
  Answer answer = http::json_answer(http::to_text(session_json(session)), status);
  answer.headers.emplace_back("Set-Cookie", set_refresh_cookie(session.refresh_token, session.refresh_expires_in));
  if (!session.device_token.empty()) answer.headers.emplace_back("Set-Cookie", set_device_cookie(session.device_token));
  return answer;
}

template <class... Outcomes>
Answer answer_with_session(const std::variant<Outcomes...>& outcome, unsigned status, const RelyingParty& us) {
  return std::visit(
      [status, &us](const auto& one) -> Answer {
        using Outcome = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<Outcome, LoggedIn>) return answer(one, status);
        else if constexpr (std::is_same_v<Outcome, TotpRequired>) return gelora::user::answer(one, us);
        else return gelora::user::answer(one);
      },
      outcome);
}

}  // namespace

Place place_of(const Request& request) { return {user_agent_of(request), request.peer_address.substr(0, most_address_bytes)}; }

Task<Answer> create_session(Api& api, Request& request) {
  if (!is_our_page(request, api.app.public_url, api.production)) co_return foreign_origin();
  auto credentials = read_credentials(request);
  if (auto* refused = std::get_if<Answer>(&credentials)) co_return std::move(*refused);
  auto& given = std::get<Credentials>(credentials);
  given.known_device = api.app.devices.knows(device_cookie(request), given.email_key);
  const bool known = given.known_device;
  std::optional<int> wait;
  if (known) wait = co_await api.limits.refused_on_known_device(given.email_key);
  else wait = co_await api.limits.refused(Door::log_in, request.peer_address, given.email_key);
  if (wait) co_return http::too_many_requests(*wait);
  const auto outcome = co_await log_in(api.app, std::move(given));
  const bool right = std::holds_alternative<LoggedIn>(outcome) || std::holds_alternative<TotpRequired>(outcome);
  if (!known && right) co_await api.limits.log_in_succeeded(request.peer_address);
  co_return answer_with_session(outcome, 201, api.app.relying_party);
}

Task<Answer> create_passkey_session_options(Api& api, Request& request) {
  if (!is_our_page(request, api.app.public_url, api.production)) co_return foreign_origin();
  const auto wait = co_await api.limits.refused(Door::challenge, request.peer_address, "");
  if (wait) co_return http::too_many_requests(*wait);
  co_return http::json_answer(http::to_text(passkey_request_json(ask_for_any_passkey(api.app), api.app.relying_party)), 201);
}

Task<Answer> create_passkey_session(Api& api, Request& request) {
  if (!is_our_page(request, api.app.public_url, api.production)) co_return foreign_origin();
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  auto passkey = read_passkey_answer(reader);
  if (!faults.none()) co_return faults.problem();
  const auto wait = co_await api.limits.refused(Door::log_in, request.peer_address, "");
  if (wait) co_return http::too_many_requests(*wait);
  const auto outcome = co_await log_in_with_passkey(api.app, std::move(*passkey), place_of(request), device_cookie(request));
  if (std::holds_alternative<LoggedIn>(outcome)) co_await api.limits.log_in_succeeded(request.peer_address);
  co_return answer_with_session(outcome, 201, api.app.relying_party);
}

Task<Answer> refresh(Api& api, Request& request) {
  if (!is_our_page(request, api.app.public_url, api.production)) co_return foreign_origin();
  const auto outcome = co_await refresh_session(api.app, refresh_cookie(request), place_of(request));
  co_return answer_with_session(outcome, 200, api.app.relying_party);
}

Task<Answer> delete_current_session(Api& api, Request& request) {
  if (!is_our_page(request, api.app.public_url, api.production)) co_return foreign_origin();
  std::shared_ptr<const auth::Caller> caller;
  if (const auto value = request.header(http::FieldName::authorization);
      value.size() > 7 && boost::beast::iequals(value.substr(0, 7), "Bearer ")) {
    caller = api.verifier.verify(value.substr(7), request.now);
    if (caller && caller->machine) caller.reset();  // a machine has no session
  }
  const auto outcome = co_await log_out(api.app, refresh_cookie(request), caller);
  Answer done = std::visit([](const auto& one) -> Answer { return gelora::user::answer(one); }, outcome);
  if (std::holds_alternative<LoggedOut>(outcome)) done.headers.emplace_back("Set-Cookie", clear_refresh_cookie());
  co_return done;
}

Task<Answer> list_sessions(Api& api, Request& request) {
  const auto devices = co_await list_devices(api.app.pool, request.caller->user, request.now);
  const auto to_json = [&request](const Device& device) { return device_json(device, request.caller->session); };
  co_return http::json_answer(list_json(devices, to_json));
}

Task<Answer> delete_other_sessions(Api& api, Request& request) {
  const auto outcome = co_await revoke_other_sessions(api.app, request.caller->user, request.caller->session);
  co_return gelora::user::answer(outcome);
}

Task<Answer> delete_session(Api& api, Request& request) {
  const auto id = base::parse_id_as<SessionId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto outcome = co_await revoke_session(api.app, *id, request.caller->user);
  co_return std::visit([](const auto& one) -> Answer { return gelora::user::answer(one); }, outcome);
}

}  // namespace gelora::user
