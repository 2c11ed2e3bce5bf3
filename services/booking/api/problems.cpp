#include "booking/api/problems.hpp"

#include <boost/json/array.hpp>

#include "booking/api/json.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

using http::problem, http::ProblemType;

constexpr ProblemType seats_taken{409, "seats-taken", "Somebody was faster"};
constexpr ProblemType not_enough_seats{409, "not-enough-seats", "There are not that many places left"};
constexpr ProblemType too_many_tickets{422, "too-many-tickets", "Too many tickets for one person"};
constexpr ProblemType sale_not_open{409, "sale-not-open", "The sale has not opened yet"};
constexpr ProblemType sale_closed{409, "sale-closed", "The sale is closed"};
constexpr ProblemType waiting_room{403, "waiting-room", "Please wait your turn"};
constexpr ProblemType hold_expired{410, "hold-expired", "The hold has ended"};
constexpr ProblemType hold_already_booked{409, "hold-already-booked", "This hold is a booking already"};
constexpr ProblemType no_valid_ticket{409, "no-valid-ticket", "There is no valid ticket"};
constexpr ProblemType booking_not_cancellable{409, "booking-not-cancellable", "This booking cannot be cancelled"};
constexpr ProblemType booking_not_declinable{409, "booking-not-declinable", "These seats cannot be declined"};
constexpr ProblemType transfer_open{409, "transfer-open", "This ticket is offered already"};
constexpr ProblemType transfer_gone{410, "transfer-gone", "This offer is not open any more"};
constexpr ProblemType own_ticket{409, "own-ticket", "This is your own ticket"};
constexpr ProblemType seats_not_kept{409, "seats-not-kept", "These seats are not in the group"};
constexpr ProblemType price_changed{409, "price-changed", "These places have another price"};
constexpr ProblemType ticket_not_printable{409, "ticket-not-printable", "Tickets of this show are not for paper"};
constexpr ProblemType seats_not_movable{409, "seats-not-movable", "These tickets cannot be moved"};
constexpr ProblemType other_zone{409, "other-zone", "These seats have another price"};
constexpr ProblemType message_not_tested{409, "message-not-tested", "Send yourself a test first"};
constexpr ProblemType message_status{409, "message-status", "This message is not in a state for that"};
constexpr ProblemType nobody_to_tell{409, "nobody-to-tell", "There is nobody to write to"};
constexpr ProblemType promo_invalid{422, "promo-invalid", "This code does not work here"};

Answer one_fault(std::string pointer, std::string message) {
  http::FieldFaults faults;
  faults.add(std::move(pointer), std::move(message));
  return faults.problem();
}

std::string pointer_of(WishFault fault, std::size_t index, bool of_best) {
  const bool seat = fault == WishFault::no_such_seat || fault == WishFault::seat_twice;
  if (seat) return "/seat_nos/" + std::to_string(index);
  if (fault == WishFault::standing_only) return "/best_available";
  return of_best ? "/best_available/zone_id" : "/standing/" + std::to_string(index) + "/zone_id";
}

std::string message_of(WishFault fault) {
  switch (fault) {
    case WishFault::no_such_seat: return "this show has no such seat";
    case WishFault::seat_twice: return "is there twice";
    case WishFault::no_such_zone: return "this show has no such zone";
    case WishFault::zone_twice: return "is there twice";
    case WishFault::zone_has_seats: return "has seats: choose them with seat_nos, or ask for best_available";
    case WishFault::zone_is_standing: return "has no seats: ask for standing";
    case WishFault::standing_only: return "this show has no seats: ask for standing";
  }
  return {};
}

Answer not_taken_back(const ProblemType& type, const NotTakenBack& no) {
  using enum NotTakenBack::Because;
  std::string why;
  std::string_view because;
  switch (no.because) {
    case status: why = "It is " + std::string{name_of(no.status)} + ".", because = "status"; break;
    case no_rule: why = "Tickets of this show are not taken back.", because = "no_refunds"; break;
    case too_late: why = "The time for it is over.", because = "too_late"; break;
    case ticket_used: why = "A ticket of it was used.", because = "ticket_used"; break;
    case ticket_frozen: why = "The payment is disputed at the bank.", because = "ticket_frozen"; break;
  }
  return problem(type, why, {{"booking_status", name_of(no.status)}, {"reason", because}});
}

int seconds_up(Duration left) { return static_cast<int>(left.count() / 1'000'000) + 1; }

}  // namespace

Answer nothing_here() { return problem(http::not_found, "There is nothing at this address, or it is not yours."); }

