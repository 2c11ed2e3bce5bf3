#include <boost/json/array.hpp>

#include "bank.hpp"
#include "http/body.hpp"
#include "page.hpp"
#include "sandbox_words.hpp"

namespace gelora::bank {
namespace {

namespace json = boost::json;

constexpr http::ProblemType refund_exceeds_capture{409, "refund-exceeds-capture", "More than is left of the capture"};

Task<Answer> answer_with(Bank& bank, SessionRow session, unsigned status) {
  const Book book = co_await read_book(bank.pool, std::move(session));
  co_return http::json_answer(http::to_text(sandbox_session(book, bank.config.public_url)), status);
}

Answer answer(const Refund& made) { return http::json_answer(http::to_text(sandbox_refund(made)), 201); }
Answer answer(const NoSuchCapture&) { return nothing_here(); }
Answer answer(const ExceedsCapture&) {
  return http::problem(refund_exceeds_capture, "All refunds of a capture together are at most its amount.");
}
Answer answer(const OtherRequest&) {
  return http::problem(http::idempotency_key_reused, "Use a new Idempotency-Key for a new refund.");
}

}  // namespace

Task<Answer> create_session(Bank& bank, Request& request) {
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto reference = reader.text("reference", 1, 64), description = reader.text("description", 0, 400),
             return_url = reader.text("return_url", 1, 500);
  const auto amount = reader.integer("amount_minor", 1, INT64_MAX);
  const auto code = reader.text("currency", 3, 3), expires_at = reader.text("expires_at", 20, 40);
  const auto method = reader.optional_text("method", 1, 20);
  const auto currency = code ? Currency::parse(*code) : std::nullopt;
  const auto ends = expires_at ? parse_rfc3339(*expires_at) : std::nullopt;
  if (code && !currency) faults.add("/currency", "must be an ISO 4217 code");
  if (expires_at && !ends) faults.add("/expires_at", "must be a time as in RFC 3339");
  if (method && !is_method(*method)) faults.add("/method", "must be one of qris, virtual_account, ewallet, card");
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  NewSession wish;
  wish.traceparent = request.trace.traceparent();
  wish.merchant_key = std::string{request.idempotency_key()};
  wish.reference = *reference;
  wish.description = *description;
  wish.return_url = *return_url;
  wish.method = method.value_or("");
  wish.amount = {*amount, *currency};
  wish.now = request.now;
  wish.expires_at = *ends;
  auto session = co_await open_session(bank.pool, std::move(wish));
  co_return co_await answer_with(bank, std::move(session), 201);
}

Task<Answer> get_session(Bank& bank, Request& request) {
  auto session = co_await find_session(bank.pool, std::string{request.params[0]}, request.now);
  if (!session) co_return nothing_here();
  co_return co_await answer_with(bank, std::move(*session), 200);
}

Task<Answer> close_session(Bank& bank, Request& request) {
  const std::string id{request.params[0]};
  co_await end_session(bank.desk(), id, request.now);
  auto session = co_await find_session(bank.pool, id, request.now);
  if (!session) co_return nothing_here();
  co_return co_await answer_with(bank, std::move(*session), 200);
}

// ?from=&to= in RFC 3339; the cursor is where the page before ended.
Task<Answer> list_sessions(Bank& bank, Request& request) {
  http::FieldFaults faults;
  SessionsPage page;
  const auto from = parse_rfc3339(request.query_value("from").value_or("")),
             to = parse_rfc3339(request.query_value("to").value_or(""));
  const auto cursor = request.query_value("cursor").value_or("");
  const auto dot = cursor.find('.');
  const auto after = cursor.empty() ? std::optional<std::uint64_t>{0} : parse_id(cursor.substr(0, dot));
  if (!from) faults.add("/from", "must be a time as in RFC 3339");
  if (!to) faults.add("/to", "must be a time as in RFC 3339");
  if (!after || (!cursor.empty() && dot == std::string::npos)) faults.add("/cursor", "is not of a list");
  if (!faults.none()) co_return faults.problem();
  page.from = *from;
  page.to = *to;
  page.after_at = {static_cast<std::int64_t>(*after)};
  if (!cursor.empty()) page.after_id = cursor.substr(dot + 1);
  const std::size_t shown = page.limit;
  ++page.limit;
  const auto sessions = co_await sessions_with_money(bank.pool, page, request.now);
  json::array items;
  json::value next = nullptr;
  for (std::size_t i = 0; i < sessions.size() && i < shown; ++i) {
    const Book book = co_await read_book(bank.pool, sessions[i]);
    items.push_back(sandbox_session(book, bank.config.public_url));
  }
  if (sessions.size() > shown) next = std::to_string(sessions[shown - 1].created_at.us) + "." + sessions[shown - 1].id;
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", std::move(next)}}));
}

Task<Answer> refund_capture(Bank& bank, Request& request) {
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto amount = reader.integer("amount_minor", 1, INT64_MAX);
  const auto reason = reader.text("reason", 0, 400);
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  RefundRequest wish;
  wish.key = std::string{request.idempotency_key()};
  wish.capture = std::string{request.params[0]};
  wish.reason = *reason;
  wish.amount_minor = *amount;
  const auto outcome = co_await refund(bank.desk(), std::move(wish), request.now);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

}  // namespace gelora::bank
