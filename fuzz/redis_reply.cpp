// Redis answers a command with anything at all: it is a reply, or Redis is away.
#include <sys/un.h>

#include <filesystem>
#include <optional>

#include "fuzz/fuzz.hpp"
#include "fuzz/peer.hpp"
#include "redis/client.hpp"

using namespace gelora;

namespace {

struct Site {
  Site() : socket(std::filesystem::temp_directory_path() / ("gelora-fuzz-redis-" + std::to_string(::getpid()))) {
    CHECK(socket.size() < sizeof address.sun_path);
    socket.copy(address.sun_path, socket.size());
    peer.emplace(address);
  }
  loop::Loop loop;
  std::string socket;
  sockaddr_un address{AF_UNIX, {}};
  std::optional<fuzz::Peer> peer;
};

std::size_t depth_of(const redis::Reply& reply) {
  std::size_t deepest = 0;
  for (const auto& one : reply.list) deepest = std::max(deepest, depth_of(one));
  return deepest + 1;
}

}  // namespace

FUZZ(bytes) {
  static Site& site = *new Site;
  bool done = false;
  {
    redis::Client client(site.loop, {site.socket, "", 0});
    auto ask = [](redis::Client& of, bool& over) -> loop::Task<> {
      std::vector<std::string> words{"GET", "x"};
      try {
        const auto reply = co_await of.command(std::move(words), std::chrono::seconds{5});
        CHECK(depth_of(reply) < 20);
      } catch (const redis::Away&) {
      }
      over = true;
    };
    site.loop.spawn(ask(client, done));
    fuzz::settle(site.loop);
    if (!done) {
      CHECK(site.peer->take());
      fuzz::settle(site.loop);
      site.peer->say(bytes);
      site.peer->say_no_more();
      fuzz::run_until(site.loop, [&] { return done; });
    }
  }
  fuzz::settle(site.loop);
  site.peer->hang_up();
}
