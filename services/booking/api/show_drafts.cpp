// Organisers write their shows, publish them, and give them other dates. For owners and managers of the organisation; everybody
// else is told that there is nothing here.
#include "booking/api/drafts.hpp"
#include "booking/api/problems.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr http::ProblemType not_ready{409, "not-ready", "Something is missing before this can be published"};
constexpr http::ProblemType places_taken{409, "places-taken", "Places are held or sold"};
constexpr http::ProblemType not_published{409, "not-published", "The show is not published"};

struct Found {
  Author author;
  ShowDraft show;
};

Task<std::optional<Found>> show_of(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto id = parse_id_as<ShowId>(request.params[1]);
  if (!author || !id) co_return std::nullopt;
  auto show = co_await find_show_draft(api.app.pool, author->organisation, *id);
  if (!show) co_return std::nullopt;
  co_return Found{*author, std::move(*show)};
}

Task<std::optional<json::object>> text_of(Api& api, Author author, ShowDraft show) {
  const auto concert = co_await find_concert_draft(api.app.pool, author.organisation, show.concert);
  const auto hall = co_await find_hall(api.app.pool, api.app.halls, show.terms.plan.id);
  if (!concert || !hall) co_return std::nullopt;
  co_return show_json(*concert, show, *hall, author.now);
}

Task<Answer> show_answer(Api& api, Author author, ShowId id, unsigned status) {
  auto show = co_await find_show_draft(api.app.pool, author.organisation, id);
  if (!show) co_return nothing_here();
  const std::uint64_t version = show->version;
  auto text = co_await text_of(api, author, std::move(*show));
  if (!text) co_return nothing_here();
  if (status == 412) co_return changed_meanwhile(std::move(*text), version);
  co_return versioned(*text, version, status);
}

Task<Answer> saved_answer(Api& api, Author author, ShowId id, Saved saved) {
  if (saved == Saved::not_there) co_return nothing_here();
  const unsigned status = saved == Saved::saved ? 200 : 412;
  co_return co_await show_answer(api, author, id, status);
}

Task<Answer> shows_answer(Api& api, Author author, std::vector<ShowDraft> shows, unsigned status) {
  json::array items;
  for (auto& show : shows) {
    auto text = co_await text_of(api, author, std::move(show));
    if (text) items.push_back(std::move(*text));
  }
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", nullptr}}), status);
}

Task<Answer> made_answer(Api& api, Author author, std::vector<ShowId> made) {
  if (made.empty()) co_return nothing_here();
  std::vector<ShowDraft> shows;
  for (const ShowId id : made) {
    auto show = co_await find_show_draft(api.app.pool, author.organisation, id);
    if (show) shows.push_back(std::move(*show));
  }
  co_return co_await shows_answer(api, author, std::move(shows), 201);
}

}  // namespace

Task<Answer> list_concert_shows(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto concert = parse_id_as<ConcertId>(request.params[1]);
  if (!author || !concert) co_return nothing_here();
  const auto mine = co_await find_concert_draft(api.app.pool, author->organisation, *concert);
  if (!mine) co_return nothing_here();
  auto shows = co_await list_show_drafts(api.app.pool, author->organisation, *concert);
  co_return co_await shows_answer(api, *author, std::move(shows), 200);
}

Task<Answer> create_concert_shows(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto concert = parse_id_as<ConcertId>(request.params[1]);
  if (!author || !concert) co_return nothing_here();
  const auto mine = co_await find_concert_draft(api.app.pool, author->organisation, *concert);
  if (!mine) co_return nothing_here();
  auto read = co_await read_new_shows(api, request, author->organisation);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& wish = std::get<ShowWish>(read);
  auto made = co_await create_shows(api.app.pool, api.app.ids, *author, *concert, std::move(wish.terms), std::move(wish.dates));
  co_return co_await made_answer(api, *author, std::move(made));
}

Task<Answer> get_organisation_show(Api& api, Request& request) {
  const auto found = co_await show_of(api, request);
  if (!found) co_return nothing_here();
  co_return co_await show_answer(api, found->author, found->show.id, 200);
}

Task<Answer> change_organisation_show(Api& api, Request& request) {
  auto found = co_await show_of(api, request);
  if (!found) co_return nothing_here();
  const Author author = found->author;
  auto base = base_version(request);
  if (auto* refused = std::get_if<Answer>(&base)) co_return std::move(*refused);
  auto read = co_await read_show_change(api, request, author.organisation, std::move(found->show));
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& draft = std::get<ShowDraft>(read);
  const ShowId id = draft.id;
  if (draft.version != std::get<std::uint64_t>(base)) co_return co_await show_answer(api, author, id, 412);
  const auto saved = co_await save_show(api.app.pool, api.app.ids, author, std::move(draft));
  co_return co_await saved_answer(api, author, id, saved);
}

Task<Answer> delete_organisation_show(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto id = parse_id_as<ShowId>(request.params[1]);
  if (!author || !id) co_return nothing_here();
  const auto removed = co_await delete_show(api.app.pool, api.app.ids, *author, *id);
  co_return removed_answer(removed, was_published, "Call it off instead. What people may have seen or bought stays.");
}

Task<Answer> copy_organisation_show(Api& api, Request& request) {
  auto found = co_await show_of(api, request);
  if (!found) co_return nothing_here();
  auto read = read_copies(request, found->show);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& wish = std::get<ShowWish>(read);
  found->show.terms = std::move(wish.terms);
  auto made = co_await copy_show(api.app.pool, api.app.ids, found->author, std::move(found->show), std::move(wish.dates));
  co_return co_await made_answer(api, found->author, std::move(made));
}

Task<Answer> publish_organisation_show(Api& api, Request& request) {
  const auto found = co_await show_of(api, request);
  if (!found) co_return nothing_here();
  const auto concert = co_await find_concert_draft(api.app.pool, found->author.organisation, found->show.concert);
  if (!concert) co_return nothing_here();
  json::array lacks;
  for (const auto name : missing(*concert, found->show, request.now)) lacks.emplace_back(name);
  if (!lacks.empty() && !found->show.published)
    co_return http::problem(not_ready, "See what is missing.", {{"missing", std::move(lacks)}});
  const bool done = co_await publish_show(api.app.pool, api.app.ids, found->author, found->show.id);
  if (!done) co_return nothing_here();
  co_return co_await show_answer(api, found->author, found->show.id, 200);
}

Task<Answer> withdraw_organisation_show(Api& api, Request& request) {
  const auto found = co_await show_of(api, request);
  if (!found) co_return nothing_here();
  const auto withdrawal = co_await withdraw_show(api.app.pool, api.app.ids, found->author, found->show.id);
  if (!withdrawal) co_return nothing_here();
  if (!withdrawal->done)
    co_return http::problem(places_taken, "Call the show off, or give it another date.", {{"taken", withdrawal->taken}});
  co_return co_await show_answer(api, found->author, found->show.id, 200);
}

Task<Answer> postpone_organisation_show(Api& api, Request& request) {
  auto found = co_await show_of(api, request);
  if (!found) co_return nothing_here();
  auto read = read_new_date(request, found->show);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  if (!found->show.published || found->show.state == ShowState::cancelled)
    co_return http::problem(not_published, "The date of a draft is changed with the draft; a show that is called off has none.");
  const ShowId id = found->show.id;
  const auto saved =
      co_await move_show(api.app.pool, api.app.ids, found->author, std::move(found->show), std::get<Instant>(read));
  co_return co_await saved_answer(api, found->author, id, saved);
}

}  // namespace gelora::booking
