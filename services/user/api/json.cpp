#include "user/api/json.hpp"

#include <algorithm>

#include <boost/json/array.hpp>

#include "base/encoding.hpp"

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

std::string base64url(std::string_view raw) { return base::to_base64url(base::as_bytes(raw)); }

boost::json::array base64url_list(const std::vector<std::string>& all) {
  boost::json::array list;
  for (const auto& one : all) list.emplace_back(base64url(one));
  return list;
}

}  // namespace

boost::json::object account_json(const Account& account) {
  boost::json::array roles;
  for (const auto& role : account.roles) roles.emplace_back(role);
  return {{"id", account.id.text()},           {"email", account.email.address}, {"name", account.name},
          {"locale", name_of(account.locale)}, {"roles", std::move(roles)},      {"created_at", to_rfc3339(account.created_at)}};
}

boost::json::object session_json(const LoggedIn& session) {
  boost::json::array organisations;
  for (const auto& one : session.organisations) organisations.push_back(organisation_json(one));
  return {{"access_token", session.access_token},
          {"token_type", "Bearer"},
          {"expires_in", session.expires_in.count() / 1'000'000},
          {"user", account_json(session.account)},
          {"organisations", std::move(organisations)},
          {"second_factor_needed", session.second_factor_needed}};
}

boost::json::object device_json(const Device& device, SessionId current) {
  boost::json::object json{{"id", device.id.text()},
                           {"created_at", to_rfc3339(device.created_at)},
                           {"last_used_at", to_rfc3339(device.last_used_at)},
                           {"user_agent", nullptr},
                           {"address", nullptr},
                           {"second_factor", device.second_factor},
                           {"current", device.id == current}};
  if (!device.user_agent.empty()) json["user_agent"] = device.user_agent;
  if (!device.address.empty()) json["address"] = device.address;
  return json;
}

boost::json::value instant_or_null(const std::optional<Instant>& at) {
  if (!at) return nullptr;
  return boost::json::value(to_rfc3339(*at));
}

boost::json::object passkey_json(const StoredPasskey& passkey) {
  return {{"id", passkey.id.text()},
          {"name", passkey.name},
          {"created_at", to_rfc3339(passkey.created_at)},
          {"last_used_at", instant_or_null(passkey.last_used_at)}};
}

boost::json::object passkey_request_json(const PasskeyRequest& request, const RelyingParty& us) {
  return {{"challenge", base64url(request.challenge)},
          {"rp_id", us.id},
          {"allow", base64url_list(request.allowed)},
          {"timeout_ms", std::chrono::milliseconds{challenge_lifetime}.count()}};
}

boost::json::object passkey_creation_json(const PasskeyCreation& creation, const RelyingParty& us) {
  boost::json::array algorithms;
  for (const int one : passkey_algorithms) algorithms.push_back(one);
  return {{"challenge", base64url(creation.challenge)},
          {"rp", {{"id", us.id}, {"name", "Gelora"}}},
          {"user",
           {{"id", base64url(creation.account.id.text())},
            {"name", creation.account.email.address},
            {"display_name", creation.account.name}}},
          {"algorithms", std::move(algorithms)},
          {"exclude", base64url_list(creation.known)},
          {"timeout_ms", std::chrono::milliseconds{challenge_lifetime}.count()}};
}

namespace {
// `shows`: null for all.
void put_rights(boost::json::object& json, const Rights& rights) {
  json["role"] = name_of(rights.role);
  json["shows"] = nullptr;
  if (rights.everywhere()) return;
  boost::json::array shows;
  for (const auto show : rights.shows) shows.emplace_back(std::to_string(show));
  json["shows"] = std::move(shows);
}
}  // namespace

boost::json::object organisation_json(const Organisation& organisation) {
  boost::json::object json{{"id", organisation.id.text()},
                           {"name", organisation.name},
                           {"role", nullptr},
                           {"shows", nullptr},
                           {"created_at", to_rfc3339(organisation.created_at)}};
  if (organisation.rights) put_rights(json, *organisation.rights);
  return json;
}

