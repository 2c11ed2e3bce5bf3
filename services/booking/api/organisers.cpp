#include <boost/json/array.hpp>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

boost::json::object to_json(const Pages::Listed& one) {
  return {{"id", one.show->id.text()},
          {"concert_id", one.concert->id.text()},
          {"title", one.concert->title},
          {"artist", one.concert->artist},
          {"venue", one.venue->name},
          {"timezone", one.venue->timezone},
          {"starts_at", to_rfc3339(one.show->starts_at)},
          {"status", name_of(one.status)},
          {"capacity", one.show->capacity()},
          {"free", std::min(one.free, one.show->capacity())}};  // which is known a moment earlier
}

}  // namespace

// For whoever has a role in the organisation, those in which they have it; all for an admin.
Task<Answer> list_organisation_shows(Api& api, Request& request) {
  const auto id = parse_id(request.params[0]);
  const auto& caller = *request.caller;
  const bool admin = caller.has_role("admin");
  if (!id || (caller.work_for(*id) == nullptr && !admin)) co_return nothing_here();
  boost::json::array items;
  for (const auto& one : api.pages.shows_of(*id)) {
    if (admin || !caller.role_at(*id, one.show->id.value).empty()) items.push_back(to_json(one));
  }
  co_return http::json_answer(http::to_text(boost::json::object{{"items", std::move(items)}, {"next_cursor", nullptr}}));
}

}  // namespace gelora::booking
