#include "user/api/api.hpp"
#include "user/api/json.hpp"
#include "user/api/problems.hpp"

namespace gelora::user {
namespace {

struct Wish {
  Email email;
  Rights rights;
};

std::variant<Wish, Answer> read_invitation(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto email = read_email(reader);
  auto rights = read_rights(reader);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return Wish{*email, Rights{rights->role, rights->shows.value_or(std::vector<std::uint64_t>{})}};
}

Answer answer(const Invitation& one) { return http::json_answer(http::to_text(invitation_json(one)), 201); }

}  // namespace

Task<Answer> list_invitations(Api& api, Request& request) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  if (!id) co_return nothing_here();
  if (auto weak = weak_session(api, request)) co_return std::move(*weak);
  const auto mine = co_await find_organisation(api.app.pool, *id, request.caller->user, false);
  if (!mine || !mine->rights || !may_manage(*mine->rights)) co_return nothing_here();
  const auto all = co_await list_invitations(api.app.pool, *id, request.caller->user, request.now);
  co_return http::json_answer(list_json(all, invitation_json));
}

Task<Answer> create_invitation(Api& api, Request& request) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  if (!id) co_return nothing_here();
  if (auto weak = weak_session(api, request)) co_return std::move(*weak);
  auto read = read_invitation(request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& wish = std::get<Wish>(read);
  const auto wait = co_await api.limits.refused(Door::invitation, request.peer_address, "by " + request.caller->user.text());
  if (wait) co_return http::too_many_requests(*wait);
  const auto outcome = co_await invite(api.app, *id, request.caller->user, std::move(wish.email), std::move(wish.rights));
  co_return std::visit(
      [](const auto& one) -> Answer {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, Invitation>) return answer(one);
        else return gelora::user::answer(one);
      },
      outcome);
}

Task<Answer> delete_invitation(Api& api, Request& request) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  const auto invitation = base::parse_id_as<InvitationId>(request.params[1]);
  if (!id || !invitation) co_return nothing_here();
  if (auto weak = weak_session(api, request)) co_return std::move(*weak);
  const auto outcome = co_await withdraw_invitation(api.app, *id, request.caller->user, *invitation);
  co_return std::visit([](const auto& one) -> Answer { return gelora::user::answer(one); }, outcome);
}

Task<Answer> accept_invitation(Api& api, Request& request) {
  auto token = read_one(request, read_token);
  if (auto* refused = std::get_if<Answer>(&token)) co_return std::move(*refused);
  const auto wait = co_await api.limits.refused(Door::verification, request.peer_address, "");
  if (wait) co_return http::too_many_requests(*wait);
  const auto outcome = co_await accept_invitation(api.app, request.caller->user, std::get<std::string>(std::move(token)));
  co_return std::visit([](const auto& one) -> Answer { return gelora::user::answer(one); }, outcome);
}

}  // namespace gelora::user
