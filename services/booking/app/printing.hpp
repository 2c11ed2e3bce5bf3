// Draws PDFs, pictures and lists, and rehearses sales, beside the loop, on threads that give way to those that sell. The post has
// one of its own, so that people who ask for many papers keep nobody's tickets waiting. All is called on the loop's thread.
#pragma once
#include <map>
#include <memory>

#include "base/ids.hpp"
#include "base/unavailable.hpp"
#include "loop/workers.hpp"

namespace gelora::booking {

using loop::Task;

class Printing {
  using AtWork = std::map<base::UserId, int>;

  struct Turn {
    Turn(AtWork& all, base::UserId who) : at_work(all), user(who) { ++at_work[user]; }
    ~Turn() {
      if (--at_work[user] == 0) at_work.erase(user);
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    AtWork& at_work;
    base::UserId user;
  };

 public:
  // What `draw` returns. Throws base::Unavailable when too much waits.
  template <class Draw>
  Task<std::invoke_result_t<Draw>> for_the_post(Draw draw) {
    return print(post_, std::move(draw));
  }

  // What anybody may ask for, and is drawn once. Throws as above.
  template <class Draw>
  Task<std::invoke_result_t<Draw>> for_everybody(Draw draw) {
    return print(everybody_, std::move(draw));
  }

  // A part of a list that somebody saves. Throws as above.
  template <class Draw>
  Task<std::invoke_result_t<Draw>> for_the_books(Draw draw) {
    return print(books_, std::move(draw));
  }

  // What `draw` returns; nothing while two of this person's papers are being drawn. Throws as above.
  template <class Draw>
  Task<std::optional<std::invoke_result_t<Draw>>> for_person(base::UserId user, Draw draw) {
    if (at_work_[user] >= most_of_person) co_return std::nullopt;
    const Turn turn(at_work_, user);
    co_return co_await print(people_, std::move(draw));
  }

  // For who rehearses a sale, until it is told: none while they do so already, or two others do.
  std::unique_ptr<Turn> turn_to_rehearse(base::UserId user) {
    if (rehearsing_.contains(user) || rehearsing_.size() >= most_rehearse) return nullptr;
    return std::make_unique<Turn>(rehearsing_, user);
  }
  // Seconds of arithmetic, one after the other.
  template <class Play>
  Task<std::invoke_result_t<Play>> rehearse(Play play) {
    return print(rehearsals_, std::move(play));
  }

 private:
  static constexpr int most_of_person = 2;
  static constexpr unsigned most_rehearse = 2;

  template <class Draw>
  static Task<std::invoke_result_t<Draw>> print(loop::Workers& workers, Draw draw) {
    auto work = [draw = std::move(draw)]() mutable {
      give_way();
      return draw();
    };
    auto drawn = co_await workers.run(std::move(work));
    if (!drawn) throw base::Unavailable("too much is waiting to be printed");
    co_return std::move(*drawn);
  }
  static void give_way();

  AtWork at_work_, rehearsing_;
  loop::Workers people_{1, 32}, post_{1, 32}, everybody_{1, 256}, books_{1, 256}, rehearsals_{1, most_rehearse};
};

}  // namespace gelora::booking
