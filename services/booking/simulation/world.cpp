#include "booking/simulation/world.hpp"

#include <cstdio>

#include "booking/box_office/call_off.hpp"
#include "booking/simulation/waitlist.hpp"

#include "telemetry/log.hpp"

namespace gelora::booking::simulation {

using namespace std::chrono_literals;
using Steady = loop::SteadyClock;

namespace {

constexpr Instant beginning{1'800'000'000'000'000};
constexpr Duration step = 10ms, quiet_step = 250ms;
constexpr Duration busy_for = 6s, healed_for = 100s;  // a booking's seats wait 60 s for news of its payment
constexpr Duration lease_time = 3s;

std::shared_ptr<const Show> make_show(std::uint64_t id) {
  auto hall = std::make_shared<Hall>();
  hall->layout = seats::number({{.standing = false}, {.standing = true, .capacity = 4}}, {{.count = 8, .zone = 0}});
  hall->zones = {{"Tribun", "#112233"}, {"Festival", "#332211"}};
  hall->row_names = {"A"};
  for (int i = 1; i <= 8; ++i) hall->seat_labels.push_back("A-" + std::to_string(i));
  auto show = std::make_shared<Show>();
  show->id = {id};
  show->hall = hall;
  show->opens_at = {0};
  show->closes_at = {INT64_MAX};
  show->starts_at = {INT64_MAX};
  show->refund_rule = RefundRule{};
  show->max_tickets = 6;
  show->hold_ttl = 1500ms;
  show->pay_ttl = 2s;
  show->offer_ttl = 2500ms;
  show->zones = {{ZoneId{1}, {1'000, {}}, {50, {}}, {}}, {ZoneId{2}, {500, {}}, {10, {}}, {}}};
  return show;
}

// Two choose at the same time, for a second and a half.
std::shared_ptr<const Show> make_show_with_room(std::uint64_t id) {
  auto show = std::make_shared<Show>(*make_show(id));
  show->opens_at = beginning + 1s;
  show->room = WaitingRoomRules{2, 1500ms, 1h};
  show->room->seed.fill(9);
  return show;
}

struct VirtualClock final : Clock {
  Instant now() const override { return beginning + std::chrono::duration_cast<Duration>(Steady::now().time_since_epoch()); }
};

struct Nobody final : Listener {
  void opened(std::shared_ptr<const Show>, const seats::SeatMap&, std::uint64_t) override {}
  void changed(ShowId, std::span<const ClaimChange>, std::uint64_t) override {}
  void capacity_is(ShowId, seats::ZoneIndex, std::uint32_t, std::uint64_t) override {}
};

class SimulatedStore final : public Store {
 public:
  SimulatedStore(Database& database, std::string owner) : database_(database), owner_(std::move(owner)) {}
  Task<std::optional<StoredShow>> open(ShowId show) override {
    co_await loop::sleep_for(step);
    StoredShow stored;
    {
      const Database::Taking lease(database_, show, owner_);
      const auto lasts = std::chrono::duration_cast<std::chrono::milliseconds>(database_.taking_lasts());
      co_await loop::sleep_for(lasts);
      if (!lease.epoch) co_return std::nullopt;
      auto known = database_.show(show);  // which is read before the rest
      co_await loop::sleep_for(step);
      stored = database_.read(show, lease);
      stored.show = std::move(known);
    }
    co_return stored;
  }
  Task<> give_back(ShowId show, std::uint64_t epoch) override {
    co_await loop::sleep_for(step);
    database_.give_back(show, owner_, epoch);
  }
  Task<CommitResult> commit(const Batch& batch) override {
    auto result = std::make_shared<std::optional<CommitResult>>();
    database_.commit(batch, owner_, result);
    while (!result->has_value()) co_await loop::sleep_for(step);
    co_return **result;
  }
  Task<bool> has_committed(const Batch& batch) override {
    co_await loop::sleep_for(step);
    co_return database_.has_committed(batch);
  }

 private:
  Database& database_;
  std::string owner_;
};

class SimulatedBook final : public CallOffBook {
 public:
  explicit SimulatedBook(Database& database) : database_(database) {}
  Task<std::shared_ptr<const Show>> show(ShowId show) override {
    co_await loop::sleep_for(step);
    co_return database_.show(show);
  }
  Task<std::vector<BookingId>> open_bookings(ShowId show, BookingId after) override {
    co_await loop::sleep_for(step);
    co_return database_.open_bookings(show, after, 3);
  }
  Task<> finish(ShowId show, std::uint64_t epoch) override {
    co_await loop::sleep_for(step);
    database_.finish(show, epoch);
  }

 private:
  Database& database_;
};

// One process of booking-service, without the network.
struct Instance {
  Instance(Database& database, std::string name, std::uint32_t number, telemetry::Metrics& metrics)
      : owner(std::move(name)), store(database, owner), ids(number), office(loop, store, ids, clock, metrics, nobody, {}) {
    office.leases_hold_until(Steady::now());
    office.start();
    loop.spawn(keep_leases(*this, database));
    loop.spawn(keep_calling_off(*this, database));
    loop.spawn(keep_serving(*this, database));
  }

  static Task<> keep_serving(Instance& self, Database& database) {
    SimulatedWaitBook book(database);
    Waitlist waitlist{self.office, book, self.ids, self.clock};
    for (;;) {
      for (const ShowId show : {ShowId{1}, ShowId{2}}) {
        std::string fault;
        try {
          co_await serve_waitlist(waitlist, show);
        } catch (const base::Unavailable& away) {
          fault = away.what();
        }
      }
      co_await loop::sleep_for(250ms);
    }
  }

  static Task<> keep_calling_off(Instance& self, Database& database) {
    SimulatedBook book(database);
    for (;;) {
      std::string fault;
      try {
        for (const ShowId show : {ShowId{1}, ShowId{2}}) {
          const auto known = database.show(show);
          co_await loop::sleep_for(step);
          self.office.show_changed(known);  // as who keeps the pages fresh does, and may be late
          if (database.is_to_be_called_off(show)) co_await call_off(self.office, book, show);
        }
      } catch (const base::Unavailable& away) {
        fault = away.what();
      }
      co_await loop::sleep_for(250ms);
    }
  }

  static Task<> keep_leases(Instance& self, Database& database) {
    for (;;) {
      std::string fault;
      try {
        if (!database.down) {
          const auto asked = Steady::now();
          const Instant until = self.clock.now() + lease_time;
          const auto renewal = database.renew(self.owner, until);
          if (renewal == Database::Renewal::waits) throw base::Unavailable("the row is locked");
          if (renewal == Database::Renewal::lapsed) {
            database.announce(self.owner, until);
            co_await self.office.open_again();
          }
          self.office.leases_hold_until(asked + lease_time - 300ms);
          std::set<ShowId> here;
          for (const ShowId show : self.office.desks()) here.insert(show);
          const LeaseMoves next = moves(database.directory(), self.owner, here);
          for (const ShowId show : next.hand_over) co_await self.office.hand_over(show);
          for (const ShowId show : next.drop) co_await self.office.open(show);
          for (const ShowId show : next.open) co_await self.office.open(show);
        }
      } catch (const base::Unavailable& away) {
        fault = away.what();
      }
      co_await loop::sleep_for(250ms);
    }
  }

  loop::Loop loop;
  std::string owner;
  VirtualClock clock;
  Nobody nobody;
  SimulatedStore store;
  IdGenerator ids;
  BoxOffice office;
  Instant paused_until{};
};

class World {
 public:
  World(std::uint64_t seed, Guards guards, bool trace)
      : random_(seed), trace_(trace), database_({make_show(1), make_show(2), make_show_with_room(3)}, guards, seed ^ 0x5eed) {}

  Outcome play();

 private:
  enum class Wish { release, abandon, cancel, pay, pay_twice, pay_late, give_back, refund_one, transfer, move };
  // One person's way from a hold to its end. Every step is repeated with its key until it is answered.
  struct Buyer {
    std::uint64_t number = 0;
    ShowId show;
    seats::Selection selection;
    Wish wish = Wish::pay;
    enum class At {
      hold,
      act,
      book,
      cancel,
      pay,
      pay_again,
      give_back,
      refund_one,
      offer,
      settle_offer,
      move,
      done
    } at = At::hold;
    Instant next_try{};
    std::optional<HoldGranted> held;
    std::optional<BookingId> booked;
    std::int64_t price = 0;
    std::optional<TransferId> offered;
  };

  Buyer::At after_payment(const Buyer& buyer, bool again) const {
    if (!again && buyer.wish == Wish::pay_twice) return Buyer::At::pay_again;
    if (!confirmed_.contains(*buyer.booked)) return Buyer::At::done;
    if (buyer.wish == Wish::give_back) return Buyer::At::give_back;
    if (buyer.wish == Wish::transfer) return Buyer::At::offer;
    if (buyer.wish == Wish::move) return Buyer::At::move;
    return buyer.wish == Wish::refund_one ? Buyer::At::refund_one : Buyer::At::done;
  }
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  bool chance(double probability) { return std::uniform_real_distribution<>{}(random_) < probability; }
  Instant now() const { return clock_.now(); }
  void note(const char* what, std::uint64_t who = 0) {
    if (trace_)
      std::printf("%8.3f %s %llu\n", static_cast<double>((now() - start_).count()) / 1e6, what,
                  static_cast<unsigned long long>(who));
  }
  void broken(std::string what) {
    if (outcome_.contradiction.empty()) outcome_.contradiction = std::move(what);
  }

  void took(const Buyer& buyer, UserId receiver, TicketId ticket) {
    ++outcome_.acknowledged;
    note("took a ticket", receiver.value);
    const auto [known, fresh] = taken_.try_emplace(*buyer.offered, receiver, ticket);
    if (!fresh) broken("two people took one ticket");
  }

  bool is_cancelled(ShowId show) const { return database_.show(show)->state == ShowState::cancelled; }
  void start_instance(std::size_t index);
  void faults();
  void new_buyer();
  void scan(Buyer& buyer);
  void go_on(Buyer& buyer);
  void join_line();
  void keep_house_seats();
  struct House {
    ShowId show;
    PlaceHold command;
    std::optional<HoldGranted> granted{};
    bool left = false;  // some of it, or asked to be
  };
  void let_some_go();
  void sell_at_counter(House& house);
  void set_capacity();
  void wait_in_line();
  // Somebody who waits for a turn in the room of show 3.
  struct Fan {
    std::uint64_t number = 0;
    enum class At { enter, wait, hold, book, done } at = At::enter;
    Instant next_try{};
    std::uint32_t place = 0;  // that was told
    std::optional<HoldGranted> held{};
    std::uint8_t round = 0;
  };
  void go_on(Fan& fan);
  void stands(Fan& fan, const RoomPlace& place);
  void advance(Duration by);
  void check_acknowledged();
  static Intent intent_of(std::uint64_t number, std::uint8_t kind) {
    Intent intent;
    for (std::size_t i = 0; i < 8; ++i) intent.key[i] = static_cast<std::uint8_t>(number >> (8 * i));
    intent.key[9] = kind;
    return intent;
  }
  // Sends a command to one of the instances; `take` hears the outcome, if there ever is one.
  template <class Command, class Take>
  void send(ShowId show, Command command, Take take) {
    auto& instance = instances_[below(instances_.size())];
    if (!instance) return;
    auto call = [](BoxOffice& office, ShowId at, Command what, Take then) -> Task<> {
      try {
        auto outcome = co_await office.submit(at, std::move(what));
        then(outcome);
      } catch (const base::Unavailable& away) {
        telemetry::debug("not now", {{"what", away.what()}});
      }
    };
    instance->loop.spawn(call(instance->office, show, std::move(command), std::move(take)));
  }

  std::mt19937_64 random_;
  bool trace_;
  VirtualClock clock_;
  Instant start_ = clock_.now();
  telemetry::Metrics metrics_;
  Database database_;
  std::vector<std::unique_ptr<Instance>> instances_{2};
  std::uint32_t started_ = 0;
  std::uint64_t by_hand_ = 0;
  std::vector<std::unique_ptr<Buyer>> buyers_;
  std::map<std::uint64_t, HoldGranted> granted_;  // by buyer: what was acknowledged
  std::map<std::uint64_t, BookingId> bookings_;   // by buyer
  std::map<BookingId, PaymentId> confirmed_, to_refund_;
  std::set<BookingId> given_back_;  // by its buyer or its organiser
  std::map<TransferId, std::pair<UserId, TicketId>> taken_;
  std::set<TransferId> taken_back_;
  std::set<BookingId> moved_;  // or asked to be
  std::vector<std::unique_ptr<House>> houses_;
  std::uint64_t sold_at_counter_ = 0;
  std::uint64_t capacities_asked_ = 0;
  std::map<UserId, std::pair<std::uint32_t, std::uint32_t>> capacities_set_;  // by who did it: before, after; as acknowledged
  std::set<BookingId> sold_;                                                  // at the counter
  std::uint64_t joined_ = 0;
  std::vector<std::unique_ptr<Fan>> fans_;
  std::map<std::string, ScanDecision> scanned_;  // by scan ids: what was answered
  Outcome outcome_;
};

void World::start_instance(std::size_t index) {
  ++started_;
  instances_[index] =
      std::make_unique<Instance>(database_, "i" + std::to_string(index) + "/" + std::to_string(started_), started_, metrics_);
}

void World::faults() {
  if (chance(0.010)) {
    const std::size_t index = below(instances_.size());
    if (instances_[index]) {
      note("kill instance", index);
      ++outcome_.crashes;
      instances_[index].reset();
    }
  }
  for (std::size_t i = 0; i < instances_.size(); ++i) {
    if (!instances_[i] && chance(0.05)) start_instance(i);
  }
  if (chance(0.004)) {
    auto& one = instances_[below(instances_.size())];
    if (one) {
      note("pause instance");
      one->paused_until = now() + Duration{500'000 + below(5'000'000)};
    }
  }
  if (chance(0.006)) {
    database_.down = !database_.down;
    note(database_.down ? "database away" : "database back");
  } else if (database_.down && chance(0.03)) {
    database_.down = false;
    note("database back");
  }
  if (now() > start_ + 1s && chance(0.0005)) {
    const ShowId show{1 + below(2)};
    if (!is_cancelled(show)) {
      note("show cancelled", show.value);
      database_.cancel(show);
    }
  }
  if (chance(0.002)) {
    const ShowId show{1 + below(2)};
    note("claim by hand", show.value);
    database_.write_claim_by_hand(show, static_cast<seats::SeatNo>(below(8)), HoldId{900'000 + ++by_hand_});
  }
}

void World::new_buyer() {
  auto buyer = std::make_unique<Buyer>();
  buyer->number = buyers_.size() + 1;
  buyer->show = {1 + below(2)};
  if (chance(0.2)) {
    seats::StandingPlaces standing;
    standing.quantities.emplace_back(seats::ZoneIndex{1}, static_cast<std::uint32_t>(1 + below(2)));
    buyer->selection = standing;
  } else if (chance(0.2)) {
    seats::BestAvailable best{std::vector<bool>(2), static_cast<std::uint32_t>(1 + below(3))};
    best.zones[0] = true;
    buyer->selection = best;
  } else {
    seats::ChosenSeats chosen;
    const auto first = static_cast<seats::SeatNo>(below(7));
    chosen.seats.push_back(first);
    if (chance(0.5)) chosen.seats.push_back(first + 1);
    buyer->selection = chosen;
  }
  buyer->wish = static_cast<Wish>(std::min<std::uint64_t>(below(13), 9));
  buyers_.push_back(std::move(buyer));
}

// An organiser keeps some places, and asks until there is an answer.
void World::keep_house_seats() {
  auto house = std::make_unique<House>();
  house->show = {1 + below(2)};
  const std::uint64_t number = houses_.size() + 1;
  if (chance(0.3)) {
    seats::StandingPlaces standing;
    standing.quantities.emplace_back(seats::ZoneIndex{1}, static_cast<std::uint32_t>(1 + below(2)));
    house->command.selection = standing;
  } else {
    seats::ChosenSeats chosen;
    const auto first = static_cast<seats::SeatNo>(below(7));
    chosen.seats.push_back(first);
    if (chance(0.5)) chosen.seats.push_back(first + 1);
    house->command.selection = chosen;
  }
  house->command.id = {8'000'000 + number};
  house->command.intent = intent_of(number, 7);
  house->command.kept = Kept{"Sponsor", {77}, std::nullopt};
  houses_.push_back(std::move(house));
}

void World::let_some_go() {
  for (auto& house : houses_) {
    if (!house->granted) {
      if (!chance(0.02)) continue;
      send(house->show, house->command, [this, &house = *house](const PlaceHoldOutcome& outcome) {
        const auto* held = std::get_if<HoldGranted>(&outcome);
        if (std::holds_alternative<SaleNotOpen>(outcome) || std::holds_alternative<seats::TooManyTickets>(outcome))
          broken("house seats were refused by a rule of fans");
        if (held == nullptr) return;
        ++outcome_.acknowledged;
        note("kept", held->id.value);
        if (!house.granted) house.granted = *held;
        else if (house.granted->id != held->id) broken("the same key kept two groups");
      });
      continue;
    }
    if (!chance(0.002)) continue;
    house->left = true;
    if (chance(0.5)) {
      sell_at_counter(*house);
      continue;
    }
    LetGo command{house->granted->id, {78}, {}};
    const auto first = house->granted->places.front();
    if (first < 8 && chance(0.5)) command.places.push_back(first);
    send(house->show, std::move(command), [this, &house = *house](const LetGoOutcome& outcome) {
      if (std::holds_alternative<NoSuchHold>(outcome)) broken("house seats were acknowledged and are unknown");
      if (std::holds_alternative<GoneFree>(outcome)) note("let go", house.granted->id.value);
    });
  }
}

// For the right price, asked again until there is an answer; or for a wrong one.
void World::sell_at_counter(House& house) {
  const auto& show = *database_.show(house.show);
  std::vector<seats::SeatNo> places = house.granted->places;
  SellAtCounter command;
  if (places.front() < 8 && chance(0.5)) {
    places.resize(1);
    command.places = places;
  }
  command.id = {8'500'000 + ++sold_at_counter_};
  command.group = house.granted->id;
  command.by = {78};
  command.reference = "REF";
  command.total_minor = price_of(show, places).total.amount_minor;
  command.intent = intent_of(sold_at_counter_, 8);
  for (int again = 0; again < 2; ++again) {
    send(house.show, command, [this, id = command.id](const SellAtCounterOutcome& outcome) {
      if (std::holds_alternative<NoSuchHold>(outcome)) broken("house seats were acknowledged and are unknown at the counter");
      if (std::holds_alternative<KeyReused>(outcome)) broken("a sale at the counter was taken for another");
      const auto* booked = std::get_if<Booked>(&outcome);
      if (booked == nullptr) return;
      ++outcome_.acknowledged;
      note("sold at the counter", booked->id.value);
      if (booked->id != id) broken("the same key sold twice at the counter");
      sold_.insert(booked->id);
    });
  }
}

// Two organisers write how many may stand, by what is in the database or by what one of them saw long ago.
void World::set_capacity() {
  constexpr std::uint32_t planned = 4;
  const ShowId show{1 + below(2)};
  const UserId by{9'000 + ++capacities_asked_};
  SetCapacity command{1, static_cast<std::uint32_t>(below(planned + 1)), database_.show(show)->capacity_of(1), by};
  if (chance(0.2)) command.was = static_cast<std::uint32_t>(below(planned + 1));
  send(show, command, [this, show, command](const SetCapacityOutcome& outcome) {
    if (std::holds_alternative<seats::UnknownPlaces>(outcome)) return broken("a standing zone was taken for a seated one");
    const auto told = [&outcome]() -> const ZoneCounts& {
      if (const auto* set = std::get_if<CapacitySet>(&outcome)) return set->now;
      if (const auto* other = std::get_if<CapacityIsAnother>(&outcome)) return other->now;
      return std::get<CapacityBelowSold>(outcome).now;
    }();
    if (told.taken() + told.free != told.capacity || told.plan_capacity != planned)
      return broken("the counts of a zone do not add up");
    if (std::holds_alternative<CapacityBelowSold>(outcome) && told.taken() <= command.capacity)
      return broken("a capacity was refused that was possible");
    if (!std::holds_alternative<CapacitySet>(outcome)) return;
    ++outcome_.acknowledged;
    note("capacity set", command.capacity);
    if (told.capacity != command.capacity) broken("another capacity was set than was asked for");
    const auto& rows = database_.journal.at(show);
    const bool durable = command.capacity == planned || std::any_of(rows.begin(), rows.end(), [&command](const auto& row) {
                           return row.kind == JournalKind::capacity_set && row.places.at(2) == command.capacity;
                         });
    if (!durable) broken("a capacity was acknowledged and is not in the journal");
    capacities_set_[command.by] = {command.was, command.capacity};
  });
}

// As if there were no room: whoever asks while there is some is served at once.
void World::join_line() {
  if (database_.down) return;
  WaitlistEntry entry;
  entry.id = ++joined_;
  entry.show = {1 + below(2)};
  entry.user = {2'000 + joined_};
  entry.zone = {below(3)};
  entry.quantity = static_cast<std::uint32_t>(1 + below(3));
  database_.waitlist[entry.id] = {entry};
}

// Some leave, with an offer or without; some book what they are offered, some let it lapse.
void World::wait_in_line() {
  for (const auto& [id, one] : database_.waitlist) {
    if (chance(0.001) && leave(database_, id)) note("left the line", id);
    const auto& entry = one.entry;
    if (entry.status != WaitStatus::offered || id % 3 == 0 || !chance(0.02)) continue;
    BookHold command{BookingId{5'000'000 + id * 100 + below(100)}, entry.hold, entry.user, "REF", {}, intent_of(5'000 + id, 2)};
    send(entry.show, std::move(command), [this, id = id](const BookHoldOutcome& outcome) {
      if (std::holds_alternative<Booked>(outcome)) note("booked an offer", id);
      if (std::holds_alternative<NoSuchHold>(outcome)) broken("an offer's hold is unknown");
    });
  }
}

// A gate reads one of the buyer's tickets, and tells it again and again.
void World::scan(Buyer& buyer) {
  const auto booking = database_.bookings.find(*buyer.booked);
  if (booking == database_.bookings.end() || booking->second.tickets.empty()) return;
  const auto& tickets = booking->second.tickets;
  const auto& ticket = tickets[below(tickets.size())];
  const auto try_no = static_cast<std::uint8_t>(below(3));
  CheckIn::Scan one;
  one.id = ticket.id.text() + "/" + std::to_string(try_no);
  one.code = TicketClaim{ticket.id, buyer.show, ticket.place};
  one.direction = try_no == 2 ? Direction::out : Direction::in;
  one.gate = "Utara";
  one.at = now();
  const std::string id = one.id;
  CheckIn command;
  command.scans.push_back(std::move(one));
  send(buyer.show, std::move(command), [this, id](const CheckInOutcome& outcome) {
    const ScanDecision& told = std::get<Scanned>(outcome).decisions.front();
    ++outcome_.acknowledged;
    const auto [known, fresh] = scanned_.try_emplace(id, told);
    if (!fresh && known->second != told) broken("scan " + id + " was answered in two ways");
  });
}

void World::stands(Fan& fan, const RoomPlace& place) {
  ++outcome_.acknowledged;
  // A wish to enter that was on its way for long may arrive when the turn that it led to is over: that is entering again.
  const bool again = place.number > fan.place && turn_is_over(database_.rooms[{3}], fan.place, *database_.show({3}), now());
  if (place.number != 0 && fan.place != 0 && place.number != fan.place && !again)
    broken("fan " + std::to_string(fan.number) + " was number " + std::to_string(fan.place) + " and is " +
           std::to_string(place.number));
  fan.place = place.number;
  switch (place.state) {
    case RoomState::none: return broken("fan " + std::to_string(fan.number) + " had entered and is not in");
    case RoomState::gathering:
    case RoomState::waiting: fan.at = chance(0.1) ? Fan::At::hold : Fan::At::wait; break;  // some try without a turn
    case RoomState::admitted: fan.at = Fan::At::hold; break;
    case RoomState::ended:
      fan.at = chance(0.5) ? Fan::At::enter : Fan::At::done;
      fan.place = 0;
      break;
  }
}

void World::go_on(Fan& fan) {
  if (fan.at == Fan::At::done || now() < fan.next_try) return;
  fan.next_try = now() + Duration{100'000 + below(500'000)};
  constexpr ShowId show{3};
  const UserId user{7'000 + fan.number};
  switch (fan.at) {
    case Fan::At::enter: {
      EnterRoom command{user};
      for (std::size_t i = 0; i < 8; ++i) command.mark[i] = static_cast<std::uint8_t>(below(256));
      send(show, command, [this, &fan](const EnterRoomOutcome& outcome) {
        if (fan.at != Fan::At::enter) return;
        if (const auto* in = std::get_if<InRoom>(&outcome)) {
          note("entered", fan.number);
          stands(fan, in->place);
        }
      });
      break;
    }
    case Fan::At::wait:
      send(show, LookIntoRoom{user}, [this, &fan](const LookIntoRoomOutcome& outcome) {
        if (fan.at == Fan::At::wait) stands(fan, std::get<InRoom>(outcome).place);
      });
      break;
    case Fan::At::hold: {
      seats::BestAvailable best{std::vector<bool>(2), 1};
      best.zones[0] = true;
      PlaceHold command{HoldId{700'000 + fan.number * 1000 + fan.round * 100 + below(100)}, user, best,
                        intent_of(70'000 + fan.number * 10 + fan.round, 1)};
      send(show, std::move(command), [this, &fan](const PlaceHoldOutcome& outcome) {
        if (fan.at != Fan::At::hold) return;
        if (const auto* held = std::get_if<HoldGranted>(&outcome)) {
          ++outcome_.acknowledged;
          note("a fan holds", fan.number);
          fan.held = *held;
          fan.at = fan.number % 3 == 0 ? Fan::At::done : Fan::At::book;
        } else if (!std::holds_alternative<KeyInFlight>(outcome)) {
          fan.at = Fan::At::wait;
        }
      });
      break;
    }
    case Fan::At::book: {
      BookHold command{BookingId{7'000'000 + fan.number * 1000 + fan.round * 100 + below(100)},
                       fan.held->id,
                       user,
                       "REF",
                       {},
                       intent_of(70'000 + fan.number * 10 + fan.round, 2)};
      send(show, std::move(command), [this, &fan](const BookHoldOutcome& outcome) {
        if (fan.at != Fan::At::book || std::holds_alternative<KeyInFlight>(outcome)) return;
        if (std::holds_alternative<Booked>(outcome)) note("a fan booked", fan.number);
        fan.place = 0;
        ++fan.round;
        fan.at = chance(0.3) && fan.round < 3 ? Fan::At::enter : Fan::At::done;
      });
      break;
    }
    case Fan::At::done: break;
  }
}

void World::go_on(Buyer& buyer) {
  if (buyer.at == Buyer::At::done || now() < buyer.next_try) return;
  buyer.next_try = now() + Duration{100'000 + below(700'000)};
  const std::uint64_t number = buyer.number;
  const UserId user{1 + number % 5};
  switch (buyer.at) {
    case Buyer::At::hold: {
      PlaceHold command{HoldId{number * 100 + below(100)}, user, buyer.selection, intent_of(number, 1)};
      send(buyer.show, std::move(command), [this, &buyer](const PlaceHoldOutcome& outcome) {
        if (std::holds_alternative<KeyInFlight>(outcome)) return;
        const auto* held = std::get_if<HoldGranted>(&outcome);
        if (held == nullptr) {  // an early answer was lost, and now the seats are somebody else's: only if it was never granted
          if (granted_.contains(buyer.number) && now() < granted_.at(buyer.number).expires_at)
            broken("a hold was acknowledged, and its repetition refused");
          if (buyer.at == Buyer::At::hold) buyer.at = Buyer::At::done;
          return;
        }
        ++outcome_.acknowledged;
        note("held", buyer.number);
        const auto [known, fresh] = granted_.try_emplace(buyer.number, *held);
        if (!fresh && (known->second.id != held->id || known->second.places != held->places))
          broken("the same key gave two holds");
        if (buyer.at != Buyer::At::hold) return;
        buyer.held = *held;
        buyer.at = buyer.wish == Wish::release ? Buyer::At::act : buyer.wish == Wish::abandon ? Buyer::At::done : Buyer::At::book;
      });
      break;
    }
    case Buyer::At::act:
      send(buyer.show, ReleaseHold{buyer.held->id, user}, [&buyer](const ReleaseHoldOutcome&) { buyer.at = Buyer::At::done; });
      break;
    case Buyer::At::book: {
      BookHold command{BookingId{number * 100 + below(100)}, buyer.held->id, user, "REF", {}, intent_of(number, 2)};
      const Instant asked = now();
      send(buyer.show, std::move(command), [this, &buyer, asked](const BookHoldOutcome& outcome) {
        if (std::holds_alternative<KeyInFlight>(outcome)) return;
        if (const auto* booked = std::get_if<Booked>(&outcome)) {
          ++outcome_.acknowledged;
          note("booked", buyer.number);
          if (const auto [known, fresh] = bookings_.try_emplace(buyer.number, booked->id); !fresh && known->second != booked->id)
            broken("the same key gave two bookings");
          if (buyer.at != Buyer::At::book) return;
          buyer.booked = booked->id;
          buyer.next_try = buyer.wish == Wish::pay_late ? now() + 63s : now();
          buyer.at = buyer.wish == Wish::cancel ? Buyer::At::cancel : Buyer::At::pay;
          return;
        }
        if (std::holds_alternative<HoldExpired>(outcome) && now() < buyer.held->expires_at && !is_cancelled(buyer.show))
          broken("hold " + buyer.held->id.text() + " of show " + buyer.show.text() + " ended " +
                 std::to_string((buyer.held->expires_at - now()).count()) + " us before its deadline");
        if (std::holds_alternative<NoSuchHold>(outcome))
          broken("hold " + buyer.held->id.text() + " was acknowledged and is unknown");
        if (buyer.at == Buyer::At::book) buyer.at = Buyer::At::done;
      });
      break;
    }
    case Buyer::At::give_back:
      if (chance(0.5)) scan(buyer);
      send(buyer.show, CancelBooking{*buyer.booked, user}, [this, &buyer](const CancelBookingOutcome& outcome) {
        if (std::holds_alternative<NoSuchBooking>(outcome)) broken("a booking was acknowledged and is unknown");
        if (std::holds_alternative<BookingCancelled>(outcome)) given_back_.insert(*buyer.booked);
        buyer.at = Buyer::At::done;
      });
      break;
    case Buyer::At::refund_one: {
      if (chance(0.5)) scan(buyer);
      const auto& tickets = database_.bookings.at(*buyer.booked).tickets;
      if (tickets.empty() || database_.was_taken(number * 10 + 5)) {
        buyer.at = Buyer::At::done;
        break;
      }
      given_back_.insert(*buyer.booked);
      VoidTickets command{*buyer.booked, {number * 10 + 5, confirmed_.at(*buyer.booked)}, number, {tickets.front().id}};
      send(buyer.show, std::move(command), [this, &buyer](const VoidTicketsOutcome& outcome) {
        if (std::holds_alternative<NoSuchBooking>(outcome)) broken("a booking was acknowledged and is unknown");
        buyer.at = Buyer::At::done;
      });
      break;
    }
    case Buyer::At::move: {
      // To some seat, free or not; asked again until it is answered.
      const auto& tickets = database_.bookings.at(*buyer.booked).tickets;
      const auto good = std::find_if(tickets.begin(), tickets.end(),
                                     [](const auto& one) { return one.status == TicketStatus::valid && one.place < 8; });
      if (good == tickets.end()) {
        buyer.at = Buyer::At::done;
        break;
      }
      if (chance(0.3)) scan(buyer);
      moved_.insert(*buyer.booked);
      MoveSeats command{*buyer.booked, {77}, {}};
      command.moves.push_back({good->place, static_cast<seats::SeatNo>(below(8))});
      send(buyer.show, std::move(command), [this, &buyer](const MoveSeatsOutcome& outcome) {
        if (std::holds_alternative<NoSuchBooking>(outcome)) broken("a booking was acknowledged and is unknown");
        if (std::holds_alternative<SeatsMoved>(outcome)) {
          ++outcome_.acknowledged;
          note("moved", buyer.number);
        }
        if (chance(0.6)) buyer.at = Buyer::At::done;
      });
      break;
    }
    case Buyer::At::offer: {
      const auto& tickets = database_.bookings.at(*buyer.booked).tickets;
      if (tickets.empty()) break;
      OfferTicket offer;
      offer.id = {number * 1'000 + below(1'000)};
      offer.booking = *buyer.booked;
      offer.ticket = tickets.front().id;
      offer.user = user;
      offer.expires_at = now() + (chance(0.3) ? Duration{500ms} : Duration{72h});
      send(buyer.show, std::move(offer), [this, &buyer](const OfferTicketOutcome& outcome) {
        if (buyer.at != Buyer::At::offer) return;
        if (std::holds_alternative<NoSuchTicket>(outcome)) broken("a ticket was acknowledged and is unknown");
        if (std::holds_alternative<NotTransferable>(outcome)) buyer.at = Buyer::At::done;
        if (const auto* made = std::get_if<Offered>(&outcome)) buyer.offered = made->id;
        if (std::holds_alternative<TransferOpen>(outcome) && !buyer.offered) {  // an answer was lost
          const TicketId ticket = database_.bookings.at(*buyer.booked).tickets.front().id;
          for (const auto& [id, known] : database_.offers) {
            if (known.offer.ticket == ticket && known.status == TransferStatus::offered) buyer.offered = id;
          }
        }
        if (buyer.offered) buyer.at = Buyer::At::settle_offer;
      });
      break;
    }
    case Buyer::At::settle_offer: {
      // Two who have the token, its owner who takes it back, and an organiser who refunds it, all at once or some of them.
      const TicketId ticket = database_.bookings.at(*buyer.booked).tickets.front().id;
      if (chance(0.4)) scan(buyer);
      for (const UserId receiver : {UserId{101}, UserId{102}}) {
        if (chance(0.3)) continue;
        send(buyer.show, TransferTicket{*buyer.offered, *buyer.booked, ticket, receiver, {}},
             [this, &buyer, receiver](const TransferTicketOutcome& outcome) {
               if (std::holds_alternative<OwnTicket>(outcome)) broken("somebody else's ticket was one's own");
               if (const auto* taken = std::get_if<TicketTransferred>(&outcome)) took(buyer, receiver, taken->id);
             });
      }
      if (chance(0.3))
        send(buyer.show, TakeOfferBack{*buyer.offered, *buyer.booked, ticket, user},
             [this, &buyer](const TakeOfferBackOutcome& outcome) {
               if (std::holds_alternative<OfferTakenBack>(outcome)) taken_back_.insert(*buyer.offered);
             });
      if (chance(0.2)) {
        given_back_.insert(*buyer.booked);
        send(buyer.show, CancelBooking{*buyer.booked, user}, [](const CancelBookingOutcome&) {});
      }
      if (chance(0.3)) buyer.at = Buyer::At::done;
      break;
    }
    case Buyer::At::cancel:
      send(buyer.show, CancelBooking{*buyer.booked, user}, [this, &buyer](const CancelBookingOutcome& outcome) {
        if (std::holds_alternative<NoSuchBooking>(outcome)) broken("a booking was acknowledged and is unknown");
        buyer.at = Buyer::At::done;
      });
      break;
    case Buyer::At::pay:
    case Buyer::At::pay_again: {
      const bool again = buyer.at == Buyer::At::pay_again;
      const auto show = make_show(1);  // both have the same hall and prices
      std::int64_t price = 0;
      for (const auto place : buyer.held->places) price += show->hall->layout.zone_of(place) == 0 ? 1'050 : 510;
      const PaymentId payment{1'000'000 + number * 10 + again};
      if (!database_.down && database_.was_taken(number * 10 + again)) {  // as app/take_payment_event.cpp asks first
        buyer.at = after_payment(buyer, again);
        break;
      }
      send(buyer.show, ConfirmBooking{*buyer.booked, {number * 10 + again, payment}, {price, {}}},
           [this, &buyer, again, payment](const ConfirmBookingOutcome& outcome) {
             if (std::holds_alternative<NoSuchBooking>(outcome)) broken("a booking was acknowledged and is unknown");
             if (std::holds_alternative<BookingConfirmed>(outcome)) {
               ++outcome_.acknowledged;
               note("paid", buyer.number);
               confirmed_[*buyer.booked] = payment;
             }
             if (const auto* due = std::get_if<RefundDue>(&outcome); due != nullptr) to_refund_[*buyer.booked] = payment;
             const auto current = again ? Buyer::At::pay_again : Buyer::At::pay;
             if (buyer.at != current) return;
             buyer.at = after_payment(buyer, again);
           });
      break;
    }
    case Buyer::At::done: break;
  }
}

void World::advance(Duration by) {
  Steady::advance(std::chrono::duration_cast<Steady::duration>(by));
  database_.run(now());
  for (auto& instance : instances_) {
    if (!instance || now() < instance->paused_until) continue;
    instance->loop.wake_sleepers();
    while (instance->loop.context().poll() > 0) {
    }
  }
}

void World::check_acknowledged() {
  for (const auto& [buyer, held] : granted_) {
    const auto found = database_.holds.find(held.id);
    if (found == database_.holds.end()) return broken("hold " + held.id.text() + " was acknowledged and is not in the database");
    const auto booking = bookings_.find(buyer);
    const bool shrunk = booking != bookings_.end() && (given_back_.contains(booking->second) || moved_.contains(booking->second));
    if (!shrunk && found->second.places != held.places)
      return broken("hold " + held.id.text() + " has other places than were acknowledged");
  }
  for (const auto& [buyer, booking] : bookings_) {
    if (!database_.bookings.contains(booking))
      return broken("booking " + booking.text() + " was acknowledged and is not in the database");
  }
  for (const auto& [id, payment] : confirmed_) {
    const auto& booking = database_.bookings.at(id);
    const bool given_back =
        (given_back_.contains(id) || is_cancelled(booking.row.show)) && booking.status == BookingStatus::refund_pending;
    if (!(is_paid(booking.status) || given_back) || booking.payment != payment)
      return broken("booking " + id.text() + " was confirmed and is " + std::string{name_of(booking.status)} + ", paid by " +
                    booking.payment.text() + ", not " + payment.text());
  }
  for (const auto& [id, payment] : to_refund_) {
    std::size_t asked = 0;
    for (const auto& row : database_.outbox) asked += row.body.find('"' + payment.text() + '"') != std::string::npos;
    // Told of again when an organiser had given it back: payment-service has set the money aside by itself.
    if (asked == 0 && given_back_.contains(id)) continue;
    if (asked != 1) return broken("payment " + payment.text() + " is to be refunded " + std::to_string(asked) + " times");
  }
  for (const auto& [id, who] : taken_) {
    const auto& offer = database_.offers.at(id);
    if (offer.status != TransferStatus::accepted || offer.receiver != who.first || offer.new_ticket != who.second)
      return broken("offer " + id.text() + " was taken, and the database says otherwise");
    if (taken_back_.contains(id)) return broken("offer " + id.text() + " was taken and taken back");
  }
  for (const auto& house : houses_) {
    if (!house->granted) continue;
    const auto& row = database_.holds.at(house->granted->id);
    if (!house->left && (row.status != HoldStatus::active || row.places != house->granted->places))
      return broken("house seats " + row.id.text() + " were kept, and are not any more");
  }
  for (const BookingId id : sold_) {
    const auto booking = database_.bookings.find(id);
    if (booking == database_.bookings.end()) return broken("a sale at the counter was acknowledged and is not there");
    const bool called_off = is_cancelled(booking->second.row.show);
    if (!is_paid(booking->second.status) && !called_off)
      return broken("booking " + id.text() + " was sold at the counter and is " + std::string{name_of(booking->second.status)});
  }
  for (const auto& [kind, count] : database_.deeds) {
    std::size_t told = 0;
    for (const auto& [show, rows] : database_.journal) {
      for (const auto& row : rows) told += row.kind == kind;
    }
    if (told != count) return broken("the journal does not tell what organisers did");
  }
  for (const auto& [by, numbers] : capacities_set_) {
    std::size_t told = 0;  // none: it was that before
    for (const auto& [show, rows] : database_.journal) {
      for (const auto& row : rows)
        told += row.user == by && row.places.at(1) == numbers.first && row.places.at(2) == numbers.second;
    }
    if (told > 1) return broken("one wish for a capacity was done twice");
  }
  for (const TransferId id : taken_back_) {
    if (database_.offers.at(id).status == TransferStatus::accepted)
      return broken("offer " + id.text() + " was taken back and taken");
  }
  for (const auto& [id, told] : scanned_) {
    const auto kept = std::find_if(database_.scans.begin(), database_.scans.end(), [&](const auto& row) { return row.id == id; });
    if (kept == database_.scans.end()) return broken("scan " + id + " was answered and is not in the database");
    if (kept->decision != told) return broken("scan " + id + " was answered in another way than the database says");
  }
  if (auto fault = database_.first_contradiction(); !fault.empty()) return broken(std::move(fault));
  if (auto fault = database_.overdue_claims(now()); !fault.empty()) return broken(std::move(fault));
}

Outcome World::play() {
  database_.lost_before = chance(0.5) ? 0.03 : 0;
  database_.lost_after = chance(0.5) ? 0.03 : 0;
  database_.orphaned = chance(0.5) ? 0.03 : 0;
  database_.refused = chance(0.5) ? 0.02 : 0;
  database_.stuck = chance(0.5) ? 0.05 : 0;
  database_.slowest = chance(0.3) ? Duration{1s} : Duration{30ms};
  const bool calm = chance(0.1);
  start_instance(0);
  start_instance(1);
  const auto crowd = 12 + below(20), line = below(12), groups = below(5), fans = below(10);
  std::size_t steps = 0;
  while (now() < start_ + busy_for) {
    if (!calm) faults();
    if (buyers_.size() < crowd && chance(0.1)) new_buyer();
    if (joined_ < line && chance(0.05)) join_line();
    if (houses_.size() < groups && chance(0.02)) keep_house_seats();
    let_some_go();
    if (chance(0.01)) set_capacity();
    if (fans_.size() < fans && chance(0.05)) {
      fans_.push_back(std::make_unique<Fan>());
      fans_.back()->number = fans_.size();
    }
    for (auto& buyer : buyers_) go_on(*buyer);
    for (auto& fan : fans_) go_on(*fan);
    wait_in_line();
    advance(step);
    if (!database_.starved.empty()) {
      broken("the leases of " + database_.starved + " ended while another stood still in taking one");
      return outcome_;
    }
    if (++steps % 32 != 0) continue;
    auto fault = database_.first_contradiction();
    if (fault.empty()) fault = wrong_waiting(database_, now());
    if (!fault.empty()) {
      broken(std::move(fault));
      return outcome_;
    }
  }
  note("healed");
  database_.down = false;
  database_.lost_before = database_.lost_after = database_.orphaned = database_.refused = 0;
  database_.stuck = 0;
  database_.slowest = 30ms;
  for (std::size_t i = 0; i < instances_.size(); ++i) {
    if (!instances_[i]) start_instance(i);
    instances_[i]->paused_until = {};
  }
  const Instant healed = now();
  while (now() < healed + healed_for) {
    for (auto& buyer : buyers_) go_on(*buyer);
    if (now() < healed + 20s) {
      for (auto& fan : fans_) go_on(*fan);
    }
    if (now() < healed + 10s) wait_in_line();
    advance(now() < healed + 10s ? Duration{20ms} : quiet_step);
  }
  for (const auto& buyer : buyers_) {
    if (buyer->at != Buyer::At::done)
      broken("buyer " + std::to_string(buyer->number) + " never came to an end, step " +
             std::to_string(static_cast<int>(buyer->at)));
  }
  for (const ShowId show : {ShowId{1}, ShowId{2}}) {
    if (database_.is_to_be_called_off(show)) broken("show " + show.text() + " was cancelled and never called off");
  }
  check_acknowledged();
  for (auto fault : {wrong_waiting(database_, now()), forgotten(database_)}) {
    if (!fault.empty()) broken(std::move(fault));
  }
  outcome_.commits = database_.commits;
  return outcome_;
}

}  // namespace

Outcome play(std::uint64_t seed, Guards guards, bool trace) { return World(seed, guards, trace).play(); }

}  // namespace gelora::booking::simulation
