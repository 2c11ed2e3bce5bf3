// HTTP/1.1 client of one loop for calls between services: pooled connections, one deadline for the whole call.
// Plain HTTP only; calls to the outside world (TLS) go through libcurl.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/unavailable.hpp"
#include "http/message.hpp"
#include "loop/loop.hpp"

namespace gelora::http {

struct Call {
  Verb method = Verb::get;
  std::string target = "/";  // path and query
  std::string body;          // sent as application/json when not empty
  std::vector<std::pair<std::string, std::string>> headers;
  std::string traceparent;  // W3C trace context of the request that this call serves; empty: none
  std::chrono::milliseconds deadline{3000};
};

struct Reply {
  unsigned status = 0;
  std::string body;
  std::string retry_after;  // of the header, empty when there is none
};

// No reply within the deadline, or the connection failed. Whether the peer acted on the call is not known.
class NoReply : public base::Unavailable {
 public:
  using base::Unavailable::Unavailable;
};

class Client {
 public:
  // `base_url` is "http://host:port"; throws std::invalid_argument for anything else.
  Client(loop::Loop& loop, const std::string& base_url);
  ~Client();

  // Throws NoReply. A pooled connection that the peer had closed is replaced once, before anything was sent on it.
  Task<Reply> send(Call call);

 private:
  struct Pooled;
  std::shared_ptr<Pooled> take_idle();
  Task<> connect(Pooled& pooled);

  loop::Loop& loop_;
  std::string host_, port_;
  std::vector<std::shared_ptr<Pooled>> idle_;
};

}  // namespace gelora::http
