#include "booking/box_office/desk.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cstring>

#include "base/check.hpp"
#include "base/guards.hpp"

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

constexpr Duration time_to_decline = 24h;

bool is_live(TicketStatus status) {
  return status == TicketStatus::valid || status == TicketStatus::used || status == TicketStatus::frozen;
}

// All that are not void.
std::vector<StoredShow::StoredTicket*> live(std::vector<StoredShow::StoredTicket>& tickets) {
  std::vector<StoredShow::StoredTicket*> found;
  for (auto& ticket : tickets) {
    if (is_live(ticket.status)) found.push_back(&ticket);
  }
  return found;
}

bool any_is(const std::vector<StoredShow::StoredTicket*>& tickets, TicketStatus status) {
  return std::any_of(tickets.begin(), tickets.end(), [status](const auto* ticket) { return ticket->status == status; });
}

// Next to each other in one row.
bool sit_together(const seats::Layout& layout, std::span<const seats::SeatNo> sorted) {
  for (const auto& row : layout.rows) {
    if (sorted.front() < row.first || sorted.front() >= row.first + row.count) continue;
    return sorted.back() < row.first + row.count && sorted.back() - sorted.front() + 1 == sorted.size();
  }
  return false;
}

std::string told_of_other_seats(std::span<const BookingLine> were, std::span<const BookingLine> are, Instant decline_by) {
  boost::json::array from, to;
  for (const auto& line : were) from.emplace_back(line.label);
  for (const auto& line : are) to.emplace_back(line.label);
  return boost::json::serialize(
      boost::json::object{{"old", std::move(from)}, {"new", std::move(to)}, {"decline_by", to_rfc3339(decline_by)}});
}

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
    for (const auto& ticket : booking.tickets) booking_of_ticket_[ticket.id] = booking.id;
    bookings_[booking.id] = {booking.hold,
                             booking.user,
                             booking.status,
                             booking.total,
                             booking.pay_by,
                             booking.created_at,
                             booking.payment,
                             std::move(booking.attendees),
                             booking.intent,
                             true,
                             std::move(booking.lines),
                             booking.decline_by,
                             std::move(booking.tickets),
                             booking.refunded_minor,
                             booking.kept_minor,
                             booking.dispute_decided,
                             std::move(booking.replaced)};
  }
  admissions_.insert(stored.admissions.begin(), stored.admissions.end());
  for (auto& scan : stored.scans) scans_[std::move(scan.id)] = {scan.body, std::move(scan.decision)};
  std::vector<std::pair<Instant, UserId>> lapsed;
  for (auto& [row, sold, live] : stored.holds) {
    if (row.status == HoldStatus::expired && !row.offered) lapsed.emplace_back(row.expires_at, row.user);
    if (live) {
      const auto booking = booking_of_hold_.find(row.id);
      const seats::Phase phase = sold                                ? seats::Phase::sold
                                 : booking != booking_of_hold_.end() ? seats::Phase::booked
                                                                     : seats::Phase::held;
      const Instant deadline = phase == seats::Phase::booked ? bookings_[booking->second].pay_by + closing_grace : row.expires_at;
      inventory_.restore(row.id, {row.user, phase, deadline, row.places});
    }
    hold_keys_[row.intent.key] = row.id;
    holds_[row.id] = {
        row.user, row.status, std::move(row.places), row.placement,       row.created_at, row.expires_at, row.intent,
        true,     0,          row.offered,           row.kept.has_value()};
  }
  std::sort(lapsed.begin(), lapsed.end());
  for (const auto& [at, user] : lapsed) remember_abandoned(user, at);
  limit_zones();
  inventory_.check();
  if (show_->room) room_ = WaitingRoom(std::move(stored.room), show_->room->seed);
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
  if (auto refused = not_on_sale(command, now)) return std::move(*refused);
  const Instant expires_at =
      command.kept ? command.kept->until.value_or(without_end) : now + (command.offered ? show_->offer_ttl : show_->hold_ttl);
  const std::uint32_t limit = limits_ && !command.kept ? show_->max_tickets : 0;
  auto outcome = inventory_.hold(command.id, command.user, command.selection, expires_at, limit);
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
  if (command.kept) {
    journal(batch, JournalKind::kept, command.id, {}, command.kept->by, held->places);
    deed(batch, command.kept->by, {{"name", command.kept->name}});
  } else {
    journal(batch, JournalKind::held, command.id, {}, command.user, held->places);
  }
  batch.holds.push_back({command.id, show_->id, command.user, HoldStatus::active, held->placement, now, expires_at, held->places,
                         command.intent, command.offered, command.kept});
  hold_keys_[command.intent.key] = command.id;
  by_age_.emplace_back(now, command.id);
  holds_[command.id] = {
      command.user, HoldStatus::active, held->places,    held->placement,         now, expires_at, command.intent,
      false,        command.network,    command.offered, command.kept.has_value()};
  if (command.network != 0) ++holds_of_network_[command.network];
  if (show_->has_room() && now >= show_->opens_at) room_.placed(command.user, held->places.size());
  return HoldGranted{command.id, std::move(held->places), held->placement, expires_at};
}

