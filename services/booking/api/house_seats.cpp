// House seats: places of a show that its organisation keeps for somebody, for its owners and managers, and an admin.
#include "booking/storage/house_seats.hpp"

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

json::object group_json(const HouseGroup& group, const Show& show) {
  const auto& layout = show.hall->layout;
  json::array numbered, standing;
  std::map<seats::ZoneIndex, std::uint32_t> of_zone;
  for (const auto place : group.places) {
    if (place >= layout.seat_count()) ++of_zone[layout.zone_of(place)];
    else
      numbered.push_back(
          {{"seat_no", place}, {"label", show.hall->full_label(place)}, {"zone_id", show.zone_of(place).id.text()}});
  }
  for (const auto& [zone, quantity] : of_zone)
    standing.push_back({{"zone_id", show.zones[zone].id.text()}, {"zone", show.hall->zones[zone].name}, {"quantity", quantity}});
  return {{"id", group.id.text()},      {"name", group.kept_for},       {"by", group.by.text()},
          {"at", to_rfc3339(group.at)}, {"seats", std::move(numbered)}, {"standing", std::move(standing)}};
}

json::object deed_json(const Deed& deed) {
  json::object out = json::parse(deed.detail).as_object();
  out["at"] = to_rfc3339(deed.at);
  out["what"] = deed.kind == JournalKind::kept ? "kept" : "let_go";
  out["by"] = deed.by.text();
  out["group_id"] = deed.hold.text();
  return out;
}

// Who they are, where their accounts still are.
Task<json::array> people_json(Api& api, std::set<UserId> people) {
  json::array list;
  for (const auto id : people) {
    const auto contact = co_await api.courier.users.contact(id);
    if (contact) list.push_back({{"id", id.text()}, {"name", contact->name}});
  }
  co_return list;
}

struct KeepWish {
  std::string name;
  HoldWish places;
};

std::variant<KeepWish, Answer> read_keep(const Request& request) {
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

Task<Answer> list_house_seats(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  const auto groups = co_await house_groups(api.app.pool, show->id);
  const auto deeds = co_await house_deeds(api.app.pool, show->id, most_deeds);
  std::set<UserId> people;
  json::array group_list, history;
  for (const auto& group : groups) {
    people.insert(group.by);
    group_list.push_back(group_json(group, *show));
  }
  for (const auto& deed : deeds) {
    people.insert(deed.by);
    history.push_back(deed_json(deed));
  }
  auto known = co_await people_json(api, std::move(people));
  co_return http::json_answer(http::to_text(
      json::object{{"groups", std::move(group_list)}, {"history", std::move(history)}, {"people", std::move(known)}}));
}

Task<Answer> keep_house_seats(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  auto read = read_keep(request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& wish = std::get<KeepWish>(read);
  Kept kept{std::move(wish.name), request.caller->user};
  const auto outcome = co_await keep_seats(api.app, show->id, std::move(kept), std::move(wish.places), intent_of(request));
  if (const auto* granted = std::get_if<GrantedAt>(&outcome)) {
    const auto group = co_await find_house_group(api.app.pool, show->id, granted->hold.id);
    if (!group) throw std::runtime_error("house seats are not where they were written");
    co_return http::json_answer(http::to_text(group_json(*group, *show)), 201);
  }
  co_return std::visit(
      [](const auto& one) -> Answer {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, GrantedAt>) return nothing_here();
        else return answer(one);
      },
      outcome);
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
