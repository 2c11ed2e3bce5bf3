// Stripe's paths, forms, headers and faults, for what a merchant with hosted pages uses. A request in words that Stripe does not
// publish is refused as Stripe refuses it, so that the adapter is known to use no others.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "answers.hpp"
#include "bank.hpp"
#include "base/encoding.hpp"
#include "form.hpp"
#include "http/body.hpp"
#include "payment/domain/provider_money.hpp"
#include "payment/domain/signature.hpp"
#include "stripe_words.hpp"

namespace gelora::bank {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

constexpr FormField new_session_fields[] = {
    {"mode", Type::one_of, true, "payment|setup|subscription"},
    {"client_reference_id", Type::text, false, {}, 200},
    {"metadata[*]", Type::text, false, {}, 500},
    {"payment_intent_data[metadata][*]", Type::text, false, {}, 500},
    {"payment_intent_data[description]", Type::text, false, {}, 1000},
    {"line_items[][quantity]", Type::integer, true},
    {"line_items[][price_data][currency]", Type::text, true, {}, 3},
    {"line_items[][price_data][unit_amount]", Type::integer, true},
    {"line_items[][price_data][product_data][name]", Type::text, true, {}, 250},
    {"line_items[][price_data][product_data][description]", Type::text, false, {}, 1000},
    {"adaptive_pricing[enabled]", Type::boolean},
    {"expires_at", Type::integer},
    {"success_url", Type::url, true},
    {"cancel_url", Type::url},
    {"customer_email", Type::text, false, {}, 800},
    {"submit_type", Type::one_of, false, "auto|book|donate|pay"},
    {"locale", Type::one_of, false, "auto|id|en|en-GB|ms|nl|de|fr|ja|ko|zh|zh-HK|zh-TW|th|vi"},
    {"payment_method_types[]", Type::one_of, false,
     "acss_debit|affirm|afterpay_clearpay|alipay|au_becs_debit|bacs_debit|bancontact|boleto|card|cashapp|customer_balance|eps|"
     "fpx|"
     "giropay|grabpay|ideal|klarna|konbini|link|oxxo|p24|paynow|paypal|pix|promptpay|sepa_debit|sofort|us_bank_account|wechat_"
     "pay"},
    {"expand[]", Type::text}};
constexpr FormField expand_fields[] = {{"expand[]", Type::text}};
constexpr FormField session_list_fields[] = {
    {"created[gte]", Type::integer}, {"created[gt]", Type::integer},
    {"created[lt]", Type::integer},  {"created[lte]", Type::integer},
    {"limit", Type::integer},        {"starting_after", Type::text},
    {"ending_before", Type::text},   {"payment_intent", Type::text},
    {"expand[]", Type::text},        {"status", Type::one_of, false, "complete|expired|open"}};
constexpr FormField list_fields[] = {{"created[gte]", Type::integer}, {"created[gt]", Type::integer},
                                     {"created[lt]", Type::integer},  {"created[lte]", Type::integer},
                                     {"payment_intent", Type::text},  {"charge", Type::text},
                                     {"limit", Type::integer},        {"starting_after", Type::text},
                                     {"ending_before", Type::text},   {"expand[]", Type::text}};
constexpr FormField charge_list_fields[] = {{"payment_intent", Type::text},
                                            {"limit", Type::integer},
                                            {"starting_after", Type::text},
                                            {"ending_before", Type::text},
                                            {"expand[]", Type::text}};
constexpr FormField refund_fields[] = {{"charge", Type::text},
                                       {"payment_intent", Type::text},
                                       {"amount", Type::integer},
                                       {"metadata[*]", Type::text, false, {}, 500},
                                       {"reason", Type::one_of, false, "duplicate|fraudulent|requested_by_customer"},
                                       {"expand[]", Type::text}};

Answer answer_with(const json::object& body, unsigned status = 200) { return http::json_answer(json::serialize(body), status); }

Answer refusal(unsigned status, std::string type, FormFault fault) {
  json::object error{{"type", std::move(type)}, {"message", std::move(fault.message)}};
  if (!fault.code.empty()) error["code"] = std::move(fault.code);
  if (!fault.param.empty()) error["param"] = std::move(fault.param);
  Answer answer = answer_with({{"error", std::move(error)}}, status);
  answer.outcome = "refused";
  return answer;
}
Answer refusal(FormFault fault) { return refusal(400, "invalid_request_error", std::move(fault)); }
Answer missing(std::string_view what, std::string_view id) {
  return refusal(404, "invalid_request_error",
                 {"resource_missing", "No such " + std::string{what} + ": '" + std::string{id} + "'", "id"});
}

// The key as Bearer, or as the user of Basic.
std::optional<Answer> unknown_caller(const Bank& bank, const Request& request) {
  const auto given = request.header(http::FieldName::authorization);
  std::string basic = "Basic ";
  append_base64(basic, as_bytes(bank.config.stripe_key + ":"));
  const bool known = payment::same_text(given, "Bearer " + bank.config.stripe_key) || payment::same_text(given, basic);
  if (known && !bank.config.stripe_key.empty()) return std::nullopt;
  return refusal(401, "invalid_request_error", {"", "Invalid API Key provided", ""});
}

// The checked form of a request, or the refusal.
std::variant<Form, Answer> read_form(const Bank& bank, const Request& request, std::span<const FormField> known) {
  if (auto refused = unknown_caller(bank, request)) return std::move(*refused);
  const bool reads = request.method == http::Verb::get;
  if (!reads && !request.body.empty() &&
      !request.header(http::FieldName::content_type).starts_with("application/x-www-form-urlencoded"))
    return refusal({"", "Invalid request: send application/x-www-form-urlencoded", ""});
  auto form = Form::parse(reads ? request.query : std::string_view{request.body});
  if (!form) return refusal({"", "Invalid request: not percent-encoded well", ""});
  if (auto fault = form->check(known)) return refusal(std::move(*fault));
  return std::move(*form);
}

Instant instant_of(const Form& form, std::string_view name) {
  return {std::clamp<std::int64_t>(form.number(name), 0, 100'000'000'000) * 1'000'000};
}

StripeExpand expand_of(const Form& form, std::string_view prefix) {
  StripeExpand expand;
  for (const char* name : {"expand[]", "expand[0]", "expand[1]"}) {
    const auto path = form.text(name);
    if (path.starts_with(std::string{prefix} + "payment_intent")) expand.intent = true;
    if (path == std::string{prefix} + "payment_intent.latest_charge") expand.charge = true;
  }
  return expand;
}

std::string details_of(const Form& form) {
  json::object metadata;
  for (const auto& [key, value] : form.below("metadata")) metadata[key] = value;
  return json::serialize(json::object{{"metadata", std::move(metadata)}});
}

std::optional<Book> only(Protocol protocol, std::optional<Book> book) {
  if (!book || book->session.protocol != protocol) return std::nullopt;
  return book;
}

Task<std::optional<Book>> book_of(Bank& bank, std::string session, Instant now) {
  auto row = co_await find_session(bank.pool, session, now);
  if (!row) co_return std::nullopt;
  std::optional<Book> book = co_await read_book(bank.pool, std::move(*row));
  co_return only(Protocol::stripe, std::move(book));
}

Task<std::optional<Book>> book_of_capture(Bank& bank, std::string capture, Instant now) {
  auto row = co_await find_session_of_capture(bank.pool, capture, now);
  if (!row) co_return std::nullopt;
  std::optional<Book> book = co_await read_book(bank.pool, std::move(*row));
  co_return only(Protocol::stripe, std::move(book));
}

std::string hash_of(const Request& request, const Form& form) {
  return payment::hmac_sha256_hex("request", std::string{request.path} + "\n" + form.canonical());
}

// `make` answers a request that has no answer under its key yet.
using Make = Task<Answer> (*)(Bank&, Form, std::string key, Instant now);
Task<Answer> once(Bank& bank, Request& request, Form form, Make make) {
  const std::string given{request.idempotency_key()};
  const std::string key = "stripe:" + (given.empty() ? random_id("none:") : given);
  const auto hash = hash_of(request, form);
  const auto kept = co_await find_answer(bank.pool, key);
  if (kept && kept->request_hash != hash) {
    FormFault fault{"", "Keys for idempotent requests can only be used with the same parameters they were first used with.", ""};
    co_return refusal(400, "idempotency_error", std::move(fault));
  }
  if (kept) {
    Answer again = http::json_answer(kept->body, kept->status);
    again.headers.emplace_back("Idempotent-Replayed", "true");
    co_return again;
  }
  Answer answer = co_await make(bank, std::move(form), key, request.now);
  KeptAnswer keep{hash, answer.status, answer.body};
  co_await keep_answer(bank.pool, key, std::move(keep), request.now);
  co_return answer;
}

Task<Answer> make_session(Bank& bank, Form form, std::string key, Instant now) {
  std::string code = form.text("line_items[0][price_data][currency]");
  for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  const auto currency = Currency::parse(code);
  if (!currency) co_return refusal({"", "Invalid currency: " + code, "line_items[0][price_data][currency]"});
  const auto unit = form.number("line_items[0][price_data][unit_amount]"), quantity = form.number("line_items[0][quantity]");
  if (unit < 1 || unit > 999'999'999'999 || quantity < 1 || quantity > 100'000)
    co_return refusal({"amount_too_large", "Invalid amount", "line_items[0][price_data][unit_amount]"});
  const auto asked = unit * quantity;
  const Money amount = payment::from_stripe_amount(asked, *currency);
  if (payment::to_stripe_amount(amount) != asked)  // the bank's books have no hundredths of a rupiah
    co_return refusal({"", "Invalid integer: " + std::to_string(asked), "line_items[0][price_data][unit_amount]"});
  if (form.text("mode") != "payment") co_return refusal({"", "This bank only knows mode=payment", "mode"});
  const Instant ends = form.has("expires_at") ? instant_of(form, "expires_at") : now + 24h;
  if (ends < now + 30min || ends > now + 24h)
    co_return refusal(
        {"", "The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from Checkout Session creation.",
         "expires_at"});
  NewSession wish;
  wish.protocol = Protocol::stripe;
  wish.merchant_key = std::move(key);
  wish.reference = form.text("client_reference_id");
  wish.description = form.text("line_items[0][price_data][product_data][name]");
  wish.return_url = form.text("success_url");
  wish.method = form.text("payment_method_types[0]") == "card" ? "card" : "";
  wish.details = details_of(form);
  wish.amount = amount;
  wish.now = now;
  wish.expires_at = ends;
  Book book;
  book.session = co_await open_session(bank.pool, std::move(wish));
  co_return answer_with(stripe_session(book, bank.config.public_url, {}));
}

Answer refund_answer(const Book&, const NoSuchCapture&) { return missing("charge", ""); }
Answer refund_answer(const Book&, const ExceedsCapture&) {
  return refusal({"charge_already_refunded", "Refund amount is greater than unrefunded amount on charge.", "amount"});
}
Answer refund_answer(const Book&, const OtherRequest&) {
  return refusal(400, "idempotency_error", {"", "Keys for idempotent requests can only be used with the same parameters.", ""});
}
Answer refund_answer(const Book& book, const Refund& made) { return answer_with(stripe_refund(book, made)); }

Task<Answer> make_refund(Bank& bank, Form form, std::string key, Instant now) {
  const auto charge = form.text("charge"), intent = form.text("payment_intent");
  if (charge.empty() == intent.empty())
    co_return refusal(
        {"parameter_missing", "One of the following params should be provided for this request: payment_intent or charge.", ""});
  std::optional<Book> book;
  if (charge.empty()) book = co_await book_of(bank, session_of_intent(intent), now);
  else book = co_await book_of_capture(bank, charge, now);
  if (!book || book->captures.empty()) co_return missing(charge.empty() ? "payment_intent" : "charge", charge + intent);
  RefundRequest wish;
  wish.key = std::move(key);
  wish.capture = charge.empty() ? book->captures.back().id : charge;
  wish.reason = form.text("reason");
  wish.details = details_of(form);
  for (const auto& one : book->captures) {
    if (one.id != wish.capture) continue;
    const Money left{one.amount.amount_minor - one.refunded_minor, one.amount.currency};
    wish.amount_minor = form.has("amount") ? payment::from_stripe_amount(form.number("amount"), one.amount.currency).amount_minor
                                           : left.amount_minor;
  }
  if (wish.amount_minor <= 0)
    co_return refusal({"parameter_invalid_integer", "This value must be greater than or equal to 1.", "amount"});
  const auto outcome = co_await refund(bank.desk(), std::move(wish), now);
  co_return std::visit([&book](const auto& one) { return refund_answer(*book, one); }, outcome);
}

// What a list of one payment's things is asked by: payment_intent or charge.
Task<std::optional<Book>> book_of_list(Bank& bank, Form form, Instant now) {
  const auto charge = form.text("charge"), intent = form.text("payment_intent");
  if (!charge.empty()) co_return co_await book_of_capture(bank, charge, now);
  co_return co_await book_of(bank, session_of_intent(intent), now);
}

bool is_of_one_payment(const Form& form) { return form.has("charge") || form.has("payment_intent"); }

std::variant<NewestOf, Answer> newest_of(const Form& form) {
  const auto limit = form.has("limit") ? form.number("limit") : 10;
  if (limit < 1 || limit > 100) return refusal({"parameter_invalid_integer", "Invalid limit", "limit"});
  // one more tells whether there are more
  return NewestOf{Protocol::stripe, instant_of(form, "created[gte]"), form.text("starting_after"),
                  static_cast<std::size_t>(limit) + 1};
}

Book book_named(std::string session) {
  Book book;
  book.session.id = std::move(session);
  return book;
}

}  // namespace

Task<Answer> stripe_create_session(Bank& bank, Request& request) {
  auto form = read_form(bank, request, new_session_fields);
  if (auto* refused = std::get_if<Answer>(&form)) co_return std::move(*refused);
  co_return co_await once(bank, request, std::get<Form>(std::move(form)), make_session);
}

Task<Answer> stripe_get_session(Bank& bank, Request& request) {
  auto form = read_form(bank, request, expand_fields);
  if (auto* refused = std::get_if<Answer>(&form)) co_return std::move(*refused);
  const auto book = co_await book_of(bank, std::string{request.params[0]}, request.now);
  if (!book) co_return missing("checkout.session", request.params[0]);
  co_return answer_with(stripe_session(*book, bank.config.public_url, expand_of(std::get<Form>(form), "")));
}

Task<Answer> stripe_expire_session(Bank& bank, Request& request) {
  auto form = read_form(bank, request, expand_fields);
  if (auto* refused = std::get_if<Answer>(&form)) co_return std::move(*refused);
  auto book = co_await book_of(bank, std::string{request.params[0]}, request.now);
  if (!book) co_return missing("checkout.session", request.params[0]);
  const bool ended = co_await end_session(bank.desk(), book->session.id, request.now);
  if (!ended) co_return refusal({"", "Only Checkout Sessions with a status in [\"open\"] can be expired.", ""});
  book = co_await book_of(bank, book->session.id, request.now);
  co_return answer_with(stripe_session(*book, bank.config.public_url, {}));
}

Task<Answer> stripe_list_sessions(Bank& bank, Request& request) {
  auto read = read_form(bank, request, session_list_fields);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  const auto& form = std::get<Form>(read);
  const auto limit = form.has("limit") ? form.number("limit") : 10;
  if (limit < 1 || limit > 100) co_return refusal({"parameter_invalid_integer", "Invalid limit", "limit"});
  NewestSessions wish;
  wish.protocol = Protocol::stripe;
  wish.from = instant_of(form, "created[gte]");
  if (form.has("created[lt]")) wish.to = instant_of(form, "created[lt]");
  wish.limit = static_cast<std::size_t>(limit) + 1;
  const auto after = form.text("starting_after");
  if (!after.empty()) {
    const auto last = co_await find_session(bank.pool, after, request.now);
    if (!last) co_return missing("checkout.session", after);
    wish.before_at = last->created_at;
    wish.before_id = last->id;
  }
  const auto sessions = co_await newest_sessions(bank.pool, wish, request.now);
  json::array data;
  for (std::size_t i = 0; i < sessions.size() && i < wish.limit - 1; ++i) {
    const Book book = co_await read_book(bank.pool, sessions[i]);
    data.push_back(stripe_session(book, bank.config.public_url, expand_of(form, "data.")));
  }
  co_return answer_with(stripe_list(std::move(data), sessions.size() == wish.limit, "/v1/checkout/sessions"));
}

Task<Answer> stripe_list_charges(Bank& bank, Request& request) {
  auto form = read_form(bank, request, charge_list_fields);
  if (auto* refused = std::get_if<Answer>(&form)) co_return std::move(*refused);
  const auto book = co_await book_of_list(bank, std::get<Form>(form), request.now);
  json::array data;
  if (book)
    for (const auto& one : book->captures) data.push_back(stripe_charge(*book, one));
  co_return answer_with(stripe_list(std::move(data), false, "/v1/charges"));
}

Task<Answer> stripe_create_refund(Bank& bank, Request& request) {
  auto form = read_form(bank, request, refund_fields);
  if (auto* refused = std::get_if<Answer>(&form)) co_return std::move(*refused);
  co_return co_await once(bank, request, std::get<Form>(std::move(form)), make_refund);
}

Task<Answer> stripe_list_refunds(Bank& bank, Request& request) {
  auto form = read_form(bank, request, list_fields);
  if (auto* refused = std::get_if<Answer>(&form)) co_return std::move(*refused);
  json::array data;
  if (!is_of_one_payment(std::get<Form>(form))) {
    auto wish = newest_of(std::get<Form>(form));
    if (auto* refused = std::get_if<Answer>(&wish)) co_return std::move(*refused);
    const auto page = std::get<NewestOf>(wish);
    const auto rows = co_await newest_refunds(bank.pool, page);
    for (std::size_t i = 0; i < rows.size() && i + 1 < page.limit; ++i)
      data.push_back(stripe_refund(book_named(rows[i].session), rows[i].refund));
    co_return answer_with(stripe_list(std::move(data), rows.size() == page.limit, "/v1/refunds"));
  }
  const auto book = co_await book_of_list(bank, std::get<Form>(form), request.now);
  if (book)
    for (const auto& one : book->refunds) data.push_back(stripe_refund(*book, one));
  co_return answer_with(stripe_list(std::move(data), false, "/v1/refunds"));
}

Task<Answer> stripe_list_disputes(Bank& bank, Request& request) {
  auto form = read_form(bank, request, list_fields);
  if (auto* refused = std::get_if<Answer>(&form)) co_return std::move(*refused);
  json::array data;
  if (!is_of_one_payment(std::get<Form>(form))) {
    auto wish = newest_of(std::get<Form>(form));
    if (auto* refused = std::get_if<Answer>(&wish)) co_return std::move(*refused);
    const auto page = std::get<NewestOf>(wish);
    const auto rows = co_await newest_disputes(bank.pool, page);
    for (std::size_t i = 0; i < rows.size() && i + 1 < page.limit; ++i)
      data.push_back(stripe_dispute(book_named(rows[i].session), rows[i].dispute));
    co_return answer_with(stripe_list(std::move(data), rows.size() == page.limit, "/v1/disputes"));
  }
  const auto book = co_await book_of_list(bank, std::get<Form>(form), request.now);
  if (book)
    for (const auto& one : book->disputes) data.push_back(stripe_dispute(*book, one));
  co_return answer_with(stripe_list(std::move(data), false, "/v1/disputes"));
}

}  // namespace gelora::bank
