// HTTP and HTTPS to the world outside, by libcurl on threads of its own: certificates are checked, redirects are not followed.
#pragma once
#include <string>

#include "http/client.hpp"
#include "loop/workers.hpp"

namespace gelora::payment {

class Outside {
 public:
  // `base_url` may have a path, which comes before every call's. At most `threads` calls run, as many again wait.
  Outside(std::string base_url, unsigned threads);

  // Throws http::NoReply when there is none within the call's deadline, waiting included.
  loop::Task<http::Reply> send(http::Call call);

 private:
  std::string base_url_;
  loop::Workers workers_;
};

}  // namespace gelora::payment
