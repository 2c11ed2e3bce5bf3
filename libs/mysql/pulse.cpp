#include "mysql/pulse.hpp"

#include "telemetry/log.hpp"

namespace gelora::mysql {

using namespace std::chrono_literals;

namespace {
constexpr auto every = 150ms;
constexpr auto patience = 500ms;  // for one answer; with what callers do after it, they have theirs within a second
}  // namespace

Task<> Pulse::run() {
  for (;;) {
    const bool answered = co_await beat();
    if (answered && connection_->server() != server_) tell(false);  // connections to the one before it lead nowhere
    if (answered) server_ = connection_->server();
    tell(answered);
    co_await loop::sleep_for(every);
  }
}

// A server that closed this one connection may be there all the same: asked once more, on a new one; of several servers it is
// the next one's turn then, if that was it.
Task<bool> Pulse::beat() {
  const auto began = std::chrono::steady_clock::now();
  const bool answered = co_await ask();
  if (answered) co_return true;
  if (!alive_ || std::chrono::steady_clock::now() - began >= patience) co_return false;
  co_return co_await ask();
}

Task<bool> Pulse::ask() {
  try {
    if (!connection_) {
      connection_ = std::make_unique<Connection>(loop_, settings_);
      connection_->set_deadline(patience);
      co_await connection_->open();
    }
    if (!settings_.several()) {
      co_await connection_->run("DO 0");
      co_return true;
    }
    const bool writable = co_await connection_->takes_writes();
    if (writable) co_return true;
    settings_.leave(connection_->server());
  } catch (const std::exception& fault) {
    telemetry::debug("the database does not answer", {{"what", fault.what()}});
  }
  connection_.reset();
  co_return false;
}

void Pulse::tell(bool alive) {
  if (alive == alive_) return;
  alive_ = alive;
  if (alive) {
    telemetry::info("the database answers again");
    return;
  }
  telemetry::warn("the database does not answer", {{"connections", watched_.size()}, {"distrust", settings_.distrust()}});
  for (Connection* one : watched_) one->abandon();
}

}  // namespace gelora::mysql
