// Named places where a process may be told to die, to prove that nothing is lost there. Armed in development only; else one load.
#pragma once
#include <string>
#include <string_view>

namespace gelora::base {

class Environment;

// Reads GELORA_FAILPOINTS and GELORA_FAILPOINT_LOG; a fault of the configuration in production.
void read_failpoints(Environment& env, bool production);

// "name=0.02,other=once": a chance from 0 to 1, or the first time that anybody passes. Every hit is a line of `log_file`, written
// before the process kills itself.
// Throws std::invalid_argument when the text is not so.
void arm_failpoints(std::string_view spec, std::string log_file);

inline bool failpoints_are_armed = false;
void pass_failpoint(const char* name);

inline void failpoint(const char* name) {
  if (failpoints_are_armed) [[unlikely]]
    pass_failpoint(name);
}

}  // namespace gelora::base
