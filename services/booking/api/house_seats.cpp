// House seats: places of a show that its organisation keeps for somebody, for its owners and managers, and an admin.
#include "booking/app/sell_at_counter.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <set>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "http/body.hpp"
#include "mail/mime.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr std::size_t most_places = 500;  // of one group
constexpr std::size_t longest_name = 60, most_deeds = 200;

json::object deed_json(const Deed& deed) {
  json::object out = json::parse(deed.detail).as_object();
  out["at"] = to_rfc3339(deed.at);
  out["what"] = deed.kind == JournalKind::kept ? "kept" : "let_go";
  if (deed.by) out["by"] = deed.by.text();
  out["group_id"] = deed.hold.text();
  return out;
}

struct KeepWish {
  std::string name;
  std::optional<Instant> until;
  HoldWish places;
};

std::variant<KeepWish, Answer> read_keep(const Request& request, const Show& show) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  KeepWish wish;
  if (const auto name = reader.text("name", 1, 4 * longest_name)) {
    wish.name = std::string{trimmed(*name)};
    if (wish.name.empty()) reader.fault("name", "must not be empty");
    if (mail::first_characters(wish.name, longest_name).size() != wish.name.size())
      reader.fault("name", "must have at most 60 characters");
  }
  if (const auto text = reader.optional_text("until", 1, 40)) {
    wish.until = parse_rfc3339(*text);
    const auto closes_at = counter_closes_at(show).value_or(show.starts_at);
    if (!wish.until) reader.fault("until", "must be a moment as in RFC 3339, like 2027-02-28T12:30:00Z");
    else if (*wish.until < request.now + std::chrono::minutes{1}) reader.fault("until", "must be a minute from now at least");
    else if (*wish.until > closes_at) reader.fault("until", "must not be later than six hours after the show begins");
  }
  wish.places = read_hold_wish(reader, faults, most_places);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return wish;
}

std::variant<LetGo, Answer> read_some(const Request& request, const Show& show) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const HoldWish wish = read_hold_wish(reader, faults, most_places);
  if (wish.best) faults.add("/best_available", "is not for what is released");
  const auto of = reader.integer("of", 1, 1'000'000);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  auto wrong = faults_of(wish, show);
  if (!wrong.empty()) return answer(WishIsWrong{std::move(wrong), false});
  LetGo command;
  command.places = wish.seat_nos;
  command.of = static_cast<std::uint32_t>(*of);
  for (const auto& [zone, quantity] : wish.standing) command.standing.emplace_back(*index_of(show, zone), quantity);
  return command;
}

// The group of the path, of a show that the caller may manage.
Task<std::optional<HouseGroup>> group_of(Api& api, Request& request, std::shared_ptr<const Show> show) {
  const auto id = parse_id_as<HoldId>(request.params[1]);
  if (!show || !id) co_return std::nullopt;
  co_return co_await find_house_group(api.app.pool, show->id, *id);
}

Task<Answer> let_go(Api& api, Request& request, std::shared_ptr<const Show> show, HoldId group, LetGo command) {
  command.id = group;
  command.by = request.caller->user;
  const auto outcome = co_await api.app.box_office.submit(show->id, std::move(command));
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

}  // namespace

Task<json::array> people_json(Api& api, std::set<UserId> people) {
  json::array list;
  for (const auto id : people) {
    const auto contact = co_await api.courier.users.contact(id);
    if (contact) list.push_back({{"id", id.text()}, {"name", contact->name}});
  }
  co_return list;
}

Task<Answer> list_house_seats(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  const auto groups = co_await house_groups(api.app.pool, show->id, request.now);
  const auto deeds = co_await house_deeds(api.app.pool, show->id, most_deeds);
  std::set<UserId> people;
  json::array group_list, history;
  for (const auto& group : groups) {
    people.insert(group.by);
    group_list.push_back(group_json(group, *show));
  }
  for (const auto& deed : deeds) {
    if (deed.by) people.insert(deed.by);
    history.push_back(deed_json(deed));
  }
  auto known = co_await people_json(api, std::move(people));
  co_return http::json_answer(http::to_text(
      json::object{{"groups", std::move(group_list)}, {"history", std::move(history)}, {"people", std::move(known)}}));
}

Task<Answer> keep_house_seats(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  auto read = read_keep(request, *show);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& wish = std::get<KeepWish>(read);
  Kept kept{std::move(wish.name), request.caller->user, wish.until};
  const auto outcome = co_await keep_seats(api.app, show->id, std::move(kept), std::move(wish.places), intent_of(request));
  if (const auto* granted = std::get_if<GrantedAt>(&outcome)) {
    const auto group = co_await find_house_group(api.app.pool, show->id, granted->hold.id);
    if (!group) throw std::runtime_error("house seats are not where they were written");
    co_return http::json_answer(http::to_text(group_json(*group, *show)), 201);
  }
  co_return refusal<GrantedAt>(outcome);
}

Task<Answer> let_house_seats_go(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  const auto group = co_await group_of(api, request, show);
  if (!group) co_return nothing_here();
  LetGo all;
  co_return co_await let_go(api, request, show, group->id, std::move(all));
}

Task<Answer> let_some_house_seats_go(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  const auto group = co_await group_of(api, request, show);
  if (!group) co_return nothing_here();
  auto read = read_some(request, *show);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto some = std::get<LetGo>(std::move(read));
  co_return co_await let_go(api, request, show, group->id, std::move(some));
}

}  // namespace gelora::booking
