#include "booking/rehearsal/rehearsal.hpp"

#include <algorithm>
#include <cstring>
#include <queue>

#include "base/check.hpp"
#include "booking/box_office/desk.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr Instant opening{1'800'000'000'000'000};
constexpr Duration longest = 6h;     // after the opening it ends, whatever is left
constexpr Duration reload = 5s;      // who found nothing looks again about so often
constexpr int tries_on_the_map = 4;  // then the desk may choose
constexpr std::size_t most_moments = 120;
constexpr std::size_t many_wait = 5'000;  // a quarter of what the box office lets wait

// As it would be opened.
std::shared_ptr<const Show> copy_of(const Show& show) {
  auto copy = std::make_shared<Show>(show);
  copy->opens_at = opening;
  copy->closes_at = opening + 24h * 30;
  copy->starts_at = opening + 24h * 60;
  copy->state = ShowState::as_planned;
  copy->presale.reset();
  return copy;
}

StoredShow stored(std::shared_ptr<const Show> show, const std::vector<seats::SeatNo>& taken) {
  StoredShow all;
  all.show = std::move(show);
  all.epoch = 1;
  if (taken.empty()) return all;
  HoldRow row{};
  row.id = HoldId{1};
  row.show = all.show->id;
  row.status = HoldStatus::active;
  row.expires_at = without_end;
  row.places = taken;
  row.kept = Kept{};
  all.holds.push_back({std::move(row), true, true});
  return all;
}

