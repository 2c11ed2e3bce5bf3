#include "payment/providers/midtrans_words.hpp"

#include <boost/json/parse.hpp>
#include <charconv>

#include "base/unavailable.hpp"
#include "payment/domain/provider_money.hpp"
#include "payment/domain/signature.hpp"
#include "payment/providers/json_words.hpp"

namespace gelora::payment {
namespace {

namespace json = boost::json;

Money money_of(const json::value& value, const char* name, Currency currency) {
  return {from_midtrans_amount(text_of(value, name)).value(), currency};
}

// One that was made by hand may have no key; the other names are of the order, the number at least.
std::string ref_without_key(const json::value& refund, const ProviderCapture& capture) {
  auto name = text_or_none(refund, "refund_chargeback_uuid");
  if (name.empty()) name = text_or_none(refund, "refund_chargeback_id");
  const auto* number = refund.as_object().if_contains("refund_chargeback_id");
  if (name.empty() && number && number->is_number()) name = std::to_string(number->to_number<std::int64_t>());
  return name.empty() ? name : capture.ref + ":" + name;
}

ProviderRefund read_refund(const json::value& refund, const ProviderCapture& capture) {
  using State = ProviderRefund::State;
  const auto key = text_or_none(refund, "refund_key");
  const auto ref = key.empty() ? ref_without_key(refund, capture) : key;
  return {text_or_none(refund, "bank_confirmed_at").empty() ? State::pending : State::succeeded, parse_id(key).value_or(0), ref,
          capture.ref, money_of(refund, "refund_amount", capture.amount.currency)};
}

const json::array* refunds_in(const json::value& status) {
  const auto* object = status.if_object();
  const auto* refunds = object ? object->if_contains("refunds") : nullptr;
  return refunds ? refunds->if_array() : nullptr;
}

// Of a partial chargeback, when the status says it.
std::optional<Money> charged_back_of(const json::value& status, Currency currency) {
  for (const char* name : {"chargeback_amount", "refund_chargeback_amount"}) {
    const auto amount = from_midtrans_amount(text_or_none(status, name));
    if (amount) return Money{*amount, currency};
  }
  return std::nullopt;
}

// Another for every change that is told of, the same when it is told again.
std::string event_id_of(const json::value& notice) {
  std::string text;
  for (const char* name : {"transaction_id", "order_id", "transaction_status", "fraud_status", "status_code", "gross_amount",
                           "refund_amount", "chargeback_amount"})
    text += text_or_none(notice, name) + "\n";
  if (const auto* refunds = refunds_in(notice)) {
    for (const auto& one : *refunds)
      text += text_or_none(one, "refund_key") + "\n" + text_or_none(one, "bank_confirmed_at") + "\n";
  }
  return sha512_hex(text).substr(0, 64);
}

}  // namespace

unsigned midtrans_code(const json::value& answer) {
  const auto text = text_or_none(answer, "status_code");
  unsigned code = 0;
  std::from_chars(text.data(), text.data() + text.size(), code);
  return code;
}

bool midtrans_refund_is_refused(unsigned code, std::string_view transaction_status) {
  if (code == 412) return transaction_status != "capture";          // the order's status does not allow it
  return code == 400 || code == 404 || code == 413 || code == 414;  // not valid, no such order, malformed, more than is left
}

bool is_challenged(const json::value& status) {
  return text_or_none(status, "transaction_status") == "capture" && text_or_none(status, "fraud_status") == "challenge";
}

SessionState read_midtrans_status(const json::value& status, std::string_view our_merchant) {
  SessionState state;
  if (midtrans_code(status) == 404) return state;
  const auto is = text_of(status, "transaction_status");
  if (is == "pending" || is == "authorize" || is_challenged(status)) return state;
  if (is == "deny" || is == "failure" || text_or_none(status, "fraud_status") == "deny") {
    state.declined = true;
    return state;
  }
  state.kind = SessionState::Kind::closed;
  if (is == "cancel" || is == "expire") return state;
  const bool refunded = is == "refund" || is == "partial_refund", charged_back = is == "chargeback" || is == "partial_chargeback";
  if (is != "capture" && is != "settlement" && !refunded && !charged_back)
    throw base::Unavailable("midtrans: unknown transaction_status " + is);
  const auto code = text_or_none(status, "currency");
  const Currency currency = code.empty() ? Currency{} : Currency::parse(code).value();
  const auto merchant = text_or_none(status, "merchant_id");
  state.captures.push_back({text_of(status, "transaction_id"), money_of(status, "gross_amount", currency),
                            !merchant.empty() && merchant != our_merchant});
  const auto& capture = state.captures.front();
  if (const auto* refunds = refunds_in(status)) {
    for (const auto& one : *refunds) state.refunds.push_back(read_refund(one, capture));
  }
  if (!charged_back) return state;
  const std::string ref = capture.ref + ":chargeback";
  const auto part = is == "chargeback" ? std::optional{capture.amount} : charged_back_of(status, currency);
  if (part) state.disputes.push_back({ProviderDispute::State::lost, ref, capture.ref, *part});
  else state.unclear.push_back({ref, "a partial chargeback without its amount", capture.amount});
  return state;
}

ReadWebhook read_midtrans_notice(const std::string& body, std::string_view server_key) {
  boost::system::error_code error;
  const json::value notice = json::parse(body, error);
  if (error || server_key.empty()) return NotAuthentic{};
  const auto order = text_or_none(notice, "order_id"), code = text_or_none(notice, "status_code"),
             gross = text_or_none(notice, "gross_amount");
  const auto expected = sha512_hex(order + code + gross + std::string{server_key});
  if (!same_text(text_or_none(notice, "signature_key"), expected)) return NotAuthentic{};
  if (order.empty() || order.size() > 128 || text_or_none(notice, "transaction_status").empty()) return NotANotice{};
  return WebhookNotice{event_id_of(notice), order, {}};
}

}  // namespace gelora::payment
