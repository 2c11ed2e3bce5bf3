// A circuit breaker: after several failures in a row nobody asks for a while; then one call tries whether it works again. Pure.
#pragma once
#include "base/time.hpp"

namespace gelora::payment {

class Breaker {
 public:
  struct Limits {
    unsigned failures = 5;
    base::Duration pause = std::chrono::seconds{5};
  };
  explicit Breaker(Limits limits) : limits_(limits) {}

  // Whether to call now. While it is half open, only the one that was let through decides.
  bool lets_through(base::Instant now) {
    if (failures_ < limits_.failures) return true;
    if (now < open_until_) return false;
    open_until_ = now + limits_.pause;  // others wait for what this one finds, or until it is given up
    return true;
  }
  void succeeded() { failures_ = 0; }
  void failed(base::Instant now) {
    if (++failures_ >= limits_.failures) open_until_ = now + limits_.pause;
  }
  bool is_open(base::Instant now) const { return failures_ >= limits_.failures && now < open_until_; }

 private:
  Limits limits_;
  unsigned failures_ = 0;  // in a row
  base::Instant open_until_;
};

}  // namespace gelora::payment
