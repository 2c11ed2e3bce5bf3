#include "user/storage/accounts.hpp"
#include "user/api/api.hpp"
#include "user/api/json.hpp"
#include "user/api/problems.hpp"

namespace gelora::user {
namespace {

// The account that a path means: "me" or an id.
std::optional<UserId> named_user(const Request& request) {
  if (request.params[0] == "me") return request.caller->user;
  return base::parse_id_as<UserId>(request.params[0]);
}

std::variant<RegistrationWish, Answer> read_registration(const Api& api, const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto email = read_email(reader);
  const auto name = read_name(reader);
  PasswordContext context{.fewest = api.app.fewest_password_characters};
  if (email) context.email = email->key;
  if (name) context.name = *name;
  const auto password = read_new_password(reader, context);
  const auto locale = read_optional_locale(reader);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return RegistrationWish{*email, *password, *name, locale.value_or(Locale::id)};
}

struct Change {
  AccountChange account;
  std::optional<PasswordChange> password;
};

std::variant<Change, Answer> read_change(const Api& api, const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  Change change{{read_optional_name(reader), read_optional_locale(reader)}, std::nullopt};
  if (reader.has("password") || reader.has("current_password")) {
    const auto wanted = read_new_password(reader, {.fewest = api.app.fewest_password_characters});
    const auto current = read_password(reader, "current_password");
    if (wanted && current) change.password = {*current, *wanted};
  }
  reader.unknown_members();
  if (faults.none() && !change.account.name && !change.account.locale && !change.password)
    faults.add("", "must change something: name, locale, password");
  if (!faults.none()) return faults.problem();
  return change;
}

}  // namespace

Task<Answer> create_user(Api& api, Request& request) {
  auto wish = read_registration(api, request);
  if (auto* refused = std::get_if<Answer>(&wish)) co_return std::move(*refused);
  const auto wait =
      co_await api.limits.refused(Door::registration, request.peer_address, std::get<RegistrationWish>(wish).email.key);
  if (wait) co_return http::too_many_requests(*wait);
  const auto outcome = co_await register_user(api.app, std::get<RegistrationWish>(std::move(wish)));
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> create_verification(Api& api, Request& request) {
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto token = read_token(reader);
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  const auto wait = co_await api.limits.refused(Door::verification, request.peer_address, "");
  if (wait) co_return http::too_many_requests(*wait);
  const auto outcome = co_await verify_email(api.app, *token);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> get_user(Api& api, Request& request) {
  const auto id = named_user(request);
  if (!id) co_return nothing_here();
  const auto outcome = co_await read_account(api.app, *id, request.caller);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> patch_user(Api& api, Request& request) {
  const auto id = named_user(request);
  if (!id) co_return nothing_here();
  auto read = read_change(api, request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto change = std::get<Change>(std::move(read));
  if (change.password) {                                        // first: when it is refused, nothing has changed
    if (*id != request.caller->user) co_return nothing_here();  // before anything is counted: it would be the owner's count
    const auto wait = co_await api.limits.refused(Door::proof, request.peer_address, "password of " + id->text());
    if (wait) co_return http::too_many_requests(*wait);
    const auto set = co_await set_password(api.app, *id, request.caller, std::move(*change.password));
    if (!std::holds_alternative<NewPasswordSet>(set))
      co_return std::visit([](const auto& one) -> Answer { return answer(one); }, set);
  }
  AccountOutcome outcome = NoSuchAccount{};
  if (change.account.name || change.account.locale)
    outcome = co_await change_account(api.app, *id, request.caller, std::move(change.account));
  else outcome = co_await read_account(api.app, *id, request.caller);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> delete_user(Api& api, Request& request) {
  const auto id = named_user(request);
  if (!id) co_return nothing_here();
  const auto outcome = co_await erase(api.app, *id, request.caller);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> export_user(Api& api, Request& request) {
  const auto id = named_user(request);
  if (!id || *id != request.caller->user) co_return nothing_here();  // an admin's neither
  const auto wait = co_await api.limits.refused(Door::reset, request.peer_address, "export of " + id->text());
  if (wait) co_return http::too_many_requests(*wait);
  auto outcome = co_await export_data(api.app, api.person_data, *id);
  auto* archive = std::get_if<Archive>(&outcome);
  if (archive == nullptr) co_return nothing_here();
  Answer answer;
  answer.content_type = "application/zip";
  answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"gelora-" + id->text() + ".zip\"");
  answer.headers.emplace_back("Cache-Control", "private, no-store");
  answer.body = std::move(archive->zip);
  co_return answer;
}

Task<Answer> get_user_for_service(Api& api, Request& request) {
  const auto id = base::parse_id_as<UserId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto stored = co_await find_account(api.app.pool, *id);
  co_return stored ? answer(stored->account) : nothing_here();
}

}  // namespace gelora::user
