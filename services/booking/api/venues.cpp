// Venues that a plan can be drawn for: everybody's, and those of the organisation.
#include "booking/api/drafts.hpp"
#include "booking/api/problems.hpp"
#include "booking/storage/plans.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr std::string_view time_zones[] = {"Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"};

std::variant<VenueText, Answer> read_venue(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  VenueText venue;
  const auto words = [&reader](const char* name, std::size_t most, std::string& value) {
    if (auto read = reader.text(name, 1, most)) value = std::move(*read);
  };
  words("name", 200, venue.name);
  words("city", 100, venue.city);
  words("address", 300, venue.address);
  words("timezone", 64, venue.timezone);
  const bool known = std::find(std::begin(time_zones), std::end(time_zones), venue.timezone) != std::end(time_zones);
  if (!known && !venue.timezone.empty())
    reader.fault("timezone", "must be Asia/Jakarta, Asia/Pontianak, Asia/Makassar or Asia/Jayapura");
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return venue;
}

}  // namespace

Task<Answer> list_organisation_venues(Api& api, Request& request) {
  const auto author = author_of(request);
  if (!author) co_return nothing_here();
  const auto venues = co_await list_venues(api.app.pool, author->organisation);
  json::array items;
  for (const auto& venue : venues) {
    auto item = venue_json(venue.text);
    item["own"] = venue.own;
    items.push_back(std::move(item));
  }
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", nullptr}}));
}

Task<Answer> create_organisation_venue(Api& api, Request& request) {
  const auto author = author_of(request);
  if (!author) co_return nothing_here();
  auto read = read_venue(request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& venue = std::get<VenueText>(read);
  venue.id = co_await create_venue(api.app.pool, api.app.ids, *author, venue);
  co_return http::json_answer(http::to_text(venue_json(venue)), 201);
}

Task<Answer> change_organisation_venue(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto id = parse_id_as<VenueId>(request.params[1]);
  if (!author || !id) co_return nothing_here();
  auto read = read_venue(request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& venue = std::get<VenueText>(read);
  venue.id = *id;
  const auto saved = co_await save_venue(api.app.pool, api.app.ids, *author, venue);
  if (saved == VenueSaved::not_there) co_return nothing_here();
  if (saved == VenueSaved::would_move_shows) {
    http::FieldFaults faults;
    faults.add("/timezone", "stays: shows are planned there");
    co_return faults.problem();
  }
  co_return http::json_answer(http::to_text(venue_json(venue)));
}

}  // namespace gelora::booking
