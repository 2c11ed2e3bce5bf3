#include "booking/storage/gates.hpp"

namespace gelora::booking {
namespace {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

constexpr std::size_t most_places = 8;

constexpr auto select_person = "SELECT id, seat_no, attendee FROM tickets WHERE show_id = ? AND id = ?";
constexpr auto select_list =
    "SELECT t.version, t.id, t.seat_no, t.status, t.attendee, a.first_at_us, a.gate, a.inside, a.entries FROM tickets t LEFT "
    "JOIN "
    "admissions a ON a.ticket_id = t.id WHERE t.show_id = ? AND t.version >= ? AND (t.version > ? OR t.id > ?) ORDER BY "
    "t.version, t.id LIMIT ?";
constexpr auto select_last_change = "SELECT CAST(COALESCE(MAX(version), 0) AS UNSIGNED) FROM tickets WHERE show_id = ?";
constexpr auto select_counts =
    "SELECT gate, zone_no, admitted, entries, exits FROM gate_counts WHERE show_id = ? ORDER BY gate, zone_no";
constexpr auto select_attendees =
    "SELECT t.id, b.reference, t.attendee, t.seat_no, t.status, a.first_at_us, a.gate, a.inside, a.entries FROM ("
    "SELECT id FROM tickets WHERE show_id = ? AND attendee LIKE ? AND id < ? "
    "UNION SELECT id FROM tickets WHERE show_id = ? AND seat_no IN (?, ?, ?, ?, ?, ?, ?, ?) AND id < ? "
    "UNION SELECT x.id FROM bookings y JOIN tickets x ON x.booking_id = y.id WHERE y.reference = ? AND y.show_id = ? AND x.id < ?"
    ") f JOIN tickets t ON t.id = f.id JOIN bookings b ON b.id = t.booking_id LEFT JOIN admissions a ON a.ticket_id = t.id "
    "ORDER BY t.id DESC LIMIT ?";

constexpr auto select_conflicts =
    "SELECT s.scan_id, s.gate, s.scanned_at_us, c.received_at_us, s.by_id, s.by_machine, s.result, s.reason, s.since_us, "
    "s.first_gate, s.ticket_id, t.seat_no, COALESCE(t.attendee, ''), COALESCE(b.reference, ''), CAST(COALESCE(b.id, 0) AS "
    "UNSIGNED) FROM scan_conflicts c JOIN scans s ON s.show_id = c.show_id AND s.scan_id = c.scan_id LEFT JOIN tickets t ON t.id "
    "= "
    "s.ticket_id AND t.show_id = c.show_id LEFT JOIN bookings b ON b.id = t.booking_id WHERE c.show_id = ? AND (c.received_at_us "
    "< "
    "? OR (c.received_at_us = ? AND c.scan_id < ?)) ORDER BY c.received_at_us DESC, c.scan_id DESC LIMIT ?";

// first_at_us, gate, inside, entries, from that column on.
std::optional<Admission> read_admission(mysql::RowView row, std::size_t at) {
  if (row.at(at).is_null()) return std::nullopt;
  return Admission{instant(row.at(at)), text(row.at(at + 1)), u64(row.at(at + 2)) != 0,
                   static_cast<std::uint32_t>(u64(row.at(at + 3)))};
}

}  // namespace

Task<std::map<TicketId, PersonAtGate>> find_people_at_gate(mysql::Pool& pool, ShowId show, std::vector<std::uint64_t> tickets) {
  std::map<TicketId, PersonAtGate> people;
  if (tickets.empty()) co_return people;
  mysql::Results found;
  if (tickets.size() == 1) {
    found = co_await pool.query(select_person, show, tickets.front());
  } else {
    found = co_await pool.run("SELECT id, seat_no, attendee FROM tickets WHERE show_id = " + show.text() + " AND id IN (" +
                              mysql::id_list(tickets) + ")");
  }
  for (const auto row : found.rows()) people[{u64(row.at(0))}] = {static_cast<seats::SeatNo>(u64(row.at(1))), text(row.at(2))};
  co_return people;
}

Task<std::vector<GateListRow>> list_for_gates(mysql::Pool& pool, ShowId show, GateListPlace after, std::size_t limit) {
  const auto found = co_await pool.query(select_list, show, after.version, after.version, after.ticket, limit);
  std::vector<GateListRow> rows;
  rows.reserve(found.rows().size());
  for (const auto row : found.rows())
    rows.push_back({{u64(row.at(0)), {u64(row.at(1))}},
                    static_cast<seats::SeatNo>(u64(row.at(2))),
                    static_cast<TicketStatus>(u64(row.at(3))),
                    text(row.at(4)),
                    read_admission(row, 5)});
  co_return rows;
}

Task<std::uint64_t> last_change_of_tickets(mysql::Pool& pool, ShowId show) {
  const auto found = co_await pool.query(select_last_change, show);
  co_return u64(found.rows().at(0).at(0));
}

Task<std::vector<StoredGateCount>> count_at_gates(mysql::Pool& pool, ShowId show) {
  const auto found = co_await pool.query(select_counts, show);
  std::vector<StoredGateCount> counts;
  for (const auto row : found.rows())
    counts.push_back(
        {text(row.at(0)), static_cast<seats::ZoneIndex>(u64(row.at(1))), u64(row.at(2)), u64(row.at(3)), u64(row.at(4))});
  co_return counts;
}

Task<std::vector<ScanConflict>> read_conflicts(mysql::Pool& pool, ShowId show, ConflictPlace before, std::size_t limit) {
  const auto found = co_await pool.query(select_conflicts, show, before.received_at, before.received_at, before.id, limit);
  std::vector<ScanConflict> conflicts;
  for (const auto row : found.rows()) {
    const ScanVerdict verdict{static_cast<ScanResult>(u64(row.at(6))), static_cast<ScanRefusal>(u64(row.at(7)))};
    std::optional<seats::SeatNo> place;
    if (!row.at(11).is_null()) place = static_cast<seats::SeatNo>(u64(row.at(11)));
    conflicts.push_back({text(row.at(0)),
                         text(row.at(1)),
                         instant(row.at(2)),
                         instant(row.at(3)),
                         u64(row.at(4)),
                         u64(row.at(5)) != 0,
                         verdict,
                         instant(row.at(8)),
                         text(row.at(9)),
                         {u64(row.at(10))},
                         place,
                         text(row.at(12)),
                         text(row.at(13)),
                         {u64(row.at(14))}});
  }
  co_return conflicts;
}

Task<std::vector<Attendee>> find_attendees(mysql::Pool& pool, ShowId show, AttendeeWish wish, std::size_t limit) {
  wish.places.resize(most_places, UINT32_MAX);  // which is no place
  const auto& at = wish.places;
  const auto found =
      co_await pool.query(select_attendees, show, mysql::anywhere(wish.words), wish.before, show, at[0], at[1], at[2], at[3],
                          at[4], at[5], at[6], at[7], wish.before, wish.words, show, wish.before, limit);
  std::vector<Attendee> people;
  for (const auto row : found.rows())
    people.push_back({{u64(row.at(0))},
                      text(row.at(1)),
                      text(row.at(2)),
                      static_cast<seats::SeatNo>(u64(row.at(3))),
                      static_cast<TicketStatus>(u64(row.at(4))),
                      read_admission(row, 5)});
  co_return people;
}

}  // namespace gelora::booking
