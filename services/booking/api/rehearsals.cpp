// The rehearsal of a sale, for a show's owners and managers, before it is published as well; for an admin, once it is.
#include <boost/json/array.hpp>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "booking/rehearsal/rehearsal.hpp"
#include "booking/storage/seat_log.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

constexpr std::int64_t most_fans = 100'000;

// Who comes, what is tried of the show's settings, and how fast the machine is.
struct RehearsalWish {
  Crowd crowd;
  Show show;
  Machine machine;
};

void read_settings(http::ObjectReader reader, Show& show, http::FieldFaults& faults) {
  if (const auto hold = reader.optional_integer("hold_ttl_s", 60, 3'600)) show.hold_ttl = std::chrono::seconds{*hold};
  if (const auto most = reader.optional_integer("max_tickets_per_user", 1, 100))
    show.max_tickets = static_cast<std::uint32_t>(*most);
  if (reader.is_null("waiting_room")) {
    show.room.reset();
  } else if (reader.has("waiting_room")) {
    if (const auto* object = reader.object("waiting_room")) {
      http::ObjectReader room(*object, reader.pointer_of("waiting_room"), faults);
      WaitingRoomRules rules;
      rules.shoppers = static_cast<std::uint32_t>(room.integer("shoppers", 1, 1'000'000).value_or(1));
      rules.turn = std::chrono::seconds{room.optional_integer("turn_s", 60, 3'600).value_or(600)};
      rules.gathers = 1h;
      room.unknown_members();
      show.room = rules;
    }
  }
  reader.unknown_members();
}

// As an answer told it, so that two rehearsals differ by what was set alone.
void read_machine(http::ObjectReader reader, CommitPace::Line& pace) {
  pace.measured = reader.optional_boolean("measured").value_or(true);
  pace.per_commit = Duration{reader.integer("commit_us", 1, 10'000'000).value_or(1)};
  pace.per_row = Duration{reader.integer("row_us", 0, 1'000'000).value_or(0)};
  reader.unknown_members();
}

std::variant<RehearsalWish, Answer> read_wish(const Request& request, const Show& show, const CommitPace::Line& pace) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  RehearsalWish wish{{}, show, {pace}};
  wish.crowd.fans = static_cast<std::uint32_t>(reader.integer("fans", 1, most_fans).value_or(1));
  wish.crowd.within = std::chrono::seconds{reader.optional_integer("within_s", 60, 21'600).value_or(1'800)};
  wish.crowd.paying = static_cast<std::uint32_t>(reader.optional_integer("paying_percent", 1, 100).value_or(90));
  wish.crowd.seed = static_cast<std::uint64_t>(reader.optional_integer("seed", 0, INT32_MAX).value_or(1));
  if (reader.has("settings")) {
    if (const auto* settings = reader.object("settings"))
      read_settings(http::ObjectReader(*settings, reader.pointer_of("settings"), faults), wish.show, faults);
  }
  if (reader.has("machine")) {
    if (const auto* machine = reader.object("machine"))
      read_machine(http::ObjectReader(*machine, reader.pointer_of("machine"), faults), wish.machine.pace);
  }
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return wish;
}

json::value room_json(const Show& show) {
  if (!show.has_room()) return nullptr;
  return json::object{{"shoppers", show.room->shoppers}, {"turn_s", show.room->turn / 1s}};
}

double milliseconds(Duration duration) { return static_cast<double>(duration.count() / 10) / 100; }

json::object rehearsal_json(const RehearsalWish& wish, const Rehearsal& found) {
  json::array moments, advice;
  for (const auto& moment : found.moments)
    moments.push_back(json::object{{"at_s", moment.at / 1s},
                                   {"free", moment.free},
                                   {"held", moment.held},
                                   {"sold", moment.sold},
                                   {"waiting", moment.waiting}});
  for (const auto& one : advice_on(wish.show, wish.crowd, found))
    advice.push_back(json::object{{"about", name_of(one.about)}, {"number", one.number}});
  json::value nearly_gone = nullptr, sold_out = nullptr, queue = nullptr;
  if (found.nearly_gone) nearly_gone = *found.nearly_gone / 1s;
  if (found.sold_out) sold_out = *found.sold_out / 1s;
  if (wish.show.has_room())
    queue = json::object{
        {"longest", found.longest_queue}, {"wait_median_s", found.wait_median / 1s}, {"wait_p95_s", found.wait_p95 / 1s}};
  return {{"show_id", wish.show.id.text()},
          {"crowd",
           {{"fans", wish.crowd.fans},
            {"within_s", wish.crowd.within / 1s},
            {"paying_percent", wish.crowd.paying},
            {"seed", wish.crowd.seed}}},
          {"settings",
           {{"waiting_room", room_json(wish.show)},
            {"hold_ttl_s", wish.show.hold_ttl / 1s},
            {"max_tickets_per_user", wish.show.max_tickets}}},
          {"machine",
           {{"measured", wish.machine.pace.measured},
            {"commit_us", wish.machine.pace.per_commit.count()},
            {"row_us", wish.machine.pace.per_row.count()}}},
          {"places", found.places},
          {"fans",
           {{"served", found.served},
            {"found_none", found.found_none},
            {"not_called", found.not_called},
            {"missed_turn", found.missed_turn},
            {"changed_mind", found.changed_mind}}},
          {"tickets", found.tickets},
          {"takings", to_json(Money{found.takings_minor, wish.show.currency})},
          {"nearly_gone_s", std::move(nearly_gone)},
          {"sold_out_s", std::move(sold_out)},
          {"lasted_s", found.lasted / 1s},
          {"holds", found.holds},
          {"holds_a_second", found.holds_a_second},
          {"clashes", found.clashes},
          {"places_lapsed", found.places_lapsed},
          {"answer_ms", {{"median", milliseconds(found.answer_median)}, {"p99", milliseconds(found.answer_p99)}}},
          {"queue", std::move(queue)},
          {"moments", std::move(moments)},
          {"advice", std::move(advice)}};
}

}  // namespace

Task<Answer> create_rehearsal(Api& api, Request& request) {
  const bool on_sale = managed_show(api, request) != nullptr;
  const auto show = co_await managed_show_or_draft(api, request);
  if (!show) co_return nothing_here();
  auto read = read_wish(request, *show, api.app.box_office.pace().line());
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  if (show->state == ShowState::cancelled) co_return answer(SaleClosed{});
  const auto turn = api.printing.turn_to_rehearse(request.caller->user);
  if (!turn) co_return http::too_many_requests(5);
  std::vector<seats::SeatNo> taken;
  if (on_sale) {
    const auto claims = co_await read_claims(api.app.pool, show->id);
    for (const auto& claim : claims) taken.push_back(claim.place);
  }
  auto work = [wish = std::move(std::get<RehearsalWish>(read)), taken = std::move(taken)] {
    return http::to_text(rehearsal_json(wish, rehearse(wish.show, taken, wish.crowd, wish.machine)));
  };
  std::string text = co_await api.printing.rehearse(std::move(work));
  co_return http::json_answer(std::move(text));
}

}  // namespace gelora::booking