// House seats are kept before a sale opens and after it closes.
std::optional<PlaceHoldOutcome> Desk::not_on_sale(const PlaceHold& command, Instant now) {
  if (command.kept) {
    if (show_->state == ShowState::cancelled) return SaleClosed{};
    return std::nullopt;
  }
  if (show_->state != ShowState::as_planned || now >= show_->closes_at) return SaleClosed{};
  if (now < show_->opens_at) {
    if (!show_->in_presale(now) || command.offered) return SaleNotOpen{show_->opens_at};
    if (!show_->presale->is_code(command.access_code)) return SaleNotOpen{show_->opens_at, true, !command.access_code.empty()};
  } else if (base::guards::only_turns_hold && show_->has_room() && !command.offered &&
             !room_.has_turn(command.user, show_->room->turn, now)) {
    return NotYourTurn{show_->id};
  }
  if (!limits_) return std::nullopt;
  return hoarding(command, now);
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
  if (status == HoldStatus::expired && !hold.offered) remember_abandoned(hold.user, batch.at);
  batch.hold_changes.push_back({id, status});
}

ReleaseHoldOutcome Desk::decide(const ReleaseHold& command, Batch& batch, Instant) {
  const auto found = holds_.find(command.id);
  if (found == holds_.end()) return HoldReleased{};  // ended more than a day ago
  if (found->second.user != command.user || found->second.kept) return NoSuchHold{};
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
  if (hold.user != command.user || hold.kept) return NoSuchHold{};
  if (hold.status == HoldStatus::booked) return HoldAlreadyBooked{};
  if (hold.status != HoldStatus::active || hold.expires_at <= now || show_->state == ShowState::cancelled) return HoldExpired{};
  for (const auto& [seat_no, name] : command.attendees) {
    if (std::find(hold.places.begin(), hold.places.end(), seat_no) == hold.places.end()) return UnknownAttendeeSeat{seat_no};
  }
  const Instant pay_by = now + show_->pay_ttl;
  CHECK(inventory_.book(command.hold, pay_by + closing_grace));
  hold.status = HoldStatus::booked;
  leave_network(hold);
  batch.hold_changes.push_back({command.hold, HoldStatus::booked});
  auto lines = lines_of(*show_, hold.places, command.discount ? &*command.discount : nullptr);
  const Price price = sum_of(lines, show_->currency);
  journal(batch, JournalKind::booked, command.hold, command.id, command.user, hold.places);
  batch.bookings.push_back({command.id, command.reference, show_->id, command.user, command.hold, BookingStatus::awaiting_payment,
                            price, now, pay_by, named(*show_, lines), command.attendees, command.intent, command.promo});
  if (hold.created_at >= show_->opens_at) end_turn(batch, command.user);  // what was bought before was nobody's turn
  booking_of_hold_[command.hold] = command.id;
  booking_keys_[command.intent.key] = command.id;
  BookingRecord& booking = bookings_[command.id];
  booking = {command.hold,
             command.user,
             BookingStatus::awaiting_payment,
             price.total,
             pay_by,
             now,
             {},
             command.attendees,
             command.intent,
             false,
             std::move(lines),
             {},
             {}};
  if (price.total.amount_minor == 0) sell(batch, command.id, booking, {}, now);  // nothing to pay
  return Booked{command.id};
}

