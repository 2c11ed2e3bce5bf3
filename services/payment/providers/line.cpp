#include "payment/providers/line.hpp"

#include "telemetry/log.hpp"

namespace gelora::payment {
namespace {

struct Counted {
  explicit Counted(unsigned& of) : count(of) { ++count; }
  ~Counted() { --count; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  unsigned& count;
};

struct Place : Counted {
  Place(unsigned& of, loop::Signal& signal) : Counted(of), freed(signal) {}
  ~Place() { freed.notify_one(); }  // who wakes looks again after this turn
  loop::Signal& freed;
};

}  // namespace

Task<std::optional<LineReply>> Line::try_once(http::Call call, std::string& what) {
  std::optional<LineReply> reply;
  try {
    reply = co_await transport_(std::move(call));
  } catch (const base::Unavailable& fault) {
    what = fault.what();
  }
  const bool was_open = breaker_.is_open(clock_.now());
  if (reply && (reply->status < 500 || reply->stays)) {
    breaker_.succeeded();
  } else {
    breaker_.failed(clock_.now());
  }
  if (!was_open && breaker_.is_open(clock_.now())) telemetry::warn("provider is away", {{"provider", name_}, {"what", what}});
  if (reply && comes_later(*reply)) {
    what = "status " + std::to_string(reply->status) + " " + reply->body.substr(0, 300);
    reply.reset();
  }
  co_return reply;
}

Task<> Line::wait_for_place(std::chrono::steady_clock::time_point end) {
  while (in_flight_ >= limits_.in_flight) {
    const auto left = end - std::chrono::steady_clock::now();
    const bool hopeless = waiting_ >= limits_.waiting || left.count() <= 0 || breaker_.is_open(clock_.now());
    if (hopeless) throw base::Unavailable(name_ + ": too many calls at once");
    const Counted waits(waiting_);
    co_await freed_.wait_for(left);
  }
}

Task<http::Reply> Line::send(http::Call call) {
  using std::chrono::steady_clock, std::chrono::milliseconds;
  const auto end = steady_clock::now() + call.deadline;
  co_await wait_for_place(end);
  const Place place(in_flight_, freed_);
  std::string what;
  auto pause = limits_.pause;
  for (unsigned tries = 1;; ++tries) {
    if (!breaker_.lets_through(clock_.now())) throw base::Unavailable(name_ + " is away" + (what.empty() ? "" : ": " + what));
    call.deadline = std::chrono::duration_cast<milliseconds>(end - steady_clock::now());
    auto reply = co_await try_once(call, what);
    if (reply) co_return std::move(*reply);
    if (tries >= limits_.tries || steady_clock::now() + pause >= end) throw base::Unavailable(name_ + ": " + what);
    co_await loop::sleep_for(pause);
    pause *= 2;
  }
}

}  // namespace gelora::payment
