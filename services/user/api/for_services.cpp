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

// Who has this address: ?email=, as somebody typed it.
Task<Answer> find_user_for_service(Api& api, Request& request) {
  if (request.service->service != "booking-service") co_return nothing_here();
  const auto email = base::parse_mail_address(request.query_value("email").value_or(""));
  if (!email) co_return nothing_here();
  const auto stored = co_await find_account_by_email(api.app.pool, email->key);
  if (!stored) co_return nothing_here();
  co_return http::json_answer(http::to_text(boost::json::object{{"id", stored->account.id.text()}}));
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
