// The other end of a client's connection, played by the target: it takes a connection and says what the input says.
#pragma once
#include <sys/socket.h>
#include <unistd.h>

#include <functional>
#include <string_view>

#include "base/check.hpp"
#include "loop/loop.hpp"

namespace gelora::fuzz {

class Peer {
 public:
  // Listens at `address`, which is filled with what the system chose.
  template <class Address>
  explicit Peer(Address& address)
      : listener_(::socket(reinterpret_cast<sockaddr&>(address).sa_family, SOCK_STREAM | SOCK_NONBLOCK, 0)) {
    socklen_t size = sizeof address;
    CHECK(::bind(listener_, reinterpret_cast<const sockaddr*>(&address), size) == 0 && ::listen(listener_, 16) == 0);
    CHECK(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  }

  // Takes the next connection, if there is one; true when there is one then.
  bool take() {
    const int next = ::accept(listener_, nullptr, nullptr);
    if (next < 0) return connection_ >= 0;
    hang_up();
    connection_ = next;
    const linger hard{1, 0};  // the system is not to remember it
    ::setsockopt(connection_, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    return true;
  }
  // Whether something was said since it was last asked.
  bool was_asked() const {
    char ignored[4096];
    bool something = false;
    while (connection_ >= 0 && ::recv(connection_, ignored, sizeof ignored, MSG_DONTWAIT) > 0) something = true;
    return something;
  }
  void say(std::string_view bytes) const {
    CHECK(::send(connection_, bytes.data(), bytes.size(), MSG_NOSIGNAL) >= 0 || errno != EAGAIN);
  }
  void say_no_more() const { ::shutdown(connection_, SHUT_WR); }
  void hang_up() {
    if (connection_ >= 0) ::close(connection_);
    connection_ = -1;
  }

 private:
  int listener_, connection_ = -1;
};

// Runs the loop until it waits for somebody else.
inline void settle(loop::Loop& loop) {
  loop.context().restart();
  while (loop.context().poll() > 0) {
  }
}

// Runs the loop until `done`, which some thread or peer brings about.
inline void run_until(loop::Loop& loop, const std::function<bool()>& done) {
  while (!done()) {
    loop.context().restart();
    loop.context().run_one_for(std::chrono::milliseconds{1});
  }
}

}  // namespace gelora::fuzz
