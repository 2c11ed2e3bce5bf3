// A body whose length is not known when it begins (RFC 9112, section 7.1). One that breaks off lacks its end, and its reader
// knows.
#pragma once
#include <functional>
#include <memory>

#include "http/message.hpp"
#include "loop/loop.hpp"

namespace gelora::http {

class Chunks {
 public:
  explicit Chunks(loop::TcpSocket socket) : socket_(std::make_shared<loop::TcpSocket>(std::move(socket))) {}
  // False: the peer is gone, or has taken nothing for half a minute. An empty text writes nothing.
  loop::Task<bool> write(std::string text);
  loop::Task<bool> end();

 private:
  loop::Task<bool> send(std::string bytes);
  std::shared_ptr<loop::TcpSocket> socket_;  // the timer may outlive this
};

// An answer of that type whose body is what `produce` writes; it ends well when that returns true. What `produce` throws breaks
// the body off.
Answer chunked(loop::Loop& loop, std::string_view content_type, std::function<loop::Task<bool>(Chunks&)> produce);

}  // namespace gelora::http
