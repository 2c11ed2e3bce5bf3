#include "booking/clients/users.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

namespace gelora::booking {

Task<std::optional<boost::json::value>> UserClient::ask(std::string target) {
  http::Call call;
  call.target = std::move(target);
  call.headers.emplace_back("Authorization", "Bearer " + tokens_.issue("user-service", {}, clock_.now()));
  const auto reply = co_await client_.send(std::move(call));
  if (reply.status == 404) co_return std::nullopt;
  if (reply.status != 200) throw base::Unavailable("user-service: status " + std::to_string(reply.status));
  co_return boost::json::parse(reply.body);
}

Task<std::optional<Contact>> UserClient::contact(base::UserId user) {
  const auto found = co_await ask("/internal/users/" + user.text() + "/contact");
  if (!found) co_return std::nullopt;
  const auto text = [&found](const char* name) { return std::string{found->at(name).as_string()}; };
  co_return Contact{text("email"), text("name"), text("locale")};
}

Task<std::map<base::UserId, Contact>> UserClient::contacts(std::vector<base::UserId> users) {
  boost::json::array ids;
  for (const auto user : users) ids.emplace_back(user.text());
  http::Call call;
  call.method = http::Verb::post;
  call.target = "/internal/contacts";
  call.body = boost::json::serialize(boost::json::object{{"user_ids", std::move(ids)}});
  call.headers.emplace_back("Authorization", "Bearer " + tokens_.issue("user-service", {}, clock_.now()));
  const auto reply = co_await client_.send(std::move(call));
  if (reply.status != 200) throw base::Unavailable("user-service: status " + std::to_string(reply.status));
  std::map<base::UserId, Contact> found;
  const auto answer = boost::json::parse(reply.body);
  for (const auto& one : answer.at("items").as_array()) {
    const auto text = [&one](const char* name) { return std::string{one.at(name).as_string()}; };
    found[base::parse_id_as<base::UserId>(text("id")).value()] = {text("email"), text("name"), text("locale")};
  }
  co_return found;
}

Task<std::optional<base::UserId>> UserClient::find_by_email(std::string email) {
  const auto found = co_await ask("/internal/users?email=" + boost::urls::encode(email, boost::urls::unreserved_chars));
  if (!found) co_return std::nullopt;
  co_return base::parse_id_as<base::UserId>(std::string_view{found->at("id").as_string()});
}

Task<std::vector<Contact>> UserClient::owners_of(std::uint64_t organisation) {
  const auto found = co_await ask("/internal/organisations/" + std::to_string(organisation) + "/owners");
  std::vector<Contact> owners;
  if (!found) co_return owners;
  for (const auto& one : found->at("items").as_array()) {
    const auto text = [&one](const char* name) { return std::string{one.at(name).as_string()}; };
    owners.push_back({text("email"), text("name"), text("locale")});
  }
  co_return owners;
}

Task<std::optional<std::string>> UserClient::organisation_name(std::uint64_t organisation) {
  const auto found = co_await ask("/internal/organisations/" + std::to_string(organisation));
  if (!found) co_return std::nullopt;
  co_return std::string{found->at("name").as_string()};
}

}  // namespace gelora::booking
