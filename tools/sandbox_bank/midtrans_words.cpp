#include "midtrans_words.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "bank.hpp"
#include "payment/domain/provider_money.hpp"
#include "payment/domain/signature.hpp"

namespace gelora::bank {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

constexpr auto card_settles_after = 5s;  // a day, there

struct Standing {
  std::string status, code;
};

// 8-4-4-4-12 of the 24 digits that the session's id has.
std::string transaction_id(const SessionRow& session) {
  std::string hex = session.id.substr(session.id.find('_') + 1) + "00000000";
  for (const std::size_t at : {8, 13, 18, 23}) hex.insert(at, "-");
  return hex;
}

// In Jakarta's time, as Midtrans writes it.
std::string local_time(Instant at) {
  std::string text = to_rfc3339(at + std::chrono::hours{7}).substr(0, 19);
  text[10] = ' ';
  return text;
}

std::string_view type_of(std::string_view method) {
  if (method == "virtual_account") return "bank_transfer";
  if (method == "ewallet") return "gopay";
  if (method == "card") return "credit_card";
  return "qris";
}

std::int64_t refunded(const Book& book) {
  std::int64_t sum = 0;
  for (const auto& one : book.refunds)
    if (one.state != RefundState::failed) sum += one.amount.amount_minor;
  return sum;
}

Standing standing(const Book& book, Instant now) {
  if (!book.captures.empty()) {
    const auto& capture = book.captures.front();
    for (const auto& one : book.disputes)
      if (one.state == DisputeState::lost) return {one.amount == capture.amount ? "chargeback" : "partial_chargeback", "200"};
    const auto sum = refunded(book);
    if (sum > 0) return {sum == capture.amount.amount_minor ? "refund" : "partial_refund", "200"};
    const bool fresh = book.session.method == "card" && capture.created_at + card_settles_after > now;
    return {fresh ? "capture" : "settlement", "200"};
  }
  if (book.session.status == SessionStatus::closed) return {"expire", "407"};
  if (book.session.declines > 0) return {"deny", "202"};
  return {"pending", "201"};
}

json::array refunds_json(const Book& book) {
  json::array refunds;
  for (const auto& one : book.refunds) {
    if (one.state == RefundState::failed) continue;
    json::object refund{{"refund_chargeback_id", refunds.size() + 1},
                        {"refund_amount", payment::to_midtrans_amount(one.amount.amount_minor)},
                        {"created_at", local_time(one.created_at)},
                        {"reason", one.reason},
                        {"refund_method", "online"}};
    if (!one.key.starts_with("by hand")) refund["refund_key"] = one.key.substr(one.key.rfind(' ') + 1);
    if (one.state == RefundState::succeeded) refund["bank_confirmed_at"] = local_time(one.created_at);
    refunds.push_back(std::move(refund));
  }
  return refunds;
}

}  // namespace

std::string midtrans_order_key(std::string_view order) { return "midtrans:" + std::string{order}; }

std::optional<json::object> midtrans_status(const Book& book, const Config& config, Instant now) {
  const auto& session = book.session;
  if (session.method.empty() && session.declines == 0 && book.captures.empty()) return std::nullopt;
  const auto [status, code] = standing(book, now);
  const Money amount = book.captures.empty() ? session.amount : book.captures.front().amount;
  const bool other = !book.captures.empty() && book.captures.front().other_account;
  const auto gross = payment::to_midtrans_amount(amount.amount_minor);
  json::object body{{"status_code", code},
                    {"status_message", "Success, transaction is found"},
                    {"transaction_id", transaction_id(session)},
                    {"order_id", session.reference},
                    {"merchant_id", other ? "G000000000" : config.midtrans_merchant},
                    {"gross_amount", gross},
                    {"currency", amount.currency.text()},
                    {"payment_type", type_of(session.method)},
                    {"transaction_time", local_time(session.created_at)},
                    {"transaction_status", status},
                    {"fraud_status", "accept"},
                    {"signature_key", payment::sha512_hex(session.reference + code + gross + config.midtrans_key)},
                    {"custom_field1", session.reference}};
  if (const auto sum = refunded(book); sum > 0) {
    body["refund_amount"] = payment::to_midtrans_amount(sum);
    body["refunds"] = refunds_json(book);
  }
  return body;
}

std::optional<std::string> midtrans_notice(const Book& book, const News& news, const Config& config, Instant now) {
  const auto dispute =
      std::find_if(book.disputes.begin(), book.disputes.end(), [&](const auto& one) { return one.id == news.about; });
  const auto refund =
      std::find_if(book.refunds.begin(), book.refunds.end(), [&](const auto& one) { return one.id == news.about; });
  if (refund != book.refunds.end() && refund->state == RefundState::failed) return std::nullopt;
  if (dispute != book.disputes.end() && dispute->state != DisputeState::lost) return std::nullopt;
  auto body = midtrans_status(book, config, now);
  if (!body) return std::nullopt;
  (*body)["status_message"] = "midtrans payment notification";
  return json::serialize(*body);
}

}  // namespace gelora::bank
