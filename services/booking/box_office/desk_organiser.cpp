// What an organiser's people do at the desk: house seats are let go or sold at the counter, a buyer gets other seats, a ticket
// another name.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/check.hpp"
#include "booking/box_office/desk.hpp"

namespace gelora::booking {
namespace {

boost::json::array labels_of(const Hall& hall, std::span<const seats::SeatNo> places) {
  boost::json::array labels;
  for (const auto place : places) labels.emplace_back(hall.full_label(place));
  return labels;
}

bool contains(std::span<const seats::SeatNo> places, seats::SeatNo place) {
  return std::find(places.begin(), places.end(), place) != places.end();
}

NotKept not_kept(std::span<const seats::SeatNo> group, std::span<const seats::SeatNo> wanted) {
  NotKept refused;
  for (const auto place : wanted) {
    if (!contains(group, place)) refused.places.push_back(place);
  }
  return refused;
}

std::vector<seats::SeatNo> both_halves(const MoveSeats& command) {
  std::vector<seats::SeatNo> places;
  for (const auto& one : command.moves) places.push_back(one.from);
  for (const auto& one : command.moves) places.push_back(one.to);
  return places;
}

}  // namespace

// Of the entry that was just written into the journal.
void Desk::deed(Batch& batch, UserId by, boost::json::object detail, UserId about) {
  const JournalRow& entry = batch.journal.back();
  if (!detail.contains("places")) detail["places"] = labels_of(*show_->hall, entry.places);
  // A group of the counter has no name, and an end.
  const bool of_a_sale = entry.kind == JournalKind::sold_at_counter || detail.contains("sold_as") ||
                         (entry.kind == JournalKind::kept && detail.at("name").as_string().empty()) ||
                         (entry.kind == JournalKind::let_go && holds_.at(entry.hold).expires_at != without_end);
  batch.deeds.push_back({show_->id, entry.version, entry.kind, by, entry.hold, entry.booking, about,
                         boost::json::serialize(detail), 0, of_a_sale ? 0 : show_->organisation});
}

// The places that are named, all when none are; nothing when the group does not have them.
std::optional<std::vector<seats::SeatNo>> Desk::some_of(const HoldRecord& hold, std::span<const seats::SeatNo> places,
                                                        const StandingOf& standing) const {
  if (places.empty() && standing.empty()) return hold.places;
  std::vector<seats::SeatNo> chosen{places.begin(), places.end()};
  const auto& layout = show_->hall->layout;
  for (const auto place : chosen) {
    const bool twice = std::count(chosen.begin(), chosen.end(), place) > 1;
    if (twice || place >= layout.seat_count() || !contains(hold.places, place)) return std::nullopt;
  }
  for (const auto& [zone, quantity] : standing) {
    std::uint32_t left = quantity;
    for (auto at = hold.places.rbegin(); at != hold.places.rend() && left > 0; ++at) {
      if (*at < layout.seat_count() || layout.zone_of(*at) != zone || contains(chosen, *at)) continue;
      chosen.push_back(*at);
      --left;
    }
    if (left > 0) return std::nullopt;
  }
  return chosen;
}

LetGoOutcome Desk::decide(const LetGo& command, Batch& batch, Instant) {
  const auto found = holds_.find(command.id);
  if (found == holds_.end() || !found->second.kept) return NoSuchHold{};
  HoldRecord& hold = found->second;
  const bool whole = command.places.empty() && command.standing.empty();
  const std::size_t left = hold.status == HoldStatus::active ? hold.places.size() : 0;
  std::size_t wanted = command.places.size();
  for (const auto& one : command.standing) wanted += one.second;
  if (whole ? left == 0 : command.of && *command.of == left + wanted) return GoneFree{};  // it was done before
  if (left == 0 || (command.of && *command.of != left)) return NotKept{command.places};
  auto chosen = some_of(hold, command.places, command.standing);
  if (!chosen) return not_kept(hold.places, command.places);
  let_go(batch, command.id, hold, std::move(*chosen), command.by, {});
  return GoneFree{};
}

void Desk::let_go(Batch& batch, HoldId id, HoldRecord& hold, std::vector<seats::SeatNo> places, UserId by,
                  boost::json::object detail) {
  if (places.size() == hold.places.size()) {
    free_places(batch, id, HoldStatus::released);
  } else {
    for (const auto place : places)
      batch.claims.push_back({show_->id, place, {}, seats::SeatState::held, seats::SeatState::available});
    CHECK(inventory_.give_back(id, places));
    hold.places = inventory_.find(id)->places;
    batch.hold_places.push_back({id, hold.places});
  }
  journal(batch, JournalKind::let_go, id, {}, by, std::move(places));
  deed(batch, by, std::move(detail));
}

// Places that are free in this moment, for a new hold of nobody's, sold at once. Of standing places, any of their zones.
seats::Held Desk::take_again(Batch& batch, HoldId id, std::span<const seats::SeatNo> places, Instant now) {
  const auto& layout = show_->hall->layout;
  seats::Selection selection = seats::ChosenSeats{{places.begin(), places.end()}};
  if (places.front() >= layout.seat_count()) {
    std::map<seats::ZoneIndex, std::uint32_t> wanted;
    for (const auto place : places) ++wanted[layout.zone_of(place)];
    selection = seats::StandingPlaces{{wanted.begin(), wanted.end()}};
  }
  auto outcome = inventory_.hold(id, {}, selection, now, 0);
  CHECK(std::holds_alternative<seats::Held>(outcome));
  auto& held = std::get<seats::Held>(outcome);
  CHECK(inventory_.sell(id));
  for (const auto place : held.places)
    batch.claims.push_back({show_->id, place, id, seats::SeatState::available, seats::SeatState::sold});
  holds_[id] = {{}, HoldStatus::booked, held.places, held.placement, now, now, {}, false};
  batch.holds.push_back({id, show_->id, {}, HoldStatus::booked, held.placement, now, now, held.places, {}});
  return std::move(held);
}

SellAtCounterOutcome Desk::decide(const SellAtCounter& command, Batch& batch, Instant now) {
  if (const auto used = booking_keys_.find(command.intent.key); used != booking_keys_.end()) {
    const BookingRecord& booking = bookings_.at(used->second);
    if (booking.intent.body != command.intent.body) return KeyReused{};
    if (!booking.durable) return KeyInFlight{};
    return Booked{used->second};
  }
  const auto found = holds_.find(command.group);
  if (found == holds_.end() || !found->second.kept) return NoSuchHold{};
  HoldRecord& group = found->second;
  if (show_->state == ShowState::cancelled) return SaleClosed{};
  if (group.status != HoldStatus::active || group.expires_at <= now) return NotKept{command.places};
  auto chosen = some_of(group, command.places, command.standing);
  if (!chosen) return not_kept(group.places, command.places);
  constexpr Discount gift{Discount::Kind::complimentary, 0, {}};
  const bool free = command.method == CounterMethod::complimentary;
  const Money total = sum_of(lines_of(*show_, *chosen, free ? &gift : nullptr), show_->currency).total;
  if (total.amount_minor != command.total_minor) return PriceIsAnother{total};
  let_go(batch, command.group, group, *chosen, command.by, {{"sold_as", command.reference}});

  const HoldId hold = ids_.make<HoldId>(now);
  const auto held = take_again(batch, hold, *chosen, now);
  auto lines = lines_of(*show_, held.places, free ? &gift : nullptr);
  const Price price = sum_of(lines, show_->currency);
  std::map<seats::SeatNo, std::string> attendees;
  for (const auto place : held.places) {
    if (!command.buyer.name.empty()) attendees[place] = command.buyer.name;
  }
  const PaymentId payment = total.amount_minor > 0 ? ids_.make<PaymentId>(now) : PaymentId{};
  batch.bookings.push_back({command.id, command.reference, show_->id, UserId{}, hold, BookingStatus::confirmed, price, now, now,
                            named(*show_, lines), attendees, command.intent, 0});
  batch.counter_sales.push_back({command.id, show_->id, command.by, command.method, command.reason, command.buyer});
  booking_of_hold_[hold] = command.id;
  booking_keys_[command.intent.key] = command.id;
  BookingRecord& booking = bookings_[command.id];
  booking.hold = hold;
  booking.status = BookingStatus::confirmed;
  booking.total = price.total;
  booking.pay_by = booking.created_at = now;
  booking.payment = payment;
  booking.attendees = std::move(attendees);
  booking.intent = command.intent;
  booking.lines = std::move(lines);
  batch.booking_changes.push_back({command.id, BookingStatus::confirmed, payment});
  issue_tickets(batch, command.id, booking, now);
  batch.receipts.push_back({ids_.next(now), command.id, ReceiptKind::tickets});
  journal(batch, JournalKind::sold_at_counter, hold, command.id, command.by, held.places);
  deed(batch, command.by, {{"method", name_of(command.method)}});
  if (payment == PaymentId{}) return Booked{command.id};
  tell_payment_service(batch, "booking.sold_at_counter",
                       {{"booking_id", command.id.text()},
                        {"payment_id", payment.text()},
                        {"show_id", show_->id.text()},
                        {"organisation_id", std::to_string(show_->organisation)},
                        {"method", name_of(command.method)},
                        {"amount_minor", total.amount_minor},
                        {"currency", total.currency.text()},
                        {"description", command.description},
                        {"reference", command.reference},
                        {"sold_by", command.by.text()}});
  return Booked{command.id};
}

TakeBackFreeOutcome Desk::decide(const TakeBackFree& command, Batch& batch, Instant) {
  using enum NotCancellable::Because;
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end()) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  const bool free = booking.total.amount_minor == 0;
  if (free && booking.status == BookingStatus::refunded) return BookingCancelled{};
  if (!free || !is_paid(booking.status)) return NotCancellable{booking.status, status};
  Tickets all;
  for (auto& ticket : booking.tickets) {
    if (ticket.status == TicketStatus::used) return NotCancellable{booking.status, ticket_used};
    if (ticket.status == TicketStatus::valid && ticket.owner == booking.user) all.push_back(&ticket);
  }
  for (const auto* ticket : all)
    batch.receipts.push_back({ids_.next(batch.at), command.id, ReceiptKind::ticket_ended,
                              boost::json::serialize(boost::json::object{{"place", ticket->place}})});
  give_everything_back(batch, command.id, booking, RefundReason::organiser);
  return BookingCancelled{};
}

