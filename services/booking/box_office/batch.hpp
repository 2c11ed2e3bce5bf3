// The rows of one transaction of the box office, typed. Storage turns them into SQL; nothing here knows SQL.
#pragma once
#include <string>
#include <vector>

#include "booking/box_office/commands.hpp"
#include "booking/domain/receipt.hpp"

namespace gelora::booking {

enum class JournalKind : std::uint8_t {
  held = 1,
  released = 2,
  expired = 3,
  booked = 4,
  cancelled = 5,
  confirmed = 6,
  booking_expired = 7,
  refund_due = 8,
  refunded = 9,
  resold = 10,    // paid after its end: a new hold, of the same places or of others, and sold at once
  returned = 11,  // tickets are void; these places are free again
  frozen = 12,
  restored = 13,
  transferred = 14,  // the ticket of this place is that user's from now on
  offered = 15,
  offer_ended = 16,
  kept = 17,             // house seats: that user keeps them for somebody
  let_go = 18,           // house seats that are free again
  moved = 19,            // the first half of the places was left for the second, pair by pair
  admitted = 20,         // the ticket of this place let somebody in for the first time
  passed = 21,           // who came in by it went out, or came back
  turned_away = 22,      // a scan that let nobody through
  renamed = 23,          // the ticket of this place is for somebody of another name
  sold_at_counter = 24,  // a new hold of nobody's, of places that were let go just before, and sold at once by that user
  entered_room = 25,     // that user waits for a turn
  left_room = 26,
  drawn = 27,         // all that wait have numbers
  called = 28,        // some of them have their turn
  capacity_set = 29,  // by that user; its three numbers stand where places would: the zone, what it was, what it is from now on
};

struct Fence {
  ShowId show;
  std::uint64_t epoch = 0;
  std::uint64_t version = 0;  // after this batch
};
struct HoldRow {
  HoldId id;
  ShowId show;
  UserId user;
  HoldStatus status = HoldStatus::active;
  seats::Placement placement = seats::Placement::together;
  Instant created_at, expires_at;
  std::vector<seats::SeatNo> places;
  Intent intent;
  bool offered = false;  // to somebody who waited
  std::optional<Kept> kept{};
};
struct HoldChange {
  HoldId id;
  HoldStatus status;
};
// A hold of which some places were given back, or left for others.
struct HoldPlaces {
  HoldId id;
  std::vector<seats::SeatNo> places;  // from now on
};
// What happened to a place, in order; storage writes the net effect.
struct ClaimChange {
  ShowId show;
  seats::SeatNo place = 0;
  HoldId hold;  // 0: free again
  seats::SeatState from, to;
};
struct BookingRow {
  BookingId id;
  std::string reference;
  ShowId show;
  UserId user;
  HoldId hold;
  BookingStatus status = BookingStatus::awaiting_payment;
  Price price;
  Instant created_at, pay_by;
  std::vector<BookingLine> lines;
  std::map<seats::SeatNo, std::string> attendees;
  Intent intent;
  std::uint64_t promo = 0;  // the code that gave the discount
};
struct BookingChange {
  BookingId id;
  BookingStatus status;
  PaymentId payment;  // 0: as it was
};
// A booking that was paid after its end has another hold, and perhaps other places; one whose seats were changed has other
// places, one whose ticket was renamed other names.
struct BookingMoved {
  BookingId id;
  HoldId hold;
  std::vector<BookingLine> lines;
  std::map<seats::SeatNo, std::string> attendees;
  Instant decline_by;                 // 0: the places are those that were chosen
  std::vector<std::string> replaced;  // what those were called that were chosen; empty likewise
  // Instead of `attendees`, where the database has fewer names than there were, or none: what was forgotten there is not written
  // again.
  std::map<seats::SeatNo, std::string> if_forgotten{};
  std::size_t names_before = 0;
};
// The money of a booking whose tickets are given back.
struct BookingMoney {
  BookingId id;
  std::int64_t refunded_minor = 0;  // came back by now
  std::int64_t kept_minor = 0;      // stays, though its tickets are void
};
// The last event that ended a dispute of the booking's payment.
struct DisputeDecided {
  BookingId id;
  std::uint64_t event_id = 0;
};
struct TicketChange {
  TicketId id;
  ShowId show;
  TicketStatus status;
};
struct AdmissionRow {  // new, or as it is from now on
  TicketId ticket;
  ShowId show;
  Admission admission;
};
struct ScanRow {
  ShowId show;
  std::string id;
  Hash128 body{};
  Direction direction = Direction::in;
  std::string gate;
  Instant scanned_at;
  std::uint64_t by = 0;
  bool by_machine = false, by_hand = false;
  ScanDecision decision;
  bool let_in = false;  // by the gate itself

