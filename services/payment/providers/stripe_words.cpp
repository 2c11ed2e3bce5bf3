#include "payment/providers/stripe_words.hpp"

#include <boost/json/parse.hpp>

#include "payment/domain/provider_money.hpp"
#include "payment/providers/json_words.hpp"

namespace gelora::payment {
namespace {

namespace json = boost::json;

bool is_set(const json::value& value, const char* name) {
  const auto* member = value.as_object().if_contains(name);
  return member && !member->is_null();
}

Money money_of(const json::value& value, const char* amount) {
  std::string code = text_of(value, "currency");
  for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return from_stripe_amount(value.at(amount).to_number<std::int64_t>(), Currency::parse(code).value());
}

// An object is there by its id, or expanded.
std::string id_of(const json::value& value, const char* name) {
  const auto* member = value.as_object().if_contains(name);
  if (!member || member->is_null()) return {};
  return member->is_string() ? std::string{member->get_string()} : text_of(*member, "id");
}

}  // namespace

std::string stripe_payment_intent_of(const json::value& session) { return id_of(session, "payment_intent"); }

SessionState read_stripe_session(const json::value& session) {
  SessionState state;
  const auto* intent = session.at("payment_intent").if_object();
  const auto intent_status = intent ? text_of(session.at("payment_intent"), "status") : "";
  // complete and processing: a way to pay whose money comes days later
  const bool open = text_of(session, "status") == "open" || intent_status == "processing";
  state.kind = open ? SessionState::Kind::open : SessionState::Kind::closed;
  state.declined = intent && is_set(session.at("payment_intent"), "last_payment_error");
  return state;
}

std::optional<ProviderCapture> read_stripe_charge(const json::value& charge, bool live) {
  if (text_of(charge, "status") != "succeeded" || !charge.at("captured").as_bool()) return std::nullopt;
  const bool elsewhere =
      is_set(charge, "on_behalf_of") || is_set(charge, "transfer_data") || charge.at("livemode").as_bool() != live;
  return ProviderCapture{text_of(charge, "id"), money_of(charge, "amount_captured"), elsewhere};
}

ProviderRefund read_stripe_refund(const json::value& refund) {
  using State = ProviderRefund::State;
  const auto status = text_or_none(refund, "status");
  ProviderRefund read;
  if (status == "succeeded") read.state = State::succeeded;
  if (status == "failed" || status == "canceled") read.state = State::failed;
  read.key = parse_id(text_or_none(refund.at("metadata"), "refund_id")).value_or(0);
  read.ref = text_of(refund, "id");
  read.capture_ref = id_of(refund, "charge");
  read.amount = money_of(refund, "amount");
  return read;
}

ProviderDispute read_stripe_dispute(const json::value& dispute) {
  using State = ProviderDispute::State;
  const auto status = text_of(dispute, "status");
  ProviderDispute read;
  if (status == "won" || status == "warning_closed") read.state = State::won;
  if (status == "lost") read.state = State::lost;
  read.ref = text_of(dispute, "id");
  read.capture_ref = id_of(dispute, "charge");
  read.amount = money_of(dispute, "amount");
  return read;
}

ReadWebhook read_stripe_event(const std::string& body, bool live) {
  boost::system::error_code error;
  const json::value event = json::parse(body, error);
  if (error || text_or_none(event, "object") != "event") return NotANotice{};
  const auto id = text_or_none(event, "id"), type = text_or_none(event, "type");
  const auto* mode = event.get_object().if_contains("livemode");
  const auto* data = event.get_object().if_contains("data");
  const auto* about = data && data->is_object() ? data->get_object().if_contains("object") : nullptr;
  if (id.empty() || id.size() > 100 || type.empty() || !mode || !mode->is_bool() || !about) return NotANotice{};
  if (mode->get_bool() != live) return NotAuthentic{};  // the other mode's endpoint has another secret: somebody mixed them up
  if (!text_or_none(event, "account").empty()) return NotOfInterest{id};  // of an account that is connected to ours
  WebhookNotice notice{id, {}, {}};
  if (type.starts_with("checkout.session.")) notice.session_ref = text_or_none(*about, "id");
  else if (type == "charge.refunded") notice.capture_ref = text_or_none(*about, "id");
  else if (type.starts_with("refund.") || type.starts_with("charge.dispute.") || type == "charge.refund.updated")
    notice.capture_ref = text_or_none(*about, "charge");
  else return NotOfInterest{id};
  const auto longest = std::max(notice.session_ref.size(), notice.capture_ref.size());
  if (longest == 0 || longest > 128) return NotANotice{};
  return notice;
}

}  // namespace gelora::payment
