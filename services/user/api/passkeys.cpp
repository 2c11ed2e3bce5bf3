#include "user/app/passkeys.hpp"

#include "user/api/api.hpp"
#include "user/api/json.hpp"
#include "user/api/problems.hpp"

namespace gelora::user {
namespace {

struct NewPasskey {
  std::string name;
  PasskeyCreated created;
};

std::variant<NewPasskey, Answer> read_new_passkey_body(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  auto name = read_label(reader);
  auto client = read_bytes(reader, "client_data_json"), data = read_bytes(reader, "authenticator_data");
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return NewPasskey{std::move(*name), {std::move(*client), std::move(*data)}};
}

Answer answer(const StoredPasskey& passkey) { return http::json_answer(http::to_text(passkey_json(passkey)), 201); }

}  // namespace

Task<Answer> list_passkeys(Api& api, Request& request) {
  const auto passkeys = co_await list_passkeys(api.app.pool, request.caller->user);
  co_return http::json_answer(list_json(passkeys, passkey_json));
}

Task<Answer> create_passkey_options(Api& api, Request& request) {
  auto password = co_await proof_of(api, request);
  if (auto* refused = std::get_if<Answer>(&password)) co_return std::move(*refused);
  const auto outcome = co_await begin_passkey(api.app, request.caller->user, std::get<std::string>(std::move(password)));
  if (const auto* creation = std::get_if<PasskeyCreation>(&outcome))
    co_return http::json_answer(http::to_text(passkey_creation_json(*creation, api.app.relying_party)), 201);
  co_return std::holds_alternative<TooBusy>(outcome) ? gelora::user::answer(TooBusy{}) : gelora::user::answer(WrongPassword{});
}

Task<Answer> create_passkey(Api& api, Request& request) {
  auto read = read_new_passkey_body(request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& fresh = std::get<NewPasskey>(read);
  const auto outcome = co_await add_passkey(api.app, request.caller->user, std::move(fresh.name), std::move(fresh.created));
  co_return std::visit(
      [](const auto& one) -> Answer {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, StoredPasskey>) return answer(one);
        else return gelora::user::answer(one);
      },
      outcome);
}

Task<Answer> remove_passkey(Api& api, Request& request) {
  const auto id = base::parse_id_as<PasskeyId>(request.params[0]);
  if (!id) co_return nothing_here();
  auto password = co_await proof_of(api, request);
  if (auto* refused = std::get_if<Answer>(&password)) co_return std::move(*refused);
  const auto outcome = co_await remove_passkey(api.app, request.caller->user, *id, std::get<std::string>(std::move(password)));
  co_return std::visit([](const auto& one) -> Answer { return gelora::user::answer(one); }, outcome);
}

}  // namespace gelora::user
