#include "booking/box_office/desk.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cstring>

#include "base/check.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

// After pay_by the provider's session is being closed; the seats wait this long for the news.
constexpr Duration closing_grace = 60s;

// Hoarding: who lets three holds of a show lapse within an hour waits before the next; holds from one network that are not
// booked yet are limited, generously, for a carrier or a campus has one address for many people.
constexpr std::size_t lapses_before_pause = 3;
constexpr Duration lapses_within = 1h, pause_after_lapses = 10min;
constexpr std::uint32_t most_holds_of_network = 300;

constexpr std::string_view payment_service = "payment-service";

}  // namespace

std::size_t Desk::HashOf::operator()(const Hash128& hash) const {
  std::size_t value = 0;
  std::memcpy(&value, hash.data(), sizeof value);
  return value;
}

Desk::Desk(StoredShow stored, base::IdGenerator& ids, bool limits)
    : show_(std::move(stored.show)),
      ids_(ids),
      limits_(limits),
      epoch_(stored.epoch),
      version_(stored.version),
      durable_version_(stored.version),
      inventory_(show_->hall->layout) {
  for (auto& booking : stored.bookings) {
    booking_of_hold_[booking.hold] = booking.id;
    booking_keys_[booking.intent.key] = booking.id;
    bookings_[booking.id] = {booking.hold,    booking.user,
                             booking.status,  booking.total,
                             booking.pay_by,  booking.created_at,
                             booking.payment, std::move(booking.attendees),
                             booking.intent,  true};
  }
  std::vector<std::pair<Instant, UserId>> lapsed;
  for (auto& [row, sold, live] : stored.holds) {
    if (row.status == HoldStatus::expired) lapsed.emplace_back(row.expires_at, row.user);
    if (live) {
      const auto booking = booking_of_hold_.find(row.id);
      const seats::Phase phase = sold                                ? seats::Phase::sold
                                 : booking != booking_of_hold_.end() ? seats::Phase::booked
                                                                     : seats::Phase::held;
      const Instant deadline = phase == seats::Phase::booked ? bookings_[booking->second].pay_by + closing_grace : row.expires_at;
      inventory_.restore(row.id, {row.user, phase, deadline, row.places});
    }
    hold_keys_[row.intent.key] = row.id;
    holds_[row.id] = {row.user,   row.status, std::move(row.places), row.placement, row.created_at, row.expires_at,
                      row.intent, true};
  }
  std::sort(lapsed.begin(), lapsed.end());
  for (const auto& [at, user] : lapsed) remember_abandoned(user, at);
  inventory_.check();
}

void Desk::journal(Batch& batch, JournalKind kind, HoldId hold, BookingId booking, UserId user,
                   std::vector<seats::SeatNo> places) {
  ++version_;
  batch.journal.push_back({show_->id, version_, kind, hold, booking, user, std::move(places)});
  for (auto& fence : batch.fences) {
    if (fence.show == show_->id) {
      fence.version = version_;
      return;
    }
  }
  batch.fences.push_back({show_->id, epoch_, version_});
}

