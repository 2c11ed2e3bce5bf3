// Organisers write their concerts. For owners and managers of the organisation; everybody else is told that there is nothing
// here.
#include <boost/json/serialize.hpp>

#include "booking/api/drafts.hpp"
#include "booking/api/problems.hpp"
#include "booking/storage/posters.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr http::ProblemType poster_unusable{422, "poster-unusable", "This picture cannot be used"};
constexpr std::size_t longest_slug = 90;  // an id may follow

// "Laut Senja — Tur Nusantara" is "laut-senja-tur-nusantara".
std::string slug_of(const ConcertDraft& concert) {
  std::string slug;
  for (const char c : folded(concert.artist + " " + concert.title)) {
    if (slug.size() == longest_slug) break;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) slug += c;
    else if (!slug.empty() && slug.back() != '-') slug += '-';
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  const bool letters = std::any_of(slug.begin(), slug.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters ? slug : "concert-" + concert.id.text();  // a number alone may be the id of another
}

json::object list_json(json::array items) { return {{"items", std::move(items)}, {"next_cursor", nullptr}}; }

Task<Answer> concert_answer(Api& api, Author author, ConcertId id, unsigned status) {
  const auto concert = co_await find_concert_draft(api.app.pool, author.organisation, id);
  if (!concert) co_return nothing_here();
  if (status == 412) co_return changed_meanwhile(concert_json(*concert), concert->version);
  co_return versioned(concert_json(*concert), concert->version, status);
}

Answer unusable(std::string_view reason, std::string detail) {
  return http::problem(poster_unusable, std::move(detail), {{"reason", reason}});
}

}  // namespace

Task<Answer> list_seating_plans(Api& api, Request& request) {
  const auto author = author_of(request);
  if (!author) co_return nothing_here();
  const auto plans = co_await list_plans(api.app.pool, author->organisation);
  json::array items;
  for (const auto& plan : plans) {
    const auto hall = co_await find_hall(api.app.pool, api.app.halls, plan.id);
    items.push_back(plan_json(plan, *hall));
  }
  co_return http::json_answer(http::to_text(list_json(std::move(items))));
}

Task<Answer> list_organisation_concerts(Api& api, Request& request) {
  const auto author = author_of(request);
  if (!author) co_return nothing_here();
  const auto concerts = co_await list_concert_drafts(api.app.pool, author->organisation);
  json::array items;
  for (const auto& one : concerts) items.push_back(concert_json(one));
  co_return http::json_answer(http::to_text(list_json(std::move(items))));
}

Task<Answer> create_organisation_concert(Api& api, Request& request) {
  const auto author = author_of(request);
  if (!author) co_return nothing_here();
  ConcertDraft fresh;
  fresh.description = R"({"id":"","en":""})";
  fresh.colours = R"(["#1b1464","#e84a5f","#ffd166"])";
  auto read = read_concert(request, std::move(fresh));
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& draft = std::get<ConcertDraft>(read);
  draft.id = api.app.ids.make<ConcertId>(request.now);
  draft.poster_seed = static_cast<std::uint32_t>(std::hash<ConcertId>{}(draft.id));
  draft.slug = slug_of(draft);
  co_await create_concert(api.app.pool, api.app.ids, *author, draft);
  co_return co_await concert_answer(api, *author, draft.id, 201);
}

Task<Answer> get_organisation_concert(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto id = parse_id_as<ConcertId>(request.params[1]);
  if (!author || !id) co_return nothing_here();
  co_return co_await concert_answer(api, *author, *id, 200);
}

Task<Answer> change_organisation_concert(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto id = parse_id_as<ConcertId>(request.params[1]);
  if (!author || !id) co_return nothing_here();
  auto known = co_await find_concert_draft(api.app.pool, author->organisation, *id);
  if (!known) co_return nothing_here();
  auto base = base_version(request);
  if (auto* refused = std::get_if<Answer>(&base)) co_return std::move(*refused);
  auto read = read_concert(request, std::move(*known));
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& draft = std::get<ConcertDraft>(read);
  if (draft.version != std::get<std::uint64_t>(base)) co_return co_await concert_answer(api, *author, *id, 412);
  const auto saved = co_await save_concert(api.app.pool, api.app.ids, *author, std::move(draft));
  if (saved == Saved::not_there) co_return nothing_here();
  const unsigned status = saved == Saved::saved ? 200 : 412;
  co_return co_await concert_answer(api, *author, *id, status);
}

Task<Answer> delete_organisation_concert(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto id = parse_id_as<ConcertId>(request.params[1]);
  if (!author || !id) co_return nothing_here();
  const auto removed = co_await delete_concert(api.app.pool, api.app.ids, *author, *id);
  co_return removed_answer(removed, was_published, "A show of it was published. What people may have seen or bought stays.");
}

Task<Answer> remove_poster(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto id = parse_id_as<ConcertId>(request.params[1]);
  if (!author || !id) co_return nothing_here();
  const bool mine = co_await set_poster(api.app.pool, api.app.ids, *author, *id, {});
  if (!mine) co_return nothing_here();
  co_return co_await concert_answer(api, *author, *id, 200);
}

Task<Answer> put_poster(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto id = parse_id_as<ConcertId>(request.params[1]);
  if (!author || !id) co_return nothing_here();
  const auto known = co_await find_concert_draft(api.app.pool, author->organisation, *id);
  if (!known) co_return nothing_here();
  auto keep = [folder = api.posters_dir, bytes = std::move(request.body)] { return keep_poster(folder, bytes); };
  const auto kept = co_await api.printing.for_person(author->user, std::move(keep));
  if (!kept) co_return http::too_many_requests(2);
  if (std::holds_alternative<images::Unknown>(*kept))
    co_return unusable("unknown", "It must be a whole JPEG, PNG or WebP picture.");
  if (std::holds_alternative<images::TooLarge>(*kept)) co_return unusable("too-large", "It may have at most 40 million pixels.");
  if (std::holds_alternative<images::TooSmall>(*kept)) co_return unusable("too-small", "It needs at least 16 pixels a side.");
  const bool mine = co_await set_poster(api.app.pool, api.app.ids, *author, *id, std::get<std::string>(*kept));
  if (!mine) co_return nothing_here();
  co_return co_await concert_answer(api, *author, *id, 200);
}

}  // namespace gelora::booking