void Desk::end_booking(Batch& batch, BookingId id, BookingRecord& booking, BookingStatus status, JournalKind kind) {
  auto places = holds_.at(booking.hold).places;
  free_places(batch, booking.hold, kind == JournalKind::cancelled ? HoldStatus::released : HoldStatus::expired);
  booking.status = status;
  batch.booking_changes.push_back({id, status, {}});
  journal(batch, kind, booking.hold, id, booking.user, std::move(places));
}

void Desk::tell_payment_service(Batch& batch, std::string_view type, boost::json::object data) {
  batch.outbox.push_back({ids_.next(batch.at), payment_service, type, boost::json::serialize(data), {}});
}

void Desk::become(Batch& batch, BookingId id, BookingRecord& booking, BookingStatus status) {
  CHECK(can_become(booking.status, status));
  booking.status = status;
  batch.booking_changes.push_back({id, status, booking.payment});
}

void Desk::become(Batch& batch, StoredShow::StoredTicket& ticket, TicketStatus status) {
  ticket.status = status;
  ticket.changed_at = batch.at;
  batch.ticket_changes.push_back({ticket.id, show_->id, status});
}

CancelBookingOutcome Desk::decide(const CancelBooking& command, Batch& batch, Instant now) {
  using enum NotCancellable::Because;
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end() || found->second.user != command.user) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  if (booking.status == BookingStatus::cancelled) return BookingCancelled{};
  if (booking.status == BookingStatus::awaiting_payment) {
    end_booking(batch, command.id, booking, BookingStatus::cancelled, JournalKind::cancelled);
    tell_payment_service(batch, "booking.cancelled", {{"booking_id", command.id.text()}});
    return BookingCancelled{};
  }
  // Asked again, or given back by its organiser: what was wished for is on its way.
  if (booking.status == BookingStatus::refund_pending || booking.status == BookingStatus::refunded) return BookingCancelled{};
  if (!is_paid(booking.status)) return NotCancellable{booking.status, status};
  if (!show_->refund_rule) return NotCancellable{booking.status, no_rule};
  if (now >= show_->starts_at - show_->refund_rule->before_start) return NotCancellable{booking.status, too_late};
  const auto tickets = live(booking.tickets);
  if (any_is(tickets, TicketStatus::used)) return NotCancellable{booking.status, ticket_used};
  if (any_is(tickets, TicketStatus::frozen)) return NotCancellable{booking.status, ticket_frozen};
  std::int64_t back = 0, kept = 0;
  for (const auto& line : booking.lines) {
    const bool given = std::any_of(tickets.begin(), tickets.end(), [&](const auto* one) { return one->place == line.place; });
    if (!given) continue;
    const std::int64_t of_it = refundable(line, *show_->refund_rule);
    back += of_it;
    kept += line.total() - of_it;
  }
  count_money(batch, command.id, booking, 0, kept);
  give_everything_back(batch, command.id, booking, RefundReason::cancelled_by_buyer, back);
  return BookingCancelled{};
}

// An event acts once: those of this desk's life are remembered, older ones are known by the state they left.
bool Desk::already_told(const PaymentEvent& event, Batch& batch) {
  if (!told_.insert(event.event_id).second) return true;
  batch.inbox.push_back({payment_service, event.event_id});
  return false;
}

void Desk::ask_for_refund(Batch& batch, BookingId id, PaymentId payment, RefundReason reason,
                          std::optional<std::int64_t> amount_minor) {
  const BookingRecord& booking = bookings_.at(id);
  journal(batch, JournalKind::refund_due, booking.hold, id, booking.user, {});
  boost::json::object data{{"booking_id", id.text()}, {"payment_id", payment.text()}, {"reason", name_of(reason)}};
  if (amount_minor) data["amount_minor"] = *amount_minor;
  tell_payment_service(batch, "booking.refund_due", std::move(data));
}

// Voids every ticket; the money that is to be given back is asked for, all of it when no amount is named.
void Desk::give_everything_back(Batch& batch, BookingId id, BookingRecord& booking, RefundReason reason,
                                std::optional<std::int64_t> amount_minor) {
  take_back(batch, id, booking, live(booking.tickets));
  become(batch, id, booking, BookingStatus::refund_pending);
  const bool nothing_to_give = booking.payment == PaymentId{} || (amount_minor && *amount_minor == 0);
  if (nothing_to_give) count_money(batch, id, booking, 0, 0);
  else ask_for_refund(batch, id, booking.payment, reason, amount_minor);
}

