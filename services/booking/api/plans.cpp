// Organisers draw seating plans. Documents are read and checked beside the loop: one of 50,000 seats keeps nobody's hold waiting.
// For owners and managers of the organisation; everybody else is told that there is nothing here.
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "booking/api/drafts.hpp"
#include "booking/api/problems.hpp"
#include "booking/app/plan_document.hpp"
#include "booking/storage/plans.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr http::ProblemType plan_has_faults{422, "plan-has-faults", "The plan has faults"};
constexpr http::ProblemType plan_in_use{409, "plan-in-use", "A show is in this plan"};
// What is drawn on first: 60 by 45 metres in decimetres, and a stage.
constexpr std::string_view empty_document =
    R"(,"width":600,"height":450,"stage":{"label":"Panggung","points":[[240,20],[360,20],[360,50],[240,50]]},"zones":[],"sections":[]})";

struct Found {
  Author author;
  PlanDraft plan;
};

Task<std::optional<Found>> plan_of(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto id = parse_id_as<PlanDraftId>(request.params[1]);
  if (!author || !id) co_return std::nullopt;
  auto plan = co_await find_plan_draft(api.app.pool, author->organisation, *id);
  if (!plan) co_return std::nullopt;
  co_return Found{*author, std::move(*plan)};
}

json::object summary_json(const PlanDraft& plan) {
  return {{"id", plan.id.text()},
          {"name", plan.name},
          {"venue", venue_json(plan.venue)},
          {"places", plan.places},
          {"faults", json::parse(plan.faults)},
          {"versions", plan.versions},
          {"published", plan.published},
          {"version", plan.version},
          {"updated_at", to_rfc3339(plan.updated_at)}};
}

Task<Answer> plan_answer(Api& api, Author author, PlanDraftId id, unsigned status) {
  const auto plan = co_await find_plan_draft(api.app.pool, author.organisation, id);
  if (!plan) co_return nothing_here();
  if (status == 412) co_return changed_meanwhile(summary_json(*plan), plan->version);
  co_return versioned(summary_json(*plan), plan->version, status);
}

Task<Answer> saved_answer(Api& api, Author author, PlanDraftId id, Saved saved, unsigned status) {
  if (saved == Saved::not_there) co_return nothing_here();
  const unsigned told = saved == Saved::saved ? status : 412;
  co_return co_await plan_answer(api, author, id, told);
}

json::array faults_json(const std::vector<PlanFault>& faults) {
  json::array out;
  for (const auto& fault : faults) out.push_back({{"pointer", fault.pointer}, {"code", fault.code}, {"message", fault.message}});
  return out;
}

Answer faulty(const std::vector<PlanFault>& faults) {
  const std::string count = faults.size() == 1 ? "One fault was" : std::to_string(faults.size()) + " faults were";
  return http::problem(plan_has_faults, count + " found. Nothing was saved.", {{"errors", faults_json(faults)}});
}

enum class Wish { save, import };

// A draft may be unfinished, but not unreadable; an import is whole.
std::variant<PlanContent, Answer> judge(const Request& request, Wish wish) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  const bool foreign = wish == Wish::import && is_pretix_plan(body.object());
  const ReadPlan read = foreign ? read_pretix_plan(body.object()) : read_plan(body.object());
  const auto faults = faults_of(read);
  if (!read.unreadable.empty() || (wish == Wish::import && !faults.empty())) return faulty(faults);
  std::string document = foreign ? json::serialize(to_document(read.plan)) : request.body;
  return PlanContent{read.plan.name.substr(0, 200), std::move(document), json::serialize(faults_json(faults)),
                     static_cast<std::uint64_t>(places_of(read.plan))};
}

// What becomes a version: the plan alone, without what only the editor knows.
std::variant<PlanContent, Answer> finished(const std::string& document) {
  const ReadPlan read = read_plan(json::parse(document).as_object());
  const auto faults = faults_of(read);
  if (!faults.empty()) return faulty(faults);
  std::string plan = json::serialize(to_document(read.plan));
  build_hall(PlanId{1}, plan);  // throws when a show could not be in it
  return PlanContent{read.plan.name, std::move(plan), "[]", static_cast<std::uint64_t>(places_of(read.plan))};
}