PlaceHoldOutcome Desk::decide(const PlaceHold& command, Batch& batch, Instant now) {
  if (const auto used = hold_keys_.find(command.intent.key); used != hold_keys_.end()) {
    const HoldRecord& hold = holds_.at(used->second);
    if (now < hold.created_at + 24h) {
      if (hold.intent.body != command.intent.body) return KeyReused{};
      if (!hold.durable) return KeyInFlight{};
      return HoldGranted{used->second, hold.places, hold.placement, hold.expires_at};
    }
  }
  if (show_->state != ShowState::as_planned || now >= show_->closes_at) return SaleClosed{};
  if (now < show_->opens_at) return SaleNotOpen{show_->opens_at};
  if (limits_) {
    if (auto refused = hoarding(command, now)) return std::move(*refused);
  }

  const Instant expires_at = now + show_->hold_ttl;
  auto outcome = inventory_.hold(command.id, command.user, command.selection, expires_at, limits_ ? show_->max_tickets : 0);
  auto* held = std::get_if<seats::Held>(&outcome);
  if (held == nullptr) {
    return std::visit(
        [](auto&& refusal) -> PlaceHoldOutcome {
          if constexpr (std::is_same_v<std::decay_t<decltype(refusal)>, seats::Held>) CHECK(false);
          else return std::move(refusal);
        },
        std::move(outcome));
  }
  for (const auto place : held->places) {
    batch.claims.push_back({show_->id, place, command.id, seats::SeatState::available, seats::SeatState::held});
  }
  journal(batch, JournalKind::held, command.id, {}, command.user, held->places);
  batch.holds.push_back(
      {command.id, show_->id, command.user, HoldStatus::active, held->placement, now, expires_at, held->places, command.intent});
  hold_keys_[command.intent.key] = command.id;
  by_age_.emplace_back(now, command.id);
  holds_[command.id] = {command.user, HoldStatus::active, held->places, held->placement, now,
                        expires_at,   command.intent,     false,        command.network};
  if (command.network != 0) ++holds_of_network_[command.network];
  return HoldGranted{command.id, std::move(held->places), held->placement, expires_at};
}

std::optional<PlaceHoldOutcome> Desk::hoarding(const PlaceHold& command, Instant now) {
  if (const auto lapses = abandoned_.find(command.user); lapses != abandoned_.end()) {
    const auto& times = lapses->second;
    const Instant until = times.back() + pause_after_lapses;
    if (times.size() >= lapses_before_pause && times.front() + lapses_within > times.back() && now < until)
      return CoolingDown{until - now};
  }
  const auto together = holds_of_network_.find(command.network);
  if (together != holds_of_network_.end() && together->second >= most_holds_of_network) return NetworkIsFull{};
  return std::nullopt;
}

void Desk::remember_abandoned(UserId user, Instant at) {
  auto& times = abandoned_[user];
  times.push_back(at);
  if (times.size() > lapses_before_pause) times.pop_front();
}

void Desk::leave_network(HoldRecord& hold) {
  const auto together = holds_of_network_.find(std::exchange(hold.network, 0));
  if (together != holds_of_network_.end() && --together->second == 0) holds_of_network_.erase(together);
}

void Desk::free_places(Batch& batch, HoldId id, HoldStatus status) {
  const seats::Claim* claim = inventory_.find(id);
  CHECK(claim != nullptr);
  for (const auto place : claim->places) {
    batch.claims.push_back({show_->id, place, {}, inventory_.map().at(place), seats::SeatState::available});
  }
  inventory_.release(id);
  HoldRecord& hold = holds_.at(id);
  hold.status = status;
  leave_network(hold);
  if (status == HoldStatus::expired) remember_abandoned(hold.user, batch.at);
  batch.hold_changes.push_back({id, status});
}

ReleaseHoldOutcome Desk::decide(const ReleaseHold& command, Batch& batch, Instant) {
  const auto found = holds_.find(command.id);
  if (found == holds_.end()) return HoldReleased{};  // ended more than a day ago
  if (found->second.user != command.user) return NoSuchHold{};
  if (found->second.status == HoldStatus::booked) return HoldAlreadyBooked{};
  if (found->second.status != HoldStatus::active) return HoldReleased{};
  free_places(batch, command.id, HoldStatus::released);
  journal(batch, JournalKind::released, command.id, {}, command.user, found->second.places);
  return HoldReleased{};
}

