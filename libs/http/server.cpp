#include "http/server.hpp"

#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/json/serialize.hpp>
#include <cstring>
#include <optional>

#include "base/encoding.hpp"
#include "base/json_text.hpp"
#include "base/unavailable.hpp"
#include "http/parser.hpp"
#include "http/problem.hpp"
#include "telemetry/log.hpp"
#include "telemetry/spans.hpp"

namespace gelora::http {
namespace {

using loop::ErrorCode;
using Steady = std::chrono::steady_clock;
using HttpError = boost::beast::http::error;

constexpr std::size_t buffer_bytes = 16 * 1024;

bool valid_request_id(std::string_view id) {
  if (id.empty() || id.size() > 64) return false;
  for (const char c : id) {
    const bool ok =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    if (!ok) return false;
  }
  return true;
}

// Nobody needs more than a route's kind does; a path that is no route's may be as long as most.
std::size_t longest_body(const BoundRoute* route, const ServerLimits& limits) {
  if (route != nullptr && route->kind == Kind::bulk) return limits.bulk_bytes;
  if (route != nullptr && route->kind == Kind::document) return limits.document_bytes;
  if (route != nullptr && route->kind == Kind::upload) return limits.upload_bytes;
  return limits.body_bytes;
}

bool valid_idempotency_key(std::string_view key) {
  if (key.empty() || key.size() > 255) return false;
  for (const char c : key) {
    if (c < 0x21 || c > 0x7e) return false;
  }
  return true;
}

const ProblemType& problem_of(const ErrorCode& error) {
  if (error == HttpError::body_limit) return content_too_large;
  if (error == HttpError::header_limit) return headers_too_large;
  return malformed_request;
}

}  // namespace

struct Server::Connection {
  explicit Connection(loop::TcpSocket s) : socket(std::move(s)), buffer(buffer_bytes) {}

