// Webhooks of an organisation: where its programs are told what happens. For its owners and managers, and their programs;
// everybody else is told that there is nothing here.
#include <sodium.h>

#include "booking/api/drafts.hpp"
#include "booking/api/problems.hpp"
#include "booking/storage/webhooks.hpp"
#include "http/outward.hpp"
#include "http/public_address.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr std::size_t most_webhooks = 10;
constexpr std::size_t longest_url = 500;

constexpr http::ProblemType too_many_webhooks{409, "too-many-webhooks", "This organisation has as many webhooks as it may"};

struct Found {
  Author author;
  Webhook webhook;
};
Task<std::optional<Found>> webhook_of(Api& api, Request& request) {
  const auto author = author_of(request);
  const auto id = parse_id_as<WebhookId>(request.params[1]);
  if (!author || !id) co_return std::nullopt;
  auto webhook = co_await find_webhook(api.app.pool, author->organisation, *id);
  if (!webhook) co_return std::nullopt;
  co_return Found{*author, std::move(*webhook)};
}

std::string new_secret() {
  std::array<std::uint8_t, 32> random{};
  randombytes_buf(random.data(), random.size());
  return webhook_secret(random);
}

json::value time_json(std::optional<Instant> at) {
  if (!at) return nullptr;
  return json::value(to_rfc3339(*at));
}

json::object webhook_json(const Webhook& webhook) {
  json::array events;
  for (const auto one : webhook_events) {
    if (("," + webhook.events + ",").find("," + std::string{one} + ",") != std::string::npos) events.emplace_back(one);
  }
  return {{"id", webhook.id.text()},
          {"url", webhook.url},
          {"events", std::move(events)},
          {"status", name_of(webhook.status)},
          {"failing_since", time_json(webhook.failing_since)},
          {"created_at", to_rfc3339(webhook.created_at)}};
}

json::object delivery_json(const Delivery& delivery) {
  json::value next = nullptr, status = nullptr, fault = nullptr;
  if (delivery.status == DeliveryStatus::waiting) next = to_rfc3339(delivery.next_attempt);
  if (delivery.http_status != 0) status = delivery.http_status;
  if (!delivery.fault.empty()) fault = delivery.fault;
  return {{"id", delivery.id.text()},
          {"type", delivery.type},
          {"status", name_of(delivery.status)},
          {"attempts", delivery.attempts},
          {"created_at", to_rfc3339(delivery.created_at)},
          {"tried_at", time_json(delivery.tried_at)},
          {"next_attempt_at", std::move(next)},
          {"took_ms", delivery.took_ms},
          {"http_status", std::move(status)},
          {"fault", std::move(fault)},
          {"answer", delivery.answer},
          {"body", delivery.body}};
}

// Names are looked up, and their addresses checked, whenever they are called; a number can be told now.
void check_url(http::ObjectReader& reader, const std::string& url, bool allow_private) {
  const auto target = http::parse_outward(url, allow_private);
  if (!target) return reader.fault("url", "must be an https:// address");
  boost::system::error_code no_number;
  const auto address = boost::asio::ip::make_address(target->host, no_number);
  if (!no_number && !allow_private && !http::is_public(address)) reader.fault("url", "is not a public address");
}

void read_events(http::ObjectReader& reader, http::FieldFaults& faults, Webhook& webhook) {
  const auto* list = reader.array("events", 1, std::size(webhook_events));
  if (list == nullptr) return;
  webhook.events.clear();
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string name{(*list)[i].is_string() ? std::string_view{(*list)[i].get_string()} : std::string_view{}};
    if (!is_webhook_event(name)) faults.add("/events/" + std::to_string(i), "is no event");
    webhook.events += (i > 0 ? "," : "") + name;
  }
}

// What the body does not say stays, if it may be left away.
std::variant<Webhook, Answer> read_webhook(const Api& api, const Request& request, Webhook known, bool fresh) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  if (fresh || reader.has("url")) {
    if (auto url = reader.text("url", 1, longest_url)) {
      check_url(reader, *url, api.webhooks_to_private);
      known.url = std::move(*url);
    }
  }
  if (fresh || reader.has("events")) {
    if (!reader.has("events")) reader.fault("events", "is missing");
    else read_events(reader, faults, known);
  }
  if (!fresh && reader.has("status")) {
    const auto status = reader.text("status", 1, 10).value_or("");
    if (status == "on") known.status = WebhookStatus::on;
    else if (status == "off") known.status = WebhookStatus::off;
    else reader.fault("status", "must be on or off");
  }
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return known;
}

Task<Answer> webhook_answer(Api& api, Author author, WebhookId id, unsigned status, std::string secret) {
  const auto webhook = co_await find_webhook(api.app.pool, author.organisation, id);
  if (!webhook) co_return nothing_here();
  auto body = webhook_json(*webhook);
  if (!secret.empty()) body["secret"] = secret;
  Answer answer = http::json_answer(http::to_text(body), status);
  answer.headers.emplace_back("Cache-Control", "no-store");
  co_return answer;
}

