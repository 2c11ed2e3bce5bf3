// Runs a service's loop until SIGTERM or SIGINT, then its orderly end.
#pragma once
#include <functional>

#include "loop/loop.hpp"

namespace gelora::loop {

// `start` is the service's beginning; when it throws, its message is printed and 1 is returned. `finish` runs after the first
// signal; a second signal ends the process at once. Ends the process with the service's exit status.
[[noreturn]] int run(Loop& loop, std::function<Task<>()> start, std::function<Task<>()> finish);

// Runs one coroutine to its end: for commands that are not servers.
int run_once(Loop& loop, std::function<Task<>()> work);

}  // namespace gelora::loop
