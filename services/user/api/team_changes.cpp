// What became of an organisation's people and machines, from the audit log. For those who manage it.
#include <charconv>

#include "user/api/api.hpp"
#include "user/api/json.hpp"
#include "user/api/problems.hpp"
#include "user/storage/audit.hpp"

namespace gelora::user {
namespace {

namespace json = boost::json;

std::optional<std::uint64_t> number_wish(const Request& request, std::string_view name, std::uint64_t most,
                                         http::FieldFaults& faults) {
  const auto text = request.query_value(name);
  if (!text || text->empty()) return std::nullopt;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc{} && end == text->data() + text->size() && number > 0 && number <= most) return number;
  faults.add("/query/" + std::string{name}, "must be a number from 1 to " + std::to_string(most));
  return std::nullopt;
}

std::optional<Instant> time_wish(const Request& request, std::string_view name, http::FieldFaults& faults) {
  const auto text = request.query_value(name);
  if (!text || text->empty()) return std::nullopt;
  const auto time = base::parse_rfc3339(*text);
  if (!time) faults.add("/query/" + std::string{name}, "must be a time as in RFC 3339");
  return time;
}

json::value text_or_null(std::string_view text) {
  if (text.empty()) return nullptr;
  return json::string(text);
}

json::value id_or_null(UserId id) { return text_or_null(id ? id.text() : std::string{}); }

json::value rights_json(std::string_view words) {
  const auto rights = told_rights(words);
  if (!rights) return nullptr;
  json::array shows;
  for (const auto show : rights->shows) shows.emplace_back(std::to_string(show));
  json::value count = nullptr;
  if (rights->show_count > 0) count = rights->show_count;
  return json::object{{"role", name_of(rights->role)}, {"show_ids", std::move(shows)}, {"show_count", std::move(count)}};
}

json::object entry_json(const TeamEntry& one) {
  const auto& event = one.entry.event;
  const auto given = word_of(event.detail, "to"), made = word_of(event.detail, "role");
  return {{"id", std::to_string(one.entry.position)},
          {"at", to_rfc3339(one.entry.at)},
          {"event", event.event},
          {"by", id_or_null(event.by)},
          {"by_name", text_or_null(one.by_name)},
          {"user", id_or_null(event.user)},
          {"user_name", text_or_null(one.user_name)},
          {"machine", text_or_null(word_of(event.detail, "machine"))},
          {"before", rights_json(word_of(event.detail, "from"))},
          {"after", rights_json(given.empty() ? made : given)}};
}

}  // namespace

Task<Answer> list_team_changes(Api& api, Request& request) {
  const auto id = base::parse_id_as<OrganisationId>(request.params[0]);
  if (!id) co_return nothing_here();
  if (auto weak = weak_session(api, request)) co_return std::move(*weak);
  const auto mine = co_await find_organisation(api.app.pool, *id, request.caller->user, false);
  if (!mine || !mine->rights || !may_manage(*mine->rights)) co_return nothing_here();
  http::FieldFaults faults;
  TeamWish wish{id->value, request.caller->user};
  wish.by = {number_wish(request, "by", INT64_MAX, faults).value_or(0)};
  wish.from = time_wish(request, "from", faults).value_or(Instant{});
  wish.until = time_wish(request, "to", faults).value_or(Instant{INT64_MAX});
  wish.before = number_wish(request, "cursor", INT64_MAX, faults).value_or(INT64_MAX);
  wish.limit = number_wish(request, "limit", 100, faults).value_or(wish.limit);
  if (!faults.none()) co_return faults.problem();
  const auto entries = co_await team_changes(api.app.pool, wish);
  json::array items;
  for (std::size_t i = 0; i < entries.size() && i < wish.limit; ++i) items.push_back(entry_json(entries[i]));
  json::value next = nullptr;
  if (entries.size() > wish.limit) next = std::to_string(entries[wish.limit - 1].entry.position);
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", std::move(next)}}));
}

}  // namespace gelora::user