// Whether an earlier command did all of this.
bool Desk::moved_before(const BookingRecord& booking, const MoveSeats& command) const {
  const auto hold = holds_.find(booking.hold);
  if (hold == holds_.end()) return false;  // of a booking that ended long ago nothing is kept in memory
  const auto& places = hold->second.places;
  return std::all_of(command.moves.begin(), command.moves.end(), [&](const auto& one) {
    return contains(places, one.to) && !contains(places, one.from) &&
           std::any_of(booking.tickets.begin(), booking.tickets.end(),
                       [&](const auto& ticket) { return ticket.place == one.from && ticket.status == TicketStatus::voided; });
  });
}

std::optional<MoveSeatsOutcome> Desk::refuse(BookingRecord& booking, const MoveSeats& command) {
  const auto& layout = show_->hall->layout;
  NotMovable stuck;
  OtherZone dearer;
  seats::SeatsTaken taken;
  std::vector<seats::SeatNo> seen;
  for (const auto& [from, to] : command.moves) {
    if (from >= layout.seat_count() || to >= layout.seat_count()) return seats::UnknownPlaces{};
    if (contains(seen, from) || contains(seen, to) || from == to) return seats::UnknownPlaces{};
    seen.push_back(from);
    seen.push_back(to);
    const bool good = std::any_of(booking.tickets.begin(), booking.tickets.end(), [from](const auto& ticket) {
      return ticket.place == from && ticket.status == TicketStatus::valid;
    });
    if (!good) stuck.places.push_back(from);
    if (layout.zone_of(from) != layout.zone_of(to)) dearer.places.push_back(to);
    if (inventory_.map().at(to) != seats::SeatState::available) taken.places.push_back(to);
  }
  if (command.moves.empty()) return seats::UnknownPlaces{};
  if (!is_paid(booking.status) || show_->state == ShowState::cancelled || !stuck.places.empty()) return stuck;
  if (!dearer.places.empty()) return dearer;
  if (!taken.places.empty()) return taken;
  return std::nullopt;
}

