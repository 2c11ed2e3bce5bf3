// Midtrans' paths and JSON: Snap's page, and an order's status, end and refunds. Strange members are refused, so that the adapter
// is known to send none.
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <set>

#include "bank.hpp"
#include "base/encoding.hpp"
#include "http/body.hpp"
#include "midtrans_words.hpp"
#include "payment/domain/signature.hpp"

namespace gelora::bank {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

constexpr auto key_is_known_for = 5min;

Answer snap_refusal(unsigned status, json::array messages) {
  Answer answer = http::json_answer(json::serialize(json::object{{"error_messages", std::move(messages)}}), status);
  answer.outcome = "refused";
  return answer;
}

// The API says in its body what became of the call.
Answer with_code(unsigned code, std::string_view message) {
  const json::object body{{"status_code", std::to_string(code)}, {"status_message", message}, {"id", random_id("")}};
  return http::json_answer(json::serialize(body), code == 404 || code == 401 ? code : 200);
}
Answer no_transaction() { return with_code(404, "Transaction doesn't exist."); }

bool knows(const Bank& bank, const Request& request) {
  std::string expected = "Basic ";
  append_base64(expected, as_bytes(bank.config.midtrans_key + ":"));
  return !bank.config.midtrans_key.empty() && payment::same_text(request.header(http::FieldName::authorization), expected);
}

const std::set<std::string, std::less<>> payment_types{"credit_card", "gopay",       "shopeepay",  "other_qris", "bca_va",
                                                       "bni_va",      "bri_va",      "permata_va", "cimb_va",    "echannel",
                                                       "other_va",    "bca_klikpay", "indomaret",  "alfamart"};

std::string method_of(const json::array* enabled) {
  if (enabled == nullptr || enabled->empty()) return "";
  const auto first = std::string{enabled->front().as_string()};
  if (first == "other_qris") return "qris";
  if (first == "gopay" || first == "shopeepay") return "ewallet";
  return first == "credit_card" ? "card" : "virtual_account";
}

// "yyyy-MM-dd hh:mm:ss Z"
std::optional<Instant> parse_start_time(std::string text) {
  if (text.size() != 25 || text[10] != ' ' || text[19] != ' ') return std::nullopt;
  text[10] = 'T';
  text.erase(19, 1);
  text.insert(22, ":");
  return parse_rfc3339(text);
}

// Reads what Snap takes; faults tell what is not so.
struct SnapRequest {
  std::string order, name, finish, method;
  std::int64_t gross = 0;
  Instant ends;
};
SnapRequest read_snap(http::ObjectReader reader, http::FieldFaults& faults, Instant now) {
  SnapRequest snap;
  if (const auto* object = reader.object("transaction_details")) {
    http::ObjectReader details(*object, "/transaction_details", faults);
    snap.order = details.text("order_id", 1, 50).value_or("");
    snap.gross = details.integer("gross_amount", 1, 1'000'000'000'000).value_or(0);
    details.unknown_members();
  }
  std::int64_t sum = 0;
  if (const auto* items = reader.has("item_details") ? reader.array("item_details", 1, 100) : nullptr) {
    for (const auto& one : *items) {
      if (!one.is_object()) continue;
      http::ObjectReader item(one.get_object(), "/item_details/0", faults);
      item.optional_text("id", 1, 50);
      const auto price = item.integer("price", 1, 1'000'000'000'000), quantity = item.integer("quantity", 1, 1'000'000);
      snap.name = item.text("name", 1, 50).value_or("");
      item.unknown_members();
      sum += price.value_or(0) * quantity.value_or(0);
    }
    if (sum != snap.gross) faults.add("/transaction_details/gross_amount", "is not equal to the sum of item_details");
  }
  const auto* enabled = reader.has("enabled_payments") ? reader.array("enabled_payments", 1, 30) : nullptr;
  for (std::size_t i = 0; enabled && i < enabled->size(); ++i) {
    const auto* type = (*enabled)[i].if_string();
    if (!type || !payment_types.contains(std::string_view{*type})) faults.add("/enabled_payments", "has an unknown payment type");
  }
  snap.ends = now + 24h;
  if (const auto* object = reader.has("expiry") ? reader.object("expiry") : nullptr) {
    http::ObjectReader expiry(*object, "/expiry", faults);
    const auto start = expiry.optional_text("start_time", 25, 25);
    const auto unit = expiry.text("unit", 3, 7);
    const auto duration = expiry.integer("duration", 1, 1'000'000);
    expiry.unknown_members();
    const auto begins = start ? parse_start_time(*start) : std::optional{now};
    if (!begins) faults.add("/expiry/start_time", "must be yyyy-MM-dd hh:mm:ss Z");
    const Duration one = unit == "minute" || unit == "minutes" ? 1min : unit == "hour" || unit == "hours" ? 1h : 24h;
    if (unit && one == 24h && unit != "day" && unit != "days") faults.add("/expiry/unit", "must be day, hour or minute");
    if (begins && duration) snap.ends = *begins + one * *duration;
    if (snap.ends <= now) faults.add("/expiry", "is in the past");
  }
  if (const auto* object = reader.has("callbacks") ? reader.object("callbacks") : nullptr) {
    http::ObjectReader callbacks(*object, "/callbacks", faults);
    snap.finish = callbacks.optional_text("finish", 1, 500).value_or("");
    callbacks.optional_text("error", 1, 500);
    callbacks.unknown_members();
  }
  for (const char* name : {"custom_field1", "custom_field2", "custom_field3"}) reader.optional_text(name, 1, 255);
  reader.unknown_members();
  if (faults.none()) snap.method = method_of(enabled);
  return snap;
}

Answer snap_answer(const Bank& bank, const SessionRow& session) {
  const json::object body{{"token", session.id}, {"redirect_url", bank.config.public_url + "/pay/" + session.id}};
  return http::json_answer(json::serialize(body), 201);
}

Task<std::optional<Book>> book_of(Bank& bank, std::string order, Instant now) {
  auto session = co_await find_session_by_key(bank.pool, midtrans_order_key(order), now);
  if (!session) co_return std::nullopt;
  std::optional<Book> book = co_await read_book(bank.pool, std::move(*session));
  co_return book;
}

Answer answer(const Refund&) { return {}; }
Answer answer(const NoSuchCapture&) { return no_transaction(); }
Answer answer(const ExceedsCapture&) { return with_code(414, "Refund request is rejected due to invalid amount"); }
Answer answer(const OtherRequest&) { return with_code(406, "Duplicate refund key"); }

}  // namespace

