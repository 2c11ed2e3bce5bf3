// Draws PDFs and pictures beside the loop, on one thread that gives way to those that sell.
#pragma once
#include "base/unavailable.hpp"
#include "loop/workers.hpp"

namespace gelora::booking {

using loop::Task;

class Printing {
 public:
  // What `draw` returns. Throws base::Unavailable when too much waits.
  template <class Draw>
  Task<std::invoke_result_t<Draw>> print(Draw draw) {
    auto work = [draw = std::move(draw)]() mutable {
      give_way();
      return draw();
    };
    auto drawn = co_await workers_.run(std::move(work));
    if (!drawn) throw base::Unavailable("too much is waiting to be printed");
    co_return std::move(*drawn);
  }

 private:
  static void give_way();

  loop::Workers workers_{1, 32};
};

}  // namespace gelora::booking