template <class Type>
Type at_share(std::vector<Type> values, double share) {
  if (values.empty()) return {};
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

Intent intent_of(std::uint64_t number) {
  Intent intent;
  std::memcpy(intent.key.data(), &number, sizeof number);
  return intent;
}

class Sale {
 public:
  Sale(std::shared_ptr<const Show> show, const std::vector<seats::SeatNo>& taken, const Crowd& crowd, const Machine& machine)
      : show_(std::move(show)),
        machine_(machine),
        ids_(0),
        desk_(stored(show_, taken), ids_, true),
        temper_(crowd, *show_),
        fans_(crowd.fans) {
    found_.places = free();
  }

  Rehearsal run();

 private:
  enum class What : std::uint8_t { comes, looks, asks, reaches_desk, checks_out, pays, releases, committed, second_passed };
  struct Event {
    Instant at;
    std::uint64_t order = 0;
    What what;
    std::uint32_t fan = 0;
    friend bool operator>(const Event& a, const Event& b) { return a.at != b.at ? a.at > b.at : a.order > b.order; }
  };
  enum class State : std::uint8_t { away, in_room, inside, done };  // inside: may choose
  struct Fan {
    State state = State::away;
    Intention intention = Intention::pays;
    bool anywhere = false;  // any zone will do by now
    std::uint8_t party = 0, clashes = 0;
    seats::ZoneIndex zone = 0;
    seats::Selection wish;
    Instant waits_since, asked_at, gives_up_at;
    HoldId hold;
    BookingId booking;
  };

  void happen(Instant at, What what, std::uint32_t fan = 0) { events_.push({at, ++order_, what, fan}); }
  std::uint32_t free() const;
  UserId user_of(std::uint32_t fan) const { return UserId{std::uint64_t{fan} + 1}; }

  void comes(std::uint32_t fan);
  void looks(std::uint32_t fan);
  void asks(std::uint32_t fan);
  void reaches_desk(std::uint32_t fan);
  void hears(std::uint32_t fan);
  void checks_out(std::uint32_t fan);
  void pays(std::uint32_t fan);
  void has_tickets(std::uint32_t fan, std::int64_t paid_minor);
  void releases(std::uint32_t fan);
  void finds_none(std::uint32_t fan);
  void ends(Fan& fan, std::uint32_t& as);

  static constexpr std::uint32_t nobody = UINT32_MAX;
  template <class Command>
  auto decide(const Command& command, std::uint32_t caller = nobody);
  void accepted(std::size_t rows_before, std::uint32_t caller);
  void commit();
  void committed();
  void second_passed();
  void learn_numbers();
  void call_through(std::uint32_t through);

  std::shared_ptr<const Show> show_;
  const Machine machine_;
  IdGenerator ids_;
  Desk desk_;
  Temper temper_;
  std::vector<Fan> fans_;
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
  std::uint64_t order_ = 0;
  Instant now_ = opening;

  Batch forming_, sent_;
  std::vector<std::uint32_t> forming_callers_, sent_callers_;
  bool committing_ = false, over_ = false;
  Instant processor_free_{};
  Duration last_commit_{};

  std::vector<std::uint32_t> fan_of_number_;  // of the waiting room; 0: nobody's, else the fan + 1
  std::uint32_t called_through_ = 0, waiting_ = 0;
  std::vector<std::uint32_t> idle_;  // found nothing and look again
  std::uint32_t active_ = 0;         // that are not done
  std::uint32_t holds_this_second_ = 0;
  Instant last_ticket_{};
  std::vector<Duration> answers_, waits_;
  std::vector<Rehearsal::Moment> moments_;
  Rehearsal found_;
};

std::uint32_t Sale::free() const {
  std::uint32_t count = 0;
  const auto& zones = desk_.inventory().layout().zones;
  for (std::size_t i = 0; i < zones.size(); ++i) count += desk_.inventory().map().available(static_cast<seats::ZoneIndex>(i));
  return count;
}

Rehearsal Sale::run() {
  const Duration gathers = show_->has_room() ? show_->room->gathers : Duration{5min};
  for (std::uint32_t i = 0; i < fans_.size(); ++i) happen(opening + temper_.arrival(gathers), What::comes, i);
  active_ = static_cast<std::uint32_t>(fans_.size());
  happen(opening, What::second_passed);
  while (active_ > 0 && !over_ && now_ <= opening + longest) {
    const Event event = events_.top();
    events_.pop();
    now_ = event.at;
    switch (event.what) {
      case What::comes: comes(event.fan); break;
      case What::looks: looks(event.fan); break;
      case What::asks: asks(event.fan); break;
      case What::reaches_desk: reaches_desk(event.fan); break;
      case What::checks_out: checks_out(event.fan); break;
      case What::pays: pays(event.fan); break;
      case What::releases: releases(event.fan); break;
      case What::committed: committed(); break;
      case What::second_passed: second_passed(); break;
    }
  }
  for (Fan& fan : fans_) {
    if (fan.state == State::done) continue;
    const bool waited = fan.state == State::in_room || fan.state == State::away;
    ends(fan, waited && show_->has_room() ? found_.not_called : found_.found_none);
  }
  found_.lasted = std::max(last_ticket_, opening) - opening;
  found_.answer_median = at_share(answers_, 0.5);
  found_.answer_p99 = at_share(answers_, 0.99);
  found_.wait_median = at_share(waits_, 0.5);
  found_.wait_p95 = at_share(waits_, 0.95);
  while (moments_.size() > 1 && moments_.back().at > found_.lasted + 1min) moments_.pop_back();
  const std::size_t step = moments_.size() / most_moments + 1;
  for (std::size_t i = 0; i < moments_.size(); i += step) found_.moments.push_back(moments_[i]);
  if (!moments_.empty()) found_.moments.back() = moments_.back();
  return std::move(found_);
}

void Sale::ends(Fan& fan, std::uint32_t& as) {
  if (fan.state == State::in_room) --waiting_;
  fan.state = State::done;
  fan.wish = {};
  --active_;
  ++as;
}

// What is accepted waits for the commit in flight, with all that come meanwhile: as box_office.hpp does it.
template <class Command>
auto Sale::decide(const Command& command, std::uint32_t caller) {
  if (forming_.empty()) forming_.at = now_;
  const std::size_t before = forming_.rows();
  if constexpr (std::is_void_v<decltype(desk_.decide(command, forming_, now_))>) {
    desk_.decide(command, forming_, now_);
    accepted(before, caller);
  } else {
    auto outcome = desk_.decide(command, forming_, now_);
    accepted(before, caller);
    return outcome;
  }
}

void Sale::accepted(std::size_t rows_before, std::uint32_t caller) {
  if (forming_.rows() == rows_before) return;
  if (caller != nobody) forming_callers_.push_back(caller);
  if (!committing_) commit();
}

void Sale::commit() {
  sent_ = std::exchange(forming_, {});
  sent_callers_ = std::exchange(forming_callers_, {});
  committing_ = true;
  last_commit_ = machine_.pace.per_commit + machine_.pace.per_row * static_cast<std::int64_t>(sent_.rows());
  happen(now_ + last_commit_, What::committed);
}

void Sale::committed() {
  desk_.committed(sent_);
  for (const auto& row : sent_.room_calls) call_through(row.call.through);
  for (const std::uint32_t fan : sent_callers_) hears(fan);
  committing_ = false;
  if (!forming_.empty()) commit();
}

void Sale::comes(std::uint32_t at) {
  Fan& fan = fans_[at];
  fan.party = static_cast<std::uint8_t>(temper_.party());
  fan.zone = temper_.favourite_zone();
  fan.intention = temper_.intention();
  if (!show_->has_room()) {
    fan.state = State::inside;
    happen(std::max(now_, opening) + temper_.to_react(), What::looks, at);
    return;
  }
  Mark mark{};
  for (auto& byte : mark) byte = static_cast<std::uint8_t>(temper_.one_of(256));
  const auto outcome = decide(EnterRoom{user_of(at), mark});
  const auto* in = std::get_if<InRoom>(&outcome);
  if (in == nullptr) return ends(fan, found_.not_called);
  fan.state = State::in_room;
  fan.waits_since = std::max(now_, opening);
  found_.longest_queue = std::max(found_.longest_queue, ++waiting_);
  if (in->place.number == 0) return;
  if (fan_of_number_.size() <= in->place.number) fan_of_number_.resize(in->place.number + 1);
  fan_of_number_[in->place.number] = at + 1;
}

void Sale::learn_numbers() {
  for (std::uint32_t i = 0; i < fans_.size(); ++i) {
    if (fans_[i].state != State::in_room) continue;
    const auto outcome = desk_.decide(LookIntoRoom{user_of(i)}, forming_, now_);
    const std::uint32_t number = std::get<InRoom>(outcome).place.number;
    if (fan_of_number_.size() <= number) fan_of_number_.resize(number + 1);
    fan_of_number_[number] = i + 1;
  }
}

void Sale::call_through(std::uint32_t through) {
  if (called_through_ == 0) learn_numbers();
  while (called_through_ < through && ++called_through_ < fan_of_number_.size()) {
    const std::uint32_t one = fan_of_number_[called_through_];
    if (one == 0) continue;
    Fan& fan = fans_[one - 1];
    waits_.push_back(now_ - fan.waits_since);
    if (!temper_.comes_when_called()) {
      ends(fan, found_.missed_turn);
      continue;
    }
    --waiting_;
    fan.state = State::inside;
    happen(now_ + temper_.to_come_when_called(), What::looks, one - 1);
  }
}

void Sale::looks(std::uint32_t at) {
  Fan& fan = fans_[at];
  if (fan.gives_up_at == Instant{}) fan.gives_up_at = now_ + temper_.patience();
  if (show_->has_room()) desk_.decide(LookIntoRoom{user_of(at)}, forming_, now_);
  const auto& map = desk_.inventory().map();
  const auto& zones = show_->hall->layout.zones;
  if (!fan.anywhere && map.available(fan.zone) < fan.party) fan.anywhere = true;
  if (fan.anywhere) {  // the first zone from the favourite one on that has room
    std::size_t tried = 0;
    while (tried < zones.size() && map.available(fan.zone) < fan.party) {
      fan.zone = static_cast<seats::ZoneIndex>((fan.zone + 1U) % zones.size());
      ++tried;
    }
    if (tried == zones.size()) return finds_none(at);
  }
  if (zones[fan.zone].standing) {
    fan.wish = seats::StandingPlaces{{{fan.zone, fan.party}}};
  } else {
    std::vector<seats::SeatNo> chosen;
    if (fan.clashes < tries_on_the_map && temper_.chooses_on_the_map())
      chosen = temper_.seats_on_the_map(map, fan.zone, fan.party);
    if (!chosen.empty()) {
      fan.wish = seats::ChosenSeats{std::move(chosen)};
    } else {
      std::vector<bool> allowed(zones.size());
      allowed[fan.zone] = true;
      fan.wish = seats::BestAvailable{std::move(allowed), fan.party};
    }
  }
  happen(now_ + (fan.clashes == 0 ? temper_.to_choose() : temper_.to_choose_again()), What::asks, at);
}

void Sale::finds_none(std::uint32_t at) {
  if (now_ >= fans_[at].gives_up_at) return ends(fans_[at], found_.found_none);
  idle_.push_back(at);
}

void Sale::asks(std::uint32_t at) {
  fans_[at].asked_at = now_;
  processor_free_ = std::max(processor_free_, now_) + machine_.per_request;
  happen(processor_free_, What::reaches_desk, at);
}

void Sale::reaches_desk(std::uint32_t at) {
  Fan& fan = fans_[at];
  fan.hold = ids_.make<HoldId>(now_);
  const auto outcome = decide(PlaceHold{fan.hold, user_of(at), fan.wish, intent_of(++order_)}, at);
  CHECK(!std::holds_alternative<KeyInFlight>(outcome) && !std::holds_alternative<KeyReused>(outcome));
  if (std::holds_alternative<HoldGranted>(outcome)) {
    ++found_.holds;
    found_.places_held += fan.party;
    found_.holds_a_second = std::max(found_.holds_a_second, ++holds_this_second_);
    return;
  }
  if (std::holds_alternative<NotYourTurn>(outcome)) {  // who had tried before found nothing in their turn
    return ends(fan, fan.anywhere || fan.clashes > 0 ? found_.found_none : found_.missed_turn);
  }
  if (std::holds_alternative<seats::SeatsTaken>(outcome)) {
    ++found_.clashes;
    ++fan.clashes;
  } else {
    fan.anywhere = true;
  }
  if (now_ >= fan.gives_up_at) return ends(fan, found_.found_none);
  happen(now_ + temper_.to_react(), What::looks, at);
}

// The hold is in the database.
void Sale::hears(std::uint32_t at) {
  Fan& fan = fans_[at];
  answers_.push_back(now_ - fan.asked_at);
  switch (fan.intention) {
    case Intention::lets_the_hold_lapse: return ends(fan, found_.changed_mind);
    case Intention::releases: return happen(now_ + temper_.to_check_out(), What::releases, at);
    case Intention::pays:
    case Intention::books_and_does_not_pay: return happen(now_ + temper_.to_check_out(), What::checks_out, at);
  }
}

void Sale::releases(std::uint32_t at) {
  Fan& fan = fans_[at];
  const std::uint32_t before = free();
  decide(ReleaseHold{fan.hold, user_of(at)});
  found_.places_lapsed += free() - before;
  ends(fan, found_.changed_mind);
}

void Sale::checks_out(std::uint32_t at) {
  Fan& fan = fans_[at];
  fan.booking = ids_.make<BookingId>(now_);
  const auto outcome = decide(BookHold{fan.booking, fan.hold, user_of(at), "REHEARSAL", {}, intent_of(++order_)});
  CHECK(!std::holds_alternative<KeyInFlight>(outcome) && !std::holds_alternative<KeyReused>(outcome));
  if (!std::holds_alternative<Booked>(outcome)) {  // took too long
    fan.clashes = tries_on_the_map;
    return happen(now_ + temper_.to_react(), What::looks, at);
  }
  if (desk_.inventory().find(fan.hold)->phase == seats::Phase::sold) return has_tickets(at, 0);  // nothing to pay
  if (fan.intention == Intention::books_and_does_not_pay) return ends(fan, found_.changed_mind);
  happen(now_ + temper_.to_pay(), What::pays, at);
}

void Sale::pays(std::uint32_t at) {
  Fan& fan = fans_[at];
  const seats::Claim* claim = desk_.inventory().find(fan.hold);
  if (claim == nullptr) return ends(fan, found_.changed_mind);  // after pay_by: the money goes back, or other places are given
  const auto lines = lines_of(*show_, claim->places, nullptr);
  const Money total = sum_of(lines, show_->currency).total;
  decide(ConfirmBooking{fan.booking, {ids_.next(now_), PaymentId{ids_.next(now_)}}, total});
  has_tickets(at, total.amount_minor);
}

void Sale::has_tickets(std::uint32_t at, std::int64_t paid_minor) {
  found_.tickets += fans_[at].party;
  found_.takings_minor += paid_minor;
  last_ticket_ = now_;
  ends(fans_[at], found_.served);
}

void Sale::second_passed() {
  holds_this_second_ = 0;
  const std::uint32_t before = free();
  decide(ExpireOverdue{});
  found_.places_lapsed += free() - before;
  decide(CallNext{last_commit_ > 250ms || forming_callers_.size() > many_wait});
  const std::uint32_t left = free();
  if (left * 20 <= found_.places && found_.places > 0 && !found_.nearly_gone) found_.nearly_gone = now_ - opening;
  if (left == 0 && found_.places > 0 && !found_.sold_out) found_.sold_out = now_ - opening;
  // who found nothing looks again, in no order: more of them than there are places find nothing again
  std::size_t again = std::min<std::size_t>(idle_.size() / static_cast<std::size_t>(reload / 1s) + 1, left);
  for (; again > 0 && !idle_.empty(); --again) {
    std::swap(idle_[temper_.one_of(idle_.size())], idle_.back());
    const std::uint32_t at = idle_.back();
    idle_.pop_back();
    if (now_ >= fans_[at].gives_up_at) ends(fans_[at], found_.found_none);
    else looks(at);
  }
  const std::uint32_t free_now = free(), held = found_.places - free_now - found_.tickets;
  moments_.push_back({now_ - opening, free_now, held, found_.tickets, waiting_});
  over_ = free_now == 0 && held == 0 && !committing_;  // nothing can come back
  happen(now_ + 1s, What::second_passed);
}

}  // namespace

Rehearsal rehearse(const Show& show, const std::vector<seats::SeatNo>& taken, const Crowd& crowd, const Machine& machine) {
  return Sale(copy_of(show), taken, crowd, machine).run();
}

}  // namespace gelora::booking
