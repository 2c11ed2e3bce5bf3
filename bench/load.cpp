// Load on one URL of this machine: keep-alive, no pipelining, one thread, one JSON object of what came back.
//   bench-load --url http://127.0.0.1:PORT/path [--body JSON | --bodies FILE] [--tokens FILE] --connections N --seconds S
//   [--warmup S]
//              [--rate N] [--overflow wait|drop]
// Without --rate each connection asks again as soon as it was answered (closed loop). With it requests are due at fixed times
// whatever the server does, and their time is counted from then (open loop); one that finds no free connection waits, or
// is dropped, as a buyer who gives up.
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <system_error>

#include "load/answer_reader.hpp"
#include "load/arguments.hpp"
#include "load/latencies.hpp"
#include "load/requests.hpp"

namespace gelora::bench {
namespace {

using Ns = std::int64_t;  // since the clock's beginning

Ns now() { return std::chrono::steady_clock::now().time_since_epoch().count(); }

struct Wish {
  Target target;
  std::vector<std::string> bodies;
  std::vector<std::string> tokens;
  std::size_t connections = 0;
  Ns warmup = 0, length = 0;
  double rate = 0;  // a second; 0: closed loop
  bool drop = false;
};

struct Connection {
  int socket = -1;
  AnswerReader reader;
  std::string unsent;
  Ns due = 0;  // when its request had to be sent
  bool busy = false;
};

struct Tally {
  std::uint64_t in_window = 0;  // answers that came while we measured
  Latencies latencies;          // of requests that were due while we measured
};

class Load {
 public:
  explicit Load(Wish wish)
      : wish_(std::move(wish)),
        requests_(wish_.target, wish_.bodies, wish_.tokens,
                  "b" + std::to_string(getpid()) + "-" + std::to_string(now() % 1'000'000)),
        connections_(wish_.connections),
        epoll_(epoll_create1(EPOLL_CLOEXEC)) {
    prctl(PR_SET_TIMERSLACK, 1);
    for (auto& connection : connections_) open(connection);
  }

  void run() {
    began_ = now();
    window_ = began_ + wish_.warmup;
    end_ = window_ + wish_.length;
    if (wish_.rate > 0) {
      for (auto& connection : connections_) free_.push_back(&connection);
    } else {
      for (auto& connection : connections_) send(connection, now());
    }
    const Ns patience = end_ + 10'000'000'000;
    for (Ns at = now(); at < end_ || (busy_ > 0 && at < patience); at = now()) {
      if (wish_.rate > 0) send_due(at);
      take_answers(at);
    }
  }

  std::string report() const {
    const double seconds = static_cast<double>(wish_.length) / 1e9;
    std::string out = "{\"seconds\": " + std::to_string(seconds) + ", \"total\": " + std::to_string(total_) +
                      ", \"dropped\": " + std::to_string(dropped_) + ", \"unanswered\": " + std::to_string(busy_) +
                      ", \"closed\": " + std::to_string(closed_) + ", \"answers\": {";
    for (const auto& [status, tally] : tallies_) {
      if (out.back() != '{') out += ", ";
      out += "\"" + std::to_string(status) +
             "\": {\"per_second\": " + std::to_string(static_cast<double>(tally->in_window) / seconds) +
             ", \"latency\": " + to_json(tally->latencies) + "}";
    }
    return out + "}}";
  }

 private:
  void open(Connection& connection) {
    connection = Connection{};
    connection.socket = connect_to(wish_.target);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = &connection;
    if (epoll_ctl(epoll_, EPOLL_CTL_ADD, connection.socket, &event) != 0)
      throw std::system_error(errno, std::generic_category(), "epoll_ctl");
  }

  void send(Connection& connection, Ns due) {
    connection.due = due;
    connection.busy = true;
    ++busy_;
    const auto text = requests_.next();
    const auto sent = ::send(connection.socket, text.data(), text.size(), MSG_NOSIGNAL);
    if (sent == static_cast<ssize_t>(text.size())) return;
    connection.unsent = text.substr(sent < 0 ? 0 : static_cast<std::size_t>(sent));
  }

  // Requests that are due by `at`, one a free connection.
  void send_due(Ns at) {
    for (;; ++due_) {
      const Ns due = began_ + static_cast<Ns>(static_cast<double>(due_) * 1e9 / wish_.rate);
      if (due > at || due >= end_) return;
      if (free_.empty()) {
        if (!wish_.drop) return;
        dropped_ += due >= window_;
        continue;
      }
      Connection& connection = *free_.back();
      free_.pop_back();
      send(connection, due);
    }
  }

