#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "http/body.hpp"
#include "http/problem.hpp"
#include "payment/api/api.hpp"
#include "payment/api/json.hpp"
#include "payment/app/start_payment.hpp"
#include "payment/app/take_booking_event.hpp"
#include "payment/app/take_webhook.hpp"

namespace gelora::payment {
namespace {

namespace json = boost::json;
using http::problem;

constexpr http::ProblemType booking_not_payable{409, "booking-not-payable", "This booking cannot be paid"};
constexpr http::ProblemType webhook_not_authentic{400, "webhook-not-authentic", "The signature is not right"};

// A payment that was begun: as it was answered first, also when the answer is asked for again.
Answer answer(const PaymentRow& payment) {
  auto body = payment_json(payment);
  body["status"] = name_of(Status::pending);
  body["declined"] = false;
  return http::json_answer(http::to_text(body), 201);
}
Answer answer(const NoSuchBooking&) { return nothing_here(); }
Answer answer(const BookingNotPayable& no) {
  return problem(booking_not_payable, "It is " + no.status + ".", {{"booking_status", no.status}});
}
Answer answer(const NoSuchProvider&) {
  http::FieldFaults faults;
  faults.add("/provider", "is not offered here");
  return faults.problem();
}
Answer answer(const NoSuchMethod& no) {
  std::string offered;
  for (const auto& one : no.offered) offered += (offered.empty() ? "" : ", ") + one;
  http::FieldFaults faults;
  faults.add("/method", offered.empty() ? "this provider has no methods to choose from" : "must be one of " + offered);
  return faults.problem();
}
Answer answer(const CurrencyNotTaken&) {
  http::FieldFaults faults;
  faults.add("/provider", "does not take the currency of this booking");
  return faults.problem();
}
Answer answer(const ProviderRefuses&) {
  http::FieldFaults faults;
  faults.add("/provider", "does not take this payment");
  return faults.problem();
}
Answer answer(const KeyReused&) { return problem(http::idempotency_key_reused, "Use a new Idempotency-Key for a new request."); }
Answer answer(const WebhookTaken&) { return http::json_answer(R"({"status":"recorded"})"); }
Answer answer(const UnknownSession&) {
  Answer answer = http::json_answer(R"({"status":"recorded"})");
  answer.outcome = "unknown-session";
  return answer;
}
Answer answer(const NotAuthentic&) { return problem(webhook_not_authentic, "Nothing was changed."); }
Answer answer(const NotANotice&) { return problem(http::malformed_json, "The body is not a notice of this provider."); }
Answer answer(const KeyInFlight&) { return problem(http::idempotency_in_flight, "Ask again in a moment with the same key."); }

}  // namespace

Task<Answer> create_payment(Api& api, Request& request) {
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto booking = reader.id("booking_id");
  const auto provider = reader.text("provider", 1, 16);
  auto method = reader.optional_text("method", 1, 40);
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  StartPayment wish;
  wish.booking = {*booking};
  wish.user = request.caller->user;
  wish.provider = *provider;
  wish.method = method ? std::move(*method) : std::string{};
  wish.key_hash = blake2b_hex(request.caller->user.text() + " POST /api/payments " + std::string{request.idempotency_key()});
  wish.body_hash = blake2b_hex(request.body);
  wish.traceparent = request.trace.traceparent();
  const auto outcome = co_await start_payment(api.app, std::move(wish));
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> get_payment(Api& api, Request& request) {
  const auto id = parse_id_as<PaymentId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto payment = co_await find_payment(api.pool, *id, request.caller->user);
  if (!payment) co_return nothing_here();
  auto body = payment_json(*payment);
  json::array refunds;
  const auto given = co_await refunds_of_payment(api.pool, *id, request.caller->user);
  for (const auto& one : given) refunds.push_back(refund_json(one));
  body["refunds"] = std::move(refunds);
  co_return http::json_answer(http::to_text(body));
}

// What a buyer can choose from, in the order to be shown.
Answer list_payment_methods(Api& api, Request&) {
  json::array providers;
  for (const auto& [name, provider] : api.app.providers) {
    json::array methods;
    for (const auto& method : provider->methods()) methods.emplace_back(method);
    providers.push_back({{"provider", name}, {"methods", std::move(methods)}, {"test", provider->is_test()}});
  }
  return http::json_answer(http::to_text(json::object{{"items", std::move(providers)}}));
}

// For user-service on that person's behalf: what an export of their data holds. ?cursor= as in the public lists.
Task<Answer> list_payments_of_person(Api& api, Request& request) {
  const auto id = parse_id_as<UserId>(request.params[0]);
  const auto before = parse_id(request.query_value("cursor").value_or(std::to_string(INT64_MAX)));
  if (!id || !before || request.service->service != "user-service" || request.service->user != *id) co_return nothing_here();
  constexpr std::size_t page = 100;
  const auto rows = co_await payments_of_person(api.pool, *id, *before, page + 1);
  json::array items;
  for (std::size_t i = 0; i < rows.size() && i < page; ++i) {
    auto one = payment_json(rows[i]);
    one["description"] = rows[i].description;
    one["created_at"] = to_rfc3339(rows[i].created_at);
    items.push_back(std::move(one));
  }
  json::value next = nullptr;
  if (rows.size() > page) next = rows[page - 1].id.text();
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", std::move(next)}}));
}

// 200 only after it is stored.
Task<Answer> take_webhook(Api& api, Request& request) {
  const auto provider = api.app.providers.find(request.params[0]);
  if (provider == api.app.providers.end()) co_return nothing_here();
  const auto header = [&request](std::string_view name) { return request.header(name); };
  const auto outcome = co_await take_webhook(api.app, *provider->second, {header, request.body, request.now});
  Answer reply = std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
  const bool taken = reply.status == 200;
  if (!taken) api.refused_webhooks.Increment();
  co_return reply;
}

Task<Answer> take_event(Api& api, Request& request) {
  auto event = outbox::parse_event(request.body);
  if (!event) co_return problem(http::malformed_json, "The body is not an event.");
  if (request.service->service != "booking-service") co_return nothing_here();
  const bool taken = co_await take_booking_event(api.app, std::move(*event));
  if (!taken) co_return problem(http::malformed_json, "The event lacks something.");
  co_return http::no_content();
}

Answer healthz(Api&, Request&) { return http::json_answer(R"({"status":"alive"})"); }

Task<Answer> readyz(Api& api, Request&) {
  const bool database = co_await api.pool.answers();
  if (!database) co_return http::database_away(api.vitals.distrust());
  if (!api.ready) co_return http::not_ready("starting", "start");
  if (!api.vitals.takes_writes()) co_return http::not_ready("database-read-only", "database-writes");
  co_return http::ready(api.vitals.warnings());
}

Answer metrics(Api& api, Request&) { return http::metrics_text(api.metrics.text()); }

}  // namespace gelora::payment
