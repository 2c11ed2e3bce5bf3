// Bytes as commands: after each, nothing is lost and nothing is given twice (SeatInventory::check()), and a refusal changes
// nothing.
#include "seat_inventory/seat_inventory.hpp"

#include "fuzz/fuzz.hpp"

using namespace gelora;
using namespace gelora::seat_inventory;

namespace {

Layout make_hall(std::string_view& bytes) {
  std::vector<Zone> zones(2);
  zones.push_back({.standing = true, .capacity = fuzz::choice(bytes) % 16});
  std::vector<Row> rows;
  for (unsigned i = fuzz::choice(bytes) % 6 + 1; i > 0; --i) {
    const unsigned shape = fuzz::choice(bytes);
    const unsigned count = 1 + shape % 12;
    rows.push_back({.count = count,
                    .zone = static_cast<ZoneIndex>(shape / 12 % 2),
                    .section = shape / 24 % 2,
                    .rank = static_cast<double>(shape / 48),
                    .focus = static_cast<double>(shape % count)});
  }
  return number(std::move(zones), std::move(rows));
}

Selection make_wish(std::string_view& bytes, const Layout& hall) {
  const unsigned kind = fuzz::choice(bytes);
  if (kind % 3 == 0) {
    ChosenSeats chosen;
    for (unsigned i = kind / 3 % 6; i > 0; --i) chosen.seats.push_back(fuzz::choice(bytes));
    return chosen;
  }
  // a huge number of people now and then: 0, 1, … 30, 2^31 …
  const auto quantity = [&] {
    const unsigned small = fuzz::choice(bytes);
    return small < 0xf0 ? small % 32 : UINT32_MAX - (0xff - small);
  };
  if (kind % 3 == 1) {
    std::vector<bool> allowed;
    for (std::size_t i = 0; i < hall.zones.size(); ++i) allowed.push_back((kind >> (i + 2) & 1) == 0);
    return BestAvailable{std::move(allowed), quantity()};
  }
  StandingPlaces standing;
  for (unsigned i = kind / 3 % 3; i > 0; --i) {
    const auto zone = static_cast<ZoneIndex>(fuzz::choice(bytes) % 4);
    standing.quantities.emplace_back(zone, quantity());
  }
  return standing;
}

}  // namespace

FUZZ(bytes) {
  const Layout hall = make_hall(bytes);
  SeatInventory seats(hall);
  Instant now{1'900'000'000'000'000};
  std::uint64_t next = 1;
  while (!bytes.empty()) {
    const unsigned command = fuzz::choice(bytes);
    const HoldId hold{1 + command / 8 % next};
    const std::uint64_t before = seats.state_hash();
    bool accepted = false;
    switch (command % 8) {
      case 0:
      case 1:
      case 2: {
        const UserId fan{1 + command / 8 % 4};
        const auto outcome =
            seats.hold(HoldId{next}, fan, make_wish(bytes, hall), now + std::chrono::minutes{10}, command / 64 * 4);
        accepted = std::holds_alternative<Held>(outcome);
        next += accepted;
        break;
      }
      case 3: accepted = seats.book(hold, now + std::chrono::minutes{command / 64 * 5}); break;
      case 4: accepted = seats.sell(hold); break;
      case 5: accepted = seats.release(hold); break;
      case 6: accepted = seats.set_blocked(fuzz::choice(bytes) % hall.place_count, command < 128); break;
      default:
        now = now + std::chrono::minutes{command / 16};
        for (const HoldId id : seats.overdue(now)) {
          CHECK(seats.release(id));
          accepted = true;
        }
    }
    CHECK(accepted == (seats.state_hash() != before));
    seats.check();
  }
}
