// JSON of the user contract's own shapes, and its fields as the domain's types.
#pragma once
#include <boost/json/object.hpp>
#include <optional>
#include <string>

#include "http/body.hpp"
#include "user/app/log_in.hpp"
#include "user/domain/password.hpp"
#include "user/storage/sessions.hpp"

namespace gelora::user {

boost::json::object account_json(const Account& account);
boost::json::object session_json(const LoggedIn& session);
boost::json::object device_json(const Device& device, SessionId current);

// Each returns nothing when the member is missing or wrong, and then a fault was added (missing is none for optional ones).
std::optional<Email> read_email(http::ObjectReader& reader);
std::optional<std::string> read_name(http::ObjectReader& reader);
std::optional<std::string> read_optional_name(http::ObjectReader& reader);
std::optional<Locale> read_optional_locale(http::ObjectReader& reader);
// Passwords are normalised here, and nowhere else of those that come in by HTTP.
std::optional<std::string> read_password(http::ObjectReader& reader, std::string_view member);
std::optional<std::string> read_new_password(http::ObjectReader& reader, PasswordContext context);
std::optional<std::string> read_token(http::ObjectReader& reader);

}  // namespace gelora::user
