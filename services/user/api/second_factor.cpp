#include "user/app/second_factor.hpp"

#include <boost/json/array.hpp>

#include "qr/qr.hpp"
#include "user/api/api.hpp"
#include "user/api/json.hpp"
#include "user/api/problems.hpp"

namespace gelora::user {

Task<std::variant<std::string, Answer>> proof_of(Api& api, Request& request) {
  auto password = read_one(request, [](http::ObjectReader& reader) { return read_password(reader, "password"); });
  if (std::holds_alternative<Answer>(password)) co_return password;
  const auto wait = co_await api.limits.refused(Door::proof, request.peer_address, "password of " + request.caller->user.text());
  if (wait) co_return http::too_many_requests(*wait);
  co_return password;
}

Answer answer(const NewSecret& secret) {
  return http::json_answer(http::to_text(boost::json::object{
                               {"secret", secret.secret}, {"otpauth_uri", secret.uri}, {"qr_svg", qr::to_svg(secret.uri)}}),
                           201);
}

Answer answer(const RecoveryCodes& fresh) {
  boost::json::array codes;
  for (const auto& code : fresh.codes) codes.emplace_back(code);
  return http::json_answer(http::to_text(boost::json::object{{"recovery_codes", std::move(codes)}}));
}

Task<Answer> get_second_factor(Api& api, Request& request) {
  const auto factor = co_await read_second_factor(api.app, request.caller->user);
  boost::json::object out{
      {"totp", factor.since.has_value()}, {"since", nullptr}, {"recovery_codes_left", factor.recovery_codes_left}};
  if (factor.since) out["since"] = to_rfc3339(*factor.since);
  co_return http::json_answer(http::to_text(out));
}

Task<Answer> create_totp(Api& api, Request& request) {
  auto password = co_await proof_of(api, request);
  if (auto* refused = std::get_if<Answer>(&password)) co_return std::move(*refused);
  const auto outcome = co_await begin_totp(api.app, request.caller->user, std::get<std::string>(std::move(password)));
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> confirm_totp(Api& api, Request& request) {
  auto code = read_one(request, [](http::ObjectReader& reader) { return reader.text("code", 1, 20); });
  if (auto* refused = std::get_if<Answer>(&code)) co_return std::move(*refused);
  const auto wait = co_await api.limits.refused(Door::proof, request.peer_address, "code of " + request.caller->user.text());
  if (wait) co_return http::too_many_requests(*wait);
  const auto outcome = co_await confirm_totp(api.app, request.caller->user, std::get<std::string>(std::move(code)));
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> remove_totp(Api& api, Request& request) {
  auto password = co_await proof_of(api, request);
  if (auto* refused = std::get_if<Answer>(&password)) co_return std::move(*refused);
  const auto outcome = co_await remove_totp(api.app, request.caller->user, std::get<std::string>(std::move(password)));
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> renew_recovery_codes(Api& api, Request& request) {
  auto password = co_await proof_of(api, request);
  if (auto* refused = std::get_if<Answer>(&password)) co_return std::move(*refused);
  const auto outcome = co_await new_recovery_codes(api.app, request.caller->user, std::get<std::string>(std::move(password)));
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

}  // namespace gelora::user
