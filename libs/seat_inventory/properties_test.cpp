// What has to hold for every hall and every order of commands; RapidCheck looks for the shortest counter-example.
// (Its RC_ASSERT takes `a || b` apart and evaluates both: what must stop at `a` stands in parentheses of its own.)
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include "seat_inventory/seat_inventory.hpp"

namespace gelora::seat_inventory {

struct RowPlan {
  std::uint32_t count = 1, zone = 0, section = 0, rank = 0, focus = 0;
};
struct HallPlan {
  std::vector<RowPlan> rows;
  std::vector<std::uint32_t> standing;  // capacities
};
// Numbers are reduced to what the hall has; some stay just outside of it, so that refusals occur too.
struct Command {
  enum Kind { choose, choose_best, stand, book, sell, release, give_back, block, unblock, limit, expire, end } kind = choose;
  std::uint32_t hold = 0, fan = 0, minutes = 0;
  std::vector<std::uint32_t> numbers;
};

std::ostream& operator<<(std::ostream& out, const HallPlan& plan) {
  for (const auto& row : plan.rows)
    out << "row of " << row.count << " in zone " << row.zone << " section " << row.section << " rank " << row.rank << " focus "
        << row.focus << "; ";
  for (const auto capacity : plan.standing) out << capacity << " standing; ";
  return out;
}
std::ostream& operator<<(std::ostream& out, const Command& command) {
  static constexpr const char* names[] = {"choose",    "best",  "stand",   "book",  "sell",  "release",
                                          "give back", "block", "unblock", "limit", "expire"};
  out << names[command.kind] << " hold " << command.hold << " fan " << command.fan << " minutes " << command.minutes << " (";
  for (const auto number : command.numbers) out << number << ' ';
  return out << ")";
}

}  // namespace gelora::seat_inventory

namespace rc {
using namespace gelora::seat_inventory;

template <>
struct Arbitrary<HallPlan> {
  static Gen<HallPlan> arbitrary() {
    const auto row =
        gen::build<RowPlan>(gen::set(&RowPlan::count, gen::inRange(1u, 13u)), gen::set(&RowPlan::zone, gen::inRange(0u, 3u)),
                            gen::set(&RowPlan::section, gen::inRange(0u, 2u)), gen::set(&RowPlan::rank, gen::inRange(0u, 4u)),
                            gen::set(&RowPlan::focus, gen::inRange(0u, 12u)));
    return gen::build<HallPlan>(gen::set(&HallPlan::rows, gen::nonEmpty(gen::container<std::vector<RowPlan>>(row))),
                                gen::set(&HallPlan::standing, gen::container<std::vector<std::uint32_t>>(gen::inRange(0u, 9u))));
  }
};

template <>
struct Arbitrary<Command> {
  static Gen<Command> arbitrary() {
    const auto kind =
        gen::map(gen::inRange(0, static_cast<int>(Command::end)), [](int i) { return static_cast<Command::Kind>(i); });
    return gen::build<Command>(gen::set(&Command::kind, kind), gen::set(&Command::hold, gen::inRange(0u, 20u)),
                               gen::set(&Command::fan, gen::inRange(1u, 5u)), gen::set(&Command::minutes, gen::inRange(0u, 20u)),
                               gen::set(&Command::numbers, gen::container<std::vector<std::uint32_t>>(gen::inRange(0u, 200u))));
  }
};

}  // namespace rc

