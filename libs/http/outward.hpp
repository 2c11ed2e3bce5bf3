// Calls to addresses that somebody else chose: the name is resolved here, the address is checked and is the one that is called,
// so that no name can mean another one in between. TLS with the host's name verified; no redirect is followed; time and bytes are
// bounded.
#pragma once
#include <boost/asio/ssl/context.hpp>
#include <optional>

#include "http/client.hpp"
#include "loop/workers.hpp"

namespace gelora::http {

struct OutwardTarget {
  std::string host, port, target;  // target: path and query
  bool tls = true;
};
// Of "https://host[:port]/path?query"; "http://" too when `plain` is allowed. Nothing for another form, or with a user or
// fragment.
std::optional<OutwardTarget> parse_outward(std::string_view url, bool plain);

struct OutwardCall {
  OutwardTarget to;
  std::string body;  // JSON
  std::vector<std::pair<std::string, std::string>> headers;
  std::chrono::milliseconds deadline{10'000};
  std::size_t keep_bytes = 1024;  // of the answer's body
};

// Why there is no answer, as it may be told to who chose the address.
class OutwardFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class OutwardClient {
 public:
  // `allow_private`: for development and tests, where receivers are on this machine.
  OutwardClient(loop::Loop& loop, bool allow_private);

  // The status, and the beginning of the body. Throws OutwardFault.
  Task<Reply> post(OutwardCall call);
  bool allows_private() const { return allow_private_; }
  boost::asio::ssl::context& tls() { return tls_; }  // a test trusts its own authority

 private:
  using Endpoints = std::vector<boost::asio::ip::tcp::endpoint>;
  struct Lookup;
  Task<Endpoints> resolve(OutwardTarget target, std::chrono::steady_clock::time_point end);
  Task<> look_up(OutwardTarget target, std::shared_ptr<Lookup> lookup);

  loop::Loop& loop_;
  bool allow_private_;
  boost::asio::ssl::context tls_{boost::asio::ssl::context::tls_client};
  loop::Workers resolvers_{8, 64};  // of its own: a name that does not resolve keeps nobody else waiting
};

}  // namespace gelora::http
