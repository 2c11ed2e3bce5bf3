// The rehearsal of a sale: a crowd that is made up buys from a copy of the show, at the desk that would sell it, in simulated
// time. Nothing of it is written anywhere. Pure and repeatable: the same copy, crowd and machine give the same sale. What the
// crowd does and where its numbers come from: docs/rehearsal.md.
#pragma once
#include <optional>
#include <vector>

#include "booking/box_office/commit_pace.hpp"
#include "booking/box_office/store.hpp"
#include "booking/rehearsal/crowd.hpp"

namespace gelora::booking {

// How fast decisions become durable: a batch takes its time by `pace`, while the next one forms; a request has the processor for
// a while.
struct Machine {
  CommitPace::Line pace{};
  Duration per_request{40};
};

struct Rehearsal {
  std::uint32_t places = 0;  // that were free when it began

  // Of the fans, each in one of these.
  std::uint32_t served = 0;        // have their tickets
  std::uint32_t found_none = 0;    // looked, and what they wanted was not to be had
  std::uint32_t not_called = 0;    // still in the waiting room when it ended
  std::uint32_t missed_turn = 0;   // were called and did not hold in time
  std::uint32_t changed_mind = 0;  // held places, and did not pay

  std::uint32_t tickets = 0;
  std::int64_t takings_minor = 0;       // with fees and taxes
  std::optional<Duration> nearly_gone;  // from the opening until at most one place in twenty was free
  std::optional<Duration> sold_out;     // and to the first moment without a free place
  Duration lasted{};                    // from the opening until nobody buys any more

  std::uint32_t holds = 0;                 // granted
  std::uint32_t places_held = 0;           // in them
  std::uint32_t clashes = 0;               // refused, because somebody else was first
  std::uint32_t places_lapsed = 0;         // came back from holds and bookings that ended without a payment
  std::uint32_t holds_a_second = 0;        // in the busiest second
  Duration answer_median{}, answer_p99{};  // of a granted hold
  std::uint32_t longest_queue = 0;         // of the waiting room
  Duration wait_median{}, wait_p95{};      // of those who were called

  struct Moment {
    Duration at{};  // since the opening
    std::uint32_t free = 0, held = 0, sold = 0, waiting = 0;
  };
  std::vector<Moment> moments;  // at most 120, evenly apart
};

// `show` as it would be opened: what is held and sold in it stays so. Its sale opens when the rehearsal begins, whatever its
// dates. Takes about ten microseconds a fan and, for those who let the desk choose, one pass over the rows.
Rehearsal rehearse(const Show& show, const std::vector<seats::SeatNo>& taken, const Crowd& crowd, const Machine& machine = {});

// What an organiser might set otherwise.
struct Advice {
  enum class About : std::uint8_t {
    open_room,       // `number` may choose at the same time
    more_shoppers,   // of the waiting room, to `number`: the places are there, the fans wait
    fewer_shoppers,  // to `number`: they take places from each other
    longer_turn,     // to `number` seconds
    shorter_hold,    // to `number` seconds: many places wait for people who do not buy
    slow_answers,    // of this machine; `number` milliseconds
  } about;
  std::uint32_t number = 0;
};
std::string_view name_of(Advice::About about);
std::vector<Advice> advice_on(const Show& show, const Crowd& crowd, const Rehearsal& rehearsal);

}  // namespace gelora::booking
