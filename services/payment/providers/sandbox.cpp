#include "payment/providers/sandbox.hpp"

#include <boost/json.hpp>

#include "payment/domain/signature.hpp"
#include "payment/providers/json_words.hpp"

namespace gelora::payment {
namespace {

namespace json = boost::json;

Money money_of(const json::value& value) {
  return {value.at("amount_minor").to_number<std::int64_t>(), Currency::parse(text_of(value, "currency")).value()};
}

ProviderCapture read_capture(const json::value& value) {
  return {text_of(value, "id"), money_of(value), value.at("account").as_string() != "gelora"};
}

ProviderRefund read_refund(const json::value& value) {
  using State = ProviderRefund::State;
  const auto state = text_of(value, "state");
  return {state == "succeeded" ? State::succeeded
          : state == "failed"  ? State::failed
                               : State::pending,
          parse_id(text_of(value, "key")).value_or(0), text_of(value, "id"), text_of(value, "capture_id"), money_of(value)};
}

ProviderDispute read_dispute(const json::value& value) {
  using State = ProviderDispute::State;
  const auto state = text_of(value, "state");
  return {state == "won"    ? State::won
          : state == "lost" ? State::lost
                            : State::open,
          text_of(value, "id"), text_of(value, "capture_id"), money_of(value)};
}

SessionState read_state(const std::string& body) {
  const json::value value = json::parse(body);
  SessionState state;
  state.kind = value.at("status").as_string() == "open" ? SessionState::Kind::open : SessionState::Kind::closed;
  state.declined = value.at("declined").as_bool();
  for (const auto& one : value.at("captures").as_array()) state.captures.push_back(read_capture(one));
  for (const auto& one : value.at("refunds").as_array()) state.refunds.push_back(read_refund(one));
  for (const auto& one : value.at("disputes").as_array()) state.disputes.push_back(read_dispute(one));
  return state;
}

std::string with_microseconds(Instant at) {
  std::string text = to_rfc3339(at);
  text.insert(text.size() - 1, "." + std::to_string(1'000'000 + at.us % 1'000'000).substr(1));
  return text;
}

}  // namespace

Task<LineReply> Sandbox::send(http::Call call) {
  auto reply = co_await client_.send(std::move(call));
  co_return LineReply{std::move(reply)};
}

Task<http::Reply> Sandbox::ask(http::Call call) {
  call.headers.emplace_back("Authorization", "Bearer " + tokens_.issue("sandbox-bank", {}, clock_.now()));
  return line_.send(std::move(call));
}

Task<std::string> Sandbox::call(http::Call call) {
  auto reply = co_await ask(std::move(call));
  if (reply.status < 200 || reply.status >= 300)
    throw base::Unavailable("sandbox bank: status " + std::to_string(reply.status) + " " + reply.body);
  co_return std::move(reply.body);
}

Task<Session> Sandbox::open_session(SessionWish wish) {
  json::object body{{"reference", wish.payment.text()},        {"amount_minor", wish.amount.amount_minor},
                    {"currency", wish.amount.currency.text()}, {"description", wish.description},
                    {"return_url", wish.return_url},           {"expires_at", with_microseconds(wish.expires_at)}};
  if (!wish.method.empty()) body["method"] = wish.method;
  http::Call wanted;
  wanted.method = http::Verb::post;
  wanted.target = "/v1/sessions";
  wanted.body = json::serialize(body);
  wanted.traceparent = std::move(wish.traceparent);
  wanted.headers.emplace_back("Idempotency-Key", wish.payment.text());
  const auto reply = co_await ask(std::move(wanted));
  if (reply.status == 400 || reply.status == 422) throw SessionRefused("sandbox bank: " + reply.body);
  if (reply.status != 201) throw base::Unavailable("sandbox bank: status " + std::to_string(reply.status) + " " + reply.body);
  const json::value value = json::parse(reply.body);
  co_return Session{text_of(value, "id"), text_of(value, "checkout_url")};
}

Task<SessionState> Sandbox::look_up(std::string session_ref) {
  http::Call wanted;
  wanted.target = "/v1/sessions/" + session_ref;
  co_return read_state(co_await call(std::move(wanted)));
}

Task<SessionState> Sandbox::close_session(std::string session_ref) {
  http::Call wanted;
  wanted.method = http::Verb::post;
  wanted.target = "/v1/sessions/" + session_ref + "/close";
  wanted.body = "{}";
  co_return read_state(co_await call(std::move(wanted)));
}

Task<ProviderRefund> Sandbox::refund(RefundWish wish) {
  http::Call wanted;
  wanted.method = http::Verb::post;
  wanted.target = "/v1/captures/" + wish.capture_ref + "/refunds";
  wanted.body = json::serialize(json::object{{"amount_minor", wish.amount.amount_minor}, {"reason", wish.reason}});
  wanted.headers.emplace_back("Idempotency-Key", std::to_string(wish.key));
  const auto reply = co_await ask(std::move(wanted));
  const bool refused = reply.status == 404 || reply.status == 409 || reply.status == 422;
  if (refused) throw RefundRefused("sandbox bank: " + reply.body);
  if (reply.status != 201) throw base::Unavailable("sandbox bank: status " + std::to_string(reply.status));
  co_return read_refund(json::parse(reply.body));
}

Task<std::optional<SessionList>> Sandbox::list(Instant from, Instant to, std::string cursor) {
  http::Call wanted;
  wanted.target = "/v1/sessions?from=" + with_microseconds(from) + "&to=" + with_microseconds(to);
  if (!cursor.empty()) wanted.target += "&cursor=" + cursor;
  const auto reply = co_await call(std::move(wanted));
  const json::value value = json::parse(reply);
  SessionList list;
  for (const auto& one : value.at("items").as_array()) {
    ListedSession session{text_of(one, "id"), text_of(one, "reference"), {}};
    for (const auto& capture : one.at("captures").as_array()) session.captures.push_back(read_capture(capture));
    list.items.push_back(std::move(session));
  }
  if (const auto* next = value.at("next_cursor").if_string()) list.next_cursor = std::string{*next};
  co_return list;
}

ReadWebhook Sandbox::read_webhook(const WebhookDelivery& delivery) const {
  if (!verify_webhook(webhook_secret_, delivery.header("X-Sandbox-Signature"), delivery.body, delivery.now))
    return NotAuthentic{};
  boost::system::error_code error;
  const json::value value = json::parse(delivery.body, error);
  if (error || !value.is_object()) return NotANotice{};
  const auto *id = value.get_object().if_contains("id"), *session = value.get_object().if_contains("session_id");
  if (id == nullptr || !id->is_string() || session == nullptr || !session->is_string()) return NotANotice{};
  if (id->get_string().empty() || id->get_string().size() > 100 || session->get_string().size() > 128) return NotANotice{};
  return WebhookNotice{std::string{id->get_string()}, std::string{session->get_string()}, {}};
}

}  // namespace gelora::payment