BookHoldOutcome Desk::decide(const BookHold& command, Batch& batch, Instant now) {
  if (const auto used = booking_keys_.find(command.intent.key); used != booking_keys_.end()) {
    const BookingRecord& booking = bookings_.at(used->second);
    if (now < booking.created_at + 24h) {
      if (booking.intent.body != command.intent.body) return KeyReused{};
      if (!booking.durable) return KeyInFlight{};
      return Booked{used->second};
    }
  }
  const auto found = holds_.find(command.hold);
  if (found == holds_.end()) return HoldExpired{};
  HoldRecord& hold = found->second;
  if (hold.user != command.user) return NoSuchHold{};
  if (hold.status == HoldStatus::booked) return HoldAlreadyBooked{};
  if (hold.status != HoldStatus::active || hold.expires_at <= now) return HoldExpired{};
  for (const auto& [seat_no, name] : command.attendees) {
    if (std::find(hold.places.begin(), hold.places.end(), seat_no) == hold.places.end()) return UnknownAttendeeSeat{seat_no};
  }
  const Instant pay_by = now + show_->pay_ttl;
  CHECK(inventory_.book(command.hold, pay_by + closing_grace));
  hold.status = HoldStatus::booked;
  leave_network(hold);
  batch.hold_changes.push_back({command.hold, HoldStatus::booked});
  const Price price = price_of(*show_, hold.places);
  journal(batch, JournalKind::booked, command.hold, command.id, command.user, hold.places);
  batch.bookings.push_back({command.id, command.reference, show_->id, command.user, command.hold, BookingStatus::awaiting_payment,
                            price, now, pay_by, lines_of(*show_, hold.places), command.attendees, command.intent});
  booking_of_hold_[command.hold] = command.id;
  booking_keys_[command.intent.key] = command.id;
  bookings_[command.id] = {
      command.hold,   command.user, BookingStatus::awaiting_payment, price.total, pay_by, now, {}, command.attendees,
      command.intent, false};
  return Booked{command.id};
}

void Desk::end_booking(Batch& batch, BookingId id, BookingRecord& booking, BookingStatus status, JournalKind kind) {
  auto places = holds_.at(booking.hold).places;
  free_places(batch, booking.hold, kind == JournalKind::cancelled ? HoldStatus::released : HoldStatus::expired);
  booking.status = status;
  batch.booking_changes.push_back({id, status, {}});
  journal(batch, kind, booking.hold, id, booking.user, std::move(places));
}

CancelBookingOutcome Desk::decide(const CancelBooking& command, Batch& batch, Instant now) {
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end() || found->second.user != command.user) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  if (booking.status == BookingStatus::cancelled) return BookingCancelled{};
  if (booking.status != BookingStatus::awaiting_payment) return NotCancellable{booking.status};
  end_booking(batch, command.id, booking, BookingStatus::cancelled, JournalKind::cancelled);
  batch.outbox.push_back({ids_.next(now), payment_service, "booking.cancelled",
                          boost::json::serialize(boost::json::object{{"booking_id", command.id.text()}})});
  return BookingCancelled{};
}

// An event acts once: those of this desk's life are remembered, older ones are known by the state they left.
bool Desk::already_told(const PaymentEvent& event, Batch& batch) {
  if (!told_.insert(event.event_id).second) return true;
  batch.inbox.push_back({payment_service, event.event_id});
  return false;
}

RefundDue Desk::ask_for_refund(Batch& batch, BookingId id, const ConfirmBooking& command, std::string_view reason) {
  const BookingRecord& booking = bookings_.at(id);
  journal(batch, JournalKind::refund_due, booking.hold, id, booking.user, {});
  batch.outbox.push_back({ids_.next(batch.at), payment_service, "booking.refund_due",
                          boost::json::serialize(boost::json::object{
                              {"booking_id", id.text()}, {"payment_id", command.event.payment.text()}, {"reason", reason}})});
  return {reason};
}

