#include "http/outward.hpp"

#include <gtest/gtest.h>

#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

#include "testkit/certificates.hpp"

namespace gelora::http {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

// Receives one request a connection and answers with what it is told; nothing: it never answers.
struct Receiver {
  explicit Receiver(std::string all, const testkit::Certified* certified = nullptr)
      : answer(std::move(all)), acceptor(loop.context(), {asio::ip::address_v4::loopback(), 0}) {
    if (certified != nullptr) {
      tls.emplace(asio::ssl::context::tls_server);
      tls->use_certificate_chain(asio::buffer(certified->certificate));
      tls->use_private_key(asio::buffer(certified->key), asio::ssl::context::pem);
    }
    loop.spawn(accept());
  }
  Task<> accept() {
    for (;;) {
      auto [error, socket] = co_await acceptor.async_accept();
      if (error) co_return;
      loop.spawn(serve(loop::TcpSocket(std::move(socket))));
    }
  }
  template <class Stream>
  Task<> speak(Stream& stream) {
    std::string request(8192, '\0');
    const auto [error, count] = co_await stream.async_read_some(asio::buffer(request), loop::UseTask{});
    received += request.substr(0, count);
    if (answer.empty()) co_await loop::sleep_for(1min);
    co_await asio::async_write(stream, asio::buffer(answer), loop::UseTask{});
  }
  Task<> serve(loop::TcpSocket socket) {
    if (!tls) co_return co_await speak(socket);
    asio::ssl::stream<loop::TcpSocket&> stream(socket, *tls);
    const auto [refused] = co_await stream.async_handshake(asio::ssl::stream_base::server, loop::UseTask{});
    if (!refused) co_await speak(stream);
  }
  std::string url(const std::string& scheme, const std::string& host = "127.0.0.1") const {
    return scheme + "://" + host + ":" + std::to_string(acceptor.local_endpoint().port()) + "/hook?a=1";
  }

  // The answer as "status body", or the fault.
  std::string post(const std::string& url, bool allow_private = true, const testkit::Certified* trusted = nullptr) {
    OutwardClient client(loop, allow_private);
    if (trusted != nullptr) client.tls().add_certificate_authority(asio::buffer(trusted->certificate));
    std::string told;
    auto work = [&]() -> Task<> {
      try {
        OutwardCall call;
        call.to = parse_outward(url, true).value();
        call.body = "{}";
        call.headers = {{"webhook-id", "7"}};
        call.deadline = 400ms;
        call.keep_bytes = 8;
        const auto reply = co_await client.post(std::move(call));
        told = std::to_string(reply.status) + " " + reply.body;
      } catch (const OutwardFault& fault) {
        told = fault.what();
      }
      loop.stop();
    };
    loop.spawn(work());
    loop.context().restart();
    loop.run();
    return told;
  }

  std::string answer, received;
  loop::Loop loop;
  std::optional<asio::ssl::context> tls;
  loop::TcpAcceptor acceptor;
};

TEST(Outward, PostsAndKeepsTheBeginningOfTheAnswer) {
  Receiver receiver("HTTP/1.1 202 Accepted\r\nContent-Length: 20\r\n\r\n01234567890123456789");
  EXPECT_EQ(receiver.post(receiver.url("http")), "202 01234567");
  EXPECT_TRUE(receiver.received.starts_with("POST /hook?a=1 HTTP/1.1\r\n")) << receiver.received;
  EXPECT_NE(receiver.received.find("webhook-id: 7\r\n"), std::string::npos);
}

TEST(Outward, FollowsNoRedirect) {
  Receiver receiver("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(receiver.post(receiver.url("http")), "302 ");
}

TEST(Outward, HasAnEnd) {
  Receiver silent("");
  EXPECT_EQ(silent.post(silent.url("http")), "it took too long");
  Receiver endless("HTTP/1.1 200 OK\r\nX: " + std::string(20'000, 'x'));
  EXPECT_TRUE(endless.post(endless.url("http")).starts_with("no answer"));
  Receiver garbage("hello\r\n\r\n");
  EXPECT_TRUE(garbage.post(garbage.url("http")).starts_with("no answer"));
}

TEST(Outward, CallsNobodyInHere) {
  Receiver receiver("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  for (const std::string host :
       {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0", "2130706433", "0x7f000001", "127.1", "0177.0.0.1"}) {
    const auto told = receiver.post(receiver.url("http", host), false);
    EXPECT_TRUE(told == "its address is not public" || told == "there is no such host") << host << ": " << told;
  }
  const auto nowhere = receiver.post(receiver.url("http", "nowhere.invalid"), false);
  EXPECT_TRUE(nowhere == "there is no such host" || nowhere == "it took too long") << nowhere;  // as quick as its nameserver is
  EXPECT_EQ(receiver.received, "");
}

TEST(Outward, TrustsOnlyWhoProvesTheName) {
  const auto now = base::SystemClock{}.now();
  const testkit::CertificateWish wish{{{"CN", "localhost"}}, now - 1h, now + 1h, true};
  const auto mine = testkit::make_certificate(wish);
  Receiver receiver("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", &mine);
  EXPECT_EQ(receiver.post(receiver.url("https", "localhost"), true, &mine), "200 ");
  EXPECT_TRUE(receiver.post(receiver.url("https", "localhost")).starts_with("no TLS with it"));
  EXPECT_TRUE(receiver.post(receiver.url("https", "127.0.0.1"), true, &mine).starts_with("no TLS with it"));
}

TEST(Outward, ReadsOnlyAddressesThatMayBeCalled) {
  for (const char* bad :
       {"", "example.com", "ftp://example.com/", "https://", "https://user@example.com/", "https://example.com/#x", "https:///x",
        "http://example.com/", "javascript:alert(1)", "https://exa mple.com/"})
    EXPECT_FALSE(parse_outward(bad, false)) << bad;
  const auto target = parse_outward("https://example.com:8443/a/b?c=d", false);
  ASSERT_TRUE(target);
  EXPECT_EQ(target->host + "|" + target->port + "|" + target->target, "example.com|8443|/a/b?c=d");
  EXPECT_EQ(parse_outward("https://[2606:4700::1]", false)->host, "2606:4700::1");
  EXPECT_TRUE(parse_outward("http://localhost:9", true));
}

}  // namespace
}  // namespace gelora::http
