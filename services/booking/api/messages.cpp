// Messages to buyers: written, looked at, tried, sent. For owners and managers of the show's organisation, and an admin;
// everybody else is told that there is nothing here.
#include "booking/app/messages.hpp"
#include "booking/api/drafts.hpp"
#include "booking/api/message_forms.hpp"
#include "booking/api/problems.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

struct Found {
  Author author;
  Message message;
  std::shared_ptr<const Show> show;
};

// What goes to the buyers of all shows is not for those who work for some only.
bool works_everywhere(const Request& request, std::uint64_t organisation) {
  return !request.caller->role_in(organisation).empty() || request.caller->has_role("admin");
}

std::optional<Answer> too_wide(const Request& request, const Show& show, const MessageContent& content) {
  if (!content.whole_concert || works_everywhere(request, show.organisation)) return std::nullopt;
  http::FieldFaults faults;
  faults.add("/whole_concert", "is for those who work for all shows");
  return faults.problem();
}

Task<std::optional<Found>> message_of(Api& api, Request& request) {
  const auto id = parse_id_as<MessageId>(request.params[0]);
  if (!id) co_return std::nullopt;
  auto message = co_await find_message(api.app.pool, *id);
  if (!message) co_return std::nullopt;
  const auto role = request.caller->role_at(message->organisation, message->show.value);
  const auto show = api.app.shows.find(message->show);
  const bool may = (role == "owner" || role == "manager" || request.caller->has_role("admin")) &&
                   (!message->content.whole_concert || works_everywhere(request, message->organisation));
  if (!may || show == api.app.shows.end()) co_return std::nullopt;
  co_return Found{{request.caller->user, message->organisation, request.now}, std::move(*message), show->second};
}

Task<Answer> message_answer(Api& api, MessageId id, unsigned status) {
  const auto message = co_await find_message(api.app.pool, id);
  if (!message) co_return nothing_here();
  if (status == 412) co_return changed_meanwhile(message_json(*message), message->version);
  co_return versioned(message_json(*message), message->version, status);
}

// What a version has to be before it can be tried or sent: whole.
std::optional<Answer> unfinished(const Message& message) {
  http::FieldFaults faults;
  for (const auto pointer : empty_fields(message.content.words)) faults.add(std::string{pointer}, "must not be empty");
  if (faults.none()) return std::nullopt;
  return faults.problem();
}

// Whole, and in the parts that a page shows in a design of its own.
json::object letter_json(const Letter& letter) {
  json::array facts;
  for (const auto& one : letter.facts) facts.push_back({{"label", one.label}, {"value", one.value}});
  return {{"subject", letter.subject}, {"html", to_html(letter)},
          {"text", to_text(letter)},   {"paragraphs", json::array(letter.paragraphs.begin(), letter.paragraphs.end())},
          {"colour", letter.band},     {"show", letter.show},
          {"when", letter.when},       {"where", letter.where},
          {"facts", std::move(facts)}, {"button", letter.button},
          {"after", letter.after}};
}

// Any status but 200 and 201 is told by what went wrong.
Task<Answer> change_answer(Api& api, MessageId id, MessageChange change, unsigned status) {
  if (change == MessageChange::not_there) co_return nothing_here();
  if (change == MessageChange::stale) co_return co_await message_answer(api, id, 412);
  if (change == MessageChange::not_now) {
    const auto message = co_await find_message(api.app.pool, id);
    if (!message) co_return nothing_here();
    co_return wrong_status_of_message(name_of(message->status));
  }
  co_return co_await message_answer(api, id, status);
}

Task<Answer> turn(Api& api, Request& request, MessageStatus to) {
  const auto found = co_await message_of(api, request);
  if (!found) co_return nothing_here();
  const auto change = co_await turn_message(api.app.pool, api.app.ids, found->author, found->message.id, to);
  co_return co_await change_answer(api, found->message.id, change, 200);
}

}  // namespace

Task<Answer> list_messages(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  const auto page = page_of(request);
  if (const auto* refused = std::get_if<Answer>(&page)) co_return *refused;
  const auto& wish = std::get<PageWish>(page);
  const auto messages = co_await list_messages(api.app.pool, show->id, wish.cursor, wish.limit + 1);
  co_return page_answer(messages, wish.limit, message_json);
}

