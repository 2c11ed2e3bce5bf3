#include "booking/api/forwarder.hpp"

#include "http/problem.hpp"

namespace gelora::booking {

using namespace std::chrono_literals;
using http::Answer, http::Request;
using Steady = loop::SteadyClock;

namespace {

constexpr std::string_view hop = "X-Gelora-Hop";
constexpr auto longest_wait = 6s;   // a dead owner's leases end within 3 s
constexpr auto wait_for_news = 1s;  // when the database has come back, or this process has just woken up
constexpr auto ask_again_after = 100ms;
constexpr std::string_view passed_on[] = {"Authorization", "Idempotency-Key", "Content-Type", "Accept-Language"};

}  // namespace

Task<Answer> Forwarder::at_owner(Request& request, std::function<Task<Answer>()> handler) {
  const auto began = Steady::now();
  for (;;) {
    std::optional<ShowId> show;
    try {
      co_return co_await handler();
    } catch (const DeskElsewhere& elsewhere) {
      show = elsewhere.show;
    }
    if (!roster_.database_answers()) co_return http::unavailable(2);
    const auto waited = Steady::now() - began;
    const bool too_long = waited > (roster_.is_current() ? longest_wait : wait_for_news);
    if (!request.header(hop).empty() || too_long) co_return http::unavailable(1);
    const std::string address = roster_.address_of(*show);
    if (!address.empty()) {
      auto answer = co_await ask(address, request);
      if (answer) co_return std::move(*answer);
    }
    co_await loop::sleep_for(ask_again_after);
  }
}

// Nothing when the owner did not answer or has no desk for it any more: what it did, if anything, the same key will tell.
Task<std::optional<Answer>> Forwarder::ask(const std::string& address, const Request& request) {
  auto& client = clients_[address];
  if (!client) client = std::make_unique<http::Client>(loop_, address);
  http::Call call;
  call.method = request.method;
  call.target = request.path;
  call.body = request.body;
  for (const auto name : passed_on) {
    if (const auto value = request.header(name); !value.empty()) call.headers.emplace_back(name, value);
  }
  call.headers.emplace_back(hop, "1");
  call.headers.emplace_back("X-Request-Id", request.request_id);
  call.headers.emplace_back("X-Forwarded-For", request.peer_address);
  call.traceparent = request.trace.traceparent();
  http::Reply reply;
  bool answered = true;
  try {
    reply = co_await client->send(std::move(call));
  } catch (const http::NoReply&) {
    answered = false;
  }
  if (!answered || reply.status == 503) co_return std::nullopt;
  Answer answer = http::json_answer(std::move(reply.body), reply.status);
  answer.outcome = "forwarded";
  if (reply.status >= 400) answer.content_type = "application/problem+json";
  if (!reply.retry_after.empty()) answer.headers.emplace_back("Retry-After", reply.retry_after);
  co_return answer;
}

}  // namespace gelora::booking
