#include "payment/providers/outside.hpp"

#include <gtest/gtest.h>

#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

#include "loop/run.hpp"

namespace gelora::payment {
namespace {

using namespace std::chrono_literals;
using loop::Task;

// Answers every request with the same; with nothing it stays silent.
struct Peer {
  explicit Peer(std::string what)
      : answer(std::move(what)), acceptor(loop.context(), {boost::asio::ip::address_v4::loopback(), 0}) {
    loop.spawn(accept());
  }
  Task<> accept() {
    for (;;) {
      auto [error, socket] = co_await acceptor.async_accept();
      if (error) co_return;
      loop.spawn(serve(loop::TcpSocket(std::move(socket))));
    }
  }
  Task<> serve(loop::TcpSocket socket) {
    for (;;) {
      std::string bytes(4096, '\0');
      const auto [error, count] = co_await socket.async_read_some(boost::asio::buffer(bytes));
      if (error) co_return;
      request += bytes.substr(0, count);
      if (!answer.empty()) co_await boost::asio::async_write(socket, boost::asio::buffer(answer), loop::UseTask{});
    }
  }
  std::string url(const std::string& scheme = "http") const {
    return scheme + "://127.0.0.1:" + std::to_string(acceptor.local_endpoint().port());
  }
  // The reply, or nothing.
  std::optional<LineReply> ask(const std::string& base_url, http::Call call) {
    std::optional<LineReply> reply;
    Outside outside(base_url, 2);
    loop::run_once(loop, [&]() -> Task<> {
      try {
        reply = co_await outside.send(std::move(call));
      } catch (const http::NoReply&) {
      }
    });
    return reply;
  }

  loop::Loop loop;
  std::string answer, request;
  loop::TcpAcceptor acceptor;
};

http::Call post(std::string body) {
  http::Call call;
  call.method = http::Verb::post;
  call.target = "/v1/refunds?x=1";
  call.body = std::move(body);
  call.headers = {{"Idempotency-Key", "k"}, {"Content-Type", "application/x-www-form-urlencoded"}};
  return call;
}

TEST(Outside, KnowsAnAnswerThatStays) {
  const auto stays = [](const std::string& head) {
    Peer peer("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n" + head + "\r\n");
    return peer.ask(peer.url(), {}).value().stays;
  };
  EXPECT_TRUE(stays("Idempotent-Replayed: true\r\n"));
  EXPECT_TRUE(stays("stripe-should-retry: false\r\n"));
  EXPECT_FALSE(stays("Stripe-Should-Retry: true\r\n"));
  EXPECT_FALSE(stays(""));
}

TEST(Outside, SendsWhatItIsGivenBelowTheBasePath) {
  Peer peer("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone");
  const auto reply = peer.ask(peer.url() + "/stripe/", post("a=b"));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 404u);
  EXPECT_EQ(reply->body, "gone");
  EXPECT_TRUE(peer.request.starts_with("POST /stripe/v1/refunds?x=1 HTTP/1.1\r\n")) << peer.request;
  EXPECT_NE(peer.request.find("Idempotency-Key: k\r\n"), std::string::npos);
  EXPECT_EQ(peer.request.find("application/json"), std::string::npos);
  EXPECT_TRUE(peer.request.ends_with("\r\n\r\na=b")) << peer.request;
}

TEST(Outside, DoesNotFollowWhereItIsSent) {
  Peer peer("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(peer.ask(peer.url(), post(""))->status, 302u);
}

TEST(Outside, WaitsNoLongerThanTheDeadline) {
  Peer peer("");
  auto call = post("");
  call.deadline = 100ms;
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_FALSE(peer.ask(peer.url(), std::move(call)));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 3s);
}

// A certificate that nobody vouches for.
void certify(boost::asio::ssl::context& context) {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
  X509_set_version(certificate.get(), X509_VERSION_3);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key.get());
  auto* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("127.0.0.1"), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  ASSERT_GT(X509_sign(certificate.get(), key.get(), EVP_sha256()), 0);
  ASSERT_EQ(SSL_CTX_use_certificate(context.native_handle(), certificate.get()), 1);
  ASSERT_EQ(SSL_CTX_use_PrivateKey(context.native_handle(), key.get()), 1);
}

TEST(Outside, SendsNothingToWhomItCannotTrust) {
  Peer peer("");
  boost::asio::ssl::context context(boost::asio::ssl::context::tls_server);
  certify(context);
  loop::TcpAcceptor acceptor(peer.loop.context(), {boost::asio::ip::address_v4::loopback(), 0});
  bool shook_hands = false, refused = false;
  auto serve = [&]() -> Task<> {
    auto [error, socket] = co_await acceptor.async_accept();
    boost::asio::ssl::stream<loop::TcpSocket> stream(loop::TcpSocket(std::move(socket)), context);
    const auto [no_hand] = co_await stream.async_handshake(boost::asio::ssl::stream_base::server, loop::UseTask{});
    std::string bytes(4096, '\0');
    const auto [end, count] = co_await stream.async_read_some(boost::asio::buffer(bytes), loop::UseTask{});
    shook_hands = !no_hand && !end && count > 0;
    refused = true;
  };
  peer.loop.spawn(serve());
  EXPECT_FALSE(peer.ask("https://127.0.0.1:" + std::to_string(acceptor.local_endpoint().port()), post("secret=1")));
  peer.loop.context().restart();
  while (!refused) peer.loop.context().run_one();
  EXPECT_FALSE(shook_hands);
}

TEST(Outside, HasNoReplyFromWhomItCannotReachOrWhoSpeaksNoTls) {
  Peer peer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  EXPECT_FALSE(peer.ask(peer.url("https"), post("")));
  EXPECT_FALSE(peer.ask("http://127.0.0.1:1", post("")));
  EXPECT_FALSE(peer.ask("file:///etc", post("")));
}

}  // namespace
}  // namespace gelora::payment
