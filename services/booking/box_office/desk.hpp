// The desk of one show: the only writer of it. Decides commands in memory and writes what was accepted into a batch.
// Pure: time and ids are given; the box office makes the batch durable, or has the desk rebuilt when it cannot.
#pragma once
#include <array>
#include <boost/json/object.hpp>
#include <deque>
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "booking/box_office/batch.hpp"
#include "booking/box_office/store.hpp"

namespace gelora::booking {

// For those who watch over the sale.
struct DeskCounts {
  std::array<std::size_t, 4> places{};  // by seats::SeatState
  std::size_t oversold = 0;             // claims and good tickets beyond the places that there are
  std::size_t awaiting_payment = 0;
  std::optional<Instant> first_pay_by;  // of those bookings
  std::size_t waiting = 0;              // numbers of the waiting room that were not called yet
};

class Desk {
 public:
  Desk(StoredShow stored, base::IdGenerator& ids, bool limits);

  // Each decides at `now`. A refusal leaves no trace; what is accepted is added to `batch`, with the show's next version.
  PlaceHoldOutcome decide(const PlaceHold& command, Batch& batch, Instant now);
  ReleaseHoldOutcome decide(const ReleaseHold& command, Batch& batch, Instant now);
  BookHoldOutcome decide(const BookHold& command, Batch& batch, Instant now);
  CancelBookingOutcome decide(const CancelBooking& command, Batch& batch, Instant now);
  ConfirmBookingOutcome decide(const ConfirmBooking& command, Batch& batch, Instant now);
  ClosePaymentOutcome decide(const ClosePayment& command, Batch& batch, Instant now);
  VoidTicketsOutcome decide(const VoidTickets& command, Batch& batch, Instant now);
  NoteRefundOutcome decide(const NoteRefund& command, Batch& batch, Instant now);
  NoteDisputeOutcome decide(const NoteDispute& command, Batch& batch, Instant now);
  DeclineOutcome decide(const DeclineSubstitute& command, Batch& batch, Instant now);
  CallOffOutcome decide(const CallOff& command, Batch& batch, Instant now);
  OfferTicketOutcome decide(const OfferTicket& command, Batch& batch, Instant now);
  TakeOfferBackOutcome decide(const TakeOfferBack& command, Batch& batch, Instant now);
  TransferTicketOutcome decide(const TransferTicket& command, Batch& batch, Instant now);
  TakeBackFreeOutcome decide(const TakeBackFree& command, Batch& batch, Instant now);
  LetGoOutcome decide(const LetGo& command, Batch& batch, Instant now);
  SetCapacityOutcome decide(const SetCapacity& command, Batch& batch, Instant now);
  SellAtCounterOutcome decide(const SellAtCounter& command, Batch& batch, Instant now);
  MoveSeatsOutcome decide(const MoveSeats& command, Batch& batch, Instant now);
  RenameTicketOutcome decide(const RenameTicket& command, Batch& batch, Instant now);
  CheckInOutcome decide(const CheckIn& command, Batch& batch, Instant now);
  EnterRoomOutcome decide(const EnterRoom& command, Batch& batch, Instant now);
  LookIntoRoomOutcome decide(const LookIntoRoom& command, Batch& batch, Instant now);
  LeaveRoomOutcome decide(const LeaveRoom& command, Batch& batch, Instant now);
  void decide(const CallNext& command, Batch& batch, Instant now);
  Expired decide(const ExpireOverdue& command, Batch& batch, Instant now);

  // The batch with these rows is durable: its keys now answer repetitions.
  void committed(const Batch& batch);

  // The show as it is from now on, in the same hall. Who changed it has made that durable. What is older than what is known
  // here changes nothing.
  void show_changed(std::shared_ptr<const Show> show);

  const Show& show() const { return *show_; }
  // O(places + tickets).
  DeskCounts counts() const;
  // Of a standing zone. O(places of the zone + holds).
  ZoneCounts counts_of(seats::ZoneIndex zone) const;
  bool limits() const { return limits_; }
  std::shared_ptr<const Show> shared_show() const { return show_; }
  const seats::SeatInventory& inventory() const { return inventory_; }
  std::uint64_t epoch() const { return epoch_; }
  std::uint64_t version() const { return version_; }
  // Up to which version what was decided is in the database.
  std::uint64_t durable_version() const { return durable_version_; }
  // Events that a batch brought in whose commit was found in the journal after a rebuild.
  void remember(const std::vector<InboxRow>& events);

 private:
  struct HoldRecord {
    UserId user;
    HoldStatus status = HoldStatus::active;
    std::vector<seats::SeatNo> places;
    seats::Placement placement = seats::Placement::together;
    Instant created_at, expires_at;
    Intent intent;
    bool durable = false;
    std::uint64_t network = 0;  // counted in holds_of_network_; 0: not, or not any more
    bool offered = false;       // to somebody who waited: one that lapses was not hoarded
    bool kept = false;          // house seats
  };
  struct BookingRecord {
    HoldId hold;
    UserId user;
    BookingStatus status = BookingStatus::awaiting_payment;
    Money total;
    Instant pay_by, created_at;
    PaymentId payment;
    std::map<seats::SeatNo, std::string> attendees;
    Intent intent;
    bool durable = false;
    std::vector<LineMoney> lines;
    Instant decline_by{};  // of substituted places
    std::vector<StoredShow::StoredTicket> tickets;
    std::int64_t refunded = 0;          // minor units that came back
    std::int64_t kept = 0;              // that stay with the organiser, though their tickets are void
    std::uint64_t dispute_decided = 0;  // the event that said so: one that opened it may come after
    std::vector<std::string> replaced{};
  };
  using Tickets = std::vector<StoredShow::StoredTicket*>;  // of one booking
  struct HashOf {
    std::size_t operator()(const Hash128& hash) const;
  };

