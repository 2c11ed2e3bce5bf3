#include <algorithm>

#include "base/check.hpp"
#include "booking/rehearsal/rehearsal.hpp"

namespace gelora::booking {

using namespace std::chrono_literals;

std::string_view name_of(Advice::About about) {
  switch (about) {
    case Advice::About::open_room: return "open_room";
    case Advice::About::more_shoppers: return "more_shoppers";
    case Advice::About::fewer_shoppers: return "fewer_shoppers";
    case Advice::About::longer_turn: return "longer_turn";
    case Advice::About::shorter_hold: return "shorter_hold";
    case Advice::About::slow_answers: return "slow_answers";
  }
  CHECK(false);
}

std::vector<Advice> advice_on(const Show& show, const Crowd& crowd, const Rehearsal& found) {
  using enum Advice::About;
  std::vector<Advice> all;
  // so many choose at the same time that the places are gone in twenty minutes, when one takes two minutes for two
  const auto shoppers = std::max<std::uint32_t>(20, found.places / 20);
  const bool enough_fans = crowd.fans > found.places / 2;
  const double clashes_each = found.holds == 0 ? 0 : static_cast<double>(found.clashes) / found.holds;
  if (!show.has_room()) {
    if (enough_fans && (clashes_each > 0.25 || found.answer_p99 > 1s)) all.push_back({open_room, shoppers});
  } else {
    const std::uint32_t now = show.room->shoppers;
    if (clashes_each > 0.25 && now > 2 * shoppers) all.push_back({fewer_shoppers, shoppers});
    const bool slow = !found.nearly_gone || *found.nearly_gone > 40min;
    if (slow && found.wait_p95 > 20min && 2 * now < shoppers * 3)
      all.push_back({more_shoppers, std::clamp(2 * now, shoppers, 2 * shoppers)});
    const std::uint32_t called = crowd.fans - found.not_called;
    if (found.missed_turn * 10 > called && show.room->turn < 10min) all.push_back({longer_turn, 600});
  }
  const bool missed = found.found_none + found.not_called > 0;
  if (missed && found.places_lapsed * 10 > found.places && show.hold_ttl > 5min) all.push_back({shorter_hold, 300});
  if (found.answer_p99 > 1s) all.push_back({slow_answers, static_cast<std::uint32_t>(found.answer_p99 / 1ms)});
  return all;
}

}  // namespace gelora::booking