Task<Answer> midtrans_create(Bank& bank, Request& request) {
  if (!knows(bank, request)) {
    json::array messages{"Access denied due to unauthorized transaction, please check client or server key"};
    co_return snap_refusal(401, std::move(messages));
  }
  http::JsonBody body(request);
  if (body.refused()) co_return snap_refusal(400, json::array{"There was a problem in the JSON you submitted"});
  http::FieldFaults faults;
  const SnapRequest snap = read_snap(body.reader(faults), faults, request.now);
  if (!faults.none()) {
    json::array messages;
    for (const auto& [pointer, message] : faults.all()) messages.push_back(json::string(pointer.substr(1) + " " + message));
    co_return snap_refusal(400, std::move(messages));
  }
  const auto before = co_await find_session_by_key(bank.pool, midtrans_order_key(snap.order), request.now);
  if (before) {
    const bool again = request.idempotency_key() == snap.order && before->created_at + key_is_known_for > request.now;
    if (again) co_return snap_answer(bank, *before);
    co_return snap_refusal(400, json::array{"transaction_details.order_id has already been taken"});
  }
  NewSession wish;
  wish.protocol = Protocol::midtrans;
  wish.merchant_key = midtrans_order_key(snap.order);
  wish.reference = snap.order;
  wish.description = snap.name;
  wish.return_url = snap.finish;
  wish.amount = {snap.gross, Currency{}};
  wish.now = request.now;
  wish.expires_at = snap.ends;
  // choosing one on the page makes the transaction
  wish.details = json::serialize(json::object{{"offered", snap.method}});
  const auto made = co_await open_session(bank.pool, std::move(wish));
  co_return snap_answer(bank, made);
}

Task<Answer> midtrans_get_status(Bank& bank, Request& request) {
  if (!knows(bank, request)) co_return with_code(401, "Unknown Merchant server_key/id");
  const auto book = co_await book_of(bank, std::string{request.params[0]}, request.now);
  if (!book) co_return no_transaction();
  const auto status = midtrans_status(*book, bank.config, request.now);
  if (!status) co_return no_transaction();
  co_return http::json_answer(json::serialize(*status));
}

// expire: a pending one ends. cancel: likewise here, where no card is looked at for fraud.
Task<Answer> midtrans_end(Bank& bank, Request& request) {
  if (!knows(bank, request)) co_return with_code(401, "Unknown Merchant server_key/id");
  auto book = co_await book_of(bank, std::string{request.params[0]}, request.now);
  if (!book || !midtrans_status(*book, bank.config, request.now)) co_return no_transaction();
  const bool ended = co_await end_session(bank.desk(), book->session.id, request.now);
  if (!ended) co_return with_code(412, "Merchant cannot modify the status of the transaction");
  co_return co_await midtrans_get_status(bank, request);
}

Task<Answer> midtrans_refund(Bank& bank, Request& request) {
  if (!knows(bank, request)) co_return with_code(401, "Unknown Merchant server_key/id");
  http::JsonBody body(request);
  if (body.refused()) co_return with_code(413, "The request cannot be processed due to malformed syntax in the request body");
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto key = reader.text("refund_key", 1, 50);
  const auto amount = reader.integer("amount", 1, 1'000'000'000'000);
  const auto reason = reader.optional_text("reason", 0, 400);
  reader.unknown_members();
  if (!faults.none()) co_return with_code(400, "One or more parameters in the payload is invalid.");
  const auto book = co_await book_of(bank, std::string{request.params[0]}, request.now);
  const auto status = book ? midtrans_status(*book, bank.config, request.now) : std::nullopt;
  if (!status) co_return no_transaction();
  const auto standing = std::string{status->at("transaction_status").as_string()};
  if (standing != "settlement" && standing != "partial_refund" && standing != "refund")
    co_return with_code(412, "Merchant cannot modify the status of the transaction");
  if (book->session.refunds == RefundMode::fail) co_return with_code(414, "Refund request is rejected by the bank");
  RefundRequest wish;
  wish.key = midtrans_order_key(book->session.reference) + " " + *key;
  wish.capture = book->captures.front().id;
  wish.reason = reason.value_or("");
  wish.amount_minor = *amount;
  const auto outcome = co_await refund(bank.desk(), std::move(wish), request.now);
  if (!std::holds_alternative<Refund>(outcome)) co_return std::visit([](const auto& one) { return answer(one); }, outcome);
  co_return co_await midtrans_get_status(bank, request);
}

}  // namespace gelora::bank
