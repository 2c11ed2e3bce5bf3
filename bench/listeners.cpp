// Many listeners of one show's event stream, and one buyer: how long after a hold has everybody heard of it?
//   bench-listeners --url http://127.0.0.1:PORT/…/availability/stream --holds http://127.0.0.1:PORT/…/holds --body JSON
//                   --tokens FILE --listeners N --count N [--pause S]
// The clock starts when the hold is sent, before its COMMIT: what is reported is more than COMMIT → listener.
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>

#include "load/answer_reader.hpp"
#include "load/arguments.hpp"
#include "load/latencies.hpp"
#include "load/requests.hpp"

namespace gelora::bench {
namespace {

using Ns = std::int64_t;
Ns now() { return std::chrono::steady_clock::now().time_since_epoch().count(); }

constexpr unsigned per_source = 5'000;  // connections from one source address
constexpr Ns patience = 20'000'000'000;

struct Listener {
  int socket = -1;
  bool heard_first = false;
  std::string partial;  // of a frame
};

class Audience {
 public:
  Audience(const Target& target, std::size_t count) : listeners_(count), epoll_(epoll_create1(EPOLL_CLOEXEC)) {
    const std::string request =
        "GET " + target.path + " HTTP/1.1\r\nHost: " + target.host + "\r\nAccept: text/event-stream\r\n\r\n";
    for (std::size_t i = 0; i < count; ++i) {
      Listener& listener = listeners_[i];
      listener.socket = connect_to(target, static_cast<unsigned>(i) / per_source);
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.ptr = &listener;
      if (epoll_ctl(epoll_, EPOLL_CTL_ADD, listener.socket, &event) != 0) throw std::runtime_error("epoll_ctl failed");
      if (::send(listener.socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
        throw std::runtime_error("a listener cannot ask");
    }
    for (const Ns end = now() + patience; ready_ < count;) listen(end);
  }

  // Until each has heard one delta more. Times since `sent` go to `each`; returns that of the last.
  Ns hear_all(Ns sent, Latencies& each) {
    heard_ = 0;
    Ns last = 0;
    for (const Ns end = sent + patience; heard_ < listeners_.size();) {
      const auto before = heard_;
      listen(end);
      last = now() - sent;
      for (auto i = before; i < heard_; ++i) each.add(last);
    }
    return last;
  }

 private:
  void listen(Ns end) {
    if (now() > end) throw std::runtime_error("not all listeners heard in time");
    std::array<epoll_event, 64> events;
    const int count = epoll_wait(epoll_, events.data(), events.size(), 100);
    for (int i = 0; i < count; ++i) take(*static_cast<Listener*>(events[i].data.ptr));
  }

  void take(Listener& listener) {
    const auto got = recv(listener.socket, buffer_.data(), buffer_.size(), 0);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) throw std::runtime_error("a listener was cut off");
    listener.partial.append(buffer_.data(), static_cast<std::size_t>(got));
    for (auto end = listener.partial.find("\n\n"); end != std::string::npos; end = listener.partial.find("\n\n")) {
      take_frame(listener, std::string_view{listener.partial}.substr(0, end));
      listener.partial.erase(0, end + 2);
    }
  }

  void take_frame(Listener& listener, std::string_view frame) {
    if (frame.find("event: delta\n") != std::string_view::npos) ++heard_;
    if (listener.heard_first) return;
    if (frame.find("event: snapshot\n") == std::string_view::npos) throw std::runtime_error("no snapshot at first");
    listener.heard_first = true;
    ++ready_;
  }

  std::vector<Listener> listeners_;
  std::array<char, 64 * 1024> buffer_{};
  int epoll_;
  std::size_t ready_ = 0, heard_ = 0;
};

struct Wish {
  Target stream, holds;
  std::string body;
  std::vector<std::string> tokens;
  std::size_t listeners = 0, count = 0;
  double pause = 0;
};

// Sends one hold and reads its answer; returns when it was sent.
Ns hold_once(int socket, Requests& requests) {
  const auto text = requests.next();
  const Ns sent = now();
  if (::send(socket, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size()))
    throw std::runtime_error("the buyer cannot ask");
  return sent;
}

void read_answer(int socket) {
  AnswerReader reader;
  std::array<char, 16 * 1024> buffer;
  std::optional<int> status;
  for (const Ns end = now() + patience; !status && now() < end;) {
    const auto got = recv(socket, buffer.data(), buffer.size(), 0);
    if (got == 0) throw std::runtime_error("the buyer was cut off");
    if (got > 0) status = reader.take({buffer.data(), static_cast<std::size_t>(got)});
  }
  if (status != 201) throw std::runtime_error("a hold was answered " + std::to_string(status.value_or(0)));
}

void run(const Wish& wish) {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  const auto audience = std::make_unique<Audience>(wish.stream, wish.listeners);
  Requests requests(wish.holds, {wish.body}, wish.tokens, "l" + std::to_string(now() % 1'000'000'000));
  const int buyer = connect_to(wish.holds);
  Latencies last, each;
  for (std::size_t i = 0; i < wish.count; ++i) {
    usleep(static_cast<useconds_t>(wish.pause * 1e6));
    const Ns sent = hold_once(buyer, requests);
    last.add(audience->hear_all(sent, each));
    read_answer(buyer);
  }
  std::printf("{\"listeners\": %zu, \"last\": %s, \"each\": %s}\n", wish.listeners, to_json(last).c_str(), to_json(each).c_str());
}

Wish read_wish(int count, char** values) {
  Arguments arguments(count, values);
  Wish wish;
  wish.stream = parse_target(arguments.text("url", ""));
  wish.holds = parse_target(arguments.text("holds", ""));
  wish.body = arguments.text("body", "");
  wish.listeners = static_cast<std::size_t>(arguments.number("listeners", 10'000));
  wish.count = static_cast<std::size_t>(arguments.number("count", 100));
  wish.pause = arguments.number("pause", 0.1);
  std::ifstream lines(arguments.text("tokens", ""));
  arguments.finish();
  for (std::string line; std::getline(lines, line);) wish.tokens.push_back(line);
  return wish;
}

}  // namespace
}  // namespace gelora::bench

int main(int count, char** values) {
  try {
    gelora::bench::run(gelora::bench::read_wish(count, values));
    return 0;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "bench-listeners: %s\n", fault.what());
    return 1;
  }
}
