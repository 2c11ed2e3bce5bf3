// What gates are told besides the desk's answer.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "booking/domain/check_in.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

struct PersonAtGate {
  seats::SeatNo place = 0;
  std::string name;  // empty: the ticket has none
};
Task<std::map<TicketId, PersonAtGate>> find_people_at_gate(mysql::Pool& pool, ShowId show, std::vector<std::uint64_t> tickets);

// Where somebody stands in the list of tickets, in the order of their last changes.
struct GateListPlace {
  std::uint64_t version = 0;  // of the show, when the ticket changed
  TicketId ticket;
};
struct GateListRow {
  GateListPlace place;
  seats::SeatNo seat_no = 0;
  TicketStatus status;
  std::string name;
  std::optional<Admission> admission;
};
// What comes after that place.
Task<std::vector<GateListRow>> list_for_gates(mysql::Pool& pool, ShowId show, GateListPlace after, std::size_t limit);
// The show's version when a ticket of it last changed.
Task<std::uint64_t> last_change_of_tickets(mysql::Pool& pool, ShowId show);

struct StoredGateCount {
  std::string gate;
  seats::ZoneIndex zone = 0;
  std::uint64_t admitted = 0, entries = 0, exits = 0;
};
// By gate and zone.
Task<std::vector<StoredGateCount>> count_at_gates(mysql::Pool& pool, ShowId show);

// A scan by which a gate let somebody in who had come in before, or whose ticket was void by then.
struct ScanConflict {
  std::string id, gate;
  Instant scanned_at, received_at;
  std::uint64_t by = 0;
  bool by_machine = false;
  ScanVerdict verdict;
  Instant since;           // of the first admission, or since when the ticket is void; 0: neither
  std::string first_gate;  // of the first admission
  TicketId ticket;         // none: the code named no ticket of this show
  std::optional<seats::SeatNo> place;
  std::string name, reference;
  BookingId booking;
};
struct ConflictPlace {  // where a page ended
  Instant received_at{INT64_MAX};
  std::string id;
};
// Newest first, those before that place.
Task<std::vector<ScanConflict>> read_conflicts(mysql::Pool& pool, ShowId show, ConflictPlace before, std::size_t limit);

struct AttendeeWish {
  std::string words;                  // of a name, or a booking's reference
  std::vector<seats::SeatNo> places;  // at most 8
  std::uint64_t before = INT64_MAX;   // tickets with an id below it
};
struct Attendee {
  TicketId id;
  std::string reference, name;
  seats::SeatNo seat_no = 0;
  TicketStatus status;
  std::optional<Admission> admission;
};
// Newest first.
Task<std::vector<Attendee>> find_attendees(mysql::Pool& pool, ShowId show, AttendeeWish wish, std::size_t limit);

}  // namespace gelora::booking
