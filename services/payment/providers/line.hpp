// The line to one provider: so many calls at once and no more, a breaker, and calls again where that is safe. A provider that is
// slow or away holds up nothing but its own payments.
#pragma once
#include <functional>
#include <string>

#include "http/client.hpp"
#include "payment/providers/breaker.hpp"

namespace gelora::payment {

using loop::Task;

// A reply that says of itself that it comes again, whatever it is: the answer is kept under the call's key, or is final.
struct LineReply : http::Reply {
  bool stays = false;
};

class Line {
 public:
  // One call; throws http::NoReply.
  using Transport = std::function<Task<LineReply>(http::Call)>;
  struct Limits {
    unsigned in_flight = 64;
    unsigned waiting = 1000;  // for a place among them, until their deadline
    unsigned tries = 3;
    std::chrono::milliseconds pause{100};  // before the second try, doubled for each further one
    bool conflicts_pass = false;           // 409 means: another call with this key is still running
    Breaker::Limits breaker;
  };
  Line(loop::Loop& loop, std::string name, Transport transport, const base::Clock& clock, Limits limits)
      : name_(std::move(name)),
        transport_(std::move(transport)),
        clock_(clock),
        limits_(limits),
        breaker_(limits.breaker),
        freed_(loop) {}

  // The call's deadline is for all tries together. Any answer below 500 that is not "later". Every call is one that may be made
  // twice: reading, or under a key. A reply that stays is given back, whatever it is, and says nothing of how the provider is.
  // Throws base::Unavailable: at once when too many wait or the breaker is open.
  Task<http::Reply> send(http::Call call);

 private:
  bool comes_later(const LineReply& reply) const {
    if (reply.stays) return false;
    return reply.status == 429 || reply.status >= 500 || (limits_.conflicts_pass && reply.status == 409);
  }
  Task<> wait_for_place(std::chrono::steady_clock::time_point end);
  // Nothing when it is to be tried again; `what` then says why.
  Task<std::optional<LineReply>> try_once(http::Call call, std::string& what);

  std::string name_;
  Transport transport_;
  const base::Clock& clock_;
  Limits limits_;
  Breaker breaker_;
  loop::Signal freed_;
  unsigned in_flight_ = 0, waiting_ = 0;
};

}  // namespace gelora::payment