  bool is_conflict() const { return let_in && decision.verdict.result != ScanResult::admitted; }
};
struct GateCount {  // to be added
  ShowId show;
  std::string gate;
  seats::ZoneIndex zone = 0;
  std::uint32_t admitted = 0, entries = 0, exits = 0;
};
struct TicketRow {
  TicketId id;
  BookingId booking;
  ShowId show;
  UserId user;
  seats::SeatNo place = 0;
  std::string attendee;
};
// The name on a ticket: as on that other one, or this.
struct TicketNamed {
  TicketId id;
  ShowId show;
  TicketId like{};
  std::string name{};
};
// What an organiser's people did to a show's places and tickets, with what was before and after.
struct DeedRow {
  ShowId show;
  std::uint64_t version = 0;  // of its entry in the journal
  JournalKind kind;
  UserId by;
  HoldId hold;
  BookingId booking;
  UserId about;                  // whose ticket it is
  std::string detail;            // JSON
  std::size_t names_before = 0;  // of the booking; where it has fewer by now, `before` was forgotten
  std::uint64_t organisation{};  // in whose trail it stands; 0: in none, it is a part of a sale, which is listed with the sales
};
struct OfferRow {
  OfferTicket offer;
  ShowId show;
};
struct OfferChange {
  TransferId id;
  TransferStatus status;
  UserId receiver{};
  TicketId new_ticket{};
};
// A mail of its own, that no receipt stands for.
struct MailRow {
  std::uint64_t id = 0;
  std::string to, subject, text, html;
};
struct CounterSaleRow {
  BookingId booking;
  ShowId show;
  UserId by;
  CounterMethod method = CounterMethod::cash;
  std::string reason;
  CounterBuyer buyer;
};
struct OutboxRow {
  std::uint64_t id = 0;
  std::string_view destination, type;
  std::string body;         // JSON
  std::string traceparent;  // of its command's span; empty: nobody follows it
};
struct ReceiptRow {
  std::uint64_t id = 0;
  BookingId booking;
  ReceiptKind kind = ReceiptKind::tickets;
  std::string detail = "{}";  // JSON, see ReceiptKind
  UserId user{};              // who is told; none: the buyer
};
struct InboxRow {
  std::string_view sender;
  std::uint64_t event_id = 0;
};
struct RoomEntryRow {
  ShowId show;
  std::uint32_t arrival = 0;
  UserId user;
  Mark mark{};
};
struct RoomLeftRow {  // that entry is nobody's any more
  ShowId show;
  std::uint32_t arrival = 0;
};
struct RoomDrawRow {
  ShowId show;
  std::uint32_t entries = 0;
  Hash256 root{};
};
struct RoomCallRow {
  ShowId show;
  StoredRoom::Call call;
};
struct JournalRow {
  ShowId show;
  std::uint64_t version = 0;
  JournalKind kind;
  HoldId hold;
  BookingId booking;
  UserId user;
  std::vector<seats::SeatNo> places;
};

// How many places of a standing zone may be taken from now on.
struct CapacityRow {
  ShowId show;
  seats::ZoneIndex zone = 0;
  std::uint32_t capacity = 0;
};

struct Batch {
  std::uint64_t id = 0;
  Instant at;
  std::vector<Fence> fences;
  std::vector<HoldRow> holds;
  std::vector<HoldChange> hold_changes;
  std::vector<HoldPlaces> hold_places;
  std::vector<ClaimChange> claims;
  std::vector<BookingRow> bookings;
  std::vector<CounterSaleRow> counter_sales;
  std::vector<BookingChange> booking_changes;
  std::vector<BookingMoved> bookings_moved;
  std::vector<BookingMoney> bookings_money;
  std::vector<DisputeDecided> disputes_decided;
  std::vector<TicketRow> tickets;
  std::vector<TicketChange> ticket_changes;
  std::vector<TicketNamed> ticket_names;
  std::vector<OfferRow> offers;
  std::vector<OfferChange> offer_changes;
  std::vector<ReceiptRow> receipts;
  std::vector<MailRow> mails;
  std::vector<OutboxRow> outbox;
  std::vector<InboxRow> inbox;
  std::vector<AdmissionRow> admissions;
  std::vector<ScanRow> scans;
  std::vector<GateCount> gate_counts;
  std::vector<RoomEntryRow> room_entries;
  std::vector<RoomLeftRow> room_left;
  std::vector<RoomDrawRow> room_draws;
  std::vector<RoomCallRow> room_calls;
  std::vector<CapacityRow> capacities;
  std::vector<JournalRow> journal;
  std::vector<DeedRow> deeds;

  // Every accepted command writes at least a journal or an inbox row.
  bool empty() const { return journal.empty() && inbox.empty(); }
  std::size_t rows() const { return journal.size() + inbox.size(); }
};

}  // namespace gelora::booking
