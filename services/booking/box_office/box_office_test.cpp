#include "booking/box_office/call_off.hpp"

#include <gtest/gtest.h>

#include <deque>

#include "loop/run.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

std::shared_ptr<const Show> a_show() {
  auto hall = std::make_shared<Hall>();
  hall->layout = seats::number({{.standing = false}}, {{.count = 20, .zone = 0}});
  hall->zones = {{"VIP", "#112233"}};
  hall->row_names = {"Tribun 1 · A"};
  for (int i = 1; i <= 20; ++i) hall->seat_labels.push_back("A-" + std::to_string(i));
  auto show = std::make_shared<Show>();
  show->id = {7};
  show->hall = hall;
  show->opens_at = {0};
  show->closes_at = {INT64_MAX};
  show->starts_at = {INT64_MAX};
  show->max_tickets = 4;
  show->hold_ttl = 10min;
  show->pay_ttl = 15min;
  show->zones = {{ZoneId{1}, {1'000, {}}, {50, {}}, {}}};
  return show;
}

std::shared_ptr<const Show> the_show() {
  static const auto show = a_show();
  return show;
}

// A database that fails when it is told to. It keeps holds and bookings as the real one would.
class FakeStore final : public Store {
 public:
  enum class Next { commit, refuse, lose_before_commit, lose_after_commit };
  std::deque<Next> script;
  std::vector<Batch> durable;
  loop::Signal* held_back = nullptr;  // commits wait for it
  bool committing = false;
  int opened = 0;
  seats::SeatNo poison = 0;  // a place that no commit gets past
  int unavailable = 0;       // so many openings fail

  bool elsewhere = false;  // another instance has the lease
  int given_back = 0;
  bool without_holds = false;  // as those are that ended long ago

  Task<> give_back(ShowId, std::uint64_t) override {
    ++given_back;
    co_return;
  }
  Task<std::optional<StoredShow>> open(ShowId) override {
    if (elsewhere) co_return std::nullopt;
    if (unavailable > 0) {
      --unavailable;
      throw base::Unavailable("the database is away");
    }
    ++opened;
    StoredShow stored;
    stored.show = show_;
    stored.epoch = static_cast<std::uint64_t>(opened);
    std::map<HoldId, StoredShow::StoredHold> holds;
    std::map<BookingId, StoredShow::StoredBooking> bookings;
    std::map<TicketId, Admission> admissions;
    for (const auto& batch : durable) {
      stored.version = std::max(stored.version, batch.fences.front().version);
      for (const auto& row : batch.holds) holds[row.id] = {row, false, true};
      for (const auto& change : batch.hold_changes) {
        holds[change.id].row.status = change.status;
        holds[change.id].live = change.status == HoldStatus::booked;
      }
      for (const auto& row : batch.hold_places) holds[row.id].row.places = row.places;
      for (const auto& row : batch.bookings) {
        bookings[row.id] = {row.id,     row.hold,       row.user, row.status,    row.price.total,
                            row.pay_by, row.created_at, {},       row.attendees, row.intent};
        for (const auto& line : row.lines) bookings[row.id].lines.push_back(line.money);
      }
      for (const auto& row : batch.tickets)
        bookings[row.booking].tickets.push_back({row.id, row.place, TicketStatus::valid, row.user});
      for (const auto& row : batch.offers) {
        for (auto& ticket : bookings[row.offer.booking].tickets) {
          if (ticket.id != row.offer.ticket) continue;
          ticket.offer = row.offer.id;
          ticket.offer_ends = row.offer.expires_at;
        }
      }
      for (const auto& change : batch.offer_changes) {
        for (auto& [id, booking] : bookings) {
          for (auto& ticket : booking.tickets) {
            if (ticket.offer == change.id) ticket.offer = {};
          }
        }
      }
      for (const auto& change : batch.ticket_changes) {
        for (auto& [id, booking] : bookings) {
          for (auto& ticket : booking.tickets) {
            if (ticket.id == change.id) ticket.status = change.status;
          }
        }
      }
      for (const auto& row : batch.bookings_moved) {
        bookings[row.id].attendees = row.attendees;
        bookings[row.id].lines.clear();
        for (const auto& line : row.lines) bookings[row.id].lines.push_back(line.money);
      }
      for (const auto& row : batch.bookings_money) {
        bookings[row.id].refunded_minor = row.refunded_minor;
        bookings[row.id].kept_minor = row.kept_minor;
      }
      for (const auto& row : batch.disputes_decided) bookings[row.id].dispute_decided = row.event_id;
      for (const auto& row : batch.admissions) admissions[row.ticket] = row.admission;
      for (const auto& row : batch.scans) stored.scans.push_back({row.id, row.body, row.decision});
      for (const auto& change : batch.booking_changes) {
        bookings[change.id].status = change.status;
        if (change.payment) bookings[change.id].payment = change.payment;
        if (change.status == BookingStatus::confirmed) holds[bookings[change.id].hold].sold = true;
      }
    }
    for (auto& [id, hold] : holds) {
      if (!without_holds) stored.holds.push_back(hold);
    }
    for (auto& [id, booking] : bookings) stored.bookings.push_back(booking);
    stored.admissions.assign(admissions.begin(), admissions.end());
    co_return stored;
  }

  Task<CommitResult> commit(const Batch& batch) override {
    const Next next = script.empty() ? Next::commit : script.front();
    if (!script.empty()) script.pop_front();
    if (held_back != nullptr) {
      committing = true;
      co_await held_back->wait();
    }
    if (next == Next::refuse) co_return CommitResult::refused;
    for (const auto& change : batch.claims) {
      if (change.place == poison) co_return CommitResult::refused;
    }
    if (next == Next::lose_before_commit) co_return CommitResult::unknown;
    durable.push_back(batch);
    co_return next == Next::lose_after_commit ? CommitResult::unknown : CommitResult::committed;
  }

  Task<bool> has_committed(const Batch& batch) override {
    for (const auto& one : durable) {
      if (one.id == batch.id) co_return true;
    }
    co_return false;
  }

 private:
  std::shared_ptr<const Show> show_ = the_show();
};

struct Watcher final : Listener {
  void opened(std::shared_ptr<const Show>, const seats::SeatMap&, std::uint64_t) override { ++openings; }
  void changed(ShowId, std::span<const ClaimChange> changes, std::uint64_t) override { claims += changes.size(); }
  void capacity_is(ShowId, seats::ZoneIndex, std::uint32_t, std::uint64_t) override {}
  int openings = 0;
  std::size_t claims = 0;
};

struct BoxOfficeTest : testing::Test {
  loop::Loop loop;
  FakeStore store;
  base::IdGenerator ids{1};
  base::ManualClock clock;
  telemetry::Metrics metrics;
  Watcher watcher;
  BoxOffice office{loop, store, ids, clock, metrics, watcher, {}};

  static std::vector<seats::SeatNo> two_seats() { return {3, 4}; }
  static PlaceHold wish(std::uint64_t id, std::uint64_t user, std::vector<seats::SeatNo> places) {
    PlaceHold command{{id}, {user}, seats::ChosenSeats{std::move(places)}, {}};
    command.intent.key[0] = static_cast<std::uint8_t>(id);
    return command;
  }
  static BookHold booking(std::uint64_t id, std::uint64_t hold, std::uint64_t user) {
    BookHold command{{id}, {hold}, {user}, "REF", {}, {}};
    command.intent.key[0] = static_cast<std::uint8_t>(id);
    return command;
  }
  static ConfirmBooking payment(std::uint64_t event, std::uint64_t id, std::int64_t amount) {
    return {{100}, {event, {id}}, {amount, {}}};
  }
  static std::vector<seats::SeatNo> seat(seats::SeatNo one) { return std::vector<seats::SeatNo>(1, one); }
  // Runs the test's coroutine between the office's start and end.
  void run(std::function<Task<>()> test) {
    const auto whole = [&]() -> Task<> {
      office.start();
      co_await office.open(ShowId{7});
      co_await test();
      co_await office.stop();
    };
    EXPECT_EQ(loop::run_once(loop, whole), 0);
  }
};

TEST_F(BoxOfficeTest, AnswersWhenItIsDurable) {
  run([&]() -> Task<> {
    std::vector<seats::SeatNo> two = seat(3);
    two.push_back(4);
    const auto outcome = co_await office.submit(ShowId{7}, wish(1, 5, two));
    EXPECT_TRUE(std::holds_alternative<HoldGranted>(outcome));
    EXPECT_EQ(store.durable.size(), 1u);
    EXPECT_EQ(watcher.claims, 2u);
  });
}

TEST_F(BoxOfficeTest, ARepeatedEventIsNotAnsweredBeforeTheFirstIsDurable) {
  run([&]() -> Task<> {
    co_await office.submit(ShowId{7}, wish(1, 5, seat(3)));
    co_await office.submit(ShowId{7}, booking(100, 1, 5));
    loop::Signal held_back(loop);
    store.held_back = &held_back;
    int answered = 0;
    auto tell = [](BoxOffice& at, int& count) -> Task<> {
      co_await at.submit(ShowId{7}, payment(2, 51, 1'050));
      ++count;
    };
    loop.spawn(tell(office, answered));
    while (!store.committing) co_await loop::sleep_for(1ms);
    loop.spawn(tell(office, answered));
    co_await loop::sleep_for(20ms);
    EXPECT_EQ(answered, 0);
    store.held_back = nullptr;
    held_back.notify_all();
    while (answered < 2) co_await loop::sleep_for(1ms);
    EXPECT_EQ(store.durable.size(), 3u);
  });
}

TEST_F(BoxOfficeTest, RefusesWithoutTheDatabase) {
  run([&]() -> Task<> {
    co_await office.submit(ShowId{7}, wish(1, 5, seat(3)));
    const auto outcome = co_await office.submit(ShowId{7}, wish(2, 6, seat(3)));
    EXPECT_TRUE(std::holds_alternative<seats::SeatsTaken>(outcome));
    EXPECT_EQ(store.durable.size(), 1u);
  });
}

TEST_F(BoxOfficeTest, DecidesAgainWhenTheCommitWasRefused) {
  store.script = {FakeStore::Next::refuse};
  run([&]() -> Task<> {
    const auto outcome = co_await office.submit(ShowId{7}, wish(1, 5, seat(3)));
    EXPECT_TRUE(std::holds_alternative<HoldGranted>(outcome));
    EXPECT_EQ(store.durable.size(), 1u);
    EXPECT_EQ(store.opened, 2);
  });
}

TEST_F(BoxOfficeTest, LooksUpACommitWhoseAnswerWasLost) {
  store.script = {FakeStore::Next::lose_after_commit, FakeStore::Next::lose_before_commit};
  run([&]() -> Task<> {
    const auto landed = co_await office.submit(ShowId{7}, wish(1, 5, seat(3)));
    EXPECT_TRUE(std::holds_alternative<HoldGranted>(landed));
    EXPECT_EQ(store.durable.size(), 1u);
    const auto lost = co_await office.submit(ShowId{7}, wish(2, 6, seat(4)));
    EXPECT_TRUE(std::holds_alternative<HoldGranted>(lost));
    EXPECT_EQ(store.durable.size(), 2u);
    EXPECT_EQ(office.desk(ShowId{7})->inventory().claim_count(), 2u);
  });
}

TEST_F(BoxOfficeTest, GivesUpACommandThatIsRefusedAgainAndAgain) {
  store.script = std::deque<FakeStore::Next>(20, FakeStore::Next::refuse);
  run([&]() -> Task<> {
    bool failed = false;
    try {
      co_await office.submit(ShowId{7}, wish(1, 5, seat(3)));
    } catch (const std::runtime_error&) {
      failed = true;
    }
    EXPECT_TRUE(failed);
    store.script.clear();
    const auto next = co_await office.submit(ShowId{7}, wish(2, 6, seat(3)));
    EXPECT_TRUE(std::holds_alternative<HoldGranted>(next));
  });
}

TEST_F(BoxOfficeTest, WhoWaitsForADatabaseThatIsAwayIsToldWithinASecond) {
  run([&]() -> Task<> {
    co_await office.submit(ShowId{7}, wish(1, 5, seat(3)));
    store.script = {FakeStore::Next::lose_before_commit};
    store.unavailable = 1'000;
    const auto ask = [](BoxOffice& at, std::uint64_t id, bool& refused) -> Task<> {
      try {
        co_await at.submit(ShowId{7}, wish(id, id, seat(static_cast<seats::SeatNo>(id))));
      } catch (const base::Unavailable&) {
        refused = true;
      }
    };
    const auto begun = loop::SteadyClock::now();
    bool refused = false, refused_at_once = false;
    co_await ask(office, 6, refused);
    EXPECT_TRUE(refused);
    EXPECT_LT(loop::SteadyClock::now() - begun, 1s);
    const auto known = loop::SteadyClock::now();
    co_await ask(office, 8, refused_at_once);
    EXPECT_TRUE(refused_at_once);
    EXPECT_LT(loop::SteadyClock::now() - known, 50ms);

    store.unavailable = 0;
    bool still_refused = true;
    while (still_refused) {
      still_refused = false;
      co_await ask(office, 9, still_refused);
      co_await loop::sleep_for(5ms);
    }
    EXPECT_EQ(store.durable.size(), 2u);
  });
}

TEST_F(BoxOfficeTest, OneBadCommandDoesNotFailTheOthersOfItsBatch) {
  store.poison = 3;
  run([&]() -> Task<> {
    int granted = 0, failed = 0;
    auto hold = [](BoxOffice& at, seats::SeatNo place, int& good, int& bad) -> Task<> {
      try {
        co_await at.submit(ShowId{7}, wish(place, place, seat(place)));
        ++good;
      } catch (const base::Unavailable&) {
        ++bad;
      }
    };
    for (seats::SeatNo place = 1; place <= 5; ++place) loop.spawn(hold(office, place, granted, failed));
    while (granted + failed < 5) co_await loop::sleep_for(1ms);
    EXPECT_EQ(granted, 4);
    EXPECT_EQ(failed, 1);
  });
}

TEST_F(BoxOfficeTest, ALeaseThatAnotherTookClosesTheDesk) {
  run([&]() -> Task<> {
    co_await office.submit(ShowId{7}, wish(1, 5, seat(3)));
    store.script = {FakeStore::Next::refuse};
    store.elsewhere = true;
    bool told = false;
    try {
      co_await office.submit(ShowId{7}, wish(2, 6, seat(4)));
    } catch (const DeskElsewhere&) {
      told = true;
    }
    EXPECT_TRUE(told);
    EXPECT_EQ(office.desk(ShowId{7}), nullptr);
  });
}

TEST_F(BoxOfficeTest, ADeskIsHandedOverWhenItsChangesAreDurable) {
  run([&]() -> Task<> {
    loop::Signal held_back(loop);
    store.held_back = &held_back;
    bool granted = false;
    auto hold = [](BoxOffice& at, bool& done) -> Task<> {
      co_await at.submit(ShowId{7}, wish(1, 5, seat(3)));
      done = true;
    };
    loop.spawn(hold(office, granted));
    while (!store.committing) co_await loop::sleep_for(1ms);
    auto hand_over = [](BoxOffice& at) -> Task<> { co_await at.hand_over(ShowId{7}); };
    loop.spawn(hand_over(office));
    co_await loop::sleep_for(20ms);
    EXPECT_EQ(store.given_back, 0);
    store.held_back = nullptr;
    held_back.notify_all();
    while (store.given_back == 0) co_await loop::sleep_for(1ms);
    EXPECT_TRUE(granted);
    EXPECT_EQ(office.desk(ShowId{7}), nullptr);
  });
}

TEST_F(BoxOfficeTest, NothingIsDecidedWhenTheLeasesHaveEnded) {
  run([&]() -> Task<> {
    office.leases_hold_until(loop::SteadyClock::now());
    bool told = false;
    try {
      co_await office.submit(ShowId{7}, wish(1, 5, seat(3)));
    } catch (const DeskElsewhere&) {
      told = true;
    }
    EXPECT_TRUE(told);
    EXPECT_TRUE(store.durable.empty());
  });
}

TEST_F(BoxOfficeTest, TheSameKeyGivesTheSameHoldAlsoAfterARebuild) {
  run([&]() -> Task<> {
    const auto first = co_await office.submit(ShowId{7}, wish(1, 5, seat(3)));
    co_await office.open(ShowId{7});
    auto repeated = wish(9, 5, seat(3));
    repeated.intent.key[0] = 1;
    const auto again = co_await office.submit(ShowId{7}, std::move(repeated));
    EXPECT_EQ(std::get<HoldGranted>(again).id, std::get<HoldGranted>(first).id);
    EXPECT_EQ(std::get<HoldGranted>(again).expires_at, std::get<HoldGranted>(first).expires_at);
    EXPECT_EQ(store.durable.size(), 1u);
  });
}

TEST_F(BoxOfficeTest, ExpiryFreesTheSeatsAndABookingIsHonouredToItsEnd) {
  run([&]() -> Task<> {
    co_await office.submit(ShowId{7}, wish(1, 5, seat(3)));
    co_await office.submit(ShowId{7}, wish(2, 6, seat(4)));
    co_await office.submit(ShowId{7}, booking(100, 2, 6));
    clock.advance(10min);
    while (store.durable.size() < 4) co_await loop::sleep_for(5ms);
    EXPECT_EQ(office.desk(ShowId{7})->inventory().map().at(3), seats::SeatState::available);
    EXPECT_EQ(office.desk(ShowId{7})->inventory().map().at(4), seats::SeatState::held);
    const auto outcome = co_await office.submit(ShowId{7}, payment(1, 50, 1'050));
    EXPECT_TRUE(std::holds_alternative<BookingConfirmed>(outcome));
    EXPECT_EQ(store.durable.back().tickets.size(), 1u);
  });
}

TEST_F(BoxOfficeTest, OffersOfTheWaitlistLastAsTheShowHasItAndLapseWithoutBlame) {
  run([&]() -> Task<> {
    for (std::uint64_t i = 1; i <= 4; ++i) {
      auto offer = wish(i, 5, seat(static_cast<seats::SeatNo>(i)));
      offer.offered = true;
      const auto held = co_await office.submit(ShowId{7}, std::move(offer));
      EXPECT_EQ(std::get<HoldGranted>(held).expires_at, clock.now() + 30min);
      clock.advance(30min);
      while (store.durable.size() < 2 * i) co_await loop::sleep_for(5ms);
    }
    EXPECT_TRUE(std::holds_alternative<HoldGranted>(co_await office.submit(ShowId{7}, wish(5, 5, seat(5)))));
    co_await office.open(ShowId{7});  // a rebuild remembers no blame either
    EXPECT_TRUE(std::holds_alternative<HoldGranted>(co_await office.submit(ShowId{7}, wish(6, 5, seat(6)))));
  });
}

TEST_F(BoxOfficeTest, WhoEntersTheWaitingRoomAgainAndAgainIsAskedToRest) {
  run([&]() -> Task<> {
    auto show = std::make_shared<Show>(office.desk(ShowId{7})->show());
    show->room = WaitingRoomRules{5, 10min, 1h};
    ++show->revision;
    office.show_changed(show);
    const EnterRoom enter{{5}};
    const LeaveRoom leave{{5}};
    for (int i = 0; i < 20; ++i) {
      const auto in = co_await office.submit(ShowId{7}, enter);
      EXPECT_TRUE(std::get<InRoom>(in).entered);
      const auto again = co_await office.submit(ShowId{7}, enter);
      EXPECT_FALSE(std::get<InRoom>(again).entered);
      co_await office.submit(ShowId{7}, leave);
    }
    const auto refused = co_await office.submit(ShowId{7}, enter);
    EXPECT_TRUE(std::holds_alternative<CoolingDown>(refused));
    clock.advance(1h);
    const auto later = co_await office.submit(ShowId{7}, enter);
    EXPECT_TRUE(std::holds_alternative<InRoom>(later));
  });
}

TEST_F(BoxOfficeTest, WhoLetsThreeHoldsLapseWaitsAndTheOthersDoNot) {
  run([&]() -> Task<> {
    for (std::uint64_t i = 1; i <= 3; ++i) {
      const auto held = co_await office.submit(ShowId{7}, wish(i, 5, seat(static_cast<seats::SeatNo>(i))));
      EXPECT_TRUE(std::holds_alternative<HoldGranted>(held));
      clock.advance(10min);
      while (store.durable.size() < 2 * i) co_await loop::sleep_for(5ms);
    }
    const auto again = co_await office.submit(ShowId{7}, wish(4, 5, seat(4)));
    EXPECT_TRUE(std::holds_alternative<CoolingDown>(again));
    co_await office.open(ShowId{7});  // a rebuild does not forget
    const auto rebuilt = co_await office.submit(ShowId{7}, wish(4, 5, seat(4)));
    EXPECT_TRUE(std::holds_alternative<CoolingDown>(rebuilt));
    const auto other = co_await office.submit(ShowId{7}, wish(5, 6, seat(4)));
    EXPECT_TRUE(std::holds_alternative<HoldGranted>(other));
    clock.advance(9min);
    co_await office.submit(ShowId{7}, ReleaseHold{{5}, {6}});
    clock.advance(2min);
    const auto later = co_await office.submit(ShowId{7}, wish(6, 5, seat(4)));
    EXPECT_TRUE(std::holds_alternative<HoldGranted>(later));
  });
}

TEST_F(BoxOfficeTest, MoneyThatComesLateOrTwiceOrWrongGoesBack) {
  run([&]() -> Task<> {
    co_await office.submit(ShowId{7}, wish(1, 5, seat(3)));
    co_await office.submit(ShowId{7}, booking(100, 1, 5));
    const auto refused = co_await office.submit(ShowId{7}, payment(1, 50, 1'049));
    EXPECT_EQ(std::get<RefundDue>(refused).reason, "wrong-amount");
    const auto confirmed = co_await office.submit(ShowId{7}, payment(2, 51, 1'050));
    EXPECT_TRUE(std::holds_alternative<BookingConfirmed>(confirmed));
    EXPECT_EQ(store.durable.back().tickets.size(), 1u);
    EXPECT_EQ(store.durable.back().receipts.size(), 1u);
    const auto twice = co_await office.submit(ShowId{7}, payment(3, 52, 1'050));
    EXPECT_EQ(std::get<RefundDue>(twice).reason, "second-payment");
    const auto again = co_await office.submit(ShowId{7}, payment(2, 51, 1'050));
    EXPECT_TRUE(std::holds_alternative<BookingConfirmed>(again));
    EXPECT_EQ(store.durable.back().outbox.front().type, "booking.refund_due");
    EXPECT_TRUE(store.durable.back().receipts.empty());
  });
}

// A booking of two seats that was not paid in time; its money comes afterwards.
struct LateMoneyTest : BoxOfficeTest {
  Task<> expired_booking() {
    co_await office.submit(ShowId{7}, wish(1, 5, two_seats()));
    co_await office.submit(ShowId{7}, booking(100, 1, 5));
    clock.advance(17min);
    while (store.durable.size() < 3) co_await loop::sleep_for(5ms);
  }
};

TEST_F(LateMoneyTest, BuysTheSameSeatsWhenTheyAreFree) {
  run([&]() -> Task<> {
    co_await expired_booking();
    const auto outcome = co_await office.submit(ShowId{7}, payment(1, 50, 2'100));
    EXPECT_TRUE(std::holds_alternative<BookingConfirmed>(outcome));
    const Batch& batch = store.durable.back();
    EXPECT_EQ(batch.booking_changes.back().status, BookingStatus::confirmed);
    EXPECT_EQ(batch.tickets.size(), 2u);
    EXPECT_EQ(batch.holds.front().places, (std::vector<seats::SeatNo>{3, 4}));
    EXPECT_EQ(batch.journal.back().kind, JournalKind::resold);
    office.desk(ShowId{7})->inventory().check();
  });
}

TEST_F(LateMoneyTest, BuysOthersAsGoodNextToEachOtherWithTheNamesOfThePeople) {
  run([&]() -> Task<> {
    co_await expired_booking();
    co_await office.submit(ShowId{7}, wish(2, 6, seat(3)));
    co_await office.submit(ShowId{7}, payment(1, 50, 2'100));
    const Batch& batch = store.durable.back();
    EXPECT_EQ(batch.booking_changes.back().status, BookingStatus::substituted);
    const auto& places = batch.bookings_moved.front().lines;
    EXPECT_EQ(places[1].money.place, places[0].money.place + 1);
    EXPECT_EQ(batch.bookings_moved.front().decline_by, clock.now() + 24h);
    EXPECT_EQ(batch.receipts.front().kind, ReceiptKind::substituted);
    const auto declined = co_await office.submit(ShowId{7}, DeclineSubstitute{{100}, {5}});
    EXPECT_TRUE(std::holds_alternative<Declined>(declined));
    EXPECT_EQ(store.durable.back().outbox.front().type, "booking.refund_due");
    const std::size_t before = store.durable.size();
    co_await office.submit(ShowId{7}, DeclineSubstitute{{100}, {5}});
    EXPECT_EQ(store.durable.size(), before);
  });
}

TEST_F(LateMoneyTest, CannotBeDeclinedAfterADay) {
  run([&]() -> Task<> {
    co_await expired_booking();
    co_await office.submit(ShowId{7}, wish(2, 6, seat(3)));
    co_await office.submit(ShowId{7}, payment(1, 50, 2'100));
    clock.advance(24h);
    const auto late = co_await office.submit(ShowId{7}, DeclineSubstitute{{100}, {5}});
    EXPECT_EQ(std::get<NotDeclinable>(late).because, NotDeclinable::Because::too_late);
  });
}

TEST_F(LateMoneyTest, GoesBackWhenNothingAsGoodIsLeftOrTheCodeIsUsedUp) {
  run([&]() -> Task<> {
    co_await expired_booking();
    for (seats::SeatNo one = 1; one < 20; one += 2) {  // no two next to each other stay free
      const HoldId id{10 + one};
      co_await office.submit(ShowId{7}, wish(id.value, 100 + one, seat(one)));
    }
    const auto outcome = co_await office.submit(ShowId{7}, payment(1, 50, 2'100));
    EXPECT_EQ(std::get<RefundDue>(outcome).reason, "late");
    EXPECT_EQ(store.durable.back().receipts.front().kind, ReceiptKind::late_refund);
  });
}

TEST_F(LateMoneyTest, IsNotForAShowThatIsCalledOff) {
  run([&]() -> Task<> {
    co_await expired_booking();
    auto off = std::make_shared<Show>(office.desk(ShowId{7})->show());
    off->state = ShowState::cancelled;
    office.show_changed(off);
    const auto outcome = co_await office.submit(ShowId{7}, payment(1, 50, 2'100));
    EXPECT_EQ(std::get<RefundDue>(outcome).reason, "show-cancelled");
  });
}

TEST_F(LateMoneyTest, SeatsGivenInsteadAreNotDeclinedAfterTheShowHasBegun) {
  run([&]() -> Task<> {
    co_await expired_booking();
    co_await office.submit(ShowId{7}, wish(2, 6, seat(3)));
    auto soon = std::make_shared<Show>(office.desk(ShowId{7})->show());
    soon->starts_at = clock.now() + 2h;
    soon->revision = 1;
    office.show_changed(soon);
    co_await office.submit(ShowId{7}, payment(1, 50, 2'100));
    const auto& moved = store.durable.back().bookings_moved.front();
    EXPECT_EQ(moved.decline_by, clock.now() + 2h);
    EXPECT_EQ(moved.replaced, (std::vector<std::string>{"Tribun 1 · A-4", "Tribun 1 · A-5"}));
  });
}

// A show that is cancelled while people pay for it.
struct CalledOffTest : BoxOfficeTest {
  struct Book final : CallOffBook {
    explicit Book(FakeStore& s) : store(s) {}
    Task<std::shared_ptr<const Show>> show(ShowId) override { co_return cancelled(); }
    Task<std::vector<BookingId>> open_bookings(ShowId, BookingId after) override {
      std::vector<BookingId> open;
      for (const auto& batch : store.durable) {
        for (const auto& row : batch.bookings) {
          if (row.id > after) open.push_back(row.id);
        }
      }
      co_return open;
    }
    Task<> finish(ShowId, std::uint64_t epoch) override {
      finished = epoch;
      co_return;
    }
    FakeStore& store;
    std::uint64_t finished = 0;
  };
  static std::shared_ptr<const Show> cancelled() {
    auto off = std::make_shared<Show>(*the_show());
    off->state = ShowState::cancelled;
    off->revision = 1;
    return off;
  }
};

TEST_F(CalledOffTest, WhoPaysForWhatWasNotEndedYetGetsTheMoneyBack) {
  run([&]() -> Task<> {
    co_await office.submit(ShowId{7}, wish(1, 5, two_seats()));
    co_await office.submit(ShowId{7}, booking(100, 1, 5));
    office.show_changed(cancelled());
    const auto outcome = co_await office.submit(ShowId{7}, payment(1, 50, 2'100));
    EXPECT_EQ(std::get<RefundDue>(outcome).reason, "show-cancelled");
    const Batch& batch = store.durable.back();
    EXPECT_TRUE(batch.tickets.empty());
    EXPECT_EQ(batch.booking_changes.back().status, BookingStatus::refund_pending);
    EXPECT_EQ(batch.outbox.back().type, "booking.refund_due");
    EXPECT_EQ(office.desk(ShowId{7})->inventory().map().at(3), seats::SeatState::available);
    NoteRefund noted{{100}, {2, {50}}, {2'100, {}}, RefundReason::show_cancelled};
    co_await office.submit(ShowId{7}, std::move(noted));
    EXPECT_EQ(store.durable.back().booking_changes.back().status, BookingStatus::refunded);
  });
}

TEST_F(CalledOffTest, ABookingThatIsOnItsWayToTheDatabaseIsNotMissed) {
  run([&]() -> Task<> {
    co_await office.submit(ShowId{7}, wish(1, 5, two_seats()));
    loop::Signal held_back(loop);
    store.held_back = &held_back;
    auto book_it = [](BoxOffice& at) -> Task<> { co_await at.submit(ShowId{7}, booking(100, 1, 5)); };
    loop.spawn(book_it(office));
    while (!store.committing) co_await loop::sleep_for(1ms);
    Book book(store);
    bool over = false;
    auto end_it = [](BoxOffice& at, Book& with, bool& done) -> Task<> {
      co_await call_off(at, with, ShowId{7});
      done = true;
    };
    loop.spawn(end_it(office, book, over));
    co_await loop::sleep_for(20ms);
    EXPECT_FALSE(over);
    store.held_back = nullptr;
    held_back.notify_all();
    while (!over) co_await loop::sleep_for(1ms);
    EXPECT_EQ(book.finished, office.desk(ShowId{7})->epoch());
    EXPECT_EQ(store.durable.back().booking_changes.back().status, BookingStatus::cancelled);
  });
}

TEST_F(CalledOffTest, IsNotUndoneByWhoReadTheShowBefore) {
  run([&]() -> Task<> {
    office.show_changed(cancelled());
    office.show_changed(the_show());
    const auto refused = co_await office.submit(ShowId{7}, wish(1, 5, seat(3)));
    EXPECT_TRUE(std::holds_alternative<SaleClosed>(refused));
    co_await office.open(ShowId{7});  // a store that read it before the cancellation
    const auto again = co_await office.submit(ShowId{7}, wish(2, 5, seat(3)));
    EXPECT_TRUE(std::holds_alternative<SaleClosed>(again));
  });
}

// A booking of two seats that is paid.
struct PaidTest : BoxOfficeTest {
  Task<> paid() {
    co_await office.submit(ShowId{7}, wish(1, 5, two_seats()));
    co_await office.submit(ShowId{7}, booking(100, 1, 5));
    co_await office.submit(ShowId{7}, payment(1, 50, 2'100));
    tickets.clear();
    for (const auto& row : store.durable.back().tickets) tickets.push_back(row.id);
  }
  std::vector<TicketId> tickets;
};

TEST_F(PaidTest, OneTicketIsVoidAndItsSeatFreeAlsoAfterARebuild) {
  run([&]() -> Task<> {
    co_await paid();
    VoidTickets command{{100}, {9, {50}}, 77, {tickets[0]}};
    co_await office.submit(ShowId{7}, std::move(command));
    EXPECT_EQ(store.durable.back().outbox.front().type, "refund.approved");
    EXPECT_EQ(office.desk(ShowId{7})->inventory().map().at(3), seats::SeatState::available);
    EXPECT_EQ(office.desk(ShowId{7})->inventory().map().at(4), seats::SeatState::sold);
    VoidTickets again{{100}, {10, {50}}, 78, {tickets[0]}};
    co_await office.submit(ShowId{7}, std::move(again));
    EXPECT_EQ(store.durable.back().outbox.front().type, "refund.refused");
    NoteRefund noted{{100}, {11, {50}}, {1'050, {}}, RefundReason::organiser, "requested"};
    co_await office.submit(ShowId{7}, std::move(noted));
    EXPECT_EQ(store.durable.back().booking_changes.back().status, BookingStatus::partially_refunded);
    const auto other = co_await office.submit(ShowId{7}, wish(2, 6, seat(3)));
    EXPECT_TRUE(std::holds_alternative<HoldGranted>(other));
  });
}

CheckIn scan_of(TicketId ticket, std::string id, Direction direction = Direction::in) {
  CheckIn::Scan scan;
  scan.id = std::move(id);
  scan.code = TicketClaim{ticket, {7}, 0};
  scan.direction = direction;
  scan.gate = "Utara";
  scan.at = {1'800'000'000'000'000};
  CheckIn command;
  command.scans.push_back(std::move(scan));
  return command;
}

ScanVerdict verdict_of(const CheckInOutcome& outcome) { return std::get<Scanned>(outcome).decisions.front().verdict; }

TEST_F(PaidTest, ATicketLetsInOnceAlsoAfterARebuildAndIsNotRefundedThen) {
  run([&]() -> Task<> {
    co_await paid();
    const ScanVerdict admitted{ScanResult::admitted}, already{ScanResult::already_admitted};
    const auto first = co_await office.submit(ShowId{7}, scan_of(tickets[0], "a"));
    EXPECT_EQ(verdict_of(first), admitted);
    EXPECT_EQ(store.durable.back().ticket_changes.front().status, TicketStatus::used);
    EXPECT_EQ(store.durable.back().gate_counts.front().admitted, 1u);
    const auto batches = store.durable.size();
    co_await office.open(ShowId{7});
    const auto again = co_await office.submit(ShowId{7}, scan_of(tickets[0], "a"));
    EXPECT_EQ(std::get<Scanned>(again).decisions, std::get<Scanned>(first).decisions);
    EXPECT_EQ(store.durable.size(), batches);
    const auto second = co_await office.submit(ShowId{7}, scan_of(tickets[0], "b"));
    EXPECT_EQ(verdict_of(second), already);
    VoidTickets command{{100}, {9, {50}}, 77, {tickets[0]}};
    co_await office.submit(ShowId{7}, std::move(command));
    EXPECT_EQ(store.durable.back().outbox.front().type, "refund.refused");
  });
}

TEST_F(PaidTest, AVoidTicketLetsNobodyIn) {
  run([&]() -> Task<> {
    co_await paid();
    VoidTickets command{{100}, {9, {50}}, 77, {tickets[0]}};
    co_await office.submit(ShowId{7}, std::move(command));
    const ScanVerdict is_void{ScanResult::refused, ScanRefusal::voided};
    const auto told = co_await office.submit(ShowId{7}, scan_of(tickets[0], "a"));
    EXPECT_EQ(verdict_of(told), is_void);
    EXPECT_TRUE(store.durable.back().admissions.empty());
  });
}

TEST_F(PaidTest, ScansAreDecidedInTheirOrderAndAnIdIsOfOneScan) {
  run([&]() -> Task<> {
    co_await paid();
    CheckIn command = scan_of(tickets[0], "a");
    for (const char* id : {"b", "a"}) command.scans.push_back(scan_of(tickets[0], id).scans.front());
    command.scans.push_back(scan_of(tickets[1], "a").scans.front());
    command.scans.back().body[0] = 1;
    command.scans.push_back(scan_of({999}, "c").scans.front());
    const auto told = co_await office.submit(ShowId{7}, std::move(command));
    std::vector<ScanVerdict> verdicts, expected;
    for (const auto& one : std::get<Scanned>(told).decisions) verdicts.push_back(one.verdict);
    expected.push_back({ScanResult::admitted});
    expected.push_back({ScanResult::already_admitted});
    expected.push_back({ScanResult::admitted});
    expected.push_back({ScanResult::refused, ScanRefusal::scan_id_reused});
    expected.push_back({ScanResult::refused, ScanRefusal::unknown_code});
    EXPECT_EQ(verdicts, expected);
    EXPECT_EQ(store.durable.back().scans.size(), 3u);
  });
}

TEST_F(PaidTest, ADisputeFreezesAndItsEndRestoresOrFrees) {
  run([&]() -> Task<> {
    co_await paid();
    co_await office.submit(ShowId{7}, NoteDispute{NoteDispute::Stage::opened, {100}, {9, {50}}});
    EXPECT_EQ(store.durable.back().ticket_changes.front().status, TicketStatus::frozen);
    VoidTickets command{{100}, {10, {50}}, 77, {}};
    co_await office.submit(ShowId{7}, std::move(command));
    EXPECT_EQ(store.durable.back().outbox.front().type, "refund.refused");
    co_await office.submit(ShowId{7}, NoteDispute{NoteDispute::Stage::won, {100}, {11, {50}}});
    EXPECT_EQ(store.durable.back().ticket_changes.front().status, TicketStatus::valid);
    co_await office.submit(ShowId{7}, NoteDispute{NoteDispute::Stage::lost, {100}, {12, {50}}});
    EXPECT_EQ(store.durable.back().booking_changes.back().status, BookingStatus::refunded);
    EXPECT_EQ(office.desk(ShowId{7})->inventory().map().at(3), seats::SeatState::available);
  });
}

TEST_F(PaidTest, ADisputeThatWasWonFreezesNothingWhenItsBeginningIsToldAfterwards) {
  run([&]() -> Task<> {
    co_await paid();
    co_await office.submit(ShowId{7}, NoteDispute{NoteDispute::Stage::won, {100}, {12, {50}}});
    co_await office.submit(ShowId{7}, NoteDispute{NoteDispute::Stage::opened, {100}, {11, {50}}});
    EXPECT_TRUE(store.durable.back().ticket_changes.empty());
    co_await office.submit(ShowId{7}, NoteDispute{NoteDispute::Stage::opened, {100}, {13, {50}}});
    EXPECT_EQ(store.durable.back().ticket_changes.size(), 2u);
  });
}

TEST_F(PaidTest, ThatADisputeWasDecidedIsRememberedAfterARebuild) {
  run([&]() -> Task<> {
    co_await paid();
    co_await office.submit(ShowId{7}, NoteDispute{NoteDispute::Stage::won, {100}, {12, {50}}});
    co_await office.open(ShowId{7});
    co_await office.submit(ShowId{7}, NoteDispute{NoteDispute::Stage::opened, {100}, {11, {50}}});
    EXPECT_TRUE(store.durable.back().ticket_changes.empty());
  });
}

TEST_F(PaidTest, WhatADisputeTookIsCountedAndToldAndTheRestGoesBack) {
  run([&]() -> Task<> {
    co_await paid();
    NoteDispute lost{NoteDispute::Stage::lost, {100}, {12, {50}}};
    lost.lost_minor = 1'500;
    co_await office.submit(ShowId{7}, std::move(lost));
    const Batch& batch = store.durable.back();
    EXPECT_EQ(batch.bookings_money.back().refunded_minor, 1'500);
    EXPECT_EQ(batch.receipts.front().kind, ReceiptKind::refund);
    EXPECT_NE(batch.receipts.front().detail.find("dispute-lost"), std::string::npos);
    EXPECT_EQ(batch.booking_changes.back().status, BookingStatus::refund_pending);
    EXPECT_EQ(batch.outbox.back().type, "booking.refund_due");
    NoteRefund rest{{100}, {13, {50}}, {600, {}}, RefundReason::rest};
    co_await office.submit(ShowId{7}, std::move(rest));
    EXPECT_EQ(store.durable.back().booking_changes.back().status, BookingStatus::refunded);
    EXPECT_EQ(store.durable.back().bookings_money.back().refunded_minor, 2'100);
  });
}

TEST_F(PaidTest, IsRefundedWhenAllOfItIsBackAlsoAfterARebuild) {
  run([&]() -> Task<> {
    co_await paid();
    for (std::uint64_t i = 0; i < 2; ++i) {
      VoidTickets command{{100}, {20 + i, {50}}, 77 + i, {tickets[i]}};
      co_await office.submit(ShowId{7}, std::move(command));
    }
    NoteRefund first{{100}, {30, {50}}, {1'050, {}}};
    co_await office.submit(ShowId{7}, std::move(first));
    EXPECT_TRUE(store.durable.back().booking_changes.empty()) << "the other half is on its way";
    co_await office.open(ShowId{7});
    NoteRefund second{{100}, {31, {50}}, {1'050, {}}};
    co_await office.submit(ShowId{7}, std::move(second));
    EXPECT_EQ(store.durable.back().booking_changes.back().status, BookingStatus::refunded);
  });
}

TEST_F(PaidTest, FeesThatAreKeptAreNotWaitedFor) {
  run([&]() -> Task<> {
    co_await paid();
    auto rules = std::make_shared<Show>(office.desk(ShowId{7})->show());
    rules->refund_rule = RefundRule{0s, true};
    office.show_changed(rules);
    const auto cancelled = co_await office.submit(ShowId{7}, CancelBooking{{100}, {5}});
    EXPECT_TRUE(std::holds_alternative<BookingCancelled>(cancelled));
    EXPECT_EQ(store.durable.back().bookings_money.back().kept_minor, 100);
    NoteRefund back{{100}, {30, {50}}, {2'000, {}}, RefundReason::cancelled_by_buyer};
    co_await office.submit(ShowId{7}, std::move(back));
    EXPECT_EQ(store.durable.back().booking_changes.back().status, BookingStatus::refunded);
  });
}

TEST_F(PaidTest, WithNothingLeftToGiveItIsRefundedWithoutAMail) {
  run([&]() -> Task<> {
    co_await paid();
    NoteRefund goodwill{{100}, {30, {50}}, {2'100, {}}};
    co_await office.submit(ShowId{7}, std::move(goodwill));
    EXPECT_EQ(store.durable.back().booking_changes.back().status, BookingStatus::partially_refunded);
    co_await office.submit(ShowId{7}, CallOff{{100}});
    NoteRefund nothing{{100}, {31, {50}}, {0, {}}, RefundReason::nothing_left};
    co_await office.submit(ShowId{7}, std::move(nothing));
    EXPECT_EQ(store.durable.back().booking_changes.back().status, BookingStatus::refunded);
    EXPECT_TRUE(store.durable.back().receipts.empty());
  });
}

TEST_F(PaidTest, MoneyThatIsTooMuchDoesNotCorrectTheSale) {
  run([&]() -> Task<> {
    co_await paid();
    const auto corrects = [&] {
      return store.durable.back().receipts.front().detail.find("\"corrects_sale\":true") != std::string::npos;
    };
    NoteRefund twice{{100}, {30, {50}}, {2'100, {}}, RefundReason::second_capture, {}, true};
    co_await office.submit(ShowId{7}, std::move(twice));
    EXPECT_FALSE(corrects());
    NoteRefund other{{100}, {31, {51}}, {2'100, {}}, RefundReason::second_payment};
    co_await office.submit(ShowId{7}, std::move(other));
    EXPECT_FALSE(corrects());
    EXPECT_TRUE(store.durable.back().booking_changes.empty());
    NoteRefund some{{100}, {32, {50}}, {100, {}}};
    co_await office.submit(ShowId{7}, std::move(some));
    EXPECT_TRUE(corrects());
  });
}

TEST_F(PaidTest, ACalledOffShowGivesAllBackOnce) {
  run([&]() -> Task<> {
    co_await paid();
    co_await office.submit(ShowId{7}, CallOff{{100}});
    EXPECT_EQ(store.durable.back().outbox.front().type, "booking.refund_due");
    EXPECT_EQ(store.durable.back().receipts.front().kind, ReceiptKind::show_cancelled);
    const std::size_t before = store.durable.size();
    co_await office.submit(ShowId{7}, CallOff{{100}});
    EXPECT_EQ(store.durable.size(), before);
  });
}

TEST_F(PaidTest, WithoutARuleABuyerCannotGiveItBack) {
  run([&]() -> Task<> {
    co_await paid();
    const auto outcome = co_await office.submit(ShowId{7}, CancelBooking{{100}, {5}});
    EXPECT_EQ(std::get<NotCancellable>(outcome).because, NotCancellable::Because::no_rule);
  });
}

// Who has a ticket gives it to somebody else.
struct TransferTest : PaidTest {
  static constexpr ShowId show{7};
  OfferTicket offer(std::uint64_t id, std::uint64_t user = 5) const {
    OfferTicket command;
    command.id = {id};
    command.booking = {100};
    command.ticket = tickets[0];
    command.user = {user};
    command.email = "bima@example.com";
    command.expires_at = clock.now() + 72h;
    return command;
  }
  TransferTicket take(std::uint64_t id, std::uint64_t receiver) const { return {{id}, {100}, tickets[0], {receiver}, "Bima"}; }
  TakeOfferBack back(std::uint64_t id, std::uint64_t user = 5) const { return {{id}, {100}, tickets[0], {user}}; }
  template <class Outcome, class Command>
  Task<> expect(Command command) {
    const auto outcome = co_await office.submit(show, std::move(command));
    EXPECT_TRUE(std::holds_alternative<Outcome>(outcome)) << outcome.index();
  }
};

TEST_F(TransferTest, ANewTicketForTheSamePlaceIsTheReceivers) {
  run([&]() -> Task<> {
    co_await paid();
    co_await expect<Offered>(offer(900));
    EXPECT_EQ(store.durable.back().mails.front().to, "bima@example.com");
    EXPECT_TRUE(store.durable.back().ticket_changes.empty());
    co_await office.open(show);  // also what a rebuilt desk knows
    const auto taken = co_await office.submit(show, take(900, 6));
    const TicketId fresh = std::get<TicketTransferred>(taken).id;
    const Batch& batch = store.durable.back();
    EXPECT_NE(fresh, tickets[0]);
    EXPECT_EQ(batch.tickets.front().id, fresh);
    EXPECT_EQ(batch.tickets.front().user, UserId{6});
    EXPECT_EQ(batch.tickets.front().place, 3u);
    EXPECT_EQ(batch.tickets.front().attendee, "Bima");
    EXPECT_EQ(batch.ticket_changes.front().id, tickets[0]);
    EXPECT_EQ(batch.ticket_changes.front().status, TicketStatus::transferred);
    EXPECT_EQ(batch.journal.front().kind, JournalKind::transferred);
    EXPECT_TRUE(batch.claims.empty());
    EXPECT_EQ(batch.receipts[0].user, UserId{5});
    EXPECT_EQ(batch.receipts[1].user, UserId{6});
  });
}

TEST_F(TransferTest, OneOpenOfferATicketAndOnlyByItsOwner) {
  run([&]() -> Task<> {
    co_await paid();
    co_await expect<NoSuchTicket>(offer(900, 6));
    co_await expect<Offered>(offer(901));
    co_await expect<TransferOpen>(offer(902));
    co_await expect<OwnTicket>(take(901, 5));
    co_await expect<TransferGone>(take(902, 6));
    clock.advance(72h);
    co_await expect<TransferGone>(take(901, 6));
    co_await expect<Offered>(offer(903));
    EXPECT_EQ(store.durable.back().offer_changes.front().id, TransferId{901});
    EXPECT_EQ(store.durable.back().offer_changes.front().status, TransferStatus::ended);
  });
}

TEST_F(TransferTest, OneOfTwoTakersWins) {
  run([&]() -> Task<> {
    co_await paid();
    co_await expect<Offered>(offer(900));
    co_await expect<TicketTransferred>(take(900, 6));
    co_await expect<TransferGone>(take(900, 8));
    co_await expect<TransferGone>(back(900));
    co_await expect<NotTransferable>(offer(901));
  });
}

TEST_F(TransferTest, WhatWasTakenBackIsNotTaken) {
  run([&]() -> Task<> {
    co_await paid();
    co_await expect<Offered>(offer(900));
    co_await expect<NoSuchTicket>(back(900, 6));
    co_await expect<OfferTakenBack>(back(900));
    const auto commits = store.durable.size();
    co_await expect<OfferTakenBack>(back(900));
    EXPECT_EQ(store.durable.size(), commits);
    co_await expect<TransferGone>(take(900, 6));
    co_await expect<Offered>(offer(901));
  });
}

TEST_F(TransferTest, TheBookingStaysTheBuyersAndARefundEndsTheReceiversTicket) {
  run([&]() -> Task<> {
    co_await paid();
    co_await expect<Offered>(offer(900));
    const auto taken = co_await office.submit(show, take(900, 6));
    const TicketId fresh = std::get<TicketTransferred>(taken).id;
    co_await office.open(show);
    VoidTickets old{{100}, {9, {50}}, 77, {tickets[0]}};
    co_await office.submit(show, std::move(old));
    EXPECT_EQ(store.durable.back().outbox.front().type, "refund.refused");
    VoidTickets named{{100}, {10, {50}}, 78, {fresh}};
    co_await office.submit(show, std::move(named));
    const Batch& batch = store.durable.back();
    EXPECT_EQ(batch.outbox.front().type, "refund.approved");
    EXPECT_EQ(batch.ticket_changes.front().id, fresh);
    EXPECT_EQ(batch.receipts.front().kind, ReceiptKind::ticket_ended);
    EXPECT_EQ(batch.receipts.front().user, UserId{6});
    EXPECT_EQ(office.desk(show)->inventory().map().at(3), seats::SeatState::available);
  });
}

TEST_F(TransferTest, ADisputeFreezesTheReceiversTicketAndAnOfferOfAFrozenOneIsNotTaken) {
  run([&]() -> Task<> {
    co_await paid();
    co_await expect<Offered>(offer(900));
    co_await office.submit(show, NoteDispute{NoteDispute::Stage::opened, {100}, {9, {50}}});
    co_await expect<TransferGone>(take(900, 6));
    co_await office.submit(show, NoteDispute{NoteDispute::Stage::won, {100}, {11, {50}}});
    const auto taken = co_await office.submit(show, take(900, 6));
    const TicketId fresh = std::get<TicketTransferred>(taken).id;
    co_await office.submit(show, NoteDispute{NoteDispute::Stage::opened, {100}, {12, {50}}});
    EXPECT_EQ(store.durable.back().ticket_changes.back().id, fresh);
    EXPECT_EQ(store.durable.back().ticket_changes.back().status, TicketStatus::frozen);
  });
}

TEST_F(TransferTest, ARefundEndsTheOffer) {
  run([&]() -> Task<> {
    co_await paid();
    co_await expect<Offered>(offer(900));
    VoidTickets named{{100}, {10, {50}}, 78, {tickets[0]}};
    co_await office.submit(show, std::move(named));
    EXPECT_EQ(store.durable.back().offer_changes.front().status, TransferStatus::ended);
    co_await expect<TransferGone>(take(900, 6));
    co_await expect<NotTransferable>(offer(901));
  });
}

TEST_F(TransferTest, NotAfterTheShowHasBegun) {
  run([&]() -> Task<> {
    co_await paid();
    auto soon = std::make_shared<Show>(office.desk(show)->show());
    soon->starts_at = clock.now() + 2h;
    soon->revision = 1;
    office.show_changed(soon);
    const auto made = co_await office.submit(show, offer(900));
    EXPECT_EQ(std::get<Offered>(made).expires_at, soon->starts_at);
    clock.advance(2h);
    co_await expect<TransferGone>(take(900, 6));
    co_await expect<NotTransferable>(offer(901));
  });
}

TEST_F(TransferTest, ATakerWhoseAnswerWasLostHasTheTicketOnce) {
  run([&]() -> Task<> {
    co_await paid();
    co_await expect<Offered>(offer(900));
    store.script = {FakeStore::Next::lose_after_commit};
    co_await expect<TicketTransferred>(take(900, 6));
    co_await expect<TransferGone>(take(900, 8));
    EXPECT_EQ(store.durable.back().tickets.size(), 1u);
  });
}

// What an organiser does to places and tickets.
struct OrganiserTest : PaidTest {
  static constexpr ShowId show{7};
  static constexpr UserId organiser{77};
  seats::SeatState at(seats::SeatNo place) const { return office.desk(show)->inventory().map().at(place); }
  static PlaceHold keep(std::uint64_t id, std::vector<seats::SeatNo> places) {
    PlaceHold command = wish(id, 0, std::move(places));
    command.kept = Kept{"Sponsor", organiser};
    return command;
  }
  static LetGo let_go(std::uint64_t id, std::vector<seats::SeatNo> places = {}) { return {{id}, organiser, std::move(places)}; }
  static RenameTicket rename(TicketId ticket, std::string name) { return {{100}, ticket, organiser, std::move(name)}; }
  static MoveSeats move(seats::SeatNo from, seats::SeatNo to) {
    MoveSeats command{{100}, organiser, {}};
    command.moves.push_back({from, to});
    return command;
  }
  template <class Outcome, class Command>
  Task<> expect(Command command) {
    const auto outcome = co_await office.submit(show, std::move(command));
    EXPECT_TRUE(std::holds_alternative<Outcome>(outcome)) << outcome.index();
  }
};

TEST_F(OrganiserTest, HouseSeatsHaveNoEndAndNoFanGetsAtThem) {
  run([&]() -> Task<> {
    std::vector<seats::SeatNo> six;
    for (seats::SeatNo place = 3; place < 9; ++place) six.push_back(place);  // more than a person may have
    co_await expect<HoldGranted>(keep(1, six));
    EXPECT_EQ(store.durable.back().journal.front().kind, JournalKind::kept);
    EXPECT_EQ(store.durable.back().journal.front().user, organiser);
    EXPECT_EQ(store.durable.back().deeds.front().by, organiser);
    co_await expect<seats::SeatsTaken>(wish(2, 5, seat(3)));
    co_await expect<NoSuchHold>(ReleaseHold{{1}, {0}});
    co_await expect<NoSuchHold>(ReleaseHold{{1}, organiser});
    co_await expect<NoSuchHold>(booking(100, 1, 0));
    co_await expect<HoldGranted>(wish(4, 5, seat(12)));
    clock.advance(24h * 365);
    while (at(12) != seats::SeatState::available) co_await loop::sleep_for(1ms);  // what has an end has ended
    co_await office.open(show);
    EXPECT_EQ(at(3), seats::SeatState::held);
    co_await expect<NoSuchHold>(booking(100, 1, 0));
    co_await expect<GoneFree>(let_go(1));
    co_await expect<HoldGranted>(wish(3, 5, seat(3)));
  });
}

TEST_F(OrganiserTest, HouseSeatsAreKeptOutsideTheSale) {
  run([&]() -> Task<> {
    auto early = std::make_shared<Show>(office.desk(show)->show());
    early->opens_at = clock.now() + 1h;
    early->revision = 1;
    office.show_changed(early);
    co_await expect<SaleNotOpen>(wish(2, 5, seat(4)));
    co_await expect<HoldGranted>(keep(1, seat(3)));
    auto off = std::make_shared<Show>(*early);
    off->state = ShowState::cancelled;
    off->revision = 2;
    office.show_changed(off);
    co_await expect<SaleClosed>(keep(2, seat(4)));
  });
}

TEST_F(OrganiserTest, SomeOfAGroupAreLetGoAndItsLastEndsIt) {
  run([&]() -> Task<> {
    co_await expect<HoldGranted>(keep(1, two_seats()));
    const auto wrong = co_await office.submit(show, let_go(1, seat(5)));
    EXPECT_EQ(std::get<NotKept>(wrong).places, seat(5));
    co_await expect<GoneFree>(let_go(1, seat(3)));
    EXPECT_EQ(store.durable.back().journal.front().places, seat(3));
    EXPECT_EQ(store.durable.back().hold_places.front().places, seat(4));
    EXPECT_EQ(at(3), seats::SeatState::available);
    EXPECT_EQ(at(4), seats::SeatState::held);
    co_await expect<NotKept>(let_go(1, seat(3)));
    co_await expect<GoneFree>(let_go(1, seat(4)));
    EXPECT_EQ(store.durable.back().hold_changes.front().status, HoldStatus::released);
    const std::size_t before = store.durable.size();
    co_await expect<GoneFree>(let_go(1));
    EXPECT_EQ(store.durable.size(), before);
    co_await expect<NoSuchHold>(let_go(9));
  });
}

TEST_F(OrganiserTest, AFansHoldIsNoHouseSeat) {
  run([&]() -> Task<> {
    co_await expect<HoldGranted>(wish(1, 5, seat(3)));
    co_await expect<NoSuchHold>(let_go(1));
  });
}

TEST_F(OrganiserTest, ABuyerGetsAnotherSeatAndTheOldTicketIsDead) {
  run([&]() -> Task<> {
    co_await paid();
    co_await expect<SeatsMoved>(move(3, 10));
    const Batch& batch = store.durable.back();
    EXPECT_EQ(batch.ticket_changes.front().id, tickets[0]);
    EXPECT_EQ(batch.ticket_changes.front().status, TicketStatus::voided);
    EXPECT_EQ(batch.tickets.front().place, 10u);
    EXPECT_EQ(batch.ticket_names.front().like, tickets[0]);
    EXPECT_EQ(batch.receipts.front().kind, ReceiptKind::moved);
    EXPECT_EQ(batch.journal.front().user, organiser);
    EXPECT_EQ(batch.journal.front().places.size(), 2u);
    EXPECT_EQ(at(3), seats::SeatState::available);
    EXPECT_EQ(at(10), seats::SeatState::sold);
    const TicketId fresh = batch.tickets.front().id;
    const std::size_t before = store.durable.size();
    co_await expect<SeatsMoved>(move(3, 10));  // asked once more
    EXPECT_EQ(store.durable.size(), before);
    co_await office.open(show);
    EXPECT_EQ(at(3), seats::SeatState::available);
    const auto old_code = co_await office.submit(show, scan_of(tickets[0], "a"));
    EXPECT_EQ(verdict_of(old_code).refusal, ScanRefusal::voided);
    const auto new_code = co_await office.submit(show, scan_of(fresh, "b"));
    EXPECT_EQ(verdict_of(new_code).result, ScanResult::admitted);
    co_await expect<NotMovable>(move(10, 11));  // somebody came in
    co_await expect<HoldGranted>(wish(2, 6, seat(3)));
  });
}

TEST_F(OrganiserTest, AMoveIsAllOrNothing) {
  run([&]() -> Task<> {
    co_await paid();
    co_await expect<HoldGranted>(wish(2, 6, seat(11)));
    MoveSeats both = move(3, 10);
    both.moves.push_back({4, 11});
    const auto refused = co_await office.submit(show, std::move(both));
    EXPECT_EQ(std::get<seats::SeatsTaken>(refused).places, seat(11));
    EXPECT_EQ(at(10), seats::SeatState::available);
    MoveSeats twice = move(3, 10);
    twice.moves.push_back({4, 10});
    co_await expect<seats::UnknownPlaces>(std::move(twice));
    co_await expect<seats::UnknownPlaces>(move(3, 20));
    co_await expect<NotMovable>(move(5, 10));
  });
}

TEST_F(OrganiserTest, AMoveEndsAnOfferAndStaysWithWhoHasTheTicket) {
  run([&]() -> Task<> {
    co_await paid();
    OfferTicket offer;
    offer.id = {900};
    offer.booking = {100};
    offer.ticket = tickets[0];
    offer.user = {5};
    offer.expires_at = clock.now() + 72h;
    co_await office.submit(show, offer);
    TransferTicket take{{900}, {100}, tickets[0], {6}, {}};
    co_await office.submit(show, std::move(take));
    offer.id = {901};
    offer.ticket = tickets[1];
    co_await office.submit(show, offer);
    MoveSeats both = move(3, 10);
    both.moves.push_back({4, 11});
    co_await expect<SeatsMoved>(std::move(both));
    const Batch& batch = store.durable.back();
    EXPECT_EQ(batch.tickets[0].user, UserId{6});
    EXPECT_EQ(batch.tickets[1].user, UserId{5});
    EXPECT_EQ(batch.offer_changes.front().id, TransferId{901});
    EXPECT_EQ(batch.receipts.size(), 2u);
    EXPECT_EQ(batch.receipts[0].user, UserId{});
    EXPECT_EQ(batch.receipts[1].user, UserId{6});
  });
}

TEST_F(OrganiserTest, ABookingThatEndedLongAgoIsNotMoved) {
  run([&]() -> Task<> {
    co_await paid();
    auto rules = std::make_shared<Show>(office.desk(show)->show());
    rules->refund_rule = RefundRule{0s, true};
    office.show_changed(rules);
    CancelBooking cancel{{100}, {5}};
    co_await office.submit(show, std::move(cancel));
    store.without_holds = true;
    co_await office.open(show);
    co_await expect<NotMovable>(move(3, 10));
  });
}

TEST_F(OrganiserTest, SomeOfAGroupGoOnceHoweverOftenItIsAsked) {
  run([&]() -> Task<> {
    std::vector<seats::SeatNo> three;
    for (seats::SeatNo place = 3; place < 6; ++place) three.push_back(place);
    co_await expect<HoldGranted>(keep(1, three));
    LetGo two = let_go(1, std::vector<seats::SeatNo>(three.begin(), three.begin() + 2));
    two.of = 3;
    co_await expect<GoneFree>(two);
    co_await expect<GoneFree>(two);
    EXPECT_EQ(at(5), seats::SeatState::held);
    LetGo last = let_go(1, std::vector<seats::SeatNo>(1, 5));
    last.of = 3;
    co_await expect<NotKept>(last);
    last.of = 1;
    co_await expect<GoneFree>(last);
    co_await expect<GoneFree>(last);
  });
}

TEST_F(OrganiserTest, ARefundAfterAMoveFreesTheNewSeat) {
  run([&]() -> Task<> {
    co_await paid();
    co_await expect<SeatsMoved>(move(3, 10));
    const TicketId fresh = store.durable.back().tickets.front().id;
    VoidTickets one{{100}, {9, {50}}, 77, {fresh}};
    co_await office.submit(show, std::move(one));
    EXPECT_EQ(store.durable.back().outbox.front().type, "refund.approved");
    EXPECT_EQ(at(10), seats::SeatState::available);
  });
}

TEST_F(OrganiserTest, ATicketGetsAnotherNameAndKeepsItsCode) {
  run([&]() -> Task<> {
    co_await paid();
    co_await expect<TicketRenamed>(rename(tickets[0], "Sari"));
    const Batch& batch = store.durable.back();
    EXPECT_EQ(batch.ticket_names.front().name, "Sari");
    EXPECT_EQ(batch.bookings_moved.front().attendees.at(3), "Sari");
    EXPECT_EQ(batch.deeds.front().about, UserId{5});
    EXPECT_TRUE(batch.ticket_changes.empty());
    co_await expect<NoSuchTicket>(rename({1}, "Sari"));
    co_await office.submit(show, scan_of(tickets[0], "a"));
    co_await expect<NotTransferable>(rename(tickets[0], "Budi"));
  });
}

// Sales on the spot, out of house seats.
struct CounterTest : OrganiserTest {
  static SellAtCounter sell(std::uint64_t group, std::int64_t total, std::vector<seats::SeatNo> places = {}) {
    SellAtCounter command;
    command.id = {500 + group};
    command.group = {group};
    command.by = organiser;
    command.places = std::move(places);
    command.reference = "7K2M9QXT";
    command.total_minor = total;
    command.intent.key[0] = static_cast<std::uint8_t>(group);
    command.intent.key[1] = 0xC0;
    return command;
  }
  std::int64_t price_of(std::vector<seats::SeatNo> places) const {
    const auto& one = office.desk(show)->show();
    return booking::price_of(one, places).total.amount_minor;
  }
};

TEST_F(CounterTest, WhatIsSoldHasTicketsOfNobodyAndMoneyInTheLedger) {
  run([&]() -> Task<> {
    co_await expect<HoldGranted>(keep(1, two_seats()));
    SellAtCounter cash = sell(1, price_of(two_seats()));
    cash.buyer.name = "Ayu";
    co_await expect<Booked>(cash);
    const Batch& batch = store.durable.back();
    EXPECT_EQ(batch.journal.size(), 2u);
    EXPECT_EQ(batch.journal[0].kind, JournalKind::let_go);
    EXPECT_EQ(batch.journal[1].kind, JournalKind::sold_at_counter);
    EXPECT_EQ(batch.journal[1].user, organiser);
    EXPECT_EQ(batch.deeds.size(), 2u);
    EXPECT_EQ(batch.tickets.size(), 2u);
    EXPECT_EQ(batch.tickets[0].user, UserId{});
    EXPECT_EQ(batch.tickets[0].attendee, "Ayu");
    EXPECT_EQ(batch.outbox.front().type, "booking.sold_at_counter");
    EXPECT_NE(batch.outbox.front().body.find("\"method\":\"cash\""), std::string::npos);
    EXPECT_EQ(at(3), seats::SeatState::sold);
    const std::size_t before = store.durable.size();
    co_await expect<Booked>(cash);  // asked once more
    EXPECT_EQ(store.durable.size(), before);
    SellAtCounter other = cash;
    other.intent.body[0] = 1;
    co_await expect<KeyReused>(other);
    SellAtCounter again = cash;
    again.intent.key[2] = 1;
    co_await expect<NotKept>(again);
    co_await office.open(show);
    EXPECT_EQ(at(4), seats::SeatState::sold);
    co_await expect<Booked>(cash);
  });
}

TEST_F(CounterTest, SomeOfAGroupAreSoldAndTheRestStays) {
  run([&]() -> Task<> {
    co_await expect<HoldGranted>(keep(1, two_seats()));
    co_await expect<NotKept>(sell(1, price_of(seat(5)), seat(5)));
    co_await expect<Booked>(sell(1, price_of(seat(3)), seat(3)));
    EXPECT_EQ(at(3), seats::SeatState::sold);
    EXPECT_EQ(at(4), seats::SeatState::held);
    co_await expect<GoneFree>(let_go(1, seat(4)));
    EXPECT_EQ(at(4), seats::SeatState::available);
  });
}

TEST_F(CounterTest, AnotherPriceIsSaidAndNothingIsSold) {
  run([&]() -> Task<> {
    co_await expect<HoldGranted>(keep(1, two_seats()));
    const std::int64_t price = price_of(two_seats());
    const auto refused = co_await office.submit(show, sell(1, price - 1));
    EXPECT_EQ(std::get<PriceIsAnother>(refused).total.amount_minor, price);
    EXPECT_EQ(at(3), seats::SeatState::held);
    SellAtCounter gift = sell(1, 0);
    gift.method = CounterMethod::complimentary;
    co_await expect<Booked>(gift);
    EXPECT_TRUE(store.durable.back().outbox.empty());  // nothing was paid
    EXPECT_EQ(store.durable.back().bookings.front().price.total.amount_minor, 0);
  });
}

TEST_F(CounterTest, WhatHasAnEndGoesFreeAndIsNotSoldAfterIt) {
  run([&]() -> Task<> {
    PlaceHold reserved = keep(1, two_seats());
    reserved.kept->until = clock.now() + 10min;
    co_await expect<HoldGranted>(reserved);
    clock.advance(10min);
    co_await expect<NotKept>(sell(1, price_of(two_seats())));
    while (at(3) != seats::SeatState::available) co_await loop::sleep_for(1ms);
    const Batch& batch = store.durable.back();
    EXPECT_EQ(batch.journal.front().kind, JournalKind::let_go);
    EXPECT_EQ(batch.deeds.front().by, UserId{});  // nobody's doing
    co_await expect<HoldGranted>(wish(2, 5, seat(3)));
    co_await expect<NotKept>(sell(1, price_of(two_seats())));
  });
}

TEST_F(CounterTest, AGiftIsTakenBackAndItsPlacesAreFree) {
  run([&]() -> Task<> {
    co_await expect<HoldGranted>(keep(1, two_seats()));
    SellAtCounter gift = sell(1, 0);
    gift.method = CounterMethod::complimentary;
    co_await expect<Booked>(gift);
    co_await expect<BookingCancelled>(TakeBackFree{{501}});
    const Batch& batch = store.durable.back();
    EXPECT_EQ(batch.receipts.size(), 2u);
    EXPECT_TRUE(batch.outbox.empty());
    EXPECT_EQ(at(3), seats::SeatState::available);
    const std::size_t before = store.durable.size();
    co_await expect<BookingCancelled>(TakeBackFree{{501}});
    EXPECT_EQ(store.durable.size(), before);
    co_await expect<HoldGranted>(keep(2, two_seats()));
    co_await expect<Booked>(sell(2, price_of(two_seats())));
    co_await expect<NotCancellable>(TakeBackFree{{502}});  // of what was paid, the money goes back with it
  });
}

TEST_F(CounterTest, AFansHoldIsNotSoldAtTheCounter) {
  run([&]() -> Task<> {
    co_await expect<HoldGranted>(wish(1, 5, seat(3)));
    co_await expect<NoSuchHold>(sell(1, price_of(seat(3))));
  });
}

TEST_F(CounterTest, TicketsAreGivenBackAndTheirPlacesSoldAgain) {
  run([&]() -> Task<> {
    co_await expect<HoldGranted>(keep(1, seat(3)));
    co_await expect<Booked>(sell(1, price_of(seat(3))));
    const PaymentId paid_by = store.durable.back().booking_changes.front().payment;
    VoidTickets all{{501}, {9, paid_by}, 77, {}};
    co_await office.submit(show, std::move(all));
    EXPECT_EQ(store.durable.back().outbox.front().type, "refund.approved");
    co_await expect<HoldGranted>(wish(2, 5, seat(3)));
  });
}

}  // namespace
}  // namespace gelora::booking
