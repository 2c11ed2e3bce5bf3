#include "user/app/organisations.hpp"

#include "user/api/api.hpp"
#include "user/api/json.hpp"
#include "user/api/problems.hpp"

namespace gelora::user {
namespace {

Answer created(const Organisation& one) { return http::json_answer(http::to_text(organisation_json(one)), 201); }

// The organisation of the path, and a person there.
struct Named {
  OrganisationId organisation;
  UserId member;
};
std::optional<Named> named(const Request& request) {
  const auto organisation = base::parse_id_as<OrganisationId>(request.params[0]);
  const auto member = base::parse_id_as<UserId>(request.params[1]);
  if (!organisation || !member) return std::nullopt;
  return Named{*organisation, *member};
}

}  // namespace

Answer answer(const Organisation& one) { return http::json_answer(http::to_text(organisation_json(one))); }
Answer answer(const Member& one) { return http::json_answer(http::to_text(member_json(one))); }

std::optional<Answer> weak_session(const Api& api, const Request& request) {
  if (!api.app.staff_needs_second_factor || request.caller->second_factor) return std::nullopt;
  return second_factor_needed();
}

Task<Answer> list_organisations(Api& api, Request& request) {
  const auto all = co_await list_organisations(api.app.pool, request.caller->user);
  co_return http::json_answer(list_json(all, organisation_json));
}

Task<Answer> create_organisation(Api& api, Request& request) {
  auto name = read_one(request, read_organisation_name);
  if (auto* refused = std::get_if<Answer>(&name)) co_return std::move(*refused);
  const auto outcome = co_await found_organisation(api.app, request.caller->user, std::get<std::string>(std::move(name)));
  if (const auto* one = std::get_if<Organisation>(&outcome)) co_return created(*one);
  co_return answer(std::get<TooMany>(outcome));
}

Task<Answer> get_organisation(Api& api, Request& request) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto found = co_await find_organisation(api.app.pool, *id, request.caller->user, request.caller->has_role("admin"));
  co_return found ? answer(*found) : nothing_here();
}

Task<Answer> patch_organisation(Api& api, Request& request) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  if (!id) co_return nothing_here();
  if (auto weak = weak_session(api, request)) co_return std::move(*weak);
  auto name = read_one(request, read_organisation_name);
  if (auto* refused = std::get_if<Answer>(&name)) co_return std::move(*refused);
  const auto outcome = co_await rename(api.app, *id, request.caller->user, std::get<std::string>(std::move(name)));
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> list_members(Api& api, Request& request) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  if (!id) co_return nothing_here();
  if (auto weak = weak_session(api, request)) co_return std::move(*weak);
  const auto members = co_await list_members(api.app.pool, *id, request.caller->user);
  if (members.empty()) co_return nothing_here();  // who may look is one of them
  co_return http::json_answer(list_json(members, member_json));
}

Task<Answer> patch_member(Api& api, Request& request) {
  const auto one = named(request);
  if (!one) co_return nothing_here();
  if (auto weak = weak_session(api, request)) co_return std::move(*weak);
  auto read = read_one(request, read_rights);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& wish = std::get<RightsWish>(read);
  const auto outcome =
      co_await change_member(api.app, one->organisation, request.caller->user, one->member, wish.role, std::move(wish.shows));
  co_return std::visit([](const auto& out) -> Answer { return answer(out); }, outcome);
}

Task<Answer> delete_member(Api& api, Request& request) {
  const auto one = named(request);
  if (!one) co_return nothing_here();
  if (auto weak = weak_session(api, request)) co_return std::move(*weak);
  const auto outcome = co_await remove_member(api.app, one->organisation, request.caller->user, one->member);
  co_return std::visit([](const auto& out) -> Answer { return answer(out); }, outcome);
}

}  // namespace gelora::user