Task<Answer> create_message(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  auto read = read_message(request, *show);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  const Author author = author_for(request, *show);
  auto& content = std::get<MessageContent>(read);
  if (auto wide = too_wide(request, *show, content)) co_return std::move(*wide);
  const auto id = co_await create_message(api.app.pool, api.app.ids, author, show->id, std::move(content));
  co_return co_await message_answer(api, id, 201);
}

Task<Answer> count_audience(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  auto read = read_audience(request, *show);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& content = std::get<MessageContent>(read);
  if (auto wide = too_wide(request, *show, content)) co_return std::move(*wide);
  const auto bookings = co_await audience_of(api.app, api.courier.users, show->id, std::move(content));
  co_return http::json_answer(http::to_text(json::object{{"recipients", bookings.size()}}));
}

Task<Answer> get_message(Api& api, Request& request) {
  const auto found = co_await message_of(api, request);
  if (!found) co_return nothing_here();
  co_return versioned(message_json(found->message), found->message.version);
}

Task<Answer> save_message(Api& api, Request& request) {
  const auto found = co_await message_of(api, request);
  if (!found) co_return nothing_here();
  auto base = base_version(request);
  if (auto* refused = std::get_if<Answer>(&base)) co_return std::move(*refused);
  auto read = read_message(request, *found->show);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& content = std::get<MessageContent>(read);
  if (auto wide = too_wide(request, *found->show, content)) co_return std::move(*wide);
  const auto change = co_await save_message(api.app.pool, api.app.ids, found->author, found->message.id,
                                            std::get<std::uint64_t>(base), std::move(content));
  co_return co_await change_answer(api, found->message.id, change, 200);
}

Task<Answer> delete_message(Api& api, Request& request) {
  const auto found = co_await message_of(api, request);
  if (!found) co_return nothing_here();
  const auto change = co_await delete_message(api.app.pool, api.app.ids, found->author, found->message.id);
  if (change == MessageChange::done) co_return http::no_content();
  co_return co_await change_answer(api, found->message.id, change, 200);
}

Task<Answer> preview_message(Api& api, Request& request) {
  const auto found = co_await message_of(api, request);
  if (!found) co_return nothing_here();
  const auto preview = co_await preview_message(api.app, api.courier, found->message);
  co_return http::json_answer(http::to_text(json::object{{"id", letter_json(preview.id)}, {"en", letter_json(preview.en)}}));
}

Task<Answer> test_message(Api& api, Request& request) {
  const auto found = co_await message_of(api, request);
  if (!found) co_return nothing_here();
  if (auto refused = unfinished(found->message)) co_return std::move(*refused);
  const auto outcome = co_await send_test(api.app, api.courier, found->author, found->message);
  if (const auto* change = std::get_if<MessageChange>(&outcome))
    co_return co_await change_answer(api, found->message.id, *change, 200);
  if (std::holds_alternative<NoAddress>(outcome)) co_return nothing_here();
  co_return http::json_answer(http::to_text(json::object{{"sent_to", std::get<TestSent>(outcome).to}}), 202);
}

Task<Answer> send_message(Api& api, Request& request) {
  const auto found = co_await message_of(api, request);
  if (!found) co_return nothing_here();
  auto base = base_version(request);
  if (auto* refused = std::get_if<Answer>(&base)) co_return std::move(*refused);
  if (found->message.version != std::get<std::uint64_t>(base)) co_return co_await message_answer(api, found->message.id, 412);
  if (auto refused = unfinished(found->message)) co_return std::move(*refused);
  const auto outcome = co_await send_message(api.app, api.courier, found->author, found->message, api.messages);
  if (std::holds_alternative<Begun>(outcome)) co_return co_await message_answer(api, found->message.id, 202);
  if (const auto* change = std::get_if<MessageChange>(&outcome))
    co_return co_await change_answer(api, found->message.id, *change, 200);
  if (std::holds_alternative<NotTested>(outcome)) co_return answer(NotTested{});
  if (std::holds_alternative<NobodyToTell>(outcome)) co_return answer(NobodyToTell{});
  const Duration left = std::get<SentTooOften>(outcome).again_at - request.now;
  co_return http::too_many_requests(static_cast<int>(left.count() / 1'000'000) + 1);
}

Task<Answer> pause_message(Api& api, Request& request) { return turn(api, request, MessageStatus::paused); }
Task<Answer> resume_message(Api& api, Request& request) { return turn(api, request, MessageStatus::sending); }
Task<Answer> cancel_message(Api& api, Request& request) { return turn(api, request, MessageStatus::cancelled); }

}  // namespace gelora::booking
