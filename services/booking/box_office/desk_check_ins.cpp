// Tickets at the gates. Decided where they are refunded, frozen and given away, one after the other: a ticket does both never.
#include <algorithm>

#include "base/guards.hpp"
#include "booking/box_office/desk.hpp"

namespace gelora::booking {
namespace {

void count(Batch& batch, const GateCount& more) {
  const auto same = [&](const GateCount& one) { return one.show == more.show && one.gate == more.gate && one.zone == more.zone; };
  const auto found = std::find_if(batch.gate_counts.begin(), batch.gate_counts.end(), same);
  if (found == batch.gate_counts.end()) return batch.gate_counts.push_back(more);
  found->admitted += more.admitted;
  found->entries += more.entries;
  found->exits += more.exits;
}

}  // namespace

CheckInOutcome Desk::decide(const CheckIn& command, Batch& batch, Instant) {
  Scanned scanned;
  for (const auto& scan : command.scans) {
    if (const auto told = scans_.find(scan.id); told != scans_.end()) {
      const auto& [body, decision] = told->second;
      const ScanDecision reused{{ScanResult::refused, ScanRefusal::scan_id_reused}, {}, {}, {}};
      scanned.decisions.push_back(body == scan.body ? decision : reused);
      continue;
    }
    auto decision = decide_scan(batch, scan);
    batch.scans.push_back({show_->id, scan.id, scan.body, scan.direction, scan.gate, scan.at, scan.by, scan.by_machine,
                           scan.by_hand, decision, scan.let_in});
    scans_[scan.id] = {scan.body, decision};
    scanned.decisions.push_back(std::move(decision));
  }
  return scanned;
}

ScanDecision Desk::decide_scan(Batch& batch, const CheckIn::Scan& scan) {
  const auto turn_away = [&](ScanRefusal why) {
    journal(batch, JournalKind::turned_away, {}, {}, {}, {});
    return ScanDecision{{ScanResult::refused, why}, {}, {}, {}};
  };
  if (const auto* why = std::get_if<ScanRefusal>(&scan.code)) return turn_away(*why);
  const auto& claim = std::get<TicketClaim>(scan.code);
  if (claim.show != show_->id) return turn_away(ScanRefusal::wrong_show);
  const auto booking = booking_of_ticket_.find(claim.ticket);
  if (booking == booking_of_ticket_.end()) return turn_away(ScanRefusal::unknown_code);

  StoredShow::StoredTicket& ticket = *find(booking->second, claim.ticket);
  const auto known = admissions_.find(ticket.id);
  const Admission* before = known == admissions_.end() ? nullptr : &known->second;
  TicketStatus status = show_->state == ShowState::cancelled ? TicketStatus::voided : ticket.status;
  if (!base::guards::only_valid_tickets_enter && status == TicketStatus::voided) status = TicketStatus::valid;
  ScanDecision decision;
  decision.verdict = judge_scan(status, before, scan.direction, show_->reentry, show_->leads_to(scan.gate, ticket.place));
  decision.ticket = ticket.id;
  const auto after = admission_after(decision.verdict, before, scan.at, scan.gate);
  const HoldId hold = bookings_.at(booking->second).hold;
  const UserId buyer = bookings_.at(booking->second).user;
  if (after) {
    const bool first = before == nullptr;
    const bool out = decision.verdict.result == ScanResult::left;
    const auto kind = first ? JournalKind::admitted : JournalKind::passed;
    journal(batch, kind, hold, booking->second, buyer, std::vector<seats::SeatNo>(1, ticket.place));
    become(batch, ticket, TicketStatus::used);
    batch.admissions.push_back({ticket.id, show_->id, *after});
    count(batch, {show_->id, scan.gate, show_->hall->layout.zone_of(ticket.place), first, !out, out});
    before = &(admissions_[ticket.id] = *after);
  } else {
    journal(batch, JournalKind::turned_away, {}, {}, {}, {});
  }
  const bool is_void = decision.verdict.refusal == ScanRefusal::voided;
  if (is_void || before == nullptr) {
    if (is_void) decision.since = ticket.changed_at;
  } else {
    decision.since = before->first_at;
    decision.gate = before->gate;
  }
  return decision;
}

}  // namespace gelora::booking
