// HTTP/1.1 server of one loop: keep-alive, limits, deadlines, access control, problem+json, one log line a request,
// metrics, graceful shutdown. Several loops each have one, on the same port (SO_REUSEPORT).
#pragma once
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <vector>

#include "http/edge_networks.hpp"
#include "http/message.hpp"
#include "http/routes.hpp"
#include "loop/loop.hpp"
#include "telemetry/metrics.hpp"

namespace gelora::http {

struct ServerLimits {
  std::size_t header_bytes = 8 * 1024;
  std::size_t body_bytes = 16 * 1024;
  std::size_t bulk_bytes = 256 * 1024;           // of a Kind::bulk
  std::size_t document_bytes = 4 * 1024 * 1024;  // of a Kind::document
  std::size_t upload_bytes = 8 * 1024 * 1024;    // of a Kind::upload
  std::size_t connections = 20'000;
  std::chrono::seconds request_deadline{10};  // from the first byte of a request to its last
  std::chrono::seconds idle{75};              // between requests
  // While draining, a connection is kept so long after its last answer. Whoever asks us (the edge, http::Client) uses none that
  // was idle for half of it, so that no request is on its way on a connection that is closed.
  std::chrono::milliseconds linger{1000};
};

// Proves who calls: fills request.caller or request.service, or returns the refusal.
using Authenticate = std::function<std::optional<Answer>(Request&, Access)>;

class Server {
 public:
  Server(loop::Loop& loop, const Routes& routes, Authenticate authenticate, const base::Clock& clock, telemetry::Metrics& metrics,
         ServerLimits limits = {}, EdgeNetworks edges = EdgeNetworks());
  ~Server();

  // Listens on "host:port", beside other processes that do; throws when the port is taken by others. Returns the port (for port
  // 0: the one chosen).
  std::uint16_t listen(const std::string& address);
  // Also on an address of this process alone, which takes connections until the process has drained.
  std::uint16_t listen_alone(const std::string& address);
  // Stops accepting, lets requests in flight finish for at most `limit`, closes connections when nobody uses them any more.
  Task<> drain(std::chrono::seconds limit);

 private:
  struct Connection;
  struct RouteMetrics;

  struct Door;

  std::uint16_t open_door(const std::string& address, bool own);
  Task<> accept(Door& door);
  void welcome(loop::TcpSocket socket);
  void close(Door& door);
  bool rests(const Connection& connection) const;
  Task<> serve(std::shared_ptr<Connection> connection);
  void begin_request(Connection& connection);
  // What was read so far: a whole request, a part of one, or nothing that is HTTP (answered already).
  enum class Reading { done, more, refused };
  Reading parse(Connection& connection);
  // Each sets the connection's answer: the handler's, or the one for what it threw.
  void answer_hot(Connection& connection, const BoundRoute& route);
  Task<> respond(Connection& connection, const Routes::Match& match);
  // Nothing when the route has a coroutine that is to be asked.
  std::optional<Answer> answer_without_waiting(Connection& connection, const Routes::Match& match);
  Answer answer_fault(Request& request, const BoundRoute* route, const std::exception& fault);
  // The connection's answer on the wire; valid until its next one.
  std::string_view bytes_of(Connection& connection);
  void send_soon(Connection& connection);
  void send_now(Connection& connection);
  void send_outgoing();
  Task<bool> write_rest(Connection& connection);
  void write_problem(const Request& request, Answer& answer) const;
  void account(const Request& request, const BoundRoute* route, const Answer& answer, std::int64_t took_us);
  static void record_span(const Request& request, const RouteMetrics& counted, const Answer& answer, std::int64_t took_us);
  RouteMetrics& metrics_of(const BoundRoute* route);
  prometheus::Counter& counter_of(RouteMetrics& route, std::string_view outcome, unsigned status);
  void close_overdue();
  Task<> watch_deadlines();

  loop::Loop& loop_;
  const Routes& routes_;
  Authenticate authenticate_;
  const base::Clock& clock_;
  telemetry::Metrics& metrics_;
  ServerLimits limits_;
  EdgeNetworks edges_;
  std::list<Door> doors_;
  loop::Timer watch_;
  std::list<Connection*> connections_;
  std::vector<Connection*> outgoing_;  // their answers are sent at the end of this turn of the loop
  bool draining_ = false;
  std::chrono::steady_clock::time_point now_ = std::chrono::steady_clock::now();  // for deadlines; half a second old at most
  prometheus::Gauge& open_connections_;
  std::vector<std::unique_ptr<RouteMetrics>> route_metrics_;  // by route; the last: of none
};

}  // namespace gelora::http