MoveSeatsOutcome Desk::decide(const MoveSeats& command, Batch& batch, Instant now) {
  const auto found = bookings_.find(command.id);
  if (found == bookings_.end()) return NoSuchBooking{};
  BookingRecord& booking = found->second;
  if (!command.moves.empty() && moved_before(booking, command)) return SeatsMoved{};
  if (auto refused = refuse(booking, command)) return std::move(*refused);
  std::vector<std::pair<seats::SeatNo, seats::SeatNo>> pairs;
  Tickets fresh;
  std::vector<StoredShow::StoredTicket> issued;
  for (const auto& [from, to] : command.moves) {
    pairs.emplace_back(from, to);
    batch.claims.push_back({show_->id, from, {}, seats::SeatState::sold, seats::SeatState::available});
    batch.claims.push_back({show_->id, to, booking.hold, seats::SeatState::available, seats::SeatState::sold});
    const auto ticket = std::find_if(booking.tickets.begin(), booking.tickets.end(), [from = from](const auto& one) {
      return one.place == from && one.status == TicketStatus::valid;
    });
    become(batch, *ticket, TicketStatus::voided);
    end_offer(batch, *ticket, TransferStatus::ended);
    const TicketId id = ids_.make<TicketId>(now);
    batch.tickets.push_back({id, command.id, show_->id, ticket->owner, to, {}});
    batch.ticket_names.push_back({id, show_->id, ticket->id});
    issued.push_back({id, to, TicketStatus::valid, ticket->owner});
    booking_of_ticket_[id] = command.id;
    for (auto& line : booking.lines) {
      if (line.place == from) line.place = to;
    }
    if (auto name = booking.attendees.extract(from)) {
      name.key() = to;
      booking.attendees.insert(std::move(name));
    }
  }
  CHECK(inventory_.move(booking.hold, pairs));
  HoldRecord& hold = holds_.at(booking.hold);
  hold.places = inventory_.find(booking.hold)->places;
  batch.hold_places.push_back({booking.hold, hold.places});
  booking.tickets.insert(booking.tickets.end(), issued.begin(), issued.end());
  write_names(batch, command.id, booking, booking.attendees.size(), {});
  for (auto& ticket : issued) fresh.push_back(&ticket);
  tell_of_move(batch, command.id, booking, fresh, command);
  journal(batch, JournalKind::moved, booking.hold, command.id, command.by, both_halves(command));
  std::vector<seats::SeatNo> from, to;
  for (const auto& one : command.moves) from.push_back(one.from), to.push_back(one.to);
  deed(batch, command.by, {{"places", labels_of(*show_->hall, from)}, {"to", labels_of(*show_->hall, to)}});
  return SeatsMoved{};
}