Answer answer(const NoSuchShow&) { return nothing_here(); }
Answer answer(const WishIsWrong& wrong) {
  http::FieldFaults faults;
  for (const auto& [fault, index] : wrong.faults) faults.add(pointer_of(fault, index, wrong.of_best), message_of(fault));
  return faults.problem();
}
Answer answer(const seats::SeatsTaken& taken) {
  boost::json::array seat_nos(taken.places.begin(), taken.places.end());
  return problem(seats_taken, "Some of these seats are held or sold. None of them was held for you.",
                 {{"seat_nos", std::move(seat_nos)}});
}
Answer answer(const seats::NotEnoughSeats& few) {
  return problem(not_enough_seats, std::to_string(few.available) + " left of what you asked for.",
                 {{"available", few.available}});
}
Answer answer(const seats::TooManyTickets& many) {
  return problem(too_many_tickets,
                 "One person may have " + std::to_string(many.limit) + " places of this show; you have " +
                     std::to_string(many.already) + ".",
                 {{"limit", many.limit}, {"already", many.already}});
}
Answer answer(const seats::UnknownPlaces&) {
  return one_fault("", "names places that this show does not have, or one place twice");
}
Answer answer(const SaleNotOpen& early) {
  const std::string opens_at = to_rfc3339(early.opens_at);
  if (!early.presale) return problem(sale_not_open, "The sale opens at " + opens_at + ".", {{"opens_at", opens_at}});
  const std::string why = early.wrong_code ? "This code is not the presale's. " : "Until then a code is needed. ";
  return problem(sale_not_open, why + "The sale opens at " + opens_at + ".", {{"opens_at", opens_at}, {"presale", true}});
}
Answer answer(const SaleClosed&) { return problem(sale_closed, "Tickets of this show are not sold any more."); }
Answer answer(const CoolingDown& cooling) { return http::too_many_requests(seconds_up(cooling.left)); }
Answer answer(const NetworkIsFull&) { return http::too_many_requests(30); }
Answer answer(const NotYourTurn& wait) {
  return problem(waiting_room, "This show is sold through its waiting room. Enter it, and choose when it is your turn.",
                 {{"join_url", "/shows/" + wait.show.text() + "/queue"}});
}
Answer answer(const KeyReused&) { return problem(http::idempotency_key_reused, "Use a new Idempotency-Key for a new request."); }
Answer answer(const KeyInFlight&) { return problem(http::idempotency_in_flight, "Ask again in a moment with the same key."); }
Answer answer(const NoSuchHold&) { return nothing_here(); }
Answer answer(const HoldReleased&) { return http::no_content(); }
Answer answer(const HoldExpired&) {
  return problem(hold_expired, "Its time was up and the seats are free again. Please choose anew.");
}
Answer answer(const HoldAlreadyBooked&) { return problem(hold_already_booked, "Look at your bookings."); }
Answer answer(const UnknownAttendeeSeat& unknown) {
  return one_fault("/attendees", "names place " + std::to_string(unknown.seat_no) + ", which is not in this hold");
}
Answer answer(const NoSuchBooking&) { return nothing_here(); }
Answer answer(const NotCancellable& no) { return not_taken_back(booking_not_cancellable, no); }
Answer answer(const NotDeclinable& no) { return not_taken_back(booking_not_declinable, no); }
Answer answer(const PromoInvalid& no) {
  std::string why = "There is no such promo code for this show.";
  if (no.reason == "not_started") why = "This code does not work yet.";
  if (no.reason == "ended") why = "This code does not work any more.";
  if (no.reason == "used_up") why = "This code has been used as often as it may be.";
  if (no.reason == "per_person") why = "You have used this code as often as you may.";
  if (no.reason == "zones") why = "This code is not for the places you chose.";
  return problem(promo_invalid, why, {{"reason", no.reason}});
}
Answer answer(const TooManyGuesses& many) { return http::too_many_requests(seconds_up(many.left)); }
Answer answer(const MailPromised&) { return http::json_answer(R"({"status":"promised"})", 202); }
Answer answer(const NoValidTicket&) {
  return problem(no_valid_ticket, "It was not paid yet, or nothing of it is valid any more.");
}
Answer answer(const AskedTooOften& often) { return http::too_many_requests(seconds_up(often.left)); }
Answer answer(const NoSuchTicket&) { return nothing_here(); }
Answer answer(const NotTransferable& no) {
  return problem(no_valid_ticket, no.because == NotTransferable::Because::show
                                      ? "Its show has begun, or is called off."
                                      : "It was used, it is void or frozen, or somebody else has it now.");
}
Answer answer(const TransferOpen&) { return problem(transfer_open, "Take that offer back first."); }
Answer answer(const TransferGone&) {
  return problem(transfer_gone, "It was taken, taken back, or its time is up. Whoever took it has the ticket.");
}
Answer answer(const OwnTicket&) { return problem(own_ticket, "You offered it yourself. Somebody else has to take it."); }
Answer answer(const OwnAddress&) { return one_fault("/email", "is your own address"); }
Answer answer(const OfferTakenBack&) { return http::no_content(); }
Answer answer(const GoneFree&) { return http::no_content(); }
Answer answer(const NotKept& no) {
  return problem(seats_not_kept, "The group does not have all of them, or not that many. Nothing was released.",
                 {{"seat_nos", boost::json::array(no.places.begin(), no.places.end())}});
}
Answer answer(const PriceIsAnother& price) {
  return problem(price_changed, "They cost something else by now. Nothing was sold.", {{"total", to_json(price.total)}});
}
Answer answer(const CodesRotate&) {
  return problem(ticket_not_printable, "Its codes change: they are shown on a phone, in My tickets.");
}
Answer answer(const NotMovable& no) {
  return problem(seats_not_movable,
                 "For these seats the booking has no ticket that opens the gates: it was used, given back, frozen or not paid.",
                 {{"seat_nos", boost::json::array(no.places.begin(), no.places.end())}});
}
Answer answer(const OtherZone& other) {
  return problem(other_zone, "A buyer is moved within the zone that was paid for.",
                 {{"seat_nos", boost::json::array(other.places.begin(), other.places.end())}});
}
Answer answer(const NotTested&) {
  return problem(message_not_tested, "A message goes out as it was tested: after a change, test it again.");
}
Answer answer(const NobodyToTell&) { return problem(nobody_to_tell, "No booking is as this message wants it."); }
Answer wrong_status_of_message(std::string_view status) {
  return problem(message_status, "It is " + std::string{status} + ".", {{"message_status", status}});
}

}  // namespace gelora::booking
