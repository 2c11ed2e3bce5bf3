// Whether the database answers, asked every 150 ms on a connection of its own. When it falls silent, what waits for it on
// other connections ends at once with Unreachable, and what comes is refused at once, instead of each waiting for itself. Of
// several servers it goes round until one takes writes; one that no longer does counts as silent.
#pragma once
#include <memory>
#include <set>

#include "mysql/connection.hpp"

namespace gelora::mysql {

class Pulse {
 public:
  Pulse(loop::Loop& loop, const Settings& settings) : loop_(loop), settings_(settings), server_(settings.server()) {}

  // Until the loop stops.
  Task<> run();
  // True before the first question.
  bool alive() const { return alive_; }

 private:
  friend class Connection;
  Task<bool> beat();
  Task<bool> ask();
  void tell(bool alive);

  loop::Loop& loop_;
  const Settings& settings_;
  std::size_t server_;  // that answered last
  std::unique_ptr<Connection> connection_;
  std::set<Connection*> watched_;
  bool alive_ = true;
};

}  // namespace gelora::mysql