  void take_answers(Ns at) {
    // In an open loop requests leave in small bursts, 5,000 times a second: a busy loop would take a core from the server.
    const timespec pause{0, wish_.rate > 0 && at < end_ ? 200'000 : 20'000'000};
    std::array<epoll_event, 256> events;
    const int count = epoll_pwait2(epoll_, events.data(), events.size(), &pause, nullptr);
    for (int i = 0; i < count; ++i) {
      auto& connection = *static_cast<Connection*>(events[i].data.ptr);
      if (!connection.unsent.empty() && (events[i].events & EPOLLOUT) != 0) send_rest(connection);
      if ((events[i].events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0) receive(connection);
    }
  }

  void send_rest(Connection& connection) {
    const auto sent = ::send(connection.socket, connection.unsent.data(), connection.unsent.size(), MSG_NOSIGNAL);
    if (sent > 0) connection.unsent.erase(0, static_cast<std::size_t>(sent));
  }

  void receive(Connection& connection) {
    for (;;) {
      const auto got = recv(connection.socket, buffer_.data(), buffer_.size(), 0);
      if (got < 0 && errno == EAGAIN) return;
      if (got <= 0) return lost(connection);
      const auto status = connection.reader.take({buffer_.data(), static_cast<std::size_t>(got)});
      if (status) return answered(connection, *status);
    }
  }

  void answered(Connection& connection, int status) {
    const Ns at = now();
    auto& tally = tallies_[status];
    if (!tally) tally = std::make_unique<Tally>();
    ++total_;
    tally->in_window += at >= window_ && at < end_;
    if (connection.due >= window_ && connection.due < end_) tally->latencies.add(at - connection.due);
    next(connection, at);
  }

  // The server ended the connection: counted, and opened again.
  void lost(Connection& connection) {
    ++closed_;
    const bool was_busy = connection.busy;
    close(connection.socket);
    open(connection);
    connection.busy = was_busy;
    if (was_busy) next(connection, now());
  }

  void next(Connection& connection, Ns at) {
    connection.busy = false;
    --busy_;
    if (wish_.rate > 0) free_.push_back(&connection);
    else if (at < end_) send(connection, at);
  }

  Wish wish_;
  Requests requests_;
  std::vector<Connection> connections_;
  std::vector<Connection*> free_;  // open loop only
  std::map<int, std::unique_ptr<Tally>> tallies_;
  std::array<char, 256 * 1024> buffer_{};
  int epoll_;
  Ns began_ = 0, window_ = 0, end_ = 0;
  std::uint64_t due_ = 0, total_ = 0, dropped_ = 0, closed_ = 0;
  std::size_t busy_ = 0;
};

Wish read_wish(int count, char** values) {
  Arguments arguments(count, values);
  Wish wish;
  wish.target = parse_target(arguments.text("url", ""));
  if (std::string body = arguments.text("body", ""); !body.empty()) wish.bodies.push_back(std::move(body));
  if (const std::string file = arguments.text("bodies", ""); !file.empty()) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) wish.bodies.push_back(line);
    if (wish.bodies.empty()) throw std::invalid_argument("no bodies in " + file);
  }
  wish.connections = static_cast<std::size_t>(arguments.number("connections", 64));
  wish.length = static_cast<Ns>(arguments.number("seconds", 3) * 1e9);
  wish.warmup = static_cast<Ns>(arguments.number("warmup", 0.5) * 1e9);
  wish.rate = arguments.number("rate", 0);
  const std::string overflow = arguments.text("overflow", "wait");
  if (overflow != "wait" && overflow != "drop") throw std::invalid_argument("--overflow is wait or drop");
  wish.drop = overflow == "drop";
  if (const std::string file = arguments.text("tokens", ""); !file.empty()) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) wish.tokens.push_back(line);
    if (wish.tokens.empty()) throw std::invalid_argument("no tokens in " + file);
  }
  arguments.finish();
  return wish;
}

}  // namespace
}  // namespace gelora::bench

int main(int count, char** values) {
  try {
    const auto load = std::make_unique<gelora::bench::Load>(gelora::bench::read_wish(count, values));
    load->run();
    std::puts(load->report().c_str());
    return 0;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "bench-load: %s\n", fault.what());
    return 1;
  }
}
