// HTTP and HTTPS to the world outside, by libcurl on threads of its own: certificates are checked, redirects are not followed.
#pragma once
#include <string>

#include "loop/workers.hpp"
#include "payment/providers/line.hpp"

namespace gelora::payment {

class Outside {
 public:
  // `base_url` may have a path, which comes before every call's. At most `threads` calls run, as many again wait.
  Outside(std::string base_url, unsigned threads);

  // It stays when its head has Idempotent-Replayed: true or Stripe-Should-Retry: false (docs.stripe.com/api/idempotent_requests
  // and docs.stripe.com/error-low-level). Throws http::NoReply when there is none within the call's deadline, waiting included.
  loop::Task<LineReply> send(http::Call call);

 private:
  std::string base_url_;
  loop::Workers workers_;
};

}  // namespace gelora::payment
