#include <boost/beast/core/string.hpp>
#include <boost/json/array.hpp>

#include "user/api/api.hpp"
#include "user/api/cookies.hpp"
#include "user/api/json.hpp"
#include "user/api/problems.hpp"

namespace gelora::user {
namespace {

constexpr std::size_t most_user_agent_bytes = 200;

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
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  const auto parsed = parse_email(*email);  // what is no address has no account, and takes as long to say so
  const auto* address = std::get_if<Email>(&parsed);
  return Credentials{address != nullptr ? address->key : "", *password, user_agent_of(request), totp.value_or(""),
                     recovery_code.value_or("")};
}

Answer answer(const LoggedIn& session, unsigned status) {
  Answer answer = http::json_answer(http::to_text(session_json(session)), status);
  answer.headers.emplace_back("Set-Cookie", set_refresh_cookie(session.refresh_token, session.refresh_expires_in));
  return answer;
}

template <class... Outcomes>
Answer answer_with_session(const std::variant<Outcomes...>& outcome, unsigned status) {
  return std::visit(
      [status](const auto& one) -> Answer {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, LoggedIn>) return answer(one, status);
        else return gelora::user::answer(one);
      },
      outcome);
}

}  // namespace

Task<Answer> create_session(Api& api, Request& request) {
  if (!is_our_page(request, api.app.public_url, api.production)) co_return foreign_origin();
  auto credentials = read_credentials(request);
  if (auto* refused = std::get_if<Answer>(&credentials)) co_return std::move(*refused);
  const auto wait = co_await api.limits.refused(Door::log_in, request.peer_address, std::get<Credentials>(credentials).email_key);
  if (wait) co_return http::too_many_requests(*wait);
  const auto outcome = co_await log_in(api.app, std::get<Credentials>(std::move(credentials)));
  co_return answer_with_session(outcome, 201);
}

Task<Answer> refresh(Api& api, Request& request) {
  if (!is_our_page(request, api.app.public_url, api.production)) co_return foreign_origin();
  const auto outcome = co_await refresh_session(api.app, refresh_cookie(request));
  co_return answer_with_session(outcome, 200);
}

Task<Answer> delete_current_session(Api& api, Request& request) {
  if (!is_our_page(request, api.app.public_url, api.production)) co_return foreign_origin();
  std::shared_ptr<const auth::Caller> caller;
  if (const auto value = request.header(http::FieldName::authorization);
      value.size() > 7 && boost::beast::iequals(value.substr(0, 7), "Bearer ")) {
    caller = api.verifier.verify(value.substr(7), request.now);
  }
  const auto outcome = co_await log_out(api.app, refresh_cookie(request), caller);
  Answer done = std::visit([](const auto& one) -> Answer { return gelora::user::answer(one); }, outcome);
  if (std::holds_alternative<LoggedOut>(outcome)) done.headers.emplace_back("Set-Cookie", clear_refresh_cookie());
  co_return done;
}

Task<Answer> list_sessions(Api& api, Request& request) {
  const auto devices = co_await list_devices(api.app.pool, request.caller->user, request.now);
  boost::json::array items;
  for (const auto& device : devices) items.push_back(device_json(device, request.caller->session));
  co_return http::json_answer(http::to_text(boost::json::object{{"items", std::move(items)}, {"next_cursor", nullptr}}));
}

Task<Answer> delete_session(Api& api, Request& request) {
  const auto id = base::parse_id_as<SessionId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto outcome = co_await revoke_session(api.app, *id, request.caller->user);
  co_return std::visit([](const auto& one) -> Answer { return gelora::user::answer(one); }, outcome);
}

}  // namespace gelora::user