// In `document`, which was read before, as pretix has it.
std::string in_pretix_format(const std::string& document) {
  return json::serialize(to_pretix_document(read_plan(json::parse(document).as_object()).plan));
}

// {"name"} or {"name", "venue_id"}
struct PlanWish {
  std::string name;
  VenueId venue;
};
std::variant<PlanWish, Answer> read_wish(const Request& request, bool with_venue) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  PlanWish wish;
  if (auto name = reader.text("name", 1, 200)) wish.name = std::move(*name);
  if (with_venue) wish.venue = {reader.id("venue_id").value_or(0)};
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return wish;
}

Answer no_such_venue(std::string pointer) {
  http::FieldFaults faults;
  faults.add(std::move(pointer), "there is no such venue");
  return faults.problem();
}

std::string named(const std::string& document, const std::string& name) {
  auto plan = json::parse(document);
  plan.as_object()["name"] = name;
  return json::serialize(plan);
}

}  // namespace

Task<Answer> list_organisation_plans(Api& api, Request& request) {
  const auto author = author_of(request);
  if (!author) co_return nothing_here();
  const auto plans = co_await list_plan_drafts(api.app.pool, author->organisation);
  json::array items;
  for (const auto& plan : plans) items.push_back(summary_json(plan));
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", nullptr}}));
}

Task<Answer> create_organisation_plan(Api& api, Request& request) {
  const auto author = author_of(request);
  if (!author) co_return nothing_here();
  auto read = read_wish(request, true);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  const auto& wish = std::get<PlanWish>(read);
  std::string document = "{\"name\":" + json::serialize(json::value(wish.name)) + std::string{empty_document};
  const auto faults = faults_of(read_plan(json::parse(document).as_object()));
  PlanContent content{wish.name, std::move(document), json::serialize(faults_json(faults))};
  const auto id = co_await create_plan(api.app.pool, api.app.ids, *author, wish.venue, std::move(content));
  if (!id) co_return no_such_venue("/venue_id");
  co_return co_await plan_answer(api, *author, *id, 201);
}

Task<Answer> import_organisation_plan(Api& api, Request& request) {
  const auto author = author_of(request);
  if (!author) co_return nothing_here();
  const auto venue = parse_id_as<VenueId>(request.query_value("venue_id").value_or(""));
  if (!venue) co_return no_such_venue("/query/venue_id");
  auto work = [&request] { return judge(request, Wish::import); };
  auto judged = co_await api.printing.for_person(author->user, std::move(work));
  if (!judged) co_return http::too_many_requests(1);
  if (auto* refused = std::get_if<Answer>(&*judged)) co_return std::move(*refused);
  auto& content = std::get<PlanContent>(*judged);
  const auto id = co_await create_plan(api.app.pool, api.app.ids, *author, *venue, std::move(content));
  if (!id) co_return no_such_venue("/query/venue_id");
  co_return co_await plan_answer(api, *author, *id, 201);
}

Task<Answer> get_organisation_plan(Api& api, Request& request) {
  const auto found = co_await plan_of(api, request);
  if (!found) co_return nothing_here();
  const auto published = co_await list_plan_versions(api.app.pool, found->plan.id);
  json::array versions;
  for (const auto& one : published) {
    versions.push_back(
        {{"id", one.id.text()}, {"number", one.number}, {"places", one.places}, {"published_at", to_rfc3339(one.published_at)}});
  }
  auto body = summary_json(found->plan);
  body["history"] = std::move(versions);
  co_return versioned(body, found->plan.version);
}

Task<Answer> delete_organisation_plan(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto id = parse_id_as<PlanDraftId>(request.params[1]);
  if (!author || !id) co_return nothing_here();
  const auto removed = co_await delete_plan(api.app.pool, api.app.ids, *author, *id);
  co_return removed_answer(removed, plan_in_use, "Shows stay in the version that they were made with.");
}