Task<Answer> delivery_answer(Api& api, WebhookId webhook, DeliveryId id) {
  const auto delivery = co_await find_delivery(api.app.pool, webhook, id);
  if (!delivery) co_return nothing_here();
  co_return http::json_answer(http::to_text(delivery_json(*delivery)), 202);
}

}  // namespace

Task<Answer> list_organisation_webhooks(Api& api, Request& request) {
  const auto author = author_of(request);
  if (!author) co_return nothing_here();
  const auto webhooks = co_await list_webhooks(api.app.pool, author->organisation);
  json::array items;
  for (const auto& one : webhooks) items.push_back(webhook_json(one));
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", nullptr}}));
}

Task<Answer> create_organisation_webhook(Api& api, Request& request) {
  const auto author = author_of(request);
  if (!author) co_return nothing_here();
  auto read = read_webhook(api, request, {}, true);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& webhook = std::get<Webhook>(read);
  webhook.id = api.app.ids.make<WebhookId>(request.now);
  const auto secret = new_secret();
  webhook.secret = api.webhook_seals.seal(secret);
  const bool made = co_await create_webhook(api.app.pool, api.app.ids, *author, webhook, most_webhooks);
  if (!made) co_return http::problem(too_many_webhooks, "Delete one that is not needed any more.");
  co_return co_await webhook_answer(api, *author, webhook.id, 201, secret);
}

Task<Answer> get_organisation_webhook(Api& api, Request& request) {
  const auto found = co_await webhook_of(api, request);
  if (!found) co_return nothing_here();
  co_return co_await webhook_answer(api, found->author, found->webhook.id, 200, {});
}

Task<Answer> change_organisation_webhook(Api& api, Request& request) {
  const auto found = co_await webhook_of(api, request);
  if (!found) co_return nothing_here();
  auto read = read_webhook(api, request, found->webhook, false);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& webhook = std::get<Webhook>(read);
  const bool done = co_await change_webhook(api.app.pool, api.app.ids, found->author, std::move(webhook));
  if (!done) co_return nothing_here();
  co_return co_await webhook_answer(api, found->author, found->webhook.id, 200, {});
}

Task<Answer> delete_organisation_webhook(Api& api, Request& request) {
  const auto found = co_await webhook_of(api, request);
  if (!found) co_return nothing_here();
  const bool gone = co_await delete_webhook(api.app.pool, api.app.ids, found->author, found->webhook.id);
  co_return gone ? http::no_content() : nothing_here();
}

Task<Answer> replace_organisation_webhook_secret(Api& api, Request& request) {
  const auto found = co_await webhook_of(api, request);
  if (!found) co_return nothing_here();
  const auto secret = new_secret();
  const bool done = co_await replace_webhook_secret(api.app.pool, api.app.ids, found->author, found->webhook.id,
                                                    api.webhook_seals.seal(secret));
  if (!done) co_return nothing_here();
  co_return co_await webhook_answer(api, found->author, found->webhook.id, 201, secret);
}

Task<Answer> test_organisation_webhook(Api& api, Request& request) {
  const auto found = co_await webhook_of(api, request);
  if (!found) co_return nothing_here();
  if (const auto wait = api.webhook_tries.take(found->author.organisation, request.now)) co_return answer(AskedTooOften{*wait});
  std::string body = http::to_text(json::object{{"type", webhook_test_event},
                                                {"timestamp", to_rfc3339(request.now)},
                                                {"data", {{"webhook_id", found->webhook.id.text()}}}});
  const auto id = co_await put_test_delivery(api.app.pool, api.app.ids, found->webhook, std::move(body), request.now);
  co_return co_await delivery_answer(api, found->webhook.id, id);
}

Task<Answer> list_webhook_deliveries(Api& api, Request& request) {
  const auto found = co_await webhook_of(api, request);
  if (!found) co_return nothing_here();
  const auto page = page_of(request);
  if (const auto* refused = std::get_if<Answer>(&page)) co_return *refused;
  const auto& wish = std::get<PageWish>(page);
  const auto deliveries = co_await list_deliveries(api.app.pool, found->webhook.id, wish.cursor, wish.limit + 1);
  co_return page_answer(deliveries, wish.limit, delivery_json);
}

Task<Answer> replay_webhook_delivery(Api& api, Request& request) {
  const auto found = co_await webhook_of(api, request);
  const auto id = parse_id_as<DeliveryId>(request.params[2]);
  if (!found || !id) co_return nothing_here();
  if (const auto wait = api.webhook_tries.take(found->author.organisation, request.now)) co_return answer(AskedTooOften{*wait});
  const bool done = co_await replay_delivery(api.app.pool, found->webhook.id, *id, request.now);
  if (!done) co_return nothing_here();
  co_return co_await delivery_answer(api, found->webhook.id, *id);
}

}  // namespace gelora::booking
