// What can be asked of a desk, and what it may answer: one struct a command, one struct an outcome.
#pragma once
#include <array>
#include <map>
#include <string>
#include <variant>

#include "booking/box_office/waiting_room.hpp"
#include "booking/domain/booking.hpp"
#include "booking/domain/check_in.hpp"
#include "booking/domain/counter.hpp"
#include "booking/domain/refund_reason.hpp"
#include "booking/domain/transfer.hpp"
#include "seat_inventory/seat_inventory.hpp"

namespace gelora::booking {

using Hash128 = std::array<std::uint8_t, 16>;

// The caller's Idempotency-Key with its scope (caller, method, path), and the request's body, both hashed (BLAKE2b-128).
struct Intent {
  Hash128 key{};
  Hash128 body{};
};

// Refusals that several commands share.
struct KeyReused {};    // the key was used with another body
struct KeyInFlight {};  // the first request with this key is not durable yet
struct NoSuchHold {};
struct HoldExpired {};
struct HoldAlreadyBooked {};
struct NoSuchBooking {};

// For whom an organiser keeps house seats, and who did it. With an end, somebody is to fetch and pay them at the counter; without
// a name, whoever stands there.
struct Kept {
  std::string name;
  UserId by;
  std::optional<Instant> until{};
};
inline constexpr Instant without_end{253'402'300'799'000'000};  // of such a hold: the year 9999
struct PlaceHold {
  HoldId id;
  UserId user;  // none, when the places are kept
  seats::Selection selection;
  Intent intent;
  std::uint64_t network = 0;   // of the caller's address; 0: not to be counted
  bool offered = false;        // of the waitlist: lasts as long as the show's offers
  std::optional<Kept> kept{};  // house seats: not bound to the sale's times and limits
  std::string access_code{};   // of the show's presale; empty: none
};
struct HoldGranted {
  HoldId id;
  std::vector<seats::SeatNo> places;
  seats::Placement placement = seats::Placement::together;
  Instant expires_at;
};
struct SaleNotOpen {
  Instant opens_at;
  bool presale = false;     // whoever has the code may buy already
  bool wrong_code = false;  // one was given, and it is not that
};
struct SaleClosed {};
struct CoolingDown {  // this person let several holds of the show lapse
  Duration left;
};
struct NetworkIsFull {};  // too many holds from one network wait for their booking
struct NotYourTurn {      // the show sells through its waiting room
  ShowId show;
};
using PlaceHoldOutcome =
    std::variant<HoldGranted, seats::SeatsTaken, seats::NotEnoughSeats, seats::TooManyTickets, seats::UnknownPlaces, SaleNotOpen,
                 SaleClosed, CoolingDown, NetworkIsFull, NotYourTurn, KeyReused, KeyInFlight>;

// Somebody enters the show's waiting room, or is in already.
struct EnterRoom {
  UserId user;
  Mark mark{};  // what would stand for them in the draw
};
struct InRoom {
  RoomPlace place;
  bool entered = false;  // now
};
struct RoomNotOpen {
  Instant gathers_at;
};
struct NoRoom {};  // everybody may buy
using EnterRoomOutcome = std::variant<InRoom, RoomNotOpen, SaleClosed, NoRoom, CoolingDown>;

// Where somebody stands. Who asks is there, and begins their turn when they have one.
struct LookIntoRoom {
  UserId user;
};
using LookIntoRoomOutcome = std::variant<InRoom, NoRoom>;

struct LeaveRoom {
  UserId user;
};
struct OutOfRoom {};  // now, or before
using LeaveRoomOutcome = std::variant<OutOfRoom>;

// Draws when the sale has opened, and calls those who are next; once a second.
struct CallNext {
  bool strained = false;  // commits are slow, or many commands wait for one
};

struct ReleaseHold {
  HoldId id;
  UserId user;
};
struct HoldReleased {};  // now, or before
using ReleaseHoldOutcome = std::variant<HoldReleased, NoSuchHold, HoldAlreadyBooked>;

// House seats become free again: all of the group, or these.
struct LetGo {
  HoldId id;
  UserId by;
  std::vector<seats::SeatNo> places;                                   // numbered ones
  std::vector<std::pair<seats::ZoneIndex, std::uint32_t>> standing{};  // so many of these zones; neither: all of the group
  std::optional<std::uint32_t> of{};  // how many places the group had when that was asked: asked again, nothing more goes
};
struct GoneFree {};  // now, or before
struct NotKept {     // the group does not have these, or not so many
  std::vector<seats::SeatNo> places;
};
using LetGoOutcome = std::variant<GoneFree, NoSuchHold, NotKept>;

// An organiser sets how many places of a standing zone may be taken: from those that are by now to all of the plan's.
struct SetCapacity {
  seats::ZoneIndex zone = 0;
  std::uint32_t capacity = 0;
  std::uint32_t was = 0;  // what whoever asks saw before
  UserId by;
};
// Of a standing zone, in places: sold + held + house + free = capacity.
struct ZoneCounts {
  std::uint32_t capacity = 0, plan_capacity = 0;
  std::uint32_t sold = 0, held = 0, house = 0, free = 0;  // held: by fans, paid or not yet; house: kept for somebody
  std::uint32_t taken() const { return sold + held + house; }
};
struct CapacitySet {  // now, or before
  ZoneCounts now;
};
struct CapacityIsAnother {  // somebody else has changed it
  ZoneCounts now;
};
struct CapacityBelowSold {
  ZoneCounts now;
};
// UnknownPlaces: a zone with seats, or more than its plan has.
using SetCapacityOutcome = std::variant<CapacitySet, CapacityIsAnother, CapacityBelowSold, seats::UnknownPlaces>;

// Places of a group of house seats are sold on the spot: all of the group, or these. The money was taken before; the tickets are
// nobody's in particular, and valid at once.
struct SellAtCounter {
  BookingId id;
  HoldId group;
  UserId by;
  std::vector<seats::SeatNo> places;                                   // numbered ones
  std::vector<std::pair<seats::ZoneIndex, std::uint32_t>> standing{};  // so many of these zones; neither: all of the group
  std::string reference;
  CounterMethod method = CounterMethod::cash;
  std::string reason{};  // of what is complimentary
  CounterBuyer buyer{};
  std::int64_t total_minor = 0;  // what was taken
  std::string description{};     // of the show, for payment-service
  Intent intent;
};
struct PriceIsAnother {
  Money total;
};

struct BookHold {
  BookingId id;
  HoldId hold;
  UserId user;
  std::string reference;
  std::map<seats::SeatNo, std::string> attendees;
  Intent intent;
  std::optional<Discount> discount{};  // of a code whose use was claimed for this booking
  std::uint64_t promo = 0;             // that code's id
};
struct Booked {
  BookingId id;
};
struct UnknownAttendeeSeat {
  seats::SeatNo seat_no = 0;
};
using BookHoldOutcome =
    std::variant<Booked, NoSuchHold, HoldExpired, HoldAlreadyBooked, UnknownAttendeeSeat, KeyReused, KeyInFlight>;

using SellAtCounterOutcome = std::variant<Booked, NoSuchHold, NotKept, PriceIsAnother, SaleClosed, KeyReused, KeyInFlight>;

// Before the payment: frees the places. After it: gives all tickets back, by the show's rule.
struct CancelBooking {
  BookingId id;
  UserId user;
};
struct BookingCancelled {};  // now, or before
// Why tickets are not taken back.
struct NotTakenBack {
  BookingStatus status;
  enum class Because : std::uint8_t { status, no_rule, too_late, ticket_used, ticket_frozen } because = Because::status;
};
struct NotCancellable : NotTakenBack {};
using CancelBookingOutcome = std::variant<BookingCancelled, NoSuchBooking, NotCancellable>;

// An organiser takes tickets back that cost nothing: a gift, or free by a code. What was paid goes back by a refund.
struct TakeBackFree {
  BookingId id;
};
using TakeBackFreeOutcome = std::variant<BookingCancelled, NoSuchBooking, NotCancellable>;

// The buyer does not want the seats that were given instead of those chosen: all the money goes back.
struct DeclineSubstitute {
  BookingId id;
  UserId user;
};
struct Declined {};  // now, or before
struct NotDeclinable : NotTakenBack {};
using DeclineOutcome = std::variant<Declined, NoSuchBooking, NotDeclinable>;

// The show is cancelled: whoever has not paid is let go, whoever has gets everything back.
struct CallOff {
  BookingId id;
};
struct CalledOff {};  // now, or before
using CallOffOutcome = std::variant<CalledOff, NoSuchBooking>;

// An event of payment-service; told twice, it acts once.
struct PaymentEvent {
  std::uint64_t event_id = 0;
  PaymentId payment;
};
struct ConfirmBooking {
  BookingId id;
  PaymentEvent event;
  Money captured;
  bool late_too = true;  // false: what was promised with the price (a code's use) is not there any more after the booking's end
};
struct BookingConfirmed {};  // by this payment, now or before
struct RefundDue {           // and payment-service was told, in the same transaction
  std::string_view reason;   // of a RefundReason; or already-asked
};
using ConfirmBookingOutcome = std::variant<BookingConfirmed, RefundDue, NoSuchBooking>;

// The provider will not take money for this booking any more: its places may go.
struct ClosePayment {
  BookingId id;
  PaymentEvent event;
};
struct PaymentNoted {};
using ClosePaymentOutcome = std::variant<PaymentNoted, NoSuchBooking>;

// payment-service has set money aside for a refund and asks for the tickets; it is told in the same transaction whether they
// are void now.
struct VoidTickets {
  BookingId id;
  PaymentEvent event;
  std::uint64_t refund = 0;       // payment-service's
  std::vector<TicketId> tickets;  // empty: all that are not void
  bool used_too = false;
};
using VoidTicketsOutcome = std::variant<PaymentNoted, NoSuchBooking>;

// payment-service gave money back.
struct NoteRefund {
  BookingId id;
  PaymentEvent event;
  Money amount;  // 0: there is nothing left to give
  RefundReason reason = RefundReason::organiser;
  std::string words{};  // an organiser's
  bool excess = false;  // of money that was taken without a right to it
};
using NoteRefundOutcome = std::variant<PaymentNoted, NoSuchBooking>;

// The buyer's bank disputes the payment: tickets are frozen, and come back or are void when it is decided.
struct NoteDispute {
  enum class Stage : std::uint8_t { opened, won, lost } stage = Stage::opened;  // won: by us
  BookingId id;
  PaymentEvent event;
  RefundReason reason = RefundReason::dispute_lost;  // of a loss: that, or at_provider
  std::optional<std::int64_t> lost_minor{};          // none: all that had not come back before
};
using NoteDisputeOutcome = std::variant<PaymentNoted, NoSuchBooking>;

// Its owner offers a ticket to whoever has the token that is sent to an address. The mail goes out if, and only if, the offer
// stands. Until it is taken the ticket stays what it is.
struct OfferTicket {
  TransferId id;
  BookingId booking;
  TicketId ticket;
  UserId user;
  std::string email, name, sender_name;  // name: for the new ticket, may be empty
  TokenHash token{};
  Instant expires_at;
  std::string subject, text, html;
};
struct Offered {
  TransferId id;
  Instant expires_at;
};
struct NoSuchTicket {};
struct NotTransferable {
  enum class Because : std::uint8_t { status, show } because = Because::status;  // show: it has begun, or is called off
};
struct TransferOpen {};  // it is offered to somebody already
using OfferTicketOutcome = std::variant<Offered, NoSuchTicket, NotTransferable, TransferOpen>;

struct TakeOfferBack {
  TransferId id;
  BookingId booking;
  TicketId ticket;
  UserId user;
};
struct OfferTakenBack {};  // now, or it ended before
struct TransferGone {};    // this offer is not to be had any more
using TakeOfferBackOutcome = std::variant<OfferTakenBack, NoSuchTicket, TransferGone>;

// Who has the token takes the ticket: the old one is dead, a new one for the same place and booking is the receiver's.
struct TransferTicket {
  TransferId id;
  BookingId booking;
  TicketId ticket;
  UserId receiver;
  std::string name;  // for the new ticket
};
struct TicketTransferred {
  TicketId id;
};
struct OwnTicket {};  // one's own offer
using TransferTicketOutcome = std::variant<TicketTransferred, TransferGone, OwnTicket>;

// An organiser gives a buyer other seats of the same zones: all of these moves or none. The old tickets are dead, new ones are
// with whoever had them.
struct MoveSeats {
  struct Move {
    seats::SeatNo from = 0, to = 0;
  };
  BookingId id;
  UserId by;
  std::vector<Move> moves;
};
struct SeatsMoved {};  // now, or before
struct OtherZone {     // these seats are of another price
  std::vector<seats::SeatNo> places;
};
struct NotMovable {  // no ticket of this booking is good for these places: of none, used, frozen, not paid
  std::vector<seats::SeatNo> places;
};
using MoveSeatsOutcome = std::variant<SeatsMoved, NoSuchBooking, NotMovable, OtherZone, seats::SeatsTaken, seats::UnknownPlaces>;

// An organiser writes another name on a ticket. Its code stays.
struct RenameTicket {
  BookingId booking;
  TicketId ticket;
  UserId by;
  std::string name;
};
struct TicketRenamed {};
using RenameTicketOutcome = std::variant<TicketRenamed, NoSuchTicket, NotTransferable>;

// What gates scanned: one at once, or many that had to wait for a network. All of it becomes durable together.
struct CheckIn {
  struct Scan {
    std::string id;  // the gate's own; told again, it gets the same answer
    Hash128 body{};  // of what the gate asked
    std::variant<TicketClaim, ScanRefusal> code;
    Direction direction = Direction::in;
    std::string gate;
    Instant at;  // believed
    std::uint64_t by = 0;
    bool by_machine = false;
    bool by_hand = false;  // somebody was found by name: no code was checked
    bool let_in = false;   // the gate did so by itself, before it told
  };
  std::vector<Scan> scans;
};
struct ScanDecision {
  ScanVerdict verdict;
  TicketId ticket{};  // none: the code named no ticket of this show
  Instant since{};    // of the first admission, or since when the ticket is void; 0: neither
  std::string gate;   // of the first admission
  friend bool operator==(const ScanDecision&, const ScanDecision&) = default;
};
struct Scanned {
  std::vector<ScanDecision> decisions;  // in the order of the scans
};
using CheckInOutcome = std::variant<Scanned>;

// Not a command of a person: ends what is overdue.
struct ExpireOverdue {};
struct Expired {
  std::size_t count = 0;
};

}  // namespace gelora::booking
