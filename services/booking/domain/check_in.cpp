#include "booking/domain/check_in.hpp"

namespace gelora::booking {

using namespace std::chrono_literals;

namespace {
constexpr Duration clocks_differ = 60s;  // between a gate and the server
constexpr Duration at_once = 30s;
}  // namespace

std::string_view name_of(ScanResult result) {
  switch (result) {
    case ScanResult::admitted: return "admitted";
    case ScanResult::already_admitted: return "already_admitted";
    case ScanResult::refused: return "refused";
    case ScanResult::left: return "left";
  }
  return "";
}

std::string_view name_of(ScanRefusal refusal) {
  switch (refusal) {
    case ScanRefusal::none: return "";
    case ScanRefusal::unknown_code: return "unknown-code";
    case ScanRefusal::bad_signature: return "bad-signature";
    case ScanRefusal::wrong_show: return "wrong-show";
    case ScanRefusal::voided: return "void";
    case ScanRefusal::frozen: return "frozen";
    case ScanRefusal::wrong_zone: return "wrong-zone";
    case ScanRefusal::code_too_old: return "code-too-old";
    case ScanRefusal::not_inside: return "not-inside";
    case ScanRefusal::scan_id_reused: return "scan-id-reused";
    case ScanRefusal::wrong_time: return "wrong-time";
  }
  return "";
}

ScanVerdict judge_scan(TicketStatus status, const Admission* admission, Direction direction, bool reentry, bool right_gate) {
  using enum ScanResult;
  if (status == TicketStatus::voided || status == TicketStatus::transferred) return {refused, ScanRefusal::voided};
  if (status == TicketStatus::frozen) return {refused, ScanRefusal::frozen};
  const bool inside = admission != nullptr && admission->inside;
  if (direction == Direction::out) return inside ? ScanVerdict{left} : ScanVerdict{refused, ScanRefusal::not_inside};
  if (!right_gate) return {refused, ScanRefusal::wrong_zone};
  if (status == TicketStatus::used) {
    const bool comes_back = reentry && admission != nullptr && !inside;
    return {comes_back ? admitted : already_admitted};
  }
  return {admitted};
}

std::optional<Admission> admission_after(const ScanVerdict& verdict, const Admission* before, Instant at,
                                         const std::string& gate) {
  if (verdict.result == ScanResult::left) return Admission{before->first_at, before->gate, false, before->entries};
  if (verdict.result != ScanResult::admitted) return std::nullopt;
  if (before == nullptr) return Admission{at, gate};
  return Admission{before->first_at, before->gate, true, before->entries + 1};
}

std::optional<Instant> believed_time(std::optional<Instant> scanned_at, Instant now) {
  if (!scanned_at) return now;
  if (*scanned_at > now + clocks_differ || *scanned_at < now - oldest_scan) return std::nullopt;
  return *scanned_at > now - at_once ? now : *scanned_at;
}

}  // namespace gelora::booking