namespace gelora::seat_inventory {
namespace {

using namespace std::chrono_literals;
using Commands = std::vector<Command>;

// Three times as many cases as RapidCheck would take; RC_PARAMS of the environment comes first.
[[maybe_unused]] const int more_cases = ::setenv("RC_PARAMS", "max_success=300", 0);

constexpr Instant start{1'900'000'000'000'000};
constexpr std::uint32_t limit = 6, seated_zones = 3;

// Small, so that commands meet each other.
Layout layout_of(HallPlan plan) {
  if (plan.rows.size() > 8) plan.rows.resize(8);
  if (plan.standing.size() > 2) plan.standing.resize(2);
  std::stable_sort(plan.rows.begin(), plan.rows.end(),
                   [](const RowPlan& a, const RowPlan& b) { return std::tie(a.zone, a.section) < std::tie(b.zone, b.section); });
  std::vector<Zone> zones(seated_zones);
  for (const auto capacity : plan.standing) zones.push_back({.standing = true, .capacity = capacity});
  std::vector<Row> rows;
  for (const auto& row : plan.rows) {
    rows.push_back({.count = row.count,
                    .zone = static_cast<ZoneIndex>(row.zone),
                    .section = row.zone * 2 + row.section,
                    .rank = static_cast<double>(row.rank),
                    .focus = static_cast<double>(row.focus % row.count)});
  }
  return number(std::move(zones), std::move(rows));
}

// Most wishes can be granted in an empty hall; some name no seat, no zone of theirs, one twice or nobody.
Selection wish_of(const Layout& layout, const Command& command) {
  const auto number = [&](std::size_t i) { return i < command.numbers.size() ? command.numbers[i] : 0u; };
  if (command.kind == Command::choose) {
    ChosenSeats chosen;
    for (std::uint32_t i = 0; i < number(0) % 5; ++i) chosen.seats.push_back(number(i + 1) % (layout.seat_count() + 1));
    return chosen;
  }
  if (command.kind == Command::choose_best) {
    std::vector<bool> allowed;
    for (std::size_t i = 0; i < layout.zones.size(); ++i) allowed.push_back((number(1) >> i % 32 & 1) == 0);
    return BestAvailable{std::move(allowed), number(0) % 7};
  }
  StandingPlaces wish;
  for (std::uint32_t i = 0; i < (number(0) % 4 + 1) / 2; ++i) {
    const auto zone = seated_zones + number(2 * i + 1) % (layout.zones.size() - seated_zones + 1);
    wish.quantities.emplace_back(static_cast<ZoneIndex>(zone), number(2 * i + 2) % 5);
  }
  return wish;
}

// Plays commands on an engine, and tells what each did to the places, as a listener would be told.
struct Play {
  explicit Play(const HallPlan& plan) : hall(layout_of(plan)), engine(hall) {}
  explicit Play(const Layout& layout) : hall(layout), engine(hall) {}
  Play(const Play&) = delete;

  using Changes = std::vector<std::pair<SeatNo, SeatState>>;
  // What changed; nothing when the command was refused.
  std::optional<Changes> apply(const Command& command) {
    const HoldId hold{command.hold % next + 1};
    const auto with = [&](bool done, const std::vector<SeatNo>& places, SeatState state) -> std::optional<Changes> {
      if (!done) return std::nullopt;
      Changes changes;
      for (const SeatNo place : places) changes.emplace_back(place, state);
      return changes;
    };
    const Claim* claim = engine.find(hold);
    const std::vector<SeatNo> places = claim != nullptr ? claim->places : std::vector<SeatNo>{};
    switch (command.kind) {
      case Command::choose:
      case Command::choose_best:
      case Command::stand: {
        const auto outcome = engine.hold(HoldId{next}, UserId{command.fan}, wish_of(hall, command),
                                         now + std::chrono::minutes{command.minutes}, limit);
        const auto* held = std::get_if<Held>(&outcome);
        if (held == nullptr) return std::nullopt;
        ++next;
        return with(true, held->places, SeatState::held);
      }
      case Command::book: return with(engine.book(hold, now + 15min), {}, SeatState::held);
      case Command::sell: return with(engine.sell(hold), places, SeatState::sold);
      case Command::release: return with(engine.release(hold), places, SeatState::available);
      case Command::give_back: {  // the first ones of the claim; sometimes none, or one that is not of it
        std::vector<SeatNo> some = places;
        some.resize(std::min<std::size_t>(some.size(), command.minutes % 4));
        if (command.minutes > 15) some.push_back(hall.place_count);
        return with(engine.give_back(hold, some), some, SeatState::available);
      }
      case Command::block:
      case Command::unblock: {
        if (hall.place_count == 0) return std::nullopt;
        // often one of the last, where the standing places are
        const SeatNo place = command.minutes % 2 == 0 ? command.hold * 7 % hall.place_count
                                                      : hall.place_count - 1 - command.hold % hall.place_count;
        const bool blocked = command.kind == Command::block;
        return with(engine.set_blocked(place, blocked), {place}, blocked ? SeatState::blocked : SeatState::available);
      }
      case Command::limit: {  // a standing zone to some number, sometimes below what is taken
        if (hall.zones.size() == seated_zones) return std::nullopt;
        const auto zone = static_cast<ZoneIndex>(seated_zones + command.hold % (hall.zones.size() - seated_zones));
        const std::uint32_t capacity = command.minutes % (hall.zones[zone].capacity + 1);
        if (capacity < engine.map().taken(zone)) return std::nullopt;
        engine.set_capacity(zone, capacity);
        return Changes{};
      }
      default: {
        now = now + std::chrono::minutes{command.minutes};
        return expire();
      }
    }
  }
  Changes expire() {
    Changes changes;
    for (const HoldId id : engine.overdue(now)) {
      const Claim* claim = engine.find(id);
      RC_ASSERT(claim != nullptr);  // each once
      for (const SeatNo place : claim->places) changes.emplace_back(place, SeatState::available);
      engine.release(id);
    }
    return changes;
  }
  void apply(const Commands& commands) {
    for (const auto& command : commands) apply(command);
  }
  // Everything that can be seen from outside.
  auto state() const {
    std::vector<SeatState> map;
    for (SeatNo place = 0; place < hall.place_count; ++place) map.push_back(engine.map().at(place));
    std::vector<std::uint32_t> free, owned;
    for (ZoneIndex zone = 0; zone < hall.zones.size(); ++zone) free.push_back(engine.map().available(zone));
    for (std::uint64_t fan = 0; fan < 6; ++fan) owned.push_back(engine.places_of(UserId{fan}));
    return std::tuple(map, free, owned, engine.claim_count(), engine.state_hash());
  }

  Layout hall;
  SeatInventory engine;
  Instant now = start;
  std::uint64_t next = 1;
};

TEST(SeatInventoryProperties, CountsAlwaysAddUpToTheCapacity) {
  EXPECT_TRUE(rc::check([](const HallPlan& plan, const Commands& commands) {
    Play play(plan);
    for (const auto& command : commands) {
      play.apply(command);
      std::map<ZoneIndex, std::map<SeatState, std::uint32_t>> counted;
      for (SeatNo place = 0; place < play.hall.place_count; ++place)
        ++counted[play.hall.zone_of(place)][play.engine.map().at(place)];
      std::uint32_t live = 0, of_fans = 0;
      for (ZoneIndex zone = 0; zone < play.hall.zones.size(); ++zone) {
        auto& of = counted[zone];
        const std::uint32_t beyond = play.hall.zones[zone].capacity - play.engine.map().capacity(zone);
        RC_ASSERT(of[SeatState::available] == play.engine.map().available(zone) + beyond);
        RC_ASSERT(of[SeatState::held] + of[SeatState::sold] <= play.engine.map().capacity(zone));
        RC_ASSERT(of[SeatState::available] + of[SeatState::held] + of[SeatState::sold] + of[SeatState::blocked] ==
                  play.hall.zones[zone].capacity);
        live += of[SeatState::held] + of[SeatState::sold];
      }
      for (std::uint64_t fan = 0; fan < 6; ++fan) {
        RC_ASSERT(play.engine.places_of(UserId{fan}) <= limit);
        of_fans += play.engine.places_of(UserId{fan});
      }
      RC_ASSERT(live == of_fans);
    }
    play.engine.check();
  }));
}

TEST(SeatInventoryProperties, ARefusedCommandChangesNothing) {
  EXPECT_TRUE(rc::check([](const HallPlan& plan, const Commands& commands) {
    Play play(plan);
    for (const auto& command : commands) {
      const auto before = play.state();
      const Instant now = play.now;
      if (!play.apply(command)) RC_ASSERT(play.state() == before && play.now == now);
    }
  }));
}

TEST(SeatInventoryProperties, AReleasedHoldLeavesNoTrace) {
  EXPECT_TRUE(rc::check([](const HallPlan& plan, const Commands& commands, Command wish) {
    Play play(plan);
    play.apply(commands);
    wish.kind = static_cast<Command::Kind>(wish.kind % 3);
    const auto before = play.state();
    const auto held = play.apply(wish);
    if (!held) return;
    RC_ASSERT(play.state() != before);
    play.engine.release(HoldId{play.next - 1});
    RC_ASSERT(play.state() == before);
    RC_ASSERT(play.apply(wish) == held);  // and who asks for the same gets the same places
  }));
}

TEST(SeatInventoryProperties, ASnapshotAndTheChangesSinceAreTheState) {
  EXPECT_TRUE(rc::check([](const HallPlan& plan, const Commands& before, const Commands& after) {
    Play play(plan);
    play.apply(before);
    SeatMap seen = play.engine.map();
    for (const auto& command : after) {
      if (const auto changes = play.apply(command)) {
        for (const auto& [place, state] : *changes) seen.set(place, state);
      }
      for (ZoneIndex zone = 0; zone < play.hall.zones.size(); ++zone) seen.set_capacity(zone, play.engine.map().capacity(zone));
    }
    const auto bits = seen.seat_bits(), truth = play.engine.map().seat_bits();
    RC_ASSERT(std::equal(bits.begin(), bits.end(), truth.begin(), truth.end()));
    for (ZoneIndex zone = 0; zone < play.hall.zones.size(); ++zone)
      RC_ASSERT(seen.available(zone) == play.engine.map().available(zone));
  }));
}

TEST(SeatInventoryProperties, ExpiringTwiceIsExpiringOnce) {
  EXPECT_TRUE(rc::check([](const HallPlan& plan, const Commands& commands, const std::vector<std::uint8_t>& waits) {
    Play in_steps(plan), at_once(plan);
    in_steps.apply(commands);
    at_once.apply(commands);
    for (const auto wait : waits) {
      in_steps.now = in_steps.now + std::chrono::seconds{wait};
      in_steps.expire();
      const auto before = in_steps.state();
      RC_ASSERT(in_steps.expire().empty());
      RC_ASSERT(in_steps.state() == before);
    }
    at_once.now = in_steps.now;
    at_once.expire();
    if (!waits.empty()) RC_ASSERT(in_steps.state() == at_once.state());
    for (std::uint64_t id = 1; id < at_once.next; ++id) {
      const Claim* claim = at_once.engine.find(HoldId{id});
      RC_ASSERT((claim == nullptr || claim->phase == Phase::sold || claim->deadline > at_once.now));
    }
  }));
}

TEST(SeatInventoryProperties, OneThatWasRebuiltInAnyOrderGoesOnAlike) {
  EXPECT_TRUE(rc::check([](const HallPlan& plan, const Commands& before, const Commands& after, std::uint32_t seed) {
    Play first(plan), second(plan);
    first.apply(before);
    std::vector<std::uint64_t> ids(first.next - 1);
    std::iota(ids.begin(), ids.end(), 1u);
    std::shuffle(ids.begin(), ids.end(), std::mt19937{seed});
    for (const auto id : ids) {
      if (const Claim* claim = first.engine.find(HoldId{id})) second.engine.restore(HoldId{id}, *claim);
    }
    for (SeatNo place = 0; place < first.hall.place_count; ++place) {
      if (first.engine.map().at(place) == SeatState::blocked) second.engine.set_blocked(place, true);
    }
    for (ZoneIndex zone = seated_zones; zone < first.hall.zones.size(); ++zone)
      second.engine.set_capacity(zone, first.engine.map().capacity(zone));
    second.now = first.now;
    second.next = first.next;
    RC_ASSERT(second.state() == first.state());
    for (const auto& command : after) RC_ASSERT(second.apply(command) == first.apply(command));
    RC_ASSERT(second.state() == first.state());
  }));
}

// A hall in which some seats are gone, and a party that asks.
struct Search {
  Search(const HallPlan& plan, const std::vector<std::uint8_t>& states, std::uint32_t allowed_bits, std::uint32_t party_size)
      : hall(layout_of(plan)), map(hall), quantity(party_size) {
    for (SeatNo seat = 0; seat < hall.seat_count() && !states.empty(); ++seat) {
      const auto state = states[seat * 31 % states.size()] % 8;  // every second is free
      map.set(seat, state < 4 ? static_cast<SeatState>(state) : SeatState::available);
    }
    for (std::size_t i = 0; i < hall.zones.size(); ++i) allowed.push_back((allowed_bits >> i % 32 & 1) == 0);
    party = best_available(hall, map, allowed, quantity);
  }
  bool is_free(const Row& row, std::int64_t offset) const {
    return offset >= 0 && offset < row.count && map.at(row.first + static_cast<SeatNo>(offset)) == SeatState::available;
  }
  // Whether so many may sit there, and how many single seats that leaves beside them.
  std::optional<int> orphans_at(const Row& row, std::int64_t offset, std::int64_t count) const {
    for (std::int64_t i = offset; i < offset + count; ++i) {
      if (!is_free(row, i)) return std::nullopt;
    }
    return (is_free(row, offset - 1) && !is_free(row, offset - 2)) +
           (is_free(row, offset + count) && !is_free(row, offset + count + 1));
  }
  bool has_run(const Row& row, std::uint32_t count) const {
    for (std::uint32_t offset = 0; offset < row.count; ++offset) {
      if (orphans_at(row, offset, count)) return true;
    }
    return false;
  }
  const Row& row_of(SeatNo seat) const {
    return *std::find_if(hall.rows.begin(), hall.rows.end(), [&](const Row& row) { return seat < row.first + row.count; });
  }

  Layout hall;
  SeatMap map;
  std::vector<bool> allowed;
  std::uint32_t quantity;
  std::optional<Party> party;
};

// Asks for parties of each size.
template <class Property>
bool for_each_search(Property property) {
  return rc::check([&](const HallPlan& plan, const std::vector<std::uint8_t>& states, std::uint32_t allowed) {
    for (std::uint32_t quantity = 1; quantity <= 8; ++quantity) property(Search(plan, states, allowed, quantity));
  });
}

TEST(BestAvailableProperties, GivesFreeSeatsOfAllowedZonesAndFindsThemWheneverThereAreEnough) {
  EXPECT_TRUE(for_each_search([](const Search& search) {
    std::uint32_t free = 0;
    for (SeatNo seat = 0; seat < search.hall.seat_count(); ++seat)
      free += search.allowed[search.hall.zone_of(seat)] && search.map.at(seat) == SeatState::available;
    RC_ASSERT(search.party.has_value() == (free >= search.quantity));
    if (!search.party) return;
    const std::set<SeatNo> seats(search.party->seats.begin(), search.party->seats.end());
    RC_ASSERT(seats.size() == search.quantity && search.party->seats.size() == search.quantity);
    for (const SeatNo seat : seats) {
      RC_ASSERT(search.map.at(seat) == SeatState::available);
      RC_ASSERT(search.allowed[search.hall.zone_of(seat)]);
    }
  }));
}

TEST(BestAvailableProperties, NeverSplitsAPartyThatCouldSitTogether) {
  EXPECT_TRUE(for_each_search([](const Search& search) {
    if (!search.party) return;
    const auto& rows = search.hall.rows;
    bool one_row = false, two_rows = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!search.allowed[rows[i].zone]) continue;
      one_row = one_row || search.has_run(rows[i], search.quantity);
      if (i + 1 == rows.size() || rows[i].section != rows[i + 1].section || search.quantity < 2) continue;
      two_rows =
          two_rows || (search.has_run(rows[i], (search.quantity + 1) / 2) && search.has_run(rows[i + 1], search.quantity / 2));
    }
    RC_ASSERT((search.party->placement == Placement::together) == one_row);
    RC_ASSERT((search.party->placement == Placement::two_rows) == (!one_row && two_rows));

    // and it sits as it was told
    std::map<const Row*, std::vector<SeatNo>> by_row;
    for (const SeatNo seat : search.party->seats) by_row[&search.row_of(seat)].push_back(seat);
    if (search.party->placement == Placement::separate) return;
    RC_ASSERT(by_row.size() == (one_row ? 1u : 2u));
    RC_ASSERT((one_row || (by_row.begin()->first + 1 == by_row.rbegin()->first &&
                           by_row.begin()->first->section == by_row.rbegin()->first->section)));
    for (auto& [row, seats] : by_row) {
      std::sort(seats.begin(), seats.end());
      RC_ASSERT(seats.back() - seats.front() + 1 == seats.size());
    }
  }));
}

TEST(BestAvailableProperties, LeavesNoSingleSeatWhenAnotherPlaceLeavesNone) {
  EXPECT_TRUE(for_each_search([](const Search& search) {
    if (!search.party || search.party->placement != Placement::together) return;
    std::optional<std::pair<int, double>> best;  // orphans, then the view
    for (const Row& row : search.hall.rows) {
      for (std::uint32_t offset = 0; search.allowed[row.zone] && offset < row.count; ++offset) {
        const auto orphans = search.orphans_at(row, offset, search.quantity);
        if (orphans && (!best || std::pair(*orphans, row.rank) < *best)) best = {*orphans, row.rank};
      }
    }
    const SeatNo seat = *std::min_element(search.party->seats.begin(), search.party->seats.end());
    const Row& row = search.row_of(seat);
    const auto orphans = search.orphans_at(row, seat - row.first, search.quantity);
    RC_ASSERT((orphans && best && std::pair(*orphans, row.rank) == *best));
  }));
}

}  // namespace
}  // namespace gelora::seat_inventory
