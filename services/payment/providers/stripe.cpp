#include "payment/providers/stripe.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include "payment/domain/provider_money.hpp"
#include "payment/domain/shortened.hpp"
#include "payment/domain/signature.hpp"
#include "payment/providers/stripe_words.hpp"

namespace gelora::payment {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

constexpr auto api_version = "2024-11-20.acacia";
constexpr unsigned threads = 24;
constexpr std::size_t longest_name = 250;  // of a product
constexpr auto deadline = 9s;
// A session may last 30 minutes to 24 hours from when Stripe makes it. The margin is for asking again after an unknown outcome:
// the same key needs the same parameters.
constexpr auto longer_than_pay_by = 60min;
constexpr auto longest = 24h - 5min;
constexpr Duration refunds_fail_within = std::chrono::days{30};

std::string encoded(std::string_view text) { return boost::urls::encode(text, boost::urls::unreserved_chars); }

std::string fault_of(const http::Reply& reply) {
  return "stripe: status " + std::to_string(reply.status) + " " + reply.body.substr(0, 500);
}

// The answer is final: asking again brings the same.
bool is_refusal(const http::Reply& reply) { return reply.status == 400 || reply.status == 402 || reply.status == 404; }

json::value parsed(const http::Reply& reply) {
  if (reply.status != 200) throw base::Unavailable(fault_of(reply));
  return json::parse(reply.body);
}

Line::Limits limits() {
  Line::Limits limits;
  limits.in_flight = threads;
  limits.conflicts_pass = true;
  return limits;
}

// By our id's own time, so that it is the same whenever it is asked.
std::int64_t expiry_of(const SessionWish& wish) {
  const Instant made = time_of(wish.payment);
  return std::min(std::max(wish.expires_at, made) + longer_than_pay_by, made + longest).us / 1'000'000;
}

}  // namespace

Stripe::Stripe(loop::Loop& loop, StripeSettings settings, const Clock& clock)
    : settings_(std::move(settings)),
      live_(settings_.key.starts_with("sk_live_") || settings_.key.starts_with("rk_live_")),
      outside_(settings_.url, threads),
      line_(
          loop, "stripe", [this](http::Call call) { return outside_.send(std::move(call)); }, clock, limits()) {}

Task<http::Reply> Stripe::get(std::string path) {
  http::Call call;
  call.target = "/v1" + path;
  call.deadline = deadline;
  call.headers = {{"Authorization", "Bearer " + settings_.key}, {"Stripe-Version", api_version}};
  return line_.send(std::move(call));
}

Task<http::Reply> Stripe::post(std::string path, Form form, std::string idempotency_key) {
  http::Call call;
  call.method = http::Verb::post;
  call.target = "/v1" + path;
  call.deadline = deadline;
  for (const auto& [name, value] : form) call.body += (call.body.empty() ? "" : "&") + encoded(name) + "=" + encoded(value);
  call.headers = {{"Authorization", "Bearer " + settings_.key},
                  {"Stripe-Version", api_version},
                  {"Content-Type", "application/x-www-form-urlencoded"}};
  if (!idempotency_key.empty()) call.headers.emplace_back("Idempotency-Key", std::move(idempotency_key));
  return line_.send(std::move(call));
}

Task<std::vector<json::value>> Stripe::all_of(std::string path) {
  std::vector<json::value> all;
  std::string after;
  for (;;) {
    const auto reply = co_await get(path + "&limit=100" + after);
    const json::value page = parsed(reply);
    for (const auto& one : page.at("data").as_array()) all.push_back(one);
    if (!page.at("has_more").as_bool() || page.at("data").as_array().empty()) co_return all;
    after = "&starting_after=" + encoded(std::string_view{all.back().at("id").as_string()});
  }
}

Task<Session> Stripe::open_session(SessionWish wish) {
  const auto amount = to_stripe_amount(wish.amount);
  if (!amount) throw SessionRefused("stripe does not take this amount");
  std::string currency{wish.amount.currency.text()};
  for (char& c : currency) c = static_cast<char>(c - 'A' + 'a');
  const std::string id = wish.payment.text();
  Form form;
  form.emplace_back("mode", "payment");
  form.emplace_back("client_reference_id", id);
  form.emplace_back("metadata[payment_id]", id);
  form.emplace_back("payment_intent_data[metadata][payment_id]", id);
  form.emplace_back("line_items[0][quantity]", "1");
  form.emplace_back("line_items[0][price_data][currency]", currency);
  form.emplace_back("line_items[0][price_data][unit_amount]", std::to_string(*amount));
  form.emplace_back("line_items[0][price_data][product_data][name]",
                    shortened(wish.description.empty() ? id : wish.description, longest_name));
  form.emplace_back("adaptive_pricing[enabled]", "false");  // what is asked for is what is paid
  form.emplace_back("expires_at", std::to_string(expiry_of(wish)));
  form.emplace_back("success_url", wish.return_url);
  form.emplace_back("cancel_url", wish.return_url);
  form.emplace_back("locale", "auto");
  if (!wish.method.empty()) form.emplace_back("payment_method_types[0]", wish.method);
  const auto reply = co_await post("/checkout/sessions", std::move(form), "payment-" + id);
  if (is_refusal(reply)) throw SessionRefused(fault_of(reply));
  const json::value session = parsed(reply);
  co_return Session{std::string{session.at("id").as_string()}, std::string{session.at("url").as_string()}};
}