Task<Answer> get_plan_document(Api& api, Request& request) {
  const auto found = co_await plan_of(api, request);
  if (!found) co_return nothing_here();
  const auto format = request.query_value("format").value_or("gelora");
  if (format != "gelora" && format != "pretix") {
    http::FieldFaults faults;
    faults.add("/query/format", "must be gelora or pretix");
    co_return faults.problem();
  }
  auto document = co_await plan_document(api.app.pool, found->author.organisation, found->plan.id);
  if (document.empty()) co_return nothing_here();
  if (format == "pretix") {
    auto work = [&document] { return in_pretix_format(document); };
    auto other = co_await api.printing.for_person(found->author.user, std::move(work));
    if (!other) co_return http::too_many_requests(1);
    document = std::move(*other);
  }
  Answer answer = http::json_answer(std::move(document));
  answer.headers.emplace_back("ETag", '"' + std::to_string(found->plan.version) + '"');
  answer.headers.emplace_back("Cache-Control", "no-store");
  co_return answer;
}

Task<Answer> save_organisation_plan(Api& api, Request& request) {
  const auto found = co_await plan_of(api, request);
  if (!found) co_return nothing_here();
  auto base = base_version(request);
  if (auto* refused = std::get_if<Answer>(&base)) co_return std::move(*refused);
  const std::uint64_t version = std::get<std::uint64_t>(base);
  if (found->plan.version != version) co_return co_await plan_answer(api, found->author, found->plan.id, 412);
  auto work = [&request] { return judge(request, Wish::save); };
  auto judged = co_await api.printing.for_person(found->author.user, std::move(work));
  if (!judged) co_return http::too_many_requests(1);
  if (auto* refused = std::get_if<Answer>(&*judged)) co_return std::move(*refused);
  auto& content = std::get<PlanContent>(*judged);
  const auto saved = co_await save_plan(api.app.pool, api.app.ids, found->author, found->plan.id, version, std::move(content));
  co_return co_await saved_answer(api, found->author, found->plan.id, saved, 200);
}

Task<Answer> publish_organisation_plan(Api& api, Request& request) {
  const auto found = co_await plan_of(api, request);
  if (!found) co_return nothing_here();
  auto base = base_version(request);
  if (auto* refused = std::get_if<Answer>(&base)) co_return std::move(*refused);
  const std::uint64_t version = std::get<std::uint64_t>(base);
  if (found->plan.version != version) co_return co_await plan_answer(api, found->author, found->plan.id, 412);
  const auto document = co_await plan_document(api.app.pool, found->author.organisation, found->plan.id);
  if (document.empty()) co_return nothing_here();
  auto work = [&document] { return finished(document); };
  auto judged = co_await api.printing.for_person(found->author.user, std::move(work));
  if (!judged) co_return http::too_many_requests(1);
  if (auto* refused = std::get_if<Answer>(&*judged)) co_return std::move(*refused);
  auto& content = std::get<PlanContent>(*judged);
  const auto saved = co_await publish_plan(api.app.pool, api.app.ids, found->author, found->plan.id, version, std::move(content));
  co_return co_await saved_answer(api, found->author, found->plan.id, saved, 201);
}

Task<Answer> copy_organisation_plan(Api& api, Request& request) {
  const auto found = co_await plan_of(api, request);
  if (!found) co_return nothing_here();
  auto read = read_wish(request, false);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  const auto& wish = std::get<PlanWish>(read);
  const auto document = co_await plan_document(api.app.pool, found->author.organisation, found->plan.id);
  if (document.empty()) co_return nothing_here();
  auto work = [&document, &wish] { return named(document, wish.name); };
  auto copy = co_await api.printing.for_person(found->author.user, std::move(work));
  if (!copy) co_return http::too_many_requests(1);
  PlanContent content{wish.name, std::move(*copy), found->plan.faults, found->plan.places};
  const auto id = co_await create_plan(api.app.pool, api.app.ids, found->author, found->plan.venue.id, std::move(content));
  if (!id) co_return nothing_here();
  co_return co_await plan_answer(api, found->author, *id, 201);
}

}  // namespace gelora::booking
