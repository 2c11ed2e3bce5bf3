#include "user/api/api.hpp"
#include "user/api/json.hpp"
#include "user/api/problems.hpp"

namespace gelora::user {

Task<Answer> create_password_reset(Api& api, Request& request) {
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto email = read_email(reader);
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  const auto wait = co_await api.limits.refused(Door::reset, request.peer_address, email->key);
  if (wait) co_return http::too_many_requests(*wait);
  co_await ask_for_reset(api.app, *email);
  co_return http::json_answer(R"({"status":"reset_sent"})", 202);
}

Task<Answer> confirm_password_reset(Api& api, Request& request) {
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto token = read_token(reader);
  const auto password = read_new_password(reader, {.fewest = api.app.fewest_password_characters});
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  const auto wait = co_await api.limits.refused(Door::verification, request.peer_address, "");
  if (wait) co_return http::too_many_requests(*wait);
  const auto outcome = co_await reset_password(api.app, *token, *password);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

}  // namespace gelora::user
