// Redis over hiredis, on a loop. Redis is never a source of truth here: whoever asks must be able to go on without an answer.
#pragma once
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "base/config.hpp"
#include "base/unavailable.hpp"
#include "loop/loop.hpp"

namespace gelora::redis {

using loop::Task;

struct Settings {
  std::string socket;  // path of the local socket; empty: TCP
  std::string host;
  std::uint16_t port = 6379;
};

// GELORA_REDIS_SOCKET, or GELORA_REDIS_HOST and GELORA_REDIS_PORT.
Settings read_settings(base::Environment& env);

struct Reply {
  enum class Kind { nil, integer, text, list };
  Kind kind = Kind::nil;
  std::int64_t integer = 0;
  std::string text;
  std::vector<Reply> list;
};

// Redis is away, slow, or refused the command.
class Away : public base::Unavailable {
 public:
  using base::Unavailable::Unavailable;
};

class Client {
 public:
  Client(loop::Loop& loop, Settings settings);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // Sends one command. Throws Away; after that, for half a second, at once. Whether the command took effect is then not known.
  Task<Reply> command(std::vector<std::string> words, std::chrono::milliseconds deadline = std::chrono::milliseconds{50});

 private:
  struct Link;
  struct Waiting;

  void connect();
  void give_up();

  loop::Loop& loop_;
  Settings settings_;
  std::shared_ptr<Link> link_;
  std::chrono::steady_clock::time_point next_try_{};
};

}  // namespace gelora::redis
