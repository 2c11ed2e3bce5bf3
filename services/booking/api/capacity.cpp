// How many places of a standing zone may be taken, for a show's owners and managers, and an admin. Of a show on sale its desk
// decides; a draft has no desk yet.
#include <boost/json/array.hpp>

#include "booking/api/api.hpp"
#include "booking/api/drafts.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr http::ProblemType capacity_below_sold{409, "capacity-below-sold", "More places are taken than that"};

struct CapacityWish {
  std::uint32_t capacity = 0, was = 0;
};

std::variant<CapacityWish, Answer> read_wish(const Request& request, std::uint32_t planned) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto capacity = reader.integer("capacity", 0, planned);
  const auto was = reader.integer("was", 0, planned);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return CapacityWish{static_cast<std::uint32_t>(*capacity), static_cast<std::uint32_t>(*was)};
}

json::object counts_json(const Show& show, std::size_t zone, const ZoneCounts& counts) {
  return {{"zone_id", show.zones[zone].id.text()},
          {"name", show.hall->zones[zone].name},
          {"colour", show.hall->zones[zone].colour},
          {"capacity", counts.capacity},
          {"plan_capacity", counts.plan_capacity},
          {"sold", counts.sold},
          {"held", counts.held},
          {"house", counts.house},
          {"free", counts.free}};
}

ZoneCounts all_free(const Show& draft, std::size_t zone, std::uint32_t capacity) {
  return {capacity, draft.hall->layout.zones[zone].capacity, 0, 0, 0, capacity};
}

struct Answering {
  const Show& show;
  std::size_t zone;

  Answer operator()(const CapacitySet& set) const { return http::json_answer(http::to_text(counts_json(show, zone, set.now))); }
  Answer operator()(const CapacityIsAnother& other) const { return changed_meanwhile(counts_json(show, zone, other.now)); }
  Answer operator()(const CapacityBelowSold& below) const {
    const auto& now = below.now;
    return http::problem(capacity_below_sold,
                         std::to_string(now.sold) + " are sold, " + std::to_string(now.held) + " held and " +
                             std::to_string(now.house) + " kept: " + std::to_string(now.taken()) + " is the lowest possible.",
                         {{"capacity", now.capacity}, {"sold", now.sold}, {"held", now.held}, {"house", now.house}});
  }
  Answer operator()(const seats::UnknownPlaces& unknown) const { return answer(unknown); }
};

Task<Answer> set_of_draft(Api& api, Request& request, std::shared_ptr<const Show> draft, std::size_t zone, CapacityWish wish) {
  const Author author{request.caller->user, draft->organisation, request.now};
  const auto done = co_await save_draft_capacity(api.app.pool, api.app.ids, author, draft, static_cast<seats::ZoneIndex>(zone),
                                                 wish.capacity, wish.was);
  if (done.saved == Saved::not_there) throw DeskElsewhere(draft->id);  // published in this moment
  const ZoneCounts now = all_free(*draft, zone, done.current);
  const Answering answering{*draft, zone};
  co_return done.saved == Saved::stale ? answering(CapacityIsAnother{now}) : answering(CapacitySet{now});
}

}  // namespace

Task<Answer> list_capacities(Api& api, Request& request) {
  const bool on_sale = managed_show(api, request) != nullptr;
  const auto show = co_await managed_show_or_draft(api, request);
  if (!show) co_return nothing_here();
  const Desk* desk = on_sale ? api.app.box_office.desk(show->id) : nullptr;
  if (on_sale && desk == nullptr) throw DeskElsewhere(show->id);
  json::array items;
  for (std::size_t i = 0; i < show->zones.size(); ++i) {
    if (!show->hall->layout.zones[i].standing) continue;
    const auto counts =
        desk == nullptr ? all_free(*show, i, show->capacity_of(i)) : desk->counts_of(static_cast<seats::ZoneIndex>(i));
    items.push_back(counts_json(*show, i, counts));
  }
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", nullptr}}));
}

Task<Answer> set_capacity(Api& api, Request& request) {
  const bool on_sale = managed_show(api, request) != nullptr;
  const auto show = co_await managed_show_or_draft(api, request);
  const auto id = parse_id_as<ZoneId>(request.params[1]);
  if (!show || !id) co_return nothing_here();
  const auto zone = index_of(*show, *id);
  if (!zone) co_return nothing_here();
  const auto& planned = show->hall->layout.zones[*zone];
  auto read = read_wish(request, planned.capacity);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  if (!planned.standing) {
    http::FieldFaults faults;
    faults.add("/capacity", "is of standing zones. This one is seated: keep house seats instead");
    co_return faults.problem();
  }
  const CapacityWish wish = std::get<CapacityWish>(read);
  const bool rolling = co_await one_sells_without_capacities(api.app.pool);
  if (rolling) throw base::Unavailable("an older release serves beside this one, and would sell without the capacity");
  if (!on_sale) co_return co_await set_of_draft(api, request, show, *zone, wish);
  const SetCapacity command{*zone, wish.capacity, wish.was, request.caller->user};
  const auto outcome = co_await api.app.box_office.submit(show->id, command);
  const Answering answering{*show, *zone};
  co_return std::visit(answering, outcome);
}

}  // namespace gelora::booking
