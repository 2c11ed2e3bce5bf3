#include "user/api/json.hpp"

#include <boost/json/array.hpp>

namespace gelora::user {
namespace {

// Long enough for every right value; how long one may be is the domain's rule.
constexpr std::size_t most_bytes = 4096;

template <class T>
std::optional<T> parsed(http::ObjectReader& reader, std::string_view member, std::variant<T, Refused> outcome) {
  if (const auto* refused = std::get_if<Refused>(&outcome)) {
    reader.fault(member, refused->reason);
    return std::nullopt;
  }
  return std::get<T>(std::move(outcome));
}

}  // namespace

boost::json::object account_json(const Account& account) {
  boost::json::array roles;
  for (const auto& role : account.roles) roles.emplace_back(role);
  return {{"id", account.id.text()},           {"email", account.email.address}, {"name", account.name},
          {"locale", name_of(account.locale)}, {"roles", std::move(roles)},      {"created_at", to_rfc3339(account.created_at)}};
}

boost::json::object session_json(const LoggedIn& session) {
  return {{"access_token", session.access_token},
          {"token_type", "Bearer"},
          {"expires_in", session.expires_in.count() / 1'000'000},
          {"user", account_json(session.account)}};
}

boost::json::object device_json(const Device& device, SessionId current) {
  boost::json::object json{{"id", device.id.text()},
                           {"created_at", to_rfc3339(device.created_at)},
                           {"last_used_at", to_rfc3339(device.last_used_at)},
                           {"user_agent", nullptr},
                           {"current", device.id == current}};
  if (!device.user_agent.empty()) json["user_agent"] = device.user_agent;
  return json;
}

std::optional<Email> read_email(http::ObjectReader& reader) {
  const auto text = reader.text("email", 1, most_bytes);
  return text ? parsed<Email>(reader, "email", parse_email(*text)) : std::nullopt;
}

std::optional<std::string> read_name(http::ObjectReader& reader) {
  const auto text = reader.text("name", 1, most_bytes);
  return text ? parsed<std::string>(reader, "name", parse_name(*text)) : std::nullopt;
}

std::optional<std::string> read_optional_name(http::ObjectReader& reader) {
  const auto text = reader.optional_text("name", 1, most_bytes);
  return text ? parsed<std::string>(reader, "name", parse_name(*text)) : std::nullopt;
}

std::optional<Locale> read_optional_locale(http::ObjectReader& reader) {
  const auto text = reader.optional_text("locale", 1, most_bytes);
  if (!text) return std::nullopt;
  const auto locale = parse_locale(*text);
  if (!locale) reader.fault("locale", "must be id or en");
  return locale;
}

std::optional<std::string> read_password(http::ObjectReader& reader, std::string_view member) {
  const auto text = reader.text(member, 1, most_bytes);
  if (!text) return std::nullopt;
  auto password = normalised_password(*text);
  if (!password) reader.fault(member, "must be UTF-8");
  else if (password->size() > longest_password_bytes) reader.fault(member, "must have at most 256 bytes");
  else return password;
  return std::nullopt;
}

std::optional<std::string> read_new_password(http::ObjectReader& reader, PasswordContext context) {
  auto password = read_password(reader, "password");
  if (!password) return std::nullopt;
  if (const auto refused = check_password(*password, context)) {
    reader.fault("password", refused->reason);
    return std::nullopt;
  }
  return password;
}

std::optional<std::string> read_token(http::ObjectReader& reader) { return reader.text("token", 1, 512); }

}  // namespace gelora::user
