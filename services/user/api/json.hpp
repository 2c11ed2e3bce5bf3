// JSON of the user contract's own shapes, and its fields as the domain's types.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>
#include <string>

#include "http/body.hpp"
#include "user/app/log_in.hpp"
#include "user/app/machines.hpp"
#include "user/domain/password.hpp"
#include "user/storage/sessions.hpp"

namespace gelora::user {

boost::json::object account_json(const Account& account);
boost::json::object session_json(const LoggedIn& session);
boost::json::object device_json(const Device& device, SessionId current);
boost::json::object passkey_json(const StoredPasskey& passkey);
// With binary members in base64url, as the browser's own functions take them.
boost::json::object passkey_request_json(const PasskeyRequest& request, const RelyingParty& us);
boost::json::object passkey_creation_json(const PasskeyCreation& creation, const RelyingParty& us);
boost::json::object organisation_json(const Organisation& organisation);
boost::json::object member_json(const Member& member);
boost::json::object invitation_json(const Invitation& invitation);
boost::json::object machine_json(const Machine& machine);
boost::json::value instant_or_null(const std::optional<Instant>& at);
// {"items": […], "next_cursor": null} of all of them.
template <class Items, class ToJson>
std::string list_json(const Items& items, ToJson to_json) {
  boost::json::array array;
  for (const auto& one : items) array.push_back(to_json(one));
  return http::to_text(boost::json::object{{"items", std::move(array)}, {"next_cursor", nullptr}});
}

// Each returns nothing when the member is missing or wrong, and then a fault was added (missing is none for optional ones).
std::optional<Email> read_email(http::ObjectReader& reader);
std::optional<std::string> read_name(http::ObjectReader& reader);
std::optional<std::string> read_optional_name(http::ObjectReader& reader);
std::optional<Locale> read_optional_locale(http::ObjectReader& reader);
// Passwords are normalised here, and nowhere else of those that come in by HTTP.
std::optional<std::string> read_password(http::ObjectReader& reader, std::string_view member);
std::optional<std::string> read_new_password(http::ObjectReader& reader, PasswordContext context);
std::optional<std::string> read_token(http::ObjectReader& reader);
std::optional<Role> read_role(http::ObjectReader& reader);
// `role`, and `shows`: ids of some, null for all; nothing is nothing wished.
struct RightsWish {
  Role role;
  std::optional<std::vector<std::uint64_t>> shows;
};
std::optional<RightsWish> read_rights(http::ObjectReader& reader);
// A member in base64url, as its bytes.
std::optional<std::string> read_bytes(http::ObjectReader& reader, std::string_view member);
std::optional<PasskeyAnswer> read_passkey_answer(http::ObjectReader& reader);
std::optional<std::string> read_organisation_name(http::ObjectReader& reader);
// A name that is shown: of a device, a key; 1 to 60 characters.
std::optional<std::string> read_label(http::ObjectReader& reader);
// A body with one member, which `read` takes out of a reader as an optional value.
template <class Read>
auto read_one(const http::Request& request, Read read)
    -> std::variant<typename std::invoke_result_t<Read, http::ObjectReader&>::value_type, http::Answer> {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  auto value = read(reader);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return std::move(*value);
}

}  // namespace gelora::user
