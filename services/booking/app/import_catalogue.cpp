#include "booking/app/import_catalogue.hpp"

#include <boost/json.hpp>
#include <random>

#include "booking/box_office/box_office.hpp"
#include "booking/storage/import.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

struct NobodyListens final : Listener {
  void opened(std::shared_ptr<const Show>, const seats::SeatMap&, std::uint64_t) override {}
  void changed(ShowId, std::span<const ClaimChange>, std::uint64_t) override {}
  void capacity_is(ShowId, seats::ZoneIndex, std::uint32_t, std::uint64_t) override {}
};

Intent unique_intent(std::uint64_t number) {
  Intent intent;
  for (std::size_t i = 0; i < 8; ++i) intent.key[i] = static_cast<std::uint8_t>(number >> (8 * i));
  intent.key[15] = 1;  // apart from keys of people, which are hashes
  return intent;
}

// People who buy where they like: a few seats next to each other in a random row, or some standing places.
class Crowd {
 public:
  Crowd(const Show& show, std::uint64_t seed) : show_(show), random_(seed) {}

  // Nothing when the show is sold out.
  std::optional<seats::Selection> wish(const seats::SeatMap& map, std::uint32_t most) {
    const auto& layout = show_.hall->layout;
    const auto party = static_cast<std::uint32_t>(1 + random_() % std::min<std::uint64_t>(4, most));
    std::uint64_t free_standing = 0, free_seated = 0;
    for (std::size_t i = 0; i < layout.zones.size(); ++i) {
      (layout.zones[i].standing ? free_standing : free_seated) += map.available(static_cast<seats::ZoneIndex>(i));
    }
    if (free_seated + free_standing == 0) return std::nullopt;
    if (free_seated == 0 || random_() % (free_seated + free_standing) < free_standing) {
      for (;;) {
        const auto zone = static_cast<seats::ZoneIndex>(random_() % layout.zones.size());
        if (!layout.zones[zone].standing || map.available(zone) == 0) continue;
        return seats::StandingPlaces{{{zone, std::min(party, map.available(zone))}}};
      }
    }
    for (int attempt = 0; attempt < 20; ++attempt) {
      const auto& row = layout.rows[random_() % layout.rows.size()];
      if (row.count < party) continue;
      const auto offset = static_cast<std::uint32_t>(random_() % (row.count - party + 1));
      seats::ChosenSeats chosen;
      for (std::uint32_t i = 0; i < party && map.at(row.first + offset + i) == seats::SeatState::available; ++i) {
        chosen.seats.push_back(row.first + offset + i);
      }
      if (chosen.seats.size() == party) return chosen;
    }
    std::vector<bool> seated;
    for (const auto& zone : layout.zones) seated.push_back(!zone.standing);
    return seats::BestAvailable{std::move(seated), static_cast<std::uint32_t>(std::min<std::uint64_t>(party, free_seated))};
  }
  UserId somebody() { return {1'000'000 + random_() % 1'000'000}; }

 private:
  const Show& show_;
  std::mt19937_64 random_;
};

PlaceHold hold_of(HoldId id, UserId user, seats::Selection wish) { return {id, user, std::move(wish), unique_intent(id.value)}; }

BookHold booking_of(BookingId id, HoldId hold, UserId user) {
  BookHold command{id, hold, user, reference_from(id.value * 0x9E3779B97F4A7C15ull >> 20), {}, unique_intent(id.value)};
  command.discount = Discount{Discount::Kind::complimentary};  // no money moves, and no provider is asked
  return command;
}

Task<> buy_once(BoxOffice& office, const Show& show, Crowd& crowd, IdGenerator& ids, Instant now, std::uint32_t most) {
  const UserId user = crowd.somebody();
  auto wish = crowd.wish(office.desk(show.id)->inventory().map(), most);
  if (!wish) co_return;
  const HoldId hold_id = ids.make<HoldId>(now);
  PlaceHold hold = hold_of(hold_id, user, std::move(*wish));
  const auto held = co_await office.submit(show.id, std::move(hold));
  const bool granted = std::holds_alternative<HoldGranted>(held);
  if (!granted) co_return;  // somebody else of the crowd was faster
  const BookingId booking_id = ids.make<BookingId>(now);
  BookHold book = booking_of(booking_id, hold_id, user);
  co_await office.submit(show.id, std::move(book));
}

// Sells `fraction` of the show's places. Returns how many.
Task<std::size_t> let_crowd_buy(loop::Loop& loop, Store& store, IdGenerator& ids, telemetry::Metrics& metrics, ShowId id,
                                double fraction, Instant now) {
  NobodyListens nobody;
  const auto stored = co_await store.open(id);
  if (!stored) throw std::runtime_error("show " + id.text() + " is being sold already");
  const Show& show = *stored->show;
  // A sale that is over was open once.
  ManualClock clock(std::max(show.opens_at, std::min(now, show.closes_at - Duration{1h})));
  auto office = std::make_shared<BoxOffice>(loop, store, ids, clock, metrics, nobody, BoxOfficeSettings{false, 100'000});
  office->start();
  co_await office->open(id);
  Crowd crowd(show, id.value);
  const auto& layout = show.hall->layout;
  const auto target = static_cast<std::uint64_t>(fraction * layout.place_count);
  const auto taken = [&] {
    std::uint64_t free = 0;
    for (std::size_t i = 0; i < layout.zones.size(); ++i)
      free += office->desk(id)->inventory().map().available(static_cast<seats::ZoneIndex>(i));
    return layout.place_count - free;
  };
  while (taken() < target) {
    const std::size_t round = std::min<std::uint64_t>(500, (target - taken() + 3) / 4);
    std::size_t open = round;
    loop::Signal done(loop);
    for (std::size_t i = 0; i < round; ++i) {
      auto one = [](BoxOffice& at, const Show& of, Crowd& people, IdGenerator& numbers, Instant when, std::uint32_t most,
                    std::size_t& left, loop::Signal& over) -> Task<> {
        co_await buy_once(at, of, people, numbers, when, most);
        if (--left == 0) over.notify_all();
      };
      const auto most = static_cast<std::uint32_t>(std::min<std::uint64_t>(4, target - taken()));
      loop.spawn(one(*office, show, crowd, ids, clock.now(), most, open, done));
    }
    while (open > 0) co_await done.wait();
  }
  const auto sold = taken();
  co_await office->hand_over(id);
  co_await office->stop();
  co_return sold;
}

}  // namespace

Task<ImportSummary> import_catalogue(loop::Loop& loop, mysql::Pool& pool, Store& store, IdGenerator& ids,
                                     telemetry::Metrics& metrics, std::string document, std::string owner, Instant now) {
  boost::system::error_code error;
  const json::value catalogue = json::parse(document, error);
  if (error) throw std::runtime_error("the catalogue is not JSON: " + error.message());
  ImportSummary summary;
  const auto imported = co_await write_catalogue(pool, ids, catalogue.as_object(), owner, now);
  summary.venues = imported.venues;
  summary.plans = imported.plans;
  summary.concerts = imported.concerts;
  summary.shows = imported.shows.size();
  for (const auto& [id, fraction] : imported.shows) {
    if (fraction <= 0) continue;
    summary.crowd_places += co_await let_crowd_buy(loop, store, ids, metrics, id, fraction, now);
    co_await drop_receipts(pool, id);
  }
  co_return summary;
}

}  // namespace gelora::booking
