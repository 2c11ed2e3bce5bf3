#include <boost/json/array.hpp>

#include "base/mail_address.hpp"
#include "http/body.hpp"
#include "user/api/api.hpp"
#include "user/api/problems.hpp"
#include "user/storage/accounts.hpp"
#include "user/storage/organisations.hpp"

namespace gelora::user {

// Where a person is written to, for booking-service, which sends tickets.
Task<Answer> get_contact(Api& api, Request& request) {
  const auto id = base::parse_id_as<UserId>(request.params[0]);
  if (!id || request.service->service != "booking-service") co_return nothing_here();
  const auto stored = co_await find_account(api.app.pool, *id);
  if (!stored) co_return nothing_here();
  const auto& account = stored->account;
  co_return http::json_answer(http::to_text(
      boost::json::object{{"email", account.email.address}, {"name", account.name}, {"locale", name_of(account.locale)}}));
}

// Of up to 500 at once, for messages to buyers: {"user_ids": […]}; those who are not there are left out.
Task<Answer> list_contacts(Api& api, Request& request) {
  if (request.service->service != "booking-service") co_return nothing_here();
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto* list = reader.array("user_ids", 0, 500);
  reader.unknown_members();
  std::vector<std::uint64_t> users;
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const auto& one = (*list)[i];
    const auto id = one.is_string() ? base::parse_id(std::string_view{one.get_string()}) : std::nullopt;
    if (id) users.push_back(*id);
    else faults.add("/user_ids/" + std::to_string(i), "must be an id");
  }
  if (!faults.none()) co_return faults.problem();
  const auto contacts = co_await contacts_of(api.app.pool, std::move(users));
  boost::json::array items;
  for (const auto& one : contacts)
    items.push_back({{"id", one.user.text()}, {"email", one.email}, {"name", one.name}, {"locale", one.locale}});
  co_return http::json_answer(http::to_text(boost::json::object{{"items", std::move(items)}}));
}

// Who has this address: ?email=, as somebody typed it.
Task<Answer> find_user_for_service(Api& api, Request& request) {
  if (request.service->service != "booking-service") co_return nothing_here();
  const auto email = base::parse_mail_address(request.query_value("email").value_or(""));
  if (!email) co_return nothing_here();
  const auto stored = co_await find_account_by_email(api.app.pool, email->key);
  if (!stored) co_return nothing_here();
  co_return http::json_answer(http::to_text(boost::json::object{{"id", stored->account.id.text()}}));
}

// Whom to write to about an organisation.
Task<Answer> list_owners_for_service(Api& api, Request& request) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  if (!id || request.service->service != "booking-service") co_return nothing_here();
  constexpr bool whoever_asks = true;
  const auto found = co_await find_organisation(api.app.pool, *id, {}, whoever_asks);
  if (!found) co_return nothing_here();
  const auto owners = co_await owners_of(api.app.pool, *id);
  boost::json::array items;
  for (const auto& one : owners) items.push_back({{"email", one.email}, {"name", one.name}, {"locale", one.locale}});
  co_return http::json_answer(http::to_text(boost::json::object{{"items", std::move(items)}}));
}

// What invoices say of who sells.
Task<Answer> get_organisation_for_service(Api& api, Request& request) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  if (!id || request.service->service != "booking-service") co_return nothing_here();
  constexpr bool whoever_asks = true;
  const auto found = co_await find_organisation(api.app.pool, *id, {}, whoever_asks);
  if (!found) co_return nothing_here();
  co_return http::json_answer(http::to_text(boost::json::object{{"id", found->id.text()}, {"name", found->name}}));
}

}  // namespace gelora::user
