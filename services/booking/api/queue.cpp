// The waiting room of a show: who enters, where they stand, how far it is; and what its organiser sets.
#include <sodium.h>

#include "base/encoding.hpp"
#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "booking/storage/waiting_rooms.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

constexpr http::ProblemType queue_not_open{409, "queue-not-open", "The waiting room is not open yet"};
constexpr std::int64_t most_shoppers = 1'000'000;

std::optional<ShowId> known_show(const Api& api, const Request& request) {
  const auto id = parse_id_as<ShowId>(request.params[0]);
  return id && api.app.shows.contains(*id) ? id : std::nullopt;
}

json::value time_json(Instant at) {
  if (at == Instant{}) return nullptr;
  return json::string(to_rfc3339(at));
}

Answer answer_of(ShowId show, const InRoom& in) {
  const RoomPlace& place = in.place;
  json::value entry = nullptr, number = nullptr;
  if (place.state != RoomState::none) entry = json::string(to_hex(place.mark));
  if (place.number > 0) number = place.number;
  Answer answer = http::json_answer(http::to_text(json::object{{"show_id", show.text()},
                                                               {"state", name_of(place.state)},
                                                               {"entry", std::move(entry)},
                                                               {"number", std::move(number)},
                                                               {"joined_at", time_json(place.joined_at)},
                                                               {"turn_ends_at", time_json(place.turn_ends_at)}}),
                                    in.entered ? 201 : 200);
  answer.headers.emplace_back("Cache-Control", "private, no-store");
  return answer;
}
Answer answer_of(ShowId, const RoomNotOpen& early) {
  return http::problem(queue_not_open, "One may enter from " + to_rfc3339(early.gathers_at) + ".",
                       {{"gathers_at", to_rfc3339(early.gathers_at)}});
}
Answer answer_of(ShowId, const SaleClosed& closed) { return answer(closed); }
Answer answer_of(ShowId, const CoolingDown& cooling) { return answer(cooling); }
Answer answer_of(ShowId, const NoRoom&) { return nothing_here(); }

std::variant<WaitingRoomRules, Answer> read_room(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  WaitingRoomRules rules;
  rules.shoppers = static_cast<std::uint32_t>(reader.integer("shoppers", 1, most_shoppers).value_or(0));
  rules.turn = std::chrono::seconds{reader.optional_integer("turn_s", 60, 3'600).value_or(600)};
  rules.gathers = std::chrono::seconds{reader.optional_integer("gathers_s", 60, 86'400).value_or(3'600)};
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  randombytes_buf(rules.seed.data(), rules.seed.size());
  return rules;
}

// As the database has it.
Task<Answer> room_answer(Api& api, std::shared_ptr<const Show> show) {
  const auto rules = co_await find_waiting_room(api.app.pool, show->id, show->organisation);
  if (!rules) co_return nothing_here();
  const auto progress = co_await room_progress(api.app.pool, show->id);
  json::value settings = nullptr, per_minute = nullptr;
  if (rules->shoppers > 0)
    settings = json::object{{"shoppers", rules->shoppers}, {"turn_s", rules->turn / 1s}, {"gathers_s", rules->gathers / 1s}};
  if (const auto rate = called_per_minute(progress.calls, api.app.clock.now())) per_minute = *rate;
  const std::uint32_t admitted = progress.calls.empty() ? 0 : progress.calls.front().through;
  co_return http::json_answer(http::to_text(json::object{{"show_id", show->id.text()},
                                                         {"settings", std::move(settings)},
                                                         {"arrived", progress.arrived},
                                                         {"waiting", progress.arrived - std::min(admitted, progress.arrived)},
                                                         {"admitted", admitted},
                                                         {"per_minute", std::move(per_minute)}}));
}

Answer found_or_nothing(const http::PreparedSet* set, const Request& request) {
  return set == nullptr ? nothing_here() : http::choose(*set, request);
}

}  // namespace

Answer get_queue(Api& api, Request& request) {
  const auto id = parse_id_as<ShowId>(request.params[0]);
  return found_or_nothing(id ? api.queues.queue(*id) : nullptr, request);
}

Answer get_queue_draw(Api& api, Request& request) {
  const auto id = parse_id_as<ShowId>(request.params[0]);
  return found_or_nothing(id ? api.queues.draw(*id) : nullptr, request);
}

Task<Answer> join_queue(Api& api, Request& request) {
  const auto show = known_show(api, request);
  if (!show) co_return nothing_here();
  EnterRoom command{request.caller->user};
  randombytes_buf(command.mark.data(), command.mark.size());
  const auto outcome = co_await api.app.box_office.submit(*show, command);
  co_return std::visit([&show](const auto& one) -> Answer { return answer_of(*show, one); }, outcome);
}

Task<Answer> get_my_queue_entry(Api& api, Request& request) {
  const auto show = known_show(api, request);
  if (!show) co_return nothing_here();
  const LookIntoRoom command{request.caller->user};
  const auto outcome = co_await api.app.box_office.submit(*show, command);
  co_return std::visit([&show](const auto& one) -> Answer { return answer_of(*show, one); }, outcome);
}

Task<Answer> leave_queue(Api& api, Request& request) {
  const auto show = known_show(api, request);
  if (!show) co_return nothing_here();
  const LeaveRoom command{request.caller->user};
  co_await api.app.box_office.submit(*show, command);
  co_return http::no_content();
}

Task<Answer> get_waiting_room(Api& api, Request& request) {
  const auto show = co_await managed_show_or_draft(api, request);
  if (!show) co_return nothing_here();
  co_return co_await room_answer(api, show);
}

Task<Answer> put_waiting_room(Api& api, Request& request) {
  const auto show = co_await managed_show_or_draft(api, request);
  if (!show) co_return nothing_here();
  auto read = read_room(request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  const bool mine = co_await set_waiting_room(api.app.pool, api.app.ids, author_for(request, *show), show->id,
                                              std::get<WaitingRoomRules>(read));
  if (!mine) co_return nothing_here();
  co_return co_await room_answer(api, show);
}

Task<Answer> delete_waiting_room(Api& api, Request& request) {
  const auto show = co_await managed_show_or_draft(api, request);
  if (!show) co_return nothing_here();
  const bool mine = co_await remove_waiting_room(api.app.pool, api.app.ids, author_for(request, *show), show->id);
  co_return mine ? http::no_content() : nothing_here();
}

}  // namespace gelora::booking