  void journal(Batch& batch, JournalKind kind, HoldId hold, BookingId booking, UserId user, std::vector<seats::SeatNo> places);
  void free_places(Batch& batch, HoldId hold, HoldStatus status);
  void end_booking(Batch& batch, BookingId id, BookingRecord& booking, BookingStatus status, JournalKind kind);
  void sell(Batch& batch, BookingId id, BookingRecord& booking, PaymentId payment, Instant now);
  void issue_tickets(Batch& batch, BookingId id, BookingRecord& booking, Instant now);
  std::optional<BookingStatus> sell_late(Batch& batch, BookingId id, BookingRecord& booking, Instant now);
  std::optional<std::vector<seats::SeatNo>> equivalent_seats(const BookingRecord& booking) const;
  void move_to(BookingRecord& booking, std::span<const seats::SeatNo> places) const;
  void take_back(Batch& batch, BookingId id, BookingRecord& booking, const Tickets& tickets);
  StoredShow::StoredTicket* find(BookingId booking, TicketId ticket);
  void deed(Batch& batch, UserId by, boost::json::object detail, UserId about = {});
  using StandingOf = std::vector<std::pair<seats::ZoneIndex, std::uint32_t>>;
  std::optional<std::vector<seats::SeatNo>> some_of(const HoldRecord& hold, std::span<const seats::SeatNo> places,
                                                    const StandingOf& standing) const;
  void let_go(Batch& batch, HoldId id, HoldRecord& hold, std::vector<seats::SeatNo> places, UserId by,
              boost::json::object detail);
  seats::Held take_again(Batch& batch, HoldId id, std::span<const seats::SeatNo> places, Instant now);
  bool moved_before(const BookingRecord& booking, const MoveSeats& command) const;
  std::optional<MoveSeatsOutcome> refuse(BookingRecord& booking, const MoveSeats& command);
  void tell_of_move(Batch& batch, BookingId id, const BookingRecord& booking, const Tickets& moved, const MoveSeats& command);
  void write_names(Batch& batch, BookingId id, const BookingRecord& booking, std::size_t names_before,
                   std::map<seats::SeatNo, std::string> if_forgotten);
  void end_offer(Batch& batch, StoredShow::StoredTicket& ticket, TransferStatus status);
  void become(Batch& batch, StoredShow::StoredTicket& ticket, TicketStatus status);
  ScanDecision decide_scan(Batch& batch, const CheckIn::Scan& scan);
  void become(Batch& batch, BookingId id, BookingRecord& booking, BookingStatus status);
  void ask_for_refund(Batch& batch, BookingId id, PaymentId payment, RefundReason reason,
                      std::optional<std::int64_t> amount_minor = std::nullopt);
  void give_everything_back(Batch& batch, BookingId id, BookingRecord& booking, RefundReason reason,
                            std::optional<std::int64_t> amount_minor = std::nullopt);
  void lose(Batch& batch, const NoteDispute& command, BookingRecord& booking);
  void count_money(Batch& batch, BookingId id, BookingRecord& booking, std::int64_t refunded, std::int64_t kept);
  void tell_of_refund(Batch& batch, BookingId id, ReceiptKind kind, Money amount, RefundReason reason, bool corrects_sale,
                      std::string_view words = {});
  void tell_payment_service(Batch& batch, std::string_view type, boost::json::object data);
  void forget_old(Instant now);
  void limit_zones();
  std::optional<PlaceHoldOutcome> not_on_sale(const PlaceHold& command, Instant now);
  std::optional<PlaceHoldOutcome> hoarding(const PlaceHold& command, Instant now);
  void remember_abandoned(UserId user, Instant at);
  void leave_network(HoldRecord& hold);
  void end_turn(Batch& batch, UserId user);
  bool already_told(const PaymentEvent& event, Batch& batch);

  std::shared_ptr<const Show> show_;
  base::IdGenerator& ids_;
  bool limits_;
  std::uint64_t epoch_, version_, durable_version_;
  seats::SeatInventory inventory_;
  std::unordered_map<HoldId, HoldRecord> holds_;
  std::unordered_map<BookingId, BookingRecord> bookings_;
  std::unordered_map<HoldId, BookingId> booking_of_hold_;
  std::unordered_map<Hash128, HoldId, HashOf> hold_keys_;
  std::unordered_map<Hash128, BookingId, HashOf> booking_keys_;
  std::deque<std::pair<Instant, HoldId>> by_age_;                      // holds of this desk's life, oldest first
  std::unordered_map<std::uint64_t, std::uint32_t> holds_of_network_;  // active ones, of this desk's life
  std::unordered_map<UserId, std::deque<Instant>> abandoned_;          // when a person's last holds lapsed
  std::unordered_map<TicketId, BookingId> booking_of_ticket_;
  std::unordered_map<TicketId, Admission> admissions_;
  WaitingRoom room_;
  std::unordered_map<UserId, std::deque<Instant>> entered_;  // the room, within the last hour of this desk's life
  struct ScanRecord {
    Hash128 body{};
    ScanDecision decision;
  };
  std::unordered_map<std::string, ScanRecord> scans_;  // by their ids
  std::unordered_set<std::uint64_t> told_;             // events of this desk's life; older ones are refused by the inbox's key
};

}  // namespace gelora::booking