// More came back, or stays. Who has no ticket any more is refunded when that is all there was.
void Desk::count_money(Batch& batch, BookingId id, BookingRecord& booking, std::int64_t refunded, std::int64_t kept) {
  if (refunded != 0 || kept != 0) {
    booking.refunded = (Money{booking.refunded, {}} + Money{refunded, {}}).amount_minor;
    booking.kept += kept;
    batch.bookings_money.push_back({id, booking.refunded, booking.kept});
  }
  const bool all = booking.refunded + booking.kept >= booking.total.amount_minor;
  if (booking.status == BookingStatus::refund_pending && all) become(batch, id, booking, BookingStatus::refunded);
  else if (is_paid(booking.status) && refunded != 0) become(batch, id, booking, BookingStatus::partially_refunded);
}

void Desk::tell_of_refund(Batch& batch, BookingId id, ReceiptKind kind, Money amount, RefundReason reason, bool corrects_sale,
                          std::string_view words) {
  boost::json::object detail{{"amount_minor", amount.amount_minor},
                             {"currency", amount.currency.text()},
                             {"reason", name_of(reason)},
                             {"corrects_sale", corrects_sale}};
  if (!words.empty()) detail["words"] = words;
  batch.receipts.push_back({ids_.next(batch.at), id, kind, boost::json::serialize(detail)});
}

void Desk::issue_tickets(Batch& batch, BookingId id, BookingRecord& booking, Instant now) {
  for (const auto& line : booking.lines) {
    const auto attendee = booking.attendees.find(line.place);
    const auto ticket = ids_.make<TicketId>(now);
    batch.tickets.push_back({ticket, id, show_->id, booking.user, line.place,
                             attendee == booking.attendees.end() ? std::string{} : attendee->second});
    booking.tickets.push_back({ticket, line.place, TicketStatus::valid, booking.user});
    booking_of_ticket_[ticket] = id;
  }
}

void Desk::sell(Batch& batch, BookingId id, BookingRecord& booking, PaymentId payment, Instant now) {
  const auto& places = holds_.at(booking.hold).places;
  for (const auto place : places)
    batch.claims.push_back({show_->id, place, booking.hold, seats::SeatState::held, seats::SeatState::sold});
  CHECK(inventory_.sell(booking.hold));
  booking.payment = payment;
  become(batch, id, booking, BookingStatus::confirmed);
  issue_tickets(batch, id, booking, now);
  batch.receipts.push_back({ids_.next(now), id, ReceiptKind::tickets});
  journal(batch, JournalKind::confirmed, booking.hold, id, booking.user, places);
}

// As many seats of each zone as the booking had; next to each other where they were so.
std::optional<std::vector<seats::SeatNo>> Desk::equivalent_seats(const BookingRecord& booking) const {
  const auto& layout = show_->hall->layout;
  std::map<seats::ZoneIndex, std::vector<seats::SeatNo>> wanted;
  for (const auto& line : booking.lines) wanted[layout.zone_of(line.place)].push_back(line.place);
  std::vector<seats::SeatNo> found;
  for (auto& [zone, places] : wanted) {
    std::sort(places.begin(), places.end());
    std::vector<bool> allowed(layout.zones.size());
    allowed[zone] = true;
    const auto party = seats::best_available(layout, inventory_.map(), allowed, static_cast<std::uint32_t>(places.size()));
    if (!party) return std::nullopt;
    if (sit_together(layout, places) && party->placement != seats::Placement::together) return std::nullopt;
    found.insert(found.end(), party->seats.begin(), party->seats.end());
  }
  return found;
}