ConfirmBookingOutcome Desk::decide(const ConfirmBooking& command, Batch& batch, Instant now) {
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end()) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  if (booking.payment == command.event.payment) {
    if (booking.status == BookingStatus::confirmed) return BookingConfirmed{};
    return RefundDue{"already-asked"};
  }
  if (already_told(command.event, batch)) return RefundDue{"already-asked"};
  if (booking.status == BookingStatus::confirmed) return ask_for_refund(batch, command.id, command, "second-payment");
  if (booking.status != BookingStatus::awaiting_payment) {
    if (booking.payment == PaymentId{}) {
      booking.status = BookingStatus::refund_pending;
      booking.payment = command.event.payment;
      batch.booking_changes.push_back({command.id, booking.status, booking.payment});
    }
    return ask_for_refund(batch, command.id, command, "late");
  }
  if (command.captured != booking.total) return ask_for_refund(batch, command.id, command, "wrong-amount");

  const auto& places = holds_.at(booking.hold).places;
  for (const auto place : places) {
    batch.claims.push_back({show_->id, place, booking.hold, seats::SeatState::held, seats::SeatState::sold});
    const auto attendee = booking.attendees.find(place);
    batch.tickets.push_back({ids_.make<TicketId>(now), command.id, show_->id, booking.user, place,
                             attendee == booking.attendees.end() ? std::string{} : attendee->second});
  }
  CHECK(inventory_.sell(booking.hold));
  booking.status = BookingStatus::confirmed;
  booking.payment = command.event.payment;
  batch.booking_changes.push_back({command.id, booking.status, booking.payment});
  journal(batch, JournalKind::confirmed, booking.hold, command.id, booking.user, places);
  return BookingConfirmed{};
}

ClosePaymentOutcome Desk::decide(const ClosePayment& command, Batch& batch, Instant now) {
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end()) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  if (booking.status != BookingStatus::awaiting_payment || now < booking.pay_by) return PaymentNoted{};
  if (already_told(command.event, batch)) return PaymentNoted{};
  end_booking(batch, command.id, booking, BookingStatus::expired, JournalKind::booking_expired);
  return PaymentNoted{};
}

NoteRefundOutcome Desk::decide(const NoteRefund& command, Batch& batch, Instant) {
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end()) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  if (booking.status != BookingStatus::refund_pending || booking.payment != command.event.payment) return PaymentNoted{};
  if (already_told(command.event, batch)) return PaymentNoted{};
  booking.status = BookingStatus::refunded;
  batch.booking_changes.push_back({command.id, booking.status, {}});
  journal(batch, JournalKind::refunded, booking.hold, command.id, booking.user, {});
  return PaymentNoted{};
}

// A hold that ended is remembered as long as its key answers; one that owns places, as long as it does.
void Desk::forget_old(Instant now) {
  if (abandoned_.size() > 10'000)
    std::erase_if(abandoned_, [now](const auto& one) { return one.second.back() + lapses_within < now; });
  while (!by_age_.empty() && by_age_.front().first + 24h <= now) {
    const HoldId id = by_age_.front().second;
    by_age_.pop_front();
    const auto found = holds_.find(id);
    if (found == holds_.end() || inventory_.find(id) != nullptr || booking_of_hold_.contains(id)) continue;
    hold_keys_.erase(found->second.intent.key);
    holds_.erase(found);
  }
}

Expired Desk::decide(const ExpireOverdue&, Batch& batch, Instant now) {
  forget_old(now);
  Expired expired;
  for (const HoldId id : inventory_.overdue(now)) {
    ++expired.count;
    const auto booking = booking_of_hold_.find(id);
    if (booking != booking_of_hold_.end()) {
      end_booking(batch, booking->second, bookings_.at(booking->second), BookingStatus::expired, JournalKind::booking_expired);
    } else {
      const HoldRecord& hold = holds_.at(id);
      free_places(batch, id, HoldStatus::expired);
      journal(batch, JournalKind::expired, id, {}, hold.user, hold.places);
    }
  }
  return expired;
}

void Desk::remember(const std::vector<InboxRow>& events) {
  for (const auto& row : events) told_.insert(row.event_id);
}

void Desk::committed(const Batch& batch) {
  for (const auto& fence : batch.fences) {
    if (fence.show == show_->id) durable_version_ = fence.version;
  }
  for (const auto& row : batch.holds) {
    if (row.show == show_->id) holds_.at(row.id).durable = true;
  }
  for (const auto& row : batch.bookings) {
    if (row.show == show_->id) bookings_.at(row.id).durable = true;
  }
}

}  // namespace gelora::booking