// Everybody who has one of these tickets is told, once.
void Desk::tell_of_move(Batch& batch, BookingId id, const BookingRecord& booking, const Tickets& moved,
                        const MoveSeats& command) {
  struct Places {
    std::vector<seats::SeatNo> from, to;
  };
  std::map<UserId, Places> of_owner;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    auto& places = of_owner[moved[i]->owner];
    places.from.push_back(command.moves[i].from);
    places.to.push_back(command.moves[i].to);
  }
  for (const auto& [owner, places] : of_owner) {
    const boost::json::object detail{{"old", labels_of(*show_->hall, places.from)}, {"new", labels_of(*show_->hall, places.to)}};
    batch.receipts.push_back(
        {ids_.next(batch.at), id, ReceiptKind::moved, boost::json::serialize(detail), owner == booking.user ? UserId{} : owner});
  }
}

void Desk::write_names(Batch& batch, BookingId id, const BookingRecord& booking, std::size_t names_before,
                       std::map<seats::SeatNo, std::string> if_forgotten) {
  batch.bookings_moved.push_back({id, booking.hold, named(*show_, booking.lines), booking.attendees, booking.decline_by,
                                  booking.replaced, std::move(if_forgotten), names_before});
}

RenameTicketOutcome Desk::decide(const RenameTicket& command, Batch& batch, Instant now) {
  auto* ticket = find(command.booking, command.ticket);
  if (ticket == nullptr) return NoSuchTicket{};
  if (ticket->status != TicketStatus::valid) return NotTransferable{NotTransferable::Because::status};
  if (show_->state == ShowState::cancelled || now >= show_->starts_at)
    return NotTransferable{NotTransferable::Because::show};  // names are forgotten some time after
  BookingRecord& booking = bookings_.at(command.booking);
  const std::size_t names_before = booking.attendees.size();
  batch.ticket_names.push_back({ticket->id, show_->id, {}, command.name});
  boost::json::object detail{{"after", command.name}};
  if (ticket->owner == booking.user) {
    auto& name = booking.attendees[ticket->place];
    detail["before"] = std::exchange(name, command.name);
    std::map<seats::SeatNo, std::string> alone;
    alone[ticket->place] = command.name;
    write_names(batch, command.booking, booking, names_before, std::move(alone));
  }
  journal(batch, JournalKind::renamed, booking.hold, command.booking, command.by, std::vector<seats::SeatNo>(1, ticket->place));
  deed(batch, command.by, std::move(detail), ticket->owner);
  batch.deeds.back().names_before = names_before;
  return TicketRenamed{};
}

}  // namespace gelora::booking