// Prices and names go with the people, zone by zone, in order of the places.
void Desk::move_to(BookingRecord& booking, std::span<const seats::SeatNo> places) const {
  const auto& layout = show_->hall->layout;
  std::map<seats::ZoneIndex, std::deque<seats::SeatNo>> free;
  std::vector<seats::SeatNo> sorted{places.begin(), places.end()};
  std::sort(sorted.begin(), sorted.end());
  for (const auto place : sorted) free[layout.zone_of(place)].push_back(place);
  std::sort(booking.lines.begin(), booking.lines.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
  std::map<seats::SeatNo, std::string> attendees;
  for (auto& line : booking.lines) {
    auto& next = free.at(layout.zone_of(line.place));
    if (const auto name = booking.attendees.find(line.place); name != booking.attendees.end())
      attendees[next.front()] = name->second;
    line.place = next.front();
    next.pop_front();
  }
  booking.attendees = std::move(attendees);
}

// The money came after the seats were let go: the same ones if they are free, else others as good. Nothing when there are none.
std::optional<BookingStatus> Desk::sell_late(Batch& batch, BookingId id, BookingRecord& booking, Instant now) {
  if (show_->state != ShowState::as_planned || now >= show_->starts_at) return std::nullopt;
  const auto& layout = show_->hall->layout;
  const std::uint32_t limit = limits_ ? show_->max_tickets : 0;
  const HoldId hold = ids_.make<HoldId>(now);
  std::vector<seats::SeatNo> before;
  for (const auto& line : booking.lines) before.push_back(line.place);
  std::sort(before.begin(), before.end());
  const auto were = named(*show_, booking.lines);
  BookingStatus status = BookingStatus::confirmed;
  seats::HoldOutcome outcome;
  if (before.front() >= layout.seat_count()) {  // standing places have no names: any are the same
    std::map<seats::ZoneIndex, std::uint32_t> wanted;
    for (const auto place : before) ++wanted[layout.zone_of(place)];
    outcome = inventory_.hold(hold, booking.user, seats::StandingPlaces{{wanted.begin(), wanted.end()}}, now, limit);
  } else {
    outcome = inventory_.hold(hold, booking.user, seats::ChosenSeats{before}, now, limit);
    if (std::holds_alternative<seats::SeatsTaken>(outcome)) {
      const auto others = equivalent_seats(booking);
      if (!others) return std::nullopt;
      outcome = inventory_.hold(hold, booking.user, seats::ChosenSeats{*others}, now, limit);
      status = BookingStatus::substituted;
    }
  }
  const auto* held = std::get_if<seats::Held>(&outcome);
  if (held == nullptr) return std::nullopt;
  CHECK(inventory_.sell(hold));
  for (const auto place : held->places)
    batch.claims.push_back({show_->id, place, hold, seats::SeatState::available, seats::SeatState::sold});
  move_to(booking, held->places);
  booking_of_hold_.erase(booking.hold);
  booking_of_hold_[hold] = id;
  booking.hold = hold;
  booking.decline_by = status == BookingStatus::substituted ? std::min(now + time_to_decline, show_->starts_at) : Instant{};
  holds_[hold] = {booking.user, HoldStatus::booked, held->places, held->placement, now, now, {}, false};
  batch.holds.push_back({hold, show_->id, booking.user, HoldStatus::booked, held->placement, now, now, held->places, {}});
  auto are = named(*show_, booking.lines);
  std::vector<std::string> replaced;
  if (status == BookingStatus::substituted) {
    for (const auto& line : were) replaced.push_back(line.label);
    batch.receipts.push_back({ids_.next(now), id, ReceiptKind::substituted, told_of_other_seats(were, are, booking.decline_by)});
  } else {
    batch.receipts.push_back({ids_.next(now), id, ReceiptKind::tickets});
  }
  booking.replaced = replaced;
  batch.bookings_moved.push_back({id, hold, std::move(are), booking.attendees, booking.decline_by, std::move(replaced)});
  become(batch, id, booking, status);
  issue_tickets(batch, id, booking, now);
  journal(batch, JournalKind::resold, hold, id, booking.user, held->places);
  return status;
}

ConfirmBookingOutcome Desk::decide(const ConfirmBooking& command, Batch& batch, Instant now) {
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end()) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  const PaymentId payment = command.event.payment;
  if (booking.payment == payment) {
    if (is_paid(booking.status)) return BookingConfirmed{};
    return RefundDue{"already-asked"};
  }
  if (already_told(command.event, batch)) return RefundDue{"already-asked"};
  const auto refund = [&](RefundReason reason) {
    ask_for_refund(batch, command.id, payment, reason);
    return RefundDue{name_of(reason)};
  };
  const bool unpaid = booking.payment == PaymentId{} && booking.total.amount_minor > 0;
  if (!unpaid) return refund(RefundReason::second_payment);
  if (command.captured != booking.total) return refund(RefundReason::wrong_amount);
  const bool called_off = show_->state == ShowState::cancelled;
  if (booking.status == BookingStatus::awaiting_payment) {
    if (!called_off) {
      sell(batch, command.id, booking, payment, now);
      return BookingConfirmed{};
    }
    end_booking(batch, command.id, booking, BookingStatus::cancelled, JournalKind::cancelled);
  }
  const bool cancelled = booking.status == BookingStatus::cancelled;
  booking.payment = payment;
  if (!cancelled && command.late_too && sell_late(batch, command.id, booking, now)) return BookingConfirmed{};
  become(batch, command.id, booking, BookingStatus::refund_pending);
  const RefundReason reason = called_off  ? RefundReason::show_cancelled
                              : cancelled ? RefundReason::cancelled
                                          : RefundReason::late;
  tell_of_refund(batch, command.id, ReceiptKind::late_refund, command.captured, reason, false);
  return refund(reason);
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

// The places of these tickets are free again.
void Desk::take_back(Batch& batch, BookingId id, BookingRecord& booking, const Tickets& tickets) {
  if (tickets.empty()) return;
  HoldRecord& hold = holds_.at(booking.hold);
  std::vector<seats::SeatNo> places;
  for (auto* ticket : tickets) {
    become(batch, *ticket, TicketStatus::voided);
    end_offer(batch, *ticket, TransferStatus::ended);
    if (ticket->owner != booking.user)
      batch.receipts.push_back({ids_.next(batch.at), id, ReceiptKind::ticket_ended,
                                boost::json::serialize(boost::json::object{{"place", ticket->place}}), ticket->owner});
    batch.claims.push_back({show_->id, ticket->place, {}, seats::SeatState::sold, seats::SeatState::available});
    places.push_back(ticket->place);
  }
  CHECK(inventory_.give_back(booking.hold, places));
  if (const seats::Claim* left = inventory_.find(booking.hold)) {
    hold.places = left->places;
    batch.hold_places.push_back({booking.hold, left->places});
  } else {
    hold.status = HoldStatus::released;
    batch.hold_changes.push_back({booking.hold, HoldStatus::released});
  }
  journal(batch, JournalKind::returned, booking.hold, id, booking.user, std::move(places));
}

VoidTicketsOutcome Desk::decide(const VoidTickets& command, Batch& batch, Instant) {
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end()) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  if (already_told(command.event, batch)) return PaymentNoted{};
  auto chosen = live(booking.tickets);
  std::string_view refused;
  if (!command.tickets.empty()) {
    std::erase_if(chosen, [&](const auto* one) {
      return std::find(command.tickets.begin(), command.tickets.end(), one->id) == command.tickets.end();
    });
    if (chosen.size() != command.tickets.size()) refused = "ticket-void";
  }
  if (booking.payment != command.event.payment || !is_paid(booking.status)) refused = "booking-not-refundable";
  else if (chosen.empty()) refused = "ticket-void";
  else if (!command.used_too && any_is(chosen, TicketStatus::used)) refused = "ticket-used";
  else if (any_is(chosen, TicketStatus::frozen)) refused = "ticket-frozen";
  boost::json::object answer{{"refund_id", std::to_string(command.refund)}, {"booking_id", command.id.text()}};
  if (!refused.empty()) {
    journal(batch, JournalKind::refund_due, booking.hold, command.id, booking.user, {});
    answer["reason"] = refused;
    tell_payment_service(batch, "refund.refused", std::move(answer));
    return PaymentNoted{};
  }
  take_back(batch, command.id, booking, chosen);
  if (live(booking.tickets).empty()) become(batch, command.id, booking, BookingStatus::refund_pending);
  tell_payment_service(batch, "refund.approved", std::move(answer));
  return PaymentNoted{};
}

