#include "user/app/machines.hpp"

#include "qr/qr.hpp"
#include "user/api/api.hpp"
#include "user/api/json.hpp"
#include "user/api/problems.hpp"

namespace gelora::user {
namespace {

std::variant<ApiKeyWish, Answer> read_key_wish(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto name = read_label(reader);
  const auto role = read_role(reader);
  if (role == Role::owner) reader.fault("role", "must be manager, box_office or gate");
  const auto days = reader.integer("days", 1, 366);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return ApiKeyWish{*name, *role, static_cast<int>(*days)};
}

struct DeviceWish {
  std::string name;
  int days;
};

std::variant<DeviceWish, Answer> read_device_wish(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto name = read_label(reader);
  const auto days = reader.integer("days", 1, 30);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return DeviceWish{*name, static_cast<int>(*days)};
}

Task<Answer> list(Api& api, Request& request, MachineKind kind) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  if (!id) co_return nothing_here();
  if (auto weak = weak_session(api, request)) co_return std::move(*weak);
  const auto mine = co_await find_organisation(api.app.pool, *id, request.caller->user, false);
  if (!mine || !mine->rights || !may_manage(*mine->rights)) co_return nothing_here();
  const auto machines = co_await list_machines(api.app.pool, *id, kind, request.caller->user, request.now);
  co_return http::json_answer(list_json(machines, machine_json));
}

Task<Answer> revoke(Api& api, Request& request, MachineKind kind) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  const auto machine = base::parse_id_as<MachineId>(request.params[1]);
  if (!id || !machine) co_return nothing_here();
  if (auto weak = weak_session(api, request)) co_return std::move(*weak);
  const auto outcome = co_await revoke_machine(api.app, *id, request.caller->user, *machine, kind);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Answer new_key(const NewMachine& fresh) {
  auto json = machine_json(fresh.machine);
  json["key"] = fresh.secret;
  return http::json_answer(http::to_text(json), 201);
}

// The QR code opens the page that enrols; what is behind its # reaches no server.
Answer new_code(const NewMachine& fresh, const std::string& public_url) {
  return http::json_answer(http::to_text(boost::json::object{{"id", fresh.machine.id.text()},
                                                             {"name", fresh.machine.name},
                                                             {"code", fresh.secret},
                                                             {"qr_svg", qr::to_svg(public_url + "/gate/enrol#" + fresh.secret)},
                                                             {"expires_at", to_rfc3339(fresh.machine.expires_at)}}),
                           201);
}

Answer enrolled(const NewMachine& fresh) {
  return http::json_answer(http::to_text(boost::json::object{{"id", fresh.machine.id.text()},
                                                             {"name", fresh.machine.name},
                                                             {"organisation_id", fresh.machine.organisation.text()},
                                                             {"organisation_name", fresh.machine.organisation_name},
                                                             {"key", fresh.secret},
                                                             {"expires_at", to_rfc3339(fresh.machine.expires_at)}}),
                           201);
}

// The answer of `with` to a new machine, or that to the refusal.
template <class... Outcomes>
Answer answer_new(const std::variant<Outcomes...>& outcome, const std::function<Answer(const NewMachine&)>& with) {
  return std::visit(
      [&with](const auto& one) -> Answer {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, NewMachine>) return with(one);
        else return gelora::user::answer(one);
      },
      outcome);
}

}  // namespace

Task<Answer> list_api_keys(Api& api, Request& request) { co_return co_await list(api, request, MachineKind::key); }
Task<Answer> list_gate_devices(Api& api, Request& request) { co_return co_await list(api, request, MachineKind::gate); }
Task<Answer> delete_api_key(Api& api, Request& request) { co_return co_await revoke(api, request, MachineKind::key); }
Task<Answer> delete_gate_device(Api& api, Request& request) { co_return co_await revoke(api, request, MachineKind::gate); }

Task<Answer> create_api_key(Api& api, Request& request) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  if (!id) co_return nothing_here();
  if (auto weak = weak_session(api, request)) co_return std::move(*weak);
  auto wish = read_key_wish(request);
  if (auto* refused = std::get_if<Answer>(&wish)) co_return std::move(*refused);
  const auto outcome = co_await create_api_key(api.app, *id, request.caller->user, std::get<ApiKeyWish>(std::move(wish)));
  co_return answer_new(outcome, new_key);
}

Task<Answer> create_gate_device(Api& api, Request& request) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  if (!id) co_return nothing_here();
  if (auto weak = weak_session(api, request)) co_return std::move(*weak);
  auto wish = read_device_wish(request);
  if (auto* refused = std::get_if<Answer>(&wish)) co_return std::move(*refused);
  auto& device = std::get<DeviceWish>(wish);
  const auto outcome = co_await invite_gate_device(api.app, *id, request.caller->user, std::move(device.name), device.days);
  const auto with = [&api](const NewMachine& fresh) { return new_code(fresh, api.app.public_url); };
  co_return answer_new(outcome, with);
}

Task<Answer> enrol_gate_device(Api& api, Request& request) {
  auto code = read_one(request, [](http::ObjectReader& reader) { return reader.text("code", 1, 40); });
  if (auto* refused = std::get_if<Answer>(&code)) co_return std::move(*refused);
  const auto wait = co_await api.limits.refused(Door::machine, request.peer_address, "");
  if (wait) co_return http::too_many_requests(*wait);
  const auto outcome = co_await enrol_gate_device(api.app, std::get<std::string>(std::move(code)));
  co_return answer_new(outcome, enrolled);
}

Task<Answer> create_access_token(Api& api, Request& request) {
  auto key = read_one(request, [](http::ObjectReader& reader) { return reader.text("key", 1, 200); });
  if (auto* refused = std::get_if<Answer>(&key)) co_return std::move(*refused);
  const auto wait = co_await api.limits.refused(Door::machine, request.peer_address, "");
  if (wait) co_return http::too_many_requests(*wait);
  const auto outcome = co_await issue_machine_token(api.app, std::get<std::string>(std::move(key)));
  if (const auto* token = std::get_if<MachineToken>(&outcome)) {
    co_return http::json_answer(http::to_text(boost::json::object{
        {"access_token", token->access_token}, {"token_type", "Bearer"}, {"expires_in", token->expires_in.count() / 1'000'000}}));
  }
  co_return answer(NoSuchKey{});
}

}  // namespace gelora::user