Task<SessionState> Stripe::look_up(std::string session_ref) {
  const auto reply = co_await get("/checkout/sessions/" + encoded(session_ref) + "?expand%5B%5D=payment_intent");
  const json::value session = parsed(reply);
  SessionState state = read_stripe_session(session);
  const auto intent = stripe_payment_intent_of(session);
  if (intent.empty()) co_return state;
  const std::string of_intent = "?payment_intent=" + encoded(intent);
  const auto charges = co_await all_of("/charges" + of_intent);
  bool disputed = false;
  for (const auto& charge : charges) {
    const auto capture = read_stripe_charge(charge, live_);
    if (!capture) continue;
    state.captures.push_back(*capture);
    disputed = disputed || charge.at("disputed").as_bool();
  }
  if (state.captures.empty()) co_return state;
  const auto refunds = co_await all_of("/refunds" + of_intent);
  for (const auto& refund : refunds) state.refunds.push_back(read_stripe_refund(refund));
  if (!disputed) co_return state;
  const auto disputes = co_await all_of("/disputes" + of_intent);
  for (const auto& dispute : disputes) state.disputes.push_back(read_stripe_dispute(dispute));
  co_return state;
}

Task<SessionState> Stripe::close_session(std::string session_ref) {
  const std::string path = "/checkout/sessions/" + encoded(session_ref) + "/expire";
  Form nothing;
  const auto reply = co_await post(path, std::move(nothing), "");
  // 400: it is not open any more; looking tells what became of it
  if (reply.status != 200 && reply.status != 400) throw base::Unavailable(fault_of(reply));
  SessionState state = co_await look_up(std::move(session_ref));
  state.kind = SessionState::Kind::closed;
  co_return state;
}

Task<ProviderRefund> Stripe::refund(RefundWish wish) {
  const auto amount = to_stripe_amount(wish.amount);
  if (!amount) throw RefundRefused("stripe does not take this amount");
  const std::string id = std::to_string(wish.key);
  Form form;
  form.emplace_back("charge", wish.capture_ref);
  form.emplace_back("amount", std::to_string(*amount));
  form.emplace_back("reason", "requested_by_customer");
  form.emplace_back("metadata[refund_id]", id);
  form.emplace_back("metadata[payment_id]", wish.payment.text());
  if (!wish.reason.empty()) form.emplace_back("metadata[reason]", wish.reason);
  const auto reply = co_await post("/refunds", std::move(form), "refund-" + id);
  if (!is_refusal(reply)) co_return read_stripe_refund(parsed(reply));
  // Stripe forgets keys after a day: it may refuse what it did then
  const auto made = co_await all_of("/refunds?charge=" + encoded(wish.capture_ref));
  for (const auto& one : made) {
    auto refund = read_stripe_refund(one);
    if (refund.key == wish.key) co_return refund;
  }
  throw RefundRefused(fault_of(reply));
}

Task<std::optional<SessionList>> Stripe::list(Instant from, Instant to, std::string cursor) {
  std::string path = "/checkout/sessions?limit=100&expand%5B%5D=data.payment_intent.latest_charge&created%5Bgte%5D=" +
                     std::to_string(from.us / 1'000'000) + "&created%5Blt%5D=" + std::to_string(to.us / 1'000'000);
  if (!cursor.empty()) path += "&starting_after=" + encoded(cursor);
  const auto reply = co_await get(std::move(path));
  const json::value page = parsed(reply);
  const auto& sessions = page.at("data").as_array();
  SessionList list;
  for (auto one = sessions.rbegin(); one != sessions.rend(); ++one) {
    const auto* intent = one->at("payment_intent").if_object();
    const auto* charge = intent ? intent->if_contains("latest_charge") : nullptr;
    if (!charge || !charge->is_object()) continue;
    const auto capture = read_stripe_charge(*charge, live_);
    if (!capture) continue;
    const auto* reference = one->at("client_reference_id").if_string();
    list.items.push_back(
        {std::string{one->at("id").as_string()}, reference ? std::string{*reference} : std::string{}, {*capture}});
  }
  if (page.at("has_more").as_bool() && !sessions.empty()) list.next_cursor = std::string{sessions.back().at("id").as_string()};
  co_return list;
}

// A dispute is told of by its list; a refund of ours that succeeded is known, and may fail weeks after it was made.
Task<std::vector<std::string>> Stripe::captures_with_news(Instant since) {
  const auto since_s = [](Instant at) { return "?created%5Bgte%5D=" + std::to_string(at.us / 1'000'000); };
  std::vector<std::string> captures;
  const auto disputes = co_await all_of("/disputes" + since_s(since));
  for (const auto& one : disputes) captures.push_back(read_stripe_dispute(one).capture_ref);
  const auto refunds = co_await all_of("/refunds" + since_s(since - refunds_fail_within));
  for (const auto& one : refunds) {
    const auto refund = read_stripe_refund(one);
    if (refund.key == 0 || refund.state == ProviderRefund::State::failed) captures.push_back(refund.capture_ref);
  }
  std::sort(captures.begin(), captures.end());
  captures.erase(std::unique(captures.begin(), captures.end()), captures.end());
  std::erase(captures, "");
  co_return captures;
}

ReadWebhook Stripe::read_webhook(const WebhookDelivery& delivery) const {
  const auto header = delivery.header("Stripe-Signature");
  bool authentic = false;
  for (const auto& secret : settings_.webhook_secrets)
    authentic = verify_webhook(secret, header, delivery.body, delivery.now) || authentic;
  if (!authentic) return NotAuthentic{};
  return read_stripe_event(delivery.body, live_);
}

}  // namespace gelora::payment