NoteRefundOutcome Desk::decide(const NoteRefund& command, Batch& batch, Instant) {
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end()) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  if (already_told(command.event, batch)) return PaymentNoted{};
  journal(batch, JournalKind::refunded, booking.hold, command.id, booking.user, {});
  const bool of_the_sale = !command.excess && booking.payment == command.event.payment;  // else of money too much
  const std::int64_t amount = command.amount.amount_minor;
  if (amount > 0)
    tell_of_refund(batch, command.id, ReceiptKind::refund, command.amount, command.reason, of_the_sale, command.words);
  if (!of_the_sale) return PaymentNoted{};
  const bool nothing_comes = amount == 0 && booking.status == BookingStatus::refund_pending;
  count_money(batch, command.id, booking, amount,
              nothing_comes ? booking.total.amount_minor - booking.refunded - booking.kept : 0);
  return PaymentNoted{};
}

NoteDisputeOutcome Desk::decide(const NoteDispute& command, Batch& batch, Instant) {
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end()) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  if (already_told(command.event, batch)) return PaymentNoted{};
  const bool ours = booking.payment == command.event.payment && is_paid(booking.status);
  const auto change = [&](TicketStatus from, TicketStatus to) {
    for (auto* ticket : live(booking.tickets)) {
      if (ours && ticket->status == from) become(batch, *ticket, to);
    }
  };
  if (command.stage != NoteDispute::Stage::opened && ours && command.event.event_id > booking.dispute_decided) {
    booking.dispute_decided = command.event.event_id;
    batch.disputes_decided.push_back({command.id, booking.dispute_decided});
  }
  switch (command.stage) {
    case NoteDispute::Stage::opened:
      if (command.event.event_id > booking.dispute_decided) change(TicketStatus::valid, TicketStatus::frozen);
      journal(batch, JournalKind::frozen, booking.hold, command.id, booking.user, {});
      break;
    case NoteDispute::Stage::won:
      change(TicketStatus::frozen, TicketStatus::valid);
      journal(batch, JournalKind::restored, booking.hold, command.id, booking.user, {});
      break;
    case NoteDispute::Stage::lost:
      journal(batch, JournalKind::refunded, booking.hold, command.id, booking.user, {});
      if (booking.payment == command.event.payment) lose(batch, command, booking);
      break;
  }
  return PaymentNoted{};
}