  loop::TcpSocket socket;
  std::vector<char> buffer;
  std::size_t begin = 0, end = 0;  // bytes read and not yet parsed
  std::size_t head_end = 0;        // where the body's bytes go, once the head is whole
  Request request;
  std::optional<RequestParser> parser;  // of `request`
  Answer answer;                        // being written
  std::string head;                     // of it, and its body unless that is prepared
  std::string_view unsent;              // what is left of it
  Steady::time_point deadline, waiting_since = Steady::now();
  bool in_request = false;
  bool keep_alive = true;
  std::string peer;
  bool is_of_edge = false;  // it may say for whom it asks
  std::list<Connection*>::iterator place;
};

struct Server::Door {
  loop::TcpAcceptor acceptor;
  bool own;
  bool open = true;
};

// The series of one route: outcomes are few, and their names are literals.
struct Server::RouteMetrics {
  struct Outcome {
    std::string_view name;
    unsigned status;
    prometheus::Counter* count;
  };
  prometheus::Histogram* duration = nullptr;
  std::string method, path;
  std::vector<Outcome> outcomes;
};

Server::Server(loop::Loop& loop, const Routes& routes, Authenticate authenticate, const base::Clock& clock,
               telemetry::Metrics& metrics, ServerLimits limits, EdgeNetworks edges)
    : loop_(loop),
      routes_(routes),
      authenticate_(std::move(authenticate)),
      clock_(clock),
      metrics_(metrics),
      limits_(limits),
      edges_(std::move(edges)),
      watch_(loop.context()),
      open_connections_(metrics.gauge("gelora_http_connections", "Open connections, without event streams")),
      route_metrics_(routes.all().size() + 1) {}

Server::~Server() = default;

std::uint16_t Server::listen(const std::string& address) { return open_door(address, false); }

std::uint16_t Server::listen_alone(const std::string& address) { return open_door(address, true); }

std::uint16_t Server::open_door(const std::string& address, bool own) {
  namespace ip = boost::asio::ip;
  const auto colon = address.rfind(':');
  if (colon == std::string::npos) throw std::runtime_error("listen address must be host:port, not " + address);
  const ip::tcp::endpoint endpoint(ip::make_address(address.substr(0, colon)),
                                   static_cast<std::uint16_t>(std::stoi(address.substr(colon + 1))));
  loop::TcpAcceptor acceptor(loop_.context());
  acceptor.open(endpoint.protocol());
  acceptor.set_option(boost::asio::socket_base::reuse_address(true));
  using reuse_port = boost::asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
  acceptor.set_option(reuse_port(!own));
  acceptor.bind(endpoint);
  acceptor.listen(4096);
  if (doors_.empty()) loop_.spawn(watch_deadlines());
  doors_.push_back({std::move(acceptor), own});
  loop_.spawn(accept(doors_.back()));
  return doors_.back().acceptor.local_endpoint().port();
}

Task<> Server::accept(Door& door) {
  while (door.open) {
    auto [error, socket] = co_await door.acceptor.async_accept();
    if (!error) welcome(loop::TcpSocket(std::move(socket)));
    else if (door.open) co_await loop::sleep_for(std::chrono::milliseconds{50});  // out of descriptors: wait for some
  }
}

void Server::welcome(loop::TcpSocket socket) {
  if (connections_.size() >= limits_.connections) return;  // closes it
  ErrorCode ignored;
  socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
  socket.non_blocking(true, ignored);
  auto connection = std::make_shared<Connection>(std::move(socket));
  const auto peer = connection->socket.remote_endpoint(ignored);
  if (ignored) return;
  connection->peer = peer.address().to_string();
  connection->is_of_edge = edges_.contain(peer.address());
  connection->deadline = now_ + limits_.idle;
  connection->place = connections_.insert(connections_.end(), connection.get());
  loop_.spawn(serve(std::move(connection)));
}

// What the kernel has queued for this listener would be reset with it, although another process listens on the same port.
void Server::close(Door& door) {
  door.open = false;
  ErrorCode error;
  door.acceptor.non_blocking(true, error);
  while (!error) {
    auto socket = door.acceptor.accept(error);
    if (!error) welcome(loop::TcpSocket(std::move(socket)));
  }
  door.acceptor.close(error);
}

Task<> Server::serve(std::shared_ptr<Connection> connection) {
  Connection& c = *connection;
  while (c.keep_alive) {  // bytes_of() ends it while draining: who is here already is served once more
    c.deadline = now_ + limits_.idle;
    begin_request(c);
    Reading reading = c.end > 0 ? parse(c) : Reading::more;
    while (reading == Reading::more) {
      const auto [fault, count] =
          co_await c.socket.async_read_some(boost::asio::buffer(c.buffer.data() + c.end, c.buffer.size() - c.end));
      if (!c.unsent.empty()) {  // the last answer did not fit into the socket's buffer, which ended the reading
        const bool written = co_await write_rest(c);
        if (!written) break;
        if (fault == boost::asio::error::operation_aborted && c.keep_alive) continue;
      }
      if (fault) break;
      if (c.end == 0) c.deadline = now_ + limits_.request_deadline;
      c.end += count;
      reading = parse(c);
    }
    if (reading == Reading::more) break;
    if (reading == Reading::refused) {
      c.keep_alive = false;
      c.unsent = bytes_of(c);
      co_await write_rest(c);
      break;
    }
    c.in_request = true;
    const auto started = Steady::now();
    const auto match = routes_.find(c.request);
    const bool hot = match.route != nullptr && match.route->kind == Kind::hot;
    if (hot) answer_hot(c, *match.route);  // no coroutine but this
    else co_await respond(c, match);
    if (telemetry::tracing()) telemetry::current_trace() = {};
    c.in_request = false;
    c.unsent = c.answer.hang_up ? std::string_view{} : bytes_of(c);
    c.waiting_since = Steady::now();
    account(c.request, match.route, c.answer,
            std::chrono::duration_cast<std::chrono::microseconds>(c.waiting_since - started).count());
    if (c.answer.hang_up) break;
    if (!hot && c.keep_alive && c.begin == c.end) {
      send_soon(c);
      continue;
    }
    send_now(c);
    if (!c.unsent.empty()) {
      const bool written = co_await write_rest(c);
      if (!written) break;
    }
    if (c.answer.take_over && c.request.method != Verb::head) {
      connections_.erase(c.place);
      c.answer.take_over(std::move(c.socket));
      co_return;
    }
  }
  connections_.erase(c.place);
  ErrorCode ignored;
  c.socket.shutdown(boost::asio::socket_base::shutdown_both, ignored);
  c.socket.close(ignored);
}

void Server::begin_request(Connection& c) {
  if (c.begin > 0) {  // a pipelined request may follow the last one
    std::memmove(c.buffer.data(), c.buffer.data() + c.begin, c.end - c.begin);
    c.end -= c.begin;
    c.begin = 0;
  }
  c.parser.emplace(c.request);
  c.parser->header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
  c.parser->body_limit(limits_.upload_bytes);
  c.parser->eager(false);  // the head first, so that it is known where it ends
  c.head_end = 0;
  if (c.end > 0) c.deadline = now_ + limits_.request_deadline;
}

Server::Reading Server::parse(Connection& c) {
  RequestParser& parser = *c.parser;
  if (c.begin < c.end) {
    ErrorCode error;
    c.begin += parser.put(boost::asio::const_buffer(c.buffer.data() + c.begin, c.end - c.begin), error);
    if (parser.is_header_done() && c.head_end == 0) {
      c.head_end = c.begin;
      parser.eager(true);
      if (!error && !parser.is_done()) {
        const auto* route = routes_.find(c.request).route;
        if (!parser.allow_body(longest_body(route, limits_))) error = HttpError::body_limit;
      }
      if (!error && !parser.is_done() && c.begin < c.end)
        c.begin += parser.put(boost::asio::const_buffer(c.buffer.data() + c.begin, c.end - c.begin), error);
    }
    if (parser.is_done()) {
      c.request.now = clock_.now();
      c.keep_alive = parser.keep_alive_wanted();
      return Reading::done;
    }
    if (error && error != HttpError::need_more) {
      c.answer = problem(problem_of(error), "The request was refused: " + error.message() + ".");
      return Reading::refused;
    }
    if (parser.is_header_done()) {  // from here on the rest of the buffer takes the body, piece by piece
      std::memmove(c.buffer.data() + c.head_end, c.buffer.data() + c.begin, c.end - c.begin);
      c.end -= c.begin - c.head_end;
      c.begin = c.head_end;
    }
  }
  if (c.end < c.buffer.size()) return Reading::more;
  c.answer = problem(headers_too_large, "The request was refused.");
  return Reading::refused;
}

Answer Server::answer_fault(Request& request, const BoundRoute* route, const std::exception& fault) {
  if (request.request_id.empty()) request.request_id = telemetry::random_hex_id().view();
  telemetry::error(
      "fault",
      {{"request_id", request.request_id}, {"route", route != nullptr ? route->path : request.path}, {"what", fault.what()}});
  if (dynamic_cast<const base::Unavailable*>(&fault) != nullptr) return unavailable(2);
  return problem(internal_error, "Please try again; tell us the request id if it goes on.");
}

void Server::answer_hot(Connection& c, const BoundRoute& route) {
  try {
    c.answer = route.function(c.request);
  } catch (const std::exception& fault) {
    c.answer = answer_fault(c.request, &route, fault);
  }
}

Task<> Server::respond(Connection& c, const Routes::Match& match) {
  c.deadline = now_ + std::chrono::seconds{60};
  try {
    auto answer = answer_without_waiting(c, match);
    if (telemetry::tracing()) telemetry::current_trace() = c.request.trace;
    if (answer) c.answer = std::move(*answer);
    else c.answer = co_await match.route->coroutine(c.request);
  } catch (const std::exception& fault) {
    c.answer = answer_fault(c.request, match.route, fault);
  }
}

std::optional<Answer> Server::answer_without_waiting(Connection& c, const Routes::Match& match) {
  Request& request = c.request;
  request.peer_address = c.peer;
  if (const auto forwarded = request.header("X-Forwarded-For"); !forwarded.empty() && c.is_of_edge) {
    request.peer_address = forwarded.substr(0, 64);  // the edge sets it, and overwrites what a client sent
  }
  const auto given_id = request.header("X-Request-Id");
  if (valid_request_id(given_id)) request.request_id = given_id;
  else request.request_id = telemetry::random_hex_id().view();
  request.trace = telemetry::continue_trace(request.header("traceparent"));
  if (match.route == nullptr) {
    if (match.allowed.empty()) return problem(not_found, "There is nothing at this address.");
    Answer answer = problem(method_not_allowed, "Allowed here: " + match.allowed + ".");
    answer.headers.emplace_back("Allow", match.allowed);
    return answer;
  }
  const BoundRoute& route = *match.route;
  if (route.access != Access::open) {
    if (auto refusal = authenticate_(request, route.access)) return refusal;
  }
  if (route.kind == Kind::idempotent && !valid_idempotency_key(request.idempotency_key())) {
    return problem(idempotency_key_missing, "Send an Idempotency-Key header of 1 to 255 visible ASCII characters.");
  }
  if (route.function) return route.function(request);
  return std::nullopt;
}

void Server::write_problem(const Request& request, Answer& answer) const {
  const Problem& problem = *answer.problem;
  std::string text = "https://gelora.dev/problems/";
  text += problem.type.slug;
  answer.body.clear();
  answer.body.reserve(512);
  base::JsonText json(answer.body);
  json.open_object().member("type", text).member("title", problem.type.title).member("status", problem.type.status);
  json.member("detail", problem.detail);
  for (const auto& extra : problem.extras) json.name(extra.key()).raw(boost::json::serialize(extra.value()));
  text.clear();
  for (const char c : request.path) {
    if (static_cast<unsigned char>(c) < 0x80) text += c;
    else text += "%" + base::to_hex({reinterpret_cast<const std::uint8_t*>(&c), 1});
  }
  json.member("instance", text).member("request_id", request.request_id).close_object();
  answer.content_type = "application/problem+json";
}

// A peer that sleeps is woken by the first byte it gets, which costs more than all the rest of sending: what this turn of the
// loop answers is sent at its end, in one go. (Not hot reads: they take less than a wake-up, and the peer rather works beside
// us.)
void Server::send_soon(Connection& c) {
  outgoing_.push_back(&c);
  if (outgoing_.size() == 1) boost::asio::post(loop_.context(), [this] { send_outgoing(); });
}

void Server::send_outgoing() {
  for (Connection* c : outgoing_) {
    send_now(*c);
    ErrorCode ignored;
    // serve() waits for the next request; it is told to write on, or to find that the peer is gone
    if (!c->unsent.empty()) c->socket.cancel(ignored);
  }
  outgoing_.clear();
}

// Most answers fit into the socket's buffer and need no waiting.
void Server::send_now(Connection& c) {
  ErrorCode error;
  c.unsent.remove_prefix(c.socket.write_some(boost::asio::buffer(c.unsent.data(), c.unsent.size()), error));
}

// False: the peer is gone.
Task<bool> Server::write_rest(Connection& c) {
  const auto [error, count] =
      co_await boost::asio::async_write(c.socket, boost::asio::buffer(c.unsent.data(), c.unsent.size()), loop::UseTask{});
  c.unsent = {};
  co_return !error;
}

std::string_view Server::bytes_of(Connection& c) {
  Answer& answer = c.answer;
  const bool body_wanted = c.request.method != Verb::head;
  if (answer.prepared) {
    const auto& all = answer.prepared->bytes;
    return std::string_view{all}.substr(0, body_wanted ? all.size() : answer.prepared->head_size);
  }
  if (answer.problem) {
    if (c.request.request_id.empty()) c.request.request_id = telemetry::random_hex_id().view();
    write_problem(c.request, answer);
  }
  auto& head = c.head;
  head.clear();
  head += "HTTP/1.1 ";
  head += std::to_string(answer.status);
  head += ' ';
  head += reason_of(answer.status);
  head += "\r\n";
  if (answer.status != 204 && answer.status != 304) {
    head += "Content-Type: ";
    head += answer.content_type;
    head += "\r\n";
    if (!answer.take_over) {
      head += "Content-Length: ";
      head += std::to_string(answer.body.size());
      head += "\r\n";
    }
  }
  bool cache_told = false;
  for (const auto& [name, value] : answer.headers) {
    head += name;
    head += ": ";
    head += value;
    head += "\r\n";
    cache_told = cache_told || name == "Cache-Control";
  }
  if (!cache_told) head += "Cache-Control: no-store\r\n";
  head += "X-Content-Type-Options: nosniff\r\n";
  if (!c.request.request_id.empty()) {
    head += "X-Request-Id: ";
    head += c.request.request_id;
    head += "\r\n";
  }
  if (!c.keep_alive || draining_ || answer.take_over) {
    c.keep_alive = false;
    head += "Connection: close\r\n";
  }
  head += "\r\n";
  if (body_wanted) head += answer.body;
  return head;
}

Server::RouteMetrics& Server::metrics_of(const BoundRoute* route) {
  const auto all = routes_.all();
  auto& slot = route_metrics_[route != nullptr ? static_cast<std::size_t>(route - all.data()) : all.size()];
  if (!slot) {
    slot = std::make_unique<RouteMetrics>();
    slot->path = route != nullptr ? route->path : "unknown";
    slot->method = route != nullptr ? boost::beast::http::to_string(route->method) : "ANY";
    slot->duration = &metrics_.duration("gelora_http_request_seconds", "Time from a request to its answer",
                                        {{"method", slot->method}, {"route", slot->path}});
  }
  return *slot;
}

prometheus::Counter& Server::counter_of(RouteMetrics& route, std::string_view outcome, unsigned status) {
  for (const auto& known : route.outcomes) {
    if (known.name == outcome && known.status == status) return *known.count;
  }
  auto& counter = metrics_.counter(
      "gelora_http_requests_total", "Requests by route and outcome",
      {{"method", route.method}, {"route", route.path}, {"outcome", std::string{outcome}}, {"status", std::to_string(status)}});
  route.outcomes.push_back({outcome, status, &counter});
  return counter;
}

void Server::record_span(const Request& request, const RouteMetrics& counted, const Answer& answer, std::int64_t took_us) {
  telemetry::SpanRecord span;
  span.trace = request.trace;
  span.kind = telemetry::SpanKind::server;
  span.name = counted.method + ' ' + counted.path;
  span.ended = std::chrono::system_clock::now();
  span.began = span.ended - std::chrono::microseconds{took_us};
  span.failed = answer.status >= 500;
  span.attributes = {{"http.request.method", counted.method},
                     {"http.route", counted.path},
                     {"http.response.status_code", std::to_string(answer.status)},
                     {"gelora.outcome", std::string{answer.outcome}},
                     {"gelora.request_id", request.request_id}};
  telemetry::record(std::move(span));
}

void Server::account(const Request& request, const BoundRoute* route, const Answer& answer, std::int64_t took_us) {
  RouteMetrics& counted = metrics_of(route);
  counter_of(counted, answer.outcome, answer.status).Increment();
  counted.duration->Observe(static_cast<double>(took_us) / 1e6);
  if (request.trace.sampled && telemetry::tracing()) record_span(request, counted, answer, took_us);
  if (route != nullptr && (route->kind == Kind::hot || route->kind == Kind::quiet)) return;
  telemetry::log(answer.status >= 500 ? telemetry::Level::warn : telemetry::Level::info, "request",
                 {{"request_id", request.request_id},
                  {"trace_id", request.trace.trace_id.view()},
                  {"method", counted.method},
                  {"route", counted.path},
                  {"outcome", answer.outcome},
                  {"status", answer.status},
                  {"took_us", took_us}});
}

void Server::close_overdue() {
  now_ = Steady::now();
  for (Connection* connection : connections_) {
    if (connection->deadline > now_) continue;
    ErrorCode ignored;
    connection->socket.cancel(ignored);
    connection->keep_alive = false;
  }
}

Task<> Server::watch_deadlines() {
  while (!draining_) {
    watch_.expires_after(std::chrono::milliseconds{500});
    co_await watch_.async_wait();
    close_overdue();
    open_connections_.Set(static_cast<double>(connections_.size()));
  }
}

// Nobody asks on it any more.
bool Server::rests(const Connection& connection) const {
  return !connection.in_request && connection.unsent.empty() && connection.waiting_since + limits_.linger < Steady::now();
}

Task<> Server::drain(std::chrono::seconds limit) {
  draining_ = true;
  watch_.cancel();
  for (auto& door : doors_) {
    if (!door.own) close(door);
  }
  const auto end = Steady::now() + limit;
  const auto dismiss = [](Connection& connection) {
    ErrorCode ignored;
    connection.keep_alive = false;
    connection.socket.cancel(ignored);
  };
  while (!connections_.empty() && Steady::now() < end) {
    for (Connection* connection : connections_) {
      if (rests(*connection)) dismiss(*connection);
    }
    co_await loop::sleep_for(std::chrono::milliseconds{10});
  }
  for (auto& door : doors_) {
    if (door.open) close(door);
  }
  for (Connection* connection : connections_) dismiss(*connection);
}

}  // namespace gelora::http
