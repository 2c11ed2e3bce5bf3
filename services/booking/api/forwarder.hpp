// A request about a show whose desk is at another instance is answered by that one: one hop, then 503.
#pragma once
#include <map>
#include <memory>

#include "booking/app/roster.hpp"
#include "http/client.hpp"
#include "http/message.hpp"

namespace gelora::booking {

class Forwarder {
 public:
  Forwarder(loop::Loop& loop, const Roster& roster) : loop_(loop), roster_(roster) {}

  // Runs `handler`; as long as it finds the desk elsewhere, asks the owner with the same headers (its token is checked there
  // again) and body. While nobody is known to have the show, as when its owner has just died, waits up to 6 s.
  Task<http::Answer> at_owner(http::Request& request, std::function<Task<http::Answer>()> handler);

 private:
  Task<std::optional<http::Answer>> ask(const std::string& address, const http::Request& request);

  loop::Loop& loop_;
  const Roster& roster_;
  std::map<std::string, std::unique_ptr<http::Client>> clients_;  // by address
};

}  // namespace gelora::booking