// The money is with the buyer already, by the way of the bank. The tickets are void, so that what is left of it goes back as
// well.
void Desk::lose(Batch& batch, const NoteDispute& command, BookingRecord& booking) {
  const bool sold = is_paid(booking.status);
  const std::int64_t amount = command.lost_minor.value_or(booking.total.amount_minor - booking.refunded);
  if (amount > 0) tell_of_refund(batch, command.id, ReceiptKind::refund, {amount, booking.total.currency}, command.reason, true);
  if (sold) {
    take_back(batch, command.id, booking, live(booking.tickets));
    become(batch, command.id, booking, BookingStatus::refund_pending);
  }
  count_money(batch, command.id, booking, amount, 0);
  if (sold && booking.status == BookingStatus::refund_pending)
    ask_for_refund(batch, command.id, booking.payment, RefundReason::rest);
}

DeclineOutcome Desk::decide(const DeclineSubstitute& command, Batch& batch, Instant now) {
  using enum NotDeclinable::Because;
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end() || found->second.user != command.user) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  const bool was_substituted = booking.decline_by != Instant{};
  const bool on_its_way = booking.status == BookingStatus::refund_pending || booking.status == BookingStatus::refunded;
  if (was_substituted && on_its_way) return Declined{};
  if (!was_substituted || !is_paid(booking.status)) return NotDeclinable{booking.status, status};
  if (now >= booking.decline_by) return NotDeclinable{booking.status, too_late};
  const auto tickets = live(booking.tickets);
  if (any_is(tickets, TicketStatus::used)) return NotDeclinable{booking.status, ticket_used};
  if (any_is(tickets, TicketStatus::frozen)) return NotDeclinable{booking.status, ticket_frozen};
  give_everything_back(batch, command.id, booking, RefundReason::declined);
  return Declined{};
}

CallOffOutcome Desk::decide(const CallOff& command, Batch& batch, Instant) {
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end()) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  if (booking.status == BookingStatus::awaiting_payment) {
    end_booking(batch, command.id, booking, BookingStatus::cancelled, JournalKind::cancelled);
    tell_payment_service(batch, "booking.cancelled", {{"booking_id", command.id.text()}});
  } else if (is_paid(booking.status)) {
    give_everything_back(batch, command.id, booking, RefundReason::show_cancelled);
    batch.receipts.push_back({ids_.next(batch.at), command.id, ReceiptKind::show_cancelled});
  }
  return CalledOff{};
}

void Desk::show_changed(std::shared_ptr<const Show> show) {
  CHECK(show->id == show_->id && show->hall == show_->hall);
  if (show->revision < show_->revision) return;
  show_ = std::move(show);
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
    } else if (HoldRecord& hold = holds_.at(id); hold.kept) {
      let_go(batch, id, hold, hold.places, {}, {});
    } else {
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
