#include "payment/providers/sandbox.hpp"

#include <boost/json.hpp>

#include "payment/domain/signature.hpp"

namespace gelora::payment {
namespace {

namespace json = boost::json;

std::string text_of(const json::value& value, const char* name) { return std::string{value.at(name).as_string()}; }

SessionState read_state(const std::string& body) {
  const json::value value = json::parse(body);
  SessionState state;
  state.kind = value.at("status").as_string() == "open" ? SessionState::Kind::open : SessionState::Kind::closed;
  for (const auto& one : value.at("captures").as_array()) {
    state.captures.push_back(
        {text_of(one, "id"),
         {one.at("amount_minor").to_number<std::int64_t>(), Currency::parse(text_of(one, "currency")).value()}});
  }
  return state;
}

}  // namespace

Task<std::string> Sandbox::call(http::Verb method, std::string target, std::string body, std::uint64_t idempotency_key,
                                std::string traceparent) {
  http::Call call;
  call.method = method;
  call.target = std::move(target);
  call.body = std::move(body);
  call.traceparent = std::move(traceparent);
  call.headers.emplace_back("Authorization", "Bearer " + tokens_.issue("sandbox-bank", {}, clock_.now()));
  if (idempotency_key != 0) call.headers.emplace_back("Idempotency-Key", std::to_string(idempotency_key));
  auto reply = co_await client_.send(std::move(call));
  if (reply.status < 200 || reply.status >= 300)
    throw base::Unavailable("sandbox bank: status " + std::to_string(reply.status) + " " + reply.body);
  co_return std::move(reply.body);
}

Task<Session> Sandbox::open_session(SessionWish wish) {
  const std::string body =
      json::serialize(json::object{{"reference", wish.payment.text()},
                                   {"amount_minor", wish.amount.amount_minor},
                                   {"currency", wish.amount.currency.text()},
                                   {"description", wish.description},
                                   {"return_url", wish.return_url},
                                   {"expires_at", to_rfc3339(wish.expires_at + std::chrono::milliseconds{999})}});
  const auto reply = co_await call(http::Verb::post, "/v1/sessions", body, wish.payment.value, wish.traceparent);
  const json::value value = json::parse(reply);
  co_return Session{text_of(value, "id"), text_of(value, "checkout_url")};
}

Task<SessionState> Sandbox::look_up(std::string session_ref) {
  co_return read_state(co_await call(http::Verb::get, "/v1/sessions/" + session_ref, "", 0));
}

Task<SessionState> Sandbox::close_session(std::string session_ref) {
  co_return read_state(co_await call(http::Verb::post, "/v1/sessions/" + session_ref + "/close", "{}", 0));
}

Task<> Sandbox::refund(std::string capture_ref, std::uint64_t idempotency_key) {
  co_await call(http::Verb::post, "/v1/captures/" + capture_ref + "/refund", "{}", idempotency_key);
}

ReadWebhook Sandbox::read_webhook(const WebhookDelivery& delivery) const {
  if (!verify_webhook(webhook_secret_, delivery.signature, delivery.body, delivery.now)) return NotAuthentic{};
  boost::system::error_code error;
  const json::value value = json::parse(delivery.body, error);
  if (error || !value.is_object()) return NotANotice{};
  const auto *id = value.get_object().if_contains("id"), *session = value.get_object().if_contains("session_id");
  if (id == nullptr || !id->is_string() || session == nullptr || !session->is_string()) return NotANotice{};
  const auto event_id = parse_id(std::string_view{id->get_string()});
  if (!event_id || session->get_string().size() > 128) return NotANotice{};
  return WebhookNotice{*event_id, std::string{session->get_string()}};
}

}  // namespace gelora::payment
