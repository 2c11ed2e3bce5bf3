// A bank answers and notifies with anything at all: what it says is read or it is "not now", and one answer never is taken for
// that to another question.
#include <netinet/in.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "fuzz/fuzz.hpp"
#include "fuzz/peer.hpp"
#include "payment/domain/signature.hpp"
#include "payment/providers/sandbox.hpp"
#include "testkit/keys.hpp"

using namespace gelora;
using namespace gelora::payment;

namespace {

auth::ServiceTokens tokens_of_payment() {
  const auto dir = std::filesystem::temp_directory_path() / ("gelora-fuzz-" + std::to_string(::getpid()));
  std::filesystem::create_directories(dir);
  std::ofstream(dir / "payment.key.pem") << testkit::make_ec_key().private_pem;
  auth::ServiceTokens tokens("payment", dir, {});
  std::filesystem::remove_all(dir);
  return tokens;
}

constexpr std::string_view understood =
    R"({"status":"open","declined":false,"captures":[{"id":"c9","account":"gelora","amount_minor":1250000,"currency":"IDR"}],)"
    R"("refunds":[],"disputes":[]})";

// One try, and a breaker that stays shut: every input is to reach the parser.
Line::Limits limits() {
  Line::Limits limits;
  limits.tries = 1;
  limits.breaker.failures = UINT32_MAX;
  return limits;
}

struct Site {
  // What the bank's state is said to be when `answer` comes; nothing when it is not understood.
  std::optional<SessionState> look_up(std::string_view answer) {
    std::optional<SessionState> state;
    bool done = false;
    auto ask = [](Provider& of, std::optional<SessionState>& into, bool& over) -> Task<> {
      try {
        into = co_await of.look_up("s1");
      } catch (const std::exception&) {
      }
      over = true;
    };
    loop.spawn(ask(bank, state, done));
    fuzz::run_until(loop, [&] {
      peer.take();
      return done || peer.was_asked();
    });
    if (!done) peer.say(answer);
    for (int i = 0; i < 20 && !done; ++i) fuzz::settle(loop);
    if (!done) peer.say_no_more();
    fuzz::run_until(loop, [&] { return done; });
    return state;
  }

  void must_understand_the_next() {
    const auto state =
        look_up("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(understood.size()) + "\r\n\r\n" + std::string{understood});
    CHECK(state && state->kind == SessionState::Kind::open && state->captures.size() == 1 && state->captures[0].ref == "c9");
  }

  sockaddr_in address{AF_INET, 0, {htonl(INADDR_LOOPBACK)}, {}};
  fuzz::Peer peer{address};
  loop::Loop loop;
  base::ManualClock clock;
  auth::ServiceTokens tokens = tokens_of_payment();
  Sandbox bank{loop, "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)), tokens, "secret", clock, limits()};
};

ReadWebhook read(const Site& site, std::string_view signature, const std::string& body) {
  return site.bank.read_webhook({[signature](std::string_view) { return signature; }, body, site.clock.now()});
}

}  // namespace

FUZZ(bytes) {
  static Site& site = *new Site;
  const std::string body{bytes};
  const std::string signature = sign_webhook("secret", body, site.clock.now());
  const auto notice = read(site, signature, body);
  CHECK(!std::holds_alternative<NotAuthentic>(notice));
  CHECK(std::holds_alternative<NotAuthentic>(read(site, body, body)));

  site.look_up(bytes);  // as a whole
  site.must_understand_the_next();
  site.look_up("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  site.must_understand_the_next();
}
