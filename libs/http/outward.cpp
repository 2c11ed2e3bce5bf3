#include "http/outward.hpp"

#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/url/parse.hpp>

#include "http/public_address.hpp"

namespace gelora::http {
namespace {

namespace asio = boost::asio;
namespace beast_http = boost::beast::http;
using Tls = asio::ssl::stream<loop::TcpSocket&>;

constexpr std::uint32_t longest_head = 8 * 1024;

// Closes the socket when its time is up, whatever is awaited on it.
class Limit {
 public:
  Limit(loop::Loop& loop, std::chrono::milliseconds time) : end_(std::chrono::steady_clock::now() + time) {
    state_ = std::make_shared<State>(loop);
    state_->timer.expires_at(end_);
    state_->timer.async_wait([weak = std::weak_ptr(state_)](loop::ErrorCode cancelled) {
      const auto late = cancelled ? nullptr : weak.lock();
      if (!late) return;
      late->overdue = true;
      loop::ErrorCode ignored;
      late->socket.close(ignored);
    });
  }
  std::chrono::steady_clock::time_point end() const { return end_; }
  loop::TcpSocket& socket() { return state_->socket; }
  [[noreturn]] void fail(std::string what) const { throw OutwardFault(state_->overdue ? "it took too long" : std::move(what)); }
  bool overdue() const { return state_->overdue || std::chrono::steady_clock::now() >= end_; }

 private:
  struct State {
    explicit State(loop::Loop& loop) : timer(loop.context()), socket(loop.context()) {}
    loop::Timer timer;
    loop::TcpSocket socket;
    bool overdue = false;
  };
  std::chrono::steady_clock::time_point end_;
  std::shared_ptr<State> state_;
};

beast_http::request<beast_http::string_body> request_of(const OutwardCall& call) {
  beast_http::request<beast_http::string_body> request(Verb::post, call.to.target, 11);
  const bool usual = call.to.port == (call.to.tls ? "443" : "80");
  request.set(FieldName::host, usual ? call.to.host : call.to.host + ":" + call.to.port);
  request.set(FieldName::user_agent, "gelora");
  request.set(FieldName::content_type, "application/json");
  request.set(FieldName::connection, "close");
  for (const auto& [name, value] : call.headers) request.set(name, value);
  request.body() = call.body;
  request.prepare_payload();
  return request;
}

template <class Stream>
Task<Reply> exchange(Stream& stream, const OutwardCall& call, const Limit& limit) {
  const auto request = request_of(call);
  const auto [unsent, sent] = co_await beast_http::async_write(stream, request, loop::UseTask{});
  if (unsent) limit.fail("the connection broke off: " + unsent.message());
  beast_http::response_parser<beast_http::buffer_body> parser;
  parser.header_limit(longest_head);
  parser.body_limit(boost::none);
  std::string body(call.keep_bytes, '\0');
  parser.get().body().data = body.data();
  parser.get().body().size = body.size();
  boost::beast::flat_buffer buffer;
  const auto [unread, received] = co_await beast_http::async_read(stream, buffer, parser, loop::UseTask{});
  const bool enough = !unread || unread == beast_http::error::need_buffer || parser.is_header_done();
  if (!enough) limit.fail("no answer: " + unread.message());
  body.resize(call.keep_bytes - parser.get().body().size);
  co_return Reply{parser.get().result_int(), std::move(body), {}};
}

}  // namespace

std::optional<OutwardTarget> parse_outward(std::string_view text, bool plain) {
  const auto url = boost::urls::parse_uri(text);
  if (!url || url->has_userinfo() || url->has_fragment() || url->host().empty()) return std::nullopt;
  const bool tls = url->scheme() == "https";
  if (!tls && !(plain && url->scheme() == "http")) return std::nullopt;
  OutwardTarget target;
  target.tls = tls;
  target.host = url->host_type() == boost::urls::host_type::ipv6 ? url->host_address() : std::string{url->host()};
  target.port = url->has_port() && !url->port().empty() ? std::string{url->port()} : tls ? "443" : "80";
  target.target = std::string{url->encoded_path()};
  if (target.target.empty()) target.target = "/";
  if (url->has_query()) target.target += "?" + std::string{url->encoded_query()};
  return target;
}

OutwardClient::OutwardClient(loop::Loop& loop, bool allow_private) : loop_(loop), allow_private_(allow_private) {
  tls_.set_default_verify_paths();
  tls_.set_verify_mode(asio::ssl::verify_peer);
  tls_.set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
}

// Of a name. A system's resolver cannot be stopped: who asked goes away when the time is up, and what it finds is thrown away.
struct OutwardClient::Lookup {
  explicit Lookup(loop::Loop& loop) : done(loop.context()) {}
  loop::Timer done;
  bool ended = false;
  std::optional<Endpoints> found;  // nothing: too many are being looked up
};

Task<> OutwardClient::look_up(OutwardTarget target, std::shared_ptr<Lookup> lookup) {
  auto work = [target]() -> Endpoints {
    asio::io_context own;
    asio::ip::tcp::resolver resolver(own);
    boost::system::error_code failed;
    Endpoints all;
    for (const auto& one : resolver.resolve(target.host, target.port, failed)) all.push_back(one.endpoint());
    return all;
  };
  lookup->found = co_await resolvers_.run(std::move(work));
  lookup->ended = true;
  lookup->done.cancel();
}

Task<OutwardClient::Endpoints> OutwardClient::resolve(OutwardTarget target, std::chrono::steady_clock::time_point end) {
  const auto lookup = std::make_shared<Lookup>(loop_);
  lookup->done.expires_at(end);
  loop_.spawn(look_up(std::move(target), lookup));
  if (!lookup->ended) co_await lookup->done.async_wait();
  if (!lookup->ended) throw OutwardFault("it took too long");
  auto& found = lookup->found;
  if (!found) throw OutwardFault("too many names are being looked up");
  if (found->empty()) throw OutwardFault("there is no such host");
  if (!allow_private_) std::erase_if(*found, [](const auto& one) { return !is_public(one.address()); });
  if (found->empty()) throw OutwardFault("its address is not public");
  co_return std::move(*found);
}

Task<Reply> OutwardClient::post(OutwardCall call) {
  Limit limit(loop_, call.deadline);
  const auto endpoints = co_await resolve(call.to, limit.end());
  loop::ErrorCode failed;
  for (const auto& endpoint : endpoints) {
    if (limit.overdue()) limit.fail("it took too long");
    std::tie(failed) = co_await limit.socket().async_connect(endpoint);
    if (!failed) break;
    loop::ErrorCode ignored;
    limit.socket().close(ignored);
  }
  if (failed) limit.fail("it cannot be reached: " + failed.message());
  if (limit.overdue()) limit.fail("it took too long");
  if (!call.to.tls) co_return co_await exchange(limit.socket(), call, limit);
  Tls stream(limit.socket(), tls_);
  if (SSL_set_tlsext_host_name(stream.native_handle(), call.to.host.c_str()) != 1)
    throw OutwardFault("its name cannot be asked for");
  stream.set_verify_callback(asio::ssl::host_name_verification(call.to.host));
  const auto [untrusted] = co_await stream.async_handshake(asio::ssl::stream_base::client, loop::UseTask{});
  if (untrusted) limit.fail("no TLS with it: " + untrusted.message());
  co_return co_await exchange(stream, call, limit);
}

}  // namespace gelora::http
