// CHECK: a broken assumption is a bug, and a bug stops the process (in release builds too).
#pragma once
#include <cstdio>
#include <cstdlib>

namespace gelora::base {

[[noreturn]] inline void check_failed(const char* expression, const char* file, int line) {
  std::fprintf(stderr, "CHECK failed: %s at %s:%d\n", expression, file, line);
  std::fflush(stderr);
  std::abort();
}

}  // namespace gelora::base

#define CHECK(expression)                                                             \
  do {                                                                                \
    if (!(expression)) ::gelora::base::check_failed(#expression, __FILE__, __LINE__); \
  } while (false)