boost::json::object member_json(const Member& member) {
  boost::json::object json{{"user_id", member.user.text()},
                           {"name", member.name},
                           {"email", member.email},
                           {"since", to_rfc3339(member.since)},
                           {"second_factor", member.second_factor}};
  put_rights(json, member.rights);
  return json;
}

boost::json::object invitation_json(const Invitation& invitation) {
  boost::json::object json{{"id", invitation.id.text()},
                           {"email", invitation.email.address},
                           {"created_at", to_rfc3339(invitation.created_at)},
                           {"expires_at", to_rfc3339(invitation.expires_at)}};
  put_rights(json, invitation.rights);
  return json;
}

boost::json::object machine_json(const Machine& machine) {
  return {{"id", machine.id.text()},
          {"name", machine.name},
          {"role", name_of(machine.role)},
          {"created_at", to_rfc3339(machine.created_at)},
          {"expires_at", to_rfc3339(machine.expires_at)},
          {"last_used_at", instant_or_null(machine.last_used_at)}};
}

std::optional<Email> read_email(http::ObjectReader& reader) {
  const auto text = reader.text("email", 1, most_bytes);
  return text ? parsed<Email>(reader, "email", parse_email(*text)) : std::nullopt;
}

std::optional<std::string> read_name(http::ObjectReader& reader) {
  const auto text = reader.text("name", 1, most_bytes);
  return text ? parsed<std::string>(reader, "name", parse_name(*text)) : std::nullopt;
}

std::optional<std::string> read_organisation_name(http::ObjectReader& reader) {
  const auto text = reader.text("name", 1, most_bytes);
  return text ? parsed<std::string>(reader, "name", parse_organisation_name(*text)) : std::nullopt;
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

std::optional<Role> read_role(http::ObjectReader& reader) {
  const auto text = reader.text("role", 1, most_bytes);
  if (!text) return std::nullopt;
  const auto role = parse_role(*text);
  if (!role) reader.fault("role", "must be owner, manager, box_office or gate");
  return role;
}

std::optional<RightsWish> read_rights(http::ObjectReader& reader) {
  const auto role = read_role(reader);
  if (!role) return std::nullopt;
  RightsWish wish{*role, std::nullopt};
  if (!reader.has("shows")) return wish;
  auto& shows = wish.shows.emplace();
  if (reader.is_null("shows")) return wish;
  const auto* list = reader.array("shows", 1, most_shows);
  if (list == nullptr) return std::nullopt;
  for (const auto& one : *list) {
    const auto id = one.is_string() ? base::parse_id(std::string_view{one.get_string()}) : std::nullopt;
    if (!id || std::find(shows.begin(), shows.end(), *id) != shows.end()) {
      reader.fault("shows", "must be ids of shows, each once");
      return std::nullopt;
    }
    shows.push_back(*id);
  }
  if (*role == Role::owner) {
    reader.fault("shows", "an owner's are all");
    return std::nullopt;
  }
  std::sort(shows.begin(), shows.end());
  return wish;
}

std::optional<std::string> read_bytes(http::ObjectReader& reader, std::string_view member) {
  const auto text = reader.text(member, 1, 6000);
  if (!text) return std::nullopt;
  auto raw = base::from_base64url(*text);
  if (!raw) reader.fault(member, "must be base64url without padding");
  return raw;
}

std::optional<PasskeyAnswer> read_passkey_answer(http::ObjectReader& reader) {
  auto credential = read_bytes(reader, "credential_id"), client = read_bytes(reader, "client_data_json"),
       data = read_bytes(reader, "authenticator_data"), signature = read_bytes(reader, "signature");
  reader.unknown_members();
  if (!credential || !client || !data || !signature) return std::nullopt;
  return PasskeyAnswer{std::move(*credential), std::move(*client), std::move(*data), std::move(*signature)};
}

std::optional<std::string> read_label(http::ObjectReader& reader) {
  auto name = read_name(reader);
  if (name && code_points(*name) > 60) {
    reader.fault("name", "must have at most 60 characters");
    return std::nullopt;
  }
  return name;
}

}  // namespace gelora::user
