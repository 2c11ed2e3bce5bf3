#include "http/client.hpp"

#include <sys/socket.h>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/url/parse.hpp>

#include "telemetry/spans.hpp"

namespace gelora::http {
namespace {

namespace beast_http = boost::beast::http;
constexpr std::size_t max_reply_bytes = 4 * 1024 * 1024;
constexpr std::size_t max_idle = 64;
// A connection that was idle for so long is not used any more: a server that ends keeps it for longer than that (see
// ServerLimits::linger).
constexpr std::chrono::milliseconds longest_idle{500};
using Steady = std::chrono::steady_clock;

}  // namespace

struct Client::Pooled {
  explicit Pooled(loop::Loop& loop) : socket(loop.context()), deadline(loop.context()) {}

  loop::TcpSocket socket;
  boost::beast::flat_buffer buffer;
  loop::Timer deadline;
  bool overdue = false;
  Steady::time_point idle_since;

  // The peer closed it (or sent something unasked) while it was idle.
  bool stale() {
    char byte = 0;
    const auto count = ::recv(socket.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return !(count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK));
  }
};

Client::Client(loop::Loop& loop, const std::string& base_url) : loop_(loop) {
  const auto url = boost::urls::parse_uri(base_url);
  if (!url || url->scheme() != "http" || url->host().empty()) throw std::invalid_argument("not an http:// address: " + base_url);
  host_ = url->host();
  port_ = url->has_port() ? std::string{url->port()} : "80";
}

Client::~Client() = default;

std::shared_ptr<Client::Pooled> Client::take_idle() {
  while (!idle_.empty()) {
    auto pooled = std::move(idle_.back());
    idle_.pop_back();
    if (pooled->idle_since + longest_idle > Steady::now() && !pooled->stale()) return pooled;
  }
  return nullptr;
}

Task<> Client::connect(Pooled& pooled) {
  loop::TcpResolver resolver(loop_.context());
  const auto [not_found, endpoints] = co_await resolver.async_resolve(host_, port_);
  if (not_found) throw NoReply("cannot resolve " + host_ + ": " + not_found.message());
  loop::ErrorCode failed = boost::asio::error::host_not_found;
  for (const auto& endpoint : endpoints) {
    if (pooled.overdue) break;
    std::tie(failed) = co_await pooled.socket.async_connect(endpoint.endpoint());
    if (!failed) break;
    loop::ErrorCode ignored;
    pooled.socket.close(ignored);
  }
  if (failed || pooled.overdue) throw NoReply("cannot reach " + host_ + ":" + port_ + ": " + failed.message());
  loop::ErrorCode ignored;
  pooled.socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
}

Task<Reply> Client::send(Call call) {
  telemetry::Span span(telemetry::SpanKind::client);
  if (span.recorded()) {
    span.name(std::string{boost::beast::http::to_string(call.method)} + ' ' + host_ + ':' + port_);
    span.attribute("http.request.method", std::string{boost::beast::http::to_string(call.method)});
    span.attribute("url.path", call.target.substr(0, call.target.find('?')));
    call.traceparent = span.trace().traceparent();
  } else if (call.traceparent.empty() && !telemetry::current_trace().trace_id.view().empty()) {
    call.traceparent = telemetry::current_trace().traceparent();
  }
  const telemetry::KeepTrace keep;
  auto pooled = take_idle();
  const bool fresh = pooled == nullptr;
  if (fresh) pooled = std::make_shared<Pooled>(loop_);
  auto& socket = pooled->socket;
  // When the deadline passes first, closing the socket ends whatever is awaited on it. A handler that was queued before the
  // reply came finds a later deadline and leaves the socket to the next call.
  pooled->deadline.expires_after(call.deadline);
  pooled->deadline.async_wait([weak = std::weak_ptr(pooled)](loop::ErrorCode cancelled) {
    const auto late = cancelled ? nullptr : weak.lock();
    if (!late || late->deadline.expiry() > std::chrono::steady_clock::now()) return;
    late->overdue = true;
    loop::ErrorCode ignored;
    late->socket.close(ignored);
  });
  if (fresh) co_await connect(*pooled);

  beast_http::request<beast_http::string_body> request(call.method, call.target, 11);
  request.set(beast_http::field::host, host_ + ":" + port_);
  request.set(beast_http::field::user_agent, "gelora");
  for (const auto& [name, value] : call.headers) request.set(name, value);
  if (!call.traceparent.empty()) request.set("traceparent", call.traceparent);
  if (!call.body.empty()) {
    if (!request.count(beast_http::field::content_type)) request.set(beast_http::field::content_type, "application/json");
    request.body() = std::move(call.body);
  }
  request.prepare_payload();
  const auto [unsent, sent] = co_await beast_http::async_write(socket, request, loop::UseTask{});
  if (unsent) throw NoReply("call to " + host_ + ":" + port_ + " failed: " + unsent.message());

  beast_http::response_parser<beast_http::string_body> parser;
  parser.body_limit(max_reply_bytes);
  const auto [unread, received] = co_await beast_http::async_read(socket, pooled->buffer, parser, loop::UseTask{});
  if (unread) throw NoReply("no reply from " + host_ + ":" + port_ + ": " + unread.message());
  pooled->deadline.expires_at(std::chrono::steady_clock::time_point::max());
  Reply reply{parser.get().result_int(), std::move(parser.get().body()),
              std::string{parser.get()[beast_http::field::retry_after]}};
  pooled->idle_since = Steady::now();
  // What came behind a reply nobody asked for: such a connection is not used again.
  if (parser.get().keep_alive() && pooled->buffer.size() == 0 && idle_.size() < max_idle) idle_.push_back(std::move(pooled));
  if (reply.status < 500) span.succeeded();
  if (span.recorded()) span.attribute("http.response.status_code", std::to_string(reply.status));
  co_return reply;
}

}  // namespace gelora::http
