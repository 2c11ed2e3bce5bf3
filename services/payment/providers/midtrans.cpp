#include "payment/providers/midtrans.hpp"

#include <boost/json.hpp>

#include "base/encoding.hpp"
#include "payment/domain/shortened.hpp"
#include "payment/providers/midtrans_words.hpp"

namespace gelora::payment {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

constexpr unsigned threads = 16;
constexpr auto deadline = 9s;
constexpr std::size_t longest_name = 50;  // of an item

Line::Limits limits() {
  Line::Limits limits;
  limits.in_flight = threads;
  return limits;
}

json::array payments_of(std::string_view method) {
  if (method == "qris") return {"other_qris"};
  if (method == "virtual_account") return {"bca_va", "bni_va", "bri_va", "permata_va", "cimb_va", "echannel", "other_va"};
  if (method == "ewallet") return {"gopay", "shopeepay"};
  return {"credit_card"};
}

// "2026-11-22 12:00:00 +0000"
std::string start_time(Instant at) {
  std::string text = to_rfc3339(at);
  text[10] = ' ';
  text.replace(19, 1, " +0000");
  return text;
}

// Whole minutes that end when the session does. It depends on nothing but the wish, so that asking again asks the same.
json::object expiry_of(const SessionWish& wish) {
  const Duration lasts = std::max<Duration>(wish.expires_at - time_of(wish.payment), 1min);
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(lasts);
  return {{"start_time", start_time(wish.expires_at - minutes)}, {"unit", "minute"}, {"duration", minutes.count()}};
}

// Snap's answer is final: what was sent is not taken. 401, 403 and 408 are of the key and of the line.
bool is_refusal(const http::Reply& reply) {
  return reply.status >= 400 && reply.status < 500 && reply.status != 401 && reply.status != 403 && reply.status != 408 &&
         reply.status != 429;
}

json::value parsed(const http::Reply& reply) {
  boost::system::error_code error;
  json::value value = json::parse(reply.body, error);
  if (error || !value.is_object()) throw base::Unavailable("midtrans: status " + std::to_string(reply.status) + ", not JSON");
  const auto code = midtrans_code(value);
  if (code >= 500 || code == 401 || code == 429 || reply.status == 401)
    throw base::Unavailable("midtrans: " + reply.body.substr(0, 300));
  return value;
}

}  // namespace

Midtrans::Midtrans(loop::Loop& loop, MidtransSettings settings, const Clock& clock)
    : settings_(std::move(settings)),
      authorization_("Basic "),
      api_(settings_.api_url, threads),
      snap_(settings_.snap_url, threads),
      api_line_(
          loop, "midtrans", [this](http::Call call) { return api_.send(std::move(call)); }, clock, limits()),
      snap_line_(
          loop, "midtrans snap", [this](http::Call call) { return snap_.send(std::move(call)); }, clock, limits()) {
  append_base64(authorization_, as_bytes(settings_.server_key + ":"));
}

Task<json::value> Midtrans::status(std::string order) {
  http::Call call;
  call.target = "/v2/" + order + "/status";
  call.deadline = deadline;
  call.headers = {{"Authorization", authorization_}, {"Accept", "application/json"}};
  const auto reply = co_await api_line_.send(std::move(call));
  co_return parsed(reply);
}

Task<json::value> Midtrans::act(std::string order, std::string action, std::string body) {
  http::Call call;
  call.method = http::Verb::post;
  call.target = "/v2/" + order + "/" + action;
  call.body = std::move(body);
  call.deadline = deadline;
  call.headers = {{"Authorization", authorization_}, {"Accept", "application/json"}};
  const auto reply = co_await api_line_.send(std::move(call));
  co_return parsed(reply);
}

Task<Session> Midtrans::open_session(SessionWish wish) {
  if (wish.amount.currency != Currency{}) throw SessionRefused("midtrans takes rupiah only");
  const std::string order = wish.payment.text();
  json::array items;
  items.push_back({{"id", order},
                   {"price", wish.amount.amount_minor},
                   {"quantity", 1},
                   {"name", shortened(wish.description.empty() ? order : wish.description, longest_name)}});
  json::object body;
  body["transaction_details"] = {{"order_id", order}, {"gross_amount", wish.amount.amount_minor}};
  body["item_details"] = std::move(items);
  body["expiry"] = expiry_of(wish);
  body["callbacks"] = {{"finish", wish.return_url}};
  body["custom_field1"] = order;
  if (!wish.method.empty()) body["enabled_payments"] = payments_of(wish.method);
  http::Call call;
  call.method = http::Verb::post;
  call.target = "/snap/v1/transactions";
  call.body = json::serialize(body);
  call.deadline = deadline;
  call.headers = {{"Authorization", authorization_}, {"Accept", "application/json"}, {"Idempotency-Key", order}};
  const auto reply = co_await snap_line_.send(std::move(call));
  // The order is there, its page's address was in an answer that was lost and is told once only: nobody can pay it.
  if (reply.status == 400 && reply.body.find("order_id") != std::string::npos) co_return Session{order, ""};
  if (is_refusal(reply)) throw SessionRefused("midtrans: " + reply.body.substr(0, 300));
  if (reply.status != 201)
    throw base::Unavailable("midtrans: status " + std::to_string(reply.status) + " " + reply.body.substr(0, 300));
  const json::value made = parsed(reply);
  co_return Session{order, std::string{made.at("redirect_url").as_string()}};
}

Task<SessionState> Midtrans::look_up(std::string session_ref) {
  const json::value now = co_await status(std::move(session_ref));
  co_return read_midtrans_status(now, settings_.merchant_id);
}

// An order that nobody chose a way to pay for cannot be expired (404): the end that was set when it was made is then its end.
Task<SessionState> Midtrans::close_session(std::string session_ref) {
  const json::value before = co_await status(session_ref);
  const std::string action = is_challenged(before) ? "cancel" : "expire";
  co_await act(session_ref, action, "{}");
  SessionState state = co_await look_up(std::move(session_ref));
  state.kind = SessionState::Kind::closed;
  co_return state;
}

Task<ProviderRefund> Midtrans::refund(RefundWish wish) {
  const std::string body = json::serialize(
      json::object{{"refund_key", std::to_string(wish.key)}, {"amount", wish.amount.amount_minor}, {"reason", wish.reason}});
  const json::value answer = co_await act(wish.session_ref, "refund", body);
  const json::value now = co_await status(wish.session_ref);
  const SessionState state = read_midtrans_status(now, settings_.merchant_id);
  for (const auto& one : state.refunds) {
    if (one.key == wish.key) co_return one;
  }
  const std::string what = "midtrans: " + json::serialize(answer).substr(0, 300);
  const auto code = midtrans_code(answer);
  if (midtrans_refund_is_refused(code, now.at("transaction_status").as_string())) throw RefundRefused(what);
  throw base::Unavailable(what);
}

Task<std::optional<SessionList>> Midtrans::list(Instant, Instant, std::string) { co_return std::nullopt; }

ReadWebhook Midtrans::read_webhook(const WebhookDelivery& delivery) const {
  return read_midtrans_notice(delivery.body, settings_.server_key);
}

}  // namespace gelora::payment
