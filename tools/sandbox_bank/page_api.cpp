#include "bank.hpp"
#include "http/body.hpp"
#include "page.hpp"

namespace gelora::bank {
namespace {

struct Choice {
  std::string outcome, method;
  std::int64_t delay_ms = 0;
  bool from_page = false;
};

std::variant<Choice, Answer> read_choice(const Request& request) {
  http::FieldFaults faults;
  Choice choice;
  if (request.header(http::FieldName::content_type).starts_with("application/x-www-form-urlencoded")) {
    Request form;
    form.query = request.body;
    choice.outcome = form.query_value("outcome").value_or("");
    choice.method = form.query_value("method").value_or("");
    choice.from_page = true;
  } else {
    http::JsonBody body(request);
    if (body.refused()) return *body.refused();
    auto reader = body.reader(faults);
    choice.outcome = reader.text("outcome", 1, 24).value_or("");
    choice.delay_ms = reader.optional_integer("delay_ms", 0, 3'600'000).value_or(0);
    reader.unknown_members();
  }
  if (choice.from_page && is_method(choice.method)) return choice;
  if (faults.none() && !is_outcome(choice.outcome)) faults.add("/outcome", "must be one of " + outcomes_listed());
  if (!faults.none()) return faults.problem();
  return choice;
}

// Before what makes some addresses long.
std::string session_of(const Request& request) { return std::string{request.params[0].substr(0, request.params[0].find('~'))}; }

}  // namespace

Task<Answer> show_page(Bank& bank, Request& request) {
  const auto session = co_await find_session(bank.pool, session_of(request), request.now);
  if (!session) co_return nothing_here();
  const auto language = request.header(http::FieldName::accept_language);
  Answer answer;
  answer.content_type = "text/html; charset=utf-8";
  answer.headers.emplace_back("Content-Security-Policy",
                              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");
  answer.headers.emplace_back("Cache-Control", "no-store");
  answer.body = payment_page(*session, language.starts_with("en"));
  co_return answer;
}

Task<Answer> choose_outcome(Bank& bank, Request& request) {
  const auto session = co_await find_session(bank.pool, session_of(request), request.now);
  if (!session) co_return nothing_here();
  auto read = read_choice(request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  const auto& choice = std::get<Choice>(read);
  if (!choice.method.empty()) {
    co_await choose_method(bank.desk(), session->id, choice.method, request.now);
  } else {
    co_await choose(bank.desk(), session->id, choice.outcome, std::chrono::milliseconds{choice.delay_ms}, request.now);
  }
  bank.webhooks_wake.notify_one();
  Answer answer = http::json_answer(R"({"status":"accepted"})", 202);
  if (choice.from_page) {
    const bool goes_back = choice.method.empty() && ends_visit(choice.outcome);
    answer.status = 303;
    answer.headers.emplace_back("Location", goes_back ? session->return_url : "/pay/" + session->id);
  } else {
    answer.hang_up = choice.outcome == "capture_then_timeout";
  }
  co_return answer;
}

}  // namespace gelora::bank
