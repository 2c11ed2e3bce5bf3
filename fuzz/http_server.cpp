// The real server on a real socket: the same bytes, sent at once and sent in pieces, are the same requests.
#include "http/server.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/json/parse.hpp>
#include <charconv>
#include <csignal>

#include "fuzz/fuzz.hpp"
#include "http/body.hpp"
#include "telemetry/log.hpp"

using namespace gelora;
using namespace gelora::http;

namespace {

// What the handlers were called with.
struct Seen {
  std::string requests;

  void note(const Request& request) {
    requests += std::to_string(static_cast<int>(request.method)) + ' ';
    requests.append(request.path).append("?").append(request.query).append(" ").append(request.params[0]).append("\n");
    for (const auto& header : request.headers) requests.append(header.name_text).append(": ").append(header.value).append("\n");
    requests += request.body + '\n';
  }
};

Answer at_once(Seen& seen, Request& request) {
  seen.note(request);
  return json_answer("{}");
}
Task<Answer> later(Seen& seen, Request& request) {
  seen.note(request);
  const JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  co_return no_content();
}

constexpr Route<Seen> table[] = {
    {Verb::get, "/hot/{id}", Access::open, at_once, Kind::hot},
    {Verb::post, "/a", Access::open, later},
    {Verb::post, "/once", Access::open, later, Kind::idempotent},
    {Verb::get, "/mine", Access::person, at_once},
};

struct Site {
  Site() {
    telemetry::start_log("fuzz", "off");
    std::signal(SIGPIPE, SIG_IGN);
    port = server.listen("127.0.0.1:0");
  }

  void serve() {
    while (loop.context().poll() > 0) {
    }
  }

  // What the handlers see of `bytes` in pieces of that size.
  std::string requests_in(std::string_view bytes, std::size_t piece) {
    seen.requests.clear();
    answers.clear();
    const int client = connected();
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
      if (::send(client, bytes.data(), std::min(piece, bytes.size()), 0) < 0) break;  // it was refused already
      serve();
      take_answers(client);
    }
    ::shutdown(client, SHUT_WR);
    serve();
    take_answers(client);
    ::close(client);
    serve();
    must_be_json(answers);
    return seen.requests;
  }

  int connected() const {
    const sockaddr_in to{AF_INET, htons(port), {htonl(INADDR_LOOPBACK)}, {}};
    for (;;) {
      const int client = ::socket(AF_INET, SOCK_STREAM, 0);
      const linger hard{1, 0};  // no connection may be remembered by the system after its end: there are thousands a second
      ::setsockopt(client, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
      if (::connect(client, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0) return client;
      CHECK(errno == EADDRNOTAVAIL || errno == EINTR);  // others use the machine's ports, too
      ::close(client);
    }
  }

  void take_answers(int client) {
    char some[4096];
    for (ssize_t count = 0; (count = ::recv(client, some, sizeof some, MSG_DONTWAIT)) > 0;)
      answers.append(some, static_cast<std::size_t>(count));
  }
  // Every body that came whole.
  static void must_be_json(std::string_view rest) {
    constexpr std::string_view length = "\r\nContent-Length: ";
    while (rest.find("\r\n\r\n") != std::string_view::npos) {
      CHECK(rest.starts_with("HTTP/1.1 "));
      const auto head = rest.substr(0, rest.find("\r\n\r\n") + 4);
      rest.remove_prefix(head.size());
      const auto at = head.find(length);
      if (at == std::string_view::npos || rest.starts_with("HTTP/1.1 ")) continue;  // no body, or that of a HEAD
      std::size_t size = 0;
      std::from_chars(head.data() + at + length.size(), head.data() + head.size(), size);
      if (size > rest.size()) return;
      CHECK(size == 0 || boost::json::parse(rest.substr(0, size)).is_object());
      rest.remove_prefix(size);
    }
  }

  loop::Loop loop;
  base::ManualClock clock;
  telemetry::Metrics metrics;
  Seen seen;
  Routes routes{table, seen};
  Server server{loop, routes, [](Request&, Access) { return std::optional<Answer>(problem_of_nobody()); }, clock, metrics};
  std::uint16_t port = 0;
  std::string answers;  // of the connection

  static Answer problem_of_nobody() {
    Answer answer;
    answer.status = 401;
    return answer;
  }
};

}  // namespace

FUZZ(bytes) {
  static Site& site = *new Site;
  const std::size_t piece = 1 + fuzz::choice(bytes) % 64;
  const std::string whole = site.requests_in(bytes, SIZE_MAX);
  CHECK(site.requests_in(bytes, piece) == whole);
}
